#include "core/data/modality.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <functional>
#include <limits>
#include <numeric>

namespace w2s::data {
namespace {

template <class Number>
Number loaded(const std::byte* value) {
  Number number;
  std::memcpy(&number, value, sizeof number);
  return number;
}

// IEEE 754 binary16.
double halfOf(std::uint16_t bits) {
  const int exponent = (bits >> 10U) & 0x1F;
  const int fraction = bits & 0x3FF;
  const double sign = (bits & 0x8000U) != 0 ? -1.0 : 1.0;
  if (exponent == 0x1F) {
    return fraction == 0 ? sign * std::numeric_limits<double>::infinity()
                         : std::numeric_limits<double>::quiet_NaN();
  }
  return exponent == 0 ? sign * std::ldexp(fraction, -24)
                       : sign * std::ldexp(1024 + fraction, exponent - 25);
}

}  // namespace

std::size_t bytesOf(ValueType type) {
  switch (type) {
    case ValueType::Byte:
      return 1;
    case ValueType::Half:
    case ValueType::BFloat16:
      return 2;
    case ValueType::Float:
      return 4;
    case ValueType::Double:
      return 8;
  }
  return 0;
}

double numberAt(ValueType type, const std::byte* value) {
  switch (type) {
    case ValueType::Byte:
      return static_cast<double>(loaded<std::uint8_t>(value));
    case ValueType::Half:
      return halfOf(loaded<std::uint16_t>(value));
    case ValueType::BFloat16:
      return std::bit_cast<float>(std::uint32_t{loaded<std::uint16_t>(value)} << 16U);
    case ValueType::Float:
      return loaded<float>(value);
    case ValueType::Double:
      return loaded<double>(value);
  }
  return 0.0;
}

std::size_t RowLayout::bytes() const {
  const auto values =
      std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
  return static_cast<std::size_t>(values) * bytesOf(type);
}

Sentence Pictures::words() const {
  return sentence("grey images of {} × {} pixels in [0, 1]", height, width);
}

ExampleView Pictures::view(std::span<const std::byte> row) const {
  PictureView view{.height = height, .width = width, .pixels = {}};
  const auto* first = reinterpret_cast<const std::uint8_t*>(row.data());
  view.pixels.assign(first, first + height * width);
  return view;
}

Sentence Points::words() const {
  return sentence("points of the plane");
}

ExampleView Points::view(std::span<const std::byte> row) const {
  return PointView{.x = loaded<float>(row.data()), .y = loaded<float>(row.data() + sizeof(float))};
}

Sentence Vectors::words() const {
  return sentence("vectors of {} numbers", width);
}

ExampleView Vectors::view(std::span<const std::byte> row) const {
  VectorView view;
  const std::size_t shown = std::min(static_cast<std::size_t>(width), VectorView::kMostShown);
  for (std::size_t i = 0; i < shown; ++i) {
    view.values.push_back(static_cast<float>(numberAt(type, row.data() + i * bytesOf(type))));
  }
  return view;
}

RowLayout layoutOf(const Modality& modality) {
  return std::visit([](const auto& kind) { return kind.layout(); }, modality);
}

std::string_view nameOf(const Modality& modality) {
  return std::visit([](const auto& kind) { return std::string_view(kind.kName); }, modality);
}

}  // namespace w2s::data
