#include "ui/figures/svg_writer.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "core/base/plain_text.h"
#include "core/base/rounding.h"

namespace w2s::ui::figures {
namespace {

// Two decimals, without trailing zeros; a hundredth of a point is 3.5 micrometres.
void appendNumber(std::string& out, double value) {
  auto hundredths = wholeNumber(std::clamp(value * 100.0, -1e15, 1e15));
  if (hundredths < 0) {
    out += '-';
    hundredths = -hundredths;
  }
  fmt::format_to(std::back_inserter(out), "{}", hundredths / 100);
  if (const auto rest = hundredths % 100; rest != 0) {
    out += '.';
    out += static_cast<char>('0' + rest / 10);
    if (rest % 10 != 0) {
      out += static_cast<char>('0' + rest % 10);
    }
  }
}

std::string number(double value) {
  std::string text;
  appendNumber(text, value);
  return text;
}

std::string_view className(Role role) {
  switch (role) {
    case Role::Ground:
      return "ground";
    case Role::Grid:
      return "grid";
    case Role::Axis:
      return "axis";
    case Role::Tick:
      return "tick";
    case Role::AxisTitle:
      return "axis-title";
    case Role::Series:
      return "series";
    case Role::Ghost:
      return "ghost";
    case Role::Reference:
      return "reference";
    case Role::Marker:
      return "marker";
    case Role::Bar:
      return "bar";
    case Role::Tile:
      return "tile";
    case Role::ErrorBar:
      return "error-bar";
    case Role::Band:
      return "band";
    case Role::EndDot:
      return "end-dot";
    case Role::Label:
      return "label";
    case Role::Legend:
      return "legend";
    case Role::MarkLegend:
      return "mark-legend";
    case Role::Title:
      return "title";
    case Role::Message:
      return "message";
  }
  return {};
}

class Writer {
 public:
  std::string write(const Scene& scene, std::string_view font_family,
                    const Provenance& provenance) {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    add("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"{}mm\" height=\"{}mm\" "
        "viewBox=\"0 0 {} {}\" role=\"img\" font-family=\"{}\" fill=\"none\">\n",
        number(scene.width / kPointsPerMm), number(scene.height / kPointsPerMm),
        number(scene.width), number(scene.height), xmlText(font_family));
    std::string title;
    for (const Panel& panel : scene.panels) {
      title += (title.empty() ? "" : "; ") + panel.title;
    }
    add("<title>{}</title>\n<desc>{}</desc>\n", xmlText(title), xmlText(provenance.sentence()));
    add("<metadata>\n");
    for (const auto& [key, value] : provenance.entries()) {
      add("<w2s:{0} xmlns:w2s=\"urn:w2s-lab:provenance\">{1}</w2s:{0}>\n", key, xmlText(value));
    }
    add("</metadata>\n");
    if (scene.background) {
      box({.role = Role::Ground,
           .rect = {0.0, 0.0, scene.width, scene.height},
           .fill = *scene.background});
    }
    for (const Panel& panel : scene.panels) {
      write(panel);
    }
    out_ += "</svg>\n";
    return std::move(out_);
  }

 private:
  template <class... Values>
  void add(fmt::format_string<Values...> format, Values&&... values) {
    fmt::format_to(std::back_inserter(out_), format, std::forward<Values>(values)...);
  }

  // Letters, digits and hyphens, each once in the file.
  std::string uniqueId(std::string_view panel, std::string_view name) {
    std::string id(panel);
    id += '-';
    for (const char c : name) {
      const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      id += plain ? c : '-';
    }
    std::string unique = id;
    for (int n = 2; !ids_.insert(unique).second; ++n) {
      unique = fmt::format("{}-{}", id, n);
    }
    return unique;
  }

  void write(const Panel& panel) {
    panel_ = panel.id;
    const Rect& plot = panel.plot;
    add("<g id=\"{}\" class=\"panel\" data-plot=\"{} {} {} {}\">\n", uniqueId("panel", panel.id),
        number(plot.left), number(plot.top), number(plot.width), number(plot.height));
    for (const SceneShape& shape : panel.shapes) {
      std::visit([this](const auto& one) { write(one); }, shape);
    }
    out_ += "</g>\n";
  }

