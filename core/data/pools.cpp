// How many rows each split may be drawn from, and from which.
#include <cmath>

#include "core/data/splits.h"

namespace w2s::data {
namespace {

constexpr std::int64_t kTrainRowsAValidationRow = 12;

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

Pools poolsOf(const DataSetCard& card) {
  return poolsOf(card.rows(kTrainSource), card.rows(kTestSource), card.reserved_rows);
}

Status keepLabelled(SplitSources& sources, Dataset& dataset, std::string_view weak_labels,
                    std::int64_t weak_rows) {
  W2S_TRY(const Source train, findSource(dataset, kTrainSource));
  W2S_TRY(const std::vector<float> labels, dataset.weakLabels(weak_labels, allRows(train)));
  sources.reserved.resize(static_cast<std::size_t>(train.rows), Reserved::Open);
  std::vector<std::size_t> without;
  for (std::size_t row = 0; row < sources.reserved.size(); ++row) {
    const bool may_be_transfer =
        sources.reserved[row] != Reserved::Weak && sources.reserved[row] != Reserved::Validation;
    if (may_be_transfer && std::isnan(labels[row * static_cast<std::size_t>(sources.classes)])) {
      without.push_back(row);
    }
  }
  const bool enough = std::ssize(without) >= weak_rows;
  for (const std::size_t row : without) {
    sources.reserved[row] = enough ? Reserved::Weak : Reserved::Excluded;
  }
  return {};
}

}  // namespace w2s::data
