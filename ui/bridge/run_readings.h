// What a run's series say at present: the numbers of cards, gap bar and PGR chart. Pure transforms,
// nothing is stored.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr.h"
#include "ui/bridge/run_series.h"

namespace w2s::ui {

// Of runs that differ in their seed alone: means with their spread, each over the seeds that know it.
struct OverSeeds {
  metrics::MeanAndSd weak;
  metrics::MeanAndSd student;
  metrics::MeanAndSd ceiling;
  std::int64_t runs = 0;
  std::int64_t in_pgr = 0;  // those that the PGR of means is made of
};

struct Readings {
  metrics::Performance weak;     // n = 0: not known yet
  metrics::Performance student;  // latest evaluation while it trains, the selected one after
  metrics::Performance ceiling;
  std::optional<metrics::Pgr> pgr;         // empty until all three are known
  metrics::Performance common_ceiling;     // n = 0: not known yet, or the run has none
  std::optional<metrics::Pgr> pgr_common;  // against it
  // The strong model trained on the weak supervisor's own labels; n = 0: not known yet, or the run
  // has none.
  metrics::Performance reference;
  bool provisional = true;  // the ceiling or the student still trains
  // The student before its first step, where it is clearly better than chance.
  std::optional<double> initial_student;
  // Of a run that ended before its last step: its PGR is no result.
  std::optional<std::int64_t> stopped_at;
  std::int64_t planned_steps = 0;
  // Of one run that is over, by every measure; else empty.
  std::vector<metrics::MeasuredGap> measures;
  // Empty for one run. Otherwise the accuracies above are means over seeds, and PGR is that of the
  // means with its interval over seeds.
  std::optional<OverSeeds> over_seeds;

  // Whether PGR is there and may be read as a number.
  [[nodiscard]] bool isPgrMeaningful() const {
    return pgr && !stopped_at && metrics::isMeaningful(*pgr);
  }
};

[[nodiscard]] Readings readingsOf(const RunSeries& series);
// Of one experiment with several seeds; at least one run, the one in focus first. A run that was
// stopped before its last step counts only where all were.
[[nodiscard]] Readings readingsOf(std::span<const RunSeries* const> runs);

// The weak supervisor's performance on the test rows; n = 0 before it is known. It comes with the
// weak labels (what they are worth), or earlier from the weak supervisor's own evaluations where
// its training has some.
[[nodiscard]] metrics::Performance weakFloorOf(const RunSeries& series);

// What the gap's upper end is (core/metrics/pgr.h).
enum class GapTop { OwnCeiling, CommonCeiling };

// Signed PGR over the student's evaluations, against the weak floor and the final ceiling (while
// the ceiling trains: its latest evaluation, `provisional`). One division by one gap, so the curve
// has the student's shape. Not known against the common ceiling where the run trains none.
struct PgrCurve {
  std::vector<double> step;
  std::vector<float> value;
  metrics::PgrStatus status = metrics::PgrStatus::Ok;
  bool provisional = true;
  bool known = false;  // false: weak floor or ceiling has no value yet
};

[[nodiscard]] PgrCurve pgrOverTime(const RunSeries& series, GapTop top = GapTop::OwnCeiling);

// How far the 95 % Wilson interval of an accuracy over n rows reaches, on its longer side. NaN for n = 0.
[[nodiscard]] double halfWidth95(const metrics::Performance& performance);

// "KD weight 1.00 -> 0.50", as tooltips and the log name an intervention.
[[nodiscard]] std::string describe(const record::Intervention& intervention);

}  // namespace w2s::ui
