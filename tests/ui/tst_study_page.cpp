// A study from the window over the real engine: what is typed becomes its cells, they are trained
// once, and what the page shows is what the workspace has.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "core/config/presets.h"
#include "core/engine/runner.h"
#include "core/store/bundle.h"
#include "core/store/run_folder.h"
#include "core/store/run_list.h"
#include "core/store/saved_figures.h"
#include "core/study/forecast.h"
#include "core/study/slurm.h"
#include "core/study/study_folder.h"
#include "tests/support/test_main.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/charts/chart_picture.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/figure_call.h"
#include "ui/figures/kept_figures.h"
#include "ui/main_window.h"
#include "ui/pages/compare_page.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/single_cells.h"
#include "ui/pages/study_editor.h"
#include "ui/pages/study_page.h"
#include "ui/shell/config_files.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;
using Phase = StudySession::Phase;

namespace {

constexpr int kLongestMs = 60'000;

config::ExperimentConfig smallMoons(std::int64_t steps = 60) {
  auto config = config::loadPreset("points-moons");
  if (!config) {
    qFatal("%s", config.error().message.c_str());
  }
  config->optimizer.steps = steps;
  return *config;
}

struct Lab {
  explicit Lab(const std::filesystem::path& folder, std::int64_t steps = 60) : workspace(folder) {
    const auto make = [folder] {
      return engine::makeRunner({.workspace = folder, .data_folder = {}, .workers = 2});
    };
    session = std::make_unique<ExperimentSession>(std::move(*make()));
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("moons"),
                        .title = QStringLiteral("Moons"),
                        .sentence = QStringLiteral("Look."),
                        .config = smallMoons(steps)}};
    options.workspace = workspace;
    options.make_runner = make;
    options.forecast = [folder](
                           const std::vector<record::RunRequest>& requests,
                           const std::function<bool()>& is_unwanted) -> Result<study::Forecast> {
      std::vector<engine::WantedRun> runs;
      for (const record::RunRequest& request : requests) {
        runs.push_back({.config = request.config, .seed = request.seed});
      }
      W2S_TRY(const auto plans, engine::planRuns({.workspace = folder}, runs, is_unwanted));
      W2S_TRY(auto found, study::experienceOf(folder, requests.front().config));
      const auto experience = std::make_shared<const study::Experience>(std::move(found));
      std::vector<study::ForecastRun> wanted;
      for (const auto& stages : plans) {
        wanted.push_back({.stages = stages, .experience = experience});
      }
      return study::forecastOf(wanted);
    };
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->resize(1400, 900);
    window->show();
    page = window->findChild<StudyPage*>();
    window->pages().show(QStringLiteral("study"));
  }
  // Until a study is in sight, with the lines of its settings.
  [[nodiscard]] bool isOpen() const {
    return QTest::qWaitFor(
        [this] { return studies().study() != nullptr && !settling() && !values().empty(); },
        kLongestMs);
  }
  [[nodiscard]] bool settling() const {
    return studies().phase() == Phase::None;
  }
  [[nodiscard]] StudySession& studies() const {
    return page->studies();
  }
  template <class Widget>
  [[nodiscard]] Widget* part(const char* name) const {
    return page->findChild<Widget*>(QStringLiteral("study.") + QLatin1String(name));
  }
  [[nodiscard]] QList<QLineEdit*> values() const {
    QList<QLineEdit*> all;
    for (auto* line : page->findChildren<QLineEdit*>(QStringLiteral("study.values"))) {
      if (line->isVisible()) {
        all += line;
      }
    }
    return all;
  }
  // Types over what stands there.
  [[nodiscard]] bool type(QLineEdit& line, const QString& text, std::size_t cells) const {
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, text);
    return QTest::qWaitFor(
        [&] { return studies().study() != nullptr && studies().study()->cells.size() == cells; },
        kLongestMs);
  }
  [[nodiscard]] bool reaches(Phase phase) const {
    return QTest::qWaitFor([&] { return studies().phase() == phase; }, kLongestMs);
  }
  [[nodiscard]] bool finishes() const {
    part<QPushButton>("start")->click();
    return reaches(Phase::Done);
  }
  [[nodiscard]] std::size_t runs() const {
    const auto listed = store::listRuns(workspace);
    return listed ? listed->size() : 0;
  }

  std::filesystem::path workspace;
  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
  StudyPage* page = nullptr;
};

