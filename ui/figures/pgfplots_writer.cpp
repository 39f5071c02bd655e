#include "ui/figures/pgfplots_writer.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ui/draw/number_text.h"
#include "ui/figures/tex_text.h"

namespace w2s::ui::figures {
namespace {

using charts::Point;

// TeX's pt is a little smaller than ours, which is its bp.
std::string bp(double points) {
  return fmt::format("{:.5g}bp", points);
}

std::string hex(const Color& color) {
  return fmt::format("{:02X}{:02X}{:02X}", color.red, color.green, color.blue);
}

class Writer {
 public:
  Writer(const Scene& scene, const FigureOptions& options) : scene_(scene), options_(options) {}

  std::string write(const Provenance& provenance) {
    out_ += texHead(provenance, "\\usepackage{pgfplots} \\pgfplotsset{compat=1.18}");
    // Colours inside: a line's end outside would be a space in the paragraph.
    add("\\begin{{tikzpicture}}[font=\\fontsize{{{:g}}}{{{:g}}}\\selectfont]\n", options_.font_pt,
        1.2 * options_.font_pt);
    nameColors();
    add("\\useasboundingbox (0,0) rectangle ({},{});\n", bp(scene_.width), bp(scene_.height));
    if (scene_.background) {
      add("\\fill[{}] (0,0) rectangle ({},{});\n", colorOf(*scene_.background), bp(scene_.width),
          bp(scene_.height));
    }
    for (const Panel& panel : scene_.panels) {
      write(panel);
    }
    out_ += "\\end{tikzpicture}%\n";
    return std::move(out_);
  }

 private:
  template <class... Values>
  void add(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  void nameColors() {
    const auto name = [this](const Color& color) {
      const std::string digits = hex(color);
      if (colors_.insert(digits).second) {
        add("\\definecolor{{w2s{0}}}{{HTML}}{{{0}}}\n", digits);
      }
    };
    if (scene_.background) {
      name(*scene_.background);
    }
    for (const Panel& panel : scene_.panels) {
      for (const SceneShape& shape : panel.shapes) {
        std::visit(
            [&name](const auto& one) {
              if constexpr (requires { one.color; }) {
                name(one.color);
              } else {
                name(one.fill);
              }
            },
            shape);
      }
    }
  }
  static std::string colorOf(const Color& color) {
    return "w2s" + hex(color);
  }
  static std::string opacityOf(const Color& color, std::string_view what) {
    return color.opacity < 1.0 ? fmt::format(",{}={:.3g}", what, color.opacity) : std::string();
  }

  void write(const Panel& panel) {
    panel_ = &panel;
    out_ += '\n' + texComment(panel.title);
    if (hasAxes(panel)) {
      writeAxis(panel);
    } else {
      beginPlain(panel);
    }
    for (const SceneShape& shape : panel.shapes) {
      std::visit([this](const auto& one) { write(one); }, shape);
    }
    if (panel.legend) {
      for (const LegendEntry& entry : panel.legend->entries) {
        const std::string line = fmt::format("{},line width={}{}", colorOf(entry.color),
                                             bp(entry.width), dashesOf(entry.dashes));
        add("\\addlegendimage{{{}}}\n\\addlegendentry{{{}}}\n",
            entry.band ? swatchOf(entry, line) : line, texOf(entry.text));
      }
    }
    out_ += hasAxes(panel) ? "\\end{axis}\n" : "\\end{scope}\n";
  }

  // Without a value there are no axes, only a message.
  static bool hasAxes(const Panel& panel) {
    return std::ranges::any_of(panel.shapes, [](const SceneShape& shape) {
      const auto* path = std::get_if<PathShape>(&shape);
      return path != nullptr && path->role == Role::Axis;
    });
  }

  void beginPlain(const Panel& panel) {
    add("\\begin{{scope}}[shift={{({},{})}},x={},y={}]\n", bp(panel.plot.left),
        bp(scene_.height - panel.plot.bottom()), bp(panel.plot.width), bp(panel.plot.height));
  }

  static std::string ticksOf(char axis, const PanelAxis& of) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < of.ticks.size(); ++i) {
      labels.push_back(fmt::format(
          "{{{}}}",
          texOf(i < of.names.size() ? of.names[i] : numberText(of.ticks[i], of.decimals))));
    }
    return fmt::format("  {0}tick={{{1:.9g}}}, {0}ticklabels={{{2}}},\n", axis,
                       fmt::join(of.ticks, ","), fmt::join(labels, ","));
  }

