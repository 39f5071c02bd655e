// Which stages of a run are named, and what is said of them.
#include <QTest>

#include "tests/support/synthetic_run.h"
#include "ui/theme/theme.h"
#include "ui/widgets/phase_indicator.h"

using namespace w2s;
using namespace w2s::ui;

class TstPhaseIndicator : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void namesACommonCeilingThatIsPlanned() {
    Theme theme;
    PhaseIndicator phases(theme);
    RunSeries series = test::makeRun("r", {});
    phases.setSeries(series);
    QVERIFY(!phases.accessibleDescription().contains(QStringLiteral("Common")));
    series.apply(experiment::StageFinished{.stage = experiment::StageKind::CommonCeiling,
                                           .from_cache = true,
                                           .test = test::performanceOf(0.9)});
    phases.setSeries(series);
    QVERIFY(phases.accessibleDescription().contains(QStringLiteral("Common cached")));
  }
};

QTEST_MAIN(TstPhaseIndicator)
#include "tst_phase_indicator.moc"
