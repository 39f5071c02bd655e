#include "core/base/seal.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <system_error>

#include <fmt/format.h>

#include "core/base/byte_hasher.h"
#include "core/base/file_read.h"
#include "core/base/hash.h"

namespace w2s {
namespace {

// Where the digits begin; npos: there is no seal.
std::size_t placeOfDigits(std::string_view header) {
  const std::string mark = fmt::format("\"{}\":\"", kSealKey);
  const std::size_t at = header.find(mark);
  const std::size_t digits = at + mark.size();
  const bool is_whole = at != std::string_view::npos && digits + kSealDigits < header.size() &&
                        header[digits + kSealDigits] == '"';
  return is_whole ? digits : std::string_view::npos;
}

bool isMarked(std::string_view header) {
  return header.find(fmt::format("\"{}\":", kSealedKey)) != std::string_view::npos;
}

// Bytes of length and header of a safetensors file that begins so; 0: they are not all in `begin`.
std::size_t headerBytes(std::string_view begin) {
  std::uint64_t length = 0;
  if (begin.size() < sizeof length) {
    return 0;
  }
  std::memcpy(&length, begin.data(), sizeof length);
  return length <= begin.size() - sizeof length ? sizeof length + length : 0;
}

}  // namespace

std::map<std::string, std::string> withSeal(std::map<std::string, std::string> metadata) {
  metadata[std::string(kSealKey)] = openSeal();
  metadata[std::string(kSealedKey)] = "yes";
  return metadata;
}

std::string openSeal() {
  return std::string(kSealDigits, '0');
}

void seal(std::string& bytes, std::size_t header) {
  const std::size_t at = placeOfDigits(std::string_view(bytes).substr(0, header));
  if (at != std::string::npos) {
    bytes.replace(at, kSealDigits, openSeal());
    bytes.replace(at, kSealDigits, hashOfBytes(bytes));
  }
}

Seal sealOf(std::string_view bytes, std::size_t header) {
  const std::size_t at = placeOfDigits(bytes.substr(0, header));
  if (at == std::string_view::npos) {
    return isMarked(bytes.substr(0, header)) ? Seal::Broken : Seal::Missing;
  }
  const std::string found = ByteHasher()
                                .add(bytes.substr(0, at))
                                .add(openSeal())
                                .add(bytes.substr(at + kSealDigits))
                                .hex();
  return found == bytes.substr(at, kSealDigits) ? Seal::Sound : Seal::Broken;
}

Result<Seal> sealOfFile(const std::filesystem::path& path) {
  // The header is held until it is whole; what follows goes through in pieces.
  constexpr std::size_t kMostHeaderBytes = std::size_t{100} << 20U;
  std::string begin;
  std::string digits;
  ByteHasher hasher;
  bool is_in_header = true;
  bool is_marked = false;
  W2S_CHECK(readFileInPieces(path, [&](std::string_view piece) {
    if (!is_in_header) {
      hasher.add(piece);
      return;
    }
    begin += piece;
    const std::size_t header = headerBytes(begin);
    if (header == 0 && begin.size() < kMostHeaderBytes) {
      return;
    }
    is_in_header = false;
    is_marked = isMarked(std::string_view(begin).substr(0, header));
    const std::size_t at = placeOfDigits(std::string_view(begin).substr(0, header));
    if (at != std::string::npos) {
      digits = begin.substr(at, kSealDigits);
      begin.replace(at, kSealDigits, openSeal());
    }
    hasher.add(begin);
    begin.clear();
  }));
  if (is_in_header) {
    return fail(ErrorCode::BadFormat,
                sentence("{} is damaged: it ends before its header does.", path.string()));
  }
  if (digits.empty()) {
    return is_marked ? Seal::Broken : Seal::Missing;
  }
  return hasher.hex() == digits ? Seal::Sound : Seal::Broken;
}

}  // namespace w2s
