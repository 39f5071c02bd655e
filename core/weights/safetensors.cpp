#include "core/weights/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ATen/ops/empty.h>

#include "core/base/file_io.h"
#include "core/base/seal.h"
#include "core/weights/safetensors_header.h"

namespace w2s {
namespace {

using safetensors_detail::Entry;
using safetensors_detail::Header;

static_assert(std::endian::native == std::endian::little,
              "safetensors data is little endian and is copied as it is");

struct Dtype {
  std::string_view name;
  at::ScalarType type;
  std::uint64_t bytes;
};
// Ascending as in the reference writer's enumeration; its order of tensors is descending in it.
constexpr std::array<Dtype, 10> kDtypes{{
    {"BOOL", at::kBool, 1},
    {"U8", at::kByte, 1},
    {"I8", at::kChar, 1},
    {"I16", at::kShort, 2},
    {"F16", at::kHalf, 2},
    {"BF16", at::kBFloat16, 2},
    {"I32", at::kInt, 4},
    {"F32", at::kFloat, 4},
    {"F64", at::kDouble, 8},
    {"I64", at::kLong, 8},
}};

const Dtype* dtypeOfName(std::string_view name) {
  const auto found = std::ranges::find(kDtypes, name, &Dtype::name);
  return found == kDtypes.end() ? nullptr : &*found;
}

const Dtype* dtypeOfTensor(const at::Tensor& tensor) {
  const auto found = std::ranges::find(kDtypes, tensor.scalar_type(), &Dtype::type);
  return found == kDtypes.end() ? nullptr : &*found;
}

tl::unexpected<Error> damaged(std::string_view source, const Sentence& cause) {
  return fail(ErrorCode::BadFormat,
              sentence("{} is not a sound safetensors file: {}.", source, cause));
}

// Bytes that shape and type ask for; nothing when the product does not fit.
std::optional<std::uint64_t> bytesOf(const Entry& entry, const Dtype& dtype) {
  std::uint64_t total = dtype.bytes;
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
    const Dtype* dtype = dtypeOfName(entry.dtype);
    if (dtype == nullptr) {
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
    const auto expected = bytesOf(entry, *dtype);
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

Result<at::Tensor> copyTensor(const Entry& entry, std::string_view data, std::string_view source) {
  const Dtype& dtype = *dtypeOfName(entry.dtype);
  const std::string_view bytes = data.substr(entry.begin, entry.end - entry.begin);
  // A bool other than 0 or 1 is undefined behaviour to read.
  if (dtype.type == at::kBool &&
      !std::ranges::all_of(bytes, [](char byte) { return byte == 0 || byte == 1; })) {
    return damaged(source, sentence("tensor '{}' holds booleans other than 0 and 1", entry.name));
  }
  const std::vector<std::int64_t> shape(entry.shape.begin(), entry.shape.end());
  at::Tensor tensor = at::empty(shape, at::TensorOptions(dtype.type));
  if (!bytes.empty()) {
    std::memcpy(tensor.mutable_data_ptr(), bytes.data(), bytes.size());
  }
  return tensor;
}

Status checkNames(const NamedTensors& tensors) {
  std::set<std::string_view> names;
  for (const NamedTensor& entry : tensors) {
    if (entry.name == "__metadata__" || !names.insert(entry.name).second) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("Tensors cannot be stored: the name '{}' is {}.", entry.name,
                           entry.name == "__metadata__" ? "reserved" : "used twice"));
    }
    if (!entry.tensor.defined() || dtypeOfTensor(entry.tensor) == nullptr) {
      return fail(
          ErrorCode::InvalidArgument,
          sentence("Tensor '{}' cannot be stored: its type has no safetensors name.", entry.name));
    }
  }
  return {};
}

}  // namespace

Result<SafetensorsFile> parseSafetensors(std::string_view bytes, std::string_view source) {
  std::uint64_t header_bytes = 0;
  if (bytes.size() < sizeof header_bytes) {
    return damaged(source, sentence("it has {} bytes, too few for a header", bytes.size()));
  }
  std::memcpy(&header_bytes, bytes.data(), sizeof header_bytes);
  if (header_bytes > safetensors_detail::kMaxHeaderBytes ||
      header_bytes > bytes.size() - sizeof header_bytes) {
    return damaged(source, sentence("its header claims {} bytes, the file has {}", header_bytes,
                                    bytes.size()));
  }
  auto header = safetensors_detail::parseHeader(bytes.substr(sizeof header_bytes, header_bytes));
  if (!header) {
    return damaged(source, saidBy(header.error()));
  }
  if (sealOf(bytes, sizeof header_bytes + header_bytes) == Seal::Broken) {
    return damaged(source, sentence("its content does not have the checksum it was written with"));
  }
  const std::string_view data = bytes.substr(sizeof header_bytes + header_bytes);
  W2S_CHECK(checkLayout(header->entries, data.size(), source));

  SafetensorsFile file;
  file.metadata = std::move(header->metadata);
  file.tensors.reserve(header->entries.size());
  for (const Entry& entry : header->entries) {
    W2S_TRY(at::Tensor tensor, copyTensor(entry, data, source));
    file.tensors.push_back({entry.name, std::move(tensor)});
  }
  return file;
}

Result<SafetensorsFile> readSafetensors(const std::filesystem::path& path) {
  W2S_TRY(const std::string bytes, readFile(path, kMostWeightsBytes));
  return parseSafetensors(bytes, path.string());
}

Result<std::string> formatSafetensors(const NamedTensors& tensors,
                                      const SafetensorsMetadata& metadata) {
  W2S_CHECK(checkNames(tensors));
  std::vector<const NamedTensor*> sorted;
  for (const NamedTensor& entry : tensors) {
    sorted.push_back(&entry);
  }
  std::ranges::sort(sorted, [](const NamedTensor* a, const NamedTensor* b) {
    const Dtype* type_a = dtypeOfTensor(a->tensor);
    const Dtype* type_b = dtypeOfTensor(b->tensor);
    return type_a != type_b ? type_a > type_b : a->name < b->name;
  });

  nlohmann::ordered_json header = nlohmann::ordered_json::object();
  if (!metadata.empty()) {
    header["__metadata__"] = metadata;
  }
  std::string data;
  for (const NamedTensor* entry : sorted) {
    const at::Tensor stored = entry->tensor.detach().cpu().contiguous();
    const std::size_t begin = data.size();
    data.append(static_cast<const char*>(stored.const_data_ptr()), stored.nbytes());
    header[entry->name] = {{"dtype", dtypeOfTensor(stored)->name},
                           {"shape", stored.sizes().vec()},
                           {"data_offsets", {begin, data.size()}}};
  }

  std::string json;
  try {
    json = header.dump();
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::InvalidArgument,
                "Tensors cannot be stored: a name or a metadata text is not UTF-8.", e.what());
  }
  json.resize((json.size() + 7) / 8 * 8, ' ');
  const std::uint64_t header_bytes = json.size();
  std::string bytes(sizeof header_bytes, '\0');
  std::memcpy(bytes.data(), &header_bytes, sizeof header_bytes);
  bytes += json;
  const std::size_t header_end = bytes.size();
  bytes += data;
  if (metadata.contains(std::string(kSealKey))) {
    seal(bytes, header_end);
  }
  return bytes;
}

Status writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                        const SafetensorsMetadata& metadata) {
  W2S_TRY(const std::string bytes, formatSafetensors(tensors, metadata));
  return writeFileAtomically(path, bytes);
}

}  // namespace w2s
