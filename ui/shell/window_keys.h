// Which keys the window takes, and when.
//
// Space is Start and Pause everywhere, except where the focused widget has its own use for it, as on
// any desktop: buttons, lists and ticks in tables. A row without a tick leaves Space to the run.
// While a dialog is open no key outside it acts. Esc, or a click where nothing takes the focus,
// leaves a field that is typed in, so that the next key is the window's again. Esc also ends a search
// and brings a number back. F1 in a dialog asks for help on what has the focus there; in the window
// an action does.
#pragma once

#include <QObject>

class QMouseEvent;
class QWidget;

namespace w2s::ui {

class WindowKeys : public QObject {
  Q_OBJECT

 public:
  // Listens to the whole application as long as it lives. `window`: whose fields are left.
  explicit WindowKeys(QWidget& window);

 Q_SIGNALS:
  void helpWanted(const QWidget* widget);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  // The field that is typed in; null: none, or one of a dialog or of a cell.
  [[nodiscard]] QWidget* focusedField() const;
  void leaveField(QWidget& field);

  QWidget& window_;
};

}  // namespace w2s::ui
