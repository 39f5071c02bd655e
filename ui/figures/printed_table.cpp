#include "ui/figures/printed_table.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>

#include <fmt/format.h>

#include <QLocale>

#include "core/base/plain_text.h"
#include "core/metrics/seed_means.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/draw/number_text.h"
#include "ui/figures/tex_text.h"

namespace w2s::ui::figures {
namespace {

constexpr int kAccuracyDecimals = 3;
constexpr int kPgrDecimals = 2;
constexpr double kSmallestGap = 0.9;  // between columns, in font sizes
constexpr double kNoteSize = 0.88;    // of a note's letters, in font sizes
const std::string kUnfinished = "\u2020";
const std::string kChanged = "\u2021";

std::string accuracyText(const metrics::Performance& performance) {
  return performance.n > 0 ? numberText(performance.accuracy, kAccuracyDecimals) : "\u2013";
}

// The value and its interval, a dash each where it says nothing.
struct PgrCells {
  std::string value = "\u2013";
  std::string interval = "\u2013";
};
PgrCells cellsOf(const std::optional<metrics::Pgr>& pgr) {
  PgrCells cells;
  if (pgr && metrics::isMeaningful(*pgr)) {
    cells.value = numberText(*pgr->signed_value, kPgrDecimals);
    if (pgr->ci95) {
      // Not "[0,62, 0,69]".
      cells.interval = fmt::format("[{}{} {}]", numberText(pgr->ci95->low, kPgrDecimals),
                                   windowLocale().decimalPoint() == QLatin1Char(',') ? ';' : ',',
                                   numberText(pgr->ci95->high, kPgrDecimals));
    }
  }
  return cells;
}

std::vector<std::string> rowOf(const FigureRun& run, const std::string& name) {
  const Readings readings = readingsOf(*run.series);
  const PgrCells pgr = cellsOf(readings.pgr);
  return {plainText(name),
          std::to_string(run.series->seed),
          accuracyText(readings.weak),
          accuracyText(readings.student),
          accuracyText(readings.ceiling),
          pgr.value,
          pgr.interval};
}

bool isUnfinished(const FigureRun& run) {
  return run.state != "finished";
}

std::string markOf(const FigureRun& run) {
  return (isUnfinished(run) ? kUnfinished : std::string()) +
         (run.series->interventions.empty() ? std::string() : kChanged);
}

std::vector<std::pair<std::string, std::string>> notesOf(std::span<const FigureRun> runs) {
  std::vector<std::pair<std::string, std::string>> notes;
  if (std::ranges::any_of(runs, isUnfinished)) {
    const bool all_stopped = std::ranges::all_of(
        runs, [](const FigureRun& run) { return !isUnfinished(run) || run.state == "stopped"; });
    notes.emplace_back(kUnfinished,
                       all_stopped ? words("figures", "stopped before its end: its latest numbers")
                                   : words("figures", "did not finish: its latest numbers"));
  }
  if (std::ranges::any_of(
          runs, [](const FigureRun& run) { return !run.series->interventions.empty(); })) {
    notes.emplace_back(kChanged, words("figures", "settings changed while it trained"));
  }
  return notes;
}

// Accuracies of the runs that a mean may be taken of, one a seed. Empty where the runs are not
// seeds of one configuration. A run that did not end, or was changed by hand on its way, is no
// sample of that configuration; a seed that ran twice is one sample.
std::vector<metrics::SeedAccuracies> samplesOf(std::span<const FigureRun> runs) {
  std::vector<metrics::SeedAccuracies> samples;
  std::set<std::int64_t> seeds;
  for (const FigureRun& run : runs) {
    if (std::ranges::any_of(
            runs, [&run](const FigureRun& other) { return !areOfOneExperiment(run, other); })) {
      return {};
    }
    const Readings readings = readingsOf(*run.series);
    // The weak floor may be unknown (NaN): the other means are known without it.
    if (!readings.provisional && run.series->interventions.empty() && readings.student.n > 0 &&
        readings.ceiling.n > 0 && seeds.insert(run.series->seed).second) {
      samples.push_back({.weak = readings.weak.accuracy,
                         .student = readings.student.accuracy,
                         .ceiling = readings.ceiling.accuracy,
                         .status = readings.pgr ? readings.pgr->status : metrics::PgrStatus::Ok});
    }
  }
  return samples;
}

std::vector<std::vector<std::string>> summaryOf(std::span<const FigureRun> runs) {
  const std::vector<metrics::SeedAccuracies> samples = samplesOf(runs);
  const std::size_t n = samples.size();
  if (n < 2) {
    return {};
  }
  const auto text = [](double value) { return numberText(value, kAccuracyDecimals); };
  const auto [weak, student, ceiling, of_means] = metrics::meansOf(samples);
  PgrCells pgr = cellsOf(of_means->pgr);
  if (!of_means->removed.empty() && of_means->used > 0) {
    pgr.value +=
        fmt::format(" (n = {})", of_means->used);  // the guards of single runs removed some
  }
  return {{words("figures", "Mean"),
           n == runs.size() ? fmt::format("n = {}", n)
                            : inWords(words("figures", "n = {} of {}"), n, runs.size()),
           text(weak.mean), text(student.mean), text(ceiling.mean), pgr.value, pgr.interval},
          {words("figures", "SD"), {}, text(weak.sd), text(student.sd), text(ceiling.sd), {}, {}}};
}

std::vector<double> widthsOf(const PrintedTable& table, double font, const TextWidth& width) {
  std::vector<double> widths(table.head.size(), 0.0);
  const auto measure = [&](const std::vector<std::string>& cells, bool bold) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      widths[i] = std::max(widths[i], width(cells[i], font, bold));
    }
  };
  measure(table.head, true);
  for (const auto* rows : {&table.rows, &table.summary}) {
    for (const auto& row : *rows) {
      measure(row, false);
    }
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    widths[0] = std::max(widths[0], width(table.rows[i][0] + table.marks[i], font, false));
  }
  return widths;
}

