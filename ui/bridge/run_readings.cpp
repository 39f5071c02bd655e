#include "ui/bridge/run_readings.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

#include "core/metrics/pgr_of_means.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

// The student's accuracy before its first step; empty where it was not measured.
std::optional<double> initialOf(const RunSeries& series) {
  const StageSeries& student = series.stage(stage::kStudent);
  if (student.initial) {
    return student.initial->accuracy;
  }
  const bool is_there = !student.evaluations.empty() && student.evaluations.front().step == 0;
  return is_there ? std::optional(student.evaluations.front().test.accuracy) : std::nullopt;
}

metrics::Pgr pgrOf(const metrics::Performance& weak, const metrics::Performance& student,
                   const metrics::Performance& ceiling, std::optional<double> initial) {
  // The majority share is not known here; the run's summary has the guard against a weak supervisor
  // at chance.
  return metrics::pgrOfAccuracies(Weak{weak.accuracy}, Student{student.accuracy},
                                  Ceiling{ceiling.accuracy}, student.n, 0.0, initial);
}

}  // namespace

metrics::Performance weakFloorOf(const RunSeries& series) {
  const metrics::Performance of_labels = series.stage(stage::kWeakLabels).test;
  return of_labels.n > 0 ? of_labels : series.stage(stage::kWeak).performance();
}

Readings readingsOf(const RunSeries& series) {
  Readings readings;
  const StageSeries& student = series.stage(stage::kStudent);
  const std::optional<double> initial = initialOf(series);
  if (initial && !student.initial && series.chance > 0.0) {
    readings.initial_student = initial;  // clearly better than chance, or it would be no point
  }
  if (series.stopped && !series.summary && student.done < student.total) {
    readings.stopped_at = student.done;
    readings.planned_steps = student.total;
  }
  if (series.summary) {
    readings.weak = series.summary->weak;
    readings.student = series.summary->student;
    readings.ceiling = series.summary->ceiling;
    readings.pgr = series.summary->pgr;
    if (const auto& common = series.summary->common) {
      readings.common_ceiling = common->ceiling;
      readings.pgr_common = common->pgr;
    }
    readings.reference = series.summary->reference.value_or(metrics::Performance{});
    readings.measures = series.summary->measures;
    readings.provisional = false;
    return readings;
  }
  readings.weak = weakFloorOf(series);
  readings.student = student.performance();
  readings.ceiling = series.stage(stage::kCeiling).performance();
  readings.common_ceiling = series.stage(stage::kCommonCeiling).performance();
  readings.reference = series.stage(stage::kReference).performance();
  if (readings.weak.n > 0 && readings.student.n > 0) {
    if (readings.ceiling.n > 0) {
      readings.pgr = pgrOf(readings.weak, readings.student, readings.ceiling, initial);
    }
    if (readings.common_ceiling.n > 0) {
      readings.pgr_common =
          pgrOf(readings.weak, readings.student, readings.common_ceiling, initial);
    }
  }
  return readings;
}

