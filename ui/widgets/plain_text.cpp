#include "ui/widgets/plain_text.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QGraphicsItem>
#include <QGraphicsView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QMenu>
#include <QToolTip>

namespace w2s::ui {
namespace {

constexpr auto kRich = "w2s_rich_tip";

// The text that Qt would show for this event.
QString tipAt(QWidget& widget, const QPoint& place) {
  QWidget* parent = widget.parentWidget();
  // A header is an item view without items of its own.
  if (const auto* header = qobject_cast<QHeaderView*>(parent);
      header != nullptr && header->viewport() == &widget && header->model() != nullptr) {
    const int section = header->logicalIndexAt(place);
    return section < 0 ? QString()
                       : header->model()
                             ->headerData(section, header->orientation(), Qt::ToolTipRole)
                             .toString();
  }
  if (auto* view = qobject_cast<QAbstractItemView*>(parent);
      view != nullptr && view->viewport() == &widget) {
    return view->indexAt(place).data(Qt::ToolTipRole).toString();
  }
  if (auto* view = qobject_cast<QGraphicsView*>(parent);
      view != nullptr && view->viewport() == &widget) {
    for (const QGraphicsItem* item : view->items(place)) {
      if (!item->toolTip().isEmpty()) {
        return item->toolTip();
      }
    }
  }
  if (auto* menu = qobject_cast<QMenu*>(&widget)) {
    const QAction* action = menu->actionAt(place);
    return action != nullptr && menu->toolTipsVisible() ? action->toolTip() : QString();
  }
  const QString tip = widget.toolTip();
  return widget.property(kRich).toString() == tip ? QString() : tip;
}

}  // namespace

QString plainTip(const QString& text) {
  if (!Qt::mightBeRichText(text)) {
    return text;
  }
  QString html = text.toHtmlEscaped();
  html.replace(QLatin1Char('\n'), QStringLiteral("<br>"));
  return QStringLiteral("<qt>%1</qt>").arg(html);
}

void showPlainTip(const QPoint& place, const QString& text, QWidget* widget) {
  QToolTip::showText(place, plainTip(text), widget);
}

void setRichToolTip(QWidget& widget, const QString& html) {
  widget.setProperty(kRich, html);
  widget.setToolTip(html);
}

PlainText::PlainText(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool PlainText::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::Polish) {
    auto* label = qobject_cast<QLabel*>(object);
    if (label != nullptr && label->textFormat() == Qt::AutoText &&
        !label->inherits("QTipLabel")) {  // whose text has been through this class
      label->setTextFormat(Qt::PlainText);
    }
  } else if (event->type() == QEvent::ToolTip) {
    auto* widget = qobject_cast<QWidget*>(object);
    const auto* help = static_cast<QHelpEvent*>(event);
    const QString tip = widget != nullptr ? tipAt(*widget, help->pos()) : QString();
    if (Qt::mightBeRichText(tip)) {
      showPlainTip(help->globalPos(), tip, widget);
      return true;
    }
  }
  return QObject::eventFilter(object, event);
}

}  // namespace w2s::ui
