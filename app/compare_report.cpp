#include "app/compare_report.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/number_text.h"
#include "app/references_report.h"
#include "app/run_report.h"
#include "core/base/csv_text.h"
#include "core/base/plain_text.h"
#include "core/store/metrics_json.h"

namespace w2s::app {
namespace {

using store::jsonNumber;
using study::ComparedSet;
using study::Comparison;
using study::letterOf;
using study::PairedSets;

using Table = std::vector<std::vector<std::string>>;  // the first row is the head

// What is said of a set's runs: one number a run.
struct Column {
  const char* key;
  const char* title;
  std::function<double(const record::RunSummary&)> value;
  bool is_share = true;
};
const std::vector<Column>& columns() {
  using record::RunSummary;
  static const std::vector<Column> all{
      {"weak", "weak %", [](const RunSummary& run) { return run.weak.accuracy; }},
      {"student", "student %", [](const RunSummary& run) { return run.student.accuracy; }},
      {"last", "last %", [](const RunSummary& run) { return run.final_step.accuracy; }},
      {"best_agreement", "honest stop %",
       [](const RunSummary& run) { return run.best_agreement.accuracy; }},
      {"oracle", "best %", [](const RunSummary& run) { return run.oracle.accuracy; }},
      {"ceiling", "ceiling %", [](const RunSummary& run) { return run.ceiling.accuracy; }},
      {"seconds", "seconds", [](const RunSummary& run) { return run.seconds; }, false}};
  return all;
}

metrics::MeanAndSd meanOf(const ComparedSet& set, const Column& column) {
  std::vector<double> values;
  for (const study::CellRun& run : set.state.runs) {
    values.push_back(column.value(*run.summary));
  }
  return metrics::meanAndSd(values);
}

// --- JSON ---

Json differenceJson(const metrics::PairedDifference& difference, double holm) {
  Json json{{"difference", jsonNumber(difference.value)}, {"ci95", nullptr}};
  if (difference.ci95) {
    json["ci95"] = {difference.ci95->low, difference.ci95->high};
  }
  json["p"] = jsonNumber(difference.p);
  json["p_holm"] = jsonNumber(holm);
  json["n"] = difference.n;
  return json;
}

Json pairJson(const PairedSets& pair) {
  Json json{{"first", letterOf(pair.first)}, {"second", letterOf(pair.second)}};
  if (!pair.refusal.text.empty()) {
    json["refused"] = pair.refusal.text;
    return json;
  }
  json["over"] = pair.over == PairedSets::Over::Seeds ? "seeds" : "test_rows";
  json["test"] = study::testOf(pair).text;
  json["runs"] = pair.runs;
  json["accuracy"] = differenceJson(pair.accuracy, pair.accuracy_holm);
  json["pgr"] = differenceJson(pair.pgr.difference, pair.pgr_holm);
  json["pgr"]["status"] = metrics::nameOf(pair.pgr.status);
  json["pgr"]["removed"] = pair.pgr.removed;
  json["rows"] = nullptr;
  if (pair.rows.rows() > 0) {
    json["rows"] = {{"n", pair.rows.rows()},
                    {"both_right", pair.rows.both},
                    {"first_right", pair.rows.first_alone},
                    {"second_right", pair.rows.second_alone},
                    {"both_wrong", pair.rows.neither}};
  }
  json["agreement"] = jsonNumber(pair.agreement);
  return json;
}

// --- Tables ---

std::string meanText(const metrics::MeanAndSd& value, bool is_share) {
  const auto text = [&](double number) {
    return is_share ? percentText(number) : fmt::format("{:.1f}", number);
  };
  return value.n > 1 ? text(value.mean) + " +- " + text(value.sd) : text(value.mean);
}

Table settingsTable(const Comparison& comparison) {
  Table table{{"setting"}};
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    table[0].push_back(letterOf(i));
  }
  for (const study::DifferingSetting& setting : comparison.settings) {
    std::vector<std::string>& row = table.emplace_back(1, setting.key);
    for (const std::string& value : setting.values) {
      row.push_back(value.empty() ? "-" : value);
    }
  }
  return table;
}

Table summaryTable(const Comparison& comparison) {
  Table table{{"", "n"}};
  for (const Column& column : columns()) {
    table[0].emplace_back(column.title);
  }
  table[0].emplace_back("PGR of means");
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    const ComparedSet& set = comparison.sets[i];
    std::vector<std::string>& row = table.emplace_back();
    row = {letterOf(i), std::to_string(set.state.runs.size())};
    for (const Column& column : columns()) {
      row.push_back(meanText(meanOf(set, column), column.is_share));
    }
    row.push_back(pgrText(set.pgr()));
  }
  return table;
}

