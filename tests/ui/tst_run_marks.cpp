// Tags, star and archive in the table of runs, and filters with a name.
#include <QAbstractButton>
#include <QAction>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include "core/store/run_labels.h"
#include "tests/support/stored_fake_runner.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/main_window.h"
#include "ui/models/runs_model.h"
#include "ui/pages/saved_filters.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;
using test::recordRun;
using test::StoredFakeRunner;
using test::TemporaryWorkspace;

namespace {

struct MarksBench {
  explicit MarksBench(const TemporaryWorkspace& workspace)
      : session(std::make_unique<StoredFakeRunner>(workspace.path(), test::FakeRunnerOptions{}),
                ExperimentSession::Options{}) {
    theme.choose(ThemeChoice::Light);
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.workspace = workspace.path();
    window = std::make_unique<MainWindow>(theme, session, std::move(options));
    window->resize(1440, 900);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    table = find<QTableView>("run.runs");
    filter = find<QLineEdit>("runs.filter");
    QTRY_VERIFY(window->recordedRuns()->library().isListed());
  }
  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = window->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }
  [[nodiscard]] QString ids() const {
    QString ids;
    for (int row = 0; row < table->model()->rowCount(); ++row) {
      ids += table->model()->index(row, 0).data(RunsModel::IdRole).toString();
    }
    return ids;
  }
  void selectAll() const {
    table->setFocus();
    table->setCurrentIndex(table->model()->index(0, RunsModel::Name));
    table->selectAll();
  }
  void select(int row) const {
    table->setFocus();
    table->selectRow(row);
  }
  void undo() const {
    QTest::mouseClick(find<QAbstractButton>("runs.notice.undo"), Qt::LeftButton);
  }
  [[nodiscard]] const RunRecord& record(const char* id) const {
    return *window->recordedRuns()->library().find(QLatin1String(id));
  }

  Theme theme;
  ExperimentSession session;
  std::unique_ptr<MainWindow> window;
  QTableView* table = nullptr;
  QLineEdit* filter = nullptr;
};

void recordAbc(const TemporaryWorkspace& workspace) {
  recordRun(workspace.path(), {.id = "a", .created = "2024-11-22T12:00:00Z"});
  recordRun(workspace.path(), {.id = "b", .created = "2024-11-21T12:00:00Z"});
  recordRun(workspace.path(), {.id = "c", .created = "2024-11-20T12:00:00Z"});
}

store::RunLabels labelsOnDisk(const TemporaryWorkspace& workspace, const char* id) {
  return store::readLabels(workspace.run(id)).value_or(store::RunLabels{.note = "unreadable"});
}

}  // namespace

