#include "ui/pages/study_cells.h"

#include <algorithm>

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/models/study_model.h"
#include "ui/pages/compare_tables.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

StudyCells::StudyCells(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      table_(new QTableView(this)),
      model_(new StudyModel(this)),
      sorted_(new QSortFilterProxyModel(this)) {
  setProperty("card", true);
  sorted_->setSourceModel(model_);
  sorted_->setSortRole(StudyModel::SortRole);
  makePageTable(*table_, QStringLiteral("study.table"), tr("Cells of the study"),
                tr("One row an experiment. Enter opens its runs, Ctrl+C copies the chosen rows."));
  table_->setModel(sorted_);
  table_->setSortingEnabled(true);
  table_->sortByColumn(-1, Qt::AscendingOrder);  // as the study has them
  table_->horizontalHeader()->setResizeContentsPrecision(64);
  table_->setMinimumHeight(theme.px(120));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 4, 8, 4);
  column->addWidget(table_);
  connect(table_, &QTableView::activated, this, [this](const QModelIndex& index) {
    Q_EMIT cellChosen(static_cast<std::size_t>(sorted_->mapToSource(index).row()));
  });
}

void StudyCells::show(const study::Study* study, const std::vector<study::CellState>* state,
                      bool other) {
  model_->show(study, state, other);
  if (other) {
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setStretchLastSection(true);
  }
}

std::vector<std::size_t> StudyCells::selected() const {
  std::vector<std::size_t> cells;
  for (const QModelIndex& index : table_->selectionModel()->selectedRows()) {
    cells.push_back(static_cast<std::size_t>(sorted_->mapToSource(index).row()));
  }
  std::ranges::sort(cells);
  return cells;
}

}  // namespace w2s::ui
