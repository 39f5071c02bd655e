// Text from files and people is shown as it is, wherever the window shows it: no label, tooltip, document or dialog reads
// it as HTML, and no file that it names is opened.
#include <sys/inotify.h>
#include <unistd.h>
#include <vector>

#include <QAbstractItemView>
#include <QApplication>
#include <QDialog>
#include <QHeaderView>
#include <QHelpEvent>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolTip>

#include "core/store/run_labels.h"
#include "tests/support/stored_fake_runner.h"
#include "tests/support/test_main.h"
#include "tests/ui/stored_runs.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/main_window.h"
#include "ui/models/runs_model.h"
#include "ui/pages/run_page.h"
#include "ui/shell/notices.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"

using namespace w2s;
using namespace w2s::ui;
using test::recordRun;

namespace {

// Counts how often a file is opened, by whomever.
class OpenWatch {
 public:
  explicit OpenWatch(const QString& file) : descriptor_(inotify_init1(IN_NONBLOCK)) {
    inotify_add_watch(descriptor_, qPrintable(file), IN_OPEN);
  }
  ~OpenWatch() {
    close(descriptor_);
  }
  OpenWatch(const OpenWatch&) = delete;
  OpenWatch& operator=(const OpenWatch&) = delete;

  [[nodiscard]] bool wasOpened() const {
    inotify_event event{};
    return read(descriptor_, &event, sizeof(event)) > 0;
  }

 private:
  int descriptor_;
};

}  // namespace

