// IDX files: the format of MNIST and its relatives, plain or gzip.
//
// Layout, all numbers big-endian: two zero bytes, one byte for the value type (0x08 = unsigned
// byte), one byte for the number of dimensions D, D sizes of four bytes, then the values in
// row-major order.
// Source: LeCun, Cortes and Burges, "The MNIST database of handwritten digits", the IDX file
// format. Deviation: unsigned bytes are the only value type; every data set the lab reads uses it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

struct IdxArray {
  std::vector<std::int64_t> shape;   // as in the header; every size > 0
  std::vector<std::uint8_t> values;  // exactly the product of the sizes
};

// Reads a whole file and checks that it has `dimensions` dimensions. Memory follows the bytes that
// are really there, never the header's promise, and ends at 1 GiB of values and 2^24 rows. Errors
// (BadFormat unless said) name the file and what is wrong with it: missing (NotFound), neither gzip
// nor IDX, another value type, another number of dimensions, sizes beyond these bounds or beyond
// the content, bytes left over, damaged or truncated gzip, no memory (OutOfMemory).
[[nodiscard]] Result<IdxArray> readIdx(const std::filesystem::path& path, int dimensions);

}  // namespace w2s::data
