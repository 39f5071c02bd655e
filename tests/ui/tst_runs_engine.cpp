// Recorded runs in the window over the real engine: a killed run goes on to the numbers it would
// have had, a finished one trains on, and stages from the cache are there at once with their
// curves.
#include <algorithm>
#include <array>
#include <fstream>
#include <set>
#include <vector>

#include <QAbstractButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/engine/runner.h"
#include "core/store/bundle.h"
#include "core/store/recorded_run.h"
#include "core/store/workspace.h"
#include "tests/support/small_experiment.h"
#include "tests/support/stages.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/main_window.h"
#include "ui/shell/config_files.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::engine;
using namespace w2s::ui;

namespace {

constexpr int kLongestMs = 60'000;

std::filesystem::path pathOf(const QTemporaryDir& folder) {
  return folder.path().toStdString();
}

struct Lab {
  Lab(const std::filesystem::path& workspace, const config::ExperimentConfig& config) {
    auto runner = makeRunner({.workspace = workspace, .data_folder = {}, .workers = 2});
    session = std::make_unique<ExperimentSession>(std::move(*runner));
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("small"),
                        .title = QStringLiteral("Small"),
                        .sentence = QStringLiteral("Look."),
                        .config = config}};
    options.workspace = workspace;
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->show();
  }
  [[nodiscard]] bool finish() const {
    return QTest::qWaitFor([this] { return session->focus().state() == RunState::Finished; },
                           kLongestMs);
  }
  [[nodiscard]] bool isListed(const std::string& id, store::RunState state) const {
    return QTest::qWaitFor(
        [&] {
          const RunRecord* run = window->recordedRuns()->library().find(QString::fromStdString(id));
          return run != nullptr && run->stored == state;
        },
        kLongestMs);
  }
  [[nodiscard]] const StageSeries& stage(const StageId& kind) const {
    return session->focus().series().stage(kind);
  }

  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
};

// The stage's curves on the charts: step, accuracy and loss of each evaluation.
std::vector<std::array<double, 3>> curveOf(const StageSeries& stage) {
  std::vector<std::array<double, 3>> curve;
  for (const metrics::Evaluation& evaluation : stage.evaluations) {
    curve.push_back(
        {static_cast<double>(evaluation.step), evaluation.test.accuracy, evaluation.test.loss});
  }
  return curve;
}

}  // namespace