std::filesystem::path pathOf(const QTemporaryDir& folder) {
  return folder.path().toStdString();
}

}  // namespace

class TstStudyPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // File > Open and a file that is dropped.
  void aStudysFileOpensOnItsPage() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("mine.toml"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(
        "schema = 1\nname = \"mine\"\nbase = \"points-moons\"\nseeds = [0, 1]\n"
        "[grid]\nobjective.temperature = [1, 2, 4]\n");
    written.close();
    Lab lab(folder.filePath(QStringLiteral("ws")).toStdString());
    lab.window->pages().show(QStringLiteral("run"));
    lab.window->files().open(file);
    QTRY_VERIFY_WITH_TIMEOUT(
        lab.studies().study() != nullptr && lab.studies().study()->name == "mine", kLongestMs);
    QVERIFY(lab.page->isVisible());
    QCOMPARE(lab.studies().study()->runs(), std::size_t{6});
    QCOMPARE(lab.window->files().recent().value(0), file);
    // One with a mistake is refused in a sentence that names it, and the present one stays.
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(
        "schema = 1\nname = \"mine\"\nbase = \"points-moons\"\n[grid]\nobjective.heat = [1]\n");
    written.close();
    lab.window->files().open(file);
    const auto* problem = lab.part<QLabel>("problem");
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), kLongestMs);
    QVERIFY2(problem->text().contains(QStringLiteral("objective.heat")),
             qPrintable(problem->text()));
    QCOMPARE(lab.studies().study()->runs(), std::size_t{6});
  }

  // What w2s study submit has put there: a squeue of our own says that it waits.
  void runsInTheQueueAreCounted() {
    const QTemporaryDir folder;
    const QTemporaryDir programs;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    const study::Study study = *lab.studies().study();
    const auto file = study::keepStudy(lab.workspace, study);
    QVERIFY(file.has_value());
    const auto key = [&](std::size_t cell) { return study::keyOf(study.cells[cell].config, 0); };
    const study::Submission submission =
        study::nextSubmission(*file, study::tasksOf({key(0), key(1), key(2)}, 1));
    QVERIFY(study::keepSubmission(submission, "").has_value());
    QFile program(programs.filePath(QStringLiteral("squeue")));
    QVERIFY(program.open(QIODevice::WriteOnly));
    program.write("#!/bin/sh\n");
    for (const char* said : {"0|PENDING|Resources", "1|PENDING|Resources", "2|TIMEOUT|TimeLimit"}) {
      program.write(("echo '" + submission.job_name + "|7|" + said + "'\n").c_str());
    }
    program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    program.close();
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", programs.path().toUtf8() + ':' + path);
    lab.studies().open(*file);
    const bool counted =
        QTest::qWaitFor([&] { return lab.studies().progress().queued == 2; }, kLongestMs);
    qputenv("PATH", path);
    QVERIFY(counted);
    QVERIFY(lab.part<QLabel>("progress")->text().contains(QStringLiteral("2 in the queue")));
  }

  // Before the start it says what the study takes; after it there is nothing left to tell.
  void whatAStudyTakesIsToldBeforeItStarts() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    auto* label = lab.part<QLabel>("forecast");
    QVERIFY(QTest::qWaitFor([&] { return label->isVisible(); }, kLongestMs));
    const auto& forecast = lab.window->forecaster()->forecast();
    QCOMPARE(static_cast<std::size_t>(forecast->runs), lab.studies().progress().runs);
    QVERIFY(forecast->shared() > 0);
    QVERIFY(label->text().startsWith(
        QStringLiteral("%1 of %2 stages to make").arg(forecast->to_make).arg(forecast->stages)));
    QVERIFY(!label->text().contains(QStringLiteral("about")));  // nothing is on record
    lab.part<QPushButton>("start")->click();
    QVERIFY(lab.reaches(Phase::Done));
    QVERIFY(!label->isVisible());
    // One more value: its students alone, and now the time is known.
    const std::size_t cells = lab.studies().study()->cells.size();
    QVERIFY(lab.type(*lab.values().front(), lab.values().front()->text() + QStringLiteral(", 0.33"),
                     cells + 1));
    QVERIFY(QTest::qWaitFor([&] { return label->isVisible(); }, kLongestMs));
    QCOMPARE(static_cast<std::size_t>(forecast->runs), lab.studies().study()->seeds.size());
    QVERIFY(forecast->cached > 0);
    QVERIFY2(label->text().contains(QStringLiteral("of work on one core")),
             qPrintable(label->text()));
  }

  // A task on a cluster, say: its run is shown, and not trained twice.
  void runsOfOtherProgramsAreLeftToThem() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    const std::size_t all = lab.studies().progress().runs;
    store::Manifest manifest;
    manifest.id = "elsewhere";
    manifest.study = lab.studies().study()->name;
    manifest.config = lab.studies().study()->cells.back().config;
    manifest.seed = lab.studies().study()->seeds.back();
    auto writer = store::RunWriter::create(lab.workspace, manifest);
    QVERIFY(writer.has_value());
    lab.part<QPushButton>("start")->click();
    QVERIFY(lab.reaches(Phase::Waiting));
    QCOMPARE(lab.studies().progress().finished, all - 1);
    QCOMPARE(lab.studies().progress().elsewhere, std::size_t{1});
    QVERIFY(lab.part<QLabel>("progress")->text().contains(QStringLiteral("1 in another program")));
    QCOMPARE(lab.runs(), all);
  }

  void aFirstStudyIsThereToBeStarted() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QCOMPARE(lab.values().size(), 1);
    QVERIFY(lab.part<QPushButton>("start")->isEnabled());
    QVERIFY(!lab.part<QPushButton>("compare")->isEnabled());  // nothing is trained
    QCOMPARE(lab.studies().progress().runs, lab.studies().study()->cells.size() * 5);
    QVERIFY(lab.part<QLabel>("progress")->text().startsWith(QStringLiteral("0 of 20 runs")));
    QVERIFY(study::keptStudies(lab.workspace).empty());  // nothing is written before Start
  }

  void whatIsTypedIsTrainedOnceAndShown() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QVERIFY(lab.type(*lab.part<QLineEdit>("seeds"), QStringLiteral("0-1"), 4));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->seeds.size() == 2; }));
    QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 0.5"), 2));
    QVERIFY(lab.finishes());
    QCOMPARE(lab.runs(), std::size_t{4});
    QVERIFY(!lab.part<QPushButton>("start")->isEnabled());

    // The numbers of the workspace, as w2s study status reads them.
    const auto recorded = study::stateOf(*lab.studies().study(), lab.workspace);
    QVERIFY(recorded.has_value());
    for (std::size_t i = 0; i < recorded->size(); ++i) {
      QCOMPARE(lab.studies().state()[i].student.mean, (*recorded)[i].student.mean);
      QCOMPARE(lab.studies().state()[i].finished(), std::int64_t{2});
    }
    // Map, line and table show them.
    auto* map = lab.page->findChild<ChartPicture*>(QStringLiteral("chart.study-map"));
    QVERIFY(QTest::qWaitFor([&] {
      return map->chart().tiles.size() == 2 && std::isfinite(map->chart().tiles[1].value);
    }));
    const auto* table = lab.part<QTableView>("table");
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("2"));

    // A value more: its runs alone.
    QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 0.5, 0.75"), 3));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().progress().finished == 4; }, kLongestMs));
    QVERIFY(lab.finishes());
    QCOMPARE(lab.runs(), std::size_t{6});

    // Cells beside each other: all of them, and those that are selected.
    QSignalSpy compared(lab.page, &StudyPage::compareWanted);
    auto* page = lab.window->findChild<ComparePage*>();
    auto* compare = lab.part<QPushButton>("compare");
    compare->click();
    QCOMPARE(lab.window->pages().current(), QStringLiteral("compare"));
    QVERIFY(QTest::qWaitFor([&] { return page->shown() != nullptr; }, kLongestMs));
    const study::Comparison& comparison = page->shown()->comparison;
    QCOMPARE(comparison.sets.size(), std::size_t{3});
    for (std::size_t i = 0; i < 3; ++i) {
      QCOMPARE(comparison.sets[i].state.student.mean, lab.studies().state()[i].student.mean);
    }
    QCOMPARE(compared.size(), 1);
    lab.window->pages().show(QStringLiteral("study"));
    auto* cells = lab.part<QTableView>("table");
    for (const int row : {2, 0}) {
      cells->selectionModel()->select(cells->model()->index(row, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    compare->click();
    QStringList chosen;
    for (const std::size_t cell : {0, 2}) {
      for (const study::CellRun& run : lab.studies().state()[cell].runs) {
        chosen += QString::fromStdString(run.id);
      }
    }
    QCOMPARE(compared.at(1).first().toStringList(), chosen);
    lab.window->pages().show(QStringLiteral("study"));

    // A click on a tile opens the runs of its cell.
    QSignalSpy wanted(lab.page, &StudyPage::runsWanted);
    map->setFocus();
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    const QStringList ids = wanted.first().first().toStringList();
    QCOMPARE(ids.size(), 2);
    QVERIFY(QTest::qWaitFor([&] { return lab.window->pages().current() == QLatin1String("run"); },
                            kLongestMs));
  }

  void anotherPresetStandsBesideTheForm() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QVERIFY(lab.type(*lab.part<QLineEdit>("seeds"), QStringLiteral("0"), 4));
    lab.part<QToolButton>("remove")->click();  // no setting is varied
    auto* singles = lab.page->findChild<SingleCells*>();
    config::ExperimentConfig other = smallMoons();
    other.objective.temperature = 4.0;
    other.objective.confidence = config::NoConfidence{};
    const auto comparable = [](const config::ExperimentConfig& config) {
      return Comparable{
          .title = QStringLiteral("other"),
          .config = [config]() -> Result<config::ExperimentConfig> { return config; }};
    };
    singles->add(comparable(other));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->cells.size() == 2; }, kLongestMs));
    QCOMPARE(study::cellName(lab.studies().study()->cells[0]), std::string("as it is"));
    QCOMPARE(lab.studies().study()->cells[1].config.objective.temperature, 4.0);
    QVERIFY(lab.part<QLabel>("single")->text().contains(QStringLiteral("Temperature T = 4")));
    // What is there already is said.
    auto* problem = lab.part<QLabel>("problem");
    singles->add(comparable(other));
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("that is there")));
    singles->add(comparable(smallMoons()));
    QVERIFY(problem->text().contains(QStringLiteral("nothing would differ")));
    QVERIFY(QTest::qWaitFor([&] { return !lab.settling(); }));
    QVERIFY(lab.finishes());
    QCOMPARE(lab.runs(), std::size_t{2});
    // The menu has presets and the recorded experiments.
    lab.part<QPushButton>("compare_with")->click();
    auto* menu = lab.page->findChild<QMenu*>(QStringLiteral("study.compare_with.menu"));
    QVERIFY(menu != nullptr && menu->isVisible());
    QVERIFY(
        QTest::qWaitFor([&] { return lab.window->recordedRuns()->library().runs().size() == 2; }));
    QCOMPARE(menu->actions().front()->text(), QStringLiteral("Moons"));
    menu->close();
    // Without it the form's own settings are the one cell.
    lab.part<QToolButton>("single.remove")->click();
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->cells.size() == 1; }, kLongestMs));
  }

  void aStudyIsFoundAgain() {
    const QTemporaryDir folder;
    std::string name;
    {
      const Lab lab(pathOf(folder));
      QVERIFY(lab.isOpen());
      QVERIFY(lab.type(*lab.part<QLineEdit>("seeds"), QStringLiteral("3"), 4));
      QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 0.5"), 2));
      QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->seeds.size() == 1; }));
      QVERIFY(lab.finishes());
      name = lab.studies().study()->name;
    }
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QVERIFY(lab.reaches(Phase::Done));
    QCOMPARE(lab.studies().study()->name, name);
    QCOMPARE(lab.values().front()->text(), QStringLiteral("0, 0.5"));
    QCOMPARE(lab.part<QLineEdit>("seeds")->text(), QStringLiteral("3"));
    QCOMPARE(lab.part<QComboBox>("list")->currentText().toStdString(), name);
    // Another one has a name of its own.
    lab.part<QPushButton>("new")->click();
    QVERIFY(lab.studies().study()->name != name);
    QVERIFY(lab.studies().phase() == Phase::Waiting);
  }

  void aStartRightAfterAnEditTrainsNothingTwice() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QVERIFY(lab.type(*lab.part<QLineEdit>("seeds"), QStringLiteral("0"), 4));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->seeds.size() == 1; }));
    QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 0.5"), 2));
    QVERIFY(lab.finishes());
    QLineEdit& line = *lab.values().front();
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, QStringLiteral("0, 0.5, 0.75"));
    lab.part<QPushButton>("start")->setEnabled(true);  // before what is typed was taken
    lab.part<QPushButton>("start")->click();
    QVERIFY(lab.studies().phase() == Phase::Running);
    QVERIFY(lab.reaches(Phase::Done));
    QCOMPARE(lab.studies().study()->cells.size(), std::size_t{3});
    QCOMPARE(lab.runs(), std::size_t{3});
  }

  // It stays in the table with its reason, and is trained again without the others.
  void whatFailedIsTrainedAlone() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("one_fails.toml"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(
        "schema = 1\nname = \"one fails\"\nbase = \"points-moons\"\nseeds = [0]\n"
        "[[cell]]\nobjective.temperature = 2\n"
        "[[cell]]\noptimizer.kind = \"sgd\"\noptimizer.learning_rate = 10\n"
        "optimizer.weight_decay = 1.0\noptimizer.momentum = 0.0\n");
    written.close();
    Lab lab(folder.filePath(QStringLiteral("ws")).toStdString());
    lab.window->files().open(file);
    QTRY_VERIFY_WITH_TIMEOUT(
        lab.studies().study() != nullptr && lab.studies().study()->name == "one fails", kLongestMs);
    auto* again = lab.part<QPushButton>("again");
    QVERIFY(!again->isVisible());
    lab.part<QPushButton>("start")->click();
    const auto failed = [&lab] {
      return lab.studies().phase() == Phase::Waiting && lab.studies().progress().failed == 1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(failed(), kLongestMs);
    QCOMPARE(lab.runs(), std::size_t{2});
    QTRY_VERIFY(again->isVisible() && again->isEnabled());
    const QAbstractItemModel& table = *lab.part<QTableView>("table")->model();
    const auto state = [&table] {
      return table.index(1, table.columnCount() - 1).data().toString();
    };
    QTRY_VERIFY2(state().contains(QStringLiteral("NaN or infinite")), qPrintable(state()));
    again->click();
    QTRY_VERIFY_WITH_TIMEOUT(lab.runs() == 3 && failed(), kLongestMs);
    QCOMPARE(lab.studies().progress().finished, std::size_t{1});
  }

  void aRangeIsTypedForAGrid() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    QLineEdit& line = *lab.values().front();
    QVERIFY(lab.type(line, QStringLiteral("0 .. 1 in 5"), 5));
    QVERIFY(lab.type(line, QStringLiteral("0.1 .. 1 log in 3"), 3));
    QVERIFY(study::planText(lab.studies().study()->plan).find("count = 3") != std::string::npos);
  }

  void aDamagedStudyIsSaid() {
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("studies/broken")));
    QFile file(folder.filePath(QStringLiteral("studies/broken/study.toml")));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("schema = 1\nname = \"bro") > 0);
    file.close();
    const Lab lab(pathOf(folder));
    QSignalSpy said(&lab.studies(), &StudySession::failed);
    QVERIFY(said.wait(kLongestMs));
    QVERIFY(said.first().first().value<Error>().message.find("line 2") != std::string::npos);
    QVERIFY(lab.isOpen());  // a new one can be begun all the same
    QVERIFY(lab.part<QPushButton>("start")->isEnabled());
  }

  void aNameThatIsTakenByOtherSettingsIsRefused() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    study::Study other = *lab.studies().study();
    other.name = other.plan.name = "taken";
    other.base.objective.temperature = 3.0;
    QVERIFY(study::keepStudy(lab.workspace, other).has_value());
    auto* name = lab.part<QLineEdit>("name");
    name->setFocus();
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("taken"));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->name == "taken"; }, kLongestMs));
    lab.part<QPushButton>("start")->click();
    auto* problem = lab.part<QLabel>("problem");
    QVERIFY(problem->isVisible() && problem->text().contains(QStringLiteral("another name")));
    QVERIFY(lab.studies().phase() == Phase::Waiting);
    QCOMPARE(study::loadStudy(study::studyFile(lab.workspace, "taken"))->base.objective.temperature,
             3.0);
    QCOMPARE(lab.runs(), std::size_t{0});
  }

  void aStudyWaitsStopsAndGoesOn() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder), 20'000);
    QVERIFY(lab.isOpen());
    QVERIFY(lab.type(*lab.part<QLineEdit>("seeds"), QStringLiteral("0"), 4));
    QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 0.5"), 2));
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->seeds.size() == 1; }));
    auto* start = lab.part<QPushButton>("start");
    start->click();
    QVERIFY(lab.studies().phase() == Phase::Running);
    QVERIFY(!lab.part<StudyEditor>("editor")->isEnabled());
    start->click();
    QVERIFY(lab.studies().phase() == Phase::Paused);
    start->click();
    QVERIFY(lab.studies().phase() == Phase::Running);
    lab.part<QPushButton>("stop")->click();
    QVERIFY(lab.reaches(Phase::Waiting) || lab.studies().phase() == Phase::Done);
    QVERIFY(lab.finishes());
    QCOMPARE(lab.studies().progress().finished, std::size_t{2});
  }

  void closingTheWindowWhileItTrainsLosesNothing() {
    const QTemporaryDir folder;
    {
      const Lab lab(pathOf(folder), 20'000);
      QVERIFY(lab.isOpen());
      lab.part<QPushButton>("start")->click();
      QVERIFY(QTest::qWaitFor([&] { return lab.studies().progress().in_progress > 0; }));
    }
    const auto files = study::keptStudies(pathOf(folder));
    QCOMPARE(files.size(), std::size_t{1});
    const auto study = study::loadStudy(files.front());
    QVERIFY(study.has_value());
    const auto state = study::stateOf(*study, pathOf(folder));
    QVERIFY(state.has_value());
    for (const study::CellState& cell : *state) {
      QVERIFY(!cell.has(study::RunStatus::Failed) && !cell.has(study::RunStatus::Running));
    }
  }

  void whatCannotBeIsSaidAndNothingIsLost_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("said");
    QTest::newRow("no number") << QStringLiteral("0, many") << QStringLiteral("many");
    QTest::newRow("out of range") << QStringLiteral("0, 7") << QStringLiteral("7");
    QTest::newRow("a range") << QStringLiteral("0 .. 1") << QStringLiteral("random draws");
    QTest::newRow("nothing") << QStringLiteral(",") << QStringLiteral("1, 2, 4");
  }
  void whatCannotBeIsSaidAndNothingIsLost() {
    QFETCH(QString, typed);
    QFETCH(QString, said);
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    const std::size_t cells = lab.studies().study()->cells.size();
    QLineEdit& line = *lab.values().front();
    line.setFocus();
    line.selectAll();
    QTest::keyClicks(&line, typed);
    auto* problem = lab.part<QLabel>("problem");
    QVERIFY(QTest::qWaitFor([&] { return problem->isVisible(); }, kLongestMs));
    QVERIFY2(problem->text().contains(said), qPrintable(problem->text()));
    QVERIFY(!lab.part<QPushButton>("start")->isEnabled());
    QCOMPARE(lab.studies().study()->cells.size(), cells);
    QVERIFY(lab.type(line, QStringLiteral("0, 1"), 2));
    QVERIFY(!problem->isVisible() && lab.part<QPushButton>("start")->isEnabled());
  }

  void theMenuOfASettingVariesIt() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    lab.page->vary(QStringLiteral("objective.temperature"));
    QCOMPARE(lab.values().size(), 2);
    QVERIFY(!lab.values().last()->text().isEmpty());
    QVERIFY(QTest::qWaitFor([&] { return lab.studies().study()->keys.size() == 2; }, kLongestMs));
    // Once more: the same line.
    lab.page->vary(QStringLiteral("objective.temperature"));
    QCOMPARE(lab.values().size(), 2);
  }

  void itsFiguresAreExported() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    lab.window->outputs().openStudyExport(QStringLiteral("study-line"));
    auto* dialog = lab.window->findChild<ExportDialog*>(QStringLiteral("study_export"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    const figures::FigureRequest request = dialog->request();
    QCOMPARE(request.charts, (std::vector<std::string>{"study-line"}));
    QVERIFY(request.study && request.study->name == lab.studies().study()->name);
    const QString file = folder.filePath(QStringLiteral("line.svg"));
    dialog->saveTo(file);
    QFile saved(file);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QVERIFY(saved.readAll().contains("w2slab export --study"));
  }

  void itsFiguresAreKeptInItsFolder() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    lab.window->outputs().openStudyExport();
    auto* dialog = lab.window->findChild<ExportDialog*>(QStringLiteral("study_export"));
    auto* keep = dialog->findChild<QPushButton*>(QStringLiteral("export.keep"));
    QVERIFY(!keep->isEnabled());  // the study has no folder before it is started
    QVERIFY(lab.type(*lab.values().front(), QStringLiteral("0, 1"), 2));
    QVERIFY(lab.finishes());
    QTRY_VERIFY(keep->isEnabled());
    Q_EMIT dialog->findChild<KeptFigures*>()->keepWanted(QStringLiteral("one"));
    const std::string& name = lab.studies().study()->name;
    const auto place = study::studyFile(lab.workspace, name).parent_path();
    QTRY_VERIFY(store::readFigures(place).value_or(std::vector<store::SavedFigure>()).size() == 1);
    const auto call = figures::parseCommand(store::readFigures(place)->front().command);
    QVERIFY(call && call->request.study && call->request.study->name == name);

    // The study with its runs and figures as one file.
    QTRY_VERIFY(lab.part<QPushButton>("bundle")->isEnabled());
    lab.part<QPushButton>("bundle")->click();
    auto* question = lab.window->findChild<QFileDialog*>(QStringLiteral("study.bundle.file"));
    QVERIFY(question != nullptr);
    const QString file = folder.filePath(QStringLiteral("study.w2s"));
    QSignalSpy said(lab.window->recordedRuns(), &RecordedRuns::notice);
    Q_EMIT question->fileSelected(file);
    QVERIFY(said.wait(kLongestMs));
    question->close();
    QVERIFY2(said[0][0].toString().contains(QStringLiteral("study.w2s")),
             qPrintable(said[0][0].toString()));
    const auto bundle = store::readBundle(file.toStdString());
    QVERIFY(bundle.has_value());
    QCOMPARE(bundle->runs.size(), lab.runs());
    QCOMPARE(bundle->studies, std::vector<std::string>{place.filename().string()});
    const QTemporaryDir elsewhere;
    const auto imported = store::importBundle(file.toStdString(), pathOf(elsewhere));
    QVERIFY(imported && imported->faults.empty());
    const auto study = study::findStudy(pathOf(elsewhere), name);
    QVERIFY(study.has_value());
    const auto figures =
        store::readFigures(study::studyFile(pathOf(elsewhere), name).parent_path());
    QVERIFY(figures && figures->size() == 1);
  }

  void aReportHasItsCellsAndItsPlan() {
    const QTemporaryDir folder;
    const Lab lab(pathOf(folder));
    QVERIFY(lab.isOpen());
    lab.window->actions().report.trigger();
    auto* dialog = lab.window->findChild<ExportDialog*>(QStringLiteral("study_report"));
    QVERIFY(dialog != nullptr && dialog->isVisible());
    // One setting differs: there is no map.
    QCOMPARE(dialog->request().charts, (std::vector<std::string>{"study-line", "study-runs"}));
    for (const char* name : {"report.html", "report.md"}) {
      const QString file = folder.filePath(QLatin1String(name));
      dialog->saveTo(file);
      QFile saved(file);
      QVERIFY(saved.open(QIODevice::ReadOnly));
      const QByteArray page = saved.readAll();
      QVERIFY2(page.contains(("Study " + lab.studies().study()->name).c_str()) &&
                   page.contains("Cells") && page.contains("[grid]") &&
                   page.contains("Settings that it is based on") &&
                   page.contains("w2slab export --study"),
               page.constData());
    }
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("report-figure.svg"))));
  }
};

W2S_WINDOW_TEST(TstStudyPage)
#include "tst_study_page.moc"
