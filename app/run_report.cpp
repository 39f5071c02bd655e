#include "app/run_report.h"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/rounding.h"
#include "core/metrics/intervals.h"
#include "core/metrics/pgr.h"

namespace w2s::app {
namespace {

using Json = nlohmann::ordered_json;
using record::RunSummary;

Json number(double value) {
  return std::isfinite(value) ? Json(value) : Json(nullptr);
}

Json number(const std::optional<double>& value) {
  return value ? number(*value) : Json(nullptr);
}

Json interval(const std::optional<metrics::Interval>& value) {
  return value ? Json{value->low, value->high} : Json(nullptr);
}

Json performance(const metrics::Performance& value) {
  return {{"accuracy", number(value.accuracy)}, {"n", value.n}};
}

Json selected(const record::SelectedStep& step) {
  return {{"step", step.step}, {"accuracy", number(step.accuracy)}};
}

Json pgrObject(const metrics::Pgr& pgr) {
  return {{"signed", number(pgr.signed_value)},
          {"book", number(pgr.book_value)},
          {"ci95", interval(pgr.ci95)},
          {"status", metrics::nameOf(pgr.status)}};
}

Json runObject(const RunRecord& run) {
  Json object{{"id", run.id}, {"seed", run.seed}, {"state", run.state}};
  if (run.error) {
    object["error"] = run.error->message;
  }
  if (!run.summary) {
    return object;
  }
  const RunSummary& summary = *run.summary;
  object["seconds"] = summary.seconds;
  object["weak"] = performance(summary.weak);
  object["ceiling"] = performance(summary.ceiling);
  Json student = performance(summary.student);
  student["best_agreement"] = selected(summary.best_agreement);
  student["oracle"] = selected(summary.oracle);
  student["agreement"] = number(summary.agreement.overall);
  student["agreement_weak_right"] = number(summary.agreement.weak_right);
  student["agreement_weak_wrong"] = number(summary.agreement.weak_wrong);
  student["correction"] = number(summary.agreement.correction);
  student["harm"] = number(summary.agreement.harm);
  student["used_ground_truth"] = summary.student_used_ground_truth;
  object["student"] = std::move(student);
  object["pgr"] = pgrObject(summary.pgr);
  if (summary.common) {
    object["common_ceiling"] = performance(summary.common->ceiling);
    object["pgr_common"] = pgrObject(summary.common->pgr);
  }
  return object;
}

// Accuracies of the finished runs, a column a role.
struct Columns {
  std::vector<double> weak;
  std::vector<double> student;
  std::vector<double> ceiling;
  std::vector<double> common;  // as long as the others, or of no use

  explicit Columns(const std::vector<RunRecord>& runs) {
    for (const RunRecord& run : runs) {
      if (run.summary) {
        weak.push_back(run.summary->weak.accuracy);
        student.push_back(run.summary->student.accuracy);
        ceiling.push_back(run.summary->ceiling.accuracy);
        if (run.summary->common) {
          common.push_back(run.summary->common->ceiling.accuracy);
        }
      }
    }
  }
  [[nodiscard]] bool hasCommon() const {
    return !common.empty() && common.size() == weak.size();
  }
  [[nodiscard]] metrics::Pgr pgr() const {
    return pgrAgainst(ceiling);
  }
  [[nodiscard]] metrics::Pgr pgrCommon() const {
    return pgrAgainst(common);
  }

 private:
  [[nodiscard]] metrics::Pgr pgrAgainst(const std::vector<double>& upper) const {
    return metrics::pgrOfMeans(weak, student, upper);
  }
};

Json meanAndSd(const std::vector<double>& values) {
  const auto statistics = metrics::meanAndSd(values);
  return {{"mean", number(statistics.mean)}, {"sd", number(statistics.sd)}};
}

std::string percent(double share) {
  return std::isfinite(share) ? percentOf(share) : std::string("-");
}

std::string pgrText(const metrics::Pgr& pgr) {
  if (!metrics::isMeaningful(pgr)) {
    return "n/a";
  }
  std::string text = fmt::format("{:.2f}", *pgr.signed_value);
  if (pgr.ci95) {
    text += fmt::format(" [{:.2f}, {:.2f}]", pgr.ci95->low, pgr.ci95->high);
  }
  return text;
}

std::string spread(const std::vector<double>& values) {
  const auto statistics = metrics::meanAndSd(values);
  return statistics.n > 1
             ? fmt::format("{} +- {}", percent(statistics.mean), percent(statistics.sd))
             : percent(statistics.mean);
}

}  // namespace

std::string jsonReport(const std::string& experiment, const std::vector<RunRecord>& runs) {
  Json object{{"experiment", experiment}, {"runs", Json::array()}};
  for (const RunRecord& run : runs) {
    object["runs"].push_back(runObject(run));
  }
  const Columns columns(runs);
  Json summary{{"n", columns.weak.size()},
               {"weak", meanAndSd(columns.weak)},
               {"student", meanAndSd(columns.student)},
               {"ceiling", meanAndSd(columns.ceiling)}};
  summary["pgr_of_means"] = columns.weak.empty() ? Json(nullptr) : pgrObject(columns.pgr());
  if (columns.hasCommon()) {
    summary["common_ceiling"] = meanAndSd(columns.common);
    summary["pgr_common_of_means"] = pgrObject(columns.pgrCommon());
  }
  object["summary"] = std::move(summary);
  return object.dump(2);
}

namespace {

// The table of textReport. Without a common ceiling it has neither its column nor the PGR against it.
class TextTable {
 public:
  explicit TextTable(bool has_common) : has_common_(has_common) {}

