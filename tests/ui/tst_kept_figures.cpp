// Figures that are kept: the command that is kept reads back as what it was made of, and the export
// dialog keeps, lists, opens and changes them; a damaged or missing file is a sentence.
#include <filesystem>
#include <fstream>

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "core/store/saved_figures.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/figure_runs.h"
#include "tests/ui/picture.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/figures/command_view.h"
#include "ui/figures/export_dialog.h"
#include "ui/figures/export_form.h"
#include "ui/figures/figure_call.h"
#include "ui/figures/kept_figures.h"
#include "ui/pages/run_actions.h"
#include "ui/shell/outputs.h"

using namespace w2s;
using namespace w2s::ui;
using figures::FigureCall;
using figures::FigureRequest;

namespace {

struct Window {
  Window() {
    for (const char* id : {"first", "second"}) {
      test::recordRun(workspace.path(), {.id = id, .created = "2024-11-22T12:00:00Z"});
    }
    session = std::make_unique<ExperimentSession>(std::make_unique<test::FakeRunner>());
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("small"),
                        .title = QStringLiteral("Small"),
                        .sentence = QStringLiteral("Look."),
                        .config = {}}};
    options.workspace = workspace.path();
    window = std::make_unique<MainWindow>(theme, *session, std::move(options));
    window->show();
  }
  // The run is in sight, and so is the dialog.
  [[nodiscard]] bool opens() {
    return QTest::qWaitFor([this] { return recorded().library().runs().size() == 2; }) &&
           (recorded().open(QStringLiteral("first")), true) &&
           QTest::qWaitFor([this] { return session->focus().series().id == "first"; }) &&
           (showDialog(), dialog != nullptr) &&
           QTest::qWaitFor([this] { return part<QPushButton>("keep")->isEnabled(); });
  }
  void showDialog() {
    window->actions().export_figure.trigger();
    dialog = window->findChild<ExportDialog*>(QStringLiteral("export"));
  }
  [[nodiscard]] RecordedRuns& recorded() const {
    return *window->recordedRuns();
  }
  template <class T>
  [[nodiscard]] T* part(const char* name) const {
    return dialog->findChild<T*>(QStringLiteral("export.") + QLatin1String(name));
  }
  [[nodiscard]] QString message() const {
    return part<QLabel>("message")->text();
  }
  [[nodiscard]] QString command() const {
    return part<CommandView>("command")->command();
  }
  [[nodiscard]] QComboBox* list() const {
    return part<QComboBox>("kept");
  }
  void choose(int index) const {
    list()->setCurrentIndex(index);
    Q_EMIT list()->activated(index);
  }
  // As a person types the name.
  void keep(const QString& name) const {
    QTest::mouseClick(part<QPushButton>("keep"), Qt::LeftButton);
    auto* question = dialog->findChild<QInputDialog*>(QStringLiteral("export.name"));
    QVERIFY(question != nullptr);
    question->setTextValue(name);
    question->accept();
  }
  [[nodiscard]] std::vector<store::SavedFigure> kept() const {
    const auto figures = store::readFigures(workspace.run("first"));
    return figures ? *figures : std::vector<store::SavedFigure>();
  }
  [[nodiscard]] std::filesystem::path file() const {
    return workspace.run("first") / store::kFiguresFile;
  }

  test::TemporaryWorkspace workspace;
  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<MainWindow> window;
  ExportDialog* dialog = nullptr;
};

}  // namespace

Q_DECLARE_METATYPE(w2s::ui::figures::FigureRequest)