std::string differenceText(const metrics::PairedDifference& difference, double scale,
                           int decimals) {
  if (std::isnan(difference.value)) {
    return "-";
  }
  const auto number = [&](double value) {
    return fmt::format("{:+.{}f}", value * scale, decimals);
  };
  return difference.ci95 ? fmt::format("{} [{}, {}]", number(difference.value),
                                       number(difference.ci95->low), number(difference.ci95->high))
                         : number(difference.value);
}

std::string probabilityText(double p) {
  return std::isnan(p) ? "-" : p < 0.0001 ? "<.0001" : fmt::format("{:.4f}", p);
}

Table pairsTable(const Comparison& comparison) {
  Table table{{"", "points of accuracy", "p", "p (Holm)", "PGR", "p", "p (Holm)", "test",
               "first alone right", "second alone right"}};
  for (const PairedSets& pair : comparison.pairs) {
    const std::string name = letterOf(pair.first) + " - " + letterOf(pair.second);
    if (!pair.refusal.text.empty()) {
      table.push_back({name, "-", "-", "-", "-", "-", "-", "not paired", "-", "-"});
      continue;
    }
    const bool has_rows = pair.rows.rows() > 0;
    table.push_back({name, differenceText(pair.accuracy, 100.0, 2),
                     probabilityText(pair.accuracy.p), probabilityText(pair.accuracy_holm),
                     differenceText(pair.pgr.difference, 1.0, 3),
                     probabilityText(pair.pgr.difference.p), probabilityText(pair.pgr_holm),
                     fmt::format("{}, n = {}", study::testOf(pair).text, pair.accuracy.n),
                     has_rows ? std::to_string(pair.rows.first_alone) : "-",
                     has_rows ? std::to_string(pair.rows.second_alone) : "-"});
  }
  return table;
}

Table agreementTable(const Comparison& comparison) {
  Table table{{""}};
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    table[0].push_back(letterOf(i));
    std::vector<std::string> row{letterOf(i)};
    for (std::size_t k = 0; k < comparison.sets.size(); ++k) {
      row.push_back(percentText(comparison.agreement(i, k)));
    }
    table.push_back(std::move(row));
  }
  return table;
}

constexpr const char* kCompareElsewhere =
    "Reference results were made elsewhere, on other rows: they are neither averaged nor paired "
    "with the sets.";

constexpr const char* kHow =
    "Differences are the first's less the second's, with 95 % intervals over the seeds that both "
    "have (paired t; PGR of\n"
    "means by the delta method) or, of one seed each, over test rows. p: two-sided, exact, but "
    "with "
    "more than 16 seeds of\n"
    "20,000 random exchanges; p (Holm): corrected for all comparisons of its column.\n";

std::string texOf(std::string_view text) {
  std::string tex;
  for (const char letter : text) {
    if (std::string_view("%&#_$").find(letter) != std::string_view::npos) {
      tex += '\\';
    }
    tex += letter == '<' ? "$<$"
           : std::string_view("\\{}~^").find(letter) != std::string_view::npos
               ? std::string(" ")
               : std::string(1, letter);
  }
  return tex;
}

