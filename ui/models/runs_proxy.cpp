#include "ui/models/runs_proxy.h"

#include <algorithm>

#include "ui/models/runs_model.h"

namespace w2s::ui {

RunsProxy::RunsProxy(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(RunsModel::SortRole);
  setDynamicSortFilter(true);
}

void RunsProxy::setWords(const QString& text) {
  words_ = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  invalidateFilter();
}

bool RunsProxy::filterAcceptsRow(int row, const QModelIndex& parent) const {
  if (words_.isEmpty()) {
    return true;
  }
  QStringList texts;
  for (const int column : {RunsModel::Name, RunsModel::Method, RunsModel::State}) {
    texts += sourceModel()->index(row, column, parent).data().toString();
  }
  const QModelIndex name = sourceModel()->index(row, RunsModel::Name, parent);
  texts += name.data(RunsModel::NoteRole).toString();
  texts += name.data(RunsModel::IdRole).toString();
  texts += tr("seed %1").arg(sourceModel()->index(row, RunsModel::Seed, parent).data().toString());
  const QString all = texts.join(QLatin1Char('\n')).toCaseFolded();
  return std::ranges::all_of(words_, [&](const QString& word) { return all.contains(word); });
}

bool RunsProxy::lessThan(const QModelIndex& left, const QModelIndex& right) const {
  const auto& runs = static_cast<const RunsModel&>(*sourceModel());
  const QVariant& a = runs.sortKeyAt(left.row(), left.column());
  const QVariant& b = runs.sortKeyAt(right.row(), right.column());
  if (a.isValid() != b.isValid()) {
    // Asked the other way round for a descending order.
    return sortOrder() == Qt::AscendingOrder ? a.isValid() : b.isValid();
  }
  return QVariant::compare(a, b) == QPartialOrdering::Less;
}

}  // namespace w2s::ui
