// Graphics items that the parts of a plot draw with.
#pragma once

#include <cstddef>
#include <vector>

#include <QFont>
#include <QGraphicsItem>
#include <QGraphicsSimpleTextItem>
#include <QPainterPath>

#include "ui/charts/chart_data.h"
#include "ui/charts/scale.h"

class QChart;

namespace w2s::ui {

class Theme;

// What a plot draws next, and where.
struct PlotContext {
  const Theme& theme;
  const charts::ChartData& data;
  const charts::Frame& frame;
  QSizeF size;         // of the whole widget
  bool empty = false;  // no curve has a value yet

  [[nodiscard]] QRectF plot() const {
    return {frame.left, frame.top, frame.width, frame.height};
  }
};

// Between the card's edge and its content.
inline constexpr double kPlotPad = 14.0;

// Text on a patch of the card's colour, so that a line behind it does not cross it.
class PlotLabel final : public QGraphicsItem {
 public:
  explicit PlotLabel(QGraphicsItem* parent);
  // `max_width` > 0: broken into centred lines of at most that width.
  void set(const QString& text, const QFont& font, const QColor& ink, const QColor& ground,
           double max_width = 0.0);
  [[nodiscard]] const QString& text() const {
    return text_;
  }
  [[nodiscard]] QSizeF size() const {
    return size_;
  }
  [[nodiscard]] QRectF boundingRect() const override;
  void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

 private:
  QString text_;
  QFont font_;
  QColor ink_;
  QColor ground_;
  QSizeF size_;
  int flags_ = 0;
};

// Keeps as many items as a drawing needs; spare ones are hidden, not destroyed.
template <class Item>
class ItemPool {
 public:
  template <class Make>
  Item& at(std::size_t index, Make&& make) {
    while (index >= items_.size()) {
      items_.push_back(make());
    }
    items_[index]->setVisible(true);
    return *items_[index];
  }
  void hideFrom(std::size_t index) {
    for (; index < items_.size(); ++index) {
      items_[index]->setVisible(false);
    }
  }
  [[nodiscard]] const std::vector<Item*>& all() const {
    return items_;
  }

 private:
  std::vector<Item*> items_;  // owned by the scene, through their parent
};

// Sets only what changed: each of these calls makes the scene work.
void setPlainText(QGraphicsSimpleTextItem& item, const QString& text, const QFont& font,
                  const QColor& ink, QPointF position);

// A closed shape of the given half size around the point.
[[nodiscard]] QPainterPath shapePath(charts::Shape shape, QPointF center, double radius);
// Of a marker; `at` is on the upper edge of the plot or on a curve.
[[nodiscard]] QPainterPath markerPath(charts::Marker::Kind kind, QPointF at, double radius);

}  // namespace w2s::ui