Readings readingsOf(std::span<const RunSeries* const> runs) {
  Readings result = readingsOf(*runs.front());
  if (runs.size() < 2) {
    return result;
  }
  result.measures.clear();
  std::vector<Readings> seeds;
  std::ranges::transform(runs, std::back_inserter(seeds),
                         [](const RunSeries* run) { return readingsOf(*run); });
  const auto is_stopped = [](const Readings& readings) { return readings.stopped_at.has_value(); };
  if (!std::ranges::all_of(seeds, is_stopped)) {
    std::erase_if(seeds, is_stopped);
    result.stopped_at.reset();
  }
  using Role = metrics::Performance Readings::*;
  const auto mean = [&](Role role) {
    std::vector<double> values;
    std::int64_t rows = 0;
    for (const Readings& seed : seeds) {
      if ((seed.*role).n > 0) {
        values.push_back((seed.*role).accuracy);
        rows = (seed.*role).n;
      }
    }
    const metrics::MeanAndSd summary = metrics::meanAndSd(values);
    result.*role = rows > 0 ? metrics::Performance{.accuracy = summary.mean, .n = rows}
                            : metrics::Performance{};
    return summary;
  };
  const auto pgr_against = [&](Role ceiling, std::optional<metrics::Pgr> Readings::*own,
                               std::int64_t& used) {
    std::vector<metrics::SeedAccuracies> known;
    for (const Readings& seed : seeds) {
      if (seed.*own) {
        known.push_back({.weak = seed.weak.accuracy,
                         .student = seed.student.accuracy,
                         .ceiling = (seed.*ceiling).accuracy,
                         .status = (seed.*own)->status});
      }
    }
    used = 0;
    if (known.empty()) {
      return std::optional<metrics::Pgr>();
    }
    const metrics::PgrOfMeans of_means = metrics::pgrOfMeans(known);
    used = of_means.used;
    return std::optional(of_means.pgr);
  };
  OverSeeds over{.weak = mean(&Readings::weak),
                 .student = mean(&Readings::student),
                 .ceiling = mean(&Readings::ceiling),
                 .runs = static_cast<std::int64_t>(runs.size())};
  mean(&Readings::common_ceiling);
  mean(&Readings::reference);
  std::int64_t used_against_common = 0;
  result.pgr = pgr_against(&Readings::ceiling, &Readings::pgr, over.in_pgr);
  result.pgr_common =
      pgr_against(&Readings::common_ceiling, &Readings::pgr_common, used_against_common);
  result.provisional = std::ranges::any_of(seeds, &Readings::provisional);
  result.initial_student.reset();  // of one run
  result.over_seeds = over;
  return result;
}

PgrCurve pgrOverTime(const RunSeries& series, GapTop top) {
  PgrCurve curve;
  const bool is_common = top == GapTop::CommonCeiling;
  const StageSeries& ceiling_stage =
      series.stage(is_common ? stage::kCommonCeiling : stage::kCeiling);
  const metrics::Performance weak = weakFloorOf(series);
  const metrics::Performance ceiling = ceiling_stage.performance();
  const auto& evaluations = series.stage(stage::kStudent).evaluations;
  curve.provisional = ceiling_stage.state != StageSeries::State::Finished;
  if (weak.n == 0 || ceiling.n == 0 || evaluations.empty()) {
    return curve;
  }
  curve.known = true;
  const Readings readings = readingsOf(series);
  const auto& final_pgr = is_common ? readings.pgr_common : readings.pgr;
  curve.status = series.summary && final_pgr
                     ? final_pgr->status
                     : pgrOf(weak, evaluations.back().test, ceiling, initialOf(series)).status;
  const double gap = ceiling.accuracy - weak.accuracy;
  for (const metrics::Evaluation& evaluation : evaluations) {
    curve.step.push_back(static_cast<double>(evaluation.step));
    curve.value.push_back(gap > 0.0
                              ? static_cast<float>((evaluation.test.accuracy - weak.accuracy) / gap)
                              : std::numeric_limits<float>::quiet_NaN());
  }
  return curve;
}

double halfWidth95(const metrics::Performance& performance) {
  const auto interval = metrics::wilsonInterval(performance.accuracy, performance.n);
  return interval
             ? std::max(interval->high - performance.accuracy, performance.accuracy - interval->low)
             : metrics::kUndefined;
}

std::string describe(const record::Intervention& intervention) {
  const std::string& key = record::keyOf(intervention.parameter);
  std::string label = wordsOf("config", fieldOf(key).label);
  if (constexpr std::string_view kTerms = "objective.term."; key.starts_with(kTerms)) {
    const std::string rest = key.substr(kTerms.size());
    label = rest.substr(0, rest.find('.')) + ": " + label;  // whose weight it is
  }
  return inWords("{} {:.4g} \u2192 {:.4g}", label, intervention.old_value, intervention.new_value);
}

}  // namespace w2s::ui
