#include "ui/presenter/presenter_window.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

#include "ui/bridge/run_controller.h"
#include "ui/bridge/run_shelf.h"
#include "ui/figures/chart_axes.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_palette.h"
#include "ui/figures/scene_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using experiment::DivergenceDecision;
using experiment::StepUnit;

constexpr double kSmallest = 0.7;
constexpr double kLargest = 1.6;
constexpr double kStep = 1.1;
constexpr std::chrono::milliseconds kCursorIdle{2500};
constexpr double kFont = 18.0;  // of charts, in units of the layout
constexpr double kLine = 4.0;

// What a lecturer steps through: the question that the charts answer.
struct ChartSet {
  const char* question;
  std::array<const char*, 2> charts;  // the second may be null
};
constexpr ChartSet kSets[] = {
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterWindow", "Does the student pass its teacher?"),
     {"accuracy", nullptr}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterWindow", "How much of the gap does it recover?"),
     {"accuracy", "pgr"}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterWindow",
                       "Does the student copy the weak model's mistakes?"),
     {"agreement", nullptr}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterWindow", "What does the student minimise?"),
     {"objective", "schedules"}},
    {QT_TRANSLATE_NOOP("w2s::ui::PresenterWindow", "Does the student know what it knows?"),
     {"calibration", nullptr}},
};
constexpr int kSetCount = static_cast<int>(std::size(kSets));

QString stateText(RunState state) {
  switch (state) {
    case RunState::Idle:
      return PresenterWindow::tr("Ready");
    case RunState::Preparing:
      return PresenterWindow::tr("Preparing");
    case RunState::Running:
      return PresenterWindow::tr("Running");
    case RunState::Paused:
      return PresenterWindow::tr("Paused");
    case RunState::Diverged:
      return PresenterWindow::tr("Diverged");
    case RunState::Stopping:
      return PresenterWindow::tr("Stopping");
    case RunState::Finished:
      return PresenterWindow::tr("Finished");
    case RunState::Failed:
      return PresenterWindow::tr("Failed");
    case RunState::Stopped:
      return PresenterWindow::tr("Stopped");
  }
  return {};
}

}  // namespace

