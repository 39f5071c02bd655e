#include "ui/models/runs_proxy.h"

#include <utility>

#include "ui/models/runs_model.h"

namespace w2s::ui {

RunsProxy::RunsProxy(QObject* parent) : QSortFilterProxyModel(parent) {
  setDynamicSortFilter(true);
}

void RunsProxy::setFilter(RunFilter filter) {
  filter_ = std::move(filter);
  // invalidateFilter() takes rows out and in one after the other, each with all that the views do
  // for it.
  invalidate();
}

bool RunsProxy::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
  const auto& runs = static_cast<const RunsModel&>(*sourceModel());
  return filter_.accepts(runs.at(row), runs.searchTextAt(row));
}

bool RunsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto& runs = static_cast<const RunsModel&>(*sourceModel());
  const RunsModel::SortKey& a = runs.sortKeyAt(left.row(), left.column());
  const RunsModel::SortKey& b = runs.sortKeyAt(right.row(), right.column());
  if (a.isThere() != b.isThere()) {
    // Asked the other way round for a descending order.
    return sortOrder() == Qt::AscendingOrder ? a.isThere() : b.isThere();
  }
  return a < b;
}

}  // namespace w2s::ui
