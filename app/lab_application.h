// QApplication whose event handlers may run out of memory.
#pragma once

#include <QApplication>
#include <QTimer>

#include "app/command.h"

namespace w2s::app {

// An exception must not cross Qt's event loop, which is C in parts. One that escapes a handler is
// said on standard error, and the program ends in order: the runs in progress stop with a
// checkpoint.
class LabApplication final : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    try {
      return QApplication::notify(receiver, event);
    } catch (...) {
      const int code = reportException();
      QTimer::singleShot(0, this, [code] { QApplication::exit(code); });  // before exec() too
      return false;
    }
  }
};

}  // namespace w2s::app
