#include "ui/charts/chart_table_dialog.h"

#include <algorithm>
#include <cmath>

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/charts/plot_words.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/table_copy.h"

namespace w2s::ui {
namespace {

int decimalsOf(double value) {
  return value == std::round(value) ? 0 : 3;
}

}  // namespace

ChartTableModel::ChartTableModel(charts::Table table, QObject* parent)
    : QAbstractTableModel(parent), table_(std::move(table)) {}

int ChartTableModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(table_.x.size());
}

int ChartTableModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(table_.header.size());
}

QVariant ChartTableModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant(Qt::AlignRight | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  const auto row = static_cast<std::size_t>(index.row());
  if (index.column() == 0) {
    return numberText(table_.x[row], decimalsOf(table_.x[row]));
  }
  const auto column = static_cast<std::size_t>(index.column() - 1);
  const float value = table_.columns[column][row];
  return std::isfinite(value) ? numberText(value, table_.decimals[column]) : QString();
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation == Qt::Horizontal && role == Qt::DisplayRole) {
    return QString::fromStdString(table_.header[static_cast<std::size_t>(section)]);
  }
  if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole) {
    return QVariant(Qt::AlignRight | Qt::AlignVCenter);  // above its numbers
  }
  return QAbstractTableModel::headerData(section, orientation, role);
}

QString ChartTableModel::text(int first_row, int last_row) const {
  QStringList lines;
  QStringList cells;
  for (const std::string& header : table_.header) {
    cells += QString::fromStdString(header);
  }
  lines += lineOfCells(cells);
  for (int i = std::max(0, first_row); i <= last_row && i < rowCount(); ++i) {
    const auto row = static_cast<std::size_t>(i);
    cells = {cellText(table_.x[row], 'g', 10)};
    for (const std::vector<float>& column : table_.columns) {
      cells += std::isfinite(column[row]) ? cellText(column[row], 'g', 7) : QString();
    }
    lines += lineOfCells(cells);
  }
  return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

ChartTableDialog::ChartTableDialog(const Theme& theme, const charts::ChartData& chart,
                                   QWidget* parent)
    : QDialog(parent) {
  setObjectName(QStringLiteral("chart_table"));
  setWindowTitle(QString::fromStdString(chart.title));
  setModal(false);
  auto* sentence = new QLabel(sentenceOf(chart), this);
  sentence->setObjectName(QStringLiteral("chart_table.sentence"));
  sentence->setWordWrap(true);
  model_ = new ChartTableModel(charts::tableOf(chart), this);
  view_ = new QTableView(this);
  view_->setObjectName(QStringLiteral("chart_table.view"));
  view_->setAccessibleName(tr("Numbers of the chart %1").arg(windowTitle()));
  view_->setAccessibleDescription(sentence->text());
  view_->setModel(model_);
  view_->setSelectionBehavior(QAbstractItemView::SelectRows);
  view_->setTabKeyNavigation(false);
  view_->verticalHeader()->hide();
  view_->verticalHeader()->setDefaultSectionSize(theme.px(25));
  view_->horizontalHeader()->setMinimumSectionSize(theme.px(70));
  view_->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  view_->setShowGrid(false);

  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  QPushButton* copy_all = buttons->addButton(tr("Copy all"), QDialogButtonBox::ActionRole);
  copy_all->setObjectName(QStringLiteral("chart_table.copy"));
  copy_all->setToolTip(
      tr("All rows, separated by tabs, for a spreadsheet; Ctrl+C copies the "
         "chosen ones"));
  buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("chart_table.close"));
  connect(copy_all, &QPushButton::clicked, this, [this] { copy(true); });
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* shortcut = new QShortcut(QKeySequence::Copy, view_);
  shortcut->setContext(Qt::WidgetShortcut);
  connect(shortcut, &QShortcut::activated, this, [this] { copy(false); });

  auto* column = new QVBoxLayout(this);
  column->addWidget(sentence);
  column->addWidget(view_, 1);
  column->addWidget(buttons);
  const QSize room = parent != nullptr ? parent->window()->size() - QSize(40, 40) : QSize(700, 600);
  resize(QSize(theme.px(620), theme.px(440)).boundedTo(room));
  view_->setFocus();
}

void ChartTableDialog::copy(bool all) {
  int first = 0;
  int last = model_->rowCount() - 1;
  const QModelIndexList rows = view_->selectionModel()->selectedRows();
  if (!all && !rows.isEmpty()) {
    const auto [low, high] = std::minmax_element(
        rows.begin(), rows.end(),
        [](const QModelIndex& a, const QModelIndex& b) { return a.row() < b.row(); });
    first = low->row();
    last = high->row();
  }
  QApplication::clipboard()->setText(model_->text(first, last));
}

}  // namespace w2s::ui
