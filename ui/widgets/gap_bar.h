// The lab's signature: how far from the weak floor (left) to the ceiling (right) the student came,
// with its interval. Grey, with the reason, where the performance gap recovered says nothing. A run
// with a common ceiling shows the value against it too, and where that ceiling lies; one with a
// reference, where that lies.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/bridge/run_readings.h"
#include "ui/widgets/glide.h"

namespace w2s::ui {

class Theme;

class GapBar : public QWidget {
  Q_OBJECT

 public:
  explicit GapBar(const Theme& theme, QWidget* parent = nullptr);

  void setReadings(const Readings& readings);
  // Where the student's dot is at present, on its way to the PGR; empty: there is none.
  [[nodiscard]] std::optional<double> shownGap() const {
    return glide_.value();
  }
  // Lower: the value and its interval share the title's line.
  void setCompact(bool compact);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] bool isDefined() const;
  void describeValue(const metrics::Pgr& pgr);
  // Title, value and details; with a common ceiling the value against it beside them.
  void paintTexts(QPainter& painter, int left, int right) const;
  void paintBar(QPainter& painter, const QRectF& bar) const;

  const Theme& theme_;
  Readings readings_;
  Glide glide_;
  QString value_;
  QString common_value_;  // empty: the run has no common ceiling, or it is not known yet
  QStringList details_;   // from long to short
  bool compact_ = false;
};

}  // namespace w2s::ui
