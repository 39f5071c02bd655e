// The status bar: the latest evaluation's numbers, or what stands under the crosshair, and on the
// right the device and the run.
#pragma once

#include <QStatusBar>

class QLabel;

namespace w2s::ui {

class RunController;
class Theme;

class StatusLine : public QStatusBar {
  Q_OBJECT

 public:
  StatusLine(const Theme& theme, RunController& controller, QWidget* parent = nullptr);

 public Q_SLOTS:
  // Rich text in place of the latest evaluation; empty: back to that.
  void showCrosshair(const QString& html);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void refresh();
  [[nodiscard]] QString latestEvaluation() const;
  [[nodiscard]] QString fittingCrosshair() const;

  const Theme& theme_;
  RunController& controller_;
  QLabel* numbers_;
  QLabel* device_;
  QString crosshair_;
};

}  // namespace w2s::ui