// The lines of a table on a scene, from the top down. Rules have the widths of booktabs.
class TableLayout {
 public:
  TableLayout(const PrintedTable& table, const FigureOptions& options, const Palette& palette,
              const TextWidth& text_width)
      : table_(table),
        options_(options),
        palette_(palette),
        text_width_(text_width),
        margin_(0.45 * options.font_pt),
        inside_(options.width_mm * kPointsPerMm - 2.0 * margin_),
        font_(options.font_pt),
        widths_(widthsOf(table, options.font_pt, text_width)) {
    fitColumns();
  }

  [[nodiscard]] Scene scene() {
    Scene scene;
    scene.width = options_.width_mm * kPointsPerMm;
    scene.height = options_.height_mm > 0.0 ? options_.height_mm * kPointsPerMm : wantedHeight();
    if (options_.background == Background::White) {
      scene.background = palette_.ground;
    }
    panel_ = {.id = "table",
              .title = words("figures", "Runs"),
              .plot = {margin_, margin_, inside_, scene.height - 2.0 * margin_},
              .x = {},
              .y = {},
              .shapes = {}};
    y_ = margin_;
    write();
    scene.panels.push_back(std::move(panel_));
    return scene;
  }

 private:
  // Names give way first, then the letters.
  void fitColumns() {
    const auto needed = [this] { return sum() + (columns() - 1.0) * kSmallestGap * font_; };
    if (const double wanted = needed(); wanted > inside_) {
      widths_[0] = std::max(std::min(widths_[0], 6.0 * font_), widths_[0] - (wanted - inside_));
      const double scale = std::min(1.0, inside_ / needed());
      font_ *= scale;
      for (double& width : widths_) {
        width *= scale;
      }
    }
    gap_ = std::max(0.0, inside_ - sum()) / (columns() - 1.0);
  }

  [[nodiscard]] double sum() const {
    return std::accumulate(widths_.begin(), widths_.end(), 0.0);
  }
  [[nodiscard]] double columns() const {
    return static_cast<double>(widths_.size());
  }
  [[nodiscard]] double line() const {
    return 1.55 * font_;
  }
  [[nodiscard]] double noteLine() const {
    return 1.4 * kNoteSize * font_;
  }
  [[nodiscard]] double wantedHeight() const {
    const auto rows = static_cast<double>(table_.rows.size() + table_.summary.size() + 1);
    const auto notes = static_cast<double>(table_.notes.size());
    return 2.0 * margin_ + rows * line() + 0.9 * font_ +
           (notes > 0.0 ? notes * noteLine() + 0.3 * font_ : 0.0);
  }

