#include "core/data/inspect.h"

#include <algorithm>
#include <numeric>
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

}  // namespace

Result<Inspection> inspect(Dataset& dataset, const config::TaskConfig& task, Seed seed) {
  W2S_TRY(const SplitSources sources, splitSources(dataset));
  const auto train_rows = std::ssize(sources.train_labels);
  const auto test_rows = std::ssize(sources.test_labels);
  // Rows first: files that do not belong together are a better reason than splits that do not fit.
  for (const std::string_view source : {kTrainSource, kTestSource}) {
    W2S_CHECK(dataset.view(source, 0));
  }
  W2S_TRY(const Splits splits, drawSplits(sources, task, seed));

  Inspection result;
  result.card = dataset.card();
  result.folder = dataset.folder();
  W2S_TRY(result.fingerprint, dataset.fingerprint());
  result.official_labels = sources.fixed_validation;
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
