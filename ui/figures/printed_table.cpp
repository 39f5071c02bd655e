#include "ui/figures/printed_table.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>

#include <fmt/format.h>

#include <QLocale>

#include "core/metrics/seed_means.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/charts/plain_text.h"
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
    if (!readings.provisional && run.series->interventions.empty() && readings.weak.n > 0 &&
        readings.student.n > 0 && readings.ceiling.n > 0 && seeds.insert(run.series->seed).second) {
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
  const std::size_t columns = table.head.size();
  const double margin = 0.45 * options.font_pt;
  const double inside = options.width_mm * kPointsPerMm - 2.0 * margin;
  double font = options.font_pt;
  std::vector<double> widths = widthsOf(table, font, text_width);
  const double wanted_width = std::accumulate(widths.begin(), widths.end(), 0.0) +
                              static_cast<double>(columns - 1) * kSmallestGap * font;
  if (wanted_width > inside) {
    // Names give way first, then the letters.
    widths[0] = std::max(std::min(widths[0], 6.0 * font), widths[0] - (wanted_width - inside));
    const double needed = std::accumulate(widths.begin(), widths.end(), 0.0) +
                          static_cast<double>(columns - 1) * kSmallestGap * font;
    const double scale = std::min(1.0, inside / needed);
    font *= scale;
    for (double& width : widths) {
      width *= scale;
    }
  }
  const double line = 1.55 * font;
  const double gap = std::max(0.0, inside - std::accumulate(widths.begin(), widths.end(), 0.0)) /
                     static_cast<double>(columns - 1);

  Scene scene;
  scene.width = options.width_mm * kPointsPerMm;
  const auto rows = static_cast<double>(table.rows.size() + table.summary.size() + 1);
  const auto notes = static_cast<double>(table.notes.size());
  const double note_line = 1.4 * kNoteSize * font;
  const double wanted = 2.0 * margin + rows * line + 0.9 * font +
                        (notes > 0.0 ? notes * note_line + 0.3 * font : 0.0);
  scene.height = options.height_mm > 0.0 ? options.height_mm * kPointsPerMm : wanted;
  if (options.background == Background::White) {
    scene.background = palette.ground;
  }
  Panel panel{.id = "table",
              .title = words("figures", "Runs"),
              .plot = {margin, margin, inside, scene.height - 2.0 * margin},
              .x = {},
              .y = {},
              .shapes = {}};
  const auto rule = [&](double y, double width) {
    panel.shapes.push_back(PathShape{.role = Role::Axis,
                                     .name = {},
                                     .pieces = {{{margin, y}, {margin + inside, y}}},
                                     .color = palette.text,
                                     .width = width,
                                     .dashes = {}});
  };
  double y = margin;
  const auto write = [&](const std::vector<std::string>& cells, bool bold,
                         const std::string& mark = {}) {
    double right = margin + widths[0];
    for (std::size_t i = 0; i < cells.size(); ++i) {
      right += i > 0 ? gap + widths[i] : 0.0;
      panel.shapes.push_back(
          TextShape{.role = Role::Label,
                    .at = {i == 0 ? margin : right, y + line / 2.0 + 0.36 * font},
                    .text = i == 0 ? draw::elided(cells[i] + mark, cells[i].size(), widths[0], font,
                                                  false, text_width)
                                   : cells[i],
                    .size = font,
                    .bold = bold,
                    .anchor = i == 0 ? Anchor::Start : Anchor::End,
                    .upright = false,
                    .color = palette.text});
    }
    y += line;
  };
  // The widths of booktabs.
  const double thick = 0.1 * font;
  const double thin = 0.06 * font;
  rule(y, thick);
  y += 0.15 * font;
  write(table.head, true);
  y += 0.15 * font;
  rule(y, thin);
  y += 0.15 * font;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    write(table.rows[i], false, table.marks[i]);
  }
  if (!table.summary.empty()) {
    y += 0.1 * font;
    rule(y, thin);
    y += 0.1 * font;
    for (const auto& row : table.summary) {
      write(row, false);
    }
  }
  y += 0.15 * font;
  rule(y, thick);
  y += 0.3 * font;
  for (const auto& [mark, note] : table.notes) {
    const double size = kNoteSize * font;
    panel.shapes.push_back(
        TextShape{.role = Role::Label,
                  .at = {margin, y + note_line / 2.0 + 0.36 * size},
                  .text = draw::elided(mark + " " + note, mark.size() + 1 + note.size(), inside,
                                       size, false, text_width),
                  .size = size,
                  .color = palette.text});
    y += note_line;
  }
  scene.panels.push_back(std::move(panel));
  return scene;
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
