// Messages about the window itself (a file that could not be opened, damaged settings; in neutral
// colours what a choice has led to): a banner over the page, and a line in the log. Messages about
// a run stand on the run's page.
#pragma once

#include <QWidget>

#include "ui/bridge/event_text.h"

namespace w2s::ui {

class Banner;
class Theme;

class Notices : public QWidget {
  Q_OBJECT

 public:
  explicit Notices(const Theme& theme, QWidget* parent = nullptr);

 public Q_SLOTS:
  void show(const QString& title, const QString& text);
  void inform(const QString& title, const QString& text);
  // What was wrong is not any more.
  void clear();

 Q_SIGNALS:
  void logged(w2s::ui::LogLevel level, const QString& text);

 private:
  Banner* banner_;
};

}  // namespace w2s::ui
