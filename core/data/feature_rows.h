// Rows of numbers, as features are read: mapped from a file, or made and held in memory.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/data/array_file.h"

namespace w2s::data {

// Far above what words of a text or columns of a table need; a file may hold more.
inline constexpr std::uint64_t kMostMadeBytes = std::uint64_t{1} << 31U;

class FeatureRows {
 public:
  // An array of [rows, numbers] whose type holds features.
  explicit FeatureRows(ArrayFile file) : held_(std::move(file)) {}
  // [rows, width], row after row.
  FeatureRows(std::vector<float> values, std::int64_t width)
      : held_(Made{.values = std::move(values), .width = width}) {}

  [[nodiscard]] std::int64_t rows() const;
  [[nodiscard]] std::int64_t width() const;
  [[nodiscard]] ValueType type() const;
  [[nodiscard]] std::size_t rowBytes() const {
    return bytesOf(type()) * static_cast<std::size_t>(width());
  }
  // Copies the rows one after the other; they are inside. Errors: of the file.
  [[nodiscard]] Status read(std::span<const std::int64_t> rows, std::byte* target) const;
  [[nodiscard]] bool isUnchanged() const;

 private:
  struct Made {
    std::vector<float> values;
    std::int64_t width = 0;
  };
  std::variant<ArrayFile, Made> held_;
};

}  // namespace w2s::data
