// The seed tree and the generator behind every random choice that must not depend on the LibTorch
// version.
//
// One root seed has named children: Seed{7}.child("student").child("batch_order"). Two purposes
// never share a stream, so adding a consumer cannot change the numbers of another. Values are equal
// on every machine and release.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace w2s {

class Seed {
 public:
  explicit constexpr Seed(std::uint64_t value) : value_(value) {}

  // FNV-1a over the name, mixed into this seed by the SplitMix64 finaliser.
  [[nodiscard]] Seed child(std::string_view name) const;
  [[nodiscard]] Seed child(std::uint64_t index) const;
  [[nodiscard]] std::uint64_t value() const {
    return value_;
  }

 private:
  std::uint64_t value_;
};

// SplitMix64 (Steele, Lea and Flood 2014). State is the one counter, so a checkpoint stores one
// number.
class SplitMix64 {
 public:
  using result_type = std::uint64_t;
  explicit SplitMix64(Seed seed) : state_(seed.value()) {}

  std::uint64_t operator()();
  // Uniform in [0, bound) without modulo bias; bound > 0.
  std::uint64_t below(std::uint64_t bound);
  // Uniform in [0, 1) with 53 random bits.
  double uniform();
  // Standard normal (Box-Muller; two uniforms a call).
  double normal();

  [[nodiscard]] std::uint64_t state() const {
    return state_;
  }
  void setState(std::uint64_t state) {
    state_ = state;
  }
  static constexpr std::uint64_t min() {
    return 0;
  }
  static constexpr std::uint64_t max() {
    return ~std::uint64_t{0};
  }

 private:
  std::uint64_t state_;
};

// A uniformly random permutation of 0 ... n-1 (Fisher-Yates).
[[nodiscard]] std::vector<std::int64_t> permutation(std::int64_t n, Seed seed);

}  // namespace w2s
