#include "core/data/splits.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <iterator>
#include <numeric>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/data/grouped_rows.h"

namespace w2s::data {
namespace {

// Root of the orders in which validation and test rows are taken from their pools: a constant, so
// that equal pools give equal rows for every seed.
constexpr Seed kEvaluationSeed{0x5EEDED0FF1C1A1ULL};

using RowsByClass = std::vector<std::vector<std::int64_t>>;

// `rows` grouped by class, each class in its own seeded order: rows of one class do not move when
// another class grows.
RowsByClass shuffledByClass(const Labels& labels, std::span<const std::int64_t> rows,
                            std::int64_t classes, Seed seed) {
  RowsByClass grouped(static_cast<std::size_t>(classes));
  for (const std::int64_t row : rows) {
    grouped[static_cast<std::size_t>(labels[static_cast<std::size_t>(row)])].push_back(row);
  }
  RowsByClass shuffled(grouped.size());
  for (std::size_t c = 0; c < grouped.size(); ++c) {
    const auto order = permutation(static_cast<std::int64_t>(grouped[c].size()), seed.child(c));
    for (const std::int64_t i : order) {
      shuffled[c].push_back(grouped[c][static_cast<std::size_t>(i)]);
    }
  }
  return shuffled;
}

std::vector<std::int64_t> sizesOf(const RowsByClass& rows) {
  std::vector<std::int64_t> sizes;
  for (const auto& of_class : rows) {
    sizes.push_back(static_cast<std::int64_t>(of_class.size()));
  }
  return sizes;
}

enum class End { Front, Back };

std::vector<std::int64_t> take(const RowsByClass& rows, const std::vector<std::int64_t>& quotas,
                               End end) {
  std::vector<std::int64_t> taken;
  for (std::size_t c = 0; c < rows.size(); ++c) {
    const auto from = end == End::Front ? rows[c].begin() : rows[c].end() - quotas[c];
    taken.insert(taken.end(), from, from + quotas[c]);
  }
  std::sort(taken.begin(), taken.end());
  return taken;
}

// Moves rows that a class cannot give, because the weak split has them, to classes that still have
// free ones.
void moveExcess(std::vector<std::int64_t>& quotas, const std::vector<std::int64_t>& free) {
  std::int64_t excess = 0;
  for (std::size_t c = 0; c < quotas.size(); ++c) {
    const std::int64_t over = std::max<std::int64_t>(quotas[c] - free[c], 0);
    quotas[c] -= over;
    excess += over;
  }
  for (std::size_t c = 0; c < quotas.size() && excess > 0; ++c) {
    const std::int64_t more = std::min(excess, free[c] - quotas[c]);
    quotas[c] += more;
    excess -= more;
  }
  assert(excess == 0);
}

std::vector<std::int64_t> drawEvaluationRows(const Labels& labels,
                                             std::span<const std::int64_t> pool,
                                             std::int64_t classes, std::int64_t count,
                                             std::string_view name) {
  const RowsByClass rows = shuffledByClass(labels, pool, classes, kEvaluationSeed.child(name));
  return take(rows, apportion(sizesOf(rows), count), End::Front);
}

std::vector<std::int64_t> range(std::int64_t first, std::int64_t end) {
  std::vector<std::int64_t> rows(static_cast<std::size_t>(end - first));
  std::iota(rows.begin(), rows.end(), first);
  return rows;
}

// The two pools of the training source, each ascending.
struct TrainPools {
  std::vector<std::int64_t> training;
  std::vector<std::int64_t> validation;
};

TrainPools drawPools(const SplitSources& sources, const Pools& sizes, Seed seed) {
  const auto all = range(0, sizes.training + sizes.validation);
  if (sources.fixed_validation) {
    return {.training = range(0, sizes.training),
            .validation = range(sizes.training, std::ssize(all))};
  }
  const RowsByClass rows =
      shuffledByClass(sources.train_labels, all, sources.classes, seed.child("validation_pool"));
  TrainPools pools;
  pools.validation = take(rows, apportion(sizesOf(rows), sizes.validation), End::Front);
  std::ranges::set_difference(all, pools.validation, std::back_inserter(pools.training));
  return pools;
}

// Row lists of the four splits, before their labels are looked up.
struct DrawnRows {
  std::vector<std::int64_t> weak;
  std::vector<std::int64_t> transfer;
  std::vector<std::int64_t> validation;
  std::vector<std::int64_t> test;
};

DrawnRows drawSingleRows(const SplitSources& sources, const config::TaskConfig& task,
                         const Pools& sizes, Seed seed) {
  const TrainPools pools = drawPools(sources, sizes, seed);
  const RowsByClass rows =
      shuffledByClass(sources.train_labels, pools.training, sources.classes, seed.child("splits"));
  const std::vector<std::int64_t> there = sizesOf(rows);
  const std::vector<std::int64_t> weak = apportion(there, task.weak_rows);
  std::vector<std::int64_t> transfer = apportion(there, task.transfer_rows);
  std::vector<std::int64_t> free(there.size());
  std::transform(there.begin(), there.end(), weak.begin(), free.begin(), std::minus<>());
  moveExcess(transfer, free);
  return {.weak = take(rows, weak, End::Front),
          .transfer = take(rows, transfer, End::Back),
          .validation = drawEvaluationRows(sources.train_labels, pools.validation, sources.classes,
                                           task.validation_rows, split::kValidation),
          .test = drawEvaluationRows(sources.test_labels, range(0, sizes.test), sources.classes,
                                     task.test_rows, split::kTest)};
}

std::set<std::int64_t> groupsOf(std::span<const std::int64_t> groups,
                                std::span<const std::int64_t> rows) {
  const std::vector<std::int64_t> of_rows = labelsAt(groups, rows);
  return {of_rows.begin(), of_rows.end()};
}

DrawnRows drawGroupedRows(const SplitSources& sources, const config::TaskConfig& task,
                          const Pools& sizes, Seed seed) {
  const std::int64_t classes = sources.classes;
  DrawnRows drawn;
  GroupedRows test(sources.test_labels, sources.test_groups, kEvaluationSeed.child(split::kTest));
  drawn.test =
      test.take(apportion(test.freeOfClass(classes), task.test_rows), GroupedRows::End::Front);
  GroupedRows train(sources.train_labels, sources.train_groups, seed.child("splits"));
  train.exclude(groupsOf(sources.test_groups, drawn.test));
  GroupedRows validation = train.cutFront(sizes.validation);
  const auto quotas = [&](const GroupedRows& pool, std::int64_t rows) {
    const auto there = pool.freeOfClass(classes);
    return apportion(there,
                     std::min(rows, std::accumulate(there.begin(), there.end(), std::int64_t{0})));
  };
  drawn.validation =
      validation.take(quotas(validation, task.validation_rows), GroupedRows::End::Front);
  const auto transfer = quotas(train, task.transfer_rows);
  drawn.weak = train.take(quotas(train, task.weak_rows), GroupedRows::End::Front);
  drawn.transfer = train.take(transfer, GroupedRows::End::Back);
  return drawn;
}

std::array<std::int64_t, kReservations> countsOfReserved(std::span<const Reserved> reserved) {
  std::array<std::int64_t, kReservations> counts{};
  for (const Reserved split : reserved) {
    ++counts[static_cast<std::size_t>(split)];
  }
  return counts;
}

// Rows that are reserved come from their pools; the splits that have none are drawn from the other
// rows, as those of a data set of their own.
DrawnRows drawReservedRows(const SplitSources& sources, const config::TaskConfig& task,
                           const Pools& sizes, Seed seed) {
  std::array<std::vector<std::int64_t>, kReservations> pools;
  for (std::size_t row = 0; row < sources.reserved.size(); ++row) {
    pools[static_cast<std::size_t>(sources.reserved[row])].push_back(
        static_cast<std::int64_t>(row));
  }
  const auto pool = [&](Reserved split) -> const std::vector<std::int64_t>& {
    return pools[static_cast<std::size_t>(split)];
  };
  const std::vector<std::int64_t>& open = pool(Reserved::Open);
  SplitSources others{.train_labels = labelsAt(sources.train_labels, open),
                      .test_labels = sources.test_labels,
                      .train_groups = {},
                      .test_groups = sources.test_groups,
                      .classes = sources.classes};
  if (!sources.train_groups.empty()) {
    others.train_groups = labelsAt(sources.train_groups, open);
  }
  config::TaskConfig of_others = task;
  of_others.weak_rows = pool(Reserved::Weak).empty() ? task.weak_rows : 0;
  of_others.transfer_rows = pool(Reserved::Transfer).empty() ? task.transfer_rows : 0;
  const bool draws_validation = pool(Reserved::Validation).empty();
  of_others.validation_rows = draws_validation ? task.validation_rows : 0;
  Pools open_sizes = sizes;
  open_sizes.validation = draws_validation ? sizes.validation : 0;
  DrawnRows drawn = others.train_groups.empty()
                        ? drawSingleRows(others, of_others, open_sizes, seed)
                        : drawGroupedRows(others, of_others, open_sizes, seed);
  for (auto* rows : {&drawn.weak, &drawn.transfer, &drawn.validation}) {
    *rows = labelsAt(open, *rows);
  }
  const auto draw = [&](Reserved split, std::int64_t count, Seed order,
                        std::vector<std::int64_t>& target) {
    if (!pool(split).empty()) {
      const RowsByClass rows =
          shuffledByClass(sources.train_labels, pool(split), sources.classes, order);
      target = take(rows, apportion(sizesOf(rows), count), End::Front);
    }
  };
  const Seed splits = seed.child("splits");
  draw(Reserved::Weak, task.weak_rows, splits.child(split::kWeak), drawn.weak);
  draw(Reserved::Transfer, task.transfer_rows, splits.child(split::kTransfer), drawn.transfer);
  draw(Reserved::Validation, task.validation_rows, kEvaluationSeed.child(split::kValidation),
       drawn.validation);
  return drawn;
}

// Groups may hold back rows that single rows would have given.
Status checkDrawn(const DrawnRows& drawn, const config::TaskConfig& task) {
  const auto check = [&](std::string_view field, const std::vector<std::int64_t>& rows,
                         std::int64_t asked) -> Status {
    if (std::ssize(rows) == asked) {
      return {};
    }
    return fail(ErrorCode::InvalidArgument,
                sentence("{} = {}, but {} leaves {} rows for it, because rows of one group stay in "
                         "one split. Use fewer rows.",
                         field, asked, task.dataset, rows.size()));
  };
  W2S_CHECK(check("task.weak_rows", drawn.weak, task.weak_rows));
  W2S_CHECK(check("task.transfer_rows", drawn.transfer, task.transfer_rows));
  W2S_CHECK(check("task.validation_rows", drawn.validation, task.validation_rows));
  return check("task.test_rows", drawn.test, task.test_rows);
}

// `weak_labels`: the rows that have one are left alone; empty: all are.
Status checkSizes(const config::TaskConfig& task, const Pools& pools,
                  const std::string& weak_labels) {
  std::vector<Sentence> problems;
  const auto check = [&](std::string_view field, std::int64_t asked, std::int64_t there,
                         const Sentence& pool) {
    if (asked < 1) {
      problems.push_back(sentence("{} = {}: at least one row is needed.", field, asked));
    } else if (asked > there) {
      problems.push_back(sentence("{} = {}, but {} has {} rows.", field, asked, pool, there));
    }
  };
  const Sentence all_rows = sentence("the training file without its validation rows");
  const Sentence training_pool =
      weak_labels.empty()
          ? all_rows
          : sentence(
                "the part of the training file that has weak labels {}, without its validation "
                "rows,",
                weak_labels);
  check("task.weak_rows", task.weak_rows, pools.weak, pools.shared ? training_pool : all_rows);
  check("task.transfer_rows", task.transfer_rows, pools.transfer, training_pool);
  if (problems.empty() && pools.shared && task.weak_rows > pools.training - task.transfer_rows) {
    problems.push_back(sentence(
        "task.weak_rows + task.transfer_rows = {} + {} = {}, but {} has {} rows.", task.weak_rows,
        task.transfer_rows, task.weak_rows + task.transfer_rows, training_pool, pools.training));
  }
  check("task.validation_rows", task.validation_rows, pools.validation,
        sentence("the validation part of the training file"));
  check("task.test_rows", task.test_rows, pools.test, sentence("the test file"));
  if (!problems.empty()) {
    Sentence said = sentence("The splits do not fit {}: {}", task.dataset, problems.front());
    for (auto problem = problems.begin() + 1; problem != problems.end(); ++problem) {
      said = sentence("{} {}", said, *problem);
    }
    return fail(ErrorCode::InvalidArgument, std::move(said));
  }
  return {};
}

}  // namespace

std::vector<std::int64_t> apportion(std::span<const std::int64_t> counts, std::int64_t total) {
  const std::int64_t all = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  assert(total >= 0 && total <= all);
  std::vector<std::int64_t> quotas(counts.size(), 0);
  if (all == 0) {
    return quotas;
  }
  std::vector<std::pair<std::int64_t, std::size_t>> remainders;
  std::int64_t left = total;
  for (std::size_t c = 0; c < counts.size(); ++c) {
    quotas[c] = total * counts[c] / all;
    left -= quotas[c];
    remainders.emplace_back(-(total * counts[c] % all),
                            c);  // negated: largest first, then lower class
  }
  std::sort(remainders.begin(), remainders.end());
  for (std::int64_t i = 0; i < left; ++i) {
    ++quotas[remainders[static_cast<std::size_t>(i)].second];
  }
  return quotas;
}

const Split& Splits::of(std::string_view name) const {
  const auto found = std::ranges::find(all, name, &Split::name);
  if (found == all.end()) {
    throw std::logic_error(fmt::format("There is no split named {}.", name));
  }
  return *found;
}

Result<SplitSources> splitSources(Dataset& dataset) {
  SplitSources sources{.train_labels = {},
                       .test_labels = {},
                       .train_groups = {},
                       .test_groups = {},
                       .classes = dataset.card().classes()};
  W2S_TRY(const Source train, findSource(dataset, kTrainSource));
  W2S_TRY(const Source test, findSource(dataset, kTestSource));
  W2S_TRY(sources.train_labels, dataset.targets(allRows(train)));
  W2S_TRY(sources.test_labels, dataset.targets(allRows(test)));
  W2S_TRY(sources.train_groups, dataset.groups(allRows(train)));
  W2S_TRY(sources.test_groups, dataset.groups(allRows(test)));
  W2S_TRY(sources.reserved, dataset.reserved());
  sources.fixed_validation = hasPublishedLabels(dataset.card(), sources.train_labels);
  return sources;
}

Result<Splits> drawSplits(const SplitSources& sources, const config::TaskConfig& task, Seed seed) {
  const Pools sizes = poolsOf(std::ssize(sources.train_labels), std::ssize(sources.test_labels),
                              countsOfReserved(sources.reserved));
  W2S_CHECK(checkSizes(task, sizes, sources.weak_labels));
  const bool grouped = !sources.train_groups.empty();
  DrawnRows drawn = !sources.reserved.empty() ? drawReservedRows(sources, task, sizes, seed)
                    : grouped                 ? drawGroupedRows(sources, task, sizes, seed)
                                              : drawSingleRows(sources, task, sizes, seed);
  W2S_CHECK(checkDrawn(drawn, task));
  Splits splits{.all = {}, .fixed_validation = sources.fixed_validation && !grouped};
  const auto add = [&](std::string_view name, std::string_view source, const Labels& labels,
                       std::vector<std::int64_t>& rows) {
    Labels of_rows = labelsAt(labels, rows);
    splits.all.push_back({.name = std::string(name),
                          .rows = {.source = std::string(source), .index = std::move(rows)},
                          .labels = std::move(of_rows)});
  };
  add(split::kWeak, kTrainSource, sources.train_labels, drawn.weak);
  add(split::kTransfer, kTrainSource, sources.train_labels, drawn.transfer);
  add(split::kValidation, kTrainSource, sources.train_labels, drawn.validation);
  add(split::kTest, kTestSource, sources.test_labels, drawn.test);
  return splits;
}

Result<Splits> makeSplits(Dataset& dataset, const config::TaskConfig& task, Seed seed,
                          std::string_view weak_labels) {
  W2S_TRY(SplitSources sources, splitSources(dataset));
  if (!weak_labels.empty()) {
    W2S_CHECK(keepLabelled(sources, dataset, weak_labels, task.weak_rows));
  }
  return drawSplits(sources, task, seed);
}

std::string hashOfRows(std::span<const std::int64_t> rows) {
  return Hasher().add(std::as_bytes(rows)).hex();
}

std::vector<std::int64_t> countsOfClasses(std::span<const std::int64_t> labels,
                                          std::int64_t classes) {
  std::vector<std::int64_t> counts(static_cast<std::size_t>(classes), 0);
  for (const std::int64_t label : labels) {
    ++counts[static_cast<std::size_t>(label)];
  }
  return counts;
}

std::vector<std::int64_t> labelsAt(std::span<const std::int64_t> labels,
                                   std::span<const std::int64_t> rows) {
  std::vector<std::int64_t> chosen(rows.size());
  std::transform(rows.begin(), rows.end(), chosen.begin(),
                 [&](std::int64_t row) { return labels[static_cast<std::size_t>(row)]; });
  return chosen;
}

}  // namespace w2s::data
