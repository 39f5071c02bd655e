#include "app/quit_on_signal.h"

#include <utility>

namespace w2s::app {

QuitOnSignal::QuitOnSignal()
    : on_signal_([this] {
        QMetaObject::invokeMethod(
            this, [this] { ask(); }, Qt::QueuedConnection);
      }) {}

void QuitOnSignal::answerWith(std::function<void()> quit) {
  quit_ = std::move(quit);
  if (was_asked_) {
    QMetaObject::invokeMethod(this, quit_, Qt::QueuedConnection);
  }
}

void QuitOnSignal::ask() {
  was_asked_ = true;
  if (quit_) {
    quit_();
  }
}

}  // namespace w2s::app
