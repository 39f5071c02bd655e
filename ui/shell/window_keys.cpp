#include "ui/shell/window_keys.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace w2s::ui {
namespace {

bool usesSpace(QObject* object) {
  if (qobject_cast<QAbstractButton*>(object) != nullptr ||
      qobject_cast<QComboBox*>(object) != nullptr) {
    return true;
  }
  const auto* view = qobject_cast<QAbstractItemView*>(object);
  return view != nullptr && view->currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
}

bool isBlockedByDialog(const QObject* object) {
  const QWidget* dialog = QApplication::activeModalWidget();
  if (dialog == nullptr) {
    return false;
  }
  for (const QObject* owner = object; owner != nullptr; owner = owner->parent()) {
    if (owner == dialog) {
      return false;
    }
  }
  return true;
}

bool takesFocus(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
    if (widget->isEnabled() && (widget->focusPolicy() & Qt::ClickFocus) != 0) {
      return true;
    }
  }
  return false;
}

}  // namespace

WindowKeys::WindowKeys(QWidget& window) : QObject(&window), window_(window) {
  qApp->installEventFilter(this);
}

bool WindowKeys::eventFilter(QObject* object, QEvent* event) {
  switch (event->type()) {
    case QEvent::ShortcutOverride:
      if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && usesSpace(object)) {
        event->accept();
        return true;
      }
      break;
    case QEvent::Shortcut:
      if (isBlockedByDialog(object)) {
        return true;
      }
      break;
    case QEvent::KeyPress:
      if (object->isWidgetType() &&
          static_cast<QKeyEvent*>(event)->matches(QKeySequence::HelpContents)) {
        Q_EMIT helpWanted(static_cast<QWidget*>(object));
        return true;
      }
      if (QWidget* field = focusedField();
          field == object && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (auto* number = qobject_cast<QAbstractSpinBox*>(field)) {
          number->clear();  // nothing typed: it keeps its number
        } else if (auto* line = qobject_cast<QLineEdit*>(field); line->isClearButtonEnabled()) {
          line->clear();  // a search ends
        } else {
          while (line->isUndoAvailable()) {
            line->undo();  // as before it was typed in
          }
        }
        leaveField(*field);
        return true;
      }
      break;
    case QEvent::MouseButtonPress:
      if (QWidget* field = focusedField(); field != nullptr && object->isWidgetType() &&
                                           static_cast<QWidget*>(object)->window() == &window_ &&
                                           !takesFocus(static_cast<QWidget*>(object))) {
        leaveField(*field);
      }
      break;
    default:
      break;
  }
  return QObject::eventFilter(object, event);
}

QWidget* WindowKeys::focusedField() const {
  QWidget* field = QApplication::focusWidget();
  if (field == nullptr || field->window() != &window_ ||
      (qobject_cast<QLineEdit*>(field) == nullptr &&
       qobject_cast<QAbstractSpinBox*>(field) == nullptr)) {
    return nullptr;
  }
  // A cell's editor has its own way with Esc.
  const QWidget* around =
      field->parentWidget() != nullptr ? field->parentWidget()->parentWidget() : nullptr;
  return qobject_cast<const QAbstractItemView*>(around) != nullptr ? nullptr : field;
}

// Nothing has the focus then; Tab goes on from here.
void WindowKeys::leaveField(QWidget& field) {
  field.clearFocus();
}

}  // namespace w2s::ui
