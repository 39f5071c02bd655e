#include "ui/widgets/run_name_delegate.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>

#include "ui/models/runs_model.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

RunNameDelegate::RunNameDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

void RunNameDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QString note = index.data(RunsModel::NoteRole).toString().section(QLatin1Char('\n'), 0, 0);
  if (note.isEmpty()) {
    return;
  }
  QStyleOptionViewItem filled = option;
  initStyleOption(&filled, index);
  const QStyle* style = filled.widget != nullptr ? filled.widget->style() : QApplication::style();
  QRect room = style->subElementRect(QStyle::SE_ItemViewItemText, &filled, filled.widget);
  const int gap = theme_.px(10);
  room.setLeft(room.left() + QFontMetrics(filled.font).horizontalAdvance(filled.text) + gap);
  if (room.width() < theme_.px(24)) {
    return;  // the tooltip has it
  }
  const QFont font = theme_.font(12);
  painter->save();
  painter->setFont(font);
  painter->setPen(theme_.tokens().muted);
  painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(font).elidedText(note, Qt::ElideRight, room.width()));
  painter->restore();
}

QWidget* RunNameDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                       const QModelIndex& index) const {
  auto* editor = new QLineEdit(parent);
  editor->setObjectName(QStringLiteral("run.runs.editor"));
  editor->setFrame(false);
  editor->setAutoFillBackground(true);
  editor->setAccessibleName(tr("Name of the run"));
  editor->setPlaceholderText(index.data().toString());
  return editor;
}

}  // namespace w2s::ui
