#include "ui/widgets/flow_layout.h"

#include <algorithm>
#include <utility>

#include <QWidget>

namespace w2s::ui {

FlowLayout::~FlowLayout() {
  for (QLayoutItem* item : items_) {
    delete item;
  }
}

void FlowLayout::addItem(QLayoutItem* item) {
  items_.push_back(item);
}

int FlowLayout::count() const {
  return static_cast<int>(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  QLayoutItem* item = itemAt(index);
  if (item != nullptr) {
    items_.erase(items_.begin() + index);
  }
  return item;
}

Qt::Orientations FlowLayout::expandingDirections() const {
  return {};
}

bool FlowLayout::hasHeightForWidth() const {
  return true;
}

int FlowLayout::heightForWidth(int width) const {
  return layOut(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  layOut(rect, true);
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  int height = 0;
  for (const QLayoutItem* item : items_) {
    if (!item->isEmpty()) {
      width += item->sizeHint().width() + spacing();
      height = std::max(height, item->sizeHint().height());
    }
  }
  return QSize(width, height).grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) {
    size = size.expandedTo(item->minimumSize());
  }
  return size.grownBy(contentsMargins());
}

int FlowLayout::layOut(const QRect& rect, bool move) const {
  const QRect inside = rect.marginsRemoved(contentsMargins());
  int x = inside.x();
  int y = inside.y();
  std::vector<std::pair<QLayoutItem*, int>> row;  // with its x
  int row_height = 0;
  const auto endRow = [&] {
    for (const auto& [item, left] : row) {
      if (move) {
        const QSize size(std::min(item->sizeHint().width(), inside.width()),
                         item->sizeHint().height());
        item->setGeometry({QPoint(left, y + (row_height - size.height()) / 2), size});
      }
    }
    row.clear();
  };
  for (QLayoutItem* item : items_) {
    if (item->isEmpty()) {
      continue;
    }
    const QSize size = item->sizeHint();
    if (!row.empty() && x + size.width() > inside.x() + inside.width()) {
      endRow();
      y += row_height + spacing();
      x = inside.x();
      row_height = 0;
    }
    row.emplace_back(item, x);
    x += size.width() + spacing();
    row_height = std::max(row_height, size.height());
  }
  endRow();
  return y + row_height - rect.y() + contentsMargins().bottom();
}

}  // namespace w2s::ui
