#include "ui/pages/run_toolbar.h"

#include <limits>

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include "ui/bridge/run_controller.h"
#include "ui/pages/run_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/speed_slider.h"
#include "ui/widgets/state_chip.h"

namespace w2s::ui {

RunToolbar::RunToolbar(const Theme& theme, RunController& controller, RunActions& actions,
                       const std::vector<PresetChoice>& presets, QWidget* parent)
    : QFrame(parent), theme_(theme), controller_(controller) {
  setObjectName(QStringLiteral("toolbar"));
  preset_ = new PresetChooser(theme, presets, this);
  const auto button = [this](const char* name, QAction& action) {
    auto* made = new QToolButton(this);
    made->setObjectName(QLatin1String(name));
    made->setDefaultAction(&action);
    made->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    made->setFocusPolicy(Qt::StrongFocus);
    made->setAccessibleName(action.text());
    connect(&action, &QAction::changed, made,
            [made, &action] { made->setAccessibleName(action.text()); });
    return made;
  };
  start_ = new QPushButton(this);
  start_->setObjectName(QStringLiteral("run.start"));
  start_->setProperty("primary", true);
  const auto follow = [this, &actions] {
    start_->setText(actions.toggle.text());
    start_->setIcon(actions.toggle.icon());
    start_->setEnabled(actions.toggle.isEnabled());
    start_->setToolTip(actions.toggle.toolTip());
    start_->setAccessibleName(actions.toggle.text());
  };
  follow();
  connect(&actions.toggle, &QAction::changed, start_, follow);
  connect(start_, &QPushButton::clicked, &actions.toggle, &QAction::trigger);
  step_ = button("run.step", actions.step_batch);
  auto* menu = new QMenu(step_);
  menu->addActions({&actions.step_batch, &actions.step_evaluation, &actions.step_epoch});
  step_->setMenu(menu);
  step_->setPopupMode(QToolButton::MenuButtonPopup);
  rewind_ = button("run.rewind", actions.rewind);
  new_seed_ = button("run.new_seed", actions.new_seed);
  speed_ = new SpeedSlider(theme, this);
  seed_ = new QSpinBox(this);
  seed_->setObjectName(QStringLiteral("run.seed"));
  seed_->setRange(0, std::numeric_limits<int>::max());
  seed_->setPrefix(tr("seed "));
  seed_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  seed_->setAlignment(Qt::AlignCenter);
  seed_->setKeyboardTracking(false);
  seed_->setAccessibleName(tr("Seed"));
  seed_->setToolTip(
      tr("Seed of the next run: data split, initial weights and batch order follow from it"));
  chip_ = new StateChip(theme, this);
  chip_->setObjectName(QStringLiteral("run.state"));

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 8, 12, 8);
  row->setSpacing(8);
  row->addWidget(preset_);
  row->addWidget(start_);
  row->addWidget(step_);
  row->addWidget(rewind_);
  row->addWidget(new_seed_);
  row->addSpacing(8);
  row->addWidget(speed_);
  row->addWidget(chip_, 1);
  row->addWidget(seed_);

  connect(preset_, &QComboBox::activated, this, &RunToolbar::presetChosen);
  connect(speed_, &SpeedSlider::edited, &controller_, &RunController::setSpeed);
  connect(&controller_, &RunController::speedChanged, speed_, &SpeedSlider::setSpeed);
  connect(seed_, &QSpinBox::valueChanged, &controller_,
          [this](int seed) { controller_.setSeed(seed); });
  connect(&controller_, &RunController::seedChanged, this, [this](qint64 seed) {
    const QSignalBlocker quiet(seed_);
    seed_->setValue(static_cast<int>(seed));
  });
  connect(&controller_, &RunController::stateChanged, this, &RunToolbar::refresh);
  connect(&controller_, &RunController::refreshed, this, &RunToolbar::refresh);
  connect(&controller_, &RunController::blockReasonChanged, this, &RunToolbar::refresh);
  connect(&theme_, &Theme::changed, this, &RunToolbar::restyle);
  seed_->setValue(static_cast<int>(controller_.seed()));
  restyle();
}

void RunToolbar::showPreset(int index) {
  preset_->setCurrentIndex(index);
}

QAbstractButton* RunToolbar::startButton() const {
  return start_;
}

void RunToolbar::refresh() {
  chip_->setReading(controller_.state(), controller_.progress(), controller_.seconds(),
                    controller_.blockReason());
}

void RunToolbar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  adaptToWidth();
}

void RunToolbar::adaptToWidth() {
  const auto style =
      width() < theme_.px(1180) ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon;
  preset_->setMinimumContentsLength(style == Qt::ToolButtonIconOnly ? 17 : 24);
  for (QToolButton* button : {step_, rewind_, new_seed_}) {
    button->setToolButtonStyle(style);
    if (button == step_ && style == Qt::ToolButtonTextBesideIcon) {
      button->setText(tr("Step"));
    }
  }
}

void RunToolbar::restyle() {
  const QSize icon(theme_.px(16), theme_.px(16));
  const QFontMetrics bold(theme_.font(13, QFont::DemiBold));
  start_->setIconSize(icon);
  for (QToolButton* button : {step_, rewind_, new_seed_}) {
    button->setIconSize(icon);
  }
  // As wide as its longest text, so that the row stands still when Start becomes Continue.
  start_->setMinimumWidth(bold.horizontalAdvance(tr("Continue")) + theme_.px(46));
  seed_->setFixedWidth(
      QFontMetrics(theme_.font(13)).horizontalAdvance(QStringLiteral("seed 00000")) +
      theme_.px(14));
  adaptToWidth();
  refresh();
}

}  // namespace w2s::ui
