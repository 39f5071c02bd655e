// Numbers as figures print them: in the language of their texts, with a true minus sign.
#pragma once

#include <string>

namespace w2s::ui::draw {

// "1,200", "0.841", "−0.5"; decimals < 0: three significant digits, "0.0003".
[[nodiscard]] std::string numberText(double value, int decimals);

}  // namespace w2s::ui::draw