  void write() {
    const double thick = 0.1 * font_;
    const double thin = 0.06 * font_;
    rule(thick, 0.0, 0.15);
    row(table_.head, true);
    rule(thin, 0.15, 0.15);
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      row(table_.rows[i], false, table_.marks[i]);
    }
    if (!table_.summary.empty()) {
      rule(thin, 0.1, 0.1);
      for (const auto& cells : table_.summary) {
        row(cells, false);
      }
    }
    rule(thick, 0.15, 0.3);
    for (const auto& [mark, text] : table_.notes) {
      note(mark, text);
    }
  }

  // With room above and below it, in font sizes.
  void rule(double width, double above, double below) {
    y_ += above * font_;
    panel_.shapes.push_back(PathShape{.role = Role::Axis,
                                      .name = {},
                                      .pieces = {{{margin_, y_}, {margin_ + inside_, y_}}},
                                      .color = palette_.text,
                                      .width = width,
                                      .dashes = {}});
    y_ += below * font_;
  }

  void row(const std::vector<std::string>& cells, bool bold, const std::string& mark = {}) {
    double right = margin_ + widths_[0];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      right += i > 0 ? gap_ + widths_[i] : 0.0;
      panel_.shapes.push_back(
          TextShape{.role = Role::Label,
                    .at = {i == 0 ? margin_ : right, y_ + line() / 2.0 + 0.36 * font_},
                    .text = i == 0 ? draw::elided(cells[i] + mark, cells[i].size(), widths_[0],
                                                  font_, false, text_width_)
                                   : cells[i],
                    .size = font_,
                    .bold = bold,
                    .anchor = i == 0 ? Anchor::Start : Anchor::End,
                    .upright = false,
                    .color = palette_.text});
    }
    y_ += line();
  }

  void note(const std::string& mark, const std::string& text) {
    const double size = kNoteSize * font_;
    panel_.shapes.push_back(
        TextShape{.role = Role::Label,
                  .at = {margin_, y_ + noteLine() / 2.0 + 0.36 * size},
                  .text = draw::elided(mark + " " + text, mark.size() + 1 + text.size(), inside_,
                                       size, false, text_width_),
                  .size = size,
                  .color = palette_.text});
    y_ += noteLine();
  }

  const PrintedTable& table_;
  const FigureOptions& options_;
  const Palette& palette_;
  const TextWidth& text_width_;
  double margin_;
  double inside_;  // the width between the margins
  double font_;
  std::vector<double> widths_;
  double gap_ = 0.0;
  Panel panel_;
  double y_ = 0.0;
};

}  // namespace

PrintedTable printedTableOf(std::span<const FigureRun> runs) {
  PrintedTable table;
  table.head = {words("figures", "Run"),     words("figures", "Seed"),    words("figures", "Weak"),
                words("figures", "Student"), words("figures", "Ceiling"), words("figures", "PGR"),
                words("figures", "95 % CI")};
  const std::vector<std::string> names = namesOf(runs, study::NameExtent::WithoutSeed);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    table.rows.push_back(rowOf(runs[i], names[i]));
    table.marks.push_back(markOf(runs[i]));
  }
  table.notes = notesOf(runs);
  table.summary = summaryOf(runs);
  return table;
}

Scene layOutTable(const PrintedTable& table, const FigureOptions& options, const Palette& palette,
                  const TextWidth& text_width) {
  return TableLayout(table, options, palette, text_width).scene();
}

std::string writeTexTable(const PrintedTable& table, const Provenance& provenance) {
  std::string out = texHead(provenance, "\\usepackage{booktabs}");
  const auto inTex = [](const std::string& mark) {
    return mark.empty() ? std::string()
                        : "$^{" + std::string(mark.starts_with(kUnfinished) ? "\\dagger" : "") +
                              std::string(mark.ends_with(kChanged) ? "\\ddagger" : "") + "}$";
  };
  const auto row = [&](const std::vector<std::string>& cells, const std::string& mark = {}) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out += (i > 0 ? " & " : "") + texOf(cells[i]) + (i == 0 ? inTex(mark) : std::string());
    }
    out += " \\\\\n";
  };
  out += "\\begin{tabular}{l" + std::string(table.head.size() - 1, 'r') + "}\n\\toprule\n";
  row(table.head);
  out += "\\midrule\n";
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    row(table.rows[i], table.marks[i]);
  }
  if (!table.summary.empty()) {
    out += "\\midrule\n";
    for (const auto& cells : table.summary) {
      row(cells);
    }
  }
  out += "\\bottomrule\n";
  for (const auto& [mark, note] : table.notes) {
    out += "\\multicolumn{" + std::to_string(table.head.size()) + "}{l}{\\footnotesize " +
           inTex(mark) + " " + texOf(note) + "} \\\\\n";
  }
  return out + "\\end{tabular}%\n";
}

}  // namespace w2s::ui::figures
