#include "ui/figures/compare_figure.h"

#include <cmath>
#include <filesystem>
#include <optional>

#include <fmt/format.h>

#include "core/config/toml.h"
#include "core/store/manifest.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/compare_charts.h"
#include "ui/charts/reference_lines.h"
#include "ui/draw/number_text.h"
#include "ui/figures/compared_pairs.h"
#include "ui/figures/paper_caption.h"

namespace w2s::ui::figures {
namespace {

using study::ComparedSet;
using study::Comparison;
using study::PairedSets;

std::string meanAndSpread(const metrics::MeanAndSd& over) {
  return over.n > 1 ? fmt::format("{} \u00b1 {}", numberText(over.mean, 3), numberText(over.sd, 3))
                    : numberText(over.mean, 3);
}

// Below a rule, since they were not made here.
void addReferences(PrintedTable& table, const Comparison& comparison,
                   const std::vector<study::ReferenceResult>& references) {
  const auto share = [](const std::optional<double>& value, int decimals) {
    return value ? numberText(*value, decimals) : "\u2013";
  };
  for (const study::ReferenceResult& one : references) {
    std::vector<std::string>& row = table.summary.emplace_back();
    row.push_back(charts::referenceName(one));
    row.insert(row.end(), comparison.settings.size(), "\u2013");
    row.push_back(one.seeds > 0 ? std::to_string(one.seeds) : "\u2013");
    row.push_back(share(one.weak, 3));
    row.push_back(share(one.student, 3));
    row.push_back(share(one.ceiling, 3));
    row.push_back(share(one.pgr(), 2));
  }
  if (std::string caption = charts::referencesCaption(references); !caption.empty()) {
    table.notes.emplace_back("", std::move(caption));
  }
}

PrintedTable printedTableOf(const Comparison& comparison,
                            const std::vector<study::ReferenceResult>& references) {
  PrintedTable table;
  table.head.push_back(words("figures", "Set"));
  for (const study::DifferingSetting& setting : comparison.settings) {
    table.head.push_back(wordsOf("config", setting.label));
  }
  for (std::string title :
       {words("figures", "n"), words("figures", "Weak"), words("figures", "Student"),
        words("figures", "Ceiling"), words("figures", "PGR (95 %)")}) {
    table.head.push_back(std::move(title));
  }
  const std::vector<std::string> names = charts::setNames(comparison);
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    const study::CellState& state = comparison.sets[i].state;
    std::vector<std::string>& row = table.rows.emplace_back();
    row.push_back(comparison.settings.empty() ? charts::lettered(i, names[i]) : study::letterOf(i));
    for (std::string& text : charts::settingTexts(comparison, i)) {
      row.push_back(std::move(text));
    }
    row.push_back(std::to_string(state.runs.size()));
    row.push_back(meanAndSpread(state.weak));
    row.push_back(meanAndSpread(state.student));
    row.push_back(meanAndSpread(state.ceiling));
    const metrics::Pgr& pgr = comparison.sets[i].pgr();
    row.push_back(metrics::isMeaningful(pgr) ? withInterval(*pgr.signed_value, pgr.ci95, 2)
                                             : "\u2013");
    table.marks.emplace_back();
  }
  for (const PairedSets& pair : comparison.pairs) {
    table.notes.emplace_back("", differenceWords(pair));
  }
  addReferences(table, comparison, references);
  return table;
}

// A row a pair.
RunsTable runsTableOf(const Comparison& comparison) {
  RunsTable table;
  table.is_complete = true;
  table.columns = {"first", "second", "measure", "difference", "low",
                   "high",  "p",      "p_holm",  "n",          "test"};
  const auto number = [](double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string();
  };
  for (const PairedSets& pair : comparison.pairs) {
    const auto add = [&](const char* measure, const metrics::PairedDifference& difference,
                         double holm) {
      table.rows.push_back(
          {comparison.sets[pair.first].name, comparison.sets[pair.second].name, measure,
           number(difference.value), difference.ci95 ? number(difference.ci95->low) : "",
           difference.ci95 ? number(difference.ci95->high) : "", number(difference.p), number(holm),
           std::to_string(difference.n),
           std::isfinite(difference.p) ? study::testOf(pair).text : std::string()});
    };
    if (pair.refusal.text.empty()) {
      add("student_accuracy", pair.accuracy, pair.accuracy_holm);
      add("pgr", pair.pgr.difference, pair.pgr_holm);
    }
  }
  return table;
}

Provenance provenanceOf(const FigureRequest& request, const Comparison& comparison) {
  Provenance provenance;
  const store::Versions versions = store::currentVersions();
  provenance.program = versions.program;
  provenance.libtorch = versions.libtorch;
  for (const ComparedSet& set : comparison.sets) {
    for (const study::CellRun& run : set.state.runs) {
      provenance.runs.push_back(
          {.id = run.id, .name = set.name, .seed = run.seed, .config = fingerprintOf(set.config)});
    }
  }
  FigureRequest portable = request;
  portable.out = std::filesystem::path(request.out).filename().string();
  provenance.command = commandOf(portable, {});
  provenance.caption = paperCaption(request, comparison);
  return provenance;
}

// Of a set what it has other than the first: "objective.temperature = 2" a line.
std::string differencesOf(const Comparison& comparison, std::size_t set) {
  std::string text;
  for (const study::DifferingSetting& setting : comparison.settings) {
    if (setting.values[set] != setting.values.front()) {
      text += setting.values[set].empty()
                  ? fmt::format("# {}: -\n", setting.key)
                  : fmt::format("{} = {}\n", setting.key, setting.values[set]);
    }
  }
  return text;
}

void addToPage(Figure& figure, const Comparison& comparison) {
  const std::vector<std::string> names = charts::setNames(comparison);
  const auto nameOf = [&](std::size_t set) { return charts::lettered(set, names[set]); };
  figure.title = inWords(words("figures", "Comparison of {} sets of runs"), names.size());
  PrintedTable sets = figure.printed_table;
  sets.notes.clear();  // the table of pairs has them
  for (std::size_t i = 0; i < names.size(); ++i) {
    sets.notes.emplace_back(study::letterOf(i), names[i] + ": " + comparison.sets[i].name);
  }
  figure.tables.push_back({words("figures", "Sets"), std::move(sets)});
  PrintedTable pairs = pairsTableOf(comparison);
  pairs.notes.emplace_back(
      "", words("figures",
                "Differences are the first set's less the second's. p is two-sided; p (Holm) is "
                "corrected for all comparisons of its column."));
  for (const Sentence& note : comparison.notes) {
    pairs.notes.emplace_back("", said(note));
  }
  figure.tables.push_back({words("figures", "Paired differences"), std::move(pairs)});
  PrintedTable agreement = agreementTableOf(comparison);
  agreement.notes.emplace_back(
      "", words("figures",
                "Per cent of the test rows to which two students give the same class; on the "
                "diagonal those of two seeds of one set."));
  figure.tables.push_back({words("figures", "Agreement of the students"), std::move(agreement)});
  figure.settings.emplace_back(inWords(words("figures", "Settings of {}"), nameOf(0)),
                               config::toToml(comparison.sets.front().config));
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (std::string text = differencesOf(comparison, i); !text.empty()) {
      figure.settings.emplace_back(
          inWords(words("figures", "Settings of {} that are not those of A"), nameOf(i)),
          std::move(text));
    }
  }
}

}  // namespace

