// Weak labels that another program made, and not for every test row: nothing is said of a model that made
// them, nothing is awaited that never comes, and what is known is shown.
#include <QAbstractButton>
#include <QTemporaryDir>
#include <QTest>

#include "core/metrics/pgr.h"
#include "tests/support/compared_runs.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/translated.h"
#include "ui/charts/run_charts.h"
#include "ui/widgets/stat_card.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

const std::string kId = "20240101-000000-elsewhere-s0-0000";

void recordElsewhere(const std::filesystem::path& workspace) {
  test::recordComparedRun(workspace, {.id = kId,
                                      .experiment = "e",
                                      .labels = {0, 1, 2, 0},
                                      .student = {0, 1, 2, 1},
                                      .weak = metrics::kUndefined});
}

}  // namespace

class TstFloorUnknown : public QObject {
  Q_OBJECT

 private:
  test::TemporaryWorkspace workspace_;
  QString why_ = translated(metrics::explain(metrics::PgrStatus::FloorUnknown));

 private Q_SLOTS:
  void initTestCase() {
    recordElsewhere(workspace_.path());
  }

  void theNumbersOfTheRunSayWhy() {
    WindowBench bench({.workspace = workspace_.path()});
    QTRY_VERIFY(bench.window->recordedRuns()->library().isListed());
    bench.window->recordedRuns()->open(QString::fromStdString(kId));
    QTRY_COMPARE(bench.session->focus().series().id, kId);
    auto* weak = bench.find<StatCard>("card.weak");
    QTRY_VERIFY2(weak->toolTip().contains(why_), qPrintable(weak->toolTip()));
    QVERIFY2(!weak->toolTip().contains(QStringLiteral("not known yet")),
             qPrintable(weak->toolTip()));
    QVERIFY2(!weak->toolTip().contains(QStringLiteral("nats")), qPrintable(weak->toolTip()));
    QVERIFY(weak->accessibleDescription().contains(why_));
    auto* student = bench.find<StatCard>("card.student");
    QVERIFY2(student->toolTip().contains(QStringLiteral("75.0 %")) &&
                 student->toolTip().contains(QStringLiteral("nats")),
             qPrintable(student->toolTip()));
  }

  void theChartsSayWhy() {
    const auto loaded = loadForWindow(workspace_.run(kId));
    QVERIFY(loaded.has_value());
    const charts::ChartInput input{.run = &(*loaded)->series};
    for (const auto& chart : charts::makeRunCharts()) {
      const charts::ChartData data = chart->build(input);
      const QString spoken = QString::fromStdString(data.spoken);
      QVERIFY2(!spoken.contains(QStringLiteral("nan")), qPrintable(spoken));
      if (chart->id() == "pgr") {
        QCOMPARE(QString::fromStdString(data.empty_text), why_);
      } else if (chart->id() == "agreement") {
        QVERIFY2(data.empty_text.find("made elsewhere") != std::string::npos,
                 data.empty_text.c_str());
        QVERIFY(spoken.isEmpty());
      }
    }
  }

  void theSettingsShowNoModel() {
    config::ExperimentConfig config;
    config.weak.front().labels = "gpt2";
    WindowBench bench({.presets = {{.name = QStringLiteral("elsewhere"),
                                    .title = QStringLiteral("Elsewhere"),
                                    .sentence = QStringLiteral("Watch."),
                                    .config = config}}});
    const QString said = bench.find<QAbstractButton>("model.weak")->accessibleDescription();
    QVERIFY2(
        said.contains(QStringLiteral("made elsewhere")) && said.contains(QStringLiteral("gpt2")),
        qPrintable(said));
    QVERIFY2(
        !said.contains(QStringLiteral("true labels")) && !said.contains(QStringLiteral("pixels")),
        qPrintable(said));
  }
};

W2S_WINDOW_TEST(TstFloorUnknown)
#include "tst_floor_unknown.moc"
