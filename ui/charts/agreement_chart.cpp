#include <cmath>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/chart_parts.h"
#include "ui/charts/seed_curves.h"

namespace w2s::ui::charts {
namespace {

using record::StageId;
namespace stage = record::stage;
using metrics::Evaluation;

// Does the student imitate the weak supervisor's errors? Agreement where it is right should be
// high, where wrong low; correction says how many of its errors the student mends, harm how many of
// its right answers it spoils.
class AgreementChart final : public RunChart {
 public:
  [[nodiscard]] std::string_view id() const override {
    return "agreement";
  }
  [[nodiscard]] std::string title() const override {
    return words("charts", "Agreement with weak labels");
  }
  [[nodiscard]] Lecture lecture() const override {
    return {.question = words("charts", "Does the student copy the weak model's mistakes?")};
  }
  [[nodiscard]] ChartData build(const ChartInput& input) override {
    ChartData chart = overCourse(input, id(), title());
    chart.y_title = words("charts", "share of rows");
    chart.help =
        words("charts",
              "Weak right, weak wrong: how often the student says what its weak supervisor "
              "says, on test rows where that is right or wrong. Correction: share of the "
              "supervisor's errors that the student has right. Harm: share of its right "
              "answers that the student has wrong.");
    chart.subtitle = words("charts", "share of test rows");
    chart.value_decimals = 2;
    chart.y_include = {0.0, 1.0};
    chart.y_bound_low = 0.0;
    chart.y_bound_high = 1.0;
    chart.empty_text = words("charts", "How far the student follows right and wrong weak labels.");
    if (input.run == nullptr) {
      return chart;
    }
    const ChartView::X x = courseX(input);
    const auto weak_right = [](const Evaluation& e) { return e.test_agreement.weak_right; };
    const auto weak_wrong = [](const Evaluation& e) { return e.test_agreement.weak_wrong; };
    forEachOverlay(input, [&](const Overlay& overlay) {
      const StageSeries& stage = overlay.run->stage(stage::kStudent);
      Curve right = curveOf(overlay, words("charts", "agreement where weak is right"));
      right.label.clear();
      addEvaluations(chart, *overlay.run, stage, x, std::move(right), weak_right);
      addEvaluations(chart, *overlay.run, stage, x,
                     curveOf(overlay, words("charts", "agreement where weak is wrong")),
                     weak_wrong);
    });
    const StageSeries& student = input.run->stage(stage::kStudent);
    if (input.run->summary && input.run->summary->pgr.status == metrics::PgrStatus::FloorUnknown) {
      chart.empty_text =
          words("charts",
                "The weak labels were made elsewhere and not for every test row, so it is unknown "
                "how far the student agrees with them there.");
    }
    const auto add = [&](const std::string& label, const std::string& name, Ink ink, Shape shape,
                         const EvaluationValue& value) {
      const Curve curve{.label = label, .name = name, .ink = ink, .shape = shape};
      const Curve* mean = hasSeveralSeeds(input)
                              ? addMeanOfSeeds(chart, input, stage::kStudent, curve, value)
                              : nullptr;
      if (mean != nullptr) {
        chart.subtitle = mean->band;
      } else {
        addEvaluations(chart, *input.run, student, x, curve, value);
      }
    };
    add(words("charts", "harm"), words("charts", "harm: weak right, student wrong"), Ink::Trouble,
        Shape::TriangleDown, [](const Evaluation& e) { return e.test_agreement.harm; });
    add(words("charts", "correction"), words("charts", "correction: weak wrong, student right"),
        Ink::Ceiling, Shape::TriangleUp,
        [](const Evaluation& e) { return e.test_agreement.correction; });
    add(words("charts", "weak wrong"), words("charts", "agreement where weak is wrong"), Ink::Weak,
        Shape::Square, weak_wrong);
    add(words("charts", "weak right"), words("charts", "agreement where weak is right"),
        Ink::Student, Shape::Circle, weak_right);
    if (!student.evaluations.empty() &&
        std::isfinite(student.evaluations.back().test_agreement.overall)) {
      const metrics::Agreement& last = student.evaluations.back().test_agreement;
      chart.spoken = inWords(
          words("charts",
                "At step {} the student agrees with {:.0f} % of the right and {:.0f} % of the "
                "wrong weak "
                "labels, mends {:.0f} % of the errors and spoils {:.0f} % of the right ones"),
          student.evaluations.back().step, 100.0 * last.weak_right, 100.0 * last.weak_wrong,
          100.0 * last.correction, 100.0 * last.harm);
    }
    return chart;
  }
};

}  // namespace

std::unique_ptr<RunChart> makeAgreementChart() {
  return std::make_unique<AgreementChart>();
}

}  // namespace w2s::ui::charts
