// Ctrl+C in a table: the selected rows with the titles of the visible columns, separated by tabs, for a
// spreadsheet; in the order of the table. Columns without a title are left out.
#pragma once

#include <QString>

class QTableView;

namespace w2s::ui {

// Takes the place of Qt's own Ctrl+C, which copies one cell.
void copyRowsWithCtrlC(QTableView& table);
[[nodiscard]] QString selectedRowsAsText(const QTableView& table);

}  // namespace w2s::ui
