#include "ui/form/field_row.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/translated.h"
#include "ui/form/field_editor.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {

constexpr int kIndent = 14;

}  // namespace

FieldRow::FieldRow(const Theme& theme, const FormRow& row, QWidget* parent)
    : QWidget(parent), theme_(theme), depth_(row.depth) {
  state_.field = row.field;
  setObjectName(QStringLiteral("field.") + QString::fromStdString(row.field.key));
  connect(&theme_, &Theme::changed, this, &FieldRow::restyle);
}

void FieldRow::setVisible(bool visible) {
  if (visible) {
    makeParts();
  }
  QWidget::setVisible(visible);
}

void FieldRow::makeParts() {
  if (areMade()) {
    return;
  }
  const config::FormField& field = state_.field;
  const QString key = QString::fromStdString(field.key);
  const QString name = objectName();
  label_ = new ElidedLabel(translated(field.label), this);
  live_mark_ = new QLabel(this);
  live_mark_->setVisible(field.live);
  live_mark_->setToolTip(tr("Live: takes effect at the next batch of a run in progress"));
  changed_mark_ = new QLabel(this);
  changed_mark_->setObjectName(name + QStringLiteral(".changed"));
  changed_mark_->hide();
  pending_mark_ = new QLabel(tr("next run"), this);
  pending_mark_->setObjectName(name + QStringLiteral(".pending"));
  pending_mark_->setProperty("pill", true);
  pending_mark_->hide();
  details_ = new QToolButton(this);
  details_->setObjectName(name + QStringLiteral(".details"));
  details_->setProperty("flat", true);
  details_->hide();
  summary_ = new QLabel(this);
  summary_->setObjectName(name + QStringLiteral(".summary"));
  summary_->setProperty("small", true);
  summary_->setWordWrap(true);
  summary_->hide();
  reset_ = new QToolButton(this);
  reset_->setObjectName(name + QStringLiteral(".reset"));
  reset_->setProperty("flat", true);
  // As high as the line: the rows below stand still when it comes.
  reset_->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Ignored);
  reset_->hide();
  editor_ = FieldEditor::make(theme_, field, this);
  label_->setBuddy(editor_);
  layOutParts();
  connectParts(key);
  restyle();
  refreshTexts();
  Q_EMIT made();
}

void FieldRow::layOutParts() {
  auto* head = new QHBoxLayout;
  head->setSpacing(5);
  head->addWidget(label_);
  head->addWidget(live_mark_);
  head->addWidget(changed_mark_);
  head->addWidget(pending_mark_);
  head->addStretch(1);
  head->addWidget(reset_);
  head->addWidget(details_);
  column_ = new QVBoxLayout(this);
  column_->addLayout(head);
  if (editor_->isBesideLabel()) {
    head->addWidget(editor_);
  } else {
    column_->addWidget(editor_);
  }
  column_->addWidget(summary_);
}

void FieldRow::connectParts(const QString& key) {
  connect(editor_, &FieldEditor::edited, this, [this, key](const QString& value) {
    if (refusal_) {
      setRefusal(std::nullopt);
      showProblems();
      refreshTexts();
    }
    Q_EMIT edited(key, value);
  });
  connect(editor_, &FieldEditor::gestureEnded, this, &FieldRow::gestureEnded);
  connect(reset_, &QToolButton::clicked, this, [this, key] {
    editor_->setFocus(Qt::OtherFocusReason);  // the button is about to go
    Q_EMIT resetRequested(key);
  });
  connect(details_, &QToolButton::clicked, this, [this] {
    setDetailsOpen(!details_open_);
    Q_EMIT detailsToggled();
  });
  for (QWidget* part : editor_->findChildren<QWidget*>()) {
    part->installEventFilter(this);
  }
}

bool FieldRow::fits(const FormRow& row) const {
  config::FormField other = row.field;
  other.value = state_.field.value;
  const config::FormField& mine = state_.field;
  const auto same_choices = [&] {
    if (mine.choices.size() != other.choices.size()) {
      return false;
    }
    for (std::size_t i = 0; i < mine.choices.size(); ++i) {
      if (mine.choices[i].name != other.choices[i].name) {
        return false;
      }
    }
    return true;
  };
  return row.depth == depth_ && mine.key == other.key && mine.kind == other.kind &&
         mine.label == other.label && mine.help == other.help && mine.min == other.min &&
         mine.max == other.max && mine.slider_min == other.slider_min &&
         mine.slider_max == other.slider_max && mine.live == other.live && same_choices();
}