class TestKeptFigures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aCommandReadsBackAsItWas_data() {
    QTest::addColumn<FigureRequest>("request");
    FigureRequest plain{.out = "accuracy.svg"};
    QTest::newRow("as it is") << plain;
    FigureRequest all{.charts = {"accuracy", "pgr"},
                      .format = figures::Format::Png,
                      .language = "de",
                      .out = "it's (a) \\ b.png"};
    figures::FigureOptions& look = all.options;
    look.size = figures::SizePreset::Custom;
    look.width_mm = 123.4;
    look.height_mm = 56.0;
    look.columns = 2;
    look.dpi = 150;
    look.font_pt = 7.5;
    look.line_pt = 0.75;
    look.legend = figures::LegendPlace::Inside;
    look.palette = figures::PaletteKind::Grey;
    look.background = figures::Background::Transparent;
    look.traces = figures::Traces::Raw;
    look.title = true;
    look.view.x = charts::ChartView::X::Epoch;
    look.view.smoothing = 0.5;
    look.view.spread = metrics::Spread::Bootstrap;
    look.view.each_seed = false;
    look.mean = true;
    look.log_y = {"pgr"};
    look.at_step = 20.0;
    look.x_range = figures::Span{.low = 0.25, .high = 3.5};
    look.y_range = figures::Span{.low = 0.1, .high = 0.9};
    look.zooms = {{"accuracy", {.x = {}, .y = figures::Span{.low = 0.5, .high = 0.8}}}};
    QTest::newRow("everything else") << all;
    FigureRequest study{.charts = {"study-line"}, .out = "line.csv"};
    study.format = figures::Format::Csv;
    study.options.csv = figures::CsvLayout::Tidy;
    study.study = figures::StudyPart{.name = "a study",
                                     .measure = charts::StudyMeasure::Accuracy,
                                     .over = "objective.temperature",
                                     .by = "objective.kd_weight"};
    QTest::newRow("study") << study;
    FigureRequest compared{.charts = {"compare-pgr"}, .out = "c.md"};
    compared.format = figures::Format::Markdown;
    compared.compared = {"e0", "a study: T = 1, a = 0"};
    QTest::newRow("comparison") << compared;
  }
  void aCommandReadsBackAsItWas() {
    QFETCH(const FigureRequest, request);
    std::vector<figures::OwnedFigureRun> owned;
    if (request.isOfRuns()) {
      owned = {test::figureRun("first", 0), test::figureRun("second", 1)};
      owned[1].label = "it's = \\ 'b'";
      owned[1].color = 13;
      owned[1].pinned = true;
    }
    std::vector<figures::FigureRun> runs;
    for (const figures::OwnedFigureRun& run : owned) {
      runs.push_back(run.view());
    }
    const std::string command = figures::commandOf(request, runs, "/work space");
    const auto call = figures::parseCommand(command);
    QVERIFY2(call.has_value(), (command + '\n' + (call ? "" : call.error().message)).c_str());
    QVERIFY2(call->request == request, figures::commandOf(call->request, runs).c_str());
    QCOMPARE(call->workspace, std::string("/work space"));
    QCOMPARE(call->runs.size(), runs.size());
    if (!runs.empty()) {
      QCOMPARE(call->looks.labels, (std::vector<std::string>{"second=it's = \\ 'b'"}));
      QCOMPARE(call->looks.colors.size(), std::size_t{1});
      QCOMPARE(call->looks.pinned, std::vector<std::string>{"second"});
    }
  }

  void whatIsNoCommandIsSaid_data() {
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* command, const char* said) {
      QTest::newRow(command) << QString::fromUtf8(command) << QString::fromUtf8(said);
    };
    row("", "w2slab export");
    row("rm -r runs", "w2slab export");
    row("w2slab export run", "--out");
    row("w2slab export run --chart accuracy --out a.svg --unknown", "--unknown");
    row("w2slab export run --chart nothing --out a.svg", "nothing");
    row("w2slab export run --chart accuracy --out a.svg --dpi 9", "--dpi");
    row("w2slab export --chart accuracy --out a.svg", "Name the runs");
    row("w2slab export run --help", "");
  }
  void whatIsNoCommandIsSaid() {
    QFETCH(const QString, command);
    QFETCH(const QString, said);
    const auto call = figures::parseCommand(command.toStdString());
    QVERIFY(!call);
    QVERIFY2(QString::fromStdString(call.error().message).contains(said),
             call.error().message.c_str());
  }

  void aFigureIsKeptOpenedAndChanged() {
    Window lab;
    QVERIFY(lab.opens());
    QVERIFY(!lab.list()->isEnabled());
    // Another run beside it, a part of the course, a size.
    lab.recorded().toggleShown({QStringLiteral("second")});
    QTRY_COMPARE(lab.recorded().overlays().items().size(), 1U);
    auto* board = lab.window->findChild<ChartBoard*>();
    const double end = board->data("accuracy").x_high;
    Q_EMIT const_cast<PlotWidget*>(board->plot("accuracy"))
        ->xZoomWanted(charts::Range{0.25 * end, 0.75 * end});
    QTest::mouseClick(lab.part<QAbstractButton>("size.slide"), Qt::LeftButton);
    QTRY_VERIFY(lab.command().contains(QLatin1String("--from")) &&
                lab.command().contains(QLatin1String("second")));
    const QString command = lab.command();
    lab.keep(QStringLiteral("For the talk"));
    QTRY_COMPARE(lab.kept().size(), 1U);
    QTRY_COMPARE(lab.list()->count(), 2);
    test::picture(lab.dialog, "export-kept");
    QVERIFY2(lab.message().contains(QStringLiteral("For the talk")), qPrintable(lab.message()));
    // No path of this machine.
    QVERIFY(lab.kept()[0].command.find(lab.workspace.path().string()) == std::string::npos);

    // Something else is looked at, as in a later session.
    lab.choose(0);
    lab.recorded().toggleShown({QStringLiteral("second")});
    board->resetView();
    QTest::mouseClick(lab.part<QAbstractButton>("size.column"), Qt::LeftButton);
    QTRY_VERIFY(!lab.command().contains(QLatin1String("--from")) &&
                !lab.command().contains(QLatin1String("second")));
    QVERIFY(lab.part<QAbstractButton>("extent.as-kept")->isHidden());

    // Opened it is what it was, other runs among it.
    lab.choose(1);
    QTRY_COMPARE(lab.recorded().overlays().items().size(), 1U);
    QTRY_COMPARE(lab.command(), command);
    QVERIFY(lab.part<QAbstractButton>("extent.as-kept")->isChecked());
    test::picture(lab.dialog, "export-reopened");
    // Changed, and kept under the same name.
    QTest::mouseClick(lab.part<QAbstractButton>("legend.outside"), Qt::LeftButton);
    lab.keep(QStringLiteral("For the talk"));
    QTRY_VERIFY(lab.kept().size() == 1 &&
                lab.kept()[0].command.find("--legend outside") != std::string::npos);
    QVERIFY(lab.kept()[0].command.find("--from") != std::string::npos);
    // The charts of the window are still as they are shown.
    QTest::mouseClick(lab.part<QAbstractButton>("extent.as-shown"), Qt::LeftButton);
    QVERIFY(!lab.command().contains(QLatin1String("--from")));
    QTRY_VERIFY(lab.part<QPushButton>("forget")->isEnabled());
    QTest::mouseClick(lab.part<QPushButton>("forget"), Qt::LeftButton);
    QTRY_VERIFY(lab.kept().empty());
    QTRY_COMPARE(lab.list()->count(), 1);
  }

  void runsThatAreGoneAreNamed() {
    Window lab;
    const Status kept = store::changeFigures(lab.workspace.run("first"), [](auto& figures) {
      figures.push_back({"both", "w2slab export first gone --chart pgr --out a.svg"});
      figures.push_back({"of a study", "w2slab export --study s --chart study-line --out a.svg"});
      figures.push_back({"a page", "w2slab export first --chart pgr --out a.html"});
      figures.push_back({"from later", "w2slab export first --chart pgr --hologram --out a.svg"});
    });
    QVERIFY(kept.has_value());
    QVERIFY(lab.opens());
    // Not what other pages and the report show; what cannot be read is there, and says why.
    QTRY_COMPARE(lab.list()->count(), 3);
    lab.choose(1);
    QVERIFY2(lab.message().contains(QStringLiteral("gone")), qPrintable(lab.message()));
    QCOMPARE(lab.dialog->request().charts, std::vector<std::string>{"pgr"});
    lab.choose(2);
    QVERIFY2(lab.message().contains(QStringLiteral("--hologram")), qPrintable(lab.message()));
  }

  void aDamagedFileIsSaidAndStays() {
    Window lab;
    std::ofstream(lab.file()) << "{\"schema\": 1, \"fig";
    QVERIFY(lab.opens());
    QTRY_VERIFY2(lab.message().contains(QString::fromStdString(lab.file().string())),
                 qPrintable(lab.message()));
    QCOMPARE(lab.list()->count(), 1);
    lab.keep(QStringLiteral("new"));
    QTRY_VERIFY(lab.message().contains(QStringLiteral("figures.json")));
    std::string text;
    std::getline(std::ifstream(lab.file()), text);
    QCOMPARE(text, std::string("{\"schema\": 1, \"fig"));
    // Moved away, there is room for figures again.
    std::filesystem::remove(lab.file());
    lab.keep(QStringLiteral("new"));
    QTRY_COMPARE(lab.kept().size(), 1U);
  }

  void aRunThatIsGoneKeepsNothing() {
    Window lab;
    QVERIFY(lab.opens());
    std::filesystem::remove_all(lab.workspace.run("first"));
    lab.keep(QStringLiteral("late"));
    QTRY_VERIFY2(lab.message().contains(QStringLiteral("There is no run")),
                 qPrintable(lab.message()));
    QVERIFY(!std::filesystem::exists(lab.workspace.run("first")));
  }
};

W2S_WINDOW_TEST(TestKeptFigures)
#include "tst_kept_figures.moc"
