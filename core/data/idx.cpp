#include "core/data/idx.h"

#include <algorithm>
#include <array>
#include <new>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/data/byte_reader.h"

namespace w2s::data {
namespace {

constexpr std::uint8_t kUnsignedByte = 0x08;
// A few megabytes of gzip unpack to gigabytes: a header that promises more is not believed.
constexpr std::size_t kMostValues = std::size_t{1} << 30U;
constexpr std::int64_t kMostRows = std::int64_t{1} << 24U;

std::string_view nameOfValueType(std::uint8_t type) {
  switch (type) {
    case 0x09:
      return "signed byte";
    case 0x0B:
      return "16-bit integer";
    case 0x0C:
      return "32-bit integer";
    case 0x0D:
      return "32-bit float";
    case 0x0E:
      return "64-bit float";
    default:
      return "unknown";
  }
}

tl::unexpected<Error> bad(const ByteReader& file, const Sentence& what) {
  return fail(ErrorCode::BadFormat, sentence("{} {}", file.path().string(), what));
}

// Reads exactly `target.size()` bytes of the header.
Status readHeaderPart(ByteReader& file, std::span<std::uint8_t> target) {
  W2S_TRY(const std::size_t got, file.read(target));
  if (got < target.size()) {
    return bad(file, sentence("is too short to hold an IDX header. Get the file again."));
  }
  return {};
}

Status checkMagic(ByteReader& file, int dimensions) {
  std::array<std::uint8_t, 4> magic{};
  W2S_CHECK(readHeaderPart(file, magic));
  if (magic[0] != 0 || magic[1] != 0) {
    return bad(file, sentence("is not an IDX file{}: it begins with the bytes {:02x}, not 00 00. "
                              "Get the file again.",
                              file.isCompressed() ? sentence(" inside its gzip stream")
                                                  : sentence(" (nor gzip)"),
                              fmt::join(magic, " ")));
  }
  if (magic[2] != kUnsignedByte) {
    return bad(file, sentence("holds values of the type 0x{:02x} ({}); only unsigned bytes (0x08) "
                              "are read.",
                              magic[2], nameOfValueType(magic[2])));
  }
  if (magic[3] != dimensions) {
    return bad(file, sentence("has {} where {} expected (1 for labels, 3 for images). "
                              "Are the image and label files swapped?",
                              magic[3] == 1 ? sentence("1 dimension")
                                            : sentence("{} dimensions", magic[3]),
                              dimensions == 1 ? sentence("1 is") : sentence("{} are", dimensions)));
  }
  return {};
}

Result<std::vector<std::int64_t>> readShape(ByteReader& file, int dimensions) {
  std::vector<std::int64_t> shape;
  for (int i = 0; i < dimensions; ++i) {
    std::array<std::uint8_t, 4> size{};
    W2S_CHECK(readHeaderPart(file, size));
    shape.push_back(std::int64_t{size[0]} << 24 | size[1] << 16 | size[2] << 8 | size[3]);
  }
  return shape;
}

Result<std::size_t> valuesPromisedBy(const ByteReader& file,
                                     const std::vector<std::int64_t>& shape) {
  std::size_t count = 1;
  for (const std::int64_t size : shape) {
    if (size == 0) {
      return bad(file, sentence("is empty: its header says {}.", fmt::join(shape, " x ")));
    }
    const auto factor = static_cast<std::size_t>(size);
    if (count > kMostValues / factor) {
      return bad(file, sentence("has a damaged header: {} values cannot be, at most {} are read. "
                                "Get the file again.",
                                fmt::join(shape, " x "), kMostValues));
    }
    count *= factor;
  }
  if (shape.front() > kMostRows) {
    return bad(file, sentence("has a damaged header: {} rows cannot be, at most {} are read. Get "
                              "the file again.",
                              shape.front(), kMostRows));
  }
  return count;
}

// Grows with what arrives, so that a header cannot make us allocate what the file does not hold.
Result<std::vector<std::uint8_t>> readValues(ByteReader& file,
                                             const std::vector<std::int64_t>& shape,
                                             std::size_t promised) {
  constexpr std::size_t kUsualRatio =
      4;  // images pack to a half or a third: one allocation is the rule
  std::vector<std::uint8_t> values;
  std::size_t filled = 0;
  std::size_t step =
      std::max<std::size_t>(file.storedBytes() * (file.isCompressed() ? kUsualRatio : 1), 1);
  while (filled < promised) {
    values.resize(std::min(promised, filled + step));
    W2S_TRY(const std::size_t got, file.read(std::span(values).subspan(filled)));
    filled += got;
    if (filled < values.size()) {
      return bad(file, sentence("is cut short or has a damaged header: the header promises {} = {} "
                                "values, {} are there. Get the file again.",
                                fmt::join(shape, " x "), promised, filled));
    }
    step = filled;
  }
  std::array<std::uint8_t, 1> beyond{};
  W2S_TRY(const std::size_t extra, file.read(beyond));
  if (extra != 0) {
    return bad(file, sentence("has bytes after the {} = {} values its header promises. "
                              "Get the file again.",
                              fmt::join(shape, " x "), promised));
  }
  return values;
}

}  // namespace

Result<IdxArray> readIdx(const std::filesystem::path& path, int dimensions) {
  try {
    W2S_TRY(ByteReader file, ByteReader::open(path));
    W2S_CHECK(checkMagic(file, dimensions));
    IdxArray array;
    W2S_TRY(array.shape, readShape(file, dimensions));
    W2S_TRY(const std::size_t promised, valuesPromisedBy(file, array.shape));
    W2S_TRY(array.values, readValues(file, array.shape, promised));
    return array;
  } catch (const std::bad_alloc&) {
    return fail(
        ErrorCode::OutOfMemory,
        sentence("There is not enough memory to read {}. Close other programs.", path.string()));
  }
}

}  // namespace w2s::data
