// What happened, line by line, with the time of day. The last lines only; the log file has all.
// Shows the latest line unless somebody has scrolled up.
#pragma once

#include <QPlainTextEdit>

#include "ui/bridge/event_text.h"

namespace w2s::ui {

class Theme;

class LogView : public QPlainTextEdit {
  Q_OBJECT

 public:
  explicit LogView(const Theme& theme, QWidget* parent = nullptr);

 public Q_SLOTS:
  void add(w2s::ui::LogLevel level, const QString& text);
  // Puts `text` in the place of the last line where that says `before`; else adds it.
  void amend(const QString& before, const QString& text);

 protected:
  void showEvent(QShowEvent* event) override;

 private:
  void toTheEnd();
  void restyle();

  const Theme& theme_;
  bool follows_ = true;  // the latest line, until somebody scrolls up
};

}  // namespace w2s::ui
