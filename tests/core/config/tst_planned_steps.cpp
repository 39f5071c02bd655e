// Which schedules make a run that is trained on differ from a longer one, and the sentence about it.
#include <QtTest/QtTest>

#include "core/config/planned_steps.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::config;

class TstPlannedSteps : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void constantSchedulesSayNothing() {
    ExperimentConfig config;
    config.objective.confidence_weight.warmup = 0.0;
    config.objective.ground_truth_weight = {.base = 0.3,
                                            .shape = ScheduleShape::OffWhenStudentPasses};
    QCOMPARE(schedulesOverSteps(config), std::vector<std::string>{});
    QVERIFY(whatMoreStepsMean(config, 400, 800).text.empty());
  }

  void schedulesWithoutAValueSayNothing() {
    ExperimentConfig config;
    config.objective.confidence = NoConfidence{};  // its weight has a warm-up
    config.objective.entropy_weight = {.base = 0.0, .shape = ScheduleShape::Cosine, .warmup = 0.5};
    QCOMPARE(schedulesOverSteps(config), std::vector<std::string>{});
  }

  void warmUpAndDecayAreNamed() {
    ExperimentConfig config;
    config.objective.kd_weight.shape = ScheduleShape::Linear;
    config.objective.terms = {{.name = "sure", .weight = {.base = -0.1, .warmup = 0.1}}};
    config.optimizer.learning_rate.shape = ScheduleShape::Cosine;
    config.weak_optimizer.learning_rate.warmup = 0.5;  // the weak supervisor is not trained on
    const std::vector<std::string> expected{"objective.kd_weight", "objective.confidence_weight",
                                            "objective.term.sure.weight",
                                            "optimizer.learning_rate"};
    QCOMPARE(schedulesOverSteps(config), expected);
    const QString said = QString::fromStdString(whatMoreStepsMean(config, 400, 800).text);
    for (const char* part : {"objective.kd_weight, objective.confidence_weight", "step 400",
                             "a run of 800 steps from its start gives other numbers"}) {
      QVERIFY2(said.contains(QLatin1String(part)), qPrintable(said));
    }
  }
};

W2S_TEST(TstPlannedSteps)
#include "tst_planned_steps.moc"
