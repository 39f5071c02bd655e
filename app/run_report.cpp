#include "app/run_report.h"

#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/number_text.h"
#include "core/base/plain_text.h"
#include "core/store/metrics_json.h"

namespace w2s::app {
namespace {

using record::RunSummary;
using store::jsonNumber;

Json performance(const metrics::Performance& value) {
  return {{"accuracy", jsonNumber(value.accuracy)}, {"n", value.n}};
}

Json selected(const record::SelectedStep& step) {
  return {{"step", step.step}, {"accuracy", jsonNumber(step.accuracy)}};
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
  student["initial"] = summary.initial.n > 0 ? Json(summary.initial.accuracy) : Json(nullptr);
  student["best_agreement"] = selected(summary.best_agreement);
  student["oracle"] = selected(summary.oracle);
  student["agreement"] = jsonNumber(summary.agreement.overall);
  student["agreement_weak_right"] = jsonNumber(summary.agreement.weak_right);
  student["agreement_weak_wrong"] = jsonNumber(summary.agreement.weak_wrong);
  student["correction"] = jsonNumber(summary.agreement.correction);
  student["harm"] = jsonNumber(summary.agreement.harm);
  student["used_ground_truth"] = summary.student_used_ground_truth;
  object["student"] = std::move(student);
  if (summary.reference) {
    object["reference"] = performance(*summary.reference);
  }
  object["pgr"] = store::toJson(summary.pgr);
  if (summary.common) {
    object["common_ceiling"] = performance(summary.common->ceiling);
    object["pgr_common"] = store::toJson(summary.common->pgr);
  }
  for (const metrics::MeasuredGap& gap : summary.measures) {
    object["measures"][gap.measure] = {{"weak", jsonNumber(gap.weak)},
                                       {"student", jsonNumber(gap.student)},
                                       {"ceiling", jsonNumber(gap.ceiling)}};
    if (const metrics::Measure* const measure = metrics::findMeasure(gap.measure)) {
      object["measures"][gap.measure]["unit"] = measure->unit;
      object["measures"][gap.measure]["better"] = nameOf(measure->better);
      object["measures"][gap.measure]["how"] = measure->how.text;
    }
  }
  return object;
}

// What is said of the finished runs together.
struct Means : metrics::SeedMeans {
  metrics::SeedMeans common;  // against the common ceiling; without a PGR unless all runs have one

  explicit Means(const std::vector<RunRecord>& runs) {
    std::vector<metrics::SeedAccuracies> own;
    std::vector<metrics::SeedAccuracies> against_common;
    for (const RunRecord& run : runs) {
      if (!run.summary) {
        continue;
      }
      const RunSummary& summary = *run.summary;
      own.push_back({.weak = summary.weak.accuracy,
                     .student = summary.student.accuracy,
                     .ceiling = summary.ceiling.accuracy,
                     .status = summary.pgr.status});
      if (summary.common) {
        against_common.push_back(own.back());
        against_common.back().ceiling = summary.common->ceiling.accuracy;
        against_common.back().status = summary.common->pgr.status;
      }
    }
    static_cast<metrics::SeedMeans&>(*this) = metrics::meansOf(own);
    common = metrics::meansOf(against_common);
    if (against_common.size() < own.size()) {
      common.pgr.reset();
    }
  }
};

std::string pgrOfMeansText(const metrics::PgrOfMeans& means) {
  return means.removed.empty() || means.used == 0
             ? pgrText(means.pgr)
             : fmt::format("{} ({} of {})", pgrText(means.pgr), means.used,
                           means.used + means.removedRuns());
}

}  // namespace

Json meanAndSdJson(const metrics::MeanAndSd& value) {
  return {{"mean", jsonNumber(value.mean)}, {"sd", jsonNumber(value.sd)}};
}

Json pgrOfMeansJson(const std::optional<metrics::PgrOfMeans>& means) {
  if (!means) {
    return nullptr;
  }
  Json json = store::toJson(means->pgr);
  json["n"] = means->used;
  json["removed"] = Json::object();
  for (const auto& [status, runs] : means->removed) {
    json["removed"][std::string(metrics::nameOf(status))] = runs;
  }
  return json;
}

std::string jsonReport(const std::string& experiment, const std::vector<RunRecord>& runs) {
  Json object{{"experiment", experiment}, {"runs", Json::array()}};
  for (const RunRecord& run : runs) {
    object["runs"].push_back(runObject(run));
  }
  const Means means(runs);
  Json summary{{"n", means.student.n},  // a floor may be unknown
               {"weak", meanAndSdJson(means.weak)},
               {"student", meanAndSdJson(means.student)},
               {"ceiling", meanAndSdJson(means.ceiling)},
               {"pgr_of_means", pgrOfMeansJson(means.pgr)}};
  if (means.common.pgr) {
    summary["common_ceiling"] = meanAndSdJson(means.common.ceiling);
    summary["pgr_common_of_means"] = pgrOfMeansJson(means.common.pgr);
  }
  object["summary"] = std::move(summary);
  // An interval over test rows holds for the models of that run only.
  object["ci95_over"] = {{"pgr", "test_rows"}, {"pgr_of_means", "seeds"}};
  return store::jsonText(object, 2);
}

namespace {

// The table of textReport. Without a common ceiling it has neither its column nor the PGR against
// it.
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

namespace {

// Why a PGR is shown as n/a, and in which rows of the table: every reason, not the last alone.
class Reasons {
 public:
  void add(const metrics::Pgr& pgr, const std::string& row) {
    if (!metrics::isMeaningful(pgr)) {
      rows_[pgr.status].push_back(row);
    }
  }
  [[nodiscard]] std::string text() const {
    std::string text;
    for (const auto& [status, rows] : rows_) {
      text += fmt::format("n/a in {}: {}\n", fmt::join(rows, ", "), metrics::explain(status));
    }
    return text;
  }

