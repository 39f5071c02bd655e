#include "ui/shell/first_frame.h"

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include "ui/bridge/experiment_session.h"

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

void quitAfterFirstPoint(ExperimentSession& session) {
  QObject::connect(&session, &ExperimentSession::refreshed, qApp, [&session] {
    if (session.focus().series().stage(record::stage::kStudent).rows.size() > 0) {
      QApplication::exit(0);
    }
  });
  QObject::connect(&session, &ExperimentSession::failed, qApp, [] { QApplication::exit(1); });
  QTimer::singleShot(0, &session, &ExperimentSession::start);
}

}  // namespace w2s::ui
