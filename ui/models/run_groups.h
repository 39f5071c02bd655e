// Runs that belong together as one line: mean, spread and number.
//
// A mean is over finished runs without live changes on the same data and numbers of rows; of several
// runs of the same settings and seed the newest counts. PGR is that of the means, never a mean of PGRs
// (core/metrics/pgr_of_means.h).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QString>

#include "core/metrics/intervals.h"
#include "core/metrics/pgr_of_means.h"
#include "ui/bridge/run_record.h"

namespace w2s::ui {

struct RunGrouping {
  // Empty: by experiment, whose runs differ in their seed alone. Else by these settings, whatever the
  // others are.
  std::vector<std::string> keys;
};

struct RunGroup {
  QString name;
  // What the table's filter asks for to show these runs; empty: several of an earlier version, which
  // have no experiment.
  QString filter;
  std::int64_t runs = 0;  // all of them
  metrics::MeanAndSd weak;
  metrics::MeanAndSd student;
  metrics::MeanAndSd ceiling;
  std::optional<metrics::PgrOfMeans> pgr;
};

// In the order of their newest runs; `runs` are in any order.
[[nodiscard]] std::vector<RunGroup> groupsOf(std::span<const RunRecord* const> runs,
                                             const RunGrouping& grouping);

class RunGroupsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { Name, Runs, Weak, Student, Ceiling, Pgr, ColumnCount };
  enum Role { SortRole = Qt::UserRole, FilterRole };

  using QAbstractTableModel::QAbstractTableModel;

  void setGroups(std::vector<RunGroup> groups);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] static QString text(const RunGroup& group, int column);
  [[nodiscard]] static QVariant sortKey(const RunGroup& group, int column);

  std::vector<RunGroup> groups_;
};

}  // namespace w2s::ui
