// Which rows make up which batch: a fresh seeded permutation of all rows each epoch, cut into whole batches.
//
// The rows left over at the end of an epoch (fewer than a batch) wait for the next permutation, so
// every step has the same number of rows and a batch statistic (the confidence threshold) the same
// spread. Fewer rows than a batch: each batch is the whole set. The permutation of epoch e depends
// on the seed and e alone, so a position is two numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/base/seed.h"

namespace w2s::train {

class BatchOrder {
 public:
  struct Position {
    std::int64_t epoch = 0;   // 0-based
    std::int64_t cursor = 0;  // rows of this epoch already used
    friend bool operator==(const Position&, const Position&) = default;
  };

  BatchOrder(std::int64_t rows, std::int64_t batch_rows, Seed seed);

  // Row indices of the next batch: a part of epochOrder(), valid until the epoch changes.
  std::span<const std::int64_t> next();
  // The permutation of the current epoch.
  [[nodiscard]] std::span<const std::int64_t> epochOrder() const {
    return order_;
  }
  // True when the batch given last was the last of its epoch.
  [[nodiscard]] bool epochEnded() const;

  [[nodiscard]] Position position() const {
    return position_;
  }
  void moveTo(Position position);

 private:
  void startEpoch(std::int64_t epoch);

  std::int64_t rows_;
  std::int64_t batch_rows_;
  Seed seed_;
  Position position_;
  std::vector<std::int64_t> order_;
};

}  // namespace w2s::train
