// Where the lowest and the highest value of any stretch of a long column lies, in O(log n): drawing
// 100,000 steps then costs the pixels, not the steps.
//
// Blocks of 16, 256, 4096, ... values, each with the index of its first lowest and first highest
// value. Follows a growing column; does not own it. Half a byte a value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace w2s::ui::charts {

class Pyramid {
 public:
  struct Extremes {
    std::size_t low = 0;   // index of the first lowest value
    std::size_t high = 0;  // of the first highest
    bool finite = false;   // false: the stretch is empty or holds a value that is not finite
  };

  // Takes in what is new. `generation` changes whenever earlier values of the column changed.
  void follow(std::span<const float> values, std::size_t generation);

  // Of values[first, last); `values` as followed.
  [[nodiscard]] Extremes over(std::span<const float> values, std::size_t first,
                              std::size_t last) const;

  [[nodiscard]] std::size_t size() const {
    return size_;
  }
  // Unique in the process, and another one whenever earlier values changed: with the size, it tells
  // whether a column is the one that was seen before.
  [[nodiscard]] std::size_t version() const {
    return version_;
  }

 private:
  struct Node {
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    [[nodiscard]] bool finite() const {
      return low != kBroken;
    }
    static constexpr std::uint32_t kBroken = 0xFFFFFFFF;
  };

  static std::size_t nextVersion();

  std::vector<std::vector<Node>> levels_;  // [k]: whole blocks of 16^(k + 1) values
  std::size_t size_ = 0;
  std::size_t generation_ = 0;
  std::size_t version_ = nextVersion();
};

}  // namespace w2s::ui::charts
