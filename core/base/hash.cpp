#include "core/base/hash.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include "core/base/file_io.h"

namespace w2s {
namespace {

std::string toHex(XXH128_hash_t hash) {
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

struct Hasher::State {
  XXH3_state_t xxh;
};

Hasher::Hasher() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
}

Hasher::~Hasher() = default;

Hasher& Hasher::add(std::span<const std::byte> bytes) {
  const std::uint64_t size = bytes.size();
  XXH3_128bits_update(&state_->xxh, &size, sizeof size);
  XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size());
  return *this;
}

Hasher& Hasher::add(std::string_view text) {
  return add(std::as_bytes(std::span(text.data(), text.size())));
}

Hasher& Hasher::add(std::int64_t number) {
  return add(std::as_bytes(std::span(&number, 1)));
}

std::string Hasher::hex() const {
  return toHex(XXH3_128bits_digest(&state_->xxh));
}

std::string hashOf(std::string_view text) {
  return Hasher().add(text).hex();
}

std::string hashOfBytes(std::string_view bytes) {
  return toHex(XXH3_128bits(bytes.data(), bytes.size()));
}

Result<std::string> hashOfFile(const std::filesystem::path& path) {
  XXH3_state_t state;
  XXH3_128bits_reset(&state);
  W2S_CHECK(readFileInPieces(path, [&](std::string_view piece) {
    XXH3_128bits_update(&state, piece.data(), piece.size());
  }));
  return toHex(XXH3_128bits_digest(&state));
}

bool isHash(std::string_view text) {
  constexpr std::size_t kDigits = 32;
  return text.size() == kDigits && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace w2s
