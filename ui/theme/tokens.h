// Every colour of the window, in one table a theme. Nothing else in ui/ names a colour.
#pragma once

#include <array>

#include <QColor>

#include "ui/charts/chart_data.h"

namespace w2s::ui {

enum class Look { Light, Dark };

struct Tokens {
  QColor canvas;   // behind the cards
  QColor surface;  // cards, panels, tool bar
  QColor sunken;   // inputs, the equation
  QColor raised;   // hovered buttons
  QColor border;
  QColor grid;
  QColor text;
  QColor muted;  // captions, axis labels; still 4.5:1 on surface
  QColor disabled;
  QColor accent;           // the primary button, links, focus
  QColor accent_text;      // on accent
  QColor focus;            // the ring on accent
  QColor track;            // of sliders and the gap bar
  QColor chip;             // pills
  QColor live;             // the lightning of live settings
  QColor warning_surface;  // banner
  // Roles: the same meaning everywhere (Okabe & Ito's palette; lighter on dark ground).
  QColor weak;
  QColor student;
  QColor ceiling;
  QColor trouble;
  QColor confidence;
  QColor entropy;
  // Other runs in the same charts: apart from each other and from the roles, dark (or light) enough
  // for text.
  std::array<QColor, charts::kOverlayInks> overlay;
  // The same hues, dark enough for text of normal size.
  QColor weak_text;
  QColor ceiling_text;
  QColor trouble_text;

  [[nodiscard]] QColor of(charts::Ink ink) const;
  [[nodiscard]] QColor textOf(charts::Ink ink) const;
};

[[nodiscard]] const Tokens& tokensOf(Look look);

}  // namespace w2s::ui