  void writeAxis(const Panel& panel) {
    const Rect& plot = panel.plot;
    std::optional<Color> grid;
    std::optional<Color> muted;
    double tick_size = options_.font_pt;
    for (const SceneShape& shape : panel.shapes) {
      if (const auto* path = std::get_if<PathShape>(&shape)) {
        if (path->role == Role::Grid) {
          grid = path->color;
        } else if (path->role == Role::Axis) {
          muted = path->color;
          hair_ = path->width;
        }
      } else if (const auto* text = std::get_if<TextShape>(&shape);
                 text != nullptr && text->role == Role::Tick) {
        tick_size = text->size;
      }
    }
    add("\\begin{{axis}}[\n  at={{({},{})}}, anchor=south west, scale only axis, width={}, "
        "height={},\n",
        bp(plot.left), bp(scene_.height - plot.bottom()), bp(plot.width), bp(plot.height));
    add("  xmin={:.9g}, xmax={:.9g}, ymin={:.9g}, ymax={:.9g},{}{}\n", panel.x.scale.range.low,
        panel.x.scale.range.high, panel.y.scale.range.low, panel.y.scale.range.high,
        panel.x.scale.log ? " xmode=log," : "", panel.y.scale.log ? " ymode=log," : "");
    out_ += ticksOf('x', panel.x) + ticksOf('y', panel.y);
    if (!panel.x.title.empty()) {
      add("  xlabel={{{}}},", texOf(panel.x.title));
    }
    if (!panel.y.title.empty()) {
      add("  ylabel={{{}}},", texOf(panel.y.title));
    }
    out_ += '\n';
    add("  axis x line*=bottom, axis y line*=left, y axis line style={{draw=none}}, "
        "tick align=outside,\n  ytick style={{draw=none}}, minor tick num=0, minor tick style="
        "{{draw=none}}, ");
    if (muted) {
      add("x axis line style={{{0},line width={1}}}, xtick style={{{0},line width={1}}},\n"
          "  major tick length={2}, label style={{{0}}}, "
          "tick label style={{{0},font=\\fontsize{{{3:.3g}}}{{{4:.3g}}}\\selectfont}},\n",
          colorOf(*muted), bp(hair_), bp(0.3 * options_.font_pt), tick_size, 1.2 * tick_size);
    }
    if (grid) {
      add("  ymajorgrids, grid style={{{},line width={}}},\n", colorOf(*grid), bp(hair_));
    }
    out_ += legendStyle(panel);
    // Curves are cut at the plot's edges already; marks and labels may stand outside.
    out_ += "  clip=false, unbounded coords=jump, filter discard warning=false, no markers]\n";
  }

  // Where the scene has its legend; pgfplots makes its own there.
  static std::string legendStyle(const Panel& panel) {
    if (!panel.legend) {
      return {};
    }
    const PanelLegend& legend = *panel.legend;
    const Rect& plot = panel.plot;
    return fmt::format(
        "  legend style={{at={{({:.4g},{:.4g})}},anchor=north west,draw=none,{}}},\n"
        "  legend columns={}, legend cell align=left,\n",
        (legend.at.x - plot.left) / plot.width, (plot.bottom() - legend.at.y) / plot.height,
        legend.inside ? "fill opacity=0.85,text opacity=1"
                      : "fill=none,/tikz/every even column/.append style={column sep=0.8em}",
        legend.columns);
  }

  // Shares of the plot.
  [[nodiscard]] Point shareOf(Point at) const {
    const Rect& plot = panel_->plot;
    return {(at.x - plot.left) / plot.width, (plot.bottom() - at.y) / plot.height};
  }
  [[nodiscard]] std::string place(Point at) const {
    const Point share = shareOf(at);
    return fmt::format("({}{:.5f},{:.5f})", hasAxes(*panel_) ? "rel axis cs:" : "", share.x,
                       share.y);
  }

  [[nodiscard]] static std::string dashesOf(const std::vector<double>& dashes) {
    if (dashes.empty()) {
      return {};
    }
    std::string pattern = ",dash pattern=";
    for (std::size_t i = 0; i < dashes.size(); ++i) {
      pattern += fmt::format("{}{} {}", i > 0 ? " " : "", i % 2 == 0 ? "on" : "off", bp(dashes[i]));
    }
    return pattern;
  }

  // Of a curve with a band: its line on a swatch of the band.
  [[nodiscard]] static std::string swatchOf(const LegendEntry& entry, const std::string& line) {
    return fmt::format(
        "/pgfplots/legend image code/.code={{\\fill[{}{}] (0cm,-0.6ex) rectangle (0.6cm,0.6ex);"
        "\\draw[{}] (0cm,0cm) -- (0.6cm,0cm);}}",
        colorOf(*entry.band), opacityOf(*entry.band, "opacity"), line);
  }

