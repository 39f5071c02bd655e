// The examples page over a fake run whose predictions lie in its folder: what is shown, filtered,
// clicked, typed, and which evaluation it is.
#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/example_run.h"
#include "tests/support/fake_runner.h"
#include "tests/support/idx_files.h"
#include "tests/support/test_main.h"
#include "tests/ui/picture.h"
#include "ui/bridge/experiment_session.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/main_window.h"
#include "ui/models/examples_model.h"
#include "ui/pages/examples_page.h"
#include "ui/pages/run_page.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/example_detail.h"
#include "ui/widgets/format.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

constexpr std::uint32_t kRows = 300;
const std::vector<std::int64_t> kSteps{100, 200, 300, 400};

struct Bench {
  Bench() {
    theme.choose(ThemeChoice::Light);
    test::writeSmallDataSet(data(), 50, kRows);
    session = std::make_unique<ExperimentSession>(
        std::make_unique<test::FakeRunner>(test::FakeRunnerOptions{.evaluate_every = 100}),
        ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    page = std::make_unique<ExamplesPage>(
        theme, *session, ExamplesPage::Folders{.workspace = workspace(), .data = data()});
    page->resize(1200, 760);
  }
  [[nodiscard]] std::filesystem::path workspace() const {
    return folder.filePath("workspace").toStdString();
  }
  [[nodiscard]] std::filesystem::path data() const {
    return folder.filePath("data").toStdString();
  }
  // A finished run with predictions, on the page.
  void show() {
    session->setSpeed(0.0);
    session->start();
    QTRY_COMPARE(session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(runFolder(), kRows, kSteps).has_value());
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    QTRY_COMPARE(page->model().rowCount(), int{kRows});
  }
  [[nodiscard]] std::filesystem::path runFolder() const {
    return workspace() / "runs" / session->focus().series().id;
  }
  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = page->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }
  [[nodiscard]] QString stepText() const {
    return find<QLabel>("examples.step")->text();
  }
  [[nodiscard]] QAbstractButton* chip(Category category) const {
    return find<QAbstractButton>(
        qPrintable(QStringLiteral("examples.chip.%1").arg(static_cast<int>(category))));
  }

  QTemporaryDir folder;
  Theme theme;
  std::unique_ptr<ExperimentSession> session;
  std::unique_ptr<ExamplesPage> page;
};

}  // namespace

