#include "core/store/experiment_colors.h"

#include <algorithm>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/json_fields.h"
#include "core/store/json_seal.h"

namespace w2s::store {
namespace {

constexpr std::int64_t kColorsSchema = 1;
constexpr std::size_t kFewGone = 1000;

std::vector<std::string> orderOf(const JsonFields& fields) {
  checkJsonSeal(fields);
  if (const std::int64_t schema = fields.integer("schema"); schema != kColorsSchema) {
    throw BadField{sentence("its schema is {} and this program reads {}", schema, kColorsSchema)};
  }
  std::vector<std::string> order;
  for (const Json& one : fields.list("order")) {
    order.push_back(
        JsonFields::checked(one, "order", one.is_string(), sentenceNoop("a list of texts"))
            .get<std::string>());
  }
  return order;
}

}  // namespace

ExperimentColors ExperimentColors::read(const std::filesystem::path& workspace) {
  ExperimentColors colors;
  const std::filesystem::path file = workspace / kColorsFile;
  if (const auto text = readFile(file, kMostRecordBytes)) {
    colors.order_ =
        readJson(*text, Sentence{.text = file.string()}, orderOf).value_or(colors.order_);
  }
  for (std::size_t place = 0; place < colors.order_.size(); ++place) {
    if (!colors.order_[place].empty()) {
      colors.places_.try_emplace(colors.order_[place], static_cast<int>(place));
    }
  }
  return colors;
}

int ExperimentColors::of(std::string_view experiment) const {
  const auto found = places_.find(std::string(experiment));
  return found == places_.end() ? -1 : found->second;
}

int ExperimentColors::give(std::string_view experiment) {
  const auto [place, is_new] =
      places_.try_emplace(std::string(experiment), static_cast<int>(order_.size()));
  if (is_new) {
    order_.emplace_back(experiment);
    is_changed_ = true;
  }
  return place->second;
}

void ExperimentColors::keepOnly(const std::set<std::string>& experiments) {
  if (places_.size() <= 2 * experiments.size() + kFewGone) {
    return;
  }
  for (std::string& one : order_) {
    if (!one.empty() && !experiments.contains(one)) {
      places_.erase(one);
      one.clear();
    }
  }
  is_changed_ = true;
}

Status ExperimentColors::write(const std::filesystem::path& workspace) {
  is_changed_ = false;
  Json json{{"schema", kColorsSchema}, {"order", Json::array()}};
  for (const std::string& one : order_) {
    json["order"].push_back(one);
  }
  return writeFileAtomically(workspace / kColorsFile, sealedJson(std::move(json), kColorsFile));
}

}  // namespace w2s::store
