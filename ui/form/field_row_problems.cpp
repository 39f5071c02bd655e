// What is wrong with a setting, below its editor: part of FieldRow.
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/bridge/translated.h"
#include "ui/form/field_row.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

void FieldRow::showProblems() {
  if (problems_ != nullptr) {
    const bool had_focus = problems_->isAncestorOf(focusWidget());
    problems_->setParent(nullptr);  // its button may be the sender
    problems_->deleteLater();
    problems_ = nullptr;
    if (had_focus) {
      focusEditor();
    }
  }
  if (!hasProblem() || !areMade()) {
    return;
  }
  problems_ = new QWidget(this);
  auto* list = new QVBoxLayout(problems_);
  list->setContentsMargins(0, theme_.px(3), 0, theme_.px(2));
  list->setSpacing(theme_.px(3));
  if (refusal_) {
    addProblem(*refusal_);
  }
  for (const SettingProblem& problem : state_.problems) {
    addProblem(problem);
  }
  column_->addWidget(problems_);
  problems_->show();
}

void FieldRow::addProblem(const SettingProblem& problem) {
  auto* icon = new QLabel(problems_);
  icon->setPixmap(theme_.icon(QStringLiteral("alert"), theme_.tokens().trouble_text)
                      .pixmap(theme_.px(14), theme_.px(14)));
  auto* text = new QLabel(QString::fromStdString(problem.message), problems_);
  text->setObjectName(objectName() + QStringLiteral(".problem"));
  text->setProperty("problem", true);
  text->setWordWrap(true);
  auto* line = new QHBoxLayout;
  line->setSpacing(theme_.px(6));
  line->addWidget(icon, 0, Qt::AlignTop);
  line->addWidget(text, 1);
  auto* list = static_cast<QVBoxLayout*>(problems_->layout());
  list->addLayout(line);
  const qsizetype before =
      problems_->findChildren<QToolButton*>(QString(), Qt::FindDirectChildrenOnly).size();
  for (std::size_t i = 0; i < problem.fixes.size(); ++i) {
    const SettingFix& fix = problem.fixes[i];
    const QString value = translated(fix.value_label);
    const bool own = fix.key == state_.field.key;
    const QString words =
        own ? tr("Set to %1").arg(value) : tr("Set %1 to %2").arg(translated(fix.label), value);
    auto* button = new QToolButton(problems_);
    button->setObjectName(objectName() +
                          QStringLiteral(".fix.%1").arg(before + static_cast<qsizetype>(i)));
    button->setProperty("link", true);
    button->setText(QFontMetrics(theme_.font(11.5, QFont::DemiBold))
                        .elidedText(words, Qt::ElideRight, theme_.px(240)));
    button->setAccessibleName(tr("Fix: %1").arg(words));
    button->setToolTip(QStringLiteral("%1 = %2").arg(QString::fromStdString(fix.key),
                                                     QString::fromStdString(fix.value)));
    connect(button, &QToolButton::clicked, this, [this, fix] {
      focusEditor();
      Q_EMIT fixRequested(QString::fromStdString(fix.key), QString::fromStdString(fix.value));
    });
    auto* indented = new QHBoxLayout;
    indented->addSpacing(theme_.px(20));
    indented->addWidget(button);
    indented->addStretch(1);
    list->addLayout(indented);
  }
}

}  // namespace w2s::ui