PresenterWindow::PresenterWindow(const Theme& theme, RunController& controller, RunShelf* shelf,
                                 QWidget* parent)
    : QWidget(parent, Qt::Window),
      theme_(theme),
      controller_(controller),
      source_(controller, shelf),
      charts_(charts::makeRunCharts()),
      text_width_(figures::figureTextWidth()) {
  setObjectName(QStringLiteral("presenter"));
  setWindowTitle(tr("W2S Lab: presenter"));
  setAccessibleName(tr("Presenter view"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(480, 300);
  cursor_timer_.setSingleShot(true);
  cursor_timer_.setInterval(kCursorIdle);
  connect(&cursor_timer_, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
  connect(&controller_, &RunController::refreshed, this, &PresenterWindow::rebuild);
  connect(&controller_, &RunController::runBegan, this, &PresenterWindow::rebuild);
  connect(&controller_, &RunController::stateChanged, this, &PresenterWindow::rebuild);
  if (shelf != nullptr) {
    connect(&shelf->overlays(), &OverlaySet::changed, this, &PresenterWindow::rebuild);
  }
  connect(&theme_, &Theme::changed, this, [this] {
    text_width_ = figures::figureTextWidth();
    rebuild();
  });
}

PresenterWindow::~PresenterWindow() = default;

void PresenterWindow::presentFullScreen(const QWidget* controls) {
  QScreen* chosen = controls != nullptr ? controls->screen() : QGuiApplication::primaryScreen();
  for (QScreen* screen : QGuiApplication::screens()) {
    if (controls != nullptr && screen != controls->screen()) {
      chosen = screen;
      break;
    }
  }
  // First there, then full: some window managers fill the screen on which the window stands.
  setGeometry(chosen->geometry());
  winId();
  windowHandle()->setScreen(chosen);
  showFullScreen();
  raise();
  activateWindow();
  setFocus();
}

void PresenterWindow::presentInWindow() {
  resize(1280, 800);
  showNormal();
  raise();
  activateWindow();
  setFocus();
}

void PresenterWindow::setPrediction(std::optional<double> pgr) {
  prediction_ = pgr ? std::optional(std::clamp(std::round(*pgr * 100.0) / 100.0, -0.5, 1.5)) : pgr;
  rebuild();
}

void PresenterWindow::showSet(int index) {
  // Sets whose charts this build does not have are passed over.
  const int direction = index < set_ ? -1 : 1;
  for (int tries = 0; tries < kSetCount; ++tries, index += direction) {
    const int wrapped = (index % kSetCount + kSetCount) % kSetCount;
    const bool known = std::ranges::any_of(charts_, [wrapped](const auto& chart) {
      return chart->id() == kSets[wrapped].charts.front();
    });
    if (known) {
      set_ = wrapped;
      break;
    }
  }
  rebuild();
}

void PresenterWindow::buildPanels() {
  const ChartSet& set = kSets[set_];
  std::vector<charts::RunChart*> chosen;
  for (const char* id : set.charts) {
    for (const auto& chart : charts_) {
      if (id != nullptr && chart->id() == id) {
        chosen.push_back(chart.get());
      }
    }
  }
  layout_ = layOutPresenter(width(), height(), scale_, chosen.size());
  content_.title = tr(set.question);
  content_.panels.clear();
  values_.clear();
  const figures::Palette palette = figures::screenPalette(theme_.tokens());
  const std::vector<figures::FigureRun> runs = source_.runs();
  const std::vector<charts::Overlay> overlays = figures::overlaysOf(runs);
  const charts::ChartInput input{.run = runs.empty() ? nullptr : runs.front().series,
                                 .overlays = overlays,
                                 .view = {},
                                 .at_step = {}};
  const double font = kFont * layout_.unit;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    charts::ChartData chart = chosen[i]->build(input);
    const Readings& readings = content_.readings;
    const bool gap_known = readings.weak.n > 0 && readings.ceiling.n > 0;
    if (prediction_ && chart.id == "pgr") {
      chart.references.push_back(
          {.label = tr("class").toStdString(), .ink = charts::Ink::Total, .y = *prediction_});
    } else if (prediction_ && chart.id == "accuracy" && gap_known) {
      chart.references.push_back(
          {.label = tr("class").toStdString(),
           .ink = charts::Ink::Total,
           .y = readings.weak.accuracy +
                *prediction_ * (readings.ceiling.accuracy - readings.weak.accuracy)});
    }
    const figures::PanelStyle style{.font = font,
                                    .line = kLine * layout_.unit,
                                    .legend = figures::LegendPlace::EndLabels,
                                    .title = chosen.size() > 1,
                                    .letter = {},
                                    .max_columns = 700,
                                    .x_range = {},
                                    .y_range = {}};
    content_.panels.push_back(
        figures::layOutPanel(chart, layout_.charts[i], style, palette, text_width_));
    const figures::ChartAxes axes =
        figures::axesOf(chart, {}, {}, figures::yTicksFor(layout_.charts[i], font));
    values_.push_back({QString::fromStdString(chart.id), axes.y.range.low, axes.y.range.high});
  }
}

void PresenterWindow::rebuild() {
  if (!isVisible()) {
    return;
  }
  content_.readings = readingsOf(controller_.series());
  content_.prediction = prediction_;
  const RunState state = controller_.state();
  const RunController::Progress progress = controller_.progress();
  content_.state = stateText(state);
  if (progress.done > 0 && progress.total > 0 && state != RunState::Idle) {
    content_.state +=
        tr(" \u00b7 step %1 of %2").arg(countText(progress.done), countText(progress.total));
  }
  const Tokens& tokens = theme_.tokens();
  content_.state_color = state == RunState::Diverged || state == RunState::Failed ? tokens.trouble
                         : state == RunState::Running                             ? tokens.ceiling
                                                                                  : tokens.muted;
  // A question of the run: no dialog in front of a class, but a strip and two keys.
  const auto& divergence = controller_.series().divergence;
  content_.notice.clear();
  if (state == RunState::Diverged && divergence) {
    content_.notice = tr("Training diverged at step %1.   R: rewind to the last good step   H: "
                         "halve the learning "
                         "rate and retry")
                          .arg(countText(divergence->step));
  }
  buildPanels();
  describe();
  update();
}

void PresenterWindow::describe() {
  const Readings& readings = content_.readings;
  QStringList parts{content_.title, content_.state};
  const auto add = [&](const QString& name, const metrics::Performance& value) {
    if (value.n > 0) {
      parts += tr("%1 %2 %").arg(name, percentText(value.accuracy));
    }
  };
  add(tr("ceiling"), readings.ceiling);
  add(tr("student"), readings.student);
  add(tr("weak floor"), readings.weak);
  if (isPgrDefined(readings)) {
    parts += tr("gap recovered %1").arg(decimalText(*readings.pgr->signed_value, 2));
  }
  if (prediction_) {
    parts += tr("class predicted %1").arg(decimalText(*prediction_, 2));
  }
  if (!content_.notice.isEmpty()) {
    parts += content_.notice;
  }
  setAccessibleDescription(parts.join(QStringLiteral(". ")));
}

void PresenterWindow::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  if (blank_) {
    painter.fillRect(rect(), Qt::black);
    return;
  }
  painter.fillRect(rect(), theme_.tokens().surface);
  PresenterPainter(theme_, layout_).paint(painter, content_);
}

void PresenterWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  rebuild();
}

