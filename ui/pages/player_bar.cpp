#include "ui/pages/player_bar.h"

#include <algorithm>
#include <limits>

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include "ui/bridge/run_player.h"
#include "ui/pages/player_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr int kScrubMs = 30;

int asInt(std::int64_t value) {
  return static_cast<int>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<int>::max()));
}

QString speedText(double speed) {
  const int decimals = speed >= 1.0 ? 0 : speed >= 0.5 ? 1 : 2;
  return QStringLiteral("\u00d7") + decimalText(speed, decimals);
}

}  // namespace

PlayerBar::PlayerBar(const Theme& theme, RunPlayer& player, PlayerActions& actions, QWidget* parent)
    : QFrame(parent),
      theme_(theme),
      player_(player),
      badge_(new QLabel(tr("RECORDED"), this)),
      slider_(new QSlider(Qt::Horizontal, this)),
      place_(new QLabel(this)),
      keys_(new QLabel(this)),
      speed_(new QComboBox(this)) {
  setObjectName(QStringLiteral("player"));
  badge_->setObjectName(QStringLiteral("player.badge"));
  badge_->setProperty("key", true);
  badge_->setToolTip(tr("This run is over: nothing trains, its recorded course is shown"));
  slider_->setObjectName(QStringLiteral("player.position"));
  slider_->setAccessibleName(tr("Step that is shown"));
  slider_->setToolTip(
      tr("The step at which the recorded run is shown. Left, Right: one batch; Page Up, Page Down: "
         "a tenth of the run; Home, End."));
  place_->setObjectName(QStringLiteral("player.place"));
  keys_->setObjectName(QStringLiteral("player.keys"));
  keys_->setProperty("small", true);
  keys_->setText(QStringLiteral("%1 %2 \u00b7 %3 / %4 %5")
                     .arg(actions.toggle.shortcut().toString(QKeySequence::NativeText), tr("plays"),
                          actions.step_back.shortcut().toString(QKeySequence::NativeText),
                          actions.step_evaluation.shortcut().toString(QKeySequence::NativeText),
                          tr("step")));
  speed_->setObjectName(QStringLiteral("player.speed"));
  speed_->setProperty("compact", true);
  speed_->setAccessibleName(tr("Speed of playing"));
  speed_->setToolTip(tr("Of the recorded pace: %1 plays as the student trained (%2, %3)")
                         .arg(speedText(1.0),
                              actions.slower.shortcut().toString(QKeySequence::NativeText),
                              actions.faster.shortcut().toString(QKeySequence::NativeText)));
  for (const double speed : RunPlayer::kSpeeds) {
    speed_->addItem(speedText(speed), speed);
  }

  auto* row = new QHBoxLayout(this);
  row->addWidget(badge_);
  row->addWidget(addButton("player.back", actions.step_back));
  row->addWidget(addButton("player.toggle", actions.toggle));
  row->addWidget(addButton("player.step", actions.step_evaluation));
  row->addWidget(slider_, 1);
  row->addWidget(place_);
  row->addWidget(speed_);
  row->addWidget(addButton("player.fork", actions.fork));
  row->addWidget(keys_);
  folding_ = {keys_, speed_, place_, buttons_.front()};

  scrub_.setSingleShot(true);
  scrub_.setInterval(kScrubMs);
  connect(&scrub_, &QTimer::timeout, this, [this] { player_.moveTo(slider_->value()); });
  connect(slider_, &QSlider::valueChanged, this, [this](int step) {
    place_->setText(placeText(step));
    if (!scrub_.isActive()) {
      scrub_.start();
    }
  });
  connect(speed_, &QComboBox::activated, this,
          [this](int index) { player_.setSpeed(speed_->itemData(index).toDouble()); });
  connect(&player_, &RunPlayer::changed, this, &PlayerBar::refresh);
  connect(&theme_, &Theme::changed, this, &PlayerBar::restyle);
  restyle();
  refresh();
}

QToolButton* PlayerBar::addButton(const char* name, QAction& action) {
  auto* button = new QToolButton(this);
  button->setObjectName(QLatin1String(name));
  button->setDefaultAction(&action);
  button->setToolButtonStyle(action.icon().isNull() ? Qt::ToolButtonTextOnly
                                                    : Qt::ToolButtonIconOnly);
  button->setFocusPolicy(Qt::StrongFocus);
  const auto name_it = [button, &action] {
    button->setAccessibleName(action.text());
    button->setAccessibleDescription(action.statusTip());
  };
  name_it();
  connect(&action, &QAction::changed, button, name_it);
  buttons_.push_back(button);
  return button;
}

QString PlayerBar::placeText(std::int64_t step) const {
  return tr("step %1 of %2").arg(countText(step), countText(player_.steps()));
}

void PlayerBar::refresh() {
  setVisible(player_.canPlay());
  const int steps = std::max(1, asInt(player_.steps()));
  const QSignalBlocker blocker(slider_);
  if (slider_->maximum() != steps) {
    scrub_.stop();
    slider_->setRange(0, steps);
    slider_->setPageStep(std::max(1, steps / 10));
    place_->setMinimumWidth(place_->fontMetrics().horizontalAdvance(placeText(player_.steps())) +
                            theme_.px(4));
    adaptToWidth();
  }
  // A move that is on its way has the last word.
  if (!scrub_.isActive()) {
    slider_->setValue(asInt(player_.position()));
    place_->setText(placeText(player_.position()));
  }
  place_->setToolTip(tr("%1 s of the student's training").arg(decimalText(player_.seconds(), 2)));
  speed_->setCurrentIndex(speed_->findData(player_.speed()));
}

QSize PlayerBar::minimumSizeHint() const {
  return {theme_.px(240), QFrame::minimumSizeHint().height()};
}

void PlayerBar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  adaptToWidth();
}

void PlayerBar::adaptToWidth() {
  for (QWidget* part : folding_) {
    part->show();
  }
  for (QWidget* part : folding_) {
    if (layout()->minimumSize().width() <= width()) {
      break;
    }
    part->hide();
    layout()->invalidate();
  }
}

void PlayerBar::restyle() {
  layout()->setContentsMargins(theme_.px(8), theme_.px(4), theme_.px(8), theme_.px(4));
  static_cast<QHBoxLayout*>(layout())->setSpacing(theme_.px(8));
  for (QToolButton* button : buttons_) {
    button->setIconSize(QSize(theme_.px(16), theme_.px(16)));
  }
  slider_->setMinimumWidth(theme_.px(80));
  adaptToWidth();
}

}  // namespace w2s::ui
