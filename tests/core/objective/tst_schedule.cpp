// Schedules, effective term weights and the total.
#include <QTest>

#include "core/objective/schedule.h"
#include "core/objective/term_weights.h"
#include "tests/support/test_main.h"

using namespace w2s;
using config::ScheduleShape;
using objective::TermWeights;

class TstSchedule : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void valueFollowsShapeAndWarmup_data() {
    QTest::addColumn<int>("shape");
    QTest::addColumn<double>("warmup");
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("passed");
    QTest::addColumn<double>("expected");  // for base 0.8 and 10 steps
    const auto row = [](const char* name, ScheduleShape shape, double warmup, int step, bool passed,
                        double expected) {
      QTest::newRow(name) << static_cast<int>(shape) << warmup << step << passed << expected;
    };
    row("constant at the start", ScheduleShape::Constant, 0.0, 0, false, 0.8);
    row("constant after the planned end", ScheduleShape::Constant, 0.0, 25, false, 0.8);
    row("constant does not mind a student that passes", ScheduleShape::Constant, 0.0, 5, true, 0.8);
    row("linear at the start", ScheduleShape::Linear, 0.0, 0, false, 0.8);
    row("linear at the middle", ScheduleShape::Linear, 0.0, 5, false, 0.4);
    row("linear at the last batch", ScheduleShape::Linear, 0.0, 9, false, 0.08);
    row("linear never goes below 0", ScheduleShape::Linear, 0.0, 25, false, 0.0);
    row("cosine at the start", ScheduleShape::Cosine, 0.0, 0, false, 0.8);
    row("cosine at the middle", ScheduleShape::Cosine, 0.0, 5, false, 0.4);
    row("cosine at a fifth", ScheduleShape::Cosine, 0.0, 2, false, 0.72360679774997897);
    row("on before the student passes", ScheduleShape::OffWhenStudentPasses, 0.0, 9, false, 0.8);
    row("off once the student passes", ScheduleShape::OffWhenStudentPasses, 0.0, 1, true, 0.0);
    row("warm-up starts at 0", ScheduleShape::Constant, 0.2, 0, false, 0.0);
    row("warm-up at its middle", ScheduleShape::Constant, 0.2, 1, false, 0.4);
    row("warm-up ends at the full value", ScheduleShape::Constant, 0.2, 2, false, 0.8);
    row("warm-up over the whole run", ScheduleShape::Constant, 1.0, 9, false, 0.72);
    row("warm-up multiplies the shape", ScheduleShape::Linear, 0.5, 2, false, 0.8 * 0.8 * 0.4);
  }
  void valueFollowsShapeAndWarmup() {
    QFETCH(int, shape);
    QFETCH(double, warmup);
    QFETCH(int, step);
    QFETCH(bool, passed);
    QFETCH(double, expected);
    const config::Schedule schedule{
        .base = 0.8, .shape = static_cast<ScheduleShape>(shape), .warmup = warmup};
    const double value = objective::scheduledValue(schedule, step, 10, passed);
    QVERIFY2(std::abs(value - expected) < 1e-15, qPrintable(QString::number(value, 'g', 17)));
  }

  void confidenceShareSplitsTheKdWeight() {
    config::ObjectiveConfig config;
    config.kd_weight.base = 2.0;
    config.confidence_weight = {.base = 0.5, .warmup = 0.2};
    config.ground_truth_weight = {.base = 0.25, .shape = ScheduleShape::Linear};
    config.entropy_weight.base = -0.1;
    QCOMPARE(objective::weightsAt(config, 0, 100, false), (TermWeights{2.0, 0.0, 0.25, -0.1}));
    QCOMPARE(objective::weightsAt(config, 10, 100, false), (TermWeights{1.5, 0.5, 0.225, -0.1}));
    QCOMPARE(objective::weightsAt(config, 50, 100, false), (TermWeights{1.0, 1.0, 0.125, -0.1}));
  }

  void withoutConfidenceTermAllSupervisionIsKd() {
    config::ObjectiveConfig config;
    config.confidence = config::NoConfidence{};
    config.confidence_weight = {.base = 0.5};
    QCOMPARE(objective::weightsAt(config, 50, 100, false), (TermWeights{.kd = 1.0}));
  }

  void openaiReferenceKeepsItsJump_data() {
    QTest::addColumn<int>("step");
    QTest::addColumn<double>("expected");
    QTest::newRow("start") << 0 << 0.0;
    QTest::newRow("creeps with the share of the run, not with the warm-up") << 5 << 0.025;
    QTest::newRow("still creeps at the warm-up's end") << 10 << 0.05;
    QTest::newRow("then jumps") << 11 << 0.5;
  }
  void openaiReferenceKeepsItsJump() {
    QFETCH(int, step);
    QFETCH(double, expected);
    config::ObjectiveConfig config;
    config.confidence = config::OpenaiReferenceConfidence{};
    config.confidence_weight = {.base = 0.5, .warmup = 0.1};
    const TermWeights weights = objective::weightsAt(config, step, 100, false);
    QCOMPARE(weights.confidence, expected);
    QCOMPARE(weights.kd, 1.0 - expected);
  }

  void totalLeavesOutTermsWithoutWeight() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(objective::totalOf({0.25, nan, 2.0, nan}, {.kd = 2.0, .ground_truth = 0.5}), 1.5);
    QVERIFY(std::isnan(objective::totalOf({nan, 0.0, 0.0, 0.0}, {.kd = 1.0})));
  }

  void readingGroundTruthIsNoticed() {
    config::ObjectiveConfig config;
    QVERIFY(!objective::readsGroundTruth(config));
    config.ground_truth_weight.base = 0.1;
    QVERIFY(objective::readsGroundTruth(config));
    QVERIFY(!objective::needsStudentPassed(config));
    config.ground_truth_fraction = 0.0;
    QVERIFY(!objective::readsGroundTruth(config));
    config.kd_weight.shape = ScheduleShape::OffWhenStudentPasses;
    QVERIFY(objective::readsGroundTruth(config));
    QVERIFY(objective::needsStudentPassed(config));
  }

  void aScheduleOfAnAbsentConfidenceTermReadsNothing() {
    config::ObjectiveConfig config;
    config.confidence_weight.shape = ScheduleShape::OffWhenStudentPasses;
    QVERIFY(objective::readsGroundTruth(config));
    config.confidence = config::NoConfidence{};
    QVERIFY(!objective::readsGroundTruth(config));
  }
};

W2S_TEST(TstSchedule)
#include "tst_schedule.moc"
