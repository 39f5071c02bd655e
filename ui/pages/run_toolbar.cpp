#include "ui/pages/run_toolbar.h"

#include <algorithm>
#include <functional>
#include <limits>

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QToolTip>

#include "ui/bridge/experiment_session.h"
#include "ui/pages/run_actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/number_entry.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/speed_slider.h"
#include "ui/widgets/state_chip.h"
#include "ui/widgets/whole_dialog.h"

namespace w2s::ui {
namespace {

// Takes any text while it is typed, so that what is no seed gets an answer.
class SeedBox final : public WholeBox {
 public:
  using WholeBox::WholeBox;
  std::function<void(const QString&)> refused;

  [[nodiscard]] QValidator::State validate(QString& input, int& position) const override {
    return std::max(WholeBox::validate(input, position), QValidator::Intermediate);
  }
  // Called where the text is no seed; the box then shows its number again.
  void fixup(QString& input) const override {
    const QString typed = input.startsWith(prefix()) ? input.mid(prefix().size()) : input;
    if (refused && !typed.trimmed().isEmpty()) {
      refused(typed.trimmed());
    }
  }
};

}  // namespace

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
  makeSeed(actions);
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
  for (QWidget* widget : std::initializer_list<QWidget*>{seed_, chip_, present, to_file, more_}) {
    row->addWidget(widget);
  }
  buttons_ = {present, to_file, step_, new_seed, rewind};
  parts_ = {{to_file, {&actions.export_figure}},
            {present, {&actions.present}},
            {seed_, {&actions.set_seed}},
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
  connect(&actions, &RunActions::seedWanted, this, &RunToolbar::askForSeed);
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
    const bool pauses = ui::isEnabled(Action::Pause, session_.focus().state());
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

void RunToolbar::makeSeed(RunActions& actions) {
  auto* box = new SeedBox(this);
  box->refused = [this](const QString& text) { refuseSeed(text); };
  seed_ = box;
  seed_->setObjectName(QStringLiteral("run.seed"));
  seed_->setRange(0, std::numeric_limits<int>::max());
  seed_->setPrefix(tr("seed "));
  seed_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  seed_->setAlignment(Qt::AlignCenter);
  seed_->setKeyboardTracking(false);
  seed_->setAccessibleName(tr("Seed"));
  seed_->setAccessibleDescription(actions.set_seed.statusTip());
  seed_->setToolTip(
      tr("Seed of the next run: data split, initial weights and batch order follow from it"));
  seed_->setValue(static_cast<int>(session_.seed()));
  connect(seed_, &QSpinBox::valueChanged, &session_, [this](int seed) { session_.setSeed(seed); });
  connect(&session_, &ExperimentSession::seedChanged, this, [this](qint64 seed) {
    const QSignalBlocker quiet(seed_);
    seed_->setValue(static_cast<int>(seed));
  });
}

void RunToolbar::refuseSeed(const QString& typed) {
  static const QRegularExpression kList(QStringLiteral("^[0-9]+\\s*([-,;\u2013]\\s*[0-9]+\\s*)+$"));
  QString answer = tr("\u201c%1\u201d is no seed: a seed is a whole number from 0 to %2.")
                       .arg(typed, countText(seed_->maximum()));
  if (kList.match(typed).hasMatch()) {
    answer += QLatin1Char(' ') + tr("Several seeds run on the command line: w2s run %1 --seeds %2")
                                     .arg(QString::fromStdString(session_.config().name), typed);
  }
  QToolTip::showText(seed_->mapToGlobal(QPoint(0, seed_->height())), plainTip(answer), seed_);
  Q_EMIT refused(answer);
}

// In the row where it stands there, otherwise in a small window that does not block.
void RunToolbar::askForSeed() {
  if (seed_->isVisible()) {
    seed_->setFocus(Qt::ShortcutFocusReason);
    seed_->selectAll();
    return;
  }
  auto* dialog = new WholeDialog({.name = QStringLiteral("seed_dialog"),
                                  .title = tr("Seed"),
                                  .text = tr("Seed of the next run: a whole number from 0 on"),
                                  .low = 0,
                                  .high = std::numeric_limits<int>::max(),
                                  .value = static_cast<int>(session_.seed())},
                                 window());
  connect(dialog, &WholeDialog::chosen, &session_, [this](int seed) { session_.setSeed(seed); });
  dialog->open();
}

QAbstractButton* RunToolbar::startButton() const {
  return start_;
}

void RunToolbar::refresh() {
  chip_->setReading(session_.focus().state(), session_.focus().progress(),
                    session_.focus().seconds(), session_.blockReason());
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
  seed_->setFixedWidth(
      QFontMetrics(theme_.font(13)).horizontalAdvance(tr("seed ") + QStringLiteral("00000")) +
      theme_.px(18));
  adaptToWidth();
  refresh();
}

}  // namespace w2s::ui