  struct Row {
    std::string seed;
    std::string weak;
    std::string student;
    std::string ceiling;
    std::string pgr;
    std::string common;
    std::string pgr_common;
    std::string seconds;
  };
  [[nodiscard]] std::string line(const Row& row) const {
    const std::string common =
        has_common_ ? fmt::format("{:>14}  {:>22}  ", row.common, row.pgr_common) : std::string();
    return fmt::format("{:>6}  {:>13}  {:>13}  {:>13}  {:>22}  {}{:>8}\n", row.seed, row.weak,
                       row.student, row.ceiling, row.pgr, common, row.seconds);
  }

 private:
  bool has_common_;
};

}  // namespace

std::string textReport(const std::string& experiment, const std::vector<RunRecord>& runs) {
  const Columns columns(runs);
  const TextTable table(!columns.common.empty());
  std::string text =
      fmt::format("{}: accuracy on the test rows in %, PGR with its 95 % interval\n\n", experiment);
  text += table.line({.seed = "seed",
                      .weak = "weak floor",
                      .student = "student",
                      .ceiling = "ceiling",
                      .pgr = "PGR (signed)",
                      .common = "common ceiling",
                      .pgr_common = "PGR against it",
                      .seconds = "seconds"});
  bool used_ground_truth = false;
  std::optional<metrics::PgrStatus> status;
  const auto note = [&status](const metrics::Pgr& pgr) {
    if (pgr.status != metrics::PgrStatus::Ok) {
      status = pgr.status;
    }
  };
  for (const RunRecord& run : runs) {
    if (!run.summary) {
      text += fmt::format("{:>6}  {}\n", run.seed, run.state);
      continue;
    }
    const RunSummary& summary = *run.summary;
    used_ground_truth |= summary.student_used_ground_truth;
    note(summary.pgr);
    TextTable::Row row{.seed = std::to_string(run.seed),
                       .weak = percent(summary.weak.accuracy),
                       .student = percent(summary.student.accuracy),
                       .ceiling = percent(summary.ceiling.accuracy),
                       .pgr = pgrText(summary.pgr),
                       .common = {},
                       .pgr_common = {},
                       .seconds = fmt::format("{:.1f}", summary.seconds)};
    if (summary.common) {
      note(summary.common->pgr);
      row.common = percent(summary.common->ceiling.accuracy);
      row.pgr_common = pgrText(summary.common->pgr);
    }
    text += table.line(row);
  }
  if (columns.weak.size() > 1) {
    text += table.line({.seed = "mean",
                        .weak = spread(columns.weak),
                        .student = spread(columns.student),
                        .ceiling = spread(columns.ceiling),
                        .pgr = pgrText(columns.pgr()),
                        .common = columns.hasCommon() ? spread(columns.common) : "",
                        .pgr_common = columns.hasCommon() ? pgrText(columns.pgrCommon()) : "",
                        .seconds = {}});
    text +=
        "\nMean row: mean +- standard deviation over seeds; PGR of means, interval by bootstrap "
        "over seeds.\n";
  }
  if (!columns.common.empty()) {
    text +=
        "Common ceiling: the reference model of [common_ceiling] on the transfer rows' ground "
        "truth; against it\n"
        "experiments with different strong models compare.\n";
  }
  if (status) {
    text += fmt::format("n/a: {}\n", metrics::explain(*status));
  }
  if (used_ground_truth) {
    text +=
        "Note: the student (or its selection) used ground truth; it is no pure weak-to-strong "
        "result.\n";
  }
  return text;
}

}  // namespace w2s::app
