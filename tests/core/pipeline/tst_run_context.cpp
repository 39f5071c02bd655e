// What the stages of a run share: nobody waits for the disk work of another one.
#include <semaphore>
#include <thread>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/data/registry.h"
#include "core/engine/prepare_run.h"
#include "core/pipeline/run_context.h"
#include "core/store/recorded_run.h"
#include "tests/support/small_experiment.h"
#include "tests/support/step_rows.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::pipeline;
using namespace w2s::record;

namespace {

// Holds the stage that reports an evaluation of the ceiling, and with it whatever lock it has.
class HoldingSink final : public EventSink {
 public:
  void onEvent(const std::string&, const Event& event) override {
    if (const auto* evaluated = std::get_if<Evaluated>(&event);
        evaluated != nullptr && evaluated->stage == stage::kCeiling) {
      holds.release();
      go_on.acquire();
    }
  }
  std::binary_semaphore holds{0};
  std::binary_semaphore go_on{0};
};

StepsMeasured measured(std::int64_t first, std::int64_t last) {
  std::vector<test::StepRow> rows;
  for (std::int64_t step = first; step <= last; ++step) {
    rows.push_back({.step = step, .total = 1.0 / static_cast<double>(step)});
  }
  return {.stage = stage::kStudent, .rows = test::blockOf(rows)};
}

}  // namespace

class TstRunContext : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aRewindCutsItsSeriesWhileAnotherStageReports() {
    const QTemporaryDir folder;
    const std::filesystem::path workspace = folder.path().toStdString();
    const engine::SharedParts shared{
        .open_data = [](const std::string& name) { return data::openDataSet(name); },
        .feature_bank = std::make_shared<FeatureBank>()};
    auto setup = engine::makeSetup({.workspace = workspace, .data_folder = {}},
                                   test::smallExperiment(), 0, shared);
    QVERIFY(setup.has_value());
    store::Manifest manifest;
    manifest.id = "run";
    auto writer = store::RunWriter::create(workspace, manifest);
    QVERIFY(writer.has_value());
    HoldingSink sink;
    RunControl control;
    RunContext context(std::move(*setup), std::move(*writer), sink, control);
    const auto series = context.seriesFile(stage::kStudent);
    QVERIFY(context.emit(measured(1, 20)).has_value());
    const auto kept = std::filesystem::file_size(series);
    QVERIFY(context.emit(measured(21, 50)).has_value());
    {
      const std::jthread ceiling([&] { (void)context.emit(Evaluated{.stage = stage::kCeiling}); });
      sink.holds.acquire();
      const std::jthread student([&] { (void)context.emit(Rewound{.step = 20}); });
      const bool is_cut =
          QTest::qWaitFor([&] { return std::filesystem::file_size(series) == kept; });
      sink.go_on.release();
      QVERIFY(is_cut);
    }
    QVERIFY(context.emit(measured(21, 30)).has_value());
    const auto run = store::loadRun(workspace / "runs" / "run");
    QVERIFY(run.has_value() && run->unsound.empty());
    QCOMPARE(run->stages.at(stage::kStudent).series.lastStep(), std::int64_t{30});
    QCOMPARE(run->stages.at(stage::kStudent).series.size(), std::size_t{30});
    QVERIFY(std::holds_alternative<Rewound>(run->events.back()));
  }
};

W2S_TEST(TstRunContext)
#include "tst_run_context.moc"