// In mathematics where it begins as a number: a minus is then no hyphen.
std::string texCell(const std::string& cell) {
  const bool is_number = cell.size() > 1 && (cell[0] == '+' || cell[0] == '-');
  return is_number ? '$' + texOf(cell) + '$' : cell == "-" ? "--" : texOf(cell);
}

std::string texTable(const Table& table) {
  std::string text =
      "\\begin{tabular}{l" + std::string(table[0].size() - 1, 'r') + "}\n\\toprule\n";
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t k = 0; k < table[i].size(); ++k) {
      // "±" is a command, which texCell would take apart.
      std::string cell = texCell(table[i][k]);
      if (const auto at = cell.find(" +- "); at != std::string::npos) {
        cell.replace(at, 4, " $\\pm$ ");
      }
      text += cell + (k + 1 < table[i].size() ? " & " : " \\\\\n");
    }
    text += i == 0 ? "\\midrule\n" : "";
  }
  return text + "\\bottomrule\n\\end{tabular}\n";
}

}  // namespace

std::string comparisonText(const Comparison& comparison) {
  std::string text;
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    const ComparedSet& set = comparison.sets[i];
    text +=
        fmt::format("{}  {}  ({} {})\n", letterOf(i), escapedText(set.name),
                    set.state.runs.size() == 1 ? "seed" : "seeds", fmt::join(set.seeds(), ", "));
  }
  text += comparison.settings.empty() ? "\nNo setting differs.\n"
                                      : '\n' + alignedColumns(settingsTable(comparison));
  text += '\n' + alignedColumns(summaryTable(comparison)) + '\n' +
          alignedColumns(pairsTable(comparison)) +
          "\nStudents with the same class, % of the test rows; on the diagonal two seeds of one "
          "set\n" +
          alignedColumns(agreementTable(comparison)) + '\n' + kHow;
  if (!comparison.references.empty()) {
    text +=
        '\n' + alignedColumns(referencesTable(comparison.references)) + kCompareElsewhere + '\n';
  }
  for (const Sentence& note : comparison.notes) {
    text += escapedText(note.text) + '\n';
  }
  return text;
}

std::string comparisonJson(const Comparison& comparison) {
  Json json{{"sets", Json::array()}, {"settings", Json::array()}, {"pairs", Json::array()}};
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    const ComparedSet& set = comparison.sets[i];
    Json one{{"letter", letterOf(i)}, {"name", set.name}, {"n", set.state.runs.size()}};
    for (const study::CellRun& run : set.state.runs) {
      one["runs"].push_back({{"id", run.id}, {"seed", run.seed}});
    }
    for (const Column& column : columns()) {
      one[column.key] = meanAndSdJson(meanOf(set, column));
    }
    one["pgr_of_means"] = pgrOfMeansJson(set.state.pgr);
    json["sets"].push_back(std::move(one));
  }
  for (const study::DifferingSetting& setting : comparison.settings) {
    json["settings"].push_back({{"key", setting.key}, {"values", setting.values}});
  }
  for (const PairedSets& pair : comparison.pairs) {
    json["pairs"].push_back(pairJson(pair));
  }
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    Json row = Json::array();
    for (std::size_t k = 0; k < comparison.sets.size(); ++k) {
      row.push_back(jsonNumber(comparison.agreement(i, k)));
    }
    json["agreement"].push_back(std::move(row));
  }
  json["correction"] = "holm";
  json["references"] = Json::parse(referencesJson(comparison.references));
  json["notes"] = Json::array();
  for (const Sentence& note : comparison.notes) {
    json["notes"].push_back(note.text);
  }
  return store::jsonText(json, 2);
}

