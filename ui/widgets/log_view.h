// What happened, line by line, with the time of day. The last lines only; the log file has all.
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

 private:
  void restyle();

  const Theme& theme_;
};

}  // namespace w2s::ui