void FieldRow::setState(const State& state) {
  const auto value = [](const std::optional<config::FormField>& field) {
    return field ? std::optional(field->value) : std::nullopt;
  };
  if (has_state_ && state.field.value == state_.field.value && state.problems == state_.problems &&
      value(state.preset) == value(state_.preset) &&
      value(state.standard) == value(state_.standard) && state.pending == state_.pending &&
      state.owner == state_.owner && state.has_details == state_.has_details &&
      state.details == state_.details) {
    return;
  }
  has_state_ = true;
  const bool new_problems = state.problems != state_.problems;
  const bool new_value = state.field.value != state_.field.value;
  if (new_value) {
    setRefusal(std::nullopt);
  }
  state_ = state;
  if (areMade() && !refusal_) {
    editor_->setField(state_.field);
  }
  refreshTexts();
  if (new_problems || new_value) {
    showProblems();
  }
}

void FieldRow::showRefusal(const SettingProblem& problem) {
  makeParts();
  setRefusal(problem);
  showProblems();
  refreshTexts();
}

void FieldRow::clearRefusal() {
  if (refusal_) {
    setRefusal(std::nullopt);
    editor_->setField(state_.field);
    showProblems();
    refreshTexts();
  }
}

void FieldRow::setRefusal(const std::optional<SettingProblem>& refusal) {
  if (refusal != refusal_) {
    refusal_ = refusal;
    Q_EMIT refusalChanged();
  }
}

bool FieldRow::isChanged() const {
  return !state_.preset || state_.preset->value != state_.field.value;
}

void FieldRow::setDetailsOpen(bool open) {
  details_open_ = open;
  refreshTexts();
}

void FieldRow::setHighlighted(bool highlighted) {
  if (highlighted != highlighted_) {
    highlighted_ = highlighted;
    update();
  }
}

void FieldRow::focusEditor() {
  makeParts();
  editor_->setFocus(Qt::ShortcutFocusReason);
}

bool FieldRow::matches(const QStringList& words) const {
  QString text = QStringLiteral("%1 %2 %3 %4")
                     .arg(translated(state_.field.label), QString::fromStdString(state_.field.key),
                          translated(state_.field.help), state_.owner);
  for (const config::FormChoice& choice : state_.field.choices) {
    text += QLatin1Char(' ') + translated(choice.label);
  }
  return std::all_of(words.cbegin(), words.cend(),
                     [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

// Marks, tooltips and what is read aloud.
void FieldRow::refreshTexts() {
  if (!areMade()) {
    return;
  }
  const auto pointer = [](const std::optional<config::FormField>& field) {
    return field ? &*field : nullptr;
  };
  const QString tip = tooltipOf(state_.field, pointer(state_.preset), pointer(state_.standard));
  const QString name = state_.owner.isEmpty()
                           ? label_->text()
                           : QStringLiteral("%1, %2").arg(state_.owner, label_->text());
  const bool changed = isChanged();
  const QString back = state_.preset
                           ? tr("Back to the preset's value, %1").arg(valueWords(*state_.preset))
                           : QString();
  setRichToolTip(*label_, tip);
  changed_mark_->setVisible(changed);
  changed_mark_->setToolTip(
      state_.preset ? tr("Differs from the preset, which has %1").arg(valueWords(*state_.preset))
                    : tr("The preset has no such setting"));
  reset_->setVisible(changed && state_.preset.has_value());
  reset_->setToolTip(back);
  reset_->setAccessibleName(tr("Reset %1").arg(name));
  pending_mark_->setVisible(!state_.pending.isEmpty());
  pending_mark_->setToolTip(
      tr("Waits for the next run; the present one has: %1").arg(state_.pending));
  summary_->setText(state_.details);
  summary_->setVisible(!state_.details.isEmpty() && !details_open_);
  details_->setVisible(state_.has_details);
  details_->setAccessibleName(tr("%1: shape and warm-up").arg(name));
  details_->setAccessibleDescription(state_.details);
  details_->setToolTip(details_open_ ? tr("Folds shape and warm-up away")
                                     : tr("Shows shape and warm-up of this schedule"));
  showDetailsIcon();
  QStringList said{translated(state_.field.help)};
  if (state_.field.live) {
    said += tr("live");
  }
  if (changed) {
    said += tr("changed from the preset");
  }
  if (!state_.pending.isEmpty()) {
    said += tr("waits for the next run");
  }
  for (const SettingProblem& problem : state_.problems) {
    said += QString::fromStdString(problem.message);
  }
  if (refusal_) {
    said += QString::fromStdString(refusal_->message);
  }
  editor_->describe(name, said.join(QStringLiteral("; ")), tip);
}

void FieldRow::showDetailsIcon() {
  details_->setIcon(
      theme_.icon(details_open_ ? QStringLiteral("chevron_up") : QStringLiteral("chevron_down"),
                  theme_.tokens().muted));
}

void FieldRow::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (highlighted_) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.chip);
    painter.drawRoundedRect(rect(), theme_.px(6), theme_.px(6));
  }
  if (depth_ > 0) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.border);
    painter.drawRect(QRectF(theme_.px(4), 0, theme_.px(2), height()));
  }
}

