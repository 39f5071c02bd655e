#include "ui/presenter/presenter_window.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <QAction>
#include <QCloseEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWindow>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/presenter/presenter_screen.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

using record::DivergenceDecision;
using record::StepUnit;

constexpr double kSmallest = 0.7;
constexpr double kLargest = 1.6;
constexpr double kStep = 1.1;
constexpr std::chrono::milliseconds kCursorIdle{2500};

}  // namespace

PresenterWindow::PresenterWindow(const Theme& theme, ExperimentSession& session,
                                 RecordedRuns* recorded, QWidget* parent)
    : QWidget(parent, Qt::Window),
      theme_(theme),
      session_(session),
      show_(theme, session, recorded),
      gap_(theme) {
  setObjectName(QStringLiteral("presenter"));
  setWindowTitle(tr("W2S Lab: presenter"));
  setAccessibleName(tr("Presenter view"));
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setMinimumSize(480, 300);
  setAttribute(Qt::WA_QuitOnClose, false);  // the controls' window decides
  cursor_timer_.setSingleShot(true);
  cursor_timer_.setInterval(kCursorIdle);
  connect(&cursor_timer_, &QTimer::timeout, this, [this] { setCursor(Qt::BlankCursor); });
  connect(&session_, &ExperimentSession::refreshed, this, &PresenterWindow::rebuild);
  connect(&session_, &ExperimentSession::focusChanged, this, &PresenterWindow::rebuild);
  connect(&session_, &ExperimentSession::stateChanged, this, &PresenterWindow::rebuild);
  connect(&session_, &ExperimentSession::configChanged, this, &PresenterWindow::rebuild);
  if (recorded != nullptr) {
    connect(&recorded->overlays(), &OverlaySet::changed, this, &PresenterWindow::rebuild);
  }
  connect(&theme_, &Theme::changed, this, [this] {
    show_.forgetFonts();
    rebuild();
  });
  // Only the bar moves.
  connect(&gap_, &Glide::moved, this, [this] { update(gapArea()); });
  connect(qGuiApp, &QGuiApplication::screenRemoved, this, &PresenterWindow::leaveScreen);
  connect(qGuiApp, &QGuiApplication::screenAdded, this, &PresenterWindow::returnToScreen);
}

PresenterWindow::~PresenterWindow() = default;

void PresenterWindow::presentFullScreen(const QWidget* controls) {
  controls_ = controls;
  waits_for_screen_ = false;
  const QScreen* beside = controls != nullptr ? controls->screen() : nullptr;
  fill(presenterScreen(QGuiApplication::screens(), beside));
}

void PresenterWindow::fill(QScreen* screen) {
  // First there, then full: some window managers fill the screen on which the window stands.
  setGeometry(screen->geometry());
  winId();
  windowHandle()->setScreen(screen);
  showFullScreen();
  raise();
  activateWindow();
  setFocus();
}

void PresenterWindow::presentInWindow() {
  waits_for_screen_ = false;
  resize(1280, 800);
  showNormal();
  raise();
  activateWindow();
  setFocus();
}

// The projector has gone. Over the laptop the view would cover the controls: it goes, keeps what it
// shows, and comes back with the projector (cables slip, resolutions change).
void PresenterWindow::leaveScreen(QScreen* gone) {
  if (!isVisible() || !isFullScreen() || screen() != gone) {
    return;
  }
  if (const QList<QScreen*> left = QGuiApplication::screens();
      controls_ != nullptr && left.contains(controls_->screen())) {
    close();
    waits_for_screen_ = true;
  } else if (QScreen* other = presenterScreen(left, nullptr); other != nullptr && other != gone) {
    fill(other);
  }
}

void PresenterWindow::returnToScreen() {
  if (waits_for_screen_ && controls_ != nullptr && QGuiApplication::screens().size() > 1) {
    presentFullScreen(controls_);
  }
}

void PresenterWindow::setPrediction(std::optional<double> pgr) {
  prediction_ = pgr ? std::optional(std::clamp(std::round(*pgr * 100.0) / 100.0, -0.5, 1.5)) : pgr;
  rebuild();
}

void PresenterWindow::showSet(int index) {
  set_ = show_.questionFrom(index);
  rebuild();
  tellWhatIsWanted();
}

void PresenterWindow::setExamples(std::shared_ptr<const ExampleSet> set) {
  show_.setExamples(std::move(set));
  rebuild();
}

void PresenterWindow::tellWhatIsWanted() {
  const bool wanted = isVisible() && show_.asksForExamples(set_);
  if (std::exchange(wants_examples_, wanted) != wanted) {
    Q_EMIT examplesWanted(wanted);
  }
}

void PresenterWindow::rebuild() {
  if (!isVisible()) {
    return;
  }
  show_.update({.size = size(),
                .text_scale = scale_,
                .question = set_,
                .prediction = prediction_,
                .with_controls = with_controls_,
                .control = control_});
  const Readings& readings = show_.content().readings;
  gap_.setTarget(readings.isPgrMeaningful() ? readings.pgr->signed_value : std::nullopt);
  setAccessibleDescription(show_.spoken());
  update();
}

