// Every English text that the engine hands to the window: labels, help, units and choices of all
// settings, titles and sentences of the presets, names of stages, reasons for an undefined PGR.
#pragma once

#include <set>
#include <string>

namespace w2s::test {

[[nodiscard]] std::set<std::string> configTexts();
// The same as resources/translations/config_texts.h.
[[nodiscard]] std::string configTextsFile();

}  // namespace w2s::test
