#include "core/train/batch_order.h"

#include <algorithm>

namespace w2s::train {

BatchOrder::BatchOrder(std::int64_t rows, std::int64_t batch_rows, Seed seed)
    : rows_(rows), batch_rows_(std::min(rows, batch_rows)), seed_(seed) {
  startEpoch(0);
}

void BatchOrder::startEpoch(std::int64_t epoch) {
  order_ = permutation(rows_, seed_.child(static_cast<std::uint64_t>(epoch)));
  position_ = {.epoch = epoch, .cursor = 0};
}

bool BatchOrder::epochEnded() const {
  return position_.cursor + batch_rows_ > rows_;
}

std::span<const std::int64_t> BatchOrder::next() {
  if (epochEnded()) {
    startEpoch(position_.epoch + 1);
  }
  const std::span batch(order_.data() + position_.cursor, static_cast<std::size_t>(batch_rows_));
  position_.cursor += batch_rows_;
  return batch;
}

void BatchOrder::moveTo(Position position) {
  if (position.epoch != position_.epoch) {
    startEpoch(position.epoch);
  }
  position_ = position;
}

}  // namespace w2s::train
