// The export dialog over the fake engine: what is clicked, shown, saved and copied; and that the
// command it shows asks for the same bytes.
#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QGuiApplication>
#include <QImage>
#include <QLabel>
#include <QLayout>
#include <QMimeData>
#include <QProcess>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>
#include <QTranslator>

#include "tests/support/clipped_texts.h"
#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/picture.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/figures/command_view.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/export_form.h"
#include "ui/figures/figure_preview.h"
#include "ui/figures/figure_render.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/run_commands.h"
#include "ui/shell/outputs.h"
#include "ui/widgets/segment_row.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

struct DialogBench : WindowBench {
  explicit DialogBench(Options options = {}) : WindowBench(std::move(options)) {
    window->actions().export_figure.trigger();
    dialog = window->findChild<ExportDialog*>(QStringLiteral("export"));
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
  }
  template <class T>
  [[nodiscard]] T* part(const QString& name) const {
    T* found = dialog->findChild<T*>(QStringLiteral("export.") + name);
    if (found == nullptr) {
      qFatal("no part %s", qPrintable(name));
    }
    return found;
  }
  void click(const QString& name) const {
    QTest::mouseClick(part<QAbstractButton>(name), Qt::LeftButton);
  }
  void choose(const QString& chart, bool on) const {
    part<QCheckBox>(QStringLiteral("chart.") + chart)->setChecked(on);
  }
  [[nodiscard]] QString command() const {
    return part<CommandView>(QStringLiteral("command"))->command();
  }
  // The dialog follows the run after a pause.
  void finishARun() const {
    WindowBench::finishARun();
    QTRY_VERIFY(part<QAbstractButton>(QStringLiteral("save"))->isEnabled());
  }
  ExportDialog* dialog = nullptr;
};

}  // namespace

Q_DECLARE_METATYPE(std::optional<int>)

