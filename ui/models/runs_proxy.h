// The table of runs as a person wants to see it: sorted by a column, narrowed to a text.
#pragma once

#include <QSortFilterProxyModel>

namespace w2s::ui {

class RunsProxy : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit RunsProxy(QObject* parent = nullptr);

 public Q_SLOTS:
  // Every word of it must occur in name, method, state, note, seed or id, whatever the case.
  void setWords(const QString& text);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
  // Cells without a value stand last, in either order.
  [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  QStringList words_;
};

}  // namespace w2s::ui
