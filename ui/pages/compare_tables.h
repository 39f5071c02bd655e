// The tables of a comparison: its sets with what differs and what they gave, and each two of them
// with difference, interval and test. The twins of its charts.
#pragma once

#include <optional>
#include <span>

#include <QStandardItemModel>

#include "core/study/comparison.h"

class QTableView;

namespace w2s::ui {

class Theme;

// A table as pages have them: rows are selected, Ctrl+C copies them.
void makePageTable(QTableView& table, const QString& name, const QString& title,
                   const QString& about);

// Columns as wide as what stands in them, and the table as high as its rows.
void fitPageTable(QTableView& table, const Theme& theme, int most_rows);

// `references` are rows below the sets.
void fillSets(QStandardItemModel& model, const study::Comparison& comparison,
              std::span<const study::ReferenceResult> references = {});

// Runs whose students differ on some rows: those that the first has right and the second wrong.
struct Flips {
  QString first;   // id of the run
  QString second;  // id of the run
  QString title;   // "A right, B wrong, seed 0"
};
void fillPairs(QStandardItemModel& model, const study::Comparison& comparison);
// What a cell of the table of pairs counts; none for other columns and where there are no rows.
[[nodiscard]] std::optional<Flips> flipsAt(const study::Comparison& comparison,
                                           const QModelIndex& index);

}  // namespace w2s::ui
