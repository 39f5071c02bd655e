#include "app/capture/capture_scenes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include "app/capture/capture_faults.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/run_player.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/plot_widget.h"
#include "ui/main_window.h"
#include "ui/pages/run_actions.h"
#include "ui/pages/run_page.h"
#include "ui/presenter/presenter_window.h"
#include "ui/shell/outputs.h"
#include "ui/shell/page_host.h"
#include "ui/shell/tour.h"

namespace w2s::ui {
namespace {

using Moment = Scene::Moment;

// Loading a run and drawing it takes longer than a layout.
constexpr int kLoadMs = 900;

QWidgetList visibleTopLevels() {
  QWidgetList visible = QApplication::topLevelWidgets();
  visible.removeIf([](const QWidget* widget) { return !widget->isVisible(); });
  return visible;
}

// The top-level widget that comes up by this.
QWidget* openedBy(const std::function<void()>& act) {
  const QWidgetList before = visibleTopLevels();
  act();
  for (QWidget* widget : visibleTopLevels()) {
    if (!before.contains(widget) && widget->windowType() != Qt::ToolTip) {
      return widget;
    }
  }
  return nullptr;
}

class SceneMaker {
 public:
  SceneMaker(MainWindow& window, ExperimentSession& session)
      : window_(window),
        session_(session),
        page_(*window.findChild<RunPage*>()),
        plot_(*window.findChild<PlotWidget*>(QStringLiteral("chart.accuracy"))) {}

  std::vector<Scene> make() {
    addForm();
    addDialogs();
    addCharts();
    addFaults();
    addRuns();
    return std::move(scenes_);
  }

 private:
  // A scene of the run page.
  void add(const char* name, Moment moment, std::function<QWidget*()> open,
           std::function<void()> close = {}, int settle_ms = 0) {
    scenes_.push_back({.name = QLatin1String(name),
                       .moment = moment,
                       .open =
                           [this_window = &window_, open = std::move(open)] {
                             this_window->pages().show(QStringLiteral("run"));
                             return open();
                           },
                       .close = std::move(close),
                       .settle_ms = settle_ms});
  }
  void addPlain(const char* name, Moment moment, const std::function<void()>& open,
                std::function<void()> close, int settle_ms = 0) {
    add(
        name, moment,
        [open]() -> QWidget* {
          open();
          return nullptr;
        },
        std::move(close), settle_ms);
  }
  void addOpened(const char* name, Moment moment, std::function<void()> act) {
    add(name, moment, [act = std::move(act)] { return openedBy(act); });
  }

  void addForm() {
    auto* search = window_.findChild<QLineEdit*>(QStringLiteral("settings.search"));
    addPlain(
        "form-search", Moment::Idle, [search] { search->setText(QStringLiteral("weight")); },
        [search] { search->clear(); });
    ExperimentSession* session = &session_;
    const config::ExperimentConfig whole = session->config();
    addPlain(
        "form-problem", Moment::Idle,
        [session, whole] {
          config::ExperimentConfig broken = whole;
          broken.strong.head = config::TreeHead{};
          session->setConfig(broken);
        },
        [session, whole] { session->setConfig(whole); });
    addPlain(
        "form-pending", Moment::Running,
        [session, whole] {
          config::ExperimentConfig other = whole;
          other.supervision.labels = whole.supervision.labels == config::LabelKind::Soft
                                         ? config::LabelKind::Hard
                                         : config::LabelKind::Soft;
          session->setConfig(other);
        },
        [session, whole] { session->setConfig(whole); });
    addOpened("gallery", Moment::Idle, [this_window = &window_] {
      this_window->findChild<QAbstractButton*>(QStringLiteral("model.strong"))->click();
    });
    auto* presets = window_.findChild<QComboBox*>(QStringLiteral("preset"));
    add(
        "presets", Moment::Idle,
        [presets]() -> QWidget* {
          presets->showPopup();
          return presets->view()->window();
        },
        [presets] { presets->hidePopup(); });
  }

  void addDialogs() {
    const auto action = [this](const char* name) {
      return window_.findChild<QAction*>(QLatin1String(name));
    };
    addOpened("keys", Moment::Finished, [keys = action("act.keys")] { keys->trigger(); });
    addOpened("about", Moment::Finished, [about = action("act.about")] { about->trigger(); });
    for (const auto& [name, page] : {std::pair{"help", ""},
                                     {"help-chart", "chart.calibration"},
                                     {"help-setting", "setting.objective.divergence"}}) {
      addOpened(name, Moment::Finished, [this_window = &window_, page = QLatin1String(page)] {
        this_window->showHelp(page);
      });
    }
    addOpened("export", Moment::Finished,
              [this_window = &window_] { this_window->actions().export_figure.trigger(); });
    addOpened("report", Moment::Finished,
              [this_window = &window_] { this_window->actions().report.trigger(); });
    const auto present = [this_window = &window_](int question, bool settings) -> QWidget* {
      this_window->outputs().present_window.trigger();
      auto* presenter = this_window->findChild<PresenterWindow*>();
      presenter->resize(this_window->size());
      presenter->showSet(question);
      presenter->showControls(settings);
      return presenter;
    };
    add("present", Moment::Finished, [present] { return present(0, false); });
    add("present-settings", Moment::Finished, [present] { return present(1, true); });
    add(
        "present-examples", Moment::Finished, [present] { return present(-1, false); }, {},
        kLoadMs);
  }

