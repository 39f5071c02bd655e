// The table of runs as a person wants to see it: sorted by a column, narrowed by a filter.
#pragma once

#include <QSortFilterProxyModel>

#include "ui/models/run_filter.h"

namespace w2s::ui {

class RunsProxy : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit RunsProxy(QObject* parent = nullptr);

  // However many rows come and go, views lay themselves out once.
  void setFilter(RunFilter filter);
  [[nodiscard]] const RunFilter& filter() const {
    return filter_;
  }

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  // Cells without a value stand last, in either order.
  [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  RunFilter filter_;
};

}  // namespace w2s::ui
