// The table of runs in the window, over a fake engine that records: what a person does with runs,
// and that a recorded run looks as it did when it was made.
#include <algorithm>
#include <bit>
#include <cmath>

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QHelpEvent>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolTip>

#include "core/store/bundle.h"
#include "core/store/run_labels.h"
#include "core/store/run_list.h"
#include "tests/support/stages.h"
#include "tests/support/stored_fake_runner.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/main_window.h"
#include "ui/models/runs_proxy.h"
#include "ui/pages/run_columns.h"
#include "ui/pages/runs_panel.h"
#include "ui/shell/notices.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::record;
using namespace w2s::ui;
using test::RecordedSample;
using test::recordRun;
using test::StoredFakeRunner;
using test::TemporaryWorkspace;

namespace {

// A window on a workspace, until it is closed or "killed".
struct Bench {
  explicit Bench(const TemporaryWorkspace& workspace, test::FakeRunnerOptions engine = {}) {
    theme.choose(ThemeChoice::Light);
    auto owned = std::make_unique<StoredFakeRunner>(workspace.path(), std::move(engine));
    runner = owned.get();
    session = std::make_unique<ExperimentSession>(
        std::move(owned),
        ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.workspace = workspace.path();
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->resize(1440, 900);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    table = find<QTableView>("run.runs");
    QTRY_VERIFY(recordedRuns().library().isListed());
  }
  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = window->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }
  [[nodiscard]] RecordedRuns& recordedRuns() const {
    return *window->recordedRuns();
  }
  void click(const char* name) const {
    QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton);
  }
  void trigger(const char* name) const {
    find<QAction>(name)->trigger();
  }
  [[nodiscard]] QString text(int row, int column) const {
    return table->model()->index(row, column).data().toString();
  }
  [[nodiscard]] QStringList column(int column) const {
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
      texts += text(row, column);
    }
    return texts;
  }
  void select(const QStringList& ids) const {
    table->clearSelection();
    bool first = true;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
      const QModelIndex index = table->model()->index(row, RunsModel::Name);
      if (ids.contains(index.data(RunsModel::IdRole).toString())) {
        table->selectionModel()->select(index,
                                        QItemSelectionModel::Select | QItemSelectionModel::Rows);
        if (first) {
          table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
        }
        first = false;
      }
    }
    table->setFocus();
  }
  [[nodiscard]] const RunSeries& series() const {
    return session->focus().series();
  }

  Theme theme;
  StoredFakeRunner* runner = nullptr;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
  QTableView* table = nullptr;
};

bool equalBits(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

// Everything that is drawn of a run.
void compareBits(const RunSeries& a, const RunSeries& b) {
  QCOMPARE(a.id, b.id);
  QCOMPARE(a.name, b.name);
  QCOMPARE(a.seed, b.seed);
  QCOMPARE(a.device, b.device);
  QVERIFY(a.interventions == b.interventions);
  QCOMPARE(a.summary.has_value(), b.summary.has_value());
  if (a.summary) {
    QVERIFY(equalBits(a.summary->student.accuracy, b.summary->student.accuracy));
    QVERIFY(equalBits(*a.summary->pgr.signed_value, *b.summary->pgr.signed_value));
  }
  for (const StageId kind : test::kUsualStages) {
    const StageSeries& one = a.stage(kind);
    const StageSeries& other = b.stage(kind);
    QVERIFY2(one.rows == other.rows, kind.c_str());
    QCOMPARE(one.state, other.state);
    QCOMPARE(one.done, other.done);
    QCOMPARE(one.total, other.total);
    QCOMPARE(one.unit, other.unit);
    QCOMPARE(one.evaluations.size(), other.evaluations.size());
    for (std::size_t i = 0; i < one.evaluations.size(); ++i) {
      QCOMPARE(one.evaluations[i].step, other.evaluations[i].step);
      QVERIFY(equalBits(one.evaluations[i].test.accuracy, other.evaluations[i].test.accuracy));
      QVERIFY(equalBits(one.evaluations[i].test.loss, other.evaluations[i].test.loss));
      QVERIFY(equalBits(one.evaluations[i].test_agreement.overall,
                        other.evaluations[i].test_agreement.overall));
    }
    QCOMPARE(one.performance().n, other.performance().n);
    QVERIFY(equalBits(one.performance().accuracy, other.performance().accuracy));
  }
}

void recordThree(const TemporaryWorkspace& workspace) {
  recordRun(workspace.path(), {.id = "alpha",
                               .name = "Kd only",
                               .seed = 10,
                               .created = "2024-11-20T12:00:00Z",
                               .student = 0.71});
  recordRun(workspace.path(), {.id = "beta",
                               .name = "confident",
                               .seed = 9,
                               .created = "2024-11-22T12:00:00Z",
                               .student = 0.78});
  recordRun(workspace.path(), {.id = "gamma",
                               .name = "unfinished",
                               .seed = 100,
                               .created = "2024-11-21T12:00:00Z",
                               .steps = 400,
                               .done = 212,
                               .finished = false});
}

}  // namespace

