#include <algorithm>
#include <cmath>
#include <utility>

#include "core/metrics/calibration.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

// Fewer rows say little about a bin's accuracy: it is a hollow mark, off the line.
constexpr std::int64_t kFewestRows = 10;

// The evaluation at the position of interest: the last one up to it; else the latest.
const metrics::Evaluation* evaluationAt(const RunSeries& run, const std::optional<double>& step) {
  const auto& all = run.stage(stage::kStudent).evaluations;
  if (all.empty()) {
    return nullptr;
  }
  if (!step) {
    return &all.back();
  }
  const auto after = std::ranges::upper_bound(
      all, *step, {}, [](const metrics::Evaluation& e) { return static_cast<double>(e.step); });
  return after == all.begin() ? &all.front() : &*(after - 1);
}

// Of the bins with enough rows, or of those with a few.
Column reliabilityOf(const metrics::Calibration& calibration, bool few = false) {
  Column column;
  for (const metrics::ReliabilityBin& bin : calibration.bins) {
    if (bin.n > 0 && (bin.n < kFewestRows) == few) {
      column.x.push_back(bin.confidence);
      column.y.push_back(static_cast<float>(bin.accuracy));
    }
  }
  return column;
}

// How sure the student is (histogram of the predicted class's probability) and how far that can be
// believed (accuracy of each bin; on the diagonal: exactly). Below the diagonal: overconfident.
class CalibrationChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "calibration";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Student's confidence");
  }
  [[nodiscard]] Lecture lecture() const override {
    return {.question = words("charts", "Does the student know what it knows?")};
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart;
    chart.id = id();
    chart.title = title();
    chart.over_course = false;
    chart.x_title = words("charts", "confidence");
    chart.y_title = words("charts", "accuracy; share of rows");
    chart.help =
        words("charts",
              "Of the test rows on which the student has a given confidence, the share that "
              "is right: on the diagonal it is as sure as it may be. Bars: share of rows. "
              "ECE: expected calibration error, the mean distance to the diagonal.");
    chart.subtitle = words("charts", "accuracy over confidence; bars: share of rows");
    chart.value_decimals = 2;
    chart.y_include = {0.0, 1.0};
    chart.y_bound_low = 0.0;
    chart.y_bound_high = 1.0;
    chart.empty_text = words("charts", "How sure the student is, and how often it is right then.");
    const metrics::Evaluation* evaluation =
        input.run == nullptr ? nullptr : evaluationAt(*input.run, input.at_step);
    if (evaluation == nullptr) {
      return chart;
    }
    const metrics::Calibration calibration = metrics::calibrationOf(evaluation->confidence);
    if (calibration.n == 0) {
      chart.empty_text =
          words("charts", "This run was recorded without the student's confidences.");
      return chart;
    }
    chart.subtitle = inWords(words("charts", "step {}, ECE {:.3f}, n {}"), evaluation->step,
                             calibration.expected_error, withThousands(calibration.n));
    Bars histogram{.label = words("charts", "share of rows"), .ink = Ink::Student, .bars = {}};
    for (const metrics::ReliabilityBin& bin : calibration.bins) {
      histogram.bars.push_back(
          {.x_low = bin.low,
           .x_high = bin.high,
           .y = static_cast<double>(bin.n) / static_cast<double>(calibration.n)});
    }
    chart.bars.push_back(std::move(histogram));
    chart.addOwned({.label = {},
                    .name = words("charts", "perfectly calibrated"),
                    .ink = Ink::Entropy,
                    .style = Curve::Style::Guide},
                   {{0.0, 1.0}, {0.0F, 1.0F}});
    forEachOverlay(input, [&](const Overlay& overlay) {
      if (const metrics::Evaluation* other = evaluationAt(*overlay.run, input.at_step)) {
        chart.addOwned(curveOf(overlay, words("charts", "accuracy")),
                       reliabilityOf(metrics::calibrationOf(other->confidence)));
      }
    });
    chart.addOwned({.label = words("charts", "right"),
                    .name = words("charts", "accuracy"),
                    .ink = Ink::Student,
                    .style = Curve::Style::Points},
                   reliabilityOf(calibration));
    if (Column few = reliabilityOf(calibration, true); !few.x.empty()) {
      chart.subtitle +=
          inWords(words("charts", ", hollow: bins of fewer than {} rows"), kFewestRows);
      chart.addOwned({.label = {},
                      .name = inWords(words("charts", "accuracy, fewer than {} rows"), kFewestRows),
                      .ink = Ink::Student,
                      .style = Curve::Style::Marks},
                     std::move(few));
    }
    const double excess = calibration.confidence - calibration.accuracy;
    chart.spoken = inWords(
        words("charts",
              "At step {} the student is {:.0f} % sure and {:.0f} % right on average, {}; expected "
              "calibration error {:.3f}"),
        evaluation->step, 100.0 * calibration.confidence, 100.0 * calibration.accuracy,
        std::abs(excess) < 0.01 ? words("charts", "well calibrated")
        : excess > 0.0          ? words("charts", "overconfident")
                                : words("charts", "underconfident"),
        calibration.expected_error);
    return chart;
  }
};

}  // namespace

std::unique_ptr<RunChart> makeCalibrationChart() {
  return std::make_unique<CalibrationChart>();
}

}  // namespace w2s::ui::charts
