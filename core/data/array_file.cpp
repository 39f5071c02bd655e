#include "core/data/array_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/weights/safetensors_layout.h"

namespace w2s::data {
namespace {

constexpr std::size_t kScanBytes = std::size_t{4} << 20U;

std::optional<ArrayType> typeOfTensor(std::string_view dtype) {
  constexpr std::array<std::pair<std::string_view, ArrayType>, 10> kNames{
      {{"BOOL", ArrayType::Bool},
       {"U8", ArrayType::U8},
       {"I8", ArrayType::I8},
       {"I16", ArrayType::I16},
       {"I32", ArrayType::I32},
       {"I64", ArrayType::I64},
       {"F16", ArrayType::F16},
       {"BF16", ArrayType::BF16},
       {"F32", ArrayType::F32},
       {"F64", ArrayType::F64}}};
  const auto* const found =
      std::ranges::find(kNames, dtype, &std::pair<std::string_view, ArrayType>::first);
  return found == kNames.end() ? std::nullopt : std::optional(found->second);
}

// The file's first bytes, `most` of them or all.
Result<std::string> headOf(const MappedFile& file, std::uint64_t most) {
  std::string head(static_cast<std::size_t>(std::min(file.size(), most)), '\0');
  W2S_CHECK(file.copy(0, std::as_writable_bytes(std::span(head))));
  return head;
}

// The header of a safetensors file, and how many bytes it has.
Result<std::pair<safetensors_detail::Layout, std::size_t>> headerOf(const MappedFile& file) {
  using namespace safetensors_detail;
  W2S_TRY(const std::string length, headOf(file, sizeof(std::uint64_t)));
  std::uint64_t header_bytes = 0;
  std::memcpy(&header_bytes, length.data(), length.size());
  const std::uint64_t wanted = std::min(header_bytes, kMaxHeaderBytes) + sizeof header_bytes;
  W2S_TRY(const std::string head, headOf(file, wanted));
  W2S_TRY(Layout layout, readLayoutOf(head, file.size(), file.path().string()));
  return std::pair(std::move(layout), head.size());
}

Result<ArrayLayout> tensorOf(const MappedFile& file, const FileRef& ref) {
  using safetensors_detail::Entry;
  const std::string source = ref.path.string();
  W2S_TRY(const auto header, headerOf(file));
  const auto& [layout, head_bytes] = header;
  std::vector<std::string_view> names;
  for (const Entry& entry : layout.entries) {
    names.emplace_back(entry.name);
    if (entry.name != ref.part && !(ref.part.empty() && layout.entries.size() == 1)) {
      continue;
    }
    ArrayLayout array{.type = *typeOfTensor(entry.dtype), .offset = head_bytes + entry.begin};
    array.shape.assign(entry.shape.begin(), entry.shape.end());
    array.item_bytes = 1;
    for (const auto& [bytes, types] :
         {std::pair(2U, std::array{ArrayType::I16, ArrayType::F16, ArrayType::BF16}),
          std::pair(4U, std::array{ArrayType::I32, ArrayType::F32, ArrayType::F32}),
          std::pair(8U, std::array{ArrayType::I64, ArrayType::F64, ArrayType::F64})}) {
      array.item_bytes =
          std::ranges::find(types, array.type) == types.end() ? array.item_bytes : bytes;
    }
    return array;
  }
  if (ref.part.empty()) {
    return fail(ErrorCode::BadFormat,
                sentence("{} holds {} tensors; say which one as {}#NAME: {}.", source, names.size(),
                         ref.path.filename().string(), fmt::join(names, ", ")));
  }
  return fail(ErrorCode::NotFound, sentence("{} has no tensor \"{}\"; it has {}.", source, ref.part,
                                            fmt::join(names, ", ")));
}

// Whether one of the values has all bits of its exponent set, which is what no finite number has.
template <class Bits>
bool anyNotFinite(std::span<const std::byte> bytes, Bits exponent) {
  const std::size_t count = bytes.size() / sizeof(Bits);
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    Bits bits;
    std::memcpy(&bits, bytes.data() + i * sizeof bits, sizeof bits);
    any |= (bits & exponent) == exponent;
  }
  return any;
}

// Models compute with float32: what it does not hold would become infinite there.
bool anyBeyondFloat(std::span<const std::byte> bytes) {
  constexpr auto kLargest = std::bit_cast<std::uint64_t>(double{std::numeric_limits<float>::max()});
  const std::size_t count = bytes.size() / sizeof(double);
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t bits;
    std::memcpy(&bits, bytes.data() + i * sizeof bits, sizeof bits);
    any |= (bits & 0x7FFFFFFFFFFFFFFFU) > kLargest;
  }
  return any;
}

