#include "core/base/seed.h"

#include <cmath>
#include <numbers>
#include <numeric>
#include <utility>

namespace w2s {
namespace {

constexpr std::uint64_t kGoldenGamma = 0x9E3779B97F4A7C15ULL;

std::uint64_t mix(std::uint64_t z) {
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
  return z ^ (z >> 31);
}

}  // namespace

Seed Seed::child(std::string_view name) const {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  }
  return Seed{mix(value_ + kGoldenGamma) ^ mix(hash)};
}

Seed Seed::child(std::uint64_t index) const {
  return Seed{mix(mix(value_ + kGoldenGamma) + kGoldenGamma * (index + 1))};
}

std::uint64_t SplitMix64::operator()() {
  return mix(state_ += kGoldenGamma);
}

std::uint64_t SplitMix64::below(std::uint64_t bound) {
  // Rejection: drop the incomplete last multiple of `bound`.
  const std::uint64_t limit = max() - max() % bound;
  std::uint64_t x = (*this)();
  while (x >= limit) {
    x = (*this)();
  }
  return x % bound;
}

double SplitMix64::uniform() {
  return static_cast<double>((*this)() >> 11) * 0x1.0p-53;
}

double SplitMix64::normal() {
  const double u = 1.0 - uniform();  // in (0, 1], so the logarithm is finite
  const double v = uniform();
  return std::sqrt(-2.0 * std::log(u)) * std::cos(2.0 * std::numbers::pi * v);
}

std::vector<std::int64_t> permutation(std::int64_t n, Seed seed) {
  std::vector<std::int64_t> order(static_cast<std::size_t>(n));
  std::iota(order.begin(), order.end(), std::int64_t{0});
  SplitMix64 random(seed);
  for (std::size_t i = order.size(); i > 1; --i) {
    std::swap(order[i - 1], order[random.below(i)]);
  }
  return order;
}

}  // namespace w2s
