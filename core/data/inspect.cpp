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

std::vector<std::int64_t> range(std::int64_t first, std::int64_t count) {
  std::vector<std::int64_t> rows(static_cast<std::size_t>(count));
  std::iota(rows.begin(), rows.end(), first);
  return rows;
}

}  // namespace

Result<Inspection> inspect(DataSource& source, const config::TaskConfig& task, Seed seed) {
  W2S_TRY(const auto train_labels, source.labels(Part::Train));
  W2S_TRY(const auto test_labels, source.labels(Part::Test));
  const std::int64_t classes = source.card().classes();
  // Images first: files that do not belong together are a better reason than splits that do not
  // fit.
  W2S_TRY(const auto train_images, source.images(Part::Train));
  W2S_TRY(const auto test_images, source.images(Part::Test));
  const bool official = hasPublishedLabels(source.card(), *train_labels);
  W2S_TRY(Splits splits, makeSplits(*train_labels, *test_labels, classes, official, task, seed));

  Inspection result;
  result.card = source.card();
  result.folder = source.folder();
  W2S_TRY(result.fingerprint, source.fingerprint());
  result.official_labels = official;
  result.files = {summarise("train file", *train_labels, classes),
                  summarise("test file", *test_labels, classes)};

  result.split_rows = {{"weak", Part::Train, std::move(splits.weak)},
                       {"transfer", Part::Train, std::move(splits.transfer)},
                       {"validation", Part::Train, std::move(splits.validation)},
                       {"test", Part::Test, std::move(splits.test)}};
  for (const NamedRows& set : result.split_rows) {
    const Labels& labels = set.part == Part::Train ? *train_labels : *test_labels;
    result.splits.push_back(
        summarise(set.name, labelsAt(labels, set.rows), classes, hashOfRows(set.rows)));
  }
  const Pools pools = poolsOf(train_images->rows, test_images->rows);
  result.pool_rows =
      official
          ? std::vector<NamedRows>{{"training pool", Part::Train, range(0, pools.training)},
                                   {"validation pool", Part::Train,
                                    range(pools.training, pools.validation)}}
          : std::vector<NamedRows>{{"training file", Part::Train, range(0, train_images->rows)}};
  result.pool_rows.push_back({"test file", Part::Test, range(0, pools.test)});

  const LabelledImages train{*train_images, *train_labels};
  const LabelledImages test{*test_images, *test_labels};
  result.split_duplicates = countDuplicates(result.split_rows, train, test);
  result.pool_duplicates = countDuplicates(result.pool_rows, train, test);
  return result;
}

}  // namespace w2s::data
