#include "core/base/byte_hasher.h"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

namespace w2s {

struct ByteHasher::State {
  XXH3_state_t xxh;
};

ByteHasher::ByteHasher() : state_(std::make_unique<State>()) {
  XXH3_128bits_reset(&state_->xxh);
}

ByteHasher::~ByteHasher() = default;
ByteHasher::ByteHasher(ByteHasher&& other) noexcept = default;
ByteHasher& ByteHasher::operator=(ByteHasher&& other) noexcept = default;

ByteHasher& ByteHasher::add(std::string_view bytes) {
  XXH3_128bits_update(&state_->xxh, bytes.data(), bytes.size());
  return *this;
}

std::string ByteHasher::hex() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(&state_->xxh);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

std::string shortHashOf(std::string_view bytes) {
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace w2s
