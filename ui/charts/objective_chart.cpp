#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <utility>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/ema.h"
#include "ui/charts/loss_bound.h"
#include "ui/charts/loss_terms.h"
#include "ui/charts/per_stage.h"
#include "ui/charts/pyramid.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;

// A growing column, smoothed, with what makes drawing both fast.
struct Smoothed {
  std::optional<SmoothedColumn> smoothed;
  Pyramid raw_pyramid;
  Pyramid pyramid;
};

// One term of the loss as it enters it: weight times value, so that the lines add up to the total.
class WeightedColumn {
 public:
  // Empty while the term never had a weight.
  std::span<const float> follow(const LossTerm& term, const StageSeries& stage) {
    const StepColumns& rows = stage.rows;
    const std::vector<float>& weights = rows.column(term.weight);
    const std::vector<float>& values = rows.column(term.column);
    if (weights.empty()) {
      return {};
    }
    if (generation_ != stage.generation || seen_ > rows.size()) {
      generation_ = stage.generation;
      seen_ = 0;
      used_ = false;
      values_.clear();
    }
    for (; seen_ < rows.size(); ++seen_) {
      const float weight = weights[seen_];
      if (weight != 0.0F && !used_) {
        used_ = true;
        values_.assign(seen_, 0.0F);
      }
      if (used_) {
        // A term without weight counts as 0, even when its own value is not finite.
        values_.push_back(weight == 0.0F ? 0.0F : weight * values[seen_]);
      }
    }
    return values_;
  }

 private:
  std::vector<float> values_;
  std::size_t seen_ = 0;
  std::size_t generation_ = 0;
  bool used_ = false;
};

class ObjectiveChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "objective";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Objective");
  }
  [[nodiscard]] Lecture lecture() const override {
    return {.question = words("charts", "What does the student minimise?"), .beside = "schedules"};
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart = overCourse(input, id(), title());
    const double beta = input.view.smoothing;
    chart.help =
        words("charts",
              "Terms of the loss that the student minimises, each times its weight, so that "
              "they add up to the total. Thick: moving average (EMA) with the smoothing "
              "chosen above; pale: every batch.");
    chart.y_title = words("charts", "nats");
    chart.subtitle =
        beta > 0.0 ? inWords(words("charts", "weighted, nats; smoothed {:.2f} over raw"), beta)
                   : words("charts", "weighted, nats");
    chart.value_decimals = 2;
    chart.y_include = {0.0};
    chart.empty_text = words("charts", "The terms of the student's loss appear here.");
    if (input.run == nullptr) {
      return chart;
    }
    if (beta != beta_) {
      beta_ = beta;
      terms_.clear();
      totals_.clear();
    }
    const ChartView::X x = courseX(input);
    forEachOverlay(input, [&](const Overlay& overlay) {
      const StageSeries& stage = overlay.run->stage(stage::kStudent);
      Total& kept = totals_.of(stage);
      Curve curve = curveOf(overlay, words("charts", "total"));
      curve.x = kept.x.follow(*overlay.run, stage, x);
      draw(chart, std::move(curve), stage.rows.column("total"), stage.generation, kept.column,
           false);
      limit(chart, input, kept.bound.follow(stage.rows.column("total"), stage.generation));
    });
    const StageSeries& student = input.run->stage(stage::kStudent);
    Terms& kept = terms_.of(student);
    const std::span<const double> steps = kept.x.follow(*input.run, student, x);
    // Ghosts first: they lie behind.
    const std::vector<LossTerm> terms = lossTerms(student.rows.schema);
    const std::vector<float>& total = student.rows.column("total");
    for (const bool ghosts : {true, false}) {
      if (beta == 0.0 && ghosts) {
        continue;
      }
      for (const LossTerm& term : terms) {
        Weighted& weighted = kept.terms[term.column];
        const std::span<const float> raw = weighted.raw.follow(term, student);
        if (raw.empty()) {
          continue;
        }
        Curve curve{.label = term.label,
                    // In tables and files: `series/` has the value without its weight.
                    .name = inWords(words("charts", "{}, weighted"), term.name),
                    .ink = term.ink,
                    .shape = term.shape,
                    .x = steps};
        draw(chart, std::move(curve), raw, student.generation, weighted.column, ghosts);
      }
      if (!total.empty()) {
        Curve curve{.label = words("charts", "total"),
                    .name = words("charts", "total"),
                    .ink = Ink::Total,
                    .shape = Shape::Circle,
                    .x = steps};
        draw(chart, std::move(curve), total, student.generation, kept.total, ghosts);
      }
    }
    limit(chart, input, kept.bound.follow(student.rows.column("total"), student.generation));
    speak(chart);
    terms_.sweep();
    totals_.sweep();
    return chart;
  }

 private:
  struct Weighted {
    WeightedColumn raw;
    Smoothed column;
  };
  struct Terms {
    CourseColumn x;
    std::map<std::string, Weighted> terms;  // by column
    Smoothed total;
    LossBound bound;
  };
  struct Total {
    CourseColumn x;
    Smoothed column;
    LossBound bound;
  };

  // A logarithmic axis has room for all.
  static void limit(ChartData& chart, const ChartInput& input, double bound) {
    if (std::isfinite(bound) && !input.view.log_y) {
      chart.y_bound_high = chart.overflow_arrows ? std::max(chart.y_bound_high, bound) : bound;
      chart.overflow_arrows = true;
    }
  }

  void draw(ChartData& chart, Curve curve, std::span<const float> raw, std::size_t generation,
            Smoothed& kept, bool as_ghost) const {
    const bool is_raw = as_ghost || beta_ == 0.0;
    if (is_raw) {
      kept.raw_pyramid.follow(raw, generation);
      curve.y = raw;
      curve.pyramid = &kept.raw_pyramid;
    } else {
      if (!kept.smoothed) {
        kept.smoothed.emplace(beta_);
      }
      curve.y = kept.smoothed->follow(raw, generation);
      kept.pyramid.follow(curve.y, generation);
      curve.pyramid = &kept.pyramid;
    }
    if (as_ghost) {
      curve.name = inWords(words("charts", "{}, raw"), curve.fullName());
      curve.label.clear();
      curve.style = Curve::Style::Ghost;
    }
    chart.curves.push_back(std::move(curve));
  }

  static void speak(ChartData& chart) {
    if (chart.curves.empty() || chart.curves.back().y.empty()) {
      return;
    }
    const Curve& total = chart.curves.back();
    const std::string trend = trendOf(total.y.last(std::min<std::size_t>(total.y.size(), 1000)));
    chart.spoken =
        inWords(words("charts", "Loss {:.3f} nats at {} {}{}{}"), total.y.back(), chart.x_title,
                std::round(total.x.back()), trend.empty() ? "" : ", ", trend);
  }

  double beta_ = -1.0;
  PerStage<Terms> terms_;
  PerStage<Total> totals_;
};

}  // namespace

std::unique_ptr<RunChart> makeObjectiveChart() {
  return std::make_unique<ObjectiveChart>();
}

}  // namespace w2s::ui::charts
