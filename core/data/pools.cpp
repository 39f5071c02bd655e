// How many rows each split may be drawn from, and from which.
#include <algorithm>
#include <cmath>
#include <set>

#include "core/data/splits.h"

namespace w2s::data {
namespace {

constexpr std::int64_t kTrainRowsAValidationRow = 12;

// Whether weak rows come from rows without a weak label.
bool isEnough(std::int64_t movable, std::int64_t weak_rows) {
  return movable > 0 && movable >= weak_rows;
}

}  // namespace

Pools poolsOf(std::int64_t train_rows, std::int64_t test_rows,
              const std::array<std::int64_t, kReservations>& reserved) {
  const auto of = [&](Reserved split) { return reserved[static_cast<std::size_t>(split)]; };
  const std::int64_t kept = of(Reserved::Weak) + of(Reserved::Transfer) + of(Reserved::Validation) +
                            of(Reserved::Excluded);
  const std::int64_t open = train_rows - kept;
  const std::int64_t drawn = of(Reserved::Validation) > 0 ? 0 : open / kTrainRowsAValidationRow;
  Pools pools{
      .training = open - drawn, .validation = of(Reserved::Validation) + drawn, .test = test_rows};
  pools.weak = of(Reserved::Weak) > 0 ? of(Reserved::Weak) : pools.training;
  pools.transfer = of(Reserved::Transfer) > 0 ? of(Reserved::Transfer) : pools.training;
  pools.shared = of(Reserved::Weak) == 0 && of(Reserved::Transfer) == 0;
  return pools;
}

Pools poolsOf(const DataSetCard& card, std::string_view weak_labels, std::int64_t weak_rows) {
  std::array<std::int64_t, kReservations> reserved = card.reserved_rows;
  const auto of = [&](Reserved split) -> std::int64_t& {
    return reserved[static_cast<std::size_t>(split)];
  };
  const auto set = std::ranges::find(card.weak_labels, weak_labels, &WeakLabelSet::name);
  if (set != card.weak_labels.end()) {
    const bool moved = of(Reserved::Weak) == 0 && isEnough(set->movable_without, weak_rows);
    of(Reserved::Transfer) -= set->transfer_without;
    of(moved ? Reserved::Weak : Reserved::Excluded) += set->movable_without;
    of(Reserved::Excluded) += set->open_without - set->movable_without + set->transfer_without;
  }
  return poolsOf(card.rows(kTrainSource), card.rows(kTestSource), reserved);
}

UnlabelledRows unlabelledRows(const std::vector<bool>& has_label,
                              std::span<const Reserved> reserved,
                              std::span<const std::int64_t> groups) {
  const auto keptFor = [&](std::size_t row) {
    return reserved.empty() ? Reserved::Open : reserved[row];
  };
  std::set<std::int64_t> labelled;  // groups
  for (std::size_t row = 0; row < has_label.size() && !groups.empty(); ++row) {
    if (has_label[row] && keptFor(row) == Reserved::Open) {
      labelled.insert(groups[row]);
    }
  }
  UnlabelledRows rows;
  for (std::size_t row = 0; row < has_label.size(); ++row) {
    const Reserved split = keptFor(row);
    if (has_label[row] || (split != Reserved::Open && split != Reserved::Transfer)) {
      continue;
    }
    const bool moves =
        split == Reserved::Open && (groups.empty() || !labelled.contains(groups[row]));
    (moves ? rows.movable : rows.others).push_back(static_cast<std::int64_t>(row));
  }
  return rows;
}

Status keepLabelled(SplitSources& sources, Dataset& dataset, std::string_view weak_labels,
                    std::int64_t weak_rows) {
  W2S_TRY(const Source train, findSource(dataset, kTrainSource));
  W2S_TRY(const std::vector<float> labels, dataset.weakLabels(weak_labels, allRows(train)));
  sources.weak_labels = weak_labels;
  sources.reserved.resize(static_cast<std::size_t>(train.rows), Reserved::Open);
  std::vector<bool> has_label(sources.reserved.size());
  for (std::size_t row = 0; row < has_label.size(); ++row) {
    has_label[row] = !std::isnan(labels[row * static_cast<std::size_t>(sources.classes)]);
  }
  const auto [movable, others] = unlabelledRows(has_label, sources.reserved, sources.train_groups);
  const bool moved =
      std::ranges::find(sources.reserved, Reserved::Weak) == sources.reserved.end() &&
      isEnough(std::ssize(movable), weak_rows);
  for (const std::int64_t row : movable) {
    sources.reserved[static_cast<std::size_t>(row)] = moved ? Reserved::Weak : Reserved::Excluded;
  }
  for (const std::int64_t row : others) {
    sources.reserved[static_cast<std::size_t>(row)] = Reserved::Excluded;
  }
  return {};
}

}  // namespace w2s::data
