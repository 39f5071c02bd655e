// A chart's numbers as a table: its twin for readers of tables and screen readers. Rows can be
// copied into a spreadsheet. Shows what it was given; the run goes on behind it.
#pragma once

#include <QAbstractTableModel>
#include <QDialog>

#include "ui/charts/chart_data.h"
#include "ui/charts/reading.h"

class QTableView;

namespace w2s::ui {

class Theme;

class ChartTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  explicit ChartTableModel(charts::Table table, QObject* parent = nullptr);
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;
  // Tab-separated, with the header: full precision, a dot as the decimal sign.
  [[nodiscard]] QString text(int first_row, int last_row) const;

 private:
  charts::Table table_;
};

class ChartTableDialog : public QDialog {
  Q_OBJECT

 public:
  ChartTableDialog(const Theme& theme, const charts::ChartData& chart, QWidget* parent = nullptr);

 private:
  void copy(bool all);

  ChartTableModel* model_;
  QTableView* view_;
};

}  // namespace w2s::ui