class TestExportDialog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void withLargeLettersItStaysOnTheScreen() {
    DialogBench bench;
    bench.finishARun();
    bench.theme.setFontScale(2.0);
    const QSize screen = bench.dialog->screen()->availableSize();
    QTRY_VERIFY(bench.dialog->width() <= screen.width() &&
                bench.dialog->height() <= screen.height());
    QVERIFY(bench.dialog->minimumSize().boundedTo(screen) == bench.dialog->minimumSize());
    QVERIFY(bench.dialog->layout()->minimumSize().boundedTo(screen) ==
            bench.dialog->layout()->minimumSize());
    // All of the form can be reached.
    auto* scroll = bench.part<QScrollArea>(QStringLiteral("settings"));
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
    // Not sideways: the preview stands above, and the settings have fewer columns.
    QCOMPARE(scroll->horizontalScrollBarPolicy(), Qt::ScrollBarAlwaysOff);
    QTRY_VERIFY(bench.dialog->form().width() <= scroll->viewport()->width());
    QVERIFY(bench.dialog->form().minimumSizeHint().width() <= scroll->viewport()->width());
    const QRect above = bench.dialog->findChild<FigurePreview*>()->geometry();
    QVERIFY(above.bottom() < scroll->mapTo(bench.dialog, QPoint(0, 0)).y());
    QVERIFY(above.width() > 0.9 * bench.dialog->width());
    QVERIFY(above.height() > 0.3 * bench.dialog->height());
    // Layouts follow a moment later.
    QTRY_VERIFY2(test::clippedTexts(*bench.dialog).isEmpty(),
                 qPrintable(test::clippedTexts(*bench.dialog).join(QLatin1Char('\n'))));
    // The caption has a second line where it needs one.
    const auto* preview = bench.part<FigurePreview>(QStringLiteral("preview"));
    QVERIFY(preview->captionHeight(120.0) > 1.5 * preview->captionHeight(4000.0));
    test::picture(bench.dialog, "export-large");
  }

  void noSettingHasToBeScrolledToSideways() {
    QTranslator german;  // longer words
    QVERIFY(german.load(QStringLiteral(":/translations/w2slab_de.qm")));
    QCoreApplication::installTranslator(&german);
    const DialogBench bench;
    const auto* scroll = bench.part<QScrollArea>(QStringLiteral("settings"));
    QTRY_COMPARE(scroll->horizontalScrollBar()->maximum(), 0);
    QVERIFY(scroll->viewport()->width() >= bench.dialog->form().minimumSizeHint().width());
    QCoreApplication::removeTranslator(&german);
  }

  // Its first size at usual letters, on the small screen of the tests.
  void thePreviewHasNearlyHalfBesideTheSettings() {
    const DialogBench bench;
    const auto* preview = bench.part<FigurePreview>(QStringLiteral("preview"));
    const auto* scroll = bench.part<QScrollArea>(QStringLiteral("settings"));
    QTRY_VERIFY(preview->width() >= static_cast<int>(0.45 * bench.dialog->width()));
    QVERIFY(preview->geometry().right() < scroll->mapTo(bench.dialog, QPoint(0, 0)).x());
    // No row of settings shows as a sliver.
    for (const QWidget* row :
         bench.dialog->form().findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
      const auto shown = [&] { return scroll->viewport()->height() - row->y(); };
      QTRY_VERIFY2(!row->isVisible() || shown() <= 0 || shown() >= row->height(),
                   qPrintable(QStringLiteral("%1 at %2, height %3, of %4")
                                  .arg(row->objectName())
                                  .arg(row->y())
                                  .arg(row->height())
                                  .arg(scroll->viewport()->height())));
    }
  }

  // In a narrow row the segments stand in two, each with its round ends.
  void segmentsWithoutRoomStandInTwoRows() {
    SegmentRow alone(QStringLiteral("row"), QStringLiteral("Row"),
                     {{.id = "a", .text = "alternative one", .tip = {}},
                      {.id = "b", .text = "alternative two", .tip = {}},
                      {.id = "c", .text = "alternative three", .tip = {}}});
    const auto place = [&](const char* name) {
      return alone.findChild<QToolButton*>(QStringLiteral("row.") + QLatin1String(name));
    };
    alone.resize(alone.sizeHint().width(), 60);
    alone.show();
    QTRY_COMPARE(place("c")->y(), place("a")->y());
    QCOMPARE(place("b")->property("segment").toString(), QStringLiteral("middle"));
    alone.resize(alone.sizeHint().width() - 20, 120);
    QTRY_VERIFY(place("c")->y() > place("a")->geometry().bottom());
    QCOMPARE(place("b")->y(), place("a")->y());
    QCOMPARE(place("b")->property("segment").toString(), QStringLiteral("last"));
    QCOMPARE(place("c")->property("segment").toString(), QStringLiteral("alone"));
  }

  void linesOfTheCommandBreakAtSpacesOnly() {
    DialogBench bench;
    bench.finishARun();
    auto* view = bench.part<CommandView>(QStringLiteral("command"));
    const QString command = bench.command();
    QVERIFY(command.contains(QLatin1String("--chart")));
    for (QTextBlock block = view->document()->begin(); block.isValid(); block = block.next()) {
      const QTextLayout* layout = block.layout();
      QVERIFY(layout->lineCount() > 1);
      for (int line = 1; line < layout->lineCount(); ++line) {
        QCOMPARE(block.text().at(layout->lineAt(line).textStart() - 1), QChar(QLatin1Char(' ')));
      }
    }
    view->selectAll();
    view->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), command);
  }

  void withoutARunItSaysWhatToDo() {
    const DialogBench bench;
    QVERIFY(!bench.dialog->isModal());
    QVERIFY(!bench.part<QAbstractButton>(QStringLiteral("save"))->isEnabled());
    QVERIFY(bench.part<FigurePreview>(QStringLiteral("preview"))
                ->accessibleDescription()
                .contains(QLatin1String("start a run")));
  }

  void clicksChangePreviewAndCommand() {
    DialogBench bench;
    bench.finishARun();
    const auto* preview = bench.part<FigurePreview>(QStringLiteral("preview"));
    QTRY_VERIFY(preview->accessibleDescription().contains(QStringLiteral("84 \u00d7 54 mm")));
    QVERIFY(bench.command().contains(QLatin1String("--chart accuracy --format svg")));
    QVERIFY(bench.command().contains(QString::fromStdString(bench.session->focus().series().id)));

    test::picture(bench.dialog, "export-svg");
    bench.click(QStringLiteral("size.two-columns"));
    QVERIFY(preview->accessibleDescription().contains(QStringLiteral("174 \u00d7 90 mm")));
    QVERIFY(bench.command().contains(QLatin1String("--size two-columns")));
    bench.part<QDoubleSpinBox>(QStringLiteral("width"))->setValue(120.0);
    QVERIFY(bench.part<QAbstractButton>(QStringLiteral("size.custom"))->isChecked());
    QVERIFY(bench.command().contains(QLatin1String("--size custom --width-mm 120")));
    bench.click(QStringLiteral("legend.outside"));
    bench.click(QStringLiteral("palette.grey"));
    bench.click(QStringLiteral("background.transparent"));
    bench.part<QCheckBox>(QStringLiteral("title"))->setChecked(true);
    for (const char* words : {"--legend outside", "--palette grey", "--background transparent",
                              "--title", "--out accuracy.svg"}) {
      QVERIFY2(bench.command().contains(QLatin1String(words)), qPrintable(bench.command()));
    }
    bench.choose(QStringLiteral("pgr"), true);
    test::picture(bench.dialog, "export-grey");
    QVERIFY(bench.command().contains(QLatin1String("--chart accuracy,pgr")));
    bench.click(QStringLiteral("format.png"));
    QVERIFY(preview->accessibleDescription().contains(QLatin1String("300 dpi")));
    bench.click(QStringLiteral("format.pgfplots"));
    QVERIFY(preview->accessibleDescription().contains(QLatin1String("font of the paper")));
    QVERIFY(bench.command().endsWith(QLatin1String("--out accuracy-pgr.tex")));
    test::picture(bench.dialog, "export-pgfplots");
    bench.click(QStringLiteral("format.csv"));
    QVERIFY(preview->accessibleDescription().contains(QLatin1String("CSV")));
    QVERIFY(!bench.part<QWidget>(QStringLiteral("legend"))->isVisible());
    test::picture(bench.dialog, "export-csv");
    bench.click(QStringLiteral("format.svg"));
    for (const char* name : {"export-dark", "export-small"}) {
      bench.theme.choose(ThemeChoice::Dark);
      test::picture(bench.dialog, name);
      bench.dialog->resize(900, 600);
      QCoreApplication::processEvents();
    }
  }

  void theTableStandsAlone() {
    const DialogBench bench;
    bench.finishARun();
    bench.choose(QStringLiteral("table"), true);
    QVERIFY(!bench.part<QCheckBox>(QStringLiteral("chart.accuracy"))->isChecked());
    for (const char* format : {"svg", "pdf", "pgfplots", "csv"}) {
      bench.click(QStringLiteral("format.") + QLatin1String(format));
      QVERIFY(bench.command().contains(QStringLiteral("--chart table --format ") +
                                       QLatin1String(format)));
      QVERIFY(bench.part<QAbstractButton>(QStringLiteral("save"))->isEnabled());
      QVERIFY(!bench.part<QWidget>(QStringLiteral("legend"))->isVisible());
      if (std::string_view(format) == "svg") {
        test::picture(bench.dialog, "export-table");
      }
    }
    bench.choose(QStringLiteral("pgr"), true);
    QVERIFY(!bench.part<QCheckBox>(QStringLiteral("chart.table"))->isChecked());
  }

  void savesWhatTheSameRequestRenders() {
    const DialogBench bench;
    bench.finishARun();
    const QTemporaryDir folder;
    for (const char* format : {"svg", "pdf", "png", "pgfplots", "csv"}) {
      bench.click(QStringLiteral("format.") + QLatin1String(format));
      const QString path = folder.filePath(QStringLiteral("figure.") + QLatin1String(format));
      bench.dialog->saveTo(path);
      const auto* message = bench.part<QLabel>(QStringLiteral("message"));
      QVERIFY(message->isVisible());
      QVERIFY2(message->text().contains(path), qPrintable(message->text()));
      figures::FigureRequest request = bench.dialog->form().request();
      request.out = path.toStdString();
      const figures::FigureRun run{.series = &bench.session->focus().series(),
                                   .config = &bench.session->focus().config(),
                                   .versions = store::currentVersions(),
                                   .state = "finished"};
      const auto figure = figures::makeFigure(request, {&run, 1});
      QVERIFY(figure.has_value());
      const QByteArray wanted = *figures::renderFigure(*figure, request);
      if (std::string_view(format) == "pdf") {  // says when it was made
        QVERIFY(read(path).startsWith("%PDF-"));
        QVERIFY(std::abs(read(path).size() - wanted.size()) < wanted.size() / 50);
      } else {
        QCOMPARE(read(path), wanted);
      }
    }
    bench.dialog->saveTo(folder.filePath(QStringLiteral("missing/figure.csv")));
    const auto* message = bench.part<QLabel>(QStringLiteral("message"));
    QVERIFY2(message->text().contains(QLatin1String("There is no folder")),
             qPrintable(message->text()));
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("missing"))));
  }

  // A run laid over another has its colour and its name from the window: the command, run as a
  // shell would run it, gives the same bytes.
  void theCommandGivesTheSameBytes_data() {
    QTest::addColumn<std::optional<int>>("color");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("pinned");
    QTest::newRow("as it is") << std::optional<int>() << QString() << false;
    QTest::newRow("coloured, renamed")
        << std::optional<int>(4) << QStringLiteral("it's overfitting = confidence") << false;
    QTest::newRow("pinned") << std::optional<int>(2) << QStringLiteral("before") << true;
  }
  void theCommandGivesTheSameBytes() {
    theCommandGivesTheBytesOfTheDialog();
  }

  // Words and numbers of the figure are the window's; the command says so.
  void theCommandGivesTheSameBytesInGerman_data() {
    theCommandGivesTheSameBytes_data();
  }
  void theCommandGivesTheSameBytesInGerman() {
    const test::German german;
    theCommandGivesTheBytesOfTheDialog();
  }

 private:
  static void theCommandGivesTheBytesOfTheDialog() {
    QFETCH(const std::optional<int>, color);
    QFETCH(const QString, name);
    QFETCH(const bool, pinned);
    const test::TemporaryWorkspace workspace;
    for (const char* id : {"newest", "other", "oldest"}) {
      test::recordRun(workspace.path(), {.id = id, .created = "2024-11-22T12:00:00Z"});
    }
    Theme theme;
    ExperimentSession session(std::make_unique<test::FakeRunner>());
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("small"),
                        .title = QStringLiteral("Small"),
                        .sentence = QStringLiteral("Look."),
                        .config = {}}};
    options.workspace = workspace.path();
    MainWindow window(theme, session, std::move(options));
    window.show();
    RecordedRuns& recorded = *window.recordedRuns();
    QTRY_COMPARE(recorded.library().runs().size(), 3U);
    const QString first = QStringLiteral("newest");
    const QString other = QStringLiteral("other");
    recorded.open(first);
    QTRY_COMPARE(session.focus().series().id, first.toStdString());
    recorded.setColor({other}, color);
    recorded.rename(other, name);
    if (pinned) {
      recorded.setPinned({other}, true);
    } else {
      recorded.toggleShown({other});
    }
    QTRY_COMPARE(recorded.overlays().items().size(), 1U);
    QTRY_COMPARE(recorded.overlays().items().front().pinned, pinned);
    if (!name.isEmpty()) {
      QTRY_COMPARE(recorded.overlays().items().front().label, name);
    }
    window.actions().export_figure.trigger();
    auto* dialog = window.findChild<ExportDialog*>(QStringLiteral("export"));
    QVERIFY(dialog != nullptr);
    auto* command = dialog->findChild<CommandView*>(QStringLiteral("export.command"));
    QTRY_VERIFY2(command->command().contains(other), qPrintable(command->command()));
    const QString said = command->command();
    QVERIFY2(said.contains(QStringLiteral("--workspace ") +
                           QString::fromStdString(workspace.path().string())),
             qPrintable(said));
    const QTemporaryDir folder;
    const QString file = said.section(QLatin1Char(' '), -1);  // its name alone
    QDir(folder.path()).mkdir(QStringLiteral("window"));
    dialog->saveTo(folder.filePath(QStringLiteral("window/") + file));

    QProcess shell;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"),
                       QFileInfo(QStringLiteral(W2SLAB_PROGRAM)).absolutePath() + QLatin1Char(':') +
                           environment.value(QStringLiteral("PATH")));
    shell.setProcessEnvironment(environment);
    shell.setWorkingDirectory(folder.path());
    shell.start(QStringLiteral("sh"), {QStringLiteral("-c"), said});
    QVERIFY(shell.waitForFinished());
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
    const QByteArray by_command = read(folder.filePath(file));
    QVERIFY(!by_command.isEmpty());
    QCOMPARE(by_command, read(folder.filePath(QStringLiteral("window/") + file)));
    // What leads back to the runs says nothing of the machine.
    QVERIFY(!by_command.contains(workspace.path().c_str()));
  }

 private Q_SLOTS:

  void theEndingOfANameDecidesTheFormat() {
    const DialogBench bench;
    bench.finishARun();
    const QTemporaryDir folder;
    bench.click(QStringLiteral("format.svg"));
    const QString path = folder.filePath(QStringLiteral("figure.PDF"));
    bench.dialog->saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.read(5), QByteArray("%PDF-"));
    QCOMPARE(bench.dialog->form().request().format, figures::Format::Pdf);
    QVERIFY(bench.part<QAbstractButton>(QStringLiteral("format.pdf"))->isChecked());
  }

  void aFileThatCannotBeWrittenIsSaidInASentence() {
    const DialogBench bench;
    bench.finishARun();
    bench.dialog->saveTo(QStringLiteral("/proc/none/figure.svg"));
    const auto* message = bench.part<QLabel>(QStringLiteral("message"));
    QVERIFY(message->isVisible());
    QVERIFY2(message->text().contains(QLatin1String("/proc/none")), qPrintable(message->text()));
  }

  void copiesPictureNumbersAndCommand() {
    const DialogBench bench;
    bench.finishARun();
    bench.click(QStringLiteral("copy_image"));
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    QVERIFY(data != nullptr && data->hasImage());
    QCOMPARE(qvariant_cast<QImage>(data->imageData()).width(), qRound(84.0 / 25.4 * 300.0));
    QVERIFY(data->data(QStringLiteral("image/svg+xml")).contains("<svg"));
    bench.click(QStringLiteral("format.pgfplots"));
    bench.click(QStringLiteral("copy_image"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("\\begin{axis}")));
    bench.click(QStringLiteral("copy_command"));
    QCOMPARE(QGuiApplication::clipboard()->text(), bench.command());
    bench.click(QStringLiteral("format.csv"));
    bench.click(QStringLiteral("copy_image"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("step,")));
  }

  void remembersTheLastSettings() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("settings.ini"));
    const auto settings = [&] {
      DialogBench::Options options;
      options.settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
      return options;
    };
    {
      const DialogBench bench(settings());
      bench.click(QStringLiteral("size.slide"));
      bench.click(QStringLiteral("format.pdf"));
      bench.choose(QStringLiteral("objective"), true);
      bench.click(QStringLiteral("extent.whole-run"));
      bench.dialog->close();
    }
    const DialogBench bench(settings());
    const figures::FigureRequest request = bench.dialog->form().request();
    QCOMPARE(request.format, figures::Format::Pdf);
    QCOMPARE(request.options.size, figures::SizePreset::Slide);
    QCOMPARE(request.options.font_pt, 16.0);
    QCOMPARE(bench.dialog->form().extent(), figures::Extent::WholeRun);
    QCOMPARE(request.charts, (std::vector<std::string>{"accuracy", "objective"}));
  }

  void aReportIsAPageAndHasItsOwnSettings() {
    const QTemporaryDir folder;
    DialogBench::Options options;
    options.settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("settings.ini")),
                                                   QSettings::IniFormat);
    const DialogBench bench(std::move(options));
    bench.finishARun();
    bench.click(QStringLiteral("format.pdf"));
    bench.window->actions().report.trigger();
    auto* report = bench.window->findChild<ExportDialog*>(QStringLiteral("report"));
    QVERIFY(report != nullptr && report->isVisible());
    QCOMPARE(report->form().request().charts,
             (std::vector<std::string>{"accuracy", "pgr", "objective", "agreement"}));
    for (const char* format : {"svg", "pdf", "png", "pgfplots", "csv"}) {
      const auto name = QStringLiteral("export.format.") + QLatin1String(format);
      QVERIFY(report->findChild<QAbstractButton*>(name) == nullptr);
      QVERIFY(bench.dialog->findChild<QAbstractButton*>(name) != nullptr);
    }
    test::picture(report, "report");
    const auto* message = report->findChild<QLabel*>(QStringLiteral("export.message"));
    report->saveTo(folder.filePath(QStringLiteral("page.html")));
    QVERIFY(read(folder.filePath(QStringLiteral("page.html"))).startsWith("<!DOCTYPE html>"));
    report->saveTo(folder.filePath(QStringLiteral("page.md")));
    QVERIFY(read(folder.filePath(QStringLiteral("page.md"))).startsWith("# "));
    QVERIFY(read(folder.filePath(QStringLiteral("page-figure.svg"))).contains("</svg>"));
    QVERIFY(message->text().contains(QStringLiteral("page.md")));
    // Neither dialog saves what the other one does.
    report->saveTo(folder.filePath(QStringLiteral("page.svg")));
    QVERIFY2(message->text().contains(QStringLiteral("Markdown")), qPrintable(message->text()));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("page.svg"))));
    bench.dialog->saveTo(folder.filePath(QStringLiteral("figure.html")));
    QVERIFY(bench.part<QLabel>(QStringLiteral("message"))
                ->text()
                .contains(QStringLiteral("File, Report")));
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("figure.html"))));
    report->close();
    bench.dialog->close();
    bench.window->actions().export_figure.trigger();
    QCOMPARE(bench.dialog->form().request().format, figures::Format::Pdf);
    QCOMPARE(bench.dialog->form().request().options.size, figures::SizePreset::Column);
  }

  void selectedRunsHaveAReport() {
    const test::TemporaryWorkspace workspace;
    for (const char* id : {"first", "second"}) {
      test::recordRun(workspace.path(), {.id = id, .created = "2024-11-22T12:00:00Z"});
    }
    Theme theme;
    ExperimentSession session(std::make_unique<test::FakeRunner>());
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("small"),
                        .title = QStringLiteral("Small"),
                        .sentence = QStringLiteral("Look."),
                        .config = {}}};
    options.workspace = workspace.path();
    MainWindow window(theme, session, std::move(options));
    window.show();
    QTRY_COMPARE(window.recordedRuns()->library().runs().size(), 2U);
    auto* commands = window.findChild<RunCommands*>();
    Q_EMIT commands->reported({QStringLiteral("second"), QStringLiteral("first")});
    const auto dialog = [&window] {
      return window.findChild<ExportDialog*>(QStringLiteral("runs_report"));
    };
    QTRY_VERIFY(dialog() != nullptr && dialog()->isVisible());
    const auto* command = dialog()->findChild<CommandView*>(QStringLiteral("export.command"));
    QVERIFY2(command->command().startsWith(QStringLiteral("w2slab export second first ")),
             qPrintable(command->command()));
    dialog()->close();
    // One that is gone is said.
    QSignalSpy said(window.recordedRuns(), &RecordedRuns::notice);
    Q_EMIT commands->reported({QStringLiteral("gone")});
    QVERIFY(said.wait());
    QVERIFY2(said[0][0].toString().contains(QStringLiteral("gone")),
             qPrintable(said[0][0].toString()));
  }

  void opensWithTheChartThatAskedForIt() {
    const DialogBench bench;
    bench.finishARun();
    // As the menu of that chart does.
    auto* board = bench.window->findChild<ChartBoard*>();
    QVERIFY(board != nullptr);
    Q_EMIT board->exportRequested(QStringLiteral("pgr"));
    QVERIFY(bench.command().contains(QLatin1String("--chart pgr --format svg")));
  }

  void theFigureShowsWhatTheChartsShow() {
    const DialogBench bench;
    bench.finishARun();
    auto* board = bench.window->findChild<ChartBoard*>();
    charts::BoardState state = board->state();
    state.smoothing = 0.5;
    state.log_y = {"objective"};
    board->setState(state);
    bench.choose(QStringLiteral("objective"), true);
    const double end = board->data("accuracy").x_high;
    // As the wheel does in one of the charts: they are linked.
    const PlotWidget* plot = board->plot("accuracy");
    QVERIFY(plot != nullptr);
    Q_EMIT const_cast<PlotWidget*>(plot)->xZoomWanted(charts::Range{0.25 * end, 0.75 * end});
    QTRY_VERIFY2(bench.command().contains(QLatin1String("--from")), qPrintable(bench.command()));
    for (const QString& part :
         {QStringLiteral("--from %1 ").arg(0.25 * end), QStringLiteral("--to %1 ").arg(0.75 * end),
          QStringLiteral("--log-y=objective"), QStringLiteral("--smoothing 0.5")}) {
      QVERIFY2(bench.command().contains(part), qPrintable(bench.command()));
    }
    test::picture(bench.dialog, "export-zoomed");
    // The file says the same.
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("zoomed.svg"));
    bench.dialog->saveTo(path);
    const figures::FigureRequest wanted = bench.dialog->request(path);
    QCOMPARE(wanted.options.x_range, (draw::Span{0.25 * end, 0.75 * end}));
    const figures::FigureRun run{.series = &bench.session->focus().series(),
                                 .config = &bench.session->focus().config(),
                                 .versions = store::currentVersions(),
                                 .state = "finished"};
    const auto figure = figures::makeFigure(wanted, {&run, 1});
    QVERIFY(figure.has_value());
    QCOMPARE(read(path), *figures::renderFigure(*figure, wanted));

    bench.click(QStringLiteral("format.csv"));
    QVERIFY(bench.command().contains(QLatin1String("--from")));
    bench.click(QStringLiteral("format.svg"));
    bench.click(QStringLiteral("extent.whole-run"));
    QVERIFY2(!bench.command().contains(QLatin1String("--from")), qPrintable(bench.command()));
    QVERIFY(bench.command().contains(QLatin1String("--log-y=objective")));
    bench.click(QStringLiteral("extent.as-shown"));
    QVERIFY(bench.command().contains(QLatin1String("--from")));
    board->resetView();
    QTRY_VERIFY(!bench.command().contains(QLatin1String("--from")));
  }

  void everythingThatCanBeUsedHasANameAndATip() {
    const DialogBench bench;
    bench.finishARun();
    for (const QWidget* widget : bench.dialog->findChildren<QWidget*>()) {
      const bool control = qobject_cast<const QAbstractButton*>(widget) != nullptr ||
                           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr;
      if (control && widget->focusPolicy() != Qt::NoFocus && widget->isVisible()) {
        QVERIFY(!widget->objectName().isEmpty());
        QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
      }
    }
  }
};

W2S_WINDOW_TEST(TestExportDialog)
#include "tst_export_dialog.moc"
