#include "ui/figures/figure_call.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

namespace w2s::ui::figures {
namespace {

template <class Choice, std::size_t N>
CLI::CheckedTransformer choiceOf(const std::array<Named<Choice>, N>& all) {
  std::vector<std::pair<std::string, Choice>> choices;
  for (const auto& [value, name] : all) {
    choices.emplace_back(std::string(name), value);
  }
  CLI::CheckedTransformer transformer(choices);
  transformer.description("");
  return transformer;
}

template <class Choice, std::size_t N>
std::string namesOf(const std::array<Named<Choice>, N>& all) {
  std::vector<std::string_view> names;
  for (const auto& one : all) {
    names.push_back(one.name);
  }
  return fmt::format("{}", fmt::join(names, ", "));
}

// The format that the file's ending names.
Status completeFormat(FigureRequest& request) {
  std::string ending = std::filesystem::path(request.out).extension().string();
  std::ranges::transform(ending, ending.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  const auto format =
      formatOfEnding(ending.empty() ? std::string_view() : std::string_view(ending).substr(1));
  if (!format) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} does not say which format it is to have: give --format {}.",
                            request.out, namesOf(kFormats)));
  }
  request.format = *format;
  return {};
}

// A size for a page, where none was asked for.
void applyPageSize(FigureOptions& options) {
  if (FigureOptions wide; options.width_mm == wide.width_mm) {
    applySize(SizePreset::TwoColumns, wide);
    options.size = wide.size;
    options.width_mm = wide.width_mm;
  }
}

// The words of a command, as a POSIX shell takes them from what commandOf() quotes.
std::vector<std::string> wordsOfCommand(std::string_view command) {
  std::vector<std::string> all;
  std::string word;
  bool quoted = false;
  bool is_word = false;
  const auto end = [&] {
    if (is_word) {
      all.push_back(std::exchange(word, {}));
    }
    is_word = false;
  };
  for (std::size_t i = 0; i < command.size(); ++i) {
    const char letter = command[i];
    if (letter == '\'') {
      quoted = !quoted;
      is_word = true;
    } else if (!quoted && letter == ' ') {
      end();
    } else {
      i += !quoted && letter == '\\' && i + 1 < command.size() ? 1 : 0;
      word += command[i];
      is_word = true;
    }
  }
  end();
  return all;
}

}  // namespace

FigureCallOptions::FigureCallOptions(CLI::App& command) {
  addSubjects(command);
  format_ = command
                .add_option("--format", call_.request.format,
                            namesOf(kFormats) + " (default: as the file's name ends)")
                ->transform(choiceOf(kFormats));
  command.add_option("--out,-o", call_.request.out, "The file to write; -: standard output")
      ->required();
  command.add_flag("--caption", call_.caption,
                   "Prints a text for below the figure too; the file holds it in its metadata");
  command.add_option("--figure", call_.figure,
                     "Instead of charts and looks the name of a figure that the run or the study "
                     "keeps (Keep, in the window's export)");
  addLook(command);
  addRunLooks(command);
  command.add_option("--language", call_.request.language, "Of titles and labels: en or de")
      ->check(CLI::IsMember({"en", "de"}));
  command.add_option("--workspace", call_.workspace,
                     "Folder of runs and cache; else $W2S_WORKSPACE, else ~/.local/share/w2s-lab");
}

// What is drawn.
void FigureCallOptions::addSubjects(CLI::App& command) {
  FigureRequest& request = call_.request;
  command.add_option("RUN", call_.runs,
                     "Runs: id, its beginning, or its last part. The first is drawn, others are "
                     "laid over it");
  command.add_option("--study", study_.name,
                     "Instead of runs a study, by its name or file: its charts are " +
                         fmt::format("{}", fmt::join(exportNames({.study = StudyPart{}}), ", ")));
  command.add_option("--measure", study_.measure, "Of a study: " + namesOf(kStudyMeasures))
      ->transform(choiceOf(kStudyMeasures));
  command
      .add_option("--compare", request.compared,
                  "Instead of runs a comparison, given once for each of its sets (see w2s compare "
                  "--help): its charts are " +
                      fmt::format("{}", fmt::join(exportNames({.compared = {"A"}}), ", ")))
      ->allow_extra_args(false);
  command
      .add_option("--reference", call_.references,
                  "Of a study or a comparison: a result of others (see w2s references) as a line "
                  "on charts of the PGR, once for each")
      ->allow_extra_args(false);
  command.add_option("--over", study_.over,
                     "Of a study: the setting along the x axis (default: the first that differs)");
  command.add_option("--by", study_.by,
                     "Of a study: the setting of the map's rows, or of the line's curves");
  charts_ = command
                .add_option("--chart", request.charts,
                            fmt::format("One or more, as panels: {}. A report (HTML, "
                                        "Markdown) has some where none is named",
                                        fmt::join(exportNames(), ", ")))
                ->delimiter(',')
                ->allow_extra_args(false);
}

