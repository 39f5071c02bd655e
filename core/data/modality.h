// Kinds of data: what a row is, how it lies in memory, and what a person sees of it.
//
// A kind is a struct with a name, the layout of a row, words for what a model is given, and view(),
// which makes of a row's bytes what the window shows. Everything else follows from these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/sentence.h"

namespace w2s::data {

enum class ValueType { Byte, Half, BFloat16, Float, Double };  // uint8; IEEE binary16; ...
[[nodiscard]] std::size_t bytesOf(ValueType type);

// How one row lies in memory: row-major, without gaps between rows.
struct RowLayout {
  ValueType type = ValueType::Byte;
  std::vector<std::int64_t> shape;

  [[nodiscard]] std::size_t bytes() const;  // of one row
};

// --- One row, for people ---

struct PictureView {
  std::int64_t height = 0;
  std::int64_t width = 0;
  std::vector<std::uint8_t> pixels;  // [height, width]
};

struct PointView {
  float x = 0.0F;
  float y = 0.0F;
};

// Plain numbers without a place in a picture; the first `kMostShown` of a row.
struct VectorView {
  static constexpr std::size_t kMostShown = 256;
  std::vector<float> values;
};

// UTF-8.
struct TextView {
  std::string text;
};

using ExampleView = std::variant<PictureView, PointView, VectorView, TextView>;

// --- Kinds ---

// Grey values, 0 = background, 255 = brightest.
struct Pictures {
  static constexpr const char* kName = sentenceNoop("pictures");
  std::int64_t channels = 1;
  std::int64_t height = 28;  // pixels
  std::int64_t width = 28;
  friend bool operator==(const Pictures&, const Pictures&) = default;
  [[nodiscard]] RowLayout layout() const {
    return {.type = ValueType::Byte, .shape = {channels, height, width}};
  }
  [[nodiscard]] Sentence words() const;
  [[nodiscard]] ExampleView view(std::span<const std::byte> row) const;
};

// Places in the plane.
struct Points {
  static constexpr const char* kName = sentenceNoop("points");
  friend bool operator==(const Points&, const Points&) = default;
  [[nodiscard]] RowLayout layout() const {
    return {.type = ValueType::Float, .shape = {2}};
  }
  [[nodiscard]] Sentence words() const;
  [[nodiscard]] ExampleView view(std::span<const std::byte> row) const;
};

// Features that another program made: one of the feature sets of a card.
struct Vectors {
  static constexpr const char* kName = sentenceNoop("vectors");
  std::int64_t width = 1;
  ValueType type = ValueType::Float;
  friend bool operator==(const Vectors&, const Vectors&) = default;
  [[nodiscard]] RowLayout layout() const {
    return {.type = type, .shape = {width}};
  }
  [[nodiscard]] Sentence words() const;
  [[nodiscard]] ExampleView view(std::span<const std::byte> row) const;
};

using Modality = std::variant<Pictures, Points, Vectors>;

[[nodiscard]] RowLayout layoutOf(const Modality& modality);
// "pictures": the word of messages and files.
[[nodiscard]] std::string_view nameOf(const Modality& modality);

// The number that a value of this type in memory is. Byte: 0 ... 255.
[[nodiscard]] double numberAt(ValueType type, const std::byte* value);

}  // namespace w2s::data
