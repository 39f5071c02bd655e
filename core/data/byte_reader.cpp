#include "core/data/byte_reader.h"

#include <algorithm>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

#include <fmt/format.h>
#include <zlib.h>

#include "core/base/file_io.h"

namespace w2s::data {
namespace {

constexpr int kGzipOnly = 16 + MAX_WBITS;  // zlib: expect a gzip header, check its CRC and length

bool startsWithGzipMagic(std::string_view bytes) {
  return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

}  // namespace

struct ByteReader::State {
  std::filesystem::path path;
  std::string stored;
  std::size_t position = 0;  // plain files: next byte of `stored`
  bool compressed = false;
  bool ended = false;
  std::size_t produced = 0;
  z_stream stream{};

  ~State() {
    if (compressed) {
      inflateEnd(&stream);
    }
  }

  std::size_t readPlain(std::span<std::uint8_t> target) {
    const std::size_t count = std::min(target.size(), stored.size() - position);
    std::memcpy(target.data(), stored.data() + position, count);
    position += count;
    return count;
  }

  [[nodiscard]] std::size_t storedLeft() const {
    const auto* end = reinterpret_cast<const Bytef*>(stored.data() + stored.size());
    return static_cast<std::size_t>(end - stream.next_in);
  }

  Result<std::size_t> readCompressed(std::span<std::uint8_t> target) {
    constexpr std::size_t kLargestStep = std::numeric_limits<uInt>::max();
    std::size_t filled = 0;
    while (filled < target.size() && !ended) {
      const std::size_t room = std::min(target.size() - filled, kLargestStep);
      stream.next_out = target.data() + filled;
      stream.avail_out = static_cast<uInt>(room);
      stream.avail_in = static_cast<uInt>(std::min(storedLeft(), kLargestStep));
      const int outcome = inflate(&stream, Z_NO_FLUSH);
      filled += room - stream.avail_out;
      produced += room - stream.avail_out;
      if (outcome == Z_STREAM_END) {
        W2S_CHECK(finishMember());
      } else if (outcome == Z_BUF_ERROR ||
                 (outcome == Z_OK && storedLeft() == 0 && stream.avail_out > 0)) {
        return fail(ErrorCode::BadFormat,
                    sentence("{} is cut short: its gzip stream stops after {} unpacked bytes. "
                             "Get the file again.",
                             path.string(), produced));
      } else if (outcome != Z_OK) {
        return damaged();
      }
    }
    return filled;
  }

  Status finishMember() {
    if (storedLeft() == 0) {
      ended = true;
      return {};
    }
    const std::string_view rest(stored.data() + (stored.size() - storedLeft()), storedLeft());
    if (!startsWithGzipMagic(rest)) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} has {} bytes after its gzip stream that do not belong there. "
                           "Get the file again.",
                           path.string(), rest.size()));
    }
    if (inflateReset(&stream) != Z_OK) {
      return damaged();
    }
    return {};
  }

  [[nodiscard]] tl::unexpected<Error> damaged() const {
    return fail(ErrorCode::BadFormat,
                sentence("{} is damaged: its gzip stream is wrong after {} unpacked bytes ({}). "
                         "Get the file again.",
                         path.string(), produced, stream.msg != nullptr ? stream.msg : "unknown"));
  }
};

ByteReader::ByteReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ByteReader::~ByteReader() = default;
ByteReader::ByteReader(ByteReader&&) noexcept = default;
ByteReader& ByteReader::operator=(ByteReader&&) noexcept = default;

Result<ByteReader> ByteReader::open(const std::filesystem::path& path) {
  auto state = std::make_unique<State>();
  state->path = path;
  W2S_TRY(state->stored, readFile(path, kMostPictureBytes));
  if (startsWithGzipMagic(state->stored)) {
    state->stream.next_in = reinterpret_cast<Bytef*>(state->stored.data());
    if (inflateInit2(&state->stream, kGzipOnly) != Z_OK) {
      throw std::bad_alloc();  // the only way it can fail here
    }
    state->compressed = true;
  }
  return ByteReader(std::move(state));
}

Result<std::size_t> ByteReader::read(std::span<std::uint8_t> target) {
  return state_->compressed ? state_->readCompressed(target)
                            : Result<std::size_t>(state_->readPlain(target));
}

std::size_t ByteReader::storedBytes() const {
  return state_->stored.size();
}

bool ByteReader::isCompressed() const {
  return state_->compressed;
}

const std::filesystem::path& ByteReader::path() const {
  return state_->path;
}

}  // namespace w2s::data