  void write(const PathShape& shape) {
    switch (shape.role) {
      case Role::Grid:
      case Role::Axis:
      case Role::Legend:
        return;  // pgfplots draws its own
      case Role::Series:
      case Role::Ghost:
      case Role::Reference:
        writePlot(shape);
        return;
      default:
        break;
    }
    for (const charts::Polyline& piece : shape.pieces) {
      add("\\draw[{},line width={}{}{}] ", colorOf(shape.color), bp(shape.width),
          opacityOf(shape.color, "opacity"), dashesOf(shape.dashes));
      for (std::size_t i = 0; i < piece.size(); ++i) {
        add("{}{}", i > 0 ? " -- " : "", place(piece[i]));
      }
      out_ += ";\n";
    }
  }

  void writePlot(const PathShape& shape) {
    out_ += texComment(shape.name);
    add("\\addplot[{},line width={},line join=round{}{},forget plot]\n  table[row sep=\\\\]{{\n",
        colorOf(shape.color), bp(shape.width), opacityOf(shape.color, "opacity"),
        dashesOf(shape.dashes));
    out_ += "  x y\\\\\n";
    bool first = true;
    for (const charts::Polyline& piece : shape.pieces) {
      if (!std::exchange(first, false)) {
        out_ += "  nan nan\\\\\n";
      }
      writeRows(piece);
    }
    out_ += "  };\n";
  }

  void writeRows(const charts::Polyline& points) {
    for (const Point& point : points) {
      const Point share = shareOf(point);
      add("  {:.9g} {:.6g}\\\\\n", snapped(panel_->x.scale.value(share.x), panel_->x.scale),
          snapped(panel_->y.scale.value(share.y), panel_->y.scale));
    }
  }

  // A closed plot in the units of the axes: no library is needed to fill it.
  void writeArea(const PolygonShape& shape) {
    out_ += texComment(shape.text);
    add("\\addplot[draw=none,fill={}{},forget plot]\n  table[row sep=\\\\]{{\n  x y\\\\\n",
        colorOf(shape.fill), opacityOf(shape.fill, "fill opacity"));
    writeRows(shape.corners);
    out_ += "  } -- cycle;\n";
  }

  // A zero that became 1e-17 on its way through the plot is a zero.
  static double snapped(double value, const charts::Scale& scale) {
    return !scale.log && std::abs(value) < 1e-9 * scale.range.span() ? 0.0 : value;
  }

  void write(const PolygonShape& shape) {
    if (shape.role == Role::Band) {
      writeArea(shape);
      return;
    }
    if (shape.outline > 0.0) {
      add("\\draw[{},line width={}{}] ", colorOf(shape.fill), bp(shape.outline),
          opacityOf(shape.fill, "opacity"));
    } else {
      add("\\fill[{}{}] ", colorOf(shape.fill), opacityOf(shape.fill, "opacity"));
    }
    for (const Point& corner : shape.corners) {
      add("{} -- ", place(corner));
    }
    out_ += "cycle;\n";
  }

  void write(const BoxShape& shape) {
    if (shape.role == Role::Legend) {
      return;
    }
    add("\\fill[{}{}] {} rectangle {};\n", colorOf(shape.fill), opacityOf(shape.fill, "opacity"),
        place({shape.rect.left, shape.rect.bottom()}), place({shape.rect.right(), shape.rect.top}));
  }

  void write(const TextShape& shape) {
    if (shape.role == Role::Tick || shape.role == Role::AxisTitle || shape.role == Role::Legend) {
      return;
    }
    const char* anchor = shape.anchor == Anchor::Start    ? "base west"
                         : shape.anchor == Anchor::Middle ? "base"
                                                          : "base east";
    std::string font;
    if (std::abs(shape.size - options_.font_pt) > 0.01) {
      font =
          fmt::format("\\fontsize{{{:.3g}}}{{{:.3g}}}\\selectfont", shape.size, 1.2 * shape.size);
    }
    if (shape.bold) {
      font += "\\bfseries";
    }
    add("\\node[anchor={},inner sep=0pt,text={}{}{}] at {} {{{}}};\n", anchor, colorOf(shape.color),
        shape.upright ? ",rotate=90" : "", font.empty() ? std::string() : ",font=" + font,
        place(shape.at), texOf(shape.text));
  }

  const Scene& scene_;
  const FigureOptions& options_;
  std::set<std::string> colors_;
  const Panel* panel_ = nullptr;
  double hair_ = 0.4;
  std::string out_;
};

}  // namespace

std::string writePgfplots(const Scene& scene, const FigureOptions& options,
                          const Provenance& provenance) {
  return Writer(scene, options).write(provenance);
}

}  // namespace w2s::ui::figures
