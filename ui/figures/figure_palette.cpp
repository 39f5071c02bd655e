#include "ui/figures/figure_palette.h"

#include "ui/draw/palette.h"
#include "ui/theme/tokens.h"

namespace w2s::ui::figures {
namespace {

struct GreyInk {
  std::uint8_t level;
  std::vector<double> dashes;  // in line widths
};

// The student, or the sum, is solid and black; whatever it is compared with is not.
GreyInk greyOf(charts::Ink ink) {
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
    case charts::Ink::Overlay1:
      return {0x44, {9.0, 1.5, 1.2, 1.5, 1.2, 1.5}};
    case charts::Ink::Overlay2:
      return {0x66, {1.5, 1.5}};
    case charts::Ink::Overlay3:
      return {0x88, {}};
    case charts::Ink::Overlay4:
      return {0x55, {3.0, 1.2, 1.2, 1.2}};
    case charts::Ink::Overlay5:
      return {0x77, {3.0, 1.5}};
    case charts::Ink::Overlay6:
      return {0x99, {8.0, 2.0}};
  }
  return {0x55, {}};
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
  palette.dashes = [](charts::Ink ink) { return greyOf(ink).dashes; };
  return palette;
}

}  // namespace w2s::ui::figures
