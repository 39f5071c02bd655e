// Configuration files: opened, saved, remembered, dropped onto the window; a bad one loses nothing.
#include <QComboBox>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>

#include "core/config/toml.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/study_session.h"
#include "ui/charts/plot_widget.h"
#include "ui/shell/config_files.h"
#include "ui/shell/menus.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

class TstRecentFiles : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
  }

  void aFileBecomesTheChosenExperiment() {
    WindowBench bench;
    bench.window->files().open(write("mine.toml",
                                     "schema = 1\nname = \"mine\"\n"
                                     "[objective]\ntemperature = 3.0\n"));
    QCOMPARE(bench.session->config().objective.temperature, 3.0);
    auto* presets = bench.find<QComboBox>("preset");
    QCOMPARE(presets->currentText(), QStringLiteral("mine"));
    QCOMPARE(presets->count(), 2);
    QVERIFY(bench.session->speed() > 0.0);
  }

  void openingIsUndoneAndTheFileStaysInTheList() {
    WindowBench bench;
    bench.window->files().open(write("mine & yours.toml",
                                     "schema = 1\nname = \"mine\"\nseeds = [3]\n"
                                     "[objective]\ntemperature = 3.0\n"));
    auto* undo = bench.find<QAction>("act.edit.undo");
    QCOMPARE(undo->text(), QStringLiteral("Undo opening mine && yours.toml"));
    undo->trigger();
    auto* presets = bench.find<QComboBox>("preset");
    QCOMPARE(bench.session->config(), config::ExperimentConfig{});
    QCOMPARE(bench.session->seed(), 0);
    QCOMPARE(presets->currentText(), QStringLiteral("A tree teaches an encoder"));
    QCOMPARE(presets->count(), 2);
    bench.find<QAction>("act.edit.redo")->trigger();
    QCOMPARE(presets->currentText(), QStringLiteral("mine"));
    QCOMPARE(bench.session->seed(), 3);
  }

  void theSameFileAgainReplacesItsEntry() {
    WindowBench bench;
    bench.window->files().open(write("mine.toml", "schema = 1\nname = \"mine\"\n"));
    bench.window->files().open(write("mine.toml", "schema = 1\nname = \"changed\"\n"));
    auto* presets = bench.find<QComboBox>("preset");
    QCOMPARE(presets->count(), 2);
    QCOMPARE(presets->currentText(), QStringLiteral("changed"));
    QCOMPARE(bench.window->files().recent().size(), 1);
  }

  void aBadFileChangesNothingAndNamesFileLineAndKey() {
    WindowBench bench;
    bench.session->setLive(record::LiveParameter::Temperature, 2.5);
    const config::ExperimentConfig before = bench.session->config();
    bench.window->files().open(
        write("bad.toml", "schema = 1\nname = \"bad\"\n\n[objective]\ntemprature = 2.0\n"));
    QCOMPARE(bench.session->config(), before);
    QCOMPARE(bench.find<QComboBox>("preset")->count(), 1);
    QVERIFY(bench.find<QWidget>("notice")->isVisible());
    const QString text = bench.find<QLabel>("notice.text")->text();
    for (const char* part : {"bad.toml", "5", "temprature"}) {
      QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }
    QVERIFY(bench.window->files().recent().isEmpty());
  }

  void severalSupervisorsAreRefusedByNameAndWithAWayOut() {
    WindowBench bench;
    const config::ExperimentConfig before = bench.session->config();
    bench.window->files().open(
        write("two.toml",
              "schema = 1\nname = \"two\"\n\n[[weak]]\nname = \"tree\"\nhead = \"tree\"\n\n"
              "[[weak]]\nname = \"probe\"\nhead = \"linear\"\n"));
    QCOMPARE(bench.session->config(), before);
    const QString text = bench.find<QLabel>("notice.text")->text();
    for (const char* part :
         {"two.toml", "weak has 2 entries (tree, probe)",
          "a run has one supervisor: keep one [[weak]] section", "write an experiment for each"}) {
      QVERIFY2(text.contains(QLatin1String(part)), qPrintable(text));
    }
  }

  void savedSettingsReadBackEqual() {
    WindowBench bench;
    bench.session->setLive(record::LiveParameter::KdWeight, 0.3);
    const QString path = folder_->filePath(QStringLiteral("saved.toml"));
    bench.window->files().save(path);
    const auto read = config::loadExperiment(path.toStdString());
    QVERIFY(read.has_value());
    QCOMPARE(*read, bench.session->config());
    QCOMPARE(bench.window->files().recent(), QStringList{path});
  }

  void aFolderThatCannotBeWrittenIsExplained() {
    WindowBench bench;
    bench.window->files().save(folder_->filePath(QStringLiteral("missing/saved.toml")));
    QVERIFY(bench.find<QWidget>("notice")->isVisible());
    QVERIFY(bench.window->files().recent().isEmpty());
  }

  void recentFilesAreKeptNewestFirstAndNotTooMany() {
    const QString settings = folder_->filePath(QStringLiteral("settings.ini"));
    {
      WindowBench bench({.settings = std::make_unique<QSettings>(settings, QSettings::IniFormat)});
      for (int i = 0; i < ConfigFiles::kRecent + 2; ++i) {
        bench.window->files().open(
            write(qPrintable(QStringLiteral("f%1.toml").arg(i)), "schema = 1\nname = \"f\"\n"));
      }
    }
    WindowBench again({.settings = std::make_unique<QSettings>(settings, QSettings::IniFormat)});
    const QStringList recent = again.window->files().recent();
    QCOMPARE(recent.size(), ConfigFiles::kRecent);
    QCOMPARE(QFileInfo(recent.front()).fileName(),
             QStringLiteral("f%1.toml").arg(ConfigFiles::kRecent + 1));
  }

  void aFileThatIsGoneIsForgotten() {
    WindowBench bench;
    const QString path = write("gone.toml", "schema = 1\nname = \"gone\"\n");
    bench.window->files().open(path);
    QVERIFY(QFile::remove(path));
    bench.window->files().open(path);
    QVERIFY(bench.window->files().recent().isEmpty());
    QVERIFY(bench.find<QLabel>("notice.title")->text().contains(QStringLiteral("gone.toml")));
  }

  // The page of studies then begins with the latest one, or with one of its own.
  void aStudyIsRememberedOnceItIsOpen() {
    const QTemporaryDir workspace;
    WindowBench bench({.workspace = workspace.path().toStdString()});
    ConfigFiles& files = bench.window->files();
    files.open(write("bad.toml",
                     "schema = 1\nname = \"bad\"\nbase = \"points-moons\"\n"
                     "[grid]\nobjective.heat = [1, 2]\n"));
    QTRY_VERIFY(bench.find<QWidget>("notice")->isVisible());
    const QString text = bench.find<QLabel>("notice.text")->text();
    QVERIFY2(text.contains(QStringLiteral("objective.heat")), qPrintable(text));
    QVERIFY(files.recent().isEmpty());
    QTRY_VERIFY(bench.window->studies()->study() != nullptr);
    const QString good = write("good.toml",
                               "schema = 1\nname = \"good\"\nbase = \"points-moons\"\n"
                               "seeds = [0]\n[grid]\nobjective.temperature = [1, 2]\n");
    files.open(good);
    QTRY_COMPARE(files.recent(), QStringList{good});
    QCOMPARE(bench.window->studies()->study()->name, std::string("good"));
    // While it is trained no other one takes its place.
    bench.window->studies()->start();
    QVERIFY(bench.window->studies()->isBusy());
    files.open(write("other.toml",
                     "schema = 1\nname = \"other\"\nbase = \"points-moons\"\n"
                     "[grid]\nobjective.temperature = [3, 4]\n"));
    QVERIFY(bench.find<QLabel>("notice.text")->text().contains(QStringLiteral("in progress")));
    QCOMPARE(files.recent(), QStringList{good});
    QCOMPARE(bench.window->studies()->study()->name, std::string("good"));
    bench.window->studies()->stop();
    QTRY_VERIFY(!bench.window->studies()->isBusy());
  }

  void withoutAPageOfStudiesAStudyIsRefused() {
    WindowBench bench;
    bench.window->files().open(write("study.toml",
                                     "schema = 1\nname = \"study\"\nbase = \"points-moons\"\n"
                                     "[grid]\nobjective.temperature = [1, 2]\n"));
    QVERIFY(bench.find<QLabel>("notice.text")->text().contains(QStringLiteral("no page of")));
    QVERIFY(bench.window->files().recent().isEmpty());
  }

  void aDroppedFileIsOpened() {
    WindowBench bench;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("dropped.toml", "schema = 1\nname = \"dropped\"\n"))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(bench.window.get(), &drop);
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("dropped"));
  }

  // Whatever lies under the pointer, a chart too.
  void aFileDroppedOnAChartIsOpened() {
    WindowBench bench;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(write("chart.toml", "schema = 1\nname = \"chart\"\n"))});
    QWidget* chart = bench.find<PlotWidget>("chart.accuracy")->viewport();
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(chart, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(chart, &drop);
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("chart"));
  }

  void openingWhileARunGoesOnLeavesTheRunAlone() {
    WindowBench bench;
    bench.session->setSpeed(50.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Running);
    bench.window->files().open(
        write("next.toml", "schema = 1\nname = \"next\"\n[objective]\ntemperature = 3.0\n"));
    QCOMPARE(bench.session->focus().state(), RunState::Running);
    QCOMPARE(bench.session->focus().config().objective.temperature, 1.0);
    QCOMPARE(bench.session->config().objective.temperature, 3.0);
  }

 private:
  QString write(const char* name, const char* text) const {
    const QString path = folder_->filePath(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
      qFatal("cannot write %s", name);
    }
    file.write(text);
    return path;
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

W2S_WINDOW_TEST(TstRecentFiles)
#include "tst_recent_files.moc"
