#include "ui/draw/palette.h"

#include <cstdint>

#include "ui/theme/tokens.h"

namespace w2s::ui::draw {
namespace {

Color colorOf(const QColor& color) {
  return {static_cast<std::uint8_t>(color.red()), static_cast<std::uint8_t>(color.green()),
          static_cast<std::uint8_t>(color.blue()), color.alphaF()};
}

}  // namespace

QColor colorOf(const Color& color) {
  QColor made(color.red, color.green, color.blue);
  made.setAlphaF(static_cast<float>(color.opacity));
  return made;
}

Palette screenPalette(const Tokens& tokens) {
  return {.ground = colorOf(tokens.surface),
          .text = colorOf(tokens.text),
          .muted = colorOf(tokens.muted),
          .grid = colorOf(tokens.grid),
          .disabled = colorOf(tokens.disabled),
          .line = [&tokens](charts::Ink ink) { return colorOf(tokens.of(ink)); },
          .letters = [&tokens](charts::Ink ink) { return colorOf(tokens.textOf(ink)); }};
}

}  // namespace w2s::ui::draw
