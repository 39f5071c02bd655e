// The runs of the workspace and of this session as a table, newest first. The window's own run is
// put() as it goes; recorded ones come from the library. Sort keys are under SortRole; a cell
// without a value has none.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QString>

#include "ui/bridge/run_record.h"

namespace w2s::ui {

class Theme;

class RunsModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column {
    Mark,  // shown on the charts
    Color,
    Name,
    Method,
    Seed,
    Weak,
    Student,
    Ceiling,
    Pgr,
    PgrCommon,  // against the common ceiling
    State,
    Time,
    Date,
    ColumnCount
  };
  enum Role { SortRole = Qt::UserRole, IdRole, NoteRole };
  enum class Marking { Hidden, Shown, Pinned, Present };

  explicit RunsModel(const Theme& theme, QObject* parent = nullptr);

  // Which of a run's marks is drawn; asked whenever a row is painted.
  void setMarkOf(std::function<Marking(const RunRecord&)> mark_of) {
    mark_of_ = std::move(mark_of);
  }
  // The marks may have changed.
  void refreshMarks();

  // Adds the run on top, or updates it.
  void put(const RunRecord& record);
  // Further recorded runs, behind the others.
  void append(std::span<const RunRecord> runs);
  // The recorded runs, newest first: rows come, change and go with them. The row of `kept` (the
  // window's own run) stays on top even if it is not among them.
  void setRecorded(const std::vector<RunRecord>& runs, const QString& kept);

  [[nodiscard]] const RunRecord& at(int row) const {
    return runs_[static_cast<std::size_t>(row)];
  }
  // What `column` sorts by: data() under SortRole, remembered as long as the row stays as it is,
  // for a sort of thousands of rows asks for each of them many times.
  [[nodiscard]] const QVariant& sortKeyAt(int row, int column) const;
  // Whether any run was measured against a common ceiling: else its column has nothing to say.
  [[nodiscard]] bool hasCommonCeiling() const;
  [[nodiscard]] const RunRecord* find(const QString& id) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  // The name, edited in place: renamed() follows, and the library changes the row.
  bool setData(const QModelIndex& index, const QVariant& value, int role) override;
  [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 Q_SIGNALS:
  void renamed(const QString& id, const QString& name);

 private:
  void removeAllBut(const QHash<QString, qsizetype>& staying);
  void insert(std::vector<RunRecord> added, const QHash<QString, qsizetype>& places);
  template <class Rank>
  void reorder(Rank rank);
  void update(const std::vector<RunRecord>& runs, qsizetype first);
  [[nodiscard]] QString text(const RunRecord& record, int column) const;
  [[nodiscard]] QString toolTip(const RunRecord& record, int column) const;
  [[nodiscard]] QVariant sortKey(const RunRecord& record, int column) const;
  [[nodiscard]] QVariant icon(const RunRecord& record, int column) const;
  [[nodiscard]] Marking markOf(const RunRecord& record) const;

  const Theme& theme_;
  std::vector<RunRecord> runs_;
  std::function<Marking(const RunRecord&)> mark_of_;
  // Of the rows, for one column; a row without one is asked again.
  mutable std::vector<std::optional<QVariant>> keys_;
  mutable int keys_column_ = -1;
};

}  // namespace w2s::ui
