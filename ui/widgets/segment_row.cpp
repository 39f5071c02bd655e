#include "ui/widgets/segment_row.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/columns_layout.h"

namespace w2s::ui {

SegmentRow::SegmentRow(const QString& name, const QString& label, const QList<Choice>& choices,
                       QWidget* parent)
    : QWidget(parent) {
  setObjectName(name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  if (!label.isEmpty()) {
    column->addWidget(new QLabel(label, this));
  }
  // More than five do not fit beside each other in a side panel: two rows of the same length.
  const auto count = static_cast<int>(choices.size());
  segments_ = new ColumnsLayout(count > 5 ? (count + 1) / 2 : count, 4);
  segments_->setSpacing(0);
  column->addLayout(segments_);
  buttons_ = new QButtonGroup(this);
  for (qsizetype i = 0; i < choices.size(); ++i) {
    const Choice& choice = choices[i];
    auto* button = new QToolButton(this);
    button->setObjectName(name + QLatin1Char('.') + choice.id);
    button->setText(choice.text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setToolTip(choice.tip.isEmpty() ? choice.text : choice.tip);
    button->setAccessibleName(label.isEmpty() ? choice.text : tr("%1: %2").arg(label, choice.text));
    button->setAccessibleDescription(choice.tip);
    buttons_->addButton(button, static_cast<int>(i));
    segments_->addWidget(button);
  }
  join(segments_->columnsFor(width()));
  connect(buttons_, &QButtonGroup::idClicked, this, &SegmentRow::edited);
}

// The ends of each row are round; between segments there is one line.
void SegmentRow::join(int columns) {
  QList<QAbstractButton*> offered = buttons_->buttons();
  offered.removeIf([](const QAbstractButton* button) { return button->isHidden(); });
  const int last = static_cast<int>(offered.size()) - 1;
  for (int i = 0; i <= last; ++i) {
    const bool begins = i % columns == 0;
    const bool ends = i % columns == columns - 1 || i == last;
    const QString place = begins && ends ? QStringLiteral("alone")
                          : begins       ? QStringLiteral("first")
                          : ends         ? QStringLiteral("last")
                                         : QStringLiteral("middle");
    QAbstractButton* button = offered[i];
    if (button->property("segment").toString() != place) {
      button->setProperty("segment", place);
      button->style()->unpolish(button);
      button->style()->polish(button);
    }
  }
}

bool SegmentRow::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
    join(segments_->columnsFor(width()));
  }
  return done;
}

int SegmentRow::current() const {
  return buttons_->checkedId();
}

void SegmentRow::setOffered(int index, bool offered) {
  if (QAbstractButton* button = buttons_->button(index)) {
    button->setVisible(offered);
    join(segments_->columnsFor(width()));
  }
}

void SegmentRow::setCurrent(int index) {
  if (QAbstractButton* button = buttons_->button(index)) {
    button->setChecked(true);
  }
}

}  // namespace w2s::ui
