#include "ui/widgets/table_copy.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QShortcut>
#include <QTableView>

#include "core/base/csv_text.h"

namespace w2s::ui {

void copyRowsWithCtrlC(QTableView& table) {
  auto* shortcut = new QShortcut(QKeySequence::Copy, &table);
  shortcut->setContext(Qt::WidgetShortcut);
  QObject::connect(shortcut, &QShortcut::activated, &table, [&table] {
    if (const QString text = selectedRowsAsText(table); !text.isEmpty()) {
      QApplication::clipboard()->setText(text);
    }
  });
}

// selectionModel()->selectedRows() asks for the flags of every cell.
std::set<int> selectedRowsOf(const QTableView& table) {
  std::set<int> rows;
  for (const QItemSelectionRange& range : table.selectionModel()->selection()) {
    for (int row = range.top(); row <= range.bottom(); ++row) {
      rows.insert(row);
    }
  }
  return rows;
}

QString selectedRowsAsText(const QTableView& table) {
  const QAbstractItemModel& model = *table.model();
  const QHeaderView& header = *table.horizontalHeader();
  const std::set<int> rows = selectedRowsOf(table);
  if (rows.empty()) {
    return {};
  }
  std::vector<int> columns;
  QStringList cells;
  for (int place = 0; place < header.count(); ++place) {
    const int column = header.logicalIndex(place);
    const QString title = model.headerData(column, Qt::Horizontal).toString();
    if (!header.isSectionHidden(column) && !title.isEmpty()) {
      columns.push_back(column);
      cells += title;
    }
  }
  QString text = lineOfCells(cells) + QLatin1Char('\n');
  for (const int row : rows) {
    cells.clear();
    for (const int column : columns) {
      cells += model.index(row, column).data().toString();
    }
    text += lineOfCells(cells) + QLatin1Char('\n');
  }
  return text;
}

QString lineOfCells(const QStringList& cells) {
  QStringList safe;
  for (QString cell : cells) {
    cell = cell.simplified().replace(QChar(0x2212), QLatin1Char('-'));
    safe += QString::fromStdString(withoutFormulas(cell.toStdString()));
  }
  return safe.join(QLatin1Char('\t'));
}

}  // namespace w2s::ui
