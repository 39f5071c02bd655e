// The status bar: the latest evaluation's numbers, or what stands under the crosshair, or for some
// seconds what the window has just done; on the right the device and the run.
#pragma once

#include <QStatusBar>
#include <QTimer>

class QLabel;

namespace w2s::ui {

class ExperimentSession;
class Theme;

class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  StatusLine(const Theme& theme, ExperimentSession& session, QWidget* parent = nullptr);

 public Q_SLOTS:
  // In place of both, for 6 s. QStatusBar::showMessage() is for what menus and buttons explain: it
  // loses its text to the next of these.
  void say(const QString& text);
  // Rich text in place of the latest evaluation; empty: back to that.
  void showCrosshair(const QString& html);
  // Of the run in focus; empty: its id.
  void setRunName(const QString& name);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  [[nodiscard]] QString latestEvaluation() const;
  [[nodiscard]] QString fittingCrosshair() const;

  const Theme& theme_;
  ExperimentSession& session_;
  QLabel* numbers_;
  QLabel* device_;
  QString crosshair_;
  QString run_name_;
  QString said_;
  QTimer said_long_enough_;
};

}  // namespace w2s::ui
