// The NPY file format: one array, as numpy.save writes it.
//
// Layout: the bytes 0x93 "NUMPY", two bytes of version, the length of the header (2 bytes in version
// 1, 4 after it, little endian), the header, which is a Python dictionary with the keys descr,
// fortran_order and shape, and the values.
// Source: NumPy enhancement proposal 1, and numpy.lib.format. Deviations: values in C order and
// little endian alone; no structured types and no Python objects, whose reading runs code.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

// Text: `width` characters of 4 bytes (UCS-4); Bytes: `width` bytes; both filled up with zeros.
enum class ArrayType {
  Bool,
  I8,
  I16,
  I32,
  I64,
  U8,
  U16,
  U32,
  U64,
  F16,
  BF16,
  F32,
  F64,
  Text,
  Bytes,
};

// Where the values of an array lie in a file.
struct ArrayLayout {
  ArrayType type = ArrayType::F32;
  std::size_t item_bytes = 4;
  std::vector<std::int64_t> shape;  // every size >= 0; empty: one value
  std::uint64_t offset = 0;         // of the first value

  [[nodiscard]] std::int64_t rows() const {
    return shape.empty() ? 1 : shape.front();
  }
  // Values of one row: [N] has one, [N, D] has D.
  [[nodiscard]] std::int64_t width() const;
  [[nodiscard]] std::string typeName() const;  // "float16", "text of 12 characters"
};

inline constexpr std::size_t kMostNpyHeaderBytes = std::size_t{1} << 16U;

// `head`: the file's first bytes, kMostNpyHeaderBytes of them or all. Errors (BadFormat) name
// `source` and the cause: no NPY, another version, a header that is no such dictionary, a type that
// is not read here, Fortran order, more or fewer values than the file has.
[[nodiscard]] Result<ArrayLayout> readNpyHeader(std::string_view head, std::uint64_t file_bytes,
                                                std::string_view source);

}  // namespace w2s::data
