// What a backbone reads: grey images of one size.
#pragma once

#include <cstdint>

namespace w2s::models {

struct InputShape {
  std::int64_t height = 28;
  std::int64_t width = 28;
  friend bool operator==(const InputShape&, const InputShape&) = default;
};

}  // namespace w2s::models
