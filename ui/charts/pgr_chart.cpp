#include <utility>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/pgr_curves.h"
#include "ui/charts/seed_curves.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

// The same student against the common ceiling, thinner: a straight multiple of the curve above it.
void addCommon(ChartData& chart, const RunSeries& run, ChartView::X x) {
  PgrCurve curve = pgrOverTime(run, GapTop::CommonCeiling);
  if (curve.known && curve.status == metrics::PgrStatus::Ok) {
    addPgr(chart, run, x,
           {.label = words("charts", "common"),
            .name = words("charts", "PGR against the common ceiling"),
            .ink = Ink::Student,
            .style = Curve::Style::Overlay,
            .shape = Shape::Diamond},
           std::move(curve));
  }
}

void addSeeds(ChartData& chart, const ChartInput& input) {
  const SeedGaps gaps = gapsOf(input.seeds);
  const Curve of_pgr = {.label = words("charts", "PGR"), .ink = Ink::Student};
  addEachSeed(chart, input, stage::kStudent, of_pgr,
              [&](const RunSeries& run, const metrics::Evaluation& evaluation) {
                const auto gap = gaps.find(&run);
                return gap != gaps.end() && gap->second.ceiling > gap->second.weak
                           ? (evaluation.test.accuracy - gap->second.weak) /
                                 (gap->second.ceiling - gap->second.weak)
                           : metrics::kUndefined;
              });
  if (const Curve* mean = addPgrOfMeans(chart, input, of_pgr, gaps)) {
    chart.subtitle = fmt::format("{}; {}", mean->band, chart.subtitle);
  }
}

class PgrChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "pgr";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Performance gap recovered");
  }
  [[nodiscard]] Lecture lecture() const override {
    return {.question = words("charts", "How much of the gap does it recover?"),
            .beside = "accuracy"};
  }
  [[nodiscard]] std::optional<Range> yOfPgr(const Readings& /*readings*/) const override {
    return Range{0.0, 1.0};
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart = overCourse(input, id(), title());
    chart.help =
        words("charts",
              "Performance gap recovered = (student \u2212 weak) / (ceiling \u2212 weak), in "
              "test accuracy (Burns et al. 2023): 0 is no better than the weak supervisor, 1 "
              "as good as the ceiling. Signed: below 0 the student is worse than its "
              "supervisor, which the book counts as 0.");
    drawAsPgr(chart);
    chart.empty_text = words("charts", "Known once weak floor, student and ceiling are measured.");
    if (input.run == nullptr) {
      return chart;
    }
    if (const auto& summary = input.run->summary; summary && !summary->pgr.signed_value) {
      chart.empty_text = wordsOf("config", metrics::explain(summary->pgr.status));
    }
    const ChartView::X x = courseX(input);
    forEachOverlay(input, [&](const Overlay& overlay) {
      PgrCurve curve = pgrOverTime(*overlay.run);
      // Against its own floor and ceiling; one that means nothing is not drawn.
      if (curve.known && curve.status == metrics::PgrStatus::Ok) {
        addPgr(chart, *overlay.run, x, curveOf(overlay, words("charts", "PGR")), std::move(curve));
      }
    });
    if (hasSeveralSeeds(input)) {
      addSeeds(chart, input);
      return chart;
    }
    PgrCurve curve = pgrOverTime(*input.run);
    if (!curve.known) {
      return chart;
    }
    if (curve.provisional) {
      chart.subtitle = words("charts", "provisional: the ceiling still trains");
    }
    const bool undefined = curve.status != metrics::PgrStatus::Ok && !curve.provisional;
    if (undefined) {
      chart.undefined_reason = wordsOf("config", metrics::explain(curve.status));
    }
    const double step = curve.step.back();
    const Curve& drawn =
        addPgr(chart, *input.run, x, {.label = words("charts", "PGR"), .ink = Ink::Student},
               std::move(curve));
    const float last = drawn.y.back();
    const std::string trend = trendOf(drawn.y);
    addCommon(chart, *input.run, x);
    if (!undefined) {
      chart.spoken = inWords(words("charts", "Performance gap recovered {:.2f} at step {:.0f}{}{}"),
                             last, step, trend.empty() ? "" : ", ", trend);
    }
    return chart;
  }
};

}  // namespace

std::unique_ptr<RunChart> makePgrChart() {
  return std::make_unique<PgrChart>();
}

}  // namespace w2s::ui::charts
