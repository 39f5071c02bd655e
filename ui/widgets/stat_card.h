// A model's performance as a card: what, how much in per cent, and the detail (interval, rows,
// points on weak).
#pragma once

#include <QStringList>
#include <QWidget>

#include "ui/charts/chart_data.h"

namespace w2s::ui {

class Theme;

class StatCard : public QWidget {
  Q_OBJECT

 public:
  StatCard(const Theme& theme, charts::Ink ink, const QString& title, QWidget* parent = nullptr);

  // `share` NaN: not known yet. `details` say the same in falling length: the first that fits is
  // drawn. `further`: what the tooltip and a screen reader say beside it, a line each. `why_none`: why
  // it never will be known.
  void setReading(double share, const QStringList& details, const QStringList& further = {},
                  const QString& why_none = {});

  // Lower, without the details.
  void setCompact(bool compact);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  const Theme& theme_;
  charts::Ink ink_;
  QString title_;
  QString value_;
  QStringList details_;
  bool compact_ = false;
};

}  // namespace w2s::ui
