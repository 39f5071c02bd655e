#include "ui/widgets/segment_row.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace w2s::ui {

SegmentRow::SegmentRow(const QString& name, const QString& label, const QList<Choice>& choices,
                       QWidget* parent)
    : QWidget(parent) {
  setObjectName(name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  column->addWidget(new QLabel(label, this));
  auto* row = new QHBoxLayout;
  row->setSpacing(0);
  column->addLayout(row);
  buttons_ = new QButtonGroup(this);
  for (qsizetype i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    auto* button = new QToolButton(this);
    button->setObjectName(name + QLatin1Char('.') + choice.id);
    button->setText(choice.text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("segment", i == 0                    ? QStringLiteral("first")
                                   : i == choices.size() - 1 ? QStringLiteral("last")
                                                             : QStringLiteral("middle"));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setToolTip(choice.tip.isEmpty() ? choice.text : choice.tip);
    button->setAccessibleName(tr("%1: %2").arg(label, choice.text));
    button->setAccessibleDescription(choice.tip);
    buttons_->addButton(button, static_cast<int>(i));
    row->addWidget(button, 1);
  }
  connect(buttons_, &QButtonGroup::idClicked, this, &SegmentRow::edited);
}

int SegmentRow::current() const {
  return buttons_->checkedId();
}

void SegmentRow::setCurrent(int index) {
  if (QAbstractButton* button = buttons_->button(index)) {
    button->setChecked(true);
  }
}

}  // namespace w2s::ui
