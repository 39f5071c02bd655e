// Names in a legend or at the ends of curves, where there is less room than they take: what all of them
// say alike goes first, so that what tells them apart stays to be read.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "ui/draw/panel.h"

namespace w2s::ui::draw {

// A name and what follows it: "T = 2, seed 1 0.812".
struct LegendName {
  std::string text;
  std::size_t name = 0;  // bytes of the text that may be shortened
  bool other = false;    // of another run, whose name shares words with the others'
  double room = 0.0;
};

// Without the words with which all names of other runs begin; an ellipsis stands for them. Of fewer than
// two such names, of all. As they are where nothing is shared.
[[nodiscard]] std::vector<LegendName> withoutCommonWords(std::vector<LegendName> names);

// Each as it is where all have room; else without the words that they share, at the beginning, the end
// and then between; then of those that are still too wide the beginning, the end or the middle goes:
// whichever leaves the most texts that differ.
[[nodiscard]] std::vector<std::string> fitted(std::span<const LegendName> names, double size,
                                              bool bold, const TextWidth& text_width);

}  // namespace w2s::ui::draw
