// Paints one test image of the examples' grid: the image enlarged pixel by pixel, its true class,
// and what weak supervisor, student and ceiling say, each with its letter and colour, a tick or a
// cross, and its confidence.
#pragma once

#include <QStyledItemDelegate>

namespace w2s::ui {

class ExamplesModel;
class Theme;
struct Answer;
enum class Answerer;

class ExampleDelegate : public QStyledItemDelegate {
  Q_OBJECT

 public:
  ExampleDelegate(const Theme& theme, const ExamplesModel& model, QObject* parent = nullptr);

  // Of every cell; it may be wider than it must be, so that cells fill a row.
  [[nodiscard]] QSize leastSize() const;
  [[nodiscard]] QSize cellSize() const;
  void setWidth(int width) {
    width_ = width;
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& index) const override;

 private:
  void paintAnswer(QPainter& painter, const QRectF& line, Answerer model,
                   const Answer* answer) const;

  const Theme& theme_;
  const ExamplesModel& model_;
  int width_ = 0;
};

}  // namespace w2s::ui
