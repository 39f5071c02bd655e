#include "ui/figures/figure_options.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

namespace w2s::ui::figures {
namespace {

Status checkRange(std::string_view option, double value, double low, double high,
                  std::string_view unit) {
  if (std::isfinite(value) && value >= low && value <= high) {
    return {};
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("{} {} is outside {} to {}{}.", option, value, low, high, unit));
}

Status checkSpan(const std::string& option, const std::optional<Span>& span) {
  // Not a number is smaller than nothing.
  if (!span || span->low < span->high) {
    return {};
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("{} {}:{} is no range: the lower end comes first, and differs from the "
                       "higher one.",
                       option, span->low, span->high));
}

// A panel is a little less wide than the golden section asks, and no poster.
double panelHeight(double width_mm) {
  return std::min(0.643 * width_mm, 0.4 * width_mm + 20.4);
}

}  // namespace

Zoom zoomOf(const FigureOptions& options, const charts::ChartData& chart) {
  Zoom zoom;
  if (const auto own = options.zooms.find(chart.id); own != options.zooms.end()) {
    zoom = own->second;
  }
  if (!zoom.x && chart.over_course) {
    zoom.x = options.x_range;
  }
  if (!zoom.y) {
    zoom.y = options.y_range;
  }
  return zoom;
}

std::string_view endingOf(Format format) {
  return format == Format::Pgfplots   ? "tex"
         : format == Format::Markdown ? "md"
                                      : nameIn(kFormats, format);
}

std::optional<Format> formatOfEnding(std::string_view ending) {
  for (const auto& [format, name] : kFormats) {
    if (endingOf(format) == ending) {
      return format;
    }
  }
  return std::nullopt;
}

void applySize(SizePreset size, FigureOptions& options) {
  options.size = size;
  switch (size) {
    case SizePreset::Column:
      options.width_mm = 84.0;
      options.height_mm = 0.0;
      options.font_pt = 8.0;
      options.line_pt = 1.2;
      return;
    case SizePreset::TwoColumns:
      options.width_mm = 174.0;
      options.height_mm = 0.0;
      options.font_pt = 8.0;
      options.line_pt = 1.2;
      return;
    case SizePreset::Slide:  // 16:9, 10 inches wide
      options.width_mm = 254.0;
      options.height_mm = 142.875;
      options.font_pt = 16.0;
      options.line_pt = 2.5;
      return;
    case SizePreset::Custom:
      return;
  }
}

Status validate(const FigureOptions& options) {
  W2S_CHECK(checkRange("--width-mm", options.width_mm, 20.0, 1000.0, " mm"));
  if (options.height_mm != 0.0) {
    W2S_CHECK(checkRange("--height-mm", options.height_mm, 15.0, 1000.0, " mm"));
  }
  W2S_CHECK(checkRange("--dpi", options.dpi, 50.0, 1200.0, " dots per inch"));
  W2S_CHECK(checkRange("--font-pt", options.font_pt, 4.0, 60.0, " pt"));
  W2S_CHECK(checkRange("--line-pt", options.line_pt, 0.1, 10.0, " pt"));
  W2S_CHECK(checkRange("--columns", options.columns, 0.0, 6.0, " (0: as many as fit)"));
  W2S_CHECK(checkRange("--smoothing", options.view.smoothing, 0.0, 0.99, " (0: raw values)"));
  if (options.at_step) {
    W2S_CHECK(checkRange("--at", *options.at_step, 0.0, 1e15, " steps"));
  }
  W2S_CHECK(checkSpan("--from, --to", options.x_range));
  W2S_CHECK(checkSpan("--y", options.y_range));
  for (const auto& [chart, zoom] : options.zooms) {
    W2S_CHECK(checkSpan(fmt::format("--x {}=", chart), zoom.x));
    W2S_CHECK(checkSpan(fmt::format("--y {}=", chart), zoom.y));
  }
  return {};
}

FigureGrid gridOf(const FigureOptions& options, std::size_t panels) {
  const int count = std::max(1, static_cast<int>(panels));
  FigureGrid grid;
  // A panel needs about 27 characters of its font for axis, curves and labels.
  const int fitting =
      std::max(1, static_cast<int>(options.width_mm * 72.0 / 25.4 / (options.font_pt * 26.0)));
  const int wanted = options.columns > 0 ? options.columns : std::min({fitting, 3, count});
  grid.columns = std::min(wanted, count);
  // Four panels stand better in a square than three above one.
  if (options.columns == 0 && count == 4 && grid.columns == 3) {
    grid.columns = 2;
  }
  grid.rows = (count + grid.columns - 1) / grid.columns;
  grid.height_mm = options.height_mm > 0.0
                       ? options.height_mm
                       : grid.rows * panelHeight(options.width_mm / grid.columns);
  return grid;
}

}  // namespace w2s::ui::figures