std::string differenceWords(const PairedSets& pair) {
  if (!pair.refusal.text.empty()) {
    return charts::pairName(pair) + ": " + said(pair.refusal);
  }
  std::string text = inWords(words("figures", "{}: {} points of accuracy"), charts::pairName(pair),
                             withInterval(pair.accuracy.value, pair.accuracy.ci95, 2, 100.0));
  if (std::isfinite(pair.accuracy.p)) {
    const std::string p = probabilityText(pair.accuracy.p);
    text += inWords(words("figures", ", p {} ({} after Holm's correction), {}, n = {}"),
                    p.starts_with('<') ? p : "= " + p, probabilityText(pair.accuracy_holm),
                    said(study::testOf(pair)), groupedNumber(pair.accuracy.n));
  }
  return text;
}

std::vector<ChartName> compareChartNames() {
  return {{"compare-course", words("figures", "Students over the steps")},
          {"compare-course-pgr", words("figures", "PGR over the steps")},
          {"compare-accuracy", words("figures", "Differences of accuracy")},
          {"compare-pgr", words("figures", "Differences of PGR")},
          {"compare-agreement", words("figures", "Agreement of the students")}};
}

Result<Figure> makeCompareFigure(const FigureRequest& request, const ShownComparison& shown) {
  W2S_CHECK(validate(request));
  const Comparison& comparison = shown.comparison;
  Figure figure;
  figure.provenance = provenanceOf(request, comparison);
  if (request.isTable() || isPage(request.format)) {
    figure.table = runsTableOf(comparison);
    figure.printed_table = printedTableOf(comparison, request.references);
  }
  if (isPage(request.format)) {
    addToPage(figure, comparison);
  }
  if (request.isTable()) {
    return figure;
  }
  for (const std::string& name : request.charts) {
    const study::Measure measure =
        name.ends_with("pgr") ? study::Measure::Pgr : study::Measure::Accuracy;
    figure.panels.push_back(name == "compare-agreement" ? charts::agreementMap(comparison).chart
                            : name.starts_with("compare-course")
                                ? shown.course(measure)
                                : charts::differenceChart(comparison, measure));
    if (name == "compare-course-pgr") {
      charts::addReferenceLines(figure.panels.back(), request.references);
    }
  }
  return figure;
}

}  // namespace w2s::ui::figures
