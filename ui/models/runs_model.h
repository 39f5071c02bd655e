// The runs of the workspace and of this session as a table, newest first. The window's own run is
// put() as it goes; recorded ones come from the library. A run is called by what tells it from the
// others (core/study/run_names.h).
//
// What is asked of every row, to filter and to sort thousands of them, is made when the row comes:
// searchTextAt(), sortKeyAt().
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <QAbstractTableModel>
#include <QHash>
#include <QString>
#include <QTimer>

#include "ui/bridge/run_names.h"
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
    // Further measures.
    Initial,
    Reference,
    CommonCeiling,
    PgrLow,
    PgrHigh,
    PgrBook,
    AgreementAll,
    AgreementRight,
    AgreementWrong,
    Correction,
    Harm,
    BestAgreement,
    BestAgreementStep,
    Oracle,
    OracleStep,
    WeakLoss,
    StudentLoss,
    CeilingLoss,
    Steps,
    LiveChangeCount,
    Id,
    Note,
    Tags,
    Experiment,
    ColumnCount  // behind them: a column for each setting in which the runs differ
  };
  enum Role { IdRole = Qt::UserRole, NoteRole };
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
    return rows_[static_cast<std::size_t>(row)].run;
  }
  // Name, method, state, note, seed, id and tags, in small letters.
  [[nodiscard]] const QString& searchTextAt(int row) const {
    return rows_[static_cast<std::size_t>(row)].search;
  }
  // What `column` sorts by: numbers before texts, each by what it is; a cell without a value has none.
  struct SortKey {
    std::optional<double> number;
    QString text;
    [[nodiscard]] bool isThere() const {
      return number.has_value() || !text.isEmpty();
    }
    friend bool operator<(const SortKey& a, const SortKey& b);
  };
  // Remembered for one column, as long as the row stays as it is.
  [[nodiscard]] const SortKey& sortKeyAt(int row, int column) const;

  // What a filter may name.
  [[nodiscard]] std::vector<study::Setting> filterSettings() const;

  // Null: not the column of a setting.
  [[nodiscard]] const study::Setting* settingOf(int column) const {
    return column < ColumnCount ? nullptr
                                : &settings_[static_cast<std::size_t>(column - ColumnCount)];
  }
  // "student", "objective.temperature": as filters and kept columns call it; empty: the column is
  // always there.
  [[nodiscard]] QString keyOf(int column) const;
  [[nodiscard]] Qt::Alignment alignmentOf(int column) const;
  // Whether any run was measured against a common ceiling: else its column has nothing to say.
  [[nodiscard]] bool hasCommonCeiling() const;
  [[nodiscard]] bool hasTags() const;
  [[nodiscard]] int archivedCount() const;
  [[nodiscard]] int leftoverCount() const;
  [[nodiscard]] const RunRecord* find(const QString& id) const;
  // What tells that run from the others; empty: there is no such run.
  [[nodiscard]] QString nameOf(const QString& id) const;

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
  void namesChanged();  // nameOf() has other answers

 private:
  struct Row {
    RunRecord run;
    QString search = {};
    int named_as = -1;  // its place in names_; -1: it came after them
  };

  [[nodiscard]] static Row rowOf(RunRecord run);
  [[nodiscard]] static bool isNamedAlike(const RunRecord& a, const RunRecord& b);
  void removeAllBut(const QHash<QString, qsizetype>& staying);
  void insert(std::vector<Row> added, const QHash<QString, qsizetype>& places);
  template <class Rank>
  void reorder(Rank rank);
  void update(const std::vector<RunRecord>& runs, qsizetype first);
  void change(int row, RunRecord run);
  void rename();
  void setColumns(const std::vector<study::Setting>& settings);
  void nameSoon();
  [[nodiscard]] QString nameOf(const Row& row) const;
  [[nodiscard]] QString text(const Row& row, int column) const;
  [[nodiscard]] QString toolTip(const Row& row, int column) const;
  [[nodiscard]] SortKey sortKey(const Row& row, int column) const;
  [[nodiscard]] QVariant icon(const RunRecord& record, int column) const;
  [[nodiscard]] Marking markOf(const RunRecord& record) const;

  const Theme& theme_;
  std::vector<Row> rows_;
  std::function<Marking(const RunRecord&)> mark_of_;
  RecordNames names_;
  std::vector<study::Setting> settings_;  // of the columns behind ColumnCount
  QTimer naming_;
  // Of the rows, for one column; a row without one is asked again.
  mutable std::vector<std::optional<SortKey>> keys_;
  mutable int keys_column_ = -1;
};

}  // namespace w2s::ui
