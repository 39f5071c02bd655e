#include "core/config/read_table.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "core/config/assign.h"
#include "core/config/slot.h"
#include "core/config/validate.h"

namespace w2s::config {

namespace {

std::optional<Problem> schemaProblem(const Table& table) {
  const Entry* entry = findEntry(table, "schema");
  const auto* schema =
      entry == nullptr ? nullptr : std::get_if<std::int64_t>(&entry->value.content);
  const std::int64_t ours = ExperimentConfig{}.schema;
  if (schema == nullptr || *schema == ours) {
    return std::nullopt;
  }
  const Sentence message =
      *schema > ours
          ? sentence(
                "schema is {}, but this version of W2S Lab reads schema {}; the configuration "
                "comes from a newer "
                "version, so update W2S Lab to use it.",
                *schema, ours)
          : sentence("schema is {}, but the only schema there is so far is {}; write schema = {}.",
                     *schema, ours, ours);
  return problemOf("schema", message, entry->value.line, entry->value.column);
}

struct Place {
  std::string key;
  int line = 0;
  int column = 0;
};

void collectPlaces(const Table& table, const std::string& prefix, std::vector<Place>& places);

// Of one [[...]]: its keys go by its name.
void collectPlacesOfEntry(const Value& element, const std::string& prefix,
                          std::vector<Place>& places) {
  const auto* fields = std::get_if<Table>(&element.content);
  const Entry* entry = fields == nullptr ? nullptr : findEntry(*fields, "name");
  const auto* name = entry == nullptr ? nullptr : std::get_if<std::string>(&entry->value.content);
  if (fields == nullptr) {
    return;
  }
  const std::string key = name == nullptr || name->empty() ? prefix : joinKey(prefix, *name);
  places.push_back({key, element.line, element.column});
  collectPlaces(*fields, key, places);
}

void collectPlaces(const Table& table, const std::string& prefix, std::vector<Place>& places) {
  for (const Entry& entry : table) {
    const std::string key = joinKey(prefix, entry.key);
    places.push_back({key, entry.line, entry.column});
    if (const auto* inner = std::get_if<Table>(&entry.value.content)) {
      collectPlaces(*inner, key, places);
    } else if (const auto* list = std::get_if<std::vector<Value>>(&entry.value.content)) {
      for (const Value& element : *list) {
        collectPlacesOfEntry(element, key, places);
      }
    }
  }
}

// The place of a key, or of the nearest table around it.
void locate(Problem& problem, const std::vector<Place>& places) {
  std::string_view key = problem.field;
  while (!key.empty()) {
    const auto place = std::ranges::find(places, key, &Place::key);
    if (place != places.end()) {
      problem.line = place->line;
      problem.column = place->column;
      return;
    }
    const std::size_t dot = key.rfind('.');
    key = dot == std::string_view::npos ? std::string_view{} : key.substr(0, dot);
  }
}

bool isWithin(std::string_view inner, std::string_view outer) {
  return inner == outer ||
         (inner.starts_with(outer) && inner.substr(outer.size()).starts_with('.'));
}

bool concerns(const Problem& problem, std::string_view key) {
  const auto overlaps = [key](std::string_view other) {
    return isWithin(key, other) || isWithin(other, key);
  };
  return overlaps(problem.field) || std::ranges::any_of(problem.related, overlaps);
}

}  // namespace

const std::vector<std::string>& experimentKeys() {
  static const std::vector<std::string> keys = [] {
    ExperimentConfig config;
    return allKeys(slotsOf(config));
  }();
  return keys;
}

ReadOutcome readTable(const Table& table) {
  ReadOutcome outcome;
  if (auto problem = schemaProblem(table)) {
    outcome.problems.push_back(std::move(*problem));
    return outcome;
  }
  assignTable(slotsOf(outcome.config), {}, table, experimentKeys(), outcome.problems);

  std::vector<Place> places;
  collectPlaces(table, {}, places);
  const std::vector<Problem> found = outcome.problems;
  for (Problem& problem : validate(outcome.config)) {
    // A setting that could not be read has its default now; what follows from that is no news.
    if (std::ranges::none_of(
            found, [&](const Problem& other) { return concerns(problem, other.field); })) {
      locate(problem, places);
      problem.kind = ProblemKind::Rule;
      outcome.problems.push_back(std::move(problem));
    }
  }
  std::ranges::stable_sort(outcome.problems, {}, &Problem::line);
  return outcome;
}

}  // namespace w2s::config
