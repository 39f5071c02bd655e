// Numbers for people.
#pragma once

#include <string>

namespace w2s {

// Rounded to so many decimals as people round: a half goes away from zero, even where the binary
// number, or the float that it was, lies a hair below it. 7,995 of 10,000 is 0.800 and 80.0 %,
// whichever of the two is written. No minus before a zero.
[[nodiscard]] double roundedAsRead(double value, int decimals);

// A share as a percentage with one decimal, C format: 0.8025 gives "80.3".
[[nodiscard]] std::string percentOf(double share);

}  // namespace w2s
