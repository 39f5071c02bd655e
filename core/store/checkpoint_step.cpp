#include "core/store/checkpoint_step.h"

#include <array>
#include <bit>
#include <fstream>
#include <optional>

#include <nlohmann/json.hpp>

namespace w2s::store {
namespace {

// A safetensors file: the header's length in 8 bytes, the header, the tensors. Both little endian,
// as is every machine that LibTorch runs on.
static_assert(std::endian::native == std::endian::little);

template <class Value>
std::optional<Value> readAt(std::ifstream& file, std::uint64_t position) {
  std::array<char, sizeof(Value)> bytes{};
  file.seekg(static_cast<std::streamoff>(position));
  if (!file.read(bytes.data(), bytes.size())) {
    return std::nullopt;
  }
  return std::bit_cast<Value>(bytes);
}

// The first number of the tensor "progress".
std::optional<double> firstOfProgress(const std::filesystem::path& path,
                                      const std::string& fingerprint) {
  constexpr std::uint64_t kMostHeaderBytes = 1U << 20U;
  std::ifstream file(path, std::ios::binary);
  const auto length = readAt<std::uint64_t>(file, 0);
  if (!length || *length > kMostHeaderBytes) {
    return std::nullopt;
  }
  std::string text(*length, '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(text.size()))) {
    return std::nullopt;
  }
  try {
    const auto header = nlohmann::json::parse(text);
    if (header.at("__metadata__").at("fingerprint") != fingerprint ||
        header.at("progress").at("dtype") != "F64") {
      return std::nullopt;
    }
    const auto offset = header.at("progress").at("data_offsets").at(0).get<std::uint64_t>();
    return readAt<double>(file, sizeof(std::uint64_t) + *length + offset);
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

}  // namespace

std::int64_t checkpointStep(const std::filesystem::path& file, const std::string& fingerprint,
                            std::int64_t last_recorded_step) {
  const auto step = firstOfProgress(file, fingerprint);
  const auto last = static_cast<double>(last_recorded_step);
  return step && *step > 0.0 && *step <= last ? static_cast<std::int64_t>(*step) : 0;
}

}  // namespace w2s::store
