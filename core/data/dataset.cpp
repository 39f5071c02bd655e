#include "core/data/dataset.h"

#include <algorithm>
#include <numeric>

#include "core/base/hash.h"

namespace w2s::data {

Rows allRows(const Source& source) {
  Rows rows{.source = source.name,
            .index = std::vector<std::int64_t>(static_cast<std::size_t>(source.rows))};
  std::iota(rows.index.begin(), rows.index.end(), std::int64_t{0});
  return rows;
}

std::int64_t DataSetCard::rows(std::string_view source) const {
  const auto found = std::ranges::find(sources, source, &Source::name);
  return found == sources.end() ? 0 : found->rows;
}

Result<std::vector<std::int64_t>> Dataset::groups(const Rows&) {
  return std::vector<std::int64_t>();
}

namespace {

tl::unexpected<Error> noWeakLabels(const DataSetCard& card, std::string_view name) {
  return fail(ErrorCode::NotFound,
              sentence("{} has no weak labels named \"{}\".", card.title, name));
}

}  // namespace

Result<std::vector<float>> Dataset::weakLabels(std::string_view name, const Rows&) {
  return noWeakLabels(card(), name);
}

Result<std::string> Dataset::weakLabelsHash(std::string_view name) {
  return noWeakLabels(card(), name);
}

Modality DataSetCard::input(std::string_view feature_set) const {
  const auto found = std::ranges::find(features, feature_set, &FeatureSet::name);
  return found == features.end() ? modality : Modality(found->vectors);
}

Result<ExampleView> Dataset::view(std::string_view source, std::int64_t row) {
  std::vector<std::byte> bytes(layoutOf(card().modality).bytes());
  W2S_CHECK(read({.source = std::string(source), .index = {row}}, {.values = bytes}));
  return std::visit([&](const auto& kind) { return kind.view(bytes); }, card().modality);
}

Result<Source> findSource(Dataset& dataset, std::string_view name) {
  W2S_TRY(const auto sources, dataset.sources());
  const auto found = std::ranges::find(sources, name, &Source::name);
  if (found == sources.end()) {
    return fail(ErrorCode::NotFound,
                sentence("{} has no rows named \"{}\".", dataset.card().title, name));
  }
  return *found;
}

config::ValidationContext validationContext(const DataSetCard& card) {
  config::ValidationContext context{.classes = card.classes(), .modality = nameOf(card.modality)};
  for (const FeatureSet& set : card.features) {
    context.feature_sets.push_back(set.name);
  }
  for (const WeakLabelSet& set : card.weak_labels) {
    context.weak_labels.push_back(set.name);
  }
  return context;
}

std::string contentHash(std::span<const std::int64_t> labels) {
  return Hasher().add(std::as_bytes(labels)).hex();
}

bool hasPublishedLabels(const DataSetCard& card, std::span<const std::int64_t> train) {
  return !card.official_labels.empty() && contentHash(train) == card.official_labels;
}

}  // namespace w2s::data
