// IDX files for tests: whole small data sets in Fashion-MNIST's shape, and single files to damage.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include "core/base/seed.h"

namespace w2s::test {

inline std::string idxBytes(const std::vector<std::uint32_t>& shape, std::string_view values,
                            char value_type = 0x08) {
  std::string bytes = {'\0', '\0', value_type, static_cast<char>(shape.size())};
  for (const std::uint32_t size : shape) {
    for (const int shift : {24, 16, 8, 0}) {
      bytes += static_cast<char>(size >> shift & 0xFF);
    }
  }
  return bytes.append(values);
}

inline std::string gzipped(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 16 + MAX_WBITS, 8,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("deflateInit2 failed");
  }
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  const int outcome = deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  if (outcome != Z_STREAM_END) {
    throw std::runtime_error("deflate failed");
  }
  return packed;
}

inline void writeBytes(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream file(path, std::ios::binary);
  file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!file.flush()) {
    throw std::runtime_error("cannot write " + path.string());
  }
}

// Ten classes in turn; each image is a noisy bar whose place is its class, so that small models
// learn it quickly.
inline void writeImagePart(const std::filesystem::path& folder, const std::string& prefix,
                           std::uint32_t rows, Seed seed) {
  SplitMix64 random(seed);
  std::string labels;
  std::string pixels;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const int label = static_cast<int>(row % 10);
    labels += static_cast<char>(label);
    for (int y = 0; y < 28; ++y) {
      for (int x = 0; x < 28; ++x) {
        const bool bar = y / 14 == label / 5 && x / 6 == label % 5;
        pixels += static_cast<char>(random.below(bar ? 256 : 96));
      }
    }
  }
  writeBytes(folder / (prefix + "-images-idx3-ubyte.gz"),
             gzipped(idxBytes({rows, 28, 28}, pixels)));
  writeBytes(folder / (prefix + "-labels-idx1-ubyte"), idxBytes({rows}, labels));
}

// The four files of a data set that opens as "fashion-mnist". Images packed, labels plain.
inline void writeSmallDataSet(const std::filesystem::path& folder, std::uint32_t train_rows,
                              std::uint32_t test_rows, Seed seed = Seed{1}) {
  std::filesystem::create_directories(folder);
  writeImagePart(folder, "train", train_rows, seed.child("train"));
  writeImagePart(folder, "t10k", test_rows, seed.child("test"));
}

}  // namespace w2s::test
