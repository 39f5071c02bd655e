#include "ui/pages/run_toolbar.h"

#include <algorithm>

#include <QEvent>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include "ui/bridge/experiment_session.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"
#include "ui/pages/run_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/speed_slider.h"
#include "ui/widgets/state_chip.h"

namespace w2s::ui {

RunToolbar::RunToolbar(const Theme& theme, ExperimentSession& session, RunActions& actions,
                       const std::vector<SettingsBasis>& presets, QWidget* parent)
    : QFrame(parent), theme_(theme), session_(session) {
  setObjectName(QStringLiteral("toolbar"));
  preset_ = new PresetChooser(theme, presets, this);
  makeStart(actions);
  step_ = addButton("run.step", actions.step_batch, tr("Step"));
  auto* menu = new QMenu(step_);
  menu->addActions({&actions.step_batch, &actions.step_evaluation, &actions.step_epoch});
  step_->setMenu(menu);
  step_->setPopupMode(QToolButton::MenuButtonPopup);
  QToolButton* rewind = addButton("run.rewind", actions.rewind, tr("Rewind"));
  QToolButton* new_seed = addButton("run.new_seed", actions.new_seed, tr("New seed"));
  speed_ = new SpeedSlider(theme, this);
  makeSeeds(actions);
  chip_ = new StateChip(theme, this);
  chip_->setObjectName(QStringLiteral("run.state"));
  QToolButton* present = addButton("run.present", actions.present, tr("Present"));
  QToolButton* to_file = addButton("run.export", actions.export_figure, tr("Export"));
  more_ = new QToolButton(this);
  more_->setObjectName(QStringLiteral("run.more"));
  more_->setAccessibleName(tr("More"));
  more_->setAccessibleDescription(tr("What the tool bar has no room for"));
  more_->setToolTip(tr("What the tool bar has no room for"));
  more_->setPopupMode(QToolButton::InstantPopup);
  more_->setFocusPolicy(Qt::StrongFocus);
  folded_ = new QMenu(more_);
  more_->setMenu(folded_);

  auto* row = new QHBoxLayout(this);
  row->setSpacing(8);
  for (QWidget* widget :
       std::initializer_list<QWidget*>{preset_, start_, step_, rewind, new_seed}) {
    row->addWidget(widget);
  }
  row->addSpacing(8);
  row->addWidget(speed_);
  row->addStretch(1);
  for (QWidget* widget : std::initializer_list<QWidget*>{seeds_, chip_, present, to_file, more_}) {
    row->addWidget(widget);
  }
  buttons_ = {present, to_file, step_, new_seed, rewind};
  parts_ = {{to_file, {&actions.export_figure}},
            {present, {&actions.present}},
            {seeds_, {&actions.set_seed, &actions.add_seeds}},
            {new_seed, {&actions.new_seed}},
            {speed_, {&actions.slower, &actions.faster, &actions.max_speed}},
            {rewind, {&actions.rewind}},
            {step_, {&actions.step_batch, &actions.step_evaluation, &actions.step_epoch}}};

  // Space now starts the run, as it did at the window's start.
  connect(preset_, &PresetChooser::picked, start_,
          [this] { start_->setFocus(Qt::OtherFocusReason); });
  connect(speed_, &SpeedSlider::edited, &session_, &ExperimentSession::setSpeed);
  connect(&session_, &ExperimentSession::speedChanged, speed_, &SpeedSlider::setSpeed);
  connect(&session_, &ExperimentSession::stateChanged, this, &RunToolbar::refresh);
  connect(&session_, &ExperimentSession::refreshed, this, &RunToolbar::refresh);
  connect(&session_, &ExperimentSession::blockReasonChanged, this, &RunToolbar::refresh);
  connect(&actions, &RunActions::seedWanted, this, &RunToolbar::askForSeeds);
  connect(&theme_, &Theme::changed, this, &RunToolbar::restyle);
  restyle();
}

QToolButton* RunToolbar::addButton(const char* name, QAction& action, const QString& text) {
  auto* button = new QToolButton(this);
  button->setObjectName(QLatin1String(name));
  button->setDefaultAction(&action);
  button->setFocusPolicy(Qt::StrongFocus);
  const auto follow = [button, &action, text] {
    button->setText(text);
    button->setAccessibleName(text);
    button->setAccessibleDescription(action.statusTip());
  };
  follow();
  connect(&action, &QAction::changed, button, follow);
  return button;
}

void RunToolbar::makeStart(RunActions& actions) {
  start_ = new QPushButton(this);
  start_->setObjectName(QStringLiteral("run.start"));
  start_->setProperty("primary", true);
  const auto follow = [this, &actions] {
    start_->setText(actions.toggle.text());
    // The action's icon is for menus; this button has the accent's ground.
    const bool pauses = ui::isEnabled(Action::Pause, session_.state());
    start_->setIcon(theme_.icon(pauses ? QStringLiteral("pause") : QStringLiteral("play"),
                                theme_.tokens().accent_text));
    start_->setEnabled(actions.toggle.isEnabled());
    start_->setToolTip(actions.toggle.toolTip());
    start_->setAccessibleName(actions.toggle.text());
    start_->setAccessibleDescription(actions.toggle.toolTip());
  };
  follow();
  connect(&actions.toggle, &QAction::changed, start_, follow);
  connect(start_, &QPushButton::clicked, &actions.toggle, &QAction::trigger);
}

void RunToolbar::makeSeeds(RunActions& actions) {
  seeds_ = new QLineEdit(this);
  seeds_->setObjectName(QStringLiteral("run.seeds"));
  seeds_->setAlignment(Qt::AlignRight);
  seeds_->setAccessibleName(tr("Seeds"));
  seeds_->setAccessibleDescription(actions.set_seed.statusTip());
  seeds_->setToolTip(
      tr("Seeds of the next runs: 7, or 0-4, or 0, 3, 7. Data split, initial weights and batch "
         "order follow from a seed; Start makes a run for each, and the charts show their mean "
         "with a band."));
  seeds_title_ = new QLabel(tr("seed"), seeds_);
  seeds_title_->setProperty("small", true);
  seeds_title_->setAttribute(Qt::WA_TransparentForMouseEvents);
  followSeeds();
  connect(seeds_, &QLineEdit::editingFinished, this, [this] {
    if (seeds_->isModified()) {
      takeSeeds(seeds_->text());
      followSeeds();
    }
  });
  connect(&session_, &ExperimentSession::seedsChanged, this, &RunToolbar::followSeeds);
}

void RunToolbar::followSeeds() {
  seeds_->setText(QString::fromStdString(seedsText(session_.seeds())));
  seeds_->setModified(false);
  seeds_title_->setText(session_.seeds().size() > 1 ? tr("seeds") : tr("seed"));
  placeSeedsTitle();
}

void RunToolbar::placeSeedsTitle() {
  seeds_title_->adjustSize();
  const int left = theme_.px(8);
  seeds_title_->move(left, (seeds_->height() - seeds_title_->height()) / 2);
  seeds_->setTextMargins(left + seeds_title_->width(), 0, theme_.px(4), 0);
}

void RunToolbar::takeSeeds(const QString& typed) {
  const auto seeds = seedsOfWindow(typed.trimmed().toStdString());
  if (seeds) {
    session_.setSeeds(*seeds);
    return;
  }
  const QString answer = QString::fromStdString(said(seeds.error()));
  showPlainTip(seeds_->mapToGlobal(QPoint(0, seeds_->height())), answer, seeds_);
  Q_EMIT refused(answer);
}

// In the row where it stands there, otherwise in a small window that does not block.
void RunToolbar::askForSeeds() {
  if (seeds_->isVisible()) {
    seeds_->setFocus(Qt::ShortcutFocusReason);
    seeds_->selectAll();
    return;
  }
  auto* dialog = new QInputDialog(window());
  dialog->setObjectName(QStringLiteral("seeds_dialog"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Seeds"));
  dialog->setLabelText(tr("Seeds of the next runs: 7, or 0-4, or 0, 3, 7"));
  dialog->setTextValue(QString::fromStdString(seedsText(session_.seeds())));
  connect(dialog, &QInputDialog::textValueSelected, this, &RunToolbar::takeSeeds);
  dialog->open();
}

QAbstractButton* RunToolbar::startButton() const {
  return start_;
}

void RunToolbar::refresh() {
  chip_->setReading(session_.state(), session_.progress(), session_.focus().seconds(),
                    session_.blockReason(), session_.focus().isShownInPart());
}

QSize RunToolbar::minimumSizeHint() const {
  return {theme_.px(240), QFrame::minimumSizeHint().height()};
}

void RunToolbar::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  adaptToWidth();
}

// Fonts and style sheets reach the parts after a new look was chosen.
bool RunToolbar::event(QEvent* event) {
  const bool done = QFrame::event(event);
  if (event->type() == QEvent::LayoutRequest && neededWidth() != needed_) {
    adaptToWidth();
  }
  return done;
}

void RunToolbar::setTexts(std::size_t shown) {
  for (std::size_t i = 0; i < buttons_.size(); ++i) {
    buttons_[i]->setToolButtonStyle(i < shown ? Qt::ToolButtonTextBesideIcon
                                              : Qt::ToolButtonIconOnly);
  }
  preset_->setMinimumContentsLength(shown > 0 ? 18 : 15);
}

int RunToolbar::neededWidth() const {
  const QMargins margins = layout()->contentsMargins();
  int width = margins.left() + margins.right() + 8;
  for (int i = 0; i < layout()->count(); ++i) {
    const QWidget* widget = layout()->itemAt(i)->widget();
    if (widget != nullptr && !widget->isHidden()) {
      width += widget->minimumSizeHint()
                   .expandedTo(widget->minimumSize())
                   .boundedTo(widget->maximumSize())
                   .width() +
               layout()->spacing();
    }
  }
  return width;
}

void RunToolbar::adaptToWidth() {
  for (const Part& part : parts_) {
    part.widget->show();
  }
  more_->hide();
  chip_->setCompact(false);
  for (std::size_t texts = buttons_.size();; --texts) {
    setTexts(texts);
    needed_ = neededWidth();
    if (needed_ <= width()) {
      return;
    }
    if (texts == 0) {
      break;
    }
  }
  chip_->setCompact(true);
  needed_ = neededWidth();
  for (const Part& part : parts_) {
    if (needed_ <= width()) {
      break;
    }
    part.widget->hide();
    more_->show();
    needed_ = neededWidth();
  }
  fillMenu();
}

void RunToolbar::fillMenu() {
  folded_->clear();
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) {
    if (part->widget->isHidden()) {
      for (QAction* action : part->actions) {
        folded_->addAction(action);
      }
    }
  }
}

void RunToolbar::restyle() {
  const QSize icon(theme_.px(16), theme_.px(16));
  const QFontMetrics bold(theme_.font(13, QFont::DemiBold));
  layout()->setContentsMargins(theme_.px(12), theme_.px(7), theme_.px(12), theme_.px(7));
  start_->setIconSize(icon);
  for (QToolButton* button : buttons_) {
    button->setIconSize(icon);
  }
  more_->setIcon(theme_.icon(QStringLiteral("more")));
  more_->setIconSize(icon);
  // As wide as its longest text, so that the row stands still when Start becomes Continue.
  start_->setMinimumWidth(bold.horizontalAdvance(RunActions::tr("Continue")) + theme_.px(46));
  seeds_->setFixedWidth(
      QFontMetrics(theme_.font(13)).horizontalAdvance(tr("seeds") + QStringLiteral("000000")) +
      theme_.px(24));
  placeSeedsTitle();
  adaptToWidth();
  refresh();
}

}  // namespace w2s::ui
