// The lab's signature: how far from the weak floor (left) to the ceiling (right) the student came,
// with its interval. Grey, with the reason, where the performance gap recovered says nothing.
#pragma once

#include <QWidget>

#include "ui/bridge/run_readings.h"

namespace w2s::ui {

class Theme;

class GapBar : public QWidget {
  Q_OBJECT

 public:
  explicit GapBar(const Theme& theme, QWidget* parent = nullptr);

  void setReadings(const Readings& readings);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] bool isDefined() const;
  void describeValue(const metrics::Pgr& pgr);
  void paintBar(QPainter& painter, const QRectF& bar) const;

  const Theme& theme_;
  Readings readings_;
  QString value_;
  QStringList details_;  // from long to short
};

}  // namespace w2s::ui