// How it looks.
void FigureCallOptions::addLook(CLI::App& command) {
  FigureOptions& look = call_.request.options;
  // At once, so that the options that say something else win wherever they stand.
  size_ = command
              .add_option_function<std::string>(
                  "--size",
                  [&look](const std::string& name) { applySize(*valueIn(kSizes, name), look); },
                  "Presets of size, font and line: " + namesOf(kSizes))
              ->check(CLI::Validator(
                  [](const std::string& name) {
                    return valueIn(kSizes, name) ? std::string()
                                                 : fmt::format("there are {}", namesOf(kSizes));
                  },
                  std::string()))
              ->trigger_on_parse();
  command.add_option("--width-mm", look.width_mm, "Width");
  command.add_option("--height-mm", look.height_mm, "Height (0: from the width)");
  command.add_option("--columns", look.columns, "Columns of panels (0: as many as fit)");
  command.add_option("--font", look.font, "Font family (default: Inter)");
  command.add_option("--font-pt", look.font_pt, "Font size");
  command.add_option("--line-pt", look.line_pt, "Width of curves");
  command.add_option("--dpi", look.dpi, "Dots per inch of a PNG");
  command.add_option("--legend", look.legend, namesOf(kLegends))->transform(choiceOf(kLegends));
  command.add_option("--palette", look.palette, namesOf(kPalettes))->transform(choiceOf(kPalettes));
  command.add_option("--background", look.background, namesOf(kBackgrounds))
      ->transform(choiceOf(kBackgrounds));
  command.add_option("--traces", look.traces, "Of smoothed curves: " + namesOf(kTraces))
      ->transform(choiceOf(kTraces));
  command.add_option("--x-axis", look.view.x, namesOf(kXAxes))->transform(choiceOf(kXAxes));
  command.add_option("--smoothing", look.view.smoothing, "Of objective terms: 0 (raw) to 0.99");
  mean_ = command
              .add_option("--mean", look.view.spread,
                          "Runs that differ from the first in their seed alone as one: "
                          "their mean with this band, " +
                              namesOf(kBands))
              ->transform(choiceOf(kBands));
  command
      .add_flag("--no-seeds{false}", look.view.each_seed,
                "With --mean: without a curve for each seed")
      ->needs(mean_);
  command.add_flag("--log-y{all}", ranges_.log_y,
                   "Logarithmic y axis; --log-y=accuracy,pgr: of these charts");
  command.add_option("--layout", look.csv, "Of a CSV: " + namesOf(kCsvLayouts))
      ->transform(choiceOf(kCsvLayouts));
  command.add_flag("--title", look.title, "Prints the chart's title");
  command.add_option("--from", ranges_.from,
                     "Where the charts over the run's course begin, in units of the x axis");
  command.add_option("--to", ranges_.to, "Where they end");
  command.add_option("--x", ranges_.x, "x axis of one chart: calibration=0.5:1")
      ->allow_extra_args(false);
  command.add_option("--y", ranges_.y, "y axis of all charts, 0.5:0.9, or of one: pgr=0:1")
      ->allow_extra_args(false);
  command.add_option("--at", look.at_step,
                     "Step whose evaluation calibration shows (default: the last)");
}

// What tells the runs apart that are laid over the first.
void FigureCallOptions::addRunLooks(CLI::App& command) {
  command
      .add_option("--label", call_.looks.labels,
                  "What stands at the curves of a run laid over the first: RUN=text (default: the "
                  "name it was given)")
      ->allow_extra_args(false);
  command
      .add_option(
          "--color", call_.looks.colors,
          fmt::format("Colour of a run laid over the first, RUN=olive: {}; dashed with -2 to -{}, "
                      "RUN=olive-2 (default: that of its experiment in the window)",
                      namesOf(kRunColors), ui::charts::kDashes))
      ->allow_extra_args(false);
  command
      .add_option("--pinned", call_.looks.pinned,
                  "A run laid over the first whose curves are paler")
      ->allow_extra_args(false);
}

bool FigureCallOptions::isGiven(const CLI::Option* option) const {
  return option->count() > 0;
}

Status FigureCallOptions::complete(FigureCall& call) const {
  FigureRequest& request = call.request;
  request.options.mean = isGiven(mean_);
  W2S_CHECK(applyRanges(ranges_, request.options));
  if (!isGiven(format_)) {
    W2S_CHECK(completeFormat(request));
  }
  if (isGiven(charts_) || !call.figure.empty()) {
    return {};
  }
  if (!isPage(request.format)) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("Say with --chart what to draw: {}. Only a report (HTML, Markdown) has "
                            "charts of its own.",
                            fmt::join(exportNames(request), ", ")));
  }
  request.charts.clear();
  if (!isGiven(size_)) {
    applyPageSize(request.options);
  }
  return {};
}

Result<FigureCall> FigureCallOptions::call() const {
  FigureCall call = call_;
  const int subjects = (call.runs.empty() ? 0 : 1) + (study_.name.empty() ? 0 : 1) +
                       (call.request.compared.empty() ? 0 : 1);
  if (subjects != 1) {
    return fail(ErrorCode::InvalidArgument,
                "Name the runs to draw, or a study with --study, or what to compare with "
                "--compare.");
  }
  if (!study_.name.empty()) {
    call.request.study = study_;
  }
  W2S_CHECK(complete(call));
  return call;
}

Result<FigureCall> parseCommand(const std::string& command) {
  std::vector<std::string> all = wordsOfCommand(command);
  if (all.size() < 2 || all[0] != "w2slab" || all[1] != "export") {
    return fail(ErrorCode::BadFormat, sentence("it does not begin with \"w2slab export\""));
  }
  CLI::App app;
  const FigureCallOptions options(app);
  // CLI11 takes the last word first.
  std::vector<std::string> words_of_options(all.rbegin(), all.rend() - 2);
  try {
    app.parse(words_of_options);
  } catch (const CLI::Error& error) {
    return fail(ErrorCode::BadFormat, Sentence{.text = error.what()});
  }
  W2S_TRY(FigureCall call, options.call());
  W2S_CHECK(validate(call.request));
  return call;
}

}  // namespace w2s::ui::figures
