#include "ui/shell/first_frame.h"

#include <cstdio>
#include <utility>

#include <QApplication>
#include <QEvent>
#include <QTimer>
#include <QWidget>

#include "ui/bridge/experiment_session.h"

namespace w2s::ui {
namespace {

class FirstPaint final : public QObject {
 public:
  FirstPaint(QWidget& window, std::function<void()> then)
      : QObject(&window), then_(std::move(then)) {
    window.installEventFilter(this);
  }

 protected:
  bool eventFilter(QObject* object, QEvent* event) override {
    if (event->type() == QEvent::Paint) {
      object->removeEventFilter(this);
      QTimer::singleShot(0, object, std::move(then_));
      deleteLater();
    }
    return QObject::eventFilter(object, event);
  }

 private:
  std::function<void()> then_;
};

// The line tells whoever measures when it was: the program takes a while more to end.
void sayAndQuit(const char* line) {
  std::puts(line);
  std::fflush(stdout);
  QApplication::exit(0);
}

}  // namespace

void afterFirstFrame(QWidget& window, std::function<void()> then) {
  new FirstPaint(window, std::move(then));
}

void quitAfterFirstFrame(QWidget& window) {
  afterFirstFrame(window, [] { sayAndQuit("first frame"); });
}

void quitAfterFirstPoint(ExperimentSession& session) {
  QObject::connect(&session, &ExperimentSession::refreshed, qApp, [&session] {
    if (session.focus().series().stage(record::stage::kStudent).rows.size() > 0) {
      sayAndQuit("first point");
    }
  });
  QObject::connect(&session, &ExperimentSession::failed, qApp, [] { QApplication::exit(1); });
  QTimer::singleShot(0, &session, &ExperimentSession::start);
}

}  // namespace w2s::ui