 private:
  std::map<metrics::PgrStatus, std::vector<std::string>> rows_;
};

std::string removedText(const metrics::PgrOfMeans& means, std::string_view against) {
  return means.removed.empty()
             ? std::string()
             : fmt::format("PGR of means{}: of {} of {} runs; the guards removed {}, see n/a.\n",
                           against, means.used, means.used + means.removedRuns(),
                           means.removedRuns());
}

}  // namespace

std::string textReport(const std::string& experiment, const std::vector<RunRecord>& runs) {
  const Means means(runs);
  const TextTable table(means.common.ceiling.n > 0);
  std::string text =
      fmt::format("{}: accuracy on the test rows in %, PGR with its 95 % interval\n\n",
                  escapedText(experiment));
  text += table.line({.seed = "seed",
                      .weak = "weak floor",
                      .student = "student",
                      .ceiling = "ceiling",
                      .pgr = "PGR (signed)",
                      .common = "common ceiling",
                      .pgr_common = "PGR against it",
                      .seconds = "seconds"});
  bool used_ground_truth = false;
  bool has_interval = false;
  std::vector<double> references;
  Reasons reasons;
  for (const RunRecord& run : runs) {
    if (!run.summary) {
      text += fmt::format("{:>6}  {}\n", run.seed, run.state);
      continue;
    }
    const RunSummary& summary = *run.summary;
    used_ground_truth |= summary.student_used_ground_truth;
    has_interval |= summary.pgr.ci95.has_value();
    if (summary.reference) {
      references.push_back(summary.reference->accuracy);
    }
    const std::string row_name = fmt::format("seed {}", run.seed);
    reasons.add(summary.pgr, row_name);
    TextTable::Row row{.seed = std::to_string(run.seed),
                       .weak = percentText(summary.weak.accuracy),
                       .student = percentText(summary.student.accuracy),
                       .ceiling = percentText(summary.ceiling.accuracy),
                       .pgr = pgrText(summary.pgr),
                       .common = {},
                       .pgr_common = {},
                       .seconds = fmt::format("{:.1f}", summary.seconds)};
    if (summary.common) {
      reasons.add(summary.common->pgr, row_name + " (common ceiling)");
      row.common = percentText(summary.common->ceiling.accuracy);
      row.pgr_common = pgrText(summary.common->pgr);
    }
    text += table.line(row);
  }
  if (means.student.n > 1) {
    const auto& common = means.common.pgr;
    text += table.line({.seed = "mean",
                        .weak = spreadText(means.weak),
                        .student = spreadText(means.student),
                        .ceiling = spreadText(means.ceiling),
                        .pgr = pgrOfMeansText(*means.pgr),
                        .common = common ? spreadText(means.common.ceiling) : "",
                        .pgr_common = common ? pgrOfMeansText(*common) : "",
                        .seconds = {}});
    reasons.add(means.pgr->pgr, "the mean");
    text +=
        "\nMean row: mean +- standard deviation over seeds; PGR of means, its interval over seeds "
        "(Student's t).\n";
    text += removedText(*means.pgr, "");
    if (common) {
      reasons.add(common->pgr, "the mean (common ceiling)");
      text += removedText(*common, " against the common ceiling");
    }
  }
  if (has_interval) {
    text +=
        "Interval of one run: bootstrap over its test rows; it holds for this run's models only, "
        "not for other seeds.\n";
  }
  if (means.common.ceiling.n > 0) {
    text +=
        "Common ceiling: the reference model of [common_ceiling] on the transfer rows' ground "
        "truth; against it\n"
        "experiments with different strong models compare.\n";
  }
  if (!references.empty()) {
    text += fmt::format(
        "Reference: the strong model trained on the weak supervisor's own labels reaches {} %: "
        "what those labels "
        "give\nwithout a supervisor in between.\n",
        spreadText(metrics::meanAndSd(references)));
  }
  text += reasons.text();
  if (used_ground_truth) {
    text +=
        "Note: the student (or its selection) used ground truth; it is no pure weak-to-strong "
        "result.\n";
  }
  return text;
}

}  // namespace w2s::app
