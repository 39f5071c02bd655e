#include "core/record/series.h"

#include <array>

#include <fmt/core.h>

namespace w2s::record {
namespace {

constexpr std::array<std::pair<Quantity, std::string_view>, 6> kQuantities{
    {{Quantity::Total, "total"},
     {Quantity::TermValue, "term_value"},
     {Quantity::TermWeight, "term_weight"},
     {Quantity::GradientNorm, "gradient_norm"},
     {Quantity::LearningRate, "learning_rate"},
     {Quantity::Other, "other"}}};

Quantity quantityOf(std::string_view name, std::string_view unit) {
  if (name == "total") {
    return Quantity::Total;
  }
  if (name.ends_with(kGradientNormSuffix)) {
    return Quantity::GradientNorm;
  }
  if (unit == "nats") {
    return Quantity::TermValue;
  }
  if (name.ends_with(kWeightSuffix)) {
    return Quantity::TermWeight;
  }
  return name == "learning_rate" ? Quantity::LearningRate : Quantity::Other;
}

}  // namespace

std::string_view nameOf(Quantity quantity) {
  return std::ranges::find(kQuantities, quantity, &std::pair<Quantity, std::string_view>::first)
      ->second;
}

Quantity quantityOfName(std::string_view name) {
  const auto found =
      std::ranges::find(kQuantities, name, &std::pair<Quantity, std::string_view>::second);
  return found == kQuantities.end() ? Quantity::Other : found->first;
}

SharedSchema describedBy(const SeriesSchema& recorded, const SharedSchema& header) {
  if (!header) {
    return header;
  }
  auto described = std::make_shared<SeriesSchema>(*header);
  for (SeriesColumn& column : described->columns) {
    if (const auto found = recorded.find(column.name)) {
      column = recorded.columns[*found];
    }
  }
  return described;
}

std::string headingOf(const SeriesColumn& column) {
  return column.unit.empty() ? column.name : column.name + " [" + column.unit + "]";
}

SeriesColumn columnOfHeading(std::string_view heading) {
  SeriesColumn column{.name = std::string(heading)};
  if (const auto open = heading.rfind(" ["); heading.ends_with(']') && open != heading.npos) {
    column.name = heading.substr(0, open);
    column.unit = heading.substr(open + 2, heading.size() - open - 3);
  }
  column.quantity = quantityOf(column.name, column.unit);
  return column;
}

std::optional<std::size_t> SeriesSchema::find(std::string_view name) const {
  const auto found = std::ranges::find(columns, name, &SeriesColumn::name);
  return found == columns.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - columns.begin()));
}

SharedSchema trainingSchema(std::span<const std::string> terms) {
  auto schema = std::make_shared<SeriesSchema>();
  const auto add = [&](const std::string& heading) {
    schema->columns.push_back(columnOfHeading(heading));
  };
  const auto first = terms.first(std::min<std::size_t>(4, terms.size()));
  add("total [nats]");
  for (const std::string& term : first) {
    add(term + " [nats]");
  }
  for (const std::string& term : first) {
    add(fmt::format("{}{}", term, kWeightSuffix));
  }
  add("learning_rate");
  add("temperature");
  for (const std::string& term : terms.subspan(first.size())) {
    add(term + " [nats]");
    add(fmt::format("{}{}", term, kWeightSuffix));
  }
  for (const std::string& term : terms) {
    add(fmt::format("{}{}", term, kGradientNormSuffix));
  }
  return schema;
}

}  // namespace w2s::record
