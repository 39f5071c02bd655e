#include "core/weights/safetensors.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <ATen/ops/empty.h>

#include "core/base/file_io.h"
#include "core/base/seal.h"
#include "core/weights/safetensors_layout.h"

namespace w2s {
namespace {

using safetensors_detail::damaged;
using safetensors_detail::Entry;
using safetensors_detail::Layout;
using safetensors_detail::readLayout;

static_assert(std::endian::native == std::endian::little,
              "safetensors data is little endian and is copied as it is");

struct Dtype {
  std::string_view name;
  at::ScalarType type;
};
// Ascending as in the reference writer's enumeration; its order of tensors is descending in it.
constexpr std::array<Dtype, 10> kDtypes{{
    {"BOOL", at::kBool},
    {"U8", at::kByte},
    {"I8", at::kChar},
    {"I16", at::kShort},
    {"F16", at::kHalf},
    {"BF16", at::kBFloat16},
    {"I32", at::kInt},
    {"F32", at::kFloat},
    {"F64", at::kDouble},
    {"I64", at::kLong},
}};

const Dtype* dtypeOfName(std::string_view name) {
  const auto found = std::ranges::find(kDtypes, name, &Dtype::name);
  return found == kDtypes.end() ? nullptr : &*found;
}

const Dtype* dtypeOfTensor(const at::Tensor& tensor) {
  const auto found = std::ranges::find(kDtypes, tensor.scalar_type(), &Dtype::type);
  return found == kDtypes.end() ? nullptr : &*found;
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
  W2S_TRY(Layout layout, readLayout(bytes, source));
  SafetensorsFile file;
  file.metadata = std::move(layout.metadata);
  file.tensors.reserve(layout.entries.size());
  for (const Entry& entry : layout.entries) {
    W2S_TRY(at::Tensor tensor, copyTensor(entry, layout.data, source));
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
