// A panel for which the window has no room, drawn over the edge where it would stand: it takes the focus, and Esc, or its
// button, puts it away and gives the focus back.
#pragma once

#include <QObject>
#include <QPointer>

class QDockWidget;
class QMainWindow;
class QWidget;

namespace w2s::ui {

class DockDrawer : public QObject {
  Q_OBJECT

 public:
  DockDrawer(QMainWindow& window, QDockWidget& dock);

  [[nodiscard]] bool isOpen() const {
    return is_open_;
  }
  // Over the left or right edge (`beside`) or the lower one, so wide or high.
  void open(bool beside, int extent);
  // Takes the focus in.
  void focus();
  void close();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  QMainWindow& window_;
  QDockWidget& dock_;
  void place();

  QPointer<QWidget> before_;  // had the focus
  bool beside_ = true;
  int extent_ = 0;
  bool is_open_ = false;

 Q_SIGNALS:
  void closed();
};

}  // namespace w2s::ui