  void paint(std::string_view attribute, const Color& color) {
    add(" {}=\"#{:02x}{:02x}{:02x}\"", attribute, color.red, color.green, color.blue);
    if (color.opacity < 1.0) {
      add(" {}-opacity=\"{}\"", attribute, number(color.opacity));
    }
  }

  void box(const BoxShape& shape) {
    add("<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"", className(shape.role),
        number(shape.rect.left), number(shape.rect.top), number(shape.rect.width),
        number(shape.rect.height));
    paint("fill", shape.fill);
    out_ += "/>\n";
  }
  void write(const BoxShape& shape) {
    box(shape);
  }

  void write(const PathShape& shape) {
    add("<path class=\"{}\"", className(shape.role));
    if (!shape.name.empty()) {
      add(" id=\"{}\"", uniqueId(panel_, shape.name));
    }
    paint("stroke", shape.color);
    add(" stroke-width=\"{}\"", number(shape.width));
    if (shape.role == Role::Series || shape.role == Role::Ghost) {
      out_ += " stroke-linejoin=\"round\" stroke-linecap=\"round\"";
    }
    if (!shape.dashes.empty()) {
      out_ += " stroke-dasharray=\"";
      for (std::size_t i = 0; i < shape.dashes.size(); ++i) {
        out_ += i > 0 ? " " : "";
        appendNumber(out_, shape.dashes[i]);
      }
      out_ += '"';
    }
    out_ += " d=\"";
    for (const charts::Polyline& piece : shape.pieces) {
      if (piece.empty()) {
        continue;
      }
      out_ += 'M';
      for (std::size_t i = 0; i < piece.size(); ++i) {
        out_ += i > 0 ? " " : "";
        appendNumber(out_, piece[i].x);
        out_ += ',';
        appendNumber(out_, piece[i].y);
      }
      if (piece.size() == 1) {
        out_ += "h0";  // with a round cap: a dot
      }
    }
    if (shape.name.empty()) {
      out_ += "\"/>\n";
    } else {
      add("\"><title>{}</title></path>\n", xmlText(shape.name));
    }
  }

  void write(const PolygonShape& shape) {
    add("<polygon class=\"{}\" points=\"", className(shape.role));
    for (std::size_t i = 0; i < shape.corners.size(); ++i) {
      add("{}{},{}", i > 0 ? " " : "", number(shape.corners[i].x), number(shape.corners[i].y));
    }
    out_ += '"';
    paint(shape.outline > 0.0 ? "stroke" : "fill", shape.fill);
    if (shape.outline > 0.0) {
      add(" stroke-width=\"{}\"", number(shape.outline));
    }
    add("><title>{}</title></polygon>\n", xmlText(shape.text));
  }

  void write(const TextShape& shape) {
    add("<text class=\"{}\" x=\"{}\" y=\"{}\" font-size=\"{}\"", className(shape.role),
        number(shape.at.x), number(shape.at.y), number(shape.size));
    if (shape.bold) {
      out_ += " font-weight=\"600\"";
    }
    if (shape.anchor != Anchor::Start) {
      add(" text-anchor=\"{}\"", shape.anchor == Anchor::Middle ? "middle" : "end");
    }
    if (shape.upright) {
      add(" transform=\"rotate(-90 {} {})\"", number(shape.at.x), number(shape.at.y));
    }
    paint("fill", shape.color);
    add(">{}</text>\n", xmlText(shape.text));
  }

  std::string out_;
  std::string panel_;
  std::set<std::string> ids_;
};

}  // namespace

std::string xmlText(std::string_view text) {
  std::string out;
  for (const char c : plainText(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string writeSvg(const Scene& scene, std::string_view font_family,
                     const Provenance& provenance) {
  return Writer().write(scene, font_family, provenance);
}

}  // namespace w2s::ui::figures