bool anyNotFinite(std::span<const std::byte> bytes, ArrayType type) {
  switch (type) {
    case ArrayType::F16:
      return anyNotFinite<std::uint16_t>(bytes, 0x7C00U);
    case ArrayType::BF16:
      return anyNotFinite<std::uint16_t>(bytes, 0x7F80U);
    case ArrayType::F32:
      return anyNotFinite<std::uint32_t>(bytes, 0x7F800000U);
    default:
      return anyBeyondFloat(bytes);
  }
}

Result<ArrayScan> scan(const ArrayFile& array) {
  ArrayScan found;
  Hasher hasher;
  const std::size_t row_bytes = array.rowBytes();
  const std::int64_t rows = array.layout().rows();
  const auto rows_a_block = static_cast<std::int64_t>(
      std::max<std::size_t>(1, kScanBytes / std::max<std::size_t>(1, row_bytes)));
  std::vector<std::byte> block;
  for (std::int64_t first = 0; first < rows; first += rows_a_block) {
    const std::int64_t count = std::min(rows_a_block, rows - first);
    block.resize(static_cast<std::size_t>(count) * row_bytes);
    W2S_CHECK(array.readBlock(first, block));
    hasher.add(block);
    if (!anyNotFinite(block, array.layout().type)) {
      continue;
    }
    for (std::int64_t row = 0; row < count; ++row) {
      const auto bytes =
          std::span(block).subspan(static_cast<std::size_t>(row) * row_bytes, row_bytes);
      if (anyNotFinite(bytes, array.layout().type)) {
        ++found.unsound;
        if (found.unsound_rows.size() < ArrayScan::kMostNamed) {
          found.unsound_rows.push_back(first + row);
        }
      }
    }
  }
  found.hash = hasher.hex();
  return found;
}

}  // namespace

FileRef FileRef::parse(std::string_view text, const std::filesystem::path& folder) {
  std::size_t mark = text.rfind('#');
  std::error_code ignored;
  if (std::filesystem::is_regular_file(folder / std::filesystem::path(text), ignored)) {
    mark = std::string_view::npos;  // a sign of its name
  }
  FileRef ref;
  ref.path = std::filesystem::path(text.substr(0, mark));
  if (mark != std::string_view::npos) {
    ref.part = text.substr(mark + 1);
  }
  if (ref.path.is_relative()) {
    ref.path = folder / ref.path;
  }
  ref.path = ref.path.lexically_normal();
  return ref;
}

std::string FileRef::text() const {
  return part.empty() ? path.string() : fmt::format("{}#{}", path.string(), part);
}

Result<std::vector<std::string>> ArrayFile::tensorsOf(const std::filesystem::path& path) {
  W2S_TRY(const MappedFile file, MappedFile::open(path));
  W2S_TRY(const auto header, headerOf(file));
  std::vector<std::string> names;
  for (const auto& entry : header.first.entries) {
    names.push_back(entry.name);
  }
  return names;
}

Result<ArrayFile> ArrayFile::open(const FileRef& ref) {
  W2S_TRY(MappedFile file, MappedFile::open(ref.path));
  if (ref.path.extension() == ".safetensors") {
    W2S_TRY(ArrayLayout layout, tensorOf(file, ref));
    return ArrayFile(std::move(file), std::move(layout));
  }
  W2S_TRY(const std::string head, headOf(file, kMostNpyHeaderBytes));
  W2S_TRY(ArrayLayout layout, readNpyHeader(head, file.size(), ref.path.string()));
  return ArrayFile(std::move(file), std::move(layout));
}

std::optional<ValueType> featureTypeOf(ArrayType type) {
  switch (type) {
    case ArrayType::F16:
      return ValueType::Half;
    case ArrayType::BF16:
      return ValueType::BFloat16;
    case ArrayType::F32:
      return ValueType::Float;
    case ArrayType::F64:
      return ValueType::Double;
    default:
      return std::nullopt;
  }
}

Result<ArrayScan> scanArray(const ArrayFile& array, const FileRef& ref) {
  // One memo a tensor of a file: a path with the tensor's name names the memo's entry, the stamp is
  // the file's.
  static std::mutex mutex;
  static std::map<std::string, std::pair<FileStamp, ArrayScan>> known;
  {
    const std::lock_guard lock(mutex);
    const auto found = known.find(ref.text());
    if (found != known.end() && found->second.first == array.file().stamp()) {
      return found->second.second;
    }
  }
  W2S_TRY(ArrayScan found, scan(array));
  if (array.file().stamp().isSettled()) {
    const std::lock_guard lock(mutex);
    known[ref.text()] = {array.file().stamp(), found};
  }
  return found;
}

}  // namespace w2s::data
