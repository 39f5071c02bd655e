#include "ui/shell/first_frame.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

namespace w2s::ui {
namespace {

class FirstPaint final : public QObject {
 public:
  explicit FirstPaint(QWidget& window) : QObject(&window) {
    window.installEventFilter(this);
  }

 protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    if (event->type() == QEvent::Paint) {
      object->removeEventFilter(this);
      QTimer::singleShot(0, qApp, [] { QApplication::exit(0); });
    }
    return QObject::eventFilter(object, event);
  }
};

}  // namespace

void quitAfterFirstFrame(QWidget& window) {
  new FirstPaint(window);
}

}  // namespace w2s::ui
