// The parts that the examples page is made of.
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/examples_model.h"
#include "ui/pages/examples_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/example_delegate.h"
#include "ui/widgets/example_detail.h"
#include "ui/widgets/example_filter_bar.h"
#include "ui/widgets/segment_row.h"

namespace w2s::ui {
namespace {

constexpr int kPartGap = 10;

QFrame* makeExamplesCard(QWidget* parent) {
  auto* card = new QFrame(parent);
  card->setProperty("card", true);
  return card;
}

}  // namespace

// The examples with what belongs to the chosen one beside them.
void ExamplesPage::makeBody() {
  body_ = new QSplitter(this);
  body_->setObjectName(QStringLiteral("examples.body"));
  body_->setHandleWidth(kPartGap);
  body_->setChildrenCollapsible(false);
  column_ = new QSplitter(Qt::Vertical, body_);
  column_->setObjectName(QStringLiteral("examples.column"));
  column_->setHandleWidth(kPartGap);
  column_->setChildrenCollapsible(false);
  column_->addWidget(makeGrid());
  strip_ = makeExamplesCard(column_);
  strip_layout_ = new QVBoxLayout(strip_);
  strip_layout_->setContentsMargins(12, 8, 12, 8);
  column_->addWidget(strip_);
  column_->setStretchFactor(0, 1);
  column_->setStretchFactor(1, 0);
  body_->addWidget(column_);
  body_->addWidget(makeSide());
  body_->setStretchFactor(0, 1);
  body_->setStretchFactor(1, 0);
}

void ExamplesPage::layOut() {
  auto* column = new QVBoxLayout(content_);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(kPartGap);
  auto* head = new QHBoxLayout;
  head->addWidget(step_text_, 1);
  head->addWidget(latest_, 0, Qt::AlignTop);
  head->addWidget(splits_, 0, Qt::AlignTop);
  column->addLayout(head);
  column->addWidget(filters_);
  column->addWidget(body_, 1);
  scroll_->setWidget(content_);
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(scroll_);
}

QWidget* ExamplesPage::makeGrid() {
  auto* card = makeExamplesCard(this);
  grid_ = new QListView(card);
  grid_->setObjectName(QStringLiteral("examples.grid"));
  grid_->setAccessibleName(tr("Images"));
  grid_->setAccessibleDescription(
      tr("Arrow keys choose an example, Enter shows it in large, Ctrl+C copies it"));
  grid_->setModel(model_);
  delegate_ = new ExampleDelegate(theme_, *model_, grid_);
  grid_->setItemDelegate(delegate_);
  // Rows that wrap: like the icon mode, but it lays ten thousand equal cells out without a tree.
  grid_->setFlow(QListView::LeftToRight);
  grid_->setWrapping(true);
  grid_->setResizeMode(QListView::Adjust);
  grid_->setUniformItemSizes(true);
  grid_->setSelectionMode(QAbstractItemView::SingleSelection);
  grid_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  grid_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  grid_->setMouseTracking(true);
  grid_->setFrameShape(QFrame::NoFrame);
  grid_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  auto* copy = new QShortcut(QKeySequence::Copy, grid_);
  copy->setContext(Qt::WidgetShortcut);
  connect(copy, &QShortcut::activated, this, &ExamplesPage::copyChosen);
  connect(grid_->selectionModel(), &QItemSelectionModel::currentChanged, this,
          [this](const QModelIndex& index) {
            if (index.isValid()) {
              chosen_ = model_->example(index.row()).position;
              showChosen();
            }
          });
  connect(grid_, &QListView::activated, this, [this] { side_->ensureVisible(0, 0); });

  auto* nothing = new QWidget(card);
  empty_ = new QLabel(nothing);
  empty_->setObjectName(QStringLiteral("examples.empty"));
  empty_->setProperty("muted", true);
  empty_->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
  empty_->setWordWrap(true);
  clear_ = new QPushButton(tr("Clear the filters"), nothing);
  clear_->setObjectName(QStringLiteral("examples.clear"));
  clear_->setAccessibleName(clear_->text());
  clear_->setToolTip(tr("Shows all examples again"));
  connect(clear_, &QPushButton::clicked, filters_, &ExampleFilterBar::clear);
  auto* inside_nothing = new QVBoxLayout(nothing);
  inside_nothing->addWidget(empty_, 1);
  inside_nothing->addWidget(clear_, 0, Qt::AlignHCenter);
  inside_nothing->addStretch(1);

  stack_ = new QStackedWidget(card);
  stack_->addWidget(grid_);
  stack_->addWidget(nothing);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(5, 5, 2, 5);
  inside->addWidget(stack_);
  return card;
}

QWidget* ExamplesPage::makeSide() {
  auto* card = makeExamplesCard(this);
  side_ = new QScrollArea(card);
  side_->setObjectName(QStringLiteral("examples.side"));
  side_->setAccessibleName(tr("The chosen example"));
  side_->setAccessibleDescription(
      tr("The example in large, what each model says of it, and the confusion matrices"));
  side_->setWidgetResizable(true);
  side_->setFrameShape(QFrame::NoFrame);
  side_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* content = new QWidget(side_);
  content->setObjectName(QStringLiteral("examples.side.content"));
  detail_ = new ExampleDetail(theme_, content);
  side_layout_ = new QVBoxLayout(content);
  side_layout_->setContentsMargins(12, 10, 12, 10);
  side_layout_->setSpacing(14);
  side_layout_->addWidget(detail_);
  side_layout_->addStretch(1);
  side_->setWidget(content);
  side_->viewport()->installEventFilter(this);
  auto* inside = new QVBoxLayout(card);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->addWidget(side_);
  return card;
}

QWidget* ExamplesPage::makeMatrices() {
  auto* row = new QWidget(this);
  matrix_layout_ = new QBoxLayout(QBoxLayout::LeftToRight, row);
  matrix_layout_->setContentsMargins(0, 0, 0, 0);
  matrix_layout_->setSpacing(16);
  for (const Answerer model : kAnswerers) {
    auto* matrix = new ConfusionView(theme_, model, row);
    matrices_[static_cast<std::size_t>(model)] = matrix;
    matrix_layout_->addWidget(matrix, 1);
    connect(matrix, &ConfusionView::activated, this, &ExamplesPage::toggleCell);
  }
  return row;
}

}  // namespace w2s::ui
