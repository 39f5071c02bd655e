// Every colour of the window, in one table a theme. Nothing else in ui/ names a colour.
#pragma once

#include <array>

#include <QColor>

#include "ui/charts/chart_data.h"

namespace w2s::ui {

// HighContrast is a dark ground, too.
enum class Look { Light, Dark, HighContrast };

struct Tokens {
  QColor canvas;   // behind the cards
  QColor surface;  // cards, panels, tool bar
  QColor sunken;   // inputs, the equation
  QColor raised;   // hovered buttons
  QColor border;
  QColor grid;
  QColor text;
  QColor muted;            // captions, axis labels; still 4.5:1 on surface
  QColor disabled;         // 3:1 on surface and sunken
  QColor accent;           // the primary button, links, focus
  QColor accent_text;      // on accent
  QColor focus;            // the ring on accent
  QColor track;            // of sliders and the gap bar
  QColor chip;             // pills
  QColor live;             // the lightning of live settings
  QColor warning_surface;  // banner
  // Roles: the same meaning everywhere (Okabe & Ito's palette; lighter on dark ground).
  QColor weak;  // areas and marks; its line on a light ground is darker
  QColor student;
  QColor ceiling;
  QColor trouble;
  QColor confidence;
  QColor entropy;
  // Other runs in the same charts: apart from each other and from the roles. Neighbours stay apart for
  // who sees no red or no green, and in grey.
  std::array<QColor, charts::kOverlayInks> overlay;
  // Of areas in a role's colour (an interval, the bars of a histogram): their opacity, 0 to 255.
  int area_alpha;
  // The least opacity of a cell that counts something, 0 to 1.
  double cell_alpha;
  // The same hues, dark enough for text of normal size.
  QColor weak_text;
  QColor ceiling_text;
  QColor trouble_text;
  QColor weak_line;  // at least 3:1 on surface and canvas

  // The colour of lines and marks, at least 3:1 on the ground.

  [[nodiscard]] QColor of(charts::Ink ink) const;
  // The colour of text beside them, at least 4.5:1.
  [[nodiscard]] QColor textOf(charts::Ink ink) const;
};

[[nodiscard]] const Tokens& tokensOf(Look look);
// Whether the ground is dark: which chevrons, which shade of a run's colour.
[[nodiscard]] bool isDark(Look look);

}  // namespace w2s::ui