class TstRunsTable : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // An archive may hold studies alone.
  void aBundleWithoutRunsIsSaid() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    QStringList said;
    connect(&bench.recordedRuns(), &RecordedRuns::notice, this,
            [&](const QString& text, const std::vector<Offer>& offers) {
              said += text;
              QVERIFY(offers.empty());
            });
    Q_EMIT bench.recordedRuns().library().imported({}, 0, {});
    QCOMPARE(said, QStringList{QStringLiteral("The bundle has no runs.")});
  }

  // With a stage, columns, events and settings that only it has.
  void aRunOfALaterVersionOpens() {
    const TemporaryWorkspace workspace;
    const std::string id = "20270401-120000-fashion-demo-s0-9d01";
    std::filesystem::create_directories(workspace.run(id).parent_path());
    std::filesystem::copy(W2S_SOURCE_DIR "/tests/data/runs/" + id, workspace.run(id),
                          std::filesystem::copy_options::recursive);
    const Bench bench(workspace);
    bench.recordedRuns().open(QString::fromStdString(id));
    QTRY_COMPARE(bench.series().id, id);
    QCOMPARE(bench.series().stage("judge").rows.size(), std::size_t{2});
    QCOMPARE(bench.series().stage(stage::kStudent).rows.size(), std::size_t{75});
    const QString said = bench.find<QLabel>("runs.notice.text")->text();
    QVERIFY2(said.contains(QLatin1String("objective.sharpness")), qPrintable(said));
  }

  void theModelKeepsItsContract() {
    Theme theme;
    RunsModel model(theme);
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    QAbstractItemModelTester source_tester(&model,
                                           QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto made = [](const char* id, const char* created) {
      RunRecord run;
      run.id = run.name = QLatin1String(id);
      run.created = QLatin1String(created);
      run.stored = store::RunState::Finished;
      return run;
    };
    model.put(made("own", "5"));
    model.setRecorded({made("c", "3"), made("b", "2"), made("a", "1")}, "own");
    QCOMPARE(model.rowCount(), 4);
    model.setRecorded({made("own", "5"), made("d", "4"), made("b", "2")}, {});
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(model.find("c") == nullptr);
    QCOMPARE(model.at(0).id, QStringLiteral("own"));
    QCOMPARE(model.at(1).id, QStringLiteral("d"));
    model.setRecorded({}, {});
    QCOMPARE(model.rowCount(), 0);
  }

  // Operations are counted, not timed: each signal costs the view a pass over its rows.
  void manyRunsChangeInFewSignals() {
    constexpr int kRuns = 5000;
    Theme theme;
    RunsModel model(theme);
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    const auto made = [](int number) {
      RunRecord run;
      run.id = QStringLiteral("run-%1").arg(number, 5, 10, QLatin1Char('0'));
      run.name = QStringLiteral("sample");
      run.created = run.id;
      run.stored = store::RunState::Finished;
      run.readings.student = {.accuracy = 0.5 + 1e-5 * number, .loss = 1.0, .n = 10};
      return run;
    };
    std::vector<RunRecord> runs;
    for (int number = kRuns; number-- > 0;) {  // the newest first
      runs.push_back(made(number));
    }
    int signals = 0;
    const auto count = [&] { ++signals; };
    connect(&model, &QAbstractItemModel::rowsInserted, this, count);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, count);
    connect(&model, &QAbstractItemModel::rowsMoved, this, count);
    connect(&model, &QAbstractItemModel::layoutChanged, this, count);
    connect(&model, &QAbstractItemModel::dataChanged, this, count);
    const auto signalsOf = [&](const std::vector<RunRecord>& list) {
      signals = 0;
      model.setRecorded(list, {});
      return signals;
    };
    QCOMPARE(signalsOf(runs), 1);
    QCOMPARE(model.rowCount(), kRuns);
    QCOMPARE(signalsOf(runs), 0);  // nothing is new
    const QPersistentModelIndex kept(model.index(3, 0));
    const QString kept_id = model.at(3).id;
    runs[7].labels.note = "another";
    QCOMPARE(signalsOf(runs), 1);
    runs.insert(runs.begin(), made(kRuns));
    QCOMPARE(signalsOf(runs), 1);
    // Every third goes, every second changes, others come between.
    std::vector<RunRecord> mixed;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      if (i % 3 != 0) {
        mixed.push_back(runs[i]);
        mixed.back().name = i % 2 == 0 ? QStringLiteral("renamed") : mixed.back().name;
      }
      if (i % 5 == 0) {
        RunRecord added = runs[i];
        added.id += QStringLiteral("-b");
        mixed.push_back(added);
      }
    }
    QVERIFY(signalsOf(mixed) <= 5);
    QCOMPARE(model.rowCount(), static_cast<int>(mixed.size()));
    for (std::size_t i = 0; i < mixed.size(); ++i) {
      QCOMPARE(model.at(static_cast<int>(i)).id, mixed[i].id);
      QCOMPARE(model.at(static_cast<int>(i)).name, mixed[i].name);
    }
    QVERIFY(kept.isValid());
    QCOMPARE(model.at(kept.row()).id, kept_id);
    QCOMPARE(proxy.rowCount(), model.rowCount());
  }

  void ctrlCCopiesTheSelectedRows() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"alpha", "beta"});
    QTest::keyClick(bench.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines =
        QApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 3);
    const QStringList titles = lines[0].split(QLatin1Char('\t'));
    QCOMPARE(titles[0], QStringLiteral("Run"));
    QVERIFY(titles.contains(QStringLiteral("PGR")));
    for (int line = 1; line < 3; ++line) {
      QCOMPARE(lines[line].split(QLatin1Char('\t')).size(), titles.size());
    }
    QVERIFY(lines[1].contains(QStringLiteral("Kd only")) ||
            lines[2].contains(QStringLiteral("Kd only")));
  }

  void theSelectedRunsAreSavedAsABundle() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.recordedRuns().rename(QStringLiteral("alpha"), QStringLiteral("a/b"));
    bench.select({"alpha", "beta"});
    bench.trigger("act.runs.bundle");
    auto* dialog = bench.find<QFileDialog>("run.bundle");
    QTRY_VERIFY(dialog->isVisible());
    QCOMPARE(dialog->acceptMode(), QFileDialog::AcceptSave);
    const QString named = QFileInfo(dialog->selectedFiles().value(0)).fileName();
    QVERIFY2(named == QStringLiteral("a-b.w2s") || named == QStringLiteral("confident.w2s"),
             qPrintable(named));  // of the current one of the two
    QStringList notices;
    connect(&bench.recordedRuns(), &RecordedRuns::notice, this,
            [&notices](const QString& text) { notices += text; });
    const QString file = QString::fromStdString((workspace.path() / "two.w2s").string());
    Q_EMIT dialog->fileSelected(file);
    dialog->reject();
    QTRY_COMPARE(notices.size(), 2);
    QCOMPARE(notices[0], QStringLiteral("two.w2s is being written."));
    QVERIFY2(notices[1].startsWith(QStringLiteral("two.w2s holds 2 runs")), qPrintable(notices[1]));
    auto contents = store::readBundle(file.toStdString());
    QVERIFY(contents.has_value());
    std::ranges::sort(contents->runs);
    QCOMPARE(contents->runs, (std::vector<std::string>{"alpha", "beta"}));
  }

  void keysDoNotReachTheTableBehindADialog() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"alpha"});
    bench.trigger("act.runs.note");
    auto* note = bench.find<QInputDialog>("run.note");
    QTRY_VERIFY(note->isVisible());
    // As where a window manager leaves the focus where it was.
    bench.window->activateWindow();
    bench.table->setFocus();
    QTest::keyClick(bench.table, Qt::Key_P);
    QTest::keyClick(bench.window.get(), Qt::Key_Space);
    QVERIFY(!bench.recordedRuns().library().find("alpha")->labels.pinned);
    QCOMPARE(bench.session->focus().state(), RunState::Idle);
    note->reject();
    bench.select({"alpha"});
    QTest::keyClick(bench.table, Qt::Key_P);
    QVERIFY(bench.recordedRuns().library().find("alpha")->labels.pinned);
  }

  // A name, a note, a description are shown as they are, wherever they come up.
  void textFromFilesIsNoHtml() {
    const QString hostile = QStringLiteral("<b>x</b><img src=/dev/zero>");
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "alpha", .name = hostile.toStdString()});
    QVERIFY(store::writeLabels(workspace.run("alpha"), {.note = hostile.toStdString()}));
    const Bench bench(workspace);
    config::ExperimentConfig config;
    config.name = config.description = hostile.toStdString();
    bench.recordedRuns().open(QStringLiteral("alpha"));
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    bench.window->openConfig(config, hostile);
    bench.window->notices().show(hostile, hostile);
    bench.recordedRuns().resume(QStringLiteral("alpha"));
    bench.select({"alpha"});
    bench.trigger("act.runs.note");
    QTRY_VERIFY(bench.find<QInputDialog>("run.note")->isVisible());
    int labels = 0;
    for (const auto* label : bench.window->findChildren<QLabel*>()) {
      if (label->isVisible() && label->text().contains(QStringLiteral("<b>x"))) {
        ++labels;
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
      } else if (label->isVisible() && label->textFormat() != Qt::PlainText) {
        QVERIFY2(!label->text().contains(QStringLiteral("<img")), qPrintable(label->objectName()));
      }
    }
    QVERIFY(labels >= 4);  // name, sentence, notice, question
    bench.find<QInputDialog>("run.note")->reject();
    // The tooltips that would be rich are shown as plain text.
    const QModelIndex name = bench.table->model()->index(0, RunsModel::Name);
    const QPoint place = bench.table->visualRect(name).center();
    QHelpEvent ask(QEvent::ToolTip, place, bench.table->viewport()->mapToGlobal(place));
    QApplication::sendEvent(bench.table->viewport(), &ask);
    QVERIFY(QToolTip::text().contains(QStringLiteral("&lt;img")));
    QVERIFY(!QToolTip::text().contains(QStringLiteral("<img")));
    for (auto* widget : bench.window->findChildren<QWidget*>()) {
      if (widget->isVisible() && widget->toolTip().contains(QStringLiteral("<img"))) {
        const QPoint middle = widget->rect().center();
        QHelpEvent help(QEvent::ToolTip, middle, widget->mapToGlobal(middle));
        QApplication::sendEvent(widget, &help);
        QVERIFY2(!QToolTip::text().contains(QStringLiteral("<img")),
                 qPrintable(widget->objectName()));
      }
    }
    QToolTip::hideText();
  }

  void sortsByEveryColumn_data() {
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("ascending");
    QTest::addColumn<QStringList>("descending");
    const auto row = [](const char* name, int column, const QStringList& up,
                        const QStringList& down) { QTest::newRow(name) << column << up << down; };
    const QStringList abc{"alpha", "beta", "gamma"};
    row("name, whatever the case", RunsModel::Name, {"beta", "alpha", "gamma"},
        {"gamma", "alpha", "beta"});
    row("seed, as a number", RunsModel::Seed, {"beta", "alpha", "gamma"},
        {"gamma", "alpha", "beta"});
    row("student", RunsModel::Student, {"gamma", "alpha", "beta"}, {"beta", "alpha", "gamma"});
    row("time, without one last", RunsModel::Time, {}, {});
    row("date", RunsModel::Date, {"alpha", "gamma", "beta"}, {"beta", "gamma", "alpha"});
    row("state", RunsModel::State, {}, {});
    row("colour", RunsModel::Color, {"alpha", "gamma", "beta"}, {"beta", "gamma", "alpha"});
  }
  void sortsByEveryColumn() {
    QFETCH(const int, column);
    QFETCH(const QStringList, ascending);
    QFETCH(const QStringList, descending);
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    const auto order = [&](Qt::SortOrder direction) {
      bench.table->sortByColumn(column, direction);
      QStringList ids;
      for (int row = 0; row < bench.table->model()->rowCount(); ++row) {
        ids += bench.table->model()->index(row, 0).data(RunsModel::IdRole).toString();
      }
      return ids;
    };
    if (ascending.isEmpty()) {  // the finished ones tie
      QCOMPARE(order(Qt::AscendingOrder).back(), QStringLiteral("gamma"));
      if (column == RunsModel::State) {
        QCOMPARE(order(Qt::DescendingOrder).front(), QStringLiteral("gamma"));
      }
      return;
    }
    QCOMPARE(order(Qt::AscendingOrder), ascending);
    QCOMPARE(order(Qt::DescendingOrder), descending);
  }

  // The column comes with the first run that has something for it, and goes with the last one.
  void theCommonCeilingHasAColumnOnlyWhereARunHasOne() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    QVERIFY(bench.table->isColumnHidden(RunsModel::PgrCommon));
    recordRun(workspace.path(),
              {.id = "delta", .name = "control", .student = 0.7, .common_ceiling = 0.8});
    bench.recordedRuns().library().refresh();
    QTRY_VERIFY(!bench.table->isColumnHidden(RunsModel::PgrCommon));
    QStringList texts = bench.column(RunsModel::PgrCommon);
    texts.removeAll(QString());
    QCOMPARE(texts, QStringList{QStringLiteral("0.50")});
    bench.select({"delta"});
    bench.trigger("act.runs.delete");
    QTRY_VERIFY(bench.table->isColumnHidden(RunsModel::PgrCommon));
  }

  void aCellWithoutAValueStandsLastInEitherOrder() {
    Theme theme;
    RunsModel model(theme);
    RunRecord with;
    with.id = "with";
    with.readings.student = {.accuracy = 0.5, .loss = 1.0, .n = 10};
    RunRecord without;
    without.id = "without";
    model.setRecorded({without, with}, {});
    RunsProxy proxy;
    proxy.setSourceModel(&model);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
      proxy.sort(RunsModel::Student, order);
      QCOMPARE(proxy.index(1, 0).data(RunsModel::IdRole).toString(), QStringLiteral("without"));
    }
  }

  void filtersByWordsOfNameMethodStateAndNote() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    QVERIFY(store::writeLabels(workspace.run("alpha"), {.note = "for the Lecture"}));
    const Bench bench(workspace);
    auto* filter = bench.find<QLineEdit>("runs.filter");
    const auto seen = [&](const char* text) {
      filter->setText(QLatin1String(text));
      QStringList names = bench.column(RunsModel::Name);
      names.sort();
      return names;
    };
    QCOMPARE(seen("CONF"), QStringList{"confident"});
    QCOMPARE(seen("lecture"), QStringList{"Kd only"});
    QCOMPARE(seen("interrupted"), QStringList{"unfinished"});
    QCOMPARE(seen("forward kl").size(), 3);
    QCOMPARE(seen("kd lecture"), QStringList{"Kd only"});
    QCOMPARE(seen("kd conf"), QStringList{});
    QCOMPARE(bench.find<QLabel>("runs.count")->text(), QStringLiteral("0 of 3"));
    QCOMPARE(seen("").size(), 3);
    QCOMPARE(bench.find<QLabel>("runs.count")->text(), QStringLiteral("3 runs"));
  }

  // Typed letter by letter, a filter is none most of the time.
  void aFilterThatIsNoneLeavesTheLastOne() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    auto* filter = bench.find<QLineEdit>("runs.filter");
    auto* problem = bench.find<QLabel>("runs.filter.problem");
    filter->setText(QStringLiteral("state:interrupted"));
    QCOMPARE(bench.column(RunsModel::Name), QStringList{"unfinished"});
    QVERIFY(!problem->isVisible());
    filter->setText(QStringLiteral("pgr > "));
    QCOMPARE(bench.column(RunsModel::Name), QStringList{"unfinished"});
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().contains(QStringLiteral("pgr >")), qPrintable(problem->text()));
    filter->setText(QStringLiteral("student > 2"));
    QVERIFY(!problem->isVisible());
    QCOMPARE(bench.table->model()->rowCount(), 0);
    filter->clear();
    QCOMPARE(bench.table->model()->rowCount(), 3);
    // What was hidden is hidden still.
    QVERIFY(bench.table->isColumnHidden(RunsModel::Harm));
    QVERIFY(!bench.table->isColumnHidden(RunsModel::Student));
  }

  void runsOfOneNameAreCalledByWhatDiffers() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "day-a1", .name = "demo"});
    recordRun(workspace.path(), {.id = "day-a2", .name = "demo", .seed = 2, .temperature = 10.0});
    const Bench bench(workspace);
    const auto names = [&] {
      QStringList all = bench.column(RunsModel::Name);
      all.sort();
      return all;
    };
    QTRY_COMPARE(names(), (QStringList{"T = 1, seed 0", "T = 10, seed 2"}));
    recordRun(workspace.path(), {.id = "day-b1", .name = "other", .temperature = 2.0});
    bench.recordedRuns().library().refresh();
    QTRY_COMPARE(names(), (QStringList{"demo, T = 1, seed 0", "demo, T = 10, seed 2", "other"}));
    // As the charts call it, beside fewer runs.
    bench.recordedRuns().toggleShown({"day-a1", "day-a2"});
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
    QCOMPARE(bench.recordedRuns().overlays().items()[1].label, QStringLiteral("T = 10, seed 2"));
    // A column of the setting, sorted as numbers are.
    const QAbstractItemModel& model = *bench.table->model();
    const int column = RunsModel::ColumnCount;
    QCOMPARE(model.columnCount(), column + 1);
    QCOMPARE(model.headerData(column, Qt::Horizontal).toString(), QStringLiteral("Temperature T"));
    bench.table->sortByColumn(column, Qt::AscendingOrder);
    QCOMPARE(bench.column(column), (QStringList{"1", "2", "10"}));
    // Deleted, it has nothing to say.
    bench.recordedRuns().remove({"day-a2", "day-b1"});
    QTRY_COMPARE(names(), QStringList{"demo"});
    QCOMPARE(model.columnCount(), column);
  }

  void chosenColumnsAreKept() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    recordRun(workspace.path(), {.id = "delta", .name = "warm", .temperature = 2.0});
    QStringList state;
    const auto column = [](const Bench& bench, const char* key) {
      for (int at = 0; at < bench.table->model()->columnCount(); ++at) {
        if (bench.table->model()->headerData(at, Qt::Horizontal).toString() == QLatin1String(key)) {
          return at;
        }
      }
      return -1;
    };
    {
      const Bench bench(workspace);
      QTRY_VERIFY(column(bench, "Temperature T") >= 0);
      QVERIFY(bench.table->isColumnHidden(column(bench, "Temperature T")));
      auto* menu = bench.find<QMenu>("runs.columns.menu");
      const auto choose = [&](const char* text) {
        Q_EMIT menu->aboutToShow();
        QAction* found = nullptr;
        for (QAction* action : menu->findChildren<QAction*>()) {
          found = action->text() == QLatin1String(text) ? action : found;
        }
        for (QMenu* sub : menu->findChildren<QMenu*>()) {
          for (QAction* action : sub->actions()) {
            found = action->text() == QLatin1String(text) ? action : found;
          }
        }
        QVERIFY2(found != nullptr, text);
        found->trigger();
      };
      choose("Temperature T");
      choose("Harm");
      choose("Method");
      QVERIFY(!bench.table->isColumnHidden(column(bench, "Temperature T")));
      QVERIFY(!bench.table->isColumnHidden(RunsModel::Harm));
      QVERIFY(bench.table->isColumnHidden(RunsModel::Method));
      bench.table->sortByColumn(RunsModel::Student, Qt::AscendingOrder);
      auto* panel = bench.find<RunsPanel>("runs_panel");
      state = panel->columns().state();
      QCOMPARE(state, (QStringList{"+harm", "-method", "+objective.temperature",
                                   "sort student ascending"}));
      choose("Usual columns");
      QVERIFY(bench.table->isColumnHidden(RunsModel::Harm));
      QVERIFY(!bench.table->isColumnHidden(RunsModel::Method));
    }
    const Bench next(workspace);
    auto* panel = next.find<RunsPanel>("runs_panel");
    panel->columns().restore(state + QStringList{"+no.such", "nonsense", "sort a b c", ""});
    QVERIFY(!next.table->isColumnHidden(RunsModel::Harm));
    QTRY_VERIFY(column(next, "Temperature T") >= 0);
    QVERIFY(!next.table->isColumnHidden(column(next, "Temperature T")));
    QCOMPARE(next.table->horizontalHeader()->sortIndicatorSection(), int{RunsModel::Student});
    next.window->resize(700, 600);  // however narrow, what was chosen stays
    QTRY_VERIFY(next.table->isColumnHidden(RunsModel::Date));
    QVERIFY(!next.table->isColumnHidden(RunsModel::Harm));
  }

  void renamesInPlace() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"beta"});
    QTest::keyClick(bench.table, Qt::Key_F2);
    auto* editor = bench.find<QLineEdit>("run.runs.editor");
    QCOMPARE(editor->text(), QStringLiteral("confident"));
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("the best"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(bench.column(RunsModel::Name).contains(QStringLiteral("the best")));
    QTRY_COMPARE(store::readLabels(workspace.run("beta"))->name, std::string("the best"));
    // Emptied: the name it was started with, and no file for nothing.
    bench.select({"beta"});
    bench.recordedRuns().rename("beta", {});
    QVERIFY(bench.column(RunsModel::Name).contains(QStringLiteral("confident")));
    QTRY_VERIFY(!std::filesystem::exists(workspace.run("beta") / "labels.json"));
  }

  void notesColoursAndPinsAreKept() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"alpha"});
    bench.trigger("act.runs.note");
    auto* dialog = bench.find<QInputDialog>("run.note");
    QVERIFY(dialog->isVisible());  // and this line was reached: nothing waits for it
    dialog->setTextValue(QStringLiteral("only KD\nsecond line"));
    dialog->accept();
    QTRY_COMPARE(store::readLabels(workspace.run("alpha"))->note,
                 std::string("only KD\nsecond line"));
    bench.recordedRuns().setColor({"alpha"}, 5);
    QTRY_VERIFY(store::readLabels(workspace.run("alpha"))->color == 5);
    bench.select({"alpha", "beta"});
    bench.trigger("act.runs.pin");
    QTRY_VERIFY(store::readLabels(workspace.run("alpha"))->pinned &&
                store::readLabels(workspace.run("beta"))->pinned);
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
    QVERIFY(bench.recordedRuns().overlays().items()[0].pinned);
    // The next window has them on its charts from the start.
    const Bench next(workspace);
    QTRY_COMPARE(next.recordedRuns().overlays().items().size(), std::size_t{2});
  }

  void deletesWithUndo() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"alpha", "beta"});
    QTest::keyClick(bench.table, Qt::Key_Space);
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
    QTest::keyClick(bench.table, Qt::Key_Delete);
    QCOMPARE(bench.column(RunsModel::Name), QStringList{"unfinished"});
    auto* notice = bench.find<QWidget>("runs.notice");
    QTRY_VERIFY(notice->isVisible());
    QCOMPARE(bench.find<QLabel>("runs.notice.text")->text(), QStringLiteral("Deleted 2 runs."));
    QVERIFY(!std::filesystem::exists(workspace.run("alpha")));
    QVERIFY(bench.recordedRuns().overlays().items().empty());
    bench.click("runs.notice.undo");
    QVERIFY(!notice->isVisible());
    QTRY_COMPARE(bench.table->model()->rowCount(), 3);
    QVERIFY(std::filesystem::exists(workspace.run("alpha")));
    // Where it was: on the charts.
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
  }

  void spaceShowsAndHidesOnTheCharts() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.select({"alpha", "gamma"});
    QTest::keyClick(bench.table, Qt::Key_Space);
    QCOMPARE(bench.session->focus().state(), RunState::Idle);  // here it starts nothing
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
    bench.select({"alpha"});
    QTest::keyClick(bench.table, Qt::Key_Space);
    QCOMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{1});
    QCOMPARE(bench.recordedRuns().overlays().items()[0].id, QStringLiteral("gamma"));
    // A click on the eye does the same.
    const QModelIndex eye = bench.table->model()->index(2, RunsModel::Mark);
    QCOMPARE(eye.data(RunsModel::IdRole).toString(), QStringLiteral("alpha"));
    QTest::mouseClick(bench.table->viewport(), Qt::LeftButton, {},
                      bench.table->visualRect(eye).center());
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{2});
  }

  // Its tick would do nothing: there Space is what it is elsewhere.
  void onTheRowOfThePresentRunSpaceStartsAndPauses() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.session->setSpeed(100.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.select({QString::fromStdString(bench.series().id)});
    QTRY_VERIFY(bench.table->hasFocus());
    QTest::keyClick(bench.table, Qt::Key_Space);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
    QVERIFY(bench.recordedRuns().overlays().items().empty());
    bench.select({"alpha"});
    QTest::keyClick(bench.table, Qt::Key_Space);
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{1});
    QCOMPARE(bench.session->focus().state(), RunState::Paused);
  }

  // Columns that were hidden for want of room stay hidden at the next fit.
  void anEmptyTableFitsANarrowWindow() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    for (const int width : {1440, 1024, 1026, 1024}) {
      bench.window->resize(width, 700);
      QCoreApplication::processEvents();
      QTRY_COMPARE(bench.table->horizontalScrollBar()->maximum(), 0);
      QVERIFY(!bench.table->isColumnHidden(RunsModel::Method));
    }
    QVERIFY(bench.table->isColumnHidden(RunsModel::Time));
  }

  void aMethodIsReadableInAWideWindow() {
    const TemporaryWorkspace workspace;
    config::ExperimentConfig config;
    config.objective.temperature = 2.0;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.session->setConfig(config);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QTRY_VERIFY(bench.table->model()->rowCount() == 4);
    QTRY_VERIFY(bench.table->columnWidth(RunsModel::Method) >=
                static_cast<QAbstractItemView*>(bench.table)->sizeHintForColumn(RunsModel::Method));
    bench.window->resize(1024, 700);
    QCoreApplication::processEvents();
    QCOMPARE(bench.table->horizontalScrollBar()->maximum(), 0);
    for (const auto column :
         {RunsModel::Name, RunsModel::State, RunsModel::Student, RunsModel::Pgr}) {
      QVERIFY(!bench.table->isColumnHidden(column));
    }
    // What tells the least has gone first.
    QVERIFY(bench.table->isColumnHidden(RunsModel::Time));
  }

  void theMenuOffersWhatCanBeDone() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    const auto enabled = [&](const char* name) { return bench.find<QAction>(name)->isEnabled(); };
    bench.select({"alpha"});
    QVERIFY(enabled("act.runs.open") && enabled("act.runs.extend") && enabled("act.runs.replay"));
    QVERIFY(!enabled("act.runs.resume"));
    bench.select({"gamma"});
    QVERIFY(enabled("act.runs.resume") && !enabled("act.runs.extend"));
    bench.select({"alpha", "gamma"});
    QVERIFY(!enabled("act.runs.open") && !enabled("act.runs.rename"));
    QVERIFY(enabled("act.runs.show") && enabled("act.runs.delete"));
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(bench.table, &asked);
    auto* menu = bench.find<QMenu>("run.runs.menu");
    QVERIFY(menu->isVisible());
    menu->close();
    bench.select({});
    QVERIFY(!enabled("act.runs.delete"));
  }

  void theSettingsARunBringsAreOneStepBack() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "hot", .name = "hot", .seed = 4, .temperature = 3.0});
    recordRun(workspace.path(), {.id = "cut", .name = "cut", .done = 20, .finished = false});
    const Bench bench(workspace);
    auto* undo = bench.find<QAction>("act.edit.undo");
    auto* presets = bench.find<QComboBox>("preset");
    const auto* sentence = bench.find<QLabel>("settings.sentence");
    const config::ExperimentConfig before = bench.session->config();
    QTRY_VERIFY(bench.recordedRuns().canOpen("hot"));
    QSignalSpy shown(&bench.recordedRuns(), &RecordedRuns::shown);
    bench.recordedRuns().open("hot");
    QTRY_COMPARE(shown.size(), 1);
    QCOMPARE(undo->text(), QStringLiteral("Undo settings of run hot"));
    QCOMPARE(presets->currentText(), QStringLiteral("Run hot"));
    QVERIFY(sentence->text().contains(QStringLiteral("recorded run hot")));
    QCOMPARE(bench.session->config().objective.temperature, 3.0);
    QCOMPARE(bench.session->seed(), 4);
    undo->trigger();
    QVERIFY(!undo->isEnabled());
    QVERIFY(bench.session->config() == before);
    QCOMPARE(bench.session->seed(), 0);
    QCOMPARE(presets->currentText(), QStringLiteral("Demo"));
    QCOMPARE(sentence->text(), QStringLiteral("Watch."));
    // One that goes on hears nothing of it; the next run takes the place of the other in the list.
    bench.session->setSpeed(20.0);
    bench.recordedRuns().resume("cut");
    QTRY_COMPARE(shown.size(), 2);
    QCOMPARE(presets->currentText(), QStringLiteral("Run cut"));
    QCOMPARE(presets->count(), 2);
    undo->trigger();
    QCOMPARE(presets->currentText(), QStringLiteral("Demo"));
    bench.find<QAction>("act.edit.redo")->trigger();
    QCOMPARE(presets->currentText(), QStringLiteral("Run cut"));
    QVERIFY(bench.session->focus().presentConfig() == bench.session->focus().config());
    bench.session->focus().stop(StopMode::Keep);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
    QVERIFY(bench.series().interventions.empty());
  }

  void aReplayThatCannotStartChangesNothing() {
    const TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "hot", .name = "hot", .seed = 4, .temperature = 3.0});
    const Bench bench(workspace,
                      {.refuse_start = Error{ErrorCode::NotFound, "The data set is missing.", {}}});
    const config::ExperimentConfig before = bench.session->config();
    QTRY_VERIFY(bench.recordedRuns().canReplay("hot"));
    QSignalSpy taking(&bench.recordedRuns(), &RecordedRuns::taking);
    QSignalSpy shown(&bench.recordedRuns(), &RecordedRuns::shown);
    bench.recordedRuns().replay("hot");
    QTRY_VERIFY(bench.find<QLabel>("runs.notice.text")->isVisible());
    QVERIFY(taking.isEmpty());
    QVERIFY(shown.isEmpty());
    QVERIFY(bench.session->config() == before);
    QCOMPARE(bench.session->seed(), 0);
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Demo"));
    QVERIFY(!bench.find<QAction>("act.edit.undo")->isEnabled());
    QCOMPARE(bench.find<QLabel>("runs.notice.text")->text(),
             QStringLiteral("The data set is missing."));
  }

  // The engine makes those after the checkpoint again; the page knows them from the folder.
  void aResumedRunTellsNoLiveChangeTwice() {
    const TemporaryWorkspace workspace;
    QString id;
    {
      const Bench bench(workspace);
      const auto done = [&] { return bench.series().stage(stage::kStudent).done; };
      const auto step = [&] {
        const std::int64_t at = done();
        bench.session->step(StepUnit::Batch);
        QTRY_COMPARE(done(), at + 1);
        QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
      };
      bench.session->setSpeed(200.0);
      bench.session->start();
      QTRY_VERIFY(done() > 25);
      bench.session->focus().pause();
      QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
      while (done() % 10 != 5) {
        step();
      }
      for (const double weight : {0.9, 0.8}) {
        bench.session->setLive(LiveParameter::KdWeight, weight);
        const auto& made = bench.series().interventions;
        while (made.empty() || made.back().new_value != weight) {
          step();
        }
      }
      id = QString::fromStdString(bench.series().id);
      bench.runner->kill();
    }
    const Bench bench(workspace);
    QTRY_VERIFY(bench.recordedRuns().canResume(id));
    bench.recordedRuns().resume(id);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.series().interventions.size(), std::size_t{2});
    const QString log = bench.find<QPlainTextEdit>("log")->toPlainText();
    QVERIFY2(!log.contains(QStringLiteral("KD weight")), qPrintable(log));
    QCOMPARE(bench.session->config().objective.kd_weight.base, 0.8);
    auto* undo = bench.find<QAction>("act.edit.undo");
    QVERIFY2(undo->text().contains(QStringLiteral("settings of run")), qPrintable(undo->text()));
    undo->trigger();
    QVERIFY(!undo->isEnabled());
  }

  void aReopenedRunIsDrawnAsItWasLive() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    bench.session->setSpeed(300.0);
    bench.session->start();
    QTRY_VERIFY(bench.series().stage(stage::kStudent).done > 30);
    bench.session->setLive(LiveParameter::ConfidenceWeight, 0.8);
    QTRY_VERIFY(!bench.series().interventions.empty());
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    const RunSeries live = bench.series();
    const QString card = bench.find<QWidget>("card.student")->accessibleDescription();
    const QString gap = bench.find<QWidget>("gap")->accessibleDescription();
    QVERIFY(!gap.isEmpty());
    const QString first = QString::fromStdString(live.id);
    // Another run takes the page, with other settings.
    config::ExperimentConfig other = bench.session->config();
    other.objective.temperature = 3.0;
    bench.session->setConfig(other);
    bench.session->newSeed();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(bench.series().id != live.id);
    QTRY_VERIFY(bench.recordedRuns().canOpen(first));
    bench.select({first});
    QSignalSpy shown(&bench.recordedRuns(), &RecordedRuns::shown);
    QTest::keyClick(bench.table, Qt::Key_Return);
    QTRY_COMPARE(shown.size(), 1);
    compareBits(bench.series(), live);
    QCOMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(bench.find<QWidget>("card.student")->accessibleDescription(), card);
    QCOMPARE(bench.find<QWidget>("gap")->accessibleDescription(), gap);
    // Its settings are those of the next run, as it started.
    QCOMPARE(bench.session->config().objective.temperature, 1.0);
    QCOMPARE(bench.session->seed(), live.seed);
    QCOMPARE(bench.session->config().objective.confidence_weight.base,
             config::ExperimentConfig{}.objective.confidence_weight.base);
  }

  void aKilledRunIsOfferedAndGoesOn() {
    const TemporaryWorkspace workspace;
    // What it would have become.
    RunSeries whole;
    std::string id;
    {
      const TemporaryWorkspace elsewhere;
      const Bench bench(elsewhere);
      bench.session->start();
      QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
      whole = bench.series();
    }
    {
      const Bench bench(workspace);
      bench.session->setSpeed(200.0);
      bench.session->start();
      const auto done = [&] { return bench.series().stage(stage::kStudent).done; };
      QTRY_VERIFY(done() > 45);
      bench.session->focus().pause();
      QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
      while (done() % 10 != 5) {  // between two checkpoints
        const std::int64_t at = done();
        bench.session->step(StepUnit::Batch);
        QTRY_COMPARE(done(), at + 1);
        QTRY_COMPARE(bench.session->focus().state(), RunState::Paused);
      }
      id = bench.series().id;
      bench.runner->kill();
    }
    const Bench bench(workspace);
    auto* offer = bench.find<QWidget>("interrupted");
    QTRY_VERIFY(offer->isVisible());
    const RunRecord cut = *bench.recordedRuns().library().find(QString::fromStdString(id));
    QVERIFY(cut.isInterrupted() && cut.done > 45);
    QVERIFY(cut.resumes_at > 0 && cut.resumes_at < cut.done);
    QVERIFY2(bench.find<QLabel>("interrupted.text")
                 ->text()
                 .contains(QStringLiteral("at step %1 of 400; goes on from step %2.")
                               .arg(cut.done)
                               .arg(cut.resumes_at)),
             qPrintable(bench.find<QLabel>("interrupted.text")->text()));
    std::size_t rows_at_once = 0;
    connect(bench.session.get(), &ExperimentSession::runBegan, this,
            [&] { rows_at_once = bench.series().stage(stage::kStudent).rows.size(); });
    bench.click("interrupted.resume");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(!offer->isVisible());
    QCOMPARE(rows_at_once, static_cast<std::size_t>(cut.done));  // the recorded curves, at once
    QCOMPARE(bench.series().id, id);
    RunSeries resumed = bench.series();
    resumed.id = whole.id;
    compareBits(resumed, whole);
    // And so says the folder.
    bench.select({QString::fromStdString(id)});
    QTRY_VERIFY(bench.recordedRuns().canOpen(QString::fromStdString(id)));
    QSignalSpy shown(&bench.recordedRuns(), &RecordedRuns::shown);
    bench.recordedRuns().open(QString::fromStdString(id));
    QTRY_COMPARE(shown.size(), 1);
    RunSeries reopened = bench.series();
    reopened.id = whole.id;
    compareBits(reopened, whole);
  }

  void anInterruptedRunMayBeKeptAsItIs() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    {
      const Bench bench(workspace);
      QTRY_VERIFY(bench.find<QWidget>("interrupted")->isVisible());
      bench.click("interrupted.keep");
      QVERIFY(!bench.find<QWidget>("interrupted")->isVisible());
    }
    const Bench next(workspace);
    QVERIFY(!next.find<QWidget>("interrupted")->isVisible());
    QVERIFY(next.recordedRuns().canResume("gamma"));  // from the table still
  }

  void aRunStoppedAtTheCloseIsOfferedAtTheNextStart() {
    const TemporaryWorkspace workspace;
    QString id;
    {
      const Bench bench(workspace);
      bench.session->setSpeed(200.0);
      bench.session->start();
      QTRY_VERIFY(bench.series().stage(stage::kStudent).done > 45);
      id = QString::fromStdString(bench.series().id);
      bench.session->focus().stop(StopMode::Keep);
      QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
      QVERIFY(!bench.find<QWidget>("interrupted")->isVisible());  // not while one is at it
    }
    const Bench bench(workspace);
    QTRY_VERIFY(bench.find<QWidget>("interrupted")->isVisible());
    const RunRecord stopped = *bench.recordedRuns().library().find(id);
    QVERIFY(stopped.isCutShort() && stopped.done > 45);
    QVERIFY2(bench.find<QLabel>("interrupted.text")
                 ->text()
                 .contains(QStringLiteral("was stopped at step %1 of 400").arg(stopped.done)),
             qPrintable(bench.find<QLabel>("interrupted.text")->text()));
    bench.click("interrupted.resume");
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QCOMPARE(QString::fromStdString(bench.series().id), id);
    QVERIFY(!bench.find<QWidget>("interrupted")->isVisible());
    const Bench next(workspace);
    QTRY_VERIFY(next.recordedRuns().library().isListed());
    QVERIFY(!next.find<QWidget>("interrupted")->isVisible());
  }

  void aRunInProgressIsNotPushedAside() {
    const TemporaryWorkspace workspace;
    recordThree(workspace);
    const Bench bench(workspace);
    bench.session->setSpeed(50.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    const std::string own = bench.series().id;
    QTRY_COMPARE(bench.table->model()->rowCount(), 4);
    bench.select({"alpha"});
    QTest::keyClick(bench.table, Qt::Key_Return);
    QVERIFY(bench.find<QWidget>("runs.notice")->isVisible());
    QCOMPARE(bench.series().id, own);
    bench.click("runs.notice.overlay");
    QTRY_COMPARE(bench.recordedRuns().overlays().items().size(), std::size_t{1});
    bench.select({QString::fromStdString(own)});
    QVERIFY(!bench.find<QAction>("act.runs.delete")->isEnabled());
    QCOMPARE(bench.text(0, RunsModel::State).left(7), QStringLiteral("running"));
    QTRY_VERIFY(bench.series().stage(record::stage::kStudent).done >
                10);  // at 0 % it is folded away
    bench.session->focus().stop(StopMode::Keep);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Stopped);
    QTRY_VERIFY(bench.text(0, RunsModel::State).startsWith(QStringLiteral("stopped")));
  }

  void aDiscardedRunLeavesTheTable() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    bench.session->setSpeed(50.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    QTRY_COMPARE(bench.table->model()->rowCount(), 1);
    bench.session->focus().stop(StopMode::Discard);
    QTRY_COMPARE(bench.table->model()->rowCount(), 0);
  }

  // While it goes on and as its folder says afterwards; the folder keeps every value.
  void aDrawnSliderIsOneLiveChangeInTheTable() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    bench.session->setSpeed(300.0);
    bench.session->start();
    QTRY_VERIFY(bench.series().stage(stage::kStudent).done > 30);
    for (const double weight : {0.9, 0.8, 0.7}) {
      bench.session->setLive(LiveParameter::KdWeight, weight);
      QTRY_VERIFY(!bench.series().interventions.empty() &&
                  bench.series().interventions.back().new_value == weight);
    }
    QCOMPARE(bench.series().interventions.size(), std::size_t{3});
    const QString log = bench.find<QPlainTextEdit>("log")->toPlainText();
    QCOMPARE(log.count(QStringLiteral("KD weight")), qsizetype{1});
    QVERIFY2(log.contains(QStringLiteral("1 \u2192 0.7")), qPrintable(log));
    const QString id = QString::fromStdString(bench.series().id);
    const auto method = [&] { return bench.text(0, RunsModel::Method); };
    QTRY_VERIFY2(method().endsWith(QStringLiteral(", 1 live change")), qPrintable(method()));
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QTRY_VERIFY(bench.recordedRuns().canReplay(id));
    QTRY_VERIFY2(method().endsWith(QStringLiteral(", 1 live change")), qPrintable(method()));
    QCOMPARE(liveChangesOf(bench.series()).size(), std::size_t{1});
  }

  void aReplayRepeatsTheLiveChanges() {
    const TemporaryWorkspace workspace;
    const Bench bench(workspace);
    bench.session->setSpeed(300.0);
    bench.session->start();
    QTRY_VERIFY(bench.series().stage(stage::kStudent).done > 30);
    bench.session->setLive(LiveParameter::KdWeight, 0.7);
    QTRY_VERIFY(!bench.series().interventions.empty());
    bench.session->setSpeed(0.0);
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    const RunSeries first = bench.series();
    const QString id = QString::fromStdString(first.id);
    QTRY_VERIFY(bench.recordedRuns().canReplay(id));
    bench.recordedRuns().replay(id);
    QTRY_COMPARE(bench.runner->requests().size(), std::size_t{2});
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(bench.runner->requests()[1].replay == first.interventions);
    QVERIFY(bench.series().id != first.id);
    QVERIFY(bench.series().interventions == first.interventions);
    QVERIFY(bench.series().stage(stage::kStudent).rows == first.stage(stage::kStudent).rows);
  }
};

W2S_WINDOW_TEST(TstRunsTable)
#include "tst_runs_table.moc"