class TstRunMarks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void archivedRunsLeaveTheTableAndComeBack() {
    const TemporaryWorkspace workspace;
    recordAbc(workspace);
    {
      const MarksBench bench(workspace);
      QCOMPARE(bench.ids(), QStringLiteral("abc"));
      bench.select(1);
      QTest::keyClick(bench.table, Qt::Key_A);
      QCOMPARE(bench.ids(), QStringLiteral("ac"));
      auto* count = bench.find<QLabel>("runs.count");
      QCOMPARE(count->text(), QStringLiteral("2 runs, 1 archived"));
      bench.filter->setText(QStringLiteral("archived"));
      QCOMPARE(bench.ids(), QStringLiteral("b"));
      bench.filter->setText(QStringLiteral("archived:all"));
      QCOMPARE(bench.ids(), QStringLiteral("abc"));
      QCOMPARE(count->text(), QStringLiteral("3 runs"));
      bench.filter->clear();
      QTRY_VERIFY(labelsOnDisk(workspace, "b").archived);
    }
    const MarksBench again(workspace);
    QCOMPARE(again.ids(), QStringLiteral("ac"));
    again.selectAll();
    QTest::keyClick(again.table, Qt::Key_A);
    QCOMPARE(again.ids(), QString());
    QVERIFY(again.find<QLabel>("runs.nothing")->text().contains(QStringLiteral("archived")));
    again.undo();
    QCOMPARE(again.ids(), QStringLiteral("ac"));
    QTRY_VERIFY(!labelsOnDisk(workspace, "a").archived);
    QVERIFY(labelsOnDisk(workspace, "b").archived);
    // From the archive back into the table.
    again.filter->setText(QStringLiteral("archived"));
    again.select(0);
    QVERIFY(again.find<QAction>("act.runs.archive")->isChecked());
    QTest::keyClick(again.table, Qt::Key_A);
    again.filter->clear();
    QCOMPARE(again.ids(), QStringLiteral("abc"));
  }

  void aStarActsOnTheSelectionAndIsUndone() {
    const TemporaryWorkspace workspace;
    recordAbc(workspace);
    const MarksBench bench(workspace);
    bench.select(2);
    QTest::keyClick(bench.table, Qt::Key_S);
    QVERIFY(bench.record("c").labels.starred);
    bench.selectAll();
    QVERIFY(!bench.find<QAction>("act.runs.star")->isChecked());
    QTest::keyClick(bench.table, Qt::Key_S);
    bench.filter->setText(QStringLiteral("starred"));
    QCOMPARE(bench.ids(), QStringLiteral("abc"));
    bench.undo();  // c had its star before
    QCOMPARE(bench.ids(), QStringLiteral("c"));
    QTRY_VERIFY(labelsOnDisk(workspace, "c").starred);
    QTRY_VERIFY(!labelsOnDisk(workspace, "a").starred);
    QVERIFY(!bench.table->model()->index(0, RunsModel::Name).data(Qt::DecorationRole).isNull());
  }

  void tagsAreGivenAndTaken() {
    const TemporaryWorkspace workspace;
    recordAbc(workspace);
    const MarksBench bench(workspace);
    QVERIFY(bench.table->isColumnHidden(RunsModel::Tags));
    const auto answer = [&](const QString& text) {
      bench.window->activateWindow();
      QVERIFY(QTest::qWaitForWindowActive(bench.window.get()));
      bench.table->setFocus();
      QTest::keyClick(bench.table, Qt::Key_T);
      auto* dialog = bench.find<QInputDialog>("run.tags");
      dialog->setTextValue(text);
      dialog->accept();
      QTRY_VERIFY(bench.window->findChild<QInputDialog*>(QStringLiteral("run.tags")) == nullptr);
    };
    bench.select(0);
    answer(QStringLiteral("paper,  figure  1 ,,Paper"));
    QVERIFY((bench.record("a").labels.tags == std::vector<std::string>{"figure 1", "paper"}));
    QVERIFY(!bench.table->isColumnHidden(RunsModel::Tags));
    bench.selectAll();
    answer(QStringLiteral("all"));
    QVERIFY(
        (bench.record("a").labels.tags == std::vector<std::string>{"all", "figure 1", "paper"}));
    QVERIFY((bench.record("b").labels.tags == std::vector<std::string>{"all"}));
    bench.filter->setText(QStringLiteral("tag:figure"));
    QCOMPARE(bench.ids(), QStringLiteral("a"));
    bench.filter->clear();
    // What all have stands in the dialog; taken out there it goes from all.
    bench.selectAll();
    answer(QStringLiteral("other"));
    QVERIFY((bench.record("b").labels.tags == std::vector<std::string>{"other"}));
    QVERIFY(
        (bench.record("a").labels.tags == std::vector<std::string>{"figure 1", "other", "paper"}));
    bench.undo();
    QVERIFY(
        (bench.record("a").labels.tags == std::vector<std::string>{"all", "figure 1", "paper"}));
    QTRY_VERIFY((labelsOnDisk(workspace, "b").tags == std::vector<std::string>{"all"}));
  }

  void groupsTakeThePlaceOfTheRuns() {
    const TemporaryWorkspace workspace;
    recordAbc(workspace);
    recordRun(workspace.path(), {.id = "d", .created = "2024-11-19T12:00:00Z", .temperature = 2.0});
    const MarksBench bench(workspace);
    auto* groups = bench.find<QTableView>("runs.groups");
    QVERIFY(!groups->isVisible());
    auto* menu = bench.find<QMenu>("runs.groups.menu");
    Q_EMIT menu->aboutToShow();
    menu->actions()[1]->trigger();
    QVERIFY(groups->isVisible());
    QVERIFY(!bench.table->isVisible());
    QCOMPARE(groups->model()->rowCount(), 2);
    auto* count = bench.find<QLabel>("runs.count");
    QCOMPARE(count->text(), QStringLiteral("4 runs in 2 groups"));
    // The filter narrows them too.
    bench.filter->setText(QStringLiteral("temperature=2"));
    QTRY_COMPARE(groups->model()->rowCount(), 1);
    QCOMPARE(count->text(), QStringLiteral("1 of 4 in 1 group"));
    bench.filter->clear();
    QTRY_COMPARE(groups->model()->rowCount(), 2);
    // By a setting; its group opens.
    Q_EMIT menu->aboutToShow();
    QMenu* settings = menu->actions()[2]->menu();
    QVERIFY(settings->isEnabled());
    settings->actions()[0]->trigger();
    groups->setCurrentIndex(groups->model()->index(1, 0));
    QTest::keyClick(groups, Qt::Key_Return);
    QVERIFY(bench.table->isVisible());
    QVERIFY(!groups->isVisible());
    QCOMPARE(bench.ids(), QStringLiteral("d"));
  }

  void runsStoppedAtOnceAreFoldedAwayAndSwept() {
    const TemporaryWorkspace workspace;
    recordAbc(workspace);
    for (const char* id : {"x", "y"}) {
      recordRun(workspace.path(), {.id = id,
                                   .created = "2024-11-19T12:00:00Z",
                                   .steps = 400,
                                   .done = 0,
                                   .finished = false,
                                   .stopped = true});
    }
    QVERIFY(store::writeLabels(workspace.run("y"), {.note = "kept"}).has_value());
    const MarksBench bench(workspace);
    QCOMPARE(bench.ids(), QStringLiteral("abcy"));
    auto* count = bench.find<QLabel>("runs.count");
    QCOMPARE(count->text(), QStringLiteral("4 runs, 1 stopped at 0 %"));
    bench.filter->setText(QStringLiteral("leftovers"));
    QCOMPARE(bench.ids(), QStringLiteral("x"));
    bench.filter->clear();
    auto* sweep = bench.find<QAbstractButton>("runs.sweep");
    QVERIFY(sweep->isVisible());
    QTest::mouseClick(sweep, Qt::LeftButton);
    QTRY_VERIFY(!std::filesystem::exists(workspace.run("x")));
    QTRY_VERIFY(!sweep->isVisible());
    QCOMPARE(count->text(), QStringLiteral("4 runs"));
    QVERIFY(std::filesystem::exists(workspace.run("y")));
    const auto undo = QStringLiteral("runs.notice.undo");
    QTRY_VERIFY(bench.window->findChild<QAbstractButton*>(undo) != nullptr);
    bench.undo();
    QTRY_VERIFY(std::filesystem::exists(workspace.run("x")));
    QTRY_VERIFY(sweep->isVisible());
  }

  void filtersAreSavedUnderAName() {
    QWidget window;
    auto* line = new QLineEdit(&window);
    SavedFilters filters(*line);
    QSignalSpy changed(&filters, &SavedFilters::changed);
    filters.save(QStringLiteral("good"), QStringLiteral("pgr > .4 "));
    filters.save(QStringLiteral("  "), QStringLiteral("pgr > .4"));
    filters.save(QStringLiteral("empty"), QString());
    filters.save(QStringLiteral("R&D"), QStringLiteral("tag:r"));
    QCOMPARE(changed.size(), 2);
    QCOMPARE(filters.state(), (QStringList{"R&D", "tag:r", "good", "pgr > .4"}));
    Q_EMIT filters.menu()->aboutToShow();
    QCOMPARE(filters.menu()->actions()[0]->text(), QStringLiteral("R&&D"));
    filters.menu()->actions()[1]->trigger();
    QCOMPARE(line->text(), QStringLiteral("pgr > .4"));
    filters.remove(QStringLiteral("good"));
    // What somebody wrote into the settings is taken as far as it is any.
    filters.restore({"a", "b", "", "x", "y", "", "left"});
    QCOMPARE(filters.state(), (QStringList{"a", "b"}));
  }
};

W2S_WINDOW_TEST(TstRunMarks)
#include "tst_run_marks.moc"
