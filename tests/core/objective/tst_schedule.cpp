// Schedules, effective term weights and the total.
#include <QTest>

#include "core/objective/schedule.h"
#include "core/objective/terms.h"
#include "tests/support/test_main.h"

using namespace w2s;
using config::ScheduleShape;
using Weights = std::vector<double>;

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
    QCOMPARE(objective::weightsAt(config, 0, 100, false), (Weights{2.0, 0.0, 0.25, -0.1}));
    QCOMPARE(objective::weightsAt(config, 10, 100, false), (Weights{1.5, 0.5, 0.225, -0.1}));
    QCOMPARE(objective::weightsAt(config, 50, 100, false), (Weights{1.0, 1.0, 0.125, -0.1}));
  }

  void withoutConfidenceTermAllSupervisionIsKd() {
    config::ObjectiveConfig config;
    config.confidence = config::NoConfidence{};
    config.confidence_weight = {.base = 0.5};
    QCOMPARE(objective::weightsAt(config, 50, 100, false), (Weights{1.0, 0.0, 0.0, 0.0}));
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
    const Weights weights = objective::weightsAt(config, step, 100, false);
    QCOMPARE(weights[objective::kConfidence], expected);
    QCOMPARE(weights[objective::kKd], 1.0 - expected);
  }

  void totalLeavesOutTermsWithoutWeight() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(objective::totalOf(Weights{0.25, nan, 2.0, nan}, Weights{2.0, 0.0, 0.5, 0.0}), 1.5);
    QVERIFY(
        std::isnan(objective::totalOf(Weights{nan, 0.0, 0.0, 0.0}, Weights{1.0, 0.0, 0.0, 0.0})));
  }

  void furtherTermsFollowTheFour() {
    config::ObjectiveConfig config;
    config.terms = {
        {.name = "late", .kind = config::GroundTruth{}, .weight = {.base = 0.4, .warmup = 0.5}},
        {.name = "soft", .kind = config::SoftCe{}, .weight = {.base = 0.2}}};
    QCOMPARE(objective::weightsAt(config, 25, 100, false), (Weights{0.5, 0.5, 0.0, 0.0, 0.2, 0.2}));
    const auto terms = objective::termsOf(config);
    QCOMPARE(terms.size(), std::size_t{6});
    QCOMPARE(terms[objective::kGroundTruth].name, std::string("ground_truth"));
    QCOMPARE(terms[4].name, std::string("late"));
    QVERIFY(std::holds_alternative<config::SoftCe>(terms[5].kind));
    QVERIFY(objective::readsGroundTruth(config));
    QVERIFY(objective::weighsGroundTruth(config, "objective.term.late.weight.base"));
    QVERIFY(!objective::weighsGroundTruth(config, "objective.term.soft.weight.base"));
    config.terms.front().weight.base = 0.0;
    QVERIFY(!objective::readsGroundTruth(config));
    config.terms.back().weight.shape = ScheduleShape::OffWhenStudentPasses;
    QVERIFY(objective::needsStudentPassed(config));
  }

  void groundTruthAloneHasOneWeight() {
    QCOMPARE(objective::weightsAt(objective::groundTruthAlone(), 7, 10, false),
             (Weights{0.0, 0.0, 1.0, 0.0}));
  }

  void aLossIsOverOnlyWhenEveryWeightIsSwitchedOff() {
    config::ObjectiveConfig config;
    config.kd_weight.shape = ScheduleShape::OffWhenStudentPasses;
    QVERIFY(!objective::isSwitchedOff(config, false));
    QVERIFY(objective::isSwitchedOff(config, true));
    config.entropy_weight.base = -0.1;
    QVERIFY(!objective::isSwitchedOff(config, true));
    config.entropy_weight.shape = ScheduleShape::OffWhenStudentPasses;
    QVERIFY(objective::isSwitchedOff(config, true));
    config.terms = {{.name = "more", .weight = {.base = 0.1}}};
    QVERIFY(!objective::isSwitchedOff(config, true));
    // A base of 0 is live: it may be raised again.
    config = {};
    config.kd_weight.base = 0.0;
    QVERIFY(!objective::isSwitchedOff(config, true));
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
