#include "core/data/class_names.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace w2s::data {
namespace {

constexpr std::int64_t kMostClasses = 10000;
constexpr std::size_t kMostNamed = 20;   // values that are no class
constexpr std::size_t kMostListed = 12;  // classes in a message

using Spellings = std::array<const char*, 3>;
constexpr Spellings kTrue{"true", "True", "TRUE"};
constexpr Spellings kFalse{"false", "False", "FALSE"};

bool isOneOf(const Spellings& spellings, const std::string& text) {
  return std::ranges::find(spellings, text) != spellings.end();
}

}  // namespace

ClassNames::ClassNames(std::vector<std::string> names, bool numbers)
    : names_(std::move(names)), numbers_(numbers) {
  for (std::size_t c = 0; c < names_.size(); ++c) {
    by_name_.emplace(names_[c], static_cast<std::int64_t>(c));
  }
}

ClassNames::ClassNames(std::vector<std::string> listed) : ClassNames(std::move(listed), true) {}

Result<ClassNames> ClassNames::of(const Column& labels) {
  std::int64_t largest = -1;
  bool numbers = true;
  std::set<std::string> texts;
  for (std::int64_t row = 0; row < labels.size(); ++row) {
    const auto number = labels.integer(row);
    numbers = numbers && number.has_value();
    largest = std::max(largest, number.value_or(-1));
    const std::string text = labels.text(row);
    if (!text.empty() && std::ssize(texts) <= kMostClasses) {
      texts.insert(text);
    }
  }
  numbers = numbers && largest >= 0;
  if (numbers && largest < kMostClasses) {
    std::vector<std::string> names;
    for (std::int64_t c = 0; c <= largest; ++c) {
      names.push_back(fmt::format("class {}", c));
    }
    return ClassNames(std::move(names), true);
  }
  if (std::ssize(texts) > kMostClasses || numbers) {
    return fail(
        ErrorCode::InvalidArgument,
        sentence("{} has more than {} different labels; it seems to be no column of classes.",
                 labels.ref.text(), kMostClasses));
  }
  return ClassNames({texts.begin(), texts.end()}, false);
}

std::int64_t ClassNames::classOf(const Column& column, std::int64_t row) const {
  const std::string text = column.text(row);
  // A name is looked up first: classes may be called "1" and "2".
  if (const auto named = by_name_.find(text); named != by_name_.end()) {
    return named->second;
  }
  const auto number = column.integer(row);
  if (numbers_ && number && *number >= 0 && *number < size()) {
    return *number;
  }
  // What JSON writes as true is True in a table that Python wrote, and 1 where classes are numbers.
  for (const auto& [spellings, value] : {std::pair(kFalse, 0), std::pair(kTrue, 1)}) {
    if (!isOneOf(spellings, text)) {
      continue;
    }
    for (const char* const spelling : spellings) {
      if (const auto named = by_name_.find(spelling); named != by_name_.end()) {
        return named->second;
      }
    }
    return numbers_ && size() == 2 ? value : -1;
  }
  return -1;
}

std::vector<std::int64_t> ClassNames::classesOf(const Column& column,
                                                std::vector<Sentence>& problems) const {
  std::vector<std::int64_t> classes(static_cast<std::size_t>(column.size()));
  std::map<std::string, std::vector<std::int64_t>> wrong;  // rows by text
  for (std::int64_t row = 0; row < column.size(); ++row) {
    std::int64_t& found = classes[static_cast<std::size_t>(row)];
    found = classOf(column, row);
    if (found < 0) {
      const std::string text = column.text(row);
      if (wrong.size() < kMostNamed || wrong.contains(text)) {
        wrong[text].push_back(row);
      }
    }
  }
  for (const auto& [text, rows] : wrong) {
    problems.push_back(text.empty()
                           ? sentence("{}: no label.", column.places(rows))
                           : sentence("{}: the label \"{}\" is no class; the classes are {}.",
                                      column.places(rows), text,
                                      names_.size() > kMostListed
                                          ? fmt::format("0 to {}", size() - 1)
                                          : fmt::format("{}", fmt::join(names_, ", "))));
  }
  return classes;
}

}  // namespace w2s::data