void FieldRow::enterEvent(QEnterEvent* event) {
  QWidget::enterEvent(event);
  Q_EMIT attended(QString::fromStdString(state_.field.key), true);
}

void FieldRow::leaveEvent(QEvent* event) {
  QWidget::leaveEvent(event);
  Q_EMIT attended(QString::fromStdString(state_.field.key), false);
}

bool FieldRow::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    Q_EMIT attended(QString::fromStdString(state_.field.key), event->type() == QEvent::FocusIn);
  } else if (event->type() == QEvent::KeyPress && refusal_ &&
             static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
    clearRefusal();
    return true;
  }
  return QWidget::eventFilter(object, event);
}

void FieldRow::contextMenuEvent(QContextMenuEvent* event) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("field.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const QString key = QString::fromStdString(state_.field.key);
  QAction* back =
      menu->addAction(state_.preset ? tr("Reset to the preset's %1").arg(valueWords(*state_.preset))
                                    : tr("Reset to the preset"));
  back->setEnabled(isChanged() && state_.preset);
  connect(back, &QAction::triggered, this, [this, key] { Q_EMIT resetRequested(key); });
  if (state_.standard && state_.standard->value != state_.field.value) {
    const QString value = QString::fromStdString(editText(*state_.standard));
    QAction* standard =
        menu->addAction(tr("Set to the default, %1").arg(valueWords(*state_.standard)));
    connect(standard, &QAction::triggered, this,
            [this, key, value] { Q_EMIT fixRequested(key, value); });
  }
  if (state_.field.affects_result && state_.field.kind != config::FieldKind::Seeds) {
    connect(menu->addAction(tr("Vary in a study")), &QAction::triggered, this,
            [this, key] { Q_EMIT varied(key); });
  }
  menu->addSeparator();
  const QString assignment =
      QStringLiteral("%1=%2").arg(key, QString::fromStdString(editText(state_.field)));
  connect(menu->addAction(tr("Copy as %1").arg(assignment)), &QAction::triggered, this,
          [assignment] { QGuiApplication::clipboard()->setText(assignment); });
  menu->popup(event->globalPos());
}

void FieldRow::restyle() {
  if (!areMade()) {
    return;
  }
  const Tokens& tokens = theme_.tokens();
  const QSize small(theme_.px(12), theme_.px(12));
  column_->setContentsMargins(theme_.px(depth_ * kIndent), 0, 0, 0);
  column_->setSpacing(theme_.px(editor_->isBesideLabel() ? 0 : 2));
  live_mark_->setPixmap(theme_.icon(QStringLiteral("bolt"), tokens.live).pixmap(small));
  changed_mark_->setPixmap(
      theme_.icon(QStringLiteral("dot"), tokens.accent).pixmap(theme_.px(8), theme_.px(8)));
  reset_->setIcon(theme_.icon(QStringLiteral("reset"), tokens.muted));
  reset_->setIconSize(small);
  details_->setIconSize(small);
  showDetailsIcon();
  if (hasProblem()) {
    showProblems();
  }
}

}  // namespace w2s::ui