class TstPlainText : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    QImage picture(3, 3, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture_ = folder_.filePath(QStringLiteral("picture.png"));
    QVERIFY(picture.save(picture_));
    hostile_ = QStringLiteral("<b>bold</b><img src=\"%1\">").arg(picture_);
  }

  // What the other tests look for is found: a label left to itself would read it, and open the file.
  void theWatchSeesAFileThatMarkupOpens() {
    const OpenWatch watch(picture_);
    QLabel label;
    label.setTextFormat(Qt::RichText);
    label.setText(hostile_);
    label.resize(label.sizeHint());
    label.grab();
    QVERIFY(watch.wasOpened());
    QVERIFY(!watch.wasOpened());
  }

  void aLabelIsPlainBeforeItIsMeasured() {
    const PlainText plain(nullptr);
    const OpenWatch watch(picture_);
    QWidget parent;
    auto* label = new QLabel(hostile_, &parent);
    label->setWordWrap(true);
    (void)label->sizeHint();  // as every layout begins
    (void)label->heightForWidth(100);
    parent.show();
    QVERIFY(QTest::qWaitForWindowExposed(&parent));
    QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(!watch.wasOpened());
  }

  // A column may be named after a file or a setting.
  void aHeaderShowsItsTipAsItIs() {
    const PlainText plain(nullptr);
    const OpenWatch watch(picture_);
    QStandardItemModel model(1, 1);
    model.setHeaderData(0, Qt::Horizontal, hostile_, Qt::ToolTipRole);
    model.setHeaderData(0, Qt::Horizontal, hostile_, Qt::DisplayRole);
    QTableView table;
    table.setModel(&model);
    table.show();
    QVERIFY(QTest::qWaitForWindowExposed(&table));
    const int before = tips_;
    checkTips(*table.horizontalHeader(), QStringLiteral("a header"));
    QCOMPARE(tips_, before + 1);
    table.grab();
    QVERIFY(!watch.wasOpened());
  }

  void noWidgetOfTheWindowReadsMarkup() {
    const test::TemporaryWorkspace workspace;
    const std::string text = hostile_.toStdString();
    recordRun(workspace.path(), {.id = "alpha", .name = text});
    recordRun(workspace.path(), {.id = "beta", .name = text, .done = 20, .finished = false});
    recordRun(workspace.path(), {.id = "gamma", .name = "gamma"});
    QVERIFY(store::writeLabels(workspace.run("alpha"), {.note = text}));
    QVERIFY(
        store::writeLabels(workspace.run("gamma"), {.name = text, .note = text, .pinned = true}));
    const OpenWatch watch(picture_);

    Theme theme;
    theme.choose(ThemeChoice::Light);
    ExperimentSession session(
        std::make_unique<test::StoredFakeRunner>(workspace.path(), test::FakeRunnerOptions{}));
    config::ExperimentConfig config;
    config.name = config.description = text;
    MainWindow::Options options;
    options.presets = {fileBasis(hostile_, config)};
    options.workspace = workspace.path();
    options.settings_note = hostile_;
    MainWindow window(theme, session, std::move(options));
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    RecordedRuns& recorded = *window.recordedRuns();
    QTRY_VERIFY(recorded.library().isListed());
    checkEverything(QStringLiteral("the first page"));

    recorded.open(QStringLiteral("alpha"));
    QTRY_COMPARE(session.focus().state(), RunState::Finished);
    recorded.toggleShown({QStringLiteral("gamma"), QStringLiteral("beta")});
    QTRY_COMPARE(recorded.overlays().items().size(), std::size_t{2});
    window.openConfig(config, hostile_);
    window.notices().show(hostile_, hostile_);
    recorded.resume(QStringLiteral("nowhere"));
    for (const PageHost::Page& page : window.pages().pages()) {
      window.pages().show(page.id);
      checkEverything(page.id);
    }
    window.pages().show(QStringLiteral("run"));
    // Every dialog that a command opens.
    auto* table = window.findChild<QTableView*>(QStringLiteral("run.runs"));
    table->setCurrentIndex(table->model()->index(0, RunsModel::Name));
    table->selectRow(0);
    const auto look = [&](QAction& action, const QString& name) {
      action.trigger();
      QCoreApplication::processEvents();
      checkEverything(name);
      int opened = 0;
      for (QWidget* top : QApplication::topLevelWidgets()) {
        if (top != &window && top->isVisible() && top->isWindow()) {
          top->grab();  // what it paints by itself, as the presenter does all its texts
          top->close();
          ++opened;
        }
      }
      return opened;
    };
    for (QAction* action : window.findChildren<QAction*>()) {
      const QString name = action->objectName();
      const bool opens = action->text().endsWith(QStringLiteral("\u2026")) ||
                         action->text().endsWith(QStringLiteral("...")) ||
                         name.contains(QStringLiteral("table")) ||
                         name.contains(QStringLiteral("keys")) ||
                         name.contains(QStringLiteral("about"));
      if (opens && action->isEnabled() && !name.isEmpty()) {
        look(*action, name);
      }
    }
    QVERIFY(look(window.outputs().present_window, QStringLiteral("presenter")) > 0);
    QVERIFY(labels_ >= 6);
    QVERIFY(tips_ >= 3);
    QVERIFY2(!watch.wasOpened(), "a file that text names was opened");
  }

  // Control characters, marks that turn the direction of writing, bytes that are no UTF-8.
  void namesCannotSteerWhatStandsAroundThem() {
    const test::TemporaryWorkspace workspace;
    recordRun(workspace.path(), {.id = "alpha", .name = "a\x1b[31m\u202Eb\u0007c"});
    RunLibrary library(workspace.path());
    QTRY_VERIFY(library.isListed());
    QCOMPARE(library.find(QStringLiteral("alpha"))->title(), QStringLiteral("a [31mb c"));
    RunRecord record;
    record.labels.name = "x\xff\xc3y\x1bz\nw";
    QCOMPARE(record.title(), QStringLiteral("x\uFFFD\uFFFDy z w"));
    config::ExperimentConfig config;
    config.name = "n\x1b\u202Em";
    config.description = "one\ntwo\x1b three";
    QCOMPARE(fileBasis(QStringLiteral("f"), config).title, QStringLiteral("n m"));
    QCOMPARE(fileBasis(QStringLiteral("f"), config).sentence, QStringLiteral("one\ntwo  three"));
  }

 private:
  [[nodiscard]] bool isHostile(const QString& text) const {
    return text.contains(QStringLiteral("<img")) && text.contains(picture_);
  }

  void checkEverything(const QString& where) {
    const QWidgetList now = QApplication::allWidgets();
    // A tip that is shown on the way takes the place of another one.
    const std::vector<QPointer<QWidget>> widgets(now.begin(), now.end());
    for (const QPointer<QWidget>& widget : widgets) {
      if (!widget) {
        continue;
      }
      const QString place = where + QStringLiteral(": ") + widget->objectName() + QLatin1Char(' ') +
                            QLatin1String(widget->metaObject()->className());
      if (const auto* label = qobject_cast<QLabel*>(widget.data());
          label != nullptr && label->isVisible()) {
        labels_ += isHostile(label->text()) ? 1 : 0;
        QVERIFY2(!isHostile(label->text()) || label->textFormat() == Qt::PlainText ||
                     label->inherits("QTipLabel"),
                 qPrintable(place));
        QVERIFY2(label->textFormat() != Qt::AutoText || label->inherits("QTipLabel"),
                 qPrintable(place));
      }
      if (const auto* edit = qobject_cast<QTextEdit*>(widget.data())) {
        checkDocument(*edit->document(), place);
      }
      if (const auto* edit = qobject_cast<QPlainTextEdit*>(widget.data())) {
        checkDocument(*edit->document(), place);
      }
      QVERIFY2(!isHostile(widget->whatsThis()), qPrintable(place));
      if (widget->isVisible()) {
        checkTips(*widget, place);
      }
    }
  }

  static void checkDocument(const QTextDocument& document, const QString& place) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
      for (auto part = block.begin(); !part.atEnd(); ++part) {
        QVERIFY2(!part.fragment().charFormat().isImageFormat(), qPrintable(place));
      }
    }
  }

  void checkTips(QWidget& widget, const QString& place) {
    if (isHostile(widget.toolTip())) {
      checkTip(widget, widget.rect().center(), place);
    }
    if (const auto* header = qobject_cast<QHeaderView*>(&widget);
        header != nullptr && header->model() != nullptr) {
      for (int section = 0; section < header->count(); ++section) {
        const QString tip =
            header->model()->headerData(section, header->orientation(), Qt::ToolTipRole).toString();
        const int at = header->sectionViewportPosition(section) + header->sectionSize(section) / 2;
        if (isHostile(tip) && !header->isSectionHidden(section)) {
          checkTip(*header->viewport(),
                   header->orientation() == Qt::Horizontal ? QPoint(at, header->height() / 2)
                                                           : QPoint(header->width() / 2, at),
                   place);
        }
      }
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(&widget);
        view != nullptr && view->model() != nullptr) {
      for (int row = 0; row < view->model()->rowCount(view->rootIndex()); ++row) {
        for (int column = 0; column < view->model()->columnCount(view->rootIndex()); ++column) {
          const QModelIndex index = view->model()->index(row, column, view->rootIndex());
          const QRect cell = view->visualRect(index);
          if (isHostile(index.data(Qt::ToolTipRole).toString()) && !cell.isEmpty()) {
            checkTip(*view->viewport(), cell.center(), place);
          }
        }
      }
    }
  }

  void checkTip(QWidget& widget, const QPoint& at, const QString& place) {
    QHelpEvent ask(QEvent::ToolTip, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &ask);
    ++tips_;
    QVERIFY2(!QToolTip::text().contains(QStringLiteral("<img")), qPrintable(place));
    QToolTip::hideText();
  }

  QTemporaryDir folder_;
  QString picture_;
  QString hostile_;
  int labels_ = 0;
  int tips_ = 0;
};

W2S_WINDOW_TEST(TstPlainText)
#include "tst_plain_text.moc"
