#include "core/data/feature_rows.h"

#include <cassert>
#include <cstring>

namespace w2s::data {

std::int64_t FeatureRows::rows() const {
  if (const auto* file = std::get_if<ArrayFile>(&held_)) {
    return file->layout().rows();
  }
  const Made& made = std::get<Made>(held_);
  return made.width == 0 ? 0 : std::ssize(made.values) / made.width;
}

std::int64_t FeatureRows::width() const {
  const auto* file = std::get_if<ArrayFile>(&held_);
  return file != nullptr ? file->layout().width() : std::get<Made>(held_).width;
}

ValueType FeatureRows::type() const {
  const auto* file = std::get_if<ArrayFile>(&held_);
  return file != nullptr ? featureTypeOf(file->layout().type).value_or(ValueType::Float)
                         : ValueType::Float;
}

Status FeatureRows::read(std::span<const std::int64_t> rows, std::byte* target) const {
  if (const auto* file = std::get_if<ArrayFile>(&held_)) {
    return file->read(rows, target);
  }
  const Made& made = std::get<Made>(held_);
  for (const std::int64_t row : rows) {
    assert(row >= 0 && row < this->rows());
    std::memcpy(target, made.values.data() + row * made.width, rowBytes());
    target += rowBytes();
  }
  return {};
}

bool FeatureRows::isUnchanged() const {
  const auto* file = std::get_if<ArrayFile>(&held_);
  return file == nullptr || file->file().isUnchanged();
}

}  // namespace w2s::data