class TstRunsEngine : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aKilledRunGoesOnToTheNumbersItWouldHaveHad() {
    const auto config = test::smallExperiment();
    const QTemporaryDir whole;
    const QTemporaryDir cut;
    std::string id;
    {
      Lab lab(pathOf(whole), config);
      lab.session->setSpeed(40.0);
      lab.session->start();
      // After its first checkpoint (once a second) a copy of everything is what a kill would leave.
      const auto copied = [&] {
        const auto checkpoint = store::runsFolder(pathOf(whole)) /
                                lab.session->focus().series().id / "checkpoint/student.safetensors";
        return lab.stage(stage::kStudent).done > 50 && std::filesystem::exists(checkpoint);
      };
      QVERIFY(QTest::qWaitFor(copied, kLongestMs));
      id = lab.session->focus().series().id;
      std::filesystem::copy(pathOf(whole), pathOf(cut),
                            std::filesystem::copy_options::recursive |
                                std::filesystem::copy_options::overwrite_existing);
      lab.session->setSpeed(0.0);
      QVERIFY(lab.finish());
    }
    // The owner's mark is of this process, which lives; a killed one's would count for nothing.
    std::filesystem::remove(store::runsFolder(pathOf(cut)) / id / "owner.json");
    Lab lab(pathOf(cut), config);
    QVERIFY(lab.isListed(id, store::RunState::Interrupted));
    const std::int64_t recorded =
        lab.window->recordedRuns()->library().find(QString::fromStdString(id))->done;
    const auto before = store::loadRun(store::runsFolder(pathOf(cut)) / id);
    QVERIFY(before.has_value());
    const std::size_t evaluations = before->stages.at(stage::kStudent).evaluations.size();
    QVERIFY(evaluations >= 2);
    std::size_t rows_at_once = 0;
    std::size_t evaluations_at_once = 0;
    connect(lab.session.get(), &ExperimentSession::runBegan, this, [&] {
      rows_at_once = lab.stage(stage::kStudent).rows.size();
      evaluations_at_once = lab.stage(stage::kStudent).evaluations.size();
    });
    auto* resume = lab.window->findChild<QAbstractButton*>(QStringLiteral("interrupted.resume"));
    QVERIFY(resume != nullptr && resume->isVisible());
    resume->click();
    QVERIFY(lab.finish());
    QCOMPARE(rows_at_once, static_cast<std::size_t>(recorded));
    QCOMPARE(evaluations_at_once, evaluations - 1);  // the guess before the first step is none
    for (const char* file : {"series/student.csv", "series/ceiling.csv"}) {
      const std::string wanted = test::runFile(pathOf(whole), id, file);
      QVERIFY(!wanted.empty());
      QVERIFY2(test::runFile(pathOf(cut), id, file) == wanted, file);
    }
    // What the window shows is what the folder says.
    const auto folder = store::loadRun(store::runsFolder(pathOf(cut)) / id);
    QVERIFY(folder.has_value());
    const RunSeries reopened = seriesOf(*folder);
    for (const StageId kind : test::kUsualStages) {
      QVERIFY2(lab.stage(kind).rows.column("total") == reopened.stage(kind).rows.column("total"),
               kind.c_str());
      QCOMPARE(lab.stage(kind).evaluations.size(), reopened.stage(kind).evaluations.size());
      QCOMPARE(lab.stage(kind).state, reopened.stage(kind).state);
    }
  }

  void aFinishedRunTrainsOn() {
    const auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    lab.session->start();
    QVERIFY(lab.finish());
    const std::string first = lab.session->focus().series().id;
    const auto first_rows = lab.stage(stage::kStudent).rows.column("total");
    QCOMPARE(first_rows.size(), std::size_t{120});
    const auto first_ceiling = curveOf(lab.stage(stage::kCeiling));
    QCOMPARE(first_ceiling.size(), std::size_t{6});  // the guess before the first step is none
    QVERIFY(lab.isListed(first, store::RunState::Finished));
    QSignalSpy shown(lab.window->recordedRuns(), &RecordedRuns::shown);
    QSignalSpy notice(lab.window->recordedRuns(), &RecordedRuns::notice);
    lab.window->recordedRuns()->extend(QString::fromStdString(first), 200);
    QTRY_COMPARE_WITH_TIMEOUT(shown.size(), 1, kLongestMs);
    QVERIFY(lab.finish());
    // The confidence weight has a warm-up, a share of the steps.
    QCOMPARE(notice.size(), 1);
    const QString said = notice.front().front().toString();
    QVERIFY2(said.contains(QStringLiteral("objective.confidence_weight. Up to step 120")) &&
                 said.contains(QStringLiteral("a run of 200 steps")),
             qPrintable(said));
    QVERIFY(lab.session->focus().series().id != first);
    const auto& rows = lab.stage(stage::kStudent).rows;
    QCOMPARE(rows.size(), std::size_t{200});
    QVERIFY(std::equal(first_rows.begin(), first_rows.end(), rows.column("total").begin()));
    QCOMPARE(lab.stage(stage::kStudent).total, std::int64_t{200});
    QCOMPARE(lab.session->focus().series().summary->final_step.step, std::int64_t{200});
    // The ceiling went along: a PGR is not formed from models of different length.
    const auto ceiling = curveOf(lab.stage(stage::kCeiling));
    QCOMPARE(ceiling.size(), std::size_t{10});
    QCOMPARE(ceiling.back()[0], 200.0);
    QVERIFY(ceiling.front() == first_ceiling.front());
    QVERIFY(lab.stage(stage::kCeiling).test.n > 0);
  }

  // The same numbers up to the fork, and behind it where nothing is changed; both are drawn.
  void aRunIsForkedFromAStep() {
    const auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    RecordedRuns& recorded = *lab.window->recordedRuns();
    QSignalSpy compared(&recorded, &RecordedRuns::compared);
    lab.session->start();
    QVERIFY(lab.finish());
    const std::string source = lab.session->focus().series().id;
    const QString source_id = QString::fromStdString(source);
    const auto whole = test::runFile(pathOf(workspace), source, "series/student.csv");
    const auto totals = lab.stage(stage::kStudent).rows.column("total");
    QVERIFY(lab.isListed(source, store::RunState::Finished));
    const auto fork = [&](std::int64_t step) {
      const int before = compared.size();
      recorded.fork(source_id, step);
      if (!QTest::qWaitFor([&] { return compared.size() > before; }, kLongestMs)) {
        return std::string();
      }
      return lab.session->focus().series().id;
    };
    const std::string same = fork(50);
    QVERIFY(!same.empty() && same != source);
    QCOMPARE(test::runFile(pathOf(workspace), same, "series/student.csv"), whole);
    QVERIFY(lab.stage(stage::kStudent).rows.column("total") == totals);
    QString said = compared.back().front().toString();
    QVERIFY2(
        said.contains(
            QStringLiteral("Steps 1 to 120 are those of the run %1, bit for bit.").arg(source_id)),
        qPrintable(said));
    QVERIFY(recorded.overlays().isShown(source_id));
    const auto manifest = store::loadManifest(store::runsFolder(pathOf(workspace)) / same);
    QVERIFY(manifest.has_value());
    QCOMPARE(manifest->forked_from, source);
    QCOMPARE(manifest->forked_at, std::int64_t{50});
    // Settings that are changed count from there.
    QVERIFY(lab.isListed(same, store::RunState::Finished));
    lab.session->setLive(LiveParameter::KdWeight, 0.25);
    const std::string other = fork(70);
    QVERIFY(!other.empty() && other != same);
    const auto& rows = lab.stage(stage::kStudent).rows.column("total");
    QCOMPARE(rows.size(), std::size_t{120});
    QVERIFY(std::equal(totals.begin(), totals.begin() + 70, rows.begin()));
    QVERIFY(rows[70] != totals[70]);
    said = compared.back().front().toString();
    QVERIFY2(said.contains(QStringLiteral("Steps 1 to 70 are")) &&
                 said.contains(QStringLiteral("step 71 is not")),
             qPrintable(said));
    QCOMPARE(lab.session->focus().series().interventions.size(), std::size_t{1});
    QCOMPARE(lab.session->focus().series().interventions.front().step, std::int64_t{70});
    QCOMPARE(lab.session->config().objective.kd_weight.base, 0.25);  // the form has what it has
    QVERIFY(lab.isListed(other, store::RunState::Finished));
    // What cannot change in a run is refused, and everything stays as it was.
    auto wrong = lab.session->config();
    wrong.objective.divergence = config::ReverseKl{};
    lab.session->setConfig(wrong);
    QSignalSpy notice(&recorded, &RecordedRuns::notice);
    recorded.fork(source_id, 70);
    QTRY_COMPARE_WITH_TIMEOUT(notice.size(), 1, kLongestMs);
    said = notice.front().front().toString();
    QVERIFY2(said.contains(QStringLiteral("objective.divergence")), qPrintable(said));
    QTRY_COMPARE(lab.session->focus().series().id, other);
    QVERIFY(!lab.session->isBusy());
  }

  void aRewindWithTheSameNumbersSaysSo() {
    const auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    QSignalSpy compared(lab.window->recordedRuns(), &RecordedRuns::compared);
    lab.session->start();
    QVERIFY(lab.finish());
    const QString first = QString::fromStdString(lab.session->focus().series().id);
    lab.session->trainAnew();
    QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, kLongestMs);
    QCOMPARE(compared.front().front().toString(),
             QStringLiteral("Steps 1 to 120 are those of the run %1, bit for bit.").arg(first));
  }

  // A file of another person's runs, opened as a configuration is.
  void theRunsOfABundleAreShown() {
    const auto config = test::smallExperiment();
    const QTemporaryDir theirs;
    const auto file = pathOf(theirs) / "runs.w2s";
    std::string id;
    std::vector<std::array<double, 3>> curve;
    {
      Lab lab(pathOf(theirs), config);
      lab.session->start();
      QVERIFY(lab.finish());
      id = lab.session->focus().series().id;
      curve = curveOf(lab.stage(stage::kStudent));
      QVERIFY(lab.isListed(id, store::RunState::Finished));
    }
    QVERIFY(store::writeBundle({store::runsFolder(pathOf(theirs)) / id}, {}, file).has_value());
    const QTemporaryDir ours;
    Lab lab(pathOf(ours), config);
    QSignalSpy notice(lab.window->recordedRuns(), &RecordedRuns::notice);
    lab.window->files().open(QString::fromStdString(file.string()));
    QTRY_COMPARE_WITH_TIMEOUT(notice.size(), 1, kLongestMs);
    QVERIFY(lab.isListed(id, store::RunState::Finished));
    const auto offers = notice.front()[1].value<std::vector<Offer>>();
    QCOMPARE(offers.size(), std::size_t{1});
    offers.front().action();
    QVERIFY(QTest::qWaitFor([&] { return lab.session->focus().series().id == id; }, kLongestMs));
    QVERIFY(!curve.empty());
    QVERIFY(curveOf(lab.stage(stage::kStudent)) == curve);
    QVERIFY(lab.window->files().recent().isEmpty());
  }

  // Whatever is read of it is shown, with what is wrong beside it.
  void aDamagedSeriesIsSaidWhereTheRunIsShown() {
    const auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    std::string id;
    {
      Lab lab(pathOf(workspace), config);
      lab.session->start();
      QVERIFY(lab.finish());
      id = lab.session->focus().series().id;
    }
    const auto file = store::runsFolder(pathOf(workspace)) / id / "series/student.csv";
    std::string text = test::runFile(pathOf(workspace), id, "series/student.csv");
    const std::size_t digit = text.find('1', text.find("\n100,"));
    QVERIFY(digit != std::string::npos);
    text[digit] = '2';
    std::ofstream(file, std::ios::binary) << text;
    Lab lab(pathOf(workspace), config);
    QVERIFY(lab.isListed(id, store::RunState::Finished));
    QSignalSpy notice(lab.window->recordedRuns(), &RecordedRuns::notice);
    lab.window->recordedRuns()->open(QString::fromStdString(id));
    QTRY_COMPARE_WITH_TIMEOUT(notice.size(), 1, kLongestMs);
    QCOMPARE(lab.session->focus().series().id, id);
    const QString said = notice.front().front().toString();
    QVERIFY2(said.contains(QStringLiteral("student.csv is damaged")), qPrintable(said));
    QVERIFY(lab.stage(stage::kStudent).rows.size() < std::size_t{120});
    QCOMPARE(curveOf(lab.stage(stage::kCeiling)).size(), std::size_t{6});
  }

  void threeSeedsTrainSideBySide() {
    const auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    const std::vector<std::int64_t> seeds{3, 4, 5};
    lab.session->setSeeds(seeds);
    lab.session->start();
    const std::vector<RunSession*> runs = lab.session->runs();
    QCOMPARE(runs.size(), seeds.size());
    // Whatever is looked at meanwhile.
    std::size_t looked_at = 0;
    connect(lab.session.get(), &ExperimentSession::refreshed, lab.window.get(),
            [&, is_looking = false]() mutable {
              if (!is_looking) {  // a change of focus refreshes too
                is_looking = true;
                lab.session->setFocus(*runs[++looked_at % runs.size()]);
                is_looking = false;
              }
            });
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(
            runs, [](const RunSession* run) { return run->state() == RunState::Finished; }),
        kLongestMs);
    QVERIFY(looked_at > 0);
    std::vector<std::vector<float>> losses;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      const RunSeries& shown = runs[i]->series();
      QCOMPARE(shown.seed, seeds[i]);
      const auto folder = store::loadRun(store::runsFolder(pathOf(workspace)) / shown.id);
      QVERIFY(folder.has_value());
      QCOMPARE(folder->manifest.seed, seeds[i]);
      const RunSeries recorded = seriesOf(*folder);
      const StageSeries& student = shown.stage(stage::kStudent);
      QCOMPARE(student.rows.size(), std::size_t{120});
      QVERIFY(student.rows.column("total") == recorded.stage(stage::kStudent).rows.column("total"));
      QVERIFY(curveOf(student) == curveOf(recorded.stage(stage::kStudent)));
      losses.push_back(student.rows.column("total"));
    }
    QVERIFY(losses[0] != losses[1] && losses[1] != losses[2]);
    // Another day: a seed alone, then with the others of its experiment.
    const Readings together = readingsOf(lab.session->seriesOfSeeds());
    const std::string second = runs[1]->series().id;
    for (const RunSession* run : runs) {
      QVERIFY(lab.isListed(run->series().id, store::RunState::Finished));
    }
    Lab later(pathOf(workspace), config);
    QVERIFY(later.isListed(second, store::RunState::Finished));
    RecordedRuns& recorded = *later.window->recordedRuns();
    const QString id = QString::fromStdString(second);
    QVERIFY(recorded.canOpenSeeds(id));
    recorded.open(id);
    QTRY_COMPARE(later.session->focus().series().id, second);
    QCOMPARE(later.session->experiment().size(), std::size_t{1});
    recorded.openSeeds(id);
    QTRY_COMPARE(later.session->experiment().size(), std::size_t{3});
    QCOMPARE(later.session->focus().series().id, second);
    QCOMPARE(later.session->seeds().size(), std::size_t{3});
    const Readings again = readingsOf(later.session->seriesOfSeeds());
    QCOMPARE(again.student.accuracy, together.student.accuracy);
    QCOMPARE(again.weak.accuracy, together.weak.accuracy);
    QCOMPARE(again.over_seeds->in_pgr, together.over_seeds->in_pgr);
  }

  // Workers of different pace, a real objective: the change is in each recorded run at one step.
  void aLiveChangeComesToAllSeedsAtOneStep() {
    auto config = test::smallExperiment();
    config.optimizer.steps = 600;
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    lab.session->setSeeds({3, 4});
    lab.session->setSpeed(20.0);
    lab.session->start();
    const std::vector<RunSession*> runs = lab.session->experiment();
    QTRY_VERIFY_WITH_TIMEOUT(
        std::ranges::all_of(
            runs, [](const RunSession* run) { return run->state() == RunState::Running; }),
        kLongestMs);
    lab.session->setLive(record::LiveParameter::Temperature, 3.0);
    lab.session->setSpeed(0.0);
    QTRY_COMPARE_WITH_TIMEOUT(lab.session->state(), RunState::Finished, kLongestMs);
    QTRY_VERIFY_WITH_TIMEOUT(!lab.session->isBusy(), kLongestMs);
    std::set<std::int64_t> steps;
    for (const RunSession* run : runs) {
      const auto& changes = run->series().interventions;
      QCOMPARE(changes.size(), std::size_t{1});
      QCOMPARE(changes.front().new_value, 3.0);
      steps.insert(changes.front().step);
    }
    QCOMPARE(steps.size(), std::size_t{1});
    QVERIFY(*steps.begin() < 600);
  }

  void stagesFromTheCacheAreThereAtOnceWithTheirCurves() {
    auto config = test::smallExperiment();
    const QTemporaryDir workspace;
    Lab lab(pathOf(workspace), config);
    lab.session->start();
    QVERIFY(lab.finish());
    const auto ceiling = curveOf(lab.stage(stage::kCeiling));
    QVERIFY(ceiling.size() > 2);
    config.objective.temperature = 2.0;
    lab.session->setConfig(config);
    // One batch of the student, and yet the whole ceiling.
    lab.session->step(StepUnit::Batch);
    QTRY_COMPARE_WITH_TIMEOUT(lab.stage(stage::kStudent).done, std::int64_t{1}, kLongestMs);
    QTRY_COMPARE_WITH_TIMEOUT(lab.session->focus().state(), RunState::Paused, kLongestMs);
    QTRY_COMPARE(lab.stage(stage::kCeiling).state, StageSeries::State::Finished);
    QVERIFY(lab.stage(stage::kCeiling).from_cache);
    QVERIFY(curveOf(lab.stage(stage::kCeiling)) == ceiling);
    QVERIFY(lab.stage(stage::kWeakLabels).test.n > 0);
    QVERIFY(lab.stage(stage::kWeak).from_cache);
    lab.session->focus().stop(StopMode::Keep);
    QTRY_COMPARE_WITH_TIMEOUT(lab.session->focus().state(), RunState::Stopped, kLongestMs);
  }
};

W2S_WINDOW_TEST(TstRunsEngine)
#include "tst_runs_engine.moc"
