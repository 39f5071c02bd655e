// Which stages of a run are named, and what is said of them.
#include <QTest>

#include "tests/support/synthetic_run.h"
#include "tests/support/test_main.h"
#include "ui/theme/theme.h"
#include "ui/widgets/phase_indicator.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

std::vector<record::PlannedStage> planOf(const std::vector<record::StageId>& ids) {
  std::vector<record::PlannedStage> plan;
  for (const record::StageId& id : ids) {
    plan.push_back(record::describedStage(id));
  }
  return plan;
}

}  // namespace

class TstPhaseIndicator : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesACommonCeilingThatIsPlanned() {
    Theme theme;
    PhaseIndicator phases(theme);
    RunSeries series = test::makeRun("r", {});
    phases.setSeries(series);
    QVERIFY(!phases.accessibleDescription().contains(QStringLiteral("Common")));
    series.plan = planOf({record::stage::kWeak, record::stage::kWeakLabels, record::stage::kCeiling,
                          record::stage::kCommonCeiling, record::stage::kStudent});
    series.apply(record::StageFinished{.stage = record::stage::kCommonCeiling,
                                       .from_cache = true,
                                       .test = test::performanceOf(0.9)});
    phases.setSeries(series);
    QVERIFY(phases.accessibleDescription().contains(QStringLiteral("Common cached")));
  }

  // What is shown is the plan: a stage that this window knows nothing of has its name and place.
  void namesEveryStageOfThePlan() {
    Theme theme;
    PhaseIndicator phases(theme);
    RunSeries series = test::makeRun("r", {});
    series.plan = planOf({record::stage::kWeak, record::stage::kWeakLabels, "judge"});
    phases.setSeries(series);
    const QString said = phases.accessibleDescription();
    QVERIFY2(said.contains(QStringLiteral("judge waits")), qPrintable(said));
    QVERIFY2(!said.contains(QStringLiteral("Ceiling")), qPrintable(said));
  }

  // The row neither jumps while a run goes on nor asks for more than its words need.
  void theRowIsAsWideInAllStates() {
    Theme theme;
    PhaseIndicator phases(theme);
    RunSeries series = test::makeRun("r", {});
    phases.setSeries(series);
    const QSize before = phases.sizeHint();
    series.apply(record::StageFinished{
        .stage = record::stage::kWeak, .from_cache = true, .test = test::performanceOf(0.7)});
    phases.setSeries(series);
    QCOMPARE(phases.sizeHint(), before);
    QVERIFY(phases.minimumSizeHint().width() < before.width());
  }
};

W2S_WINDOW_TEST(TstPhaseIndicator)
#include "tst_phase_indicator.moc"
