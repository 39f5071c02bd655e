// The cells of a study as a table: the twin of its charts. One row a cell: a column for each setting
// that differs, then n, accuracies with their spread over seeds, PGR of means with its interval,
// state. Sort keys are under SortRole.
#pragma once

#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QStringList>

#include "core/study/effects.h"
#include "core/study/study.h"
#include "core/study/study_state.h"

namespace w2s::ui {

class StudyModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role { SortRole = Qt::UserRole };
  // Columns after those of the settings.
  enum Measure { Seeds, Weak, Student, Ceiling, Pgr, State, MeasureCount };

  using QAbstractTableModel::QAbstractTableModel;

  // Borrows both until the next call. `other`: another study, not a change of its state.
  void show(const study::Study* study, const std::vector<study::CellState>* state, bool other);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role) const override;

 private:
  [[nodiscard]] QString textOf(const study::CellState& cell, Measure measure) const;
  [[nodiscard]] QVariant keyOf(const study::CellState& cell, Measure measure) const;

  const study::Study* study_ = nullptr;
  const std::vector<study::CellState>* state_ = nullptr;
  std::vector<study::Axis> axes_;
  QStringList titles_;  // of the axes
};

}  // namespace w2s::ui
