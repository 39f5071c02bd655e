// Numbers as figures print them: English separators and a true minus sign.
#pragma once

#include <string>

namespace w2s::ui::figures {

[[nodiscard]] std::string numberText(double value, int decimals);  // "1,200", "0.841", "−0.5"

}  // namespace w2s::ui::figures
