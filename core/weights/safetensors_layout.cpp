#include "core/weights/safetensors_layout.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "core/base/seal.h"

namespace w2s::safetensors_detail {
namespace {

constexpr std::array<std::pair<std::string_view, std::uint64_t>, 10> kTypeBytes{{{"BOOL", 1},
                                                                                 {"U8", 1},
                                                                                 {"I8", 1},
                                                                                 {"I16", 2},
                                                                                 {"F16", 2},
                                                                                 {"BF16", 2},
                                                                                 {"I32", 4},
                                                                                 {"F32", 4},
                                                                                 {"F64", 8},
                                                                                 {"I64", 8}}};

std::optional<std::uint64_t> bytesOfType(std::string_view name) {
  const auto* const found =
      std::ranges::find(kTypeBytes, name, &std::pair<std::string_view, std::uint64_t>::first);
  return found == kTypeBytes.end() ? std::nullopt : std::optional(found->second);
}

// Bytes that shape and type ask for; nothing when the product does not fit.
std::optional<std::uint64_t> bytesOf(const Entry& entry, std::uint64_t type_bytes) {
  std::uint64_t total = type_bytes;
  for (const std::uint64_t extent : entry.shape) {
    if (__builtin_mul_overflow(total, extent, &total)) {
      return std::nullopt;
    }
  }
  // Extents become int64: a zero elsewhere in the shape must not let a huge one through.
  const bool extents_fit = std::ranges::all_of(
      entry.shape, [](std::uint64_t extent) { return extent <= (std::uint64_t{1} << 62); });
  return extents_fit ? std::optional(total) : std::nullopt;
}

// Every byte of the data belongs to exactly one tensor, and each tensor has the bytes its shape
// asks for.
Status checkLayout(std::vector<Entry>& entries, std::uint64_t data_bytes, std::string_view source) {
  std::ranges::stable_sort(entries, {}, [](const Entry& e) { return std::pair(e.begin, e.end); });
  std::uint64_t covered = 0;
  for (const Entry& entry : entries) {
    const auto type_bytes = bytesOfType(entry.dtype);
    if (!type_bytes) {
      return fail(ErrorCode::BadFormat,
                  sentence("{}: tensor '{}' has the type '{}', which is not supported.", source,
                           entry.name, entry.dtype));
    }
    if (entry.begin > entry.end || entry.end > data_bytes) {
      return damaged(source, sentence("tensor '{}' ends at byte {} of {} bytes of data", entry.name,
                                      entry.end, data_bytes));
    }
    if (entry.begin != covered) {
      return damaged(source, sentence("tensor '{}' {} the one before it", entry.name,
                                      entry.begin < covered ? "overlaps" : "leaves a hole after"));
    }
    const auto expected = bytesOf(entry, *type_bytes);
    if (!expected || *expected != entry.end - entry.begin) {
      return damaged(source, sentence("tensor '{}' has {} bytes, its shape and type need {}",
                                      entry.name, entry.end - entry.begin,
                                      expected ? fmt::format("{}", *expected) : "more than 2^64"));
    }
    covered = entry.end;
  }
  if (covered != data_bytes) {
    return damaged(source, sentence("{} bytes at the end belong to no tensor (or the file is cut)",
                                    data_bytes - covered));
  }
  return {};
}

}  // namespace

tl::unexpected<Error> damaged(std::string_view source, const Sentence& cause) {
  return fail(ErrorCode::BadFormat,
              sentence("{} is not a sound safetensors file: {}.", source, cause));
}

Result<Layout> readLayoutOf(std::string_view head, std::uint64_t file_bytes,
                            std::string_view source) {
  std::uint64_t header_bytes = 0;
  if (head.size() < sizeof header_bytes) {
    return damaged(source, sentence("it has {} bytes, too few for a header", head.size()));
  }
  std::memcpy(&header_bytes, head.data(), sizeof header_bytes);
  if (header_bytes > kMaxHeaderBytes || header_bytes > head.size() - sizeof header_bytes) {
    return damaged(
        source, sentence("its header claims {} bytes, the file has {}", header_bytes, file_bytes));
  }
  auto header = parseHeader(head.substr(sizeof header_bytes, header_bytes));
  if (!header) {
    return damaged(source, saidBy(header.error()));
  }
  W2S_CHECK(checkLayout(header->entries, file_bytes - sizeof header_bytes - header_bytes, source));
  return Layout{
      .entries = std::move(header->entries), .metadata = std::move(header->metadata), .data = {}};
}

Result<Layout> readLayout(std::string_view bytes, std::string_view source) {
  W2S_TRY(Layout layout, readLayoutOf(bytes, bytes.size(), source));
  std::uint64_t header_bytes = 0;
  std::memcpy(&header_bytes, bytes.data(), sizeof header_bytes);
  if (sealOf(bytes, sizeof header_bytes + header_bytes) == Seal::Broken) {
    return damaged(source, sentence("its content does not have the checksum it was written with"));
  }
  layout.data = bytes.substr(sizeof header_bytes + header_bytes);
  return layout;
}

}  // namespace w2s::safetensors_detail