void PresenterWindow::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  blank_ = false;
  showCursor();
  rebuild();
}

void PresenterWindow::closeEvent(QCloseEvent* event) {
  QWidget::closeEvent(event);
  if (event->isAccepted()) {
    Q_EMIT left();
  }
}

void PresenterWindow::setTextScale(double scale) {
  scale_ = std::clamp(scale, kSmallest, kLargest);
  rebuild();
}

void PresenterWindow::setBlank(bool blank) {
  blank_ = blank;
  update();
}

void PresenterWindow::keyPressEvent(QKeyEvent* event) {
  const int key = event->key();
  // Any key but those that leave brings a blank screen back.
  if (blank_ && key != Qt::Key_Escape && key != Qt::Key_F5) {
    setBlank(false);
    if (key == Qt::Key_B) {
      return;
    }
  }
  if (!pressViewKey(key) && !pressRunKey(key)) {
    QWidget::keyPressEvent(event);
  }
}

bool PresenterWindow::pressViewKey(int key) {
  switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_F5:
      close();
      return true;
    case Qt::Key_PageDown:
      showSet(set_ + 1);
      return true;
    case Qt::Key_PageUp:
      showSet(set_ - 1);
      return true;
    case Qt::Key_B:
      setBlank(true);
      return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      setTextScale(scale_ * kStep);
      return true;
    case Qt::Key_Minus:
      setTextScale(scale_ / kStep);
      return true;
    case Qt::Key_0:
      setTextScale(1.0);
      return true;
    case Qt::Key_P:
      setPrediction(prediction_ ? std::nullopt : std::optional(0.5));
      return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      setPrediction(std::nullopt);
      return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
      if (!prediction_) {
        return false;
      }
      setPrediction(*prediction_ + (key == Qt::Key_Left ? -0.01 : 0.01));
      return true;
    default:
      return false;
  }
}

bool PresenterWindow::pressRunKey(int key) {
  switch (key) {
    case Qt::Key_Space:
    case Qt::Key_MediaPlay:
    case Qt::Key_MediaTogglePlayPause:
      controller_.toggle();
      return true;
    case Qt::Key_Period:
      if (controller_.isEnabled(Action::Step)) {
        controller_.step(StepUnit::Batch);
      }
      return true;
    case Qt::Key_R:
    case Qt::Key_H:
      if (controller_.state() != RunState::Diverged) {
        return false;
      }
      controller_.decide(key == Qt::Key_R ? DivergenceDecision::RewindToLastGood
                                          : DivergenceDecision::HalveLearningRateAndRetry);
      return true;
    default:
      return false;
  }
}

std::optional<double> PresenterWindow::predictionAt(QPointF position) const {
  const figures::Rect& bar = layout_.gap_bar;
  const double reach = 60.0 * layout_.unit;
  const QRectF strip(bar.left - reach / 3.0, bar.top - reach, bar.width + 2.0 * reach / 3.0,
                     bar.height + 2.0 * reach);
  const Readings& readings = content_.readings;
  if (strip.contains(position)) {
    const double value = isPgrDefined(readings) ? *readings.pgr->signed_value : 0.0;
    return gapScaleFor(value).at(bar, position.x());
  }
  for (std::size_t i = 0; i < content_.panels.size(); ++i) {
    const figures::Rect& plot = content_.panels[i].plot;
    if (!QRectF(plot.left, plot.top, plot.width, plot.height).contains(position)) {
      continue;
    }
    const double share = (plot.bottom() - position.y()) / plot.height;
    const double y = values_[i].low + share * (values_[i].high - values_[i].low);
    const double gap = readings.ceiling.accuracy - readings.weak.accuracy;
    if (values_[i].chart == QLatin1String("pgr")) {
      return y;
    }
    if (values_[i].chart == QLatin1String("accuracy") && readings.weak.n > 0 &&
        readings.ceiling.n > 0 && gap > 0.0) {
      return (y - readings.weak.accuracy) / gap;
    }
  }
  return std::nullopt;
}

void PresenterWindow::mousePressEvent(QMouseEvent* event) {
  showCursor();
  if (event->button() == Qt::RightButton) {
    setPrediction(std::nullopt);
  } else if (event->button() == Qt::LeftButton) {
    if (const auto pgr = predictionAt(event->position())) {
      setPrediction(pgr);
    }
  }
}

void PresenterWindow::mouseMoveEvent(QMouseEvent* event) {
  showCursor();
  if ((event->buttons() & Qt::LeftButton) != 0) {
    if (const auto pgr = predictionAt(event->position())) {
      setPrediction(pgr);
    }
  }
}

void PresenterWindow::showCursor() {
  unsetCursor();
  cursor_timer_.start();
}

}  // namespace w2s::ui
