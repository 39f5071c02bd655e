#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "ui/figures/axis_ranges.h"
#include "ui/figures/figure.h"
#include "ui/figures/overlay_looks.h"

namespace w2s::ui::figures {
namespace {

// As a POSIX shell needs it.
std::string quoted(const std::string& word) {
  const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./,:+=@%").find(c) != std::string_view::npos;
  });
  if (plain) {
    return word;
  }
  std::string out = "'";
  for (const char c : word) {
    out += c == '\'' ? "'\\''" : std::string(1, c);
  }
  return out + "'";
}

class Words {
 public:
  explicit Words(std::string begin) : text_(std::move(begin)) {}
  void add(std::string_view option, const std::string& value) {
    text_ += fmt::format(" {} {}", option, value);
  }
  template <class Value>
  void addIfNot(Value usual, Value value, std::string_view option) {
    if (value != usual) {
      add(option, fmt::format("{}", value));
    }
  }
  template <class Choice, std::size_t N>
  void addIfNot(Choice usual, Choice value, std::string_view option,
                const std::array<Named<Choice>, N>& names) {
    if (value != usual) {
      add(option, std::string(nameIn(names, value)));
    }
  }
  void flag(std::string_view option) {
    text_ += fmt::format(" {}", option);
  }
  [[nodiscard]] std::string take() {
    return std::move(text_);
  }

 private:
  std::string text_;
};

void addXRanges(Words& words, const FigureOptions& options) {
  if (options.x_range && std::isfinite(options.x_range->low)) {
    words.add("--from", fmt::format("{}", options.x_range->low));
  }
  if (options.x_range && std::isfinite(options.x_range->high)) {
    words.add("--to", fmt::format("{}", options.x_range->high));
  }
  for (const auto& [chart, zoom] : options.zooms) {
    if (zoom.x) {
      words.add("--x", fmt::format("{}={}", chart, textOf(*zoom.x)));
    }
  }
}

// The numbers of a CSV have no y axis.
void addYRanges(Words& words, const FigureOptions& options) {
  if (options.y_range) {
    words.add("--y", textOf(*options.y_range));
  }
  for (const auto& [chart, zoom] : options.zooms) {
    if (zoom.y) {
      words.add("--y", fmt::format("{}={}", chart, textOf(*zoom.y)));
    }
  }
  if (options.view.log_y) {
    words.flag("--log-y");
  } else if (!options.log_y.empty()) {
    words.flag(fmt::format("--log-y={}", fmt::join(options.log_y, ",")));
  }
}

void addLooks(Words& words, std::span<const FigureRun> overlays) {
  for (const FigureRun& run : overlays) {
    if (!run.label.empty()) {
      words.add("--label", quoted(fmt::format("{}={}", run.series->id, run.label)));
    }
    if (run.color) {
      words.add("--color", quoted(fmt::format("{}={}", run.series->id, nameOfLook(*run.color))));
    }
    if (run.pinned) {
      words.add("--pinned", quoted(run.series->id));
    }
  }
}

}  // namespace

std::string commandOf(const FigureRequest& request, std::span<const FigureRun> runs,
                      const std::string& workspace) {
  const FigureOptions& options = request.options;
  FigureOptions usual;
  applySize(options.size, usual);
  Words words("w2slab export");
  for (const FigureRun& run : runs) {
    words.flag(quoted(run.series->id));
  }
  if (request.study) {
    words.add("--study", quoted(request.study->name));
    words.addIfNot(charts::StudyMeasure::Pgr, request.study->measure, "--measure", kStudyMeasures);
    if (!request.study->over.empty()) {
      words.add("--over", request.study->over);
    }
    if (!request.study->by.empty()) {
      words.add("--by", request.study->by);
    }
  }
  for (const std::string& set : request.compared) {
    words.add("--compare", quoted(set));
  }
  for (const study::ReferenceResult& reference : request.references) {
    words.add("--reference", quoted(reference.name));
  }
  words.add("--chart", quoted(fmt::format("{}", fmt::join(request.charts, ","))));
  words.add("--format", std::string(nameIn(kFormats, request.format)));
  if (request.format == Format::Csv) {
    words.addIfNot(usual.csv, options.csv, "--layout", kCsvLayouts);
  } else {
    words.addIfNot(SizePreset::Column, options.size, "--size", kSizes);
    words.addIfNot(usual.width_mm, options.width_mm, "--width-mm");
    words.addIfNot(usual.height_mm, options.height_mm, "--height-mm");
    words.addIfNot(usual.columns, options.columns, "--columns");
    if (!options.font.empty()) {
      words.add("--font", quoted(options.font));
    }
    words.addIfNot(usual.font_pt, options.font_pt, "--font-pt");
    words.addIfNot(usual.line_pt, options.line_pt, "--line-pt");
    words.addIfNot(usual.legend, options.legend, "--legend", kLegends);
    words.addIfNot(usual.palette, options.palette, "--palette", kPalettes);
    words.addIfNot(usual.background, options.background, "--background", kBackgrounds);
    if (request.format == Format::Png) {
      words.addIfNot(usual.dpi, options.dpi, "--dpi");
    }
    if (options.title) {
      words.flag("--title");
    }
    addYRanges(words, options);
  }
  if (!request.isTable() && request.isOfRuns()) {
    words.addIfNot(usual.traces, options.traces, "--traces", kTraces);
    words.addIfNot(usual.view.x, options.view.x, "--x-axis", kXAxes);
    words.addIfNot(usual.view.smoothing, options.view.smoothing, "--smoothing");
    if (options.mean) {
      words.add("--mean", std::string(nameIn(kBands, options.view.spread)));
      if (!options.view.each_seed) {
        words.flag("--no-seeds");
      }
    }
    if (options.at_step) {
      words.add("--at", fmt::format("{}", *options.at_step));
    }
    addXRanges(words, options);
  }
  if (!request.isTable() && !runs.empty()) {
    addLooks(words, runs.subspan(1));
  }
  words.addIfNot<std::string>("en", request.language, "--language");
  if (!workspace.empty()) {
    words.add("--workspace", quoted(workspace));
  }
  words.add("--out", quoted(request.out.empty() ? "figure" : request.out));
  return words.take();
}

}  // namespace w2s::ui::figures