std::string comparisonCsv(const Comparison& comparison) {
  std::string text = "set,against,name";
  for (const study::DifferingSetting& setting : comparison.settings) {
    text += ',' + csvCell(setting.key);
  }
  text += ",measure,value,sd,low,high,p,p_holm,n,test\n";
  const auto number = [](double value) {
    return std::isfinite(value) ? fmt::format("{}", value) : std::string();
  };
  const auto begin = [&](std::size_t set, const std::string& against, std::string_view measure) {
    text += letterOf(set) + ',' + against + ',' + csvCell(comparison.sets[set].name);
    for (const study::DifferingSetting& setting : comparison.settings) {
      text += ',' + csvCell(setting.values[set]);
    }
    text += fmt::format(",{}", measure);
  };
  const auto ends = [&](const std::optional<metrics::Interval>& interval) {
    return interval ? number(interval->low) + ',' + number(interval->high) : std::string(",");
  };
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    for (const Column& column : columns()) {
      const auto mean = meanOf(comparison.sets[i], column);
      begin(i, {}, column.is_share ? fmt::format("{}_accuracy", column.key) : column.key);
      text += fmt::format(",{},{},,,,,{},\n", number(mean.mean), number(mean.sd), mean.n);
    }
    const metrics::PgrOfMeans& pgr = *comparison.sets[i].state.pgr;
    if (metrics::isMeaningful(pgr.pgr)) {
      begin(i, {}, "pgr_of_means");
      text += fmt::format(",{},,{},,,{},\n", number(*pgr.pgr.signed_value), ends(pgr.pgr.ci95),
                          pgr.used);
    }
  }
  for (const PairedSets& pair : comparison.pairs) {
    if (!pair.refusal.text.empty()) {
      continue;
    }
    const auto add = [&](const char* measure, const metrics::PairedDifference& difference,
                         double holm) {
      begin(pair.first, letterOf(pair.second), measure);
      text += fmt::format(",{},,{},{},{},{},{}\n", number(difference.value), ends(difference.ci95),
                          number(difference.p), number(holm), difference.n,
                          std::isnan(difference.p) ? std::string() : study::testOf(pair).text);
    };
    add("student_accuracy_difference", pair.accuracy, pair.accuracy_holm);
    add("pgr_difference", pair.pgr.difference, pair.pgr_holm);
    const auto count = [&](const char* measure, double value) {
      begin(pair.first, letterOf(pair.second), measure);
      text += fmt::format(",{},,,,,,{},\n", number(value), pair.rows.rows());
    };
    if (pair.rows.rows() > 0) {
      count("agreement", pair.agreement);
      count("rows_first_right", static_cast<double>(pair.rows.first_alone));
      count("rows_second_right", static_cast<double>(pair.rows.second_alone));
    }
  }
  for (const study::ReferenceResult& one : comparison.references) {
    const auto add = [&](const char* measure, const std::optional<double>& value) {
      if (value) {
        text += "reference,," + csvCell(fmt::format("{} ({})", one.title, one.by)) +
                std::string(comparison.settings.size(), ',') +
                fmt::format(",{},{},,,,,,{},\n", measure, *value,
                            one.seeds > 0 ? std::to_string(one.seeds) : std::string());
      }
    };
    add("weak_accuracy", one.weak);
    add("student_accuracy", one.student);
    add("ceiling_accuracy", one.ceiling);
    add("pgr", one.pgr());
  }
  return text;
}

std::string comparisonTex(const Comparison& comparison) {
  std::string text = "% \\usepackage{booktabs}\n";
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    text += fmt::format("% {}: {}\n", letterOf(i), escapedText(comparison.sets[i].name));
  }
  for (const Sentence& note : comparison.notes) {
    text += fmt::format("% {}\n", escapedText(note.text));
  }
  if (!comparison.settings.empty()) {
    text += texTable(settingsTable(comparison)) + '\n';
  }
  text += texTable(summaryTable(comparison)) + '\n' + texTable(pairsTable(comparison));
  if (!comparison.references.empty()) {
    text += fmt::format("\n% {}\n", kCompareElsewhere) +
            texTable(referencesTable(comparison.references));
  }
  return text;
}

}  // namespace w2s::app
