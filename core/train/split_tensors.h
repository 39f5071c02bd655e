// The rows of the splits that a model meets, as tensors on the training device: features, or rows
// as they are stored.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"

namespace w2s::train {

// Features of a split that are too many for memory: read when they are asked for, [B,D] float32 on the
// training device, scaled. Thread-safe; what a call gives is valid until the same thread calls the
// same function again.
class RowReader {
 public:
  virtual ~RowReader() = default;
  [[nodiscard]] virtual std::int64_t rows() const = 0;
  [[nodiscard]] virtual std::int64_t width() const = 0;  // D
  // Of these rows, [B] int64, contiguous. Throws ReadFailure.
  [[nodiscard]] virtual at::Tensor gather(const at::Tensor& rows) const = 0;
  // Of `count` rows from `first` on. Throws ReadFailure.
  [[nodiscard]] virtual at::Tensor block(std::int64_t first, std::int64_t count) const = 0;
};

// A step has no way to return that a file is gone; the engine catches it around the stage.
struct ReadFailure : std::runtime_error {
  explicit ReadFailure(Error cause) : std::runtime_error(cause.message), error(std::move(cause)) {}
  Error error;
};

struct SplitTensors {
  std::string trained_on;  // the split whose rows are the batches: "weak", "transfer"
  std::map<std::string, at::Tensor, std::less<>> splits;  // [N, ...] by name (data/splits.h)
  // Instead of `splits`, for features that are read a batch at a time.
  std::map<std::string, std::shared_ptr<const RowReader>, std::less<>> readers = {};

  // The split is there: asking for another is a programming error.
  [[nodiscard]] const at::Tensor& of(std::string_view split) const;
  [[nodiscard]] const at::Tensor& training() const {
    return of(trained_on);
  }
  // Null: the splits are tensors.
  [[nodiscard]] const RowReader* readerOf(std::string_view split) const;
  // Of features, one row.
  [[nodiscard]] std::int64_t width() const {
    const RowReader* const reader = readerOf(trained_on);
    return reader != nullptr ? reader->width() : training().size(1);
  }
};

// [N,K] of a whole split: what `logits_of` makes of its features, in blocks where they are read.
[[nodiscard]] at::Tensor logitsInBlocks(
    const SplitTensors& features, std::string_view split,
    const std::function<at::Tensor(const at::Tensor& features)>& logits_of);

}  // namespace w2s::train
