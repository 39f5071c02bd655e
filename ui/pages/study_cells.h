// The table of a study's cells: the twin of its charts (ui/models/study_model.h).
#pragma once

#include <cstddef>
#include <vector>

#include <QFrame>

#include "core/study/study.h"
#include "core/study/study_state.h"

class QSortFilterProxyModel;
class QTableView;

namespace w2s::ui {

class StudyModel;
class Theme;

class StudyCells : public QFrame {
  Q_OBJECT

 public:
  explicit StudyCells(const Theme& theme, QWidget* parent = nullptr);

  // Borrows both until the next call. `other`: another study, not a change of its state.
  void show(const study::Study* study, const std::vector<study::CellState>* state, bool other);
  // Those that are selected, as the study counts them, rising.
  [[nodiscard]] std::vector<std::size_t> selected() const;

 Q_SIGNALS:
  void cellChosen(std::size_t cell);

 private:
  QTableView* table_;
  StudyModel* model_;
  QSortFilterProxyModel* sorted_;
};

}  // namespace w2s::ui
