#include "core/store/checkpoint_step.h"

#include <algorithm>
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

// The JSON of the header; empty where it is not there whole.
std::string headerOf(const RegularFile& file) {
  constexpr std::uint64_t kMostHeaderBytes = 1U << 20U;
  const auto length = readAt<std::uint64_t>(file, 0);
  if (!length || *length > kMostHeaderBytes) {
    return {};
  }
  std::string text(*length, '\0');
  return file.readAt(sizeof(std::uint64_t), text) == text.size() ? text : std::string();
}

// The first number of the tensor "progress".
std::optional<double> firstOfProgress(const std::filesystem::path& path,
                                      const std::string& fingerprint) {
  const auto file = RegularFile::open(path);
  const std::string text = file ? headerOf(*file) : std::string();
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
             ? readAt<double>(*file, sizeof(std::uint64_t) + text.size() + offset)
             : std::nullopt;
}

}  // namespace

std::int64_t checkpointStep(const std::filesystem::path& file, const std::string& fingerprint,
                            std::int64_t last_recorded_step) {
  const auto step = firstOfProgress(file, fingerprint);
  const auto last = static_cast<double>(last_recorded_step);
  return step && *step > 0.0 && *step <= last ? static_cast<std::int64_t>(*step) : 0;
}

bool hasSoundHeader(const std::filesystem::path& path) {
  const auto file = RegularFile::open(path);
  const std::string text = file ? headerOf(*file) : std::string();
  const auto header = parseJson(text, {.members = std::size_t{1} << 17U});
  if (!header || !header->is_object()) {
    return false;
  }
  try {
    std::uint64_t end = 0;
    for (const auto& [name, tensor] : header->items()) {
      if (name != "__metadata__") {
        end = std::max(end, tensor.at("data_offsets").at(1).get<std::uint64_t>());
      }
    }
    return sizeof(std::uint64_t) + text.size() + end == file->size();
  } catch (const Json::exception&) {
    return false;
  }
}

}  // namespace w2s::store
