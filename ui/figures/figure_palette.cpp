#include "ui/figures/figure_palette.h"

#include <array>

#include "ui/draw/palette.h"
#include "ui/theme/tokens.h"

namespace w2s::ui::figures {
namespace {

struct GreyInk {
  std::uint8_t level;
  std::vector<double> dashes;  // in line widths
};

// Four levels and six kinds of dashes: 24 runs differ, and neighbours in both. The kinds of one ink, as
// of the seeds of an experiment, are six dashes.
GreyInk greyOfOther(int color, int kind) {
  static constexpr std::array<std::uint8_t, 4> kLevels{0x38, 0x88, 0x58, 0x94};
  static const std::array<std::vector<double>, charts::kDashes> kPatterns{
      {{9.0, 1.5, 1.2, 1.5, 1.2, 1.5},
       {1.5, 1.5},
       {3.0, 1.2, 1.2, 1.2},
       {3.0, 1.5},
       {8.0, 2.0},
       {12.0, 3.0, 3.0, 3.0}}};
  const auto n = static_cast<std::size_t>(color);
  return {kLevels[n % kLevels.size()],
          kPatterns[(n + static_cast<std::size_t>(kind)) % kPatterns.size()]};
}

// The student, or the sum, is solid and black; whatever it is compared with is not.
GreyInk greyOf(charts::Ink ink, int kind = 0) {
  switch (ink) {
    case charts::Ink::Student:
    case charts::Ink::Total:
      return {0x11, {}};
    case charts::Ink::Ceiling:
    case charts::Ink::GroundTruth:
      return {0x55, {7.0, 2.5}};
    case charts::Ink::Weak:
      return {0x77, {2.5, 2.0}};
    case charts::Ink::Kd:
      return {0x44, {6.0, 2.0, 1.5, 2.0}};
    case charts::Ink::Confidence:
      return {0x77, {1.5, 1.8}};
    case charts::Ink::Entropy:
      return {0x99, {4.0, 2.0}};
    case charts::Ink::Trouble:
      return {0x22, {1.0, 2.5}};
    case charts::Ink::LearningRate:
      return {0x88, {1.0, 1.5}};
    default:
      return greyOfOther(static_cast<int>(ink) - static_cast<int>(charts::Ink::Overlay1), kind);
  }
}

Color grey(std::uint8_t level) {
  return {level, level, level, 1.0};
}

}  // namespace

Palette printPalette(PaletteKind kind) {
  Palette palette = draw::screenPalette(tokensOf(Look::Light));
  if (kind == PaletteKind::Colour) {
    return palette;
  }
  palette.text = grey(0x11);
  palette.muted = grey(0x55);
  palette.grid = grey(0xe4);
  palette.disabled = grey(0xb0);
  palette.line = [](charts::Ink ink) { return grey(greyOf(ink).level); };
  palette.letters = [](charts::Ink) { return grey(0x22); };
  palette.dashes = [](charts::Ink ink, int look) { return greyOf(ink, look).dashes; };
  return palette;
}

}  // namespace w2s::ui::figures
