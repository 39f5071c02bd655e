// Lays widgets out in columns, as many as the width has room for, but no more than asked for: row
// by row, all columns of one width where the texts let them. Where fewer columns fit, the rows are
// evened out (five in two rows: three and two).
#pragma once

#include "ui/widgets/flow_layout.h"

namespace w2s::ui {

class ColumnsLayout : public FlowLayout {
 public:
  // `row_gap` in pixels; spacing() is the gap between columns.
  ColumnsLayout(int most_columns, int row_gap) : most_(most_columns), row_gap_(row_gap) {}

  // At this width; at least one.
  [[nodiscard]] int columnsFor(int width) const;

  [[nodiscard]] int heightForWidth(int width) const override;
  void setGeometry(const QRect& rect) override;
  [[nodiscard]] QSize sizeHint() const override;  // with as many columns as may be

 private:
  [[nodiscard]] std::vector<QLayoutItem*> shown() const;
  [[nodiscard]] std::vector<int> widthsOf(int columns) const;
  int layOut(const QRect& rect, bool move) const;

  int most_;
  int row_gap_;
};

}  // namespace w2s::ui
