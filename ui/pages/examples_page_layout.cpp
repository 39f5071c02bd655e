// Where the parts of the examples page stand, at each size of the page and of the text.
#include <algorithm>

#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>

#include "ui/models/examples_model.h"
#include "ui/pages/examples_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/example_delegate.h"
#include "ui/widgets/example_detail.h"

namespace w2s::ui {
namespace {

// In unscaled pixels: room for matrices below the images, and for the chosen image beside them.
constexpr double kWide = 860.0;
constexpr double kTall = 560.0;
constexpr double kBeside = 470.0;

}  // namespace

void ExamplesPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

bool ExamplesPage::eventFilter(QObject* object, QEvent* event) {
  if ((object == content_ && event->type() == QEvent::LayoutRequest) ||
      (object == scroll_->viewport() && event->type() == QEvent::Resize)) {
    fitContent();
  } else if (object == grid_->viewport() && event->type() == QEvent::Resize) {
    fitCells();
  } else if (object == side_->viewport() && event->type() == QEvent::Resize) {
    const QMargins margins = side_layout_->contentsMargins();
    detail_->setRoom(side_->viewport()->height() - margins.top() - margins.bottom());
  }
  return QWidget::eventFilter(object, event);
}

// A wide page has the matrices below the images and the chosen image beside them; a narrower one
// has both beside them, one below the other; the narrowest has everything in one column.
void ExamplesPage::arrange() {
  const bool wide = width() >= theme_.px(kWide) && height() >= theme_.px(kTall);
  const bool beside = width() >= theme_.px(kBeside);
  QBoxLayout* const home = wide ? strip_layout_ : side_layout_;
  if (matrix_row_->parentWidget() != home->parentWidget()) {
    wide ? home->addWidget(matrix_row_) : home->insertWidget(1, matrix_row_);
  }
  // Without images there is nothing but the sentence that says why.
  const bool is_empty = model_->examples() == nullptr;
  strip_->setVisible(wide && !is_empty);
  side_->parentWidget()->setVisible(!is_empty);
  matrix_layout_->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  body_->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
  side_->setMinimumHeight(beside ? 0 : theme_.px(220));
  fitContent();
}

// As high as the page, or as its parts need at the least: then the page scrolls.
void ExamplesPage::fitContent() {
  const QSize room = scroll_->viewport()->size();
  content_->resize(
      room.width(),
      std::max(room.height(), content_->layout()->totalMinimumHeightForWidth(room.width())));
}

// The cells of a row share its width.
void ExamplesPage::fitCells() {
  const int width = grid_->viewport()->width() - 1;
  const QSize least = delegate_->leastSize();
  delegate_->setWidth(width / std::max(1, width / least.width()));
  if (grid_->gridSize() != delegate_->cellSize()) {
    grid_->setGridSize(delegate_->cellSize());
  }
}

void ExamplesPage::restyle() {
  const QSize cell = delegate_->leastSize();
  fitCells();
  grid_->verticalScrollBar()->setSingleStep(cell.height() / 4);
  grid_->setMinimumSize(cell.width() + theme_.px(24), cell.height() + theme_.px(4));
  side_->setMinimumWidth(theme_.px(210));
  body_->setSizes({theme_.px(760), theme_.px(250)});
  column_->setSizes({theme_.px(420), theme_.px(250)});
  arrange();
}

}  // namespace w2s::ui
