#include "ui/widgets/columns_layout.h"

#include <algorithm>
#include <numeric>

namespace w2s::ui {

std::vector<QLayoutItem*> ColumnsLayout::shown() const {
  std::vector<QLayoutItem*> items;
  for (int i = 0; i < count(); ++i) {
    if (!itemAt(i)->isEmpty()) {
      items.push_back(itemAt(i));
    }
  }
  return items;
}

std::vector<int> ColumnsLayout::widthsOf(int columns) const {
  std::vector<int> widths(static_cast<std::size_t>(columns), 0);
  std::size_t place = 0;
  for (const QLayoutItem* item : shown()) {
    int& width = widths[place++ % widths.size()];
    width = std::max(width, item->sizeHint().width());
  }
  return widths;
}

int ColumnsLayout::columnsFor(int width) const {
  const int items = static_cast<int>(shown().size());
  const QMargins margins = contentsMargins();
  const int room = width - margins.left() - margins.right();
  for (int columns = std::min(most_, items); columns > 1;) {
    const std::vector<int> widths = widthsOf(columns);
    if (std::accumulate(widths.begin(), widths.end(), spacing() * (columns - 1)) <= room) {
      return columns;
    }
    const int rows = (items + columns - 1) / columns + 1;
    columns = std::min(columns - 1, (items + rows - 1) / rows);
  }
  return 1;
}

int ColumnsLayout::layOut(const QRect& rect, bool move) const {
  const QRect inside = rect.marginsRemoved(contentsMargins());
  const int columns = columnsFor(rect.width());
  std::vector<int> widths = widthsOf(columns);
  const int room = inside.width() - spacing() * (columns - 1);
  const int even = room / columns;
  if (columns == 1) {
    widths.front() = room;
  } else if (std::ranges::all_of(widths, [even](int width) { return width <= even; })) {
    std::ranges::fill(widths, even);
    widths.back() += room - even * columns;
  } else {
    const int rest = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (int& width : widths) {
      width += rest / columns;
    }
    widths.back() += rest % columns;
  }
  const std::vector<QLayoutItem*> items = shown();
  int y = inside.y();
  for (std::size_t first = 0; first < items.size(); first += widths.size()) {
    const std::size_t end = std::min(items.size(), first + widths.size());
    int height = 0;
    for (std::size_t i = first; i < end; ++i) {
      height = std::max(height, items[i]->sizeHint().height());
    }
    int x = inside.x();
    for (std::size_t i = first; move && i < end; ++i) {
      items[i]->setGeometry({x, y, widths[i - first], height});
      x += widths[i - first] + spacing();
    }
    y += height + (end < items.size() ? row_gap_ : 0);
  }
  return y - rect.y() + contentsMargins().bottom();
}

int ColumnsLayout::heightForWidth(int width) const {
  return layOut({0, 0, width, 0}, false);
}

void ColumnsLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  layOut(rect, true);
}

QSize ColumnsLayout::sizeHint() const {
  const int columns = std::max(1, std::min(most_, static_cast<int>(shown().size())));
  const std::vector<int> widths = widthsOf(columns);
  const QMargins margins = contentsMargins();
  const int width = std::accumulate(widths.begin(), widths.end(), spacing() * (columns - 1)) +
                    margins.left() + margins.right();
  return {width, heightForWidth(width)};
}

}  // namespace w2s::ui
