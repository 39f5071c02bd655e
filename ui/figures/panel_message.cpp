#include <algorithm>

#include "ui/figures/panel_parts.h"

namespace w2s::ui::figures {
namespace {

std::vector<std::string> wrapped(const PanelSketch& sketch, const std::string& words, double size,
                                 double width) {
  std::vector<std::string> lines;
  std::size_t from = 0;
  while (from < words.size()) {
    std::size_t end = words.find(' ', from);
    end = end == std::string::npos ? words.size() : end;
    const std::string word = words.substr(from, end - from);
    if (!lines.empty() && sketch.widthOf(lines.back() + " " + word, size) <= width) {
      lines.back() += " " + word;
    } else if (!word.empty()) {
      lines.push_back(word);
    }
    from = end + 1;
  }
  return lines;
}

}  // namespace

void drawMessage(PanelSketch& sketch) {
  const std::string& message =
      sketch.empty ? sketch.chart.empty_text : sketch.chart.undefined_reason;
  const Rect& plot = sketch.panel.plot;
  const std::vector<std::string> lines =
      wrapped(sketch, message, sketch.style.font, std::min(plot.width, 28.0 * sketch.style.font));
  if (lines.empty()) {
    return;
  }
  const double step = 1.35 * sketch.style.font;
  double y = plot.top + plot.height / 2.0 - (static_cast<double>(lines.size()) - 1.0) * step / 2.0;
  const double x = plot.left + plot.width / 2.0;
  for (const std::string& words : lines) {
    const double width = sketch.widthOf(words, sketch.style.font) + sketch.style.font;
    Color ground = sketch.palette.ground;
    ground.opacity = 0.85;
    sketch.panel.shapes.push_back(BoxShape{.role = Role::Message,
                                           .rect = {x - width / 2.0, y - step / 2.0, width, step},
                                           .fill = ground});
    sketch.text(Role::Message, {x, y + kCapHeight * sketch.style.font / 2.0}, words,
                sketch.style.font, sketch.palette.muted, Anchor::Middle);
    y += step;
  }
}

}  // namespace w2s::ui::figures
