#include "core/store/checkpoint_step.h"

#include <array>
#include <bit>
#include <optional>
#include <tuple>

#include "core/base/file_read.h"
#include "core/base/json.h"

namespace w2s::store {
namespace {

// A safetensors file: the header's length in 8 bytes, the header, the tensors. Both little endian,
// as is every machine that LibTorch runs on.
static_assert(std::endian::native == std::endian::little);

template <class Value>
std::optional<Value> readAt(const RegularFile& file, std::uint64_t position) {
  std::array<char, sizeof(Value)> bytes{};
  return file.readAt(position, bytes) == bytes.size() ? std::optional(std::bit_cast<Value>(bytes))
                                                      : std::nullopt;
}

// The first number of the tensor "progress".
std::optional<double> firstOfProgress(const std::filesystem::path& path,
                                      const std::string& fingerprint) {
  constexpr std::uint64_t kMostHeaderBytes = 1U << 20U;
  const auto file = RegularFile::open(path);
  const auto length = file ? readAt<std::uint64_t>(*file, 0) : std::nullopt;
  if (!length || *length > kMostHeaderBytes) {
    return std::nullopt;
  }
  std::string text(*length, '\0');
  if (file->readAt(sizeof(std::uint64_t), text) != text.size()) {
    return std::nullopt;
  }
  // No more of the header than is needed: the tensors' own reader judges the rest.
  const auto header = readJson(text, Sentence{}, [&](const JsonFields& fields) {
    const JsonFields progress = fields.child("progress");
    return std::tuple(fields.child("__metadata__").text("fingerprint"), progress.text("dtype"),
                      progress.list("data_offsets").at(0).get<std::uint64_t>());
  });
  if (!header) {
    return std::nullopt;
  }
  const auto& [found, dtype, offset] = *header;
  return found == fingerprint && dtype == "F64"
             ? readAt<double>(*file, sizeof(std::uint64_t) + *length + offset)
             : std::nullopt;
}

}  // namespace

std::int64_t checkpointStep(const std::filesystem::path& file, const std::string& fingerprint,
                            std::int64_t last_recorded_step) {
  const auto step = firstOfProgress(file, fingerprint);
  const auto last = static_cast<double>(last_recorded_step);
  return step && *step > 0.0 && *step <= last ? static_cast<std::int64_t>(*step) : 0;
}

}  // namespace w2s::store
