#include "ui/shell/space_key.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>

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

}  // namespace

SpaceKey::SpaceKey(QObject* parent) : QObject(parent) {
  qApp->installEventFilter(this);
}

bool SpaceKey::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride &&
      static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && usesSpace(object)) {
    event->accept();
    return true;
  }
  return QObject::eventFilter(object, event);
}

}  // namespace w2s::ui
