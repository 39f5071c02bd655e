// Ctrl+C in a table: the selected rows with the titles of the visible columns, separated by tabs, for a
// spreadsheet; in the order of the table. Columns without a title are left out.
#pragma once

#include <set>

#include <QString>
#include <QStringList>

class QTableView;

namespace w2s::ui {

// Takes the place of Qt's own Ctrl+C, which copies one cell.
void copyRowsWithCtrlC(QTableView& table);
// Rows with a selected cell, quickly where there are thousands.
[[nodiscard]] std::set<int> selectedRowsOf(const QTableView& table);
[[nodiscard]] QString selectedRowsAsText(const QTableView& table);

// A line of what goes to the clipboard for a spreadsheet, without its end. A name from a file breaks no
// cell or line and is no formula: that is decided here for every copy (core/base/csv_text.h does it for
// files).
[[nodiscard]] QString lineOfCells(const QStringList& cells);

}  // namespace w2s::ui
