// What the run is doing, in one line: state, stage, step of all steps, rate, remaining time.
#pragma once

#include <QWidget>

#include "ui/bridge/run_controller.h"

namespace w2s::ui {

class Theme;

class StateChip : public QWidget {
  Q_OBJECT

 public:
  explicit StateChip(const Theme& theme, QWidget* parent = nullptr);

  void setReading(RunState state, const RunController::Progress& progress, double seconds);
  [[nodiscard]] QString text() const {
    return parts_.join(QStringLiteral(" \u00b7 "));
  }

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int widthFor(const QString& text) const;

  const Theme& theme_;
  int widest_ = 0;  // in this state, so that the pill does not tremble with each digit
  RunState state_ = RunState::Idle;
  QStringList parts_;  // most important first; the last ones go where room is short
};

}  // namespace w2s::ui