class TstExamplesPage : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysWhatToDoBeforeTheFirstRun() {
    Bench bench;
    bench.page->show();
    QVERIFY(bench.find<QLabel>("examples.empty")->isVisible());
    QVERIFY(bench.find<QLabel>("examples.empty")->text().contains("Start a run"));
    QVERIFY(!bench.chip(Category::All)->isEnabled());
  }

  void showsTheLatestEvaluation() {
    Bench bench;
    bench.show();
    QVERIFY(bench.stepText().contains("Student at step 400"));
    QVERIFY(bench.stepText().contains("latest"));
    const auto expected =
        test::madeUpPredictions(test::firstRows(kRows), 400, test::accuracyAt(400), "student");
    for (int row = 1; row < int{kRows}; row += 2) {  // even rows listen to the weak supervisor
      QCOMPARE(bench.page->model().example(row).of(Answerer::Student)->predicted,
               int{expected.classes[static_cast<std::size_t>(row)]});
    }
    // Its pixels are the data set's: the bar of the class is brighter than the ground.
    QVERIFY(bench.page->model().image(0).size() == QSize(28, 28));
  }

  // What is there is read; what was never recorded is said to be none.
  void saysWhatItIsDoing() {
    Bench bench;
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    bench.page->show();
    const auto* empty = bench.find<QLabel>("examples.empty");
    QVERIFY2(empty->text().contains("Reading"), qPrintable(empty->text()));
    QTRY_VERIFY2(empty->text().contains("recorded no predictions"), qPrintable(empty->text()));
    QTest::mouseClick(bench.find<QAbstractButton>("examples.split.transfer"), Qt::LeftButton);
    QTRY_VERIFY2(empty->text().contains("this one did not"), qPrintable(empty->text()));
  }

  void aRunWithoutAnEvaluationHasNoPredictionsYet() {
    Bench bench;
    bench.session->setSpeed(1.0);
    bench.page->show();
    bench.session->start();
    const auto* empty = bench.find<QLabel>("examples.empty");
    QTRY_VERIFY2(empty->text().contains("no predictions yet"), qPrintable(empty->text()));
    QTest::mouseClick(bench.find<QAbstractButton>("examples.split.transfer"), Qt::LeftButton);
    QTRY_VERIFY2(empty->text().contains("when the run finishes"), qPrintable(empty->text()));
    bench.session->stop(record::StopMode::Keep);
  }

  // The whole soft label beside what student and ceiling give each class.
  void showsWholeDistributionsOfTheLastStep() {
    Bench bench;
    bench.show();
    const ExamplesModel& model = bench.page->model();
    const auto* detail = bench.find<ExampleDetail>("examples.detail");
    QVERIFY(model.shares(0).empty());  // the log keeps the surest class alone
    QVERIFY(test::writeMadeUpAnswers(bench.runFolder(), kRows, kSteps.back()).has_value());
    bench.page->showStep(200.0);
    QTRY_VERIFY(bench.stepText().contains("Student at step 200"));
    QVERIFY(model.shares(0).empty());  // of another step than was recorded
    bench.page->showStep(-1.0);
    QTRY_VERIFY(!model.shares(0).empty());
    for (const int row : {0, 17, int{kRows} - 1}) {
      const std::vector<ClassShares> shares = model.shares(row);
      QCOMPARE(shares.size(), std::size_t{10});
      const Example example = model.example(row);
      for (const Answerer who : kAnswerers) {
        double sum = 0.0;
        for (const ClassShares& one : shares) {
          sum += one.of[static_cast<std::size_t>(who)];
          QCOMPARE(one.is_truth, one.name == example.label_name);
        }
        QVERIFY(std::abs(sum - 1.0) < 1e-5);
        const auto& answer = example.of(who);
        QVERIFY(std::abs(shares[static_cast<std::size_t>(answer->predicted)]
                             .of[static_cast<std::size_t>(who)] -
                         answer->confidence) < 1e-3);
      }
    }
    const Example first = model.example(0);
    QVERIFY2(
        detail->accessibleDescription().contains(QStringLiteral("%1: weak ").arg(first.label_name)),
        qPrintable(detail->accessibleDescription()));
  }

  // With a selection of steps the recorded student is not that of the last step; the ceiling is.
  void showsDistributionsOfASelectedStep() {
    Bench bench;
    bench.show();
    const ExamplesModel& model = bench.page->model();
    QVERIFY(test::writeMadeUpAnswers(bench.runFolder(), kRows, kSteps.back(), 200).has_value());
    const auto known = [&model](Answerer who) {
      return std::isfinite(model.shares(1).front().of[static_cast<std::size_t>(who)]);
    };
    bench.page->showStep(200.0);
    QTRY_VERIFY(bench.stepText().contains("Student at step 200"));
    QVERIFY(!model.shares(1).empty());
    QVERIFY(known(Answerer::Weak) && known(Answerer::Student) && !known(Answerer::Ceiling));
    const auto answer = model.example(1).of(Answerer::Student);
    QVERIFY(answer.has_value());
    QVERIFY(std::abs(model.shares(1)[static_cast<std::size_t>(answer->predicted)]
                         .of[static_cast<std::size_t>(Answerer::Student)] -
                     answer->confidence) < 1e-3);
    bench.page->showStep(300.0);
    QTRY_VERIFY(bench.stepText().contains("Student at step 300"));
    QVERIFY(model.shares(1).empty());
    bench.page->showStep(-1.0);
    QTRY_VERIFY(bench.stepText().contains("latest"));
    QVERIFY(!model.shares(1).empty());
    QVERIFY(known(Answerer::Weak) && !known(Answerer::Student) && known(Answerer::Ceiling));
    QVERIFY(!bench.find<ExampleDetail>("examples.detail")->grab().isNull());
  }

  // Weak labels of another program, not for the test rows: the others are shown, and nothing is awaited.
  void withoutAWeakFloorTheOthersAreShown() {
    Bench bench;
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(bench.runFolder(), kRows, kSteps, false).has_value());
    QVERIFY(
        test::writeMadeUpAnswers(bench.runFolder(), kRows, kSteps.back(), -1, false).has_value());
    bench.page->show();
    const ExamplesModel& model = bench.page->model();
    QTRY_COMPARE(model.rowCount(), int{kRows});
    QVERIFY(!model.shares(0).empty());
    const ClassShares first = model.shares(0).front();
    QVERIFY(std::isnan(first.of[0]) && std::isfinite(first.of[1]) && std::isfinite(first.of[2]));
    const auto* detail = bench.find<ExampleDetail>("examples.detail");
    QVERIFY2(detail->accessibleDescription().contains("ceiling"),
             qPrintable(detail->accessibleDescription()));
    QVERIFY(!detail->accessibleDescription().contains("weak"));
    QCOMPARE(bench.find<ConfusionView>("examples.confusion.0")->accessibleDescription(),
             QStringLiteral("not recorded"));
    QVERIFY(!bench.chip(Category::Fixed)->isEnabled());
  }

  // Those of the agreement chart are measured on test rows alone.
  void tipsOfTransferRowsNameNoChart() {
    Bench bench;
    bench.show();
    QVERIFY(test::writeMadeUpAnswers(bench.runFolder(), kRows, kSteps.back()).has_value());
    QVERIFY(bench.chip(Category::Fixed)->toolTip().contains("the chart's correction"));
    QCOMPARE(bench.chip(Category::All)->toolTip(), QStringLiteral("All test examples"));
    QTest::mouseClick(bench.find<QAbstractButton>("examples.split.transfer"), Qt::LeftButton);
    QTRY_COMPARE(bench.page->model().rowCount(), int{test::kTransferRows});
    for (const Category category : {Category::Fixed, Category::Copied, Category::Broke}) {
      const QString tip = bench.chip(category)->toolTip();
      QVERIFY2(!tip.contains("chart"), qPrintable(tip));
    }
    QVERIFY(bench.chip(Category::Fixed)->toolTip().contains(" %"));
    QCOMPARE(bench.chip(Category::All)->toolTip(), QStringLiteral("All transfer examples"));
  }

  void sharesAreDrawn() {
    Bench bench;
    Example example;
    example.label_name = QStringLiteral("class 0");
    const auto picture = [&](double share, bool has_shares) {
      std::vector<ClassShares> shares;
      for (int i = 0; has_shares && i < 10; ++i) {
        shares.push_back({.name = QString::number(i), .is_truth = i == 0, .of = {}});
      }
      if (has_shares) {
        shares[3].of.fill(share);
      }
      ExampleDetail detail(bench.theme);
      detail.showExample(example, {}, {}, 0, shares);
      detail.resize(230, detail.heightForWidth(230));
      return detail.grab().toImage();
    };
    const QImage small = picture(0.2, true);
    QVERIFY(small.height() > picture(0.2, false).height() + 100);
    QVERIFY(small != picture(0.9, true));
  }

  // Of many classes with one weight a line is left for the true one and those that were answered.
  void truthAndAnswersAreAmongTheShares() {
    Bench bench;
    Example example;
    std::vector<ClassShares> shares;
    for (int i = 0; i < 40; ++i) {
      ClassShares one{.name = QStringLiteral("<%1>").arg(i), .is_truth = i == 39, .of = {}};
      one.of.fill(1.0 / 40.0);
      shares.push_back(one);
    }
    example.label = 39;
    example.label_name = shares[39].name;
    example.answers = {Answer{.predicted = 36, .name = QStringLiteral("36")},
                       Answer{.predicted = 37, .name = QStringLiteral("37")},
                       Answer{.predicted = 38, .name = QStringLiteral("38")}};
    ExampleDetail detail(bench.theme);
    detail.showExample(example, {}, {}, 0, shares);
    const QString said = detail.accessibleDescription();
    for (const int i : {0, 6, 36, 37, 38, 39}) {
      QVERIFY2(said.contains(shares[static_cast<std::size_t>(i)].name + ':'), qPrintable(said));
    }
    QCOMPARE(said.count(QLatin1Char('<')), qsizetype{11});
    QVERIFY2(said.contains("others: weak supervisor 72.5 %"), qPrintable(said));  // 29 of 40
  }

  void showsTransferRowsToo() {
    Bench bench;
    bench.show();
    QVERIFY(test::writeMadeUpAnswers(bench.runFolder(), kRows, kSteps.back()).has_value());
    QTest::mouseClick(bench.find<QAbstractButton>("examples.split.transfer"), Qt::LeftButton);
    ExamplesModel& model = bench.page->model();
    QTRY_COMPARE(model.rowCount(), int{test::kTransferRows});
    QVERIFY2(bench.stepText().contains("transfer"), qPrintable(bench.stepText()));
    const auto weak = test::madeUpPredictions(test::firstRows(test::kTransferRows), 0, 0.6, "weak");
    for (int row = 0; row < model.rowCount(); ++row) {
      const Example example = model.example(row);
      QCOMPARE(example.row, static_cast<std::uint32_t>(row) + 5);
      QCOMPARE(example.of(Answerer::Weak)->predicted,
               int{weak.classes[static_cast<std::size_t>(row)]});
      QVERIFY(!model.shares(row).empty());
    }
    QVERIFY(model.example(0).title().startsWith("Transfer example 5"));
    QVERIFY(model.clipboardHeader().startsWith("transfer_row"));
    // Chosen test rows bring the test rows back.
    bench.page->showRows(
        QString::fromStdString(bench.session->focus().series().id),
        std::make_shared<const ChosenRows>(ChosenRows{.rows = {3, 7}, .title = "two"}));
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(model.example(1).row, std::uint32_t{7});
    QVERIFY(bench.find<QAbstractButton>("examples.split.test")->isChecked());
  }

  void chipsCountAndFilter() {
    Bench bench;
    bench.show();
    ExamplesModel& model = bench.page->model();
    for (const Category category : kCategories) {
      QAbstractButton* chip = bench.chip(category);
      QVERIFY(chip->text().endsWith(countText(model.counts()[category])));
      QTest::mouseClick(chip, Qt::LeftButton);
      QCOMPARE(model.rowCount(), static_cast<int>(model.counts()[category]));
      QVERIFY(model.rowCount() > 0);
      QVERIFY(bench.find<QLabel>("examples.shown")->text().contains(countText(model.rowCount())));
    }
  }

  void classAndConfidenceFilterAndCanBeCleared() {
    Bench bench;
    bench.show();
    ExamplesModel& model = bench.page->model();
    bench.find<QComboBox>("examples.class")->setCurrentIndex(4);
    QCOMPARE(model.rowCount(), int{kRows} / 10);
    QCOMPARE(model.example(0).label, 3);
    bench.find<QSpinBox>("examples.least")->setValue(60);
    QVERIFY(model.rowCount() < int{kRows} / 10);
    for (int row = 0; row < model.rowCount(); ++row) {
      QVERIFY(model.example(row).of(Answerer::Student)->confidence >= 0.6);
    }
    bench.find<QSpinBox>("examples.most")->setValue(10);
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(bench.find<QLabel>("examples.empty")->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>("examples.clear"), Qt::LeftButton);
    QCOMPARE(model.rowCount(), int{kRows});
    QVERIFY(bench.find<QListView>("examples.grid")->isVisible());
    QCOMPARE(bench.find<QSpinBox>("examples.least")->value(), 0);
  }

  void aCellOfTheConfusionMatrixIsAFilter() {
    Bench bench;
    bench.show();
    ExamplesModel& model = bench.page->model();
    auto* weak = bench.find<ConfusionView>("examples.confusion.0");
    // The matrices appear with the examples and get their size in the event loop.
    QTRY_VERIFY(weak->rect().contains(weak->cellRect(9, 9).toRect()));
    const QPoint cell = weak->cellRect(2, 2).center().toPoint();
    QTest::mouseClick(weak, Qt::LeftButton, {}, cell);
    QVERIFY(model.rowCount() > 0 && model.rowCount() < int{kRows} / 10);
    for (int row = 0; row < model.rowCount(); ++row) {
      QCOMPARE(model.example(row).label, 2);
      QCOMPARE(model.example(row).of(Answerer::Weak)->predicted, 2);
    }
    auto* chip = bench.find<QAbstractButton>("examples.cell");
    QVERIFY(chip->isVisible());
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(model.rowCount(), int{kRows});
    QVERIFY(!chip->isVisible());
    // The same by keyboard, on another matrix.
    auto* student = bench.find<ConfusionView>("examples.confusion.1");
    student->setFocus();
    QTest::keyClick(student, Qt::Key_Down);
    QTest::keyClick(student, Qt::Key_Right);
    QTest::keyClick(student, Qt::Key_Return);
    QVERIFY(model.filter().cell == (ConfusionCell{Answerer::Student, 1, 1}));
    QTest::keyClick(student, Qt::Key_Return);
    QVERIFY(!model.filter().cell.has_value());
  }

  void chosenRowsOfARunAreShownUntilTheyAreLetGo() {
    Bench bench;
    const auto rows = std::make_shared<const ChosenRows>(
        ChosenRows{.rows = {3, 5, 8}, .title = "A right, B wrong, seed 0"});
    bench.page->showRows(QStringLiteral("another run"), rows);
    bench.show();
    auto* chip = bench.find<QAbstractButton>("examples.rows");
    QVERIFY(!chip->isVisible());
    bench.page->showRows(QString::fromStdString(bench.session->focus().series().id), rows);
    ExamplesModel& model = bench.page->model();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.example(1).row, 5U);
    QVERIFY(chip->isVisible() && chip->text().contains("A right, B wrong"));
    // With another filter: those that pass both.
    QTest::mouseClick(bench.chip(Category::Fixed), Qt::LeftButton);
    QVERIFY(model.rowCount() <= 3);
    QTest::mouseClick(bench.chip(Category::All), Qt::LeftButton);
    QTest::mouseClick(chip, Qt::LeftButton);
    QVERIFY(!chip->isVisible());
    QCOMPARE(model.rowCount(), int{kRows});
  }

  void theAxesOfTheConfusionMatrixAreNamed() {
    Bench bench;
    bench.show();
    auto* view = bench.find<ConfusionView>("examples.confusion.0");
    QTRY_VERIFY(view->rect().contains(view->cellRect(9, 9).toRect()));
    const QImage image = view->grab().toImage();
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical}) {
      const QRect rect = view->axisTitleRect(axis).toRect();
      QVERIFY(view->rect().contains(rect));
      QVERIFY(!rect.adjusted(1, 1, -1, -1)
                   .intersects(view->cellRect(0, 0).united(view->cellRect(9, 9)).toRect()));
      const QRgb ground = image.pixel(rect.topLeft() + QPoint(1, 1));
      int inked = 0;
      for (int y = rect.top(); y <= rect.bottom(); ++y) {
        for (int x = rect.left(); x <= rect.right(); ++x) {
          inked += image.pixel(x, y) != ground ? 1 : 0;
        }
      }
      QVERIFY2(inked > 60, qPrintable(QString::number(inked)));
    }
  }

  void followsTheCrosshairAndComesBack() {
    Bench bench;
    bench.show();
    bench.page->showStep(190.0);
    QTRY_VERIFY(bench.stepText().contains("Student at step 200"));
    QVERIFY(bench.stepText().contains("crosshair"));
    const auto then =
        test::madeUpPredictions(test::firstRows(kRows), 200, test::accuracyAt(200), "student");
    QCOMPARE(bench.page->model().example(5).of(Answerer::Student)->predicted, int{then.classes[5]});
    bench.page->showStep(std::nan(""));
    QTRY_VERIFY(bench.stepText().contains("Student at step 400"));
    QVERIFY(bench.stepText().contains("latest"));
  }

  void anEvaluationDoesNotMoveTheChosenImage() {
    Bench bench;
    bench.show();
    auto* grid = bench.find<QListView>("examples.grid");
    grid->setCurrentIndex(bench.page->model().index(123));
    bench.page->showStep(100.0);
    QTRY_VERIFY(bench.stepText().contains("Student at step 100"));
    QCOMPARE(grid->currentIndex().row(), 123);
    // Filtered, the same image stays chosen where it passes.
    bench.find<QComboBox>("examples.class")->setCurrentIndex(4);
    QCOMPARE(bench.page->model().example(grid->currentIndex().row()).position, std::uint32_t(123));
  }

  void theKeyboardChoosesAndCopies() {
    Bench bench;
    bench.show();
    auto* grid = bench.find<QListView>("examples.grid");
    grid->setFocus();
    QCOMPARE(grid->currentIndex().row(), 0);
    QTest::keyClick(grid, Qt::Key_Right);
    QCOMPARE(grid->currentIndex().row(), 1);
    QTest::keyClick(grid, Qt::Key_Down);
    const int below = grid->currentIndex().row();
    QVERIFY(below > 2);
    QTest::keyClick(grid, Qt::Key_Up);
    QCOMPARE(grid->currentIndex().row(), 1);
    QVERIFY(bench.find<ExampleDetail>("examples.detail")
                ->accessibleName()
                .contains(bench.page->model().example(1).label_name));
    QTest::keyClick(grid, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.value(0), bench.page->model().clipboardHeader());
    QCOMPARE(lines.value(1), bench.page->model().clipboardLine(1));
  }

  // As adaptive average pooling: the bins of a side that does not divide the image overlap.
  void theWeakModelsImageIsPooled() {
    QImage image(3, 3, QImage::Format_Grayscale8);
    for (int i = 0; i < 9; ++i) {
      image.scanLine(i / 3)[i % 3] = static_cast<uchar>(10 * i);
    }
    const QImage pooled = pooledImage(image, 2);
    QCOMPARE(pooled.size(), QSize(2, 2));
    QCOMPARE(qGray(pooled.pixel(0, 0)), 20);  // of 0, 10, 30, 40
    QCOMPARE(qGray(pooled.pixel(1, 0)), 30);
    QCOMPARE(qGray(pooled.pixel(1, 1)), 60);
    QCOMPARE(pooledImage(image, 3).convertToFormat(QImage::Format_Grayscale8), image);
    QCOMPARE(qGray(pooledImage(image, 1).pixel(0, 0)), 40);
  }

  // The window joins the page to the charts of the run page.
  void theWindowsCrosshairChoosesTheEvaluation() {
    Bench bench;
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.data_folder = bench.data();
    options.workspace = bench.workspace();
    MainWindow window(bench.theme, *bench.session, std::move(options));
    window.show();
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(bench.runFolder(), kRows, kSteps).has_value());
    auto* run = window.findChild<RunPage*>();
    auto* text = window.findChild<QLabel*>(QStringLiteral("examples.step"));
    QVERIFY(run != nullptr && text != nullptr);
    Q_EMIT run->board().crosshairMoved(300.0, QStringLiteral("values"));
    window.pages().show(QStringLiteral("examples"));
    QTRY_VERIFY(text->text().contains("Student at step 300"));
    Q_EMIT run->board().crosshairMoved(0.0, QString());
    QTRY_VERIFY(text->text().contains("Student at step 400"));
  }

  // Before a class: the page need not be in sight.
  void thePresenterShowsWhatTheStudentCorrects() {
    Bench bench;
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.data_folder = bench.data();
    options.workspace = bench.workspace();
    MainWindow window(bench.theme, *bench.session, std::move(options));
    window.show();
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(bench.runFolder(), kRows, kSteps).has_value());
    window.outputs().openPresenterWindow();
    auto* presenter = window.findChild<PresenterWindow*>();
    presenter->resize(1440, 900);
    presenter->showSet(-1);  // the last question
    const PresenterContent& content = presenter->content();
    QVERIFY(content.examples != nullptr);
    QVERIFY(content.panels.empty());
    QTRY_VERIFY(content.examples->rowCount() > 0);
    const auto fixed = content.examples->counts()[Category::Fixed];
    QCOMPARE(content.examples->rowCount(), static_cast<int>(fixed));
    QVERIFY(content.examples_line.startsWith(QString::number(fixed)));
    const ExampleGrid& grid = presenter->presenterLayout().examples;
    QVERIFY(!grid.cells.empty());
    const draw::Rect& room = presenter->presenterLayout().charts.front();
    for (const draw::Rect& cell : grid.cells) {
      QVERIFY(cell.left >= room.left && cell.right() <= room.right() + 0.5);
      QVERIFY(cell.top >= grid.line.bottom() && cell.bottom() <= room.bottom() + 0.5);
    }
    for (int row = 0; row < static_cast<int>(grid.cells.size()); ++row) {
      const Example example = content.examples->example(row);
      QVERIFY(!example.of(Answerer::Weak)->is_right && example.of(Answerer::Student)->is_right);
    }
    test::picture(presenter, "presenter-examples");
    presenter->showSet(0);
    QVERIFY(content.examples == nullptr);
    QCOMPARE(content.panels.size(), 1U);
  }

  // As a person does it: click at a step, go to the other page, and back to the latest there.
  void aPinnedCrosshairReachesThePage() {
    Bench bench;
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Watch."),
                        .config = {}}};
    options.data_folder = bench.data();
    options.workspace = bench.workspace();
    MainWindow window(bench.theme, *bench.session, std::move(options));
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(bench.runFolder(), kRows, kSteps).has_value());
    auto* plot = window.findChild<PlotWidget*>(QStringLiteral("chart.accuracy"));
    auto* text = window.findChild<QLabel*>(QStringLiteral("examples.step"));
    auto* latest = window.findChild<QAbstractButton*>(QStringLiteral("examples.latest"));
    const QRectF inside = plot->plotRect();
    QTest::mouseClick(plot->viewport(), Qt::LeftButton, {},
                      {qRound(inside.left() + 0.75 * inside.width()), qRound(inside.center().y())});
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(plot, &leave);
    window.pages().show(QStringLiteral("examples"));
    QTRY_VERIFY2(text->text().contains("Student at step 300"), qPrintable(text->text()));
    QVERIFY(latest->isVisible());
    latest->click();
    QTRY_VERIFY(text->text().contains("Student at step 400"));
    QVERIFY(!latest->isVisible());
  }

  void aNewRunClearsThePage() {
    Bench bench;
    bench.show();
    bench.session->rewind();
    QTRY_VERIFY(bench.find<QLabel>("examples.empty")->isVisible());
    QCOMPARE(bench.page->model().rowCount(), 0);
    QVERIFY(bench.find<QLabel>("examples.empty")->text().contains("no predictions"));
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
  }

  void missingImagesAreSaid() {
    Bench bench;
    std::filesystem::remove_all(bench.data());
    std::filesystem::create_directories(bench.data());
    bench.session->setSpeed(0.0);
    bench.session->start();
    QTRY_COMPARE(bench.session->focus().state(), RunState::Finished);
    QVERIFY(test::writeMadeUpRun(bench.runFolder(), kRows, kSteps).has_value());
    bench.page->show();
    QTRY_VERIFY(bench.find<QLabel>("examples.empty")->text().contains("Fashion-MNIST"));
  }

  void everyLayoutShowsEverything_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("scale");
    QTest::newRow("wide") << QSize(1130, 740) << 1.0;
    QTest::newRow("narrow") << QSize(700, 560) << 1.0;
    QTest::newRow("large type") << QSize(840, 700) << 2.0;
  }
  void everyLayoutShowsEverything() {
    QFETCH(QSize, size);
    QFETCH(double, scale);
    Bench bench;
    bench.theme.setFontScale(scale);
    bench.page->resize(size);
    bench.show();
    QCOMPARE(bench.page->size(), size);  // nothing in it asks for more
    for (const char* name : {"examples.confusion.0", "examples.confusion.2", "examples.detail"}) {
      QVERIFY(bench.find<QWidget>(name)->isVisible());
    }
    auto* grid = bench.find<QListView>("examples.grid");
    QTRY_VERIFY(grid->viewport()->height() >= grid->gridSize().height());
    QTRY_VERIFY(grid->viewport()->width() >= grid->gridSize().width());
    for (const Category category : kCategories) {
      const QAbstractButton* chip = bench.chip(category);
      QTRY_VERIFY(chip->width() >= chip->sizeHint().width());
      const QRect place(chip->mapTo(bench.page.get(), QPoint()), chip->size());
      QVERIFY(bench.page->rect().contains(place));
    }
    bench.theme.setFontScale(1.0);
  }
};

W2S_WINDOW_TEST(TstExamplesPage)
#include "tst_examples_page.moc"
