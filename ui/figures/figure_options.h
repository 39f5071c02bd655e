// How a figure looks and in which format it leaves: what the export dialog sets and `w2slab export`
// takes. Sizes are those of the printed figure, so a journal's rules can be typed in as they are.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "ui/charts/run_charts.h"
#include "ui/draw/number_text.h"
#include "ui/draw/panel.h"

namespace w2s::ui::figures {

// A figure is a scene.
using draw::Anchor;
using draw::BoxShape;
using draw::Color;
using draw::Insets;
using draw::kPointsPerMm;
using draw::LegendEntry;
using draw::LegendPlace;
using draw::numberText;
using draw::Palette;
using draw::Panel;
using draw::PanelAxis;
using draw::PanelLegend;
using draw::PanelStyle;
using draw::PathShape;
using draw::PolygonShape;
using draw::Rect;
using draw::Role;
using draw::Scene;
using draw::SceneShape;
using draw::Span;
using draw::TextShape;
using draw::TextWidth;

enum class Format { Svg, Pdf, Png, Pgfplots, Csv, Html, Markdown };
enum class SizePreset { Column, TwoColumns, Slide, Custom };
enum class PaletteKind { Colour, Grey };
enum class Background { White, Transparent };
enum class Traces { Both, Smoothed, Raw };  // of curves that have a smoothed and a raw form
enum class CsvLayout { Wide, Tidy };

// Names as the command line takes them.
template <class Choice>
struct Named {
  Choice value;
  std::string_view name;
};
inline constexpr std::array kFormats{
    Named{Format::Svg, "svg"},           Named{Format::Pdf, "pdf"}, Named{Format::Png, "png"},
    Named{Format::Pgfplots, "pgfplots"}, Named{Format::Csv, "csv"}, Named{Format::Html, "html"},
    Named{Format::Markdown, "markdown"}};
inline constexpr std::array kSizes{
    Named{SizePreset::Column, "column"}, Named{SizePreset::TwoColumns, "two-columns"},
    Named{SizePreset::Slide, "slide"}, Named{SizePreset::Custom, "custom"}};
inline constexpr std::array kLegends{
    Named{LegendPlace::EndLabels, "end"}, Named{LegendPlace::Inside, "inside"},
    Named{LegendPlace::Outside, "outside"}, Named{LegendPlace::None, "none"}};
inline constexpr std::array kPalettes{Named{PaletteKind::Colour, "colour"},
                                      Named{PaletteKind::Grey, "grey"}};
inline constexpr std::array kBackgrounds{Named{Background::White, "white"},
                                         Named{Background::Transparent, "transparent"}};
inline constexpr std::array kTraces{Named{Traces::Both, "both"},
                                    Named{Traces::Smoothed, "smoothed"}, Named{Traces::Raw, "raw"}};
inline constexpr std::array kXAxes{Named{charts::ChartView::X::Step, "step"},
                                   Named{charts::ChartView::X::Epoch, "epoch"},
                                   Named{charts::ChartView::X::Seconds, "seconds"}};
inline constexpr auto kBands = [] {
  std::array<Named<metrics::Spread>, metrics::kSpreads.size()> bands{};
  for (std::size_t i = 0; i < bands.size(); ++i) {
    bands[i] = {metrics::kSpreads[i].first, metrics::kSpreads[i].second};
  }
  return bands;
}();
inline constexpr std::array kCsvLayouts{Named{CsvLayout::Wide, "wide"},
                                        Named{CsvLayout::Tidy, "tidy"}};

template <class Choice, std::size_t N>
[[nodiscard]] constexpr std::string_view nameIn(const std::array<Named<Choice>, N>& all,
                                                Choice value) {
  for (const auto& [known, name] : all) {
    if (known == value) {
      return name;
    }
  }
  return {};
}

template <class Choice, std::size_t N>
[[nodiscard]] constexpr std::optional<Choice> valueIn(const std::array<Named<Choice>, N>& all,
                                                      std::string_view name) {
  for (const auto& [value, known] : all) {
    if (known == name) {
      return value;
    }
  }
  return std::nullopt;
}

// What one chart shows of its axes, by itself.
struct Zoom {
  std::optional<Span> x;
  std::optional<Span> y;
  friend bool operator==(const Zoom&, const Zoom&) = default;
};

struct FigureOptions {
  SizePreset size = SizePreset::Column;
  double width_mm = 84.0;  // 20 ... 1000
  double height_mm = 0.0;  // 0: from the width and the number of panels
  int columns = 0;         // of panels; 0: as many as the width has room for
  int dpi = 300;           // of PNG, 50 ... 1200
  std::string font;        // family; empty: Inter
  double font_pt = 8.0;    // 4 ... 60
  double line_pt = 1.2;    // 0.1 ... 10
  LegendPlace legend = LegendPlace::EndLabels;
  PaletteKind palette = PaletteKind::Colour;
  Background background = Background::White;
  Traces traces = Traces::Both;
  bool title = false;  // a caption says it in a paper
  CsvLayout csv = CsvLayout::Wide;
  charts::ChartView view;             // of all charts: x axis, smoothing, log y, band over seeds
  bool mean = false;                  // runs that differ in their seed alone are one (view.spread)
  std::set<std::string> log_y;        // charts with a logarithmic y axis, beside view.log_y
  std::optional<double> at_step;      // charts of one moment (calibration) show it; empty: the end
  std::optional<Span> x_range;        // of the charts over the run's course; empty: all of it
  std::optional<Span> y_range;        // of all charts
  std::map<std::string, Zoom> zooms;  // of single charts; goes before the two above

  friend bool operator==(const FigureOptions&, const FigureOptions&) = default;
};

// What the options ask of one chart.
[[nodiscard]] Zoom zoomOf(const FigureOptions& options, const charts::ChartData& chart);

// Whether the format is a report: a page with picture, caption, tables, settings and command.
[[nodiscard]] constexpr bool isPage(Format format) {
  return format == Format::Html || format == Format::Markdown;
}

// "svg", "tex": of a file in that format.
[[nodiscard]] std::string_view endingOf(Format format);
[[nodiscard]] std::optional<Format> formatOfEnding(std::string_view ending);

// Sets what goes with a size: width, height, font and line. Custom leaves them.
void applySize(SizePreset size, FigureOptions& options);

// A sentence that names the option, its value and what is allowed.
[[nodiscard]] Status validate(const FigureOptions& options);

// 0 in the options answered: rows and columns of panels, height in mm.
struct FigureGrid {
  int columns = 1;
  int rows = 1;
  double height_mm = 0.0;
};
[[nodiscard]] FigureGrid gridOf(const FigureOptions& options, std::size_t panels);

}  // namespace w2s::ui::figures
