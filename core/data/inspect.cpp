#include "core/data/inspect.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>
#include <unordered_map>
#include <utility>

namespace w2s::data {
namespace {

SetSummary summarise(std::string name, std::span<const std::int64_t> labels, std::int64_t classes,
                     std::string hash = {}) {
  SetSummary summary{.name = std::move(name),
                     .rows = static_cast<std::int64_t>(labels.size()),
                     .counts = countsOfClasses(labels, classes),
                     .hash = std::move(hash)};
  const auto largest = *std::max_element(summary.counts.begin(), summary.counts.end());
  summary.majority_share = static_cast<double>(largest) / static_cast<double>(summary.rows);
  return summary;
}

NamedRows named(std::string name, std::string_view source, const Labels& labels, std::int64_t first,
                std::int64_t count) {
  NamedRows set{.name = std::move(name),
                .rows = {.source = std::string(source),
                         .index = std::vector<std::int64_t>(static_cast<std::size_t>(count))},
                .labels = {}};
  std::iota(set.rows.index.begin(), set.rows.index.end(), first);
  set.labels = labelsAt(labels, set.rows.index);
  return set;
}

std::string typeName(ValueType type) {
  switch (type) {
    case ValueType::Byte:
      return "uint8";
    case ValueType::Half:
      return "float16";
    case ValueType::BFloat16:
      return "bfloat16";
    case ValueType::Float:
      return "float32";
    case ValueType::Double:
      return "float64";
  }
  return {};
}

Result<FeatureSummary> summarise(Dataset& dataset, const FeatureSet& set,
                                 const std::vector<Source>& sources) {
  FeatureSummary summary{.name = set.name,
                         .width = set.vectors.width,
                         .type = typeName(set.vectors.type),
                         .constant_columns = {}};
  constexpr std::int64_t kRowsABlock = 4096;
  const std::size_t item = bytesOf(set.vectors.type);
  const std::size_t row_bytes = item * static_cast<std::size_t>(set.vectors.width);
  std::vector<std::byte> first_row;
  std::vector<std::size_t> equal(static_cast<std::size_t>(set.vectors.width));
  std::iota(equal.begin(), equal.end(), std::size_t{0});
  std::vector<std::byte> block;
  for (const Source& source : sources) {
    for (std::int64_t first = 0; first < source.rows && !equal.empty(); first += kRowsABlock) {
      const std::int64_t count = std::min(kRowsABlock, source.rows - first);
      Rows rows{.source = source.name,
                .index = std::vector<std::int64_t>(static_cast<std::size_t>(count))};
      std::iota(rows.index.begin(), rows.index.end(), first);
      block.resize(static_cast<std::size_t>(count) * row_bytes);
      W2S_CHECK(dataset.read(rows, {.values = block, .features = set.name}));
      if (first_row.empty()) {
        first_row.assign(block.begin(), block.begin() + static_cast<std::ptrdiff_t>(row_bytes));
      }
      for (std::size_t row = 0; row < static_cast<std::size_t>(count); ++row) {
        std::erase_if(equal, [&](std::size_t column) {
          return std::memcmp(first_row.data() + column * item,
                             block.data() + row * row_bytes + column * item, item) != 0;
        });
      }
    }
  }
  summary.constant_columns.assign(equal.begin(), equal.end());
  return summary;
}

Result<GroupSummary> summariseGroups(Dataset& dataset, const std::vector<Source>& sources,
                                     const Splits& splits) {
  GroupSummary summary;
  std::unordered_map<std::int64_t, std::int64_t> rows_of;
  for (const Source& source : sources) {
    W2S_TRY(const auto groups, dataset.groups(allRows(source)));
    for (const std::int64_t group : groups) {
      summary.largest = std::max(summary.largest, ++rows_of[group]);
    }
  }
  summary.there = !rows_of.empty();
  summary.groups = std::ssize(rows_of);
  if (!summary.there) {
    return summary;
  }
  std::unordered_map<std::int64_t, std::set<std::size_t>> splits_of;
  for (std::size_t i = 0; i < splits.all.size(); ++i) {
    W2S_TRY(const auto groups, dataset.groups(splits.all[i].rows));
    for (const std::int64_t group : groups) {
      splits_of[group].insert(i);
    }
  }
  summary.in_two_splits =
      std::ranges::count_if(splits_of, [](const auto& entry) { return entry.second.size() > 1; });
  return summary;
}

}  // namespace

Result<Inspection> inspect(Dataset& dataset, const config::TaskConfig& task, Seed seed,
                           std::string_view weak_labels) {
  W2S_TRY(const SplitSources sources, splitSources(dataset));
  const auto train_rows = std::ssize(sources.train_labels);
  const auto test_rows = std::ssize(sources.test_labels);
  // Rows first: files that do not belong together are a better reason than splits that do not fit.
  if (layoutOf(dataset.card().modality).bytes() > 0) {  // a card may have no features yet
    for (const std::string_view source : {kTrainSource, kTestSource}) {
      W2S_CHECK(dataset.view(source, 0));
    }
  }
  W2S_TRY(const Splits splits, makeSplits(dataset, task, seed, weak_labels));

  Inspection result;
  result.card = dataset.card();
  result.folder = dataset.folder();
  W2S_TRY(result.fingerprint, dataset.fingerprint());
  result.official_labels = sources.fixed_validation;
  W2S_TRY(const std::vector<Source> both, dataset.sources());
  for (const FeatureSet& set : result.card.features) {
    W2S_TRY(FeatureSummary summary, summarise(dataset, set, both));
    result.features.push_back(std::move(summary));
  }
  W2S_TRY(result.groups, summariseGroups(dataset, both, splits));
  result.sources = {summarise(std::string(kTrainSource), sources.train_labels, sources.classes),
                    summarise(std::string(kTestSource), sources.test_labels, sources.classes)};
  for (const Split& split : splits.all) {
    result.splits.push_back(
        summarise(split.name, split.labels, sources.classes, hashOfRows(split.rows.index)));
    result.split_rows.push_back({split.name, split.rows, split.labels});
  }
  const Pools pools = poolsOf(train_rows, test_rows);
  if (splits.fixed_validation) {
    result.pool_rows = {
        named("training pool", kTrainSource, sources.train_labels, 0, pools.training),
        named("validation pool", kTrainSource, sources.train_labels, pools.training,
              pools.validation)};
  } else {
    result.pool_rows = {
        named(std::string(kTrainSource), kTrainSource, sources.train_labels, 0, train_rows)};
  }
  result.pool_rows.push_back(
      named(std::string(kTestSource), kTestSource, sources.test_labels, 0, pools.test));
  W2S_TRY(result.split_duplicates, countDuplicates(dataset, result.split_rows));
  W2S_TRY(result.pool_duplicates, countDuplicates(dataset, result.pool_rows));
  return result;
}

}  // namespace w2s::data
