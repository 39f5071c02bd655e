// A checkpoint file with a step and a fingerprint and no model: all that the store reads of one.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

namespace w2s::test {

inline void writeCheckpoint(const std::filesystem::path& path, const std::string& fingerprint,
                            std::int64_t step) {
  const std::string header = R"({"__metadata__":{"format":"w2s-checkpoint-1","fingerprint":")" +
                             fingerprint +
                             R"("},"progress":{"dtype":"F64","shape":[5],"data_offsets":[0,40]}})";
  const std::uint64_t length = header.size();
  const std::array<double, 5> progress{static_cast<double>(step), 0.0, 0.0, 0.0, 0.0};
  std::ofstream file(path, std::ios::binary);
  file.write(reinterpret_cast<const char*>(&length), sizeof(length));
  file.write(header.data(), static_cast<std::streamsize>(header.size()));
  file.write(reinterpret_cast<const char*>(progress.data()), sizeof(progress));
}

}  // namespace w2s::test