// The gap bar with its dots and marks.
QRect PresenterWindow::gapArea() const {
  const draw::Rect& bar = show_.layout().gap_bar;
  const double reach = 40.0 * show_.layout().unit;
  return QRectF(bar.left - reach, bar.top - reach, bar.width + 2.0 * reach,
                bar.height + 2.0 * reach)
      .toAlignedRect();
}

void PresenterWindow::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  if (blank_) {
    painter.fillRect(rect(), Qt::black);
    return;
  }
  painter.fillRect(rect(), theme_.tokens().surface);
  PresenterPainter(theme_, show_.layout())
      .paint(painter, show_.content(), gap_.value(), event->rect());
}

void PresenterWindow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  rebuild();
}

void PresenterWindow::showEvent(QShowEvent* event) {
  // On its own: a dialog at the controls must not take the keys away from the class, and the view
  // stays when the controls are minimised.
  windowHandle()->setTransientParent(nullptr);
  QWidget::showEvent(event);
  blank_ = false;
  showCursor();
  rebuild();
  tellWhatIsWanted();
}

void PresenterWindow::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  tellWhatIsWanted();
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
  const bool plain = (event->modifiers() & ~Qt::KeypadModifier & ~Qt::ShiftModifier) == 0;
  if (!(plain && (pressControlKey(key) || pressViewKey(key))) && !pressAction(*event) &&
      !(plain && pressRunKey(key))) {
    QWidget::keyPressEvent(event);
  }
}

void PresenterWindow::showControls(bool shown) {
  with_controls_ = shown;
  dragged_.reset();
  rebuild();
}

void PresenterWindow::setControl(std::size_t control, double value) {
  control_ = control;
  const record::LiveParameter parameter = show_.content().controls[control].parameter;
  if (record::valueIn(session_.config(), parameter) == value) {
    rebuild();  // another one may be chosen
  } else {
    session_.setLive(parameter, value);  // which rebuilds
  }
}

bool PresenterWindow::pressControlKey(int key) {
  if (key == Qt::Key_S) {
    showControls(!with_controls_);
    return true;
  }
  const std::size_t count = show_.content().controls.size();
  if (count == 0) {
    return false;
  }
  const std::size_t chosen = show_.content().chosen;
  switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
      control_ = (chosen + (key == Qt::Key_Up ? count - 1 : 1)) % count;
      rebuild();
      return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
      setControl(chosen, show_.steppedValue(chosen, key == Qt::Key_Left ? -1 : 1));
      return true;
    default:
      return false;
  }
}

bool PresenterWindow::pressAction(const QKeyEvent& event) {
  const QKeySequence keys(event.keyCombination());
  for (QAction* action : actions_) {
    if (action->isEnabled() && action->shortcuts().contains(keys)) {
      action->trigger();
      return true;
    }
  }
  return false;
}

bool PresenterWindow::pressViewKey(int key) {
  switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_F5:
      waits_for_screen_ = false;
      close();
      return true;
    case Qt::Key_PageDown:
    case Qt::Key_Down:
    case Qt::Key_MediaNext:
      showSet(set_ + 1);
      return true;
    case Qt::Key_PageUp:
    case Qt::Key_Up:
    case Qt::Key_MediaPrevious:
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
        showSet(set_ + (key == Qt::Key_Left ? -1 : 1));
        return true;
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
      session_.toggle();
      return true;
    case Qt::Key_Period:
      if (session_.isEnabled(Action::Step)) {
        session_.step(StepUnit::Batch);
      }
      return true;
    case Qt::Key_R:
    case Qt::Key_H:
      if (session_.focus().state() != RunState::Diverged) {
        return false;
      }
      session_.focus().decide(key == Qt::Key_R ? DivergenceDecision::RewindToLastGood
                                               : DivergenceDecision::HalveLearningRateAndRetry);
      return true;
    default:
      return false;
  }
}

void PresenterWindow::mousePressEvent(QMouseEvent* event) {
  showCursor();
  if (event->button() == Qt::RightButton) {
    setPrediction(std::nullopt);
  } else if (event->button() == Qt::LeftButton) {
    dragged_ = show_.controlAt(event->position());
    if (dragged_) {
      setControl(*dragged_, show_.valueAt(*dragged_, event->position().x()));
    } else if (const auto pgr = show_.predictionAt(event->position())) {
      setPrediction(pgr);
    }
  }
}

void PresenterWindow::mouseMoveEvent(QMouseEvent* event) {
  showCursor();
  if ((event->buttons() & Qt::LeftButton) != 0) {
    if (dragged_ && *dragged_ < show_.content().controls.size()) {
      setControl(*dragged_, show_.valueAt(*dragged_, event->position().x()));
    } else if (const auto pgr = show_.predictionAt(event->position())) {
      setPrediction(pgr);
    }
  }
}

void PresenterWindow::showCursor() {
  unsetCursor();
  cursor_timer_.start();
}

}  // namespace w2s::ui