  void addCharts() {
    PlotWidget* plot = &plot_;
    ChartBoard* board = &page_.board();
    const auto pin = [plot, board] {
      if (!board->isCrosshairPinned()) {
        Q_EMIT plot->crosshairClicked(plot->frame().x.range.low +
                                      0.6 * plot->frame().x.range.span());
      }
    };
    const auto release = [board] { board->releaseCrosshair(); };
    addPlain("run-pinned", Moment::Finished, pin, release);
    addPlain(
        "examples-pinned", Moment::Finished,
        [this_window = &window_, pin] {
          pin();
          this_window->pages().show(QStringLiteral("examples"));
        },
        release, kLoadMs);
    addPlain(
        "chart-maximised", Moment::Finished, [board] { board->setMaximised("accuracy"); },
        [board] { board->setMaximised({}); });
    addOpened("chart-table", Moment::Finished, [plot] { Q_EMIT plot->tableWanted(); });
    addOpened("chart-legend", Moment::Finished, [plot] { Q_EMIT plot->legendWanted(); });
    addPlain(
        "tour", Moment::Finished,
        [this_window = &window_] {
          this_window->showTour();
          this_window->findChild<Tour*>()->showStep(1);
        },
        [this_window = &window_] { this_window->findChild<Tour*>()->close(); });
    addOpened("chart-menu", Moment::Finished,
              [plot] { Q_EMIT plot->menuWanted(plot->mapToGlobal(plot->rect().center())); });
    auto* charts = window_.findChild<QToolButton*>(QStringLiteral("charts.choose"));
    addOpened("charts-menu", Moment::Finished,
              [charts] { charts->menu()->popup(charts->mapToGlobal(QPoint())); });
  }

  void addFaults() {
    RunPage* page = &page_;
    addPlain(
        "run-diverged", Moment::Diverged, [] {}, [] {});
    // Before any run: what the page shows is then not that of a run that went well.
    addPlain(
        "run-failed", Moment::Idle,
        [page] { page->showFailure(captureFault(CaptureFault::OutOfMemory)); },
        [page] { page->showCharts(); });
    addPlain(
        "run-missing", Moment::Idle,
        [page] { page->showFailure(captureFault(CaptureFault::MissingData)); },
        [page] { page->showCharts(); });
  }

  // Last: the runs stay on the charts.
  void addRuns() {
    if (window_.recordedRuns() == nullptr) {
      return;
    }
    RecordedRuns* recorded = window_.recordedRuns();
    auto* table = window_.findChild<QTableView*>(QStringLiteral("run.runs"));
    addOpened("runs-menu", Moment::Finished, [table] {
      table->selectRow(0);
      QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, table->mapToGlobal(QPoint()));
      QCoreApplication::sendEvent(table, &menu);
    });
    QMenu* groups = window_.findChild<QToolButton*>(QStringLiteral("runs.group"))->menu();
    const auto choose = [groups](int place) {
      Q_EMIT groups->aboutToShow();  // fills it
      groups->actions()[place]->trigger();
    };
    addPlain(
        "runs-groups", Moment::Finished, [choose] { choose(1); }, [choose] { choose(0); });
    addPlain(
        "run-overlays", Moment::Finished,
        [recorded, session = &session_] {
          int shown = 0;
          for (const RunRecord& run : recorded->library().runs()) {
            const bool own = run.id == QString::fromStdString(session->focus().series().id);
            if (!own && shown < 2 && recorded->canShow(run.id)) {
              recorded->overlays().setShown(run.id, true);
              ++shown;
            }
          }
        },
        [] {}, kLoadMs);
    addPlain(
        "run-recorded", Moment::Finished,
        [recorded, player = &window_.player()] {
          QObject::connect(
              recorded, &RecordedRuns::shown, player,
              [player] { player->moveTo(player->steps() * 3 / 5); }, Qt::SingleShotConnection);
          if (!recorded->library().runs().empty()) {
            recorded->open(recorded->library().runs().back().id);  // in every look the same one
          }
        },
        [] {}, kLoadMs);
  }

  MainWindow& window_;
  ExperimentSession& session_;
  RunPage& page_;
  PlotWidget& plot_;
  std::vector<Scene> scenes_;
};

}  // namespace

std::vector<Scene> windowScenes(MainWindow& window, ExperimentSession& session) {
  return SceneMaker(window, session).make();
}

}  // namespace w2s::ui
