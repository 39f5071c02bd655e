#include "ui/charts/board_state.h"

#include <algorithm>
#include <utility>

#include "core/base/json.h"

namespace w2s::ui::charts {
namespace {

constexpr std::pair<ChartView::X, const char*> kNamesOfX[] = {
    {ChartView::X::Step, "step"},
    {ChartView::X::Epoch, "epoch"},
    {ChartView::X::Seconds, "seconds"},
};

// Ids that exist, each once, in the order of the text.
std::vector<std::string> idsIn(const Json& json, const char* key,
                               const std::vector<std::string>& known) {
  std::vector<std::string> ids;
  if (const auto list = json.find(key); list != json.end() && list->is_array()) {
    for (const Json& id : *list) {
      if (id.is_string() && std::ranges::find(known, id.get<std::string>()) != known.end() &&
          std::ranges::find(ids, id.get<std::string>()) == ids.end()) {
        ids.push_back(id.get<std::string>());
      }
    }
  }
  return ids;
}

}  // namespace

std::vector<std::string> BoardState::shown() const {
  std::vector<std::string> ids;
  std::ranges::copy_if(order, std::back_inserter(ids),
                       [this](const std::string& id) { return !hidden.contains(id); });
  return ids;
}

void BoardState::move(std::string_view id, std::size_t place) {
  const std::vector<std::string> ids = shown();
  if (place >= ids.size() || std::ranges::find(ids, id) == ids.end() || ids[place] == id) {
    return;
  }
  const std::string target = ids[place];
  const auto from = std::ranges::find(order, id);
  const auto to = std::ranges::find(order, target);
  if (from < to) {
    std::rotate(from, from + 1, to + 1);
  } else {
    std::rotate(to, from, from + 1);
  }
}

std::string toText(const BoardState& state) {
  Json json;
  json["order"] = state.order;
  json["hidden"] = state.hidden;
  json["log_y"] = state.log_y;
  json["columns"] = state.columns;
  json["smoothing"] = state.smoothing;
  json["linked"] = state.linked;
  json["each_seed"] = state.each_seed;
  for (const auto& [x, name] : kNamesOfX) {
    if (x == state.x) {
      json["x"] = name;
    }
  }
  for (const auto& [spread, name] : metrics::kSpreads) {
    if (spread == state.spread) {
      json["spread"] = name;
    }
  }
  return json.dump();
}

BoardState fromText(std::string_view text, const BoardState& fallback) {
  BoardState state = fallback;
  const auto parsed = parseJson(text);
  if (!parsed || !parsed->is_object()) {
    return state;
  }
  const Json& json = *parsed;
  state.order = idsIn(json, "order", fallback.order);
  for (const std::string& id : fallback.order) {
    if (std::ranges::find(state.order, id) == state.order.end()) {
      state.order.push_back(id);
    }
  }
  const auto hidden = idsIn(json, "hidden", fallback.order);
  state.hidden = {hidden.begin(), hidden.end()};
  const auto log_y = idsIn(json, "log_y", fallback.order);
  state.log_y = {log_y.begin(), log_y.end()};
  if (const auto columns = json.find("columns");
      columns != json.end() && columns->is_number_integer()) {
    state.columns = std::clamp(columns->get<int>(), 0, 3);
  }
  if (const auto smoothing = json.find("smoothing");
      smoothing != json.end() && smoothing->is_number()) {
    state.smoothing = std::clamp(smoothing->get<double>(), 0.0, 0.99);
  }
  if (const auto linked = json.find("linked"); linked != json.end() && linked->is_boolean()) {
    state.linked = linked->get<bool>();
  }
  if (const auto each = json.find("each_seed"); each != json.end() && each->is_boolean()) {
    state.each_seed = each->get<bool>();
  }
  for (const auto& [spread, name] : metrics::kSpreads) {
    if (const auto wanted = json.find("spread"); wanted != json.end() && *wanted == name) {
      state.spread = spread;
    }
  }
  for (const auto& [x, name] : kNamesOfX) {
    if (const auto wanted = json.find("x"); wanted != json.end() && *wanted == name) {
      state.x = x;
    }
  }
  return state;
}

int columnsFor(std::size_t count, double width, double chart_width) {
  const int fitting = std::clamp(static_cast<int>(width / chart_width), 1, 3);
  const int wanted = count <= 1 ? 1 : count == 2 || count == 4 ? 2 : 3;
  return std::min(fitting, wanted);
}

}  // namespace w2s::ui::charts
