#include "ui/pages/run_columns.h"

#include <algorithm>

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

#include "ui/models/runs_model.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

const QString kSortWord = QStringLiteral("sort");
const QString kAscendingWord = QStringLiteral("ascending");
const QString kDescendingWord = QStringLiteral("descending");

}  // namespace

RunColumns::RunColumns(const Theme& theme, const RunsModel& runs, QTableView& table)
    : QObject(&table), theme_(theme), runs_(runs), table_(table), menu_(new QMenu(&table)) {
  menu_->setObjectName(QStringLiteral("runs.columns.menu"));
  menu_->setToolTipsVisible(true);
  connect(menu_, &QMenu::aboutToShow, this, &RunColumns::fillMenu);
  QHeaderView* header = table_.horizontalHeader();
  header->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(header, &QWidget::customContextMenuRequested, this,
          [this, header](const QPoint& at) { menu_->popup(header->mapToGlobal(at)); });
  connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
    if (!restoring_) {
      Q_EMIT changed();
    }
  });
  // A column that no run has anything for would only take room.
  connect(&runs_, &QAbstractItemModel::dataChanged, this, [this] {
    for (const int column : {RunsModel::PgrCommon, RunsModel::Tags}) {
      if (isWanted(column) == table_.isColumnHidden(column)) {
        fit();
      }
    }
  });
  connect(table_.model(), &QAbstractItemModel::columnsInserted, this, &RunColumns::fit);
  connect(table_.model(), &QAbstractItemModel::columnsRemoved, this, &RunColumns::fit);
}

bool RunColumns::isUsual(int column) const {
  return column == RunsModel::PgrCommon ? runs_.hasCommonCeiling()
         : column == RunsModel::Tags    ? runs_.hasTags()
                                        : column <= RunsModel::Date;
}

bool RunColumns::isWanted(int column) const {
  const auto chosen = chosen_.find(runs_.keyOf(column));
  return chosen != chosen_.end() && column > RunsModel::Name ? chosen->second : isUsual(column);
}

int RunColumns::columnOf(const QString& key) const {
  for (int column = 0; column < runs_.columnCount(); ++column) {
    if (!key.isEmpty() && runs_.keyOf(column) == key) {
      return column;
    }
  }
  return -1;
}

void RunColumns::choose(const QString& key, bool shown) {
  const int column = columnOf(key);
  if (column >= 0 && isUsual(column) == shown) {
    chosen_.erase(key);
  } else {
    chosen_[key] = shown;
  }
  fit();
  Q_EMIT changed();
}

void RunColumns::addChoice(QMenu& menu, int column) {
  const QString title = runs_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  QAction* action = menu.addAction(QString(title).replace(QLatin1Char('&'), QLatin1String("&&")));
  action->setToolTip(runs_.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
  action->setCheckable(true);
  action->setChecked(isWanted(column));
  connect(action, &QAction::toggled, this,
          [this, key = runs_.keyOf(column)](bool shown) { choose(key, shown); });
}

void RunColumns::fillMenu() {
  menu_->clear();
  for (int column = RunsModel::Method; column <= RunsModel::Date; ++column) {
    addChoice(*menu_, column);
  }
  menu_->addSeparator();
  QMenu* measures = menu_->addMenu(tr("Further measures"));
  measures->setToolTipsVisible(true);
  for (int column = RunsModel::Date + 1; column < RunsModel::ColumnCount; ++column) {
    addChoice(*measures, column);
  }
  QMenu* settings = menu_->addMenu(tr("Settings that differ"));
  settings->setToolTipsVisible(true);
  settings->setEnabled(runs_.columnCount() > RunsModel::ColumnCount);
  for (int column = RunsModel::ColumnCount; column < runs_.columnCount(); ++column) {
    addChoice(*settings, column);
  }
  menu_->addSeparator();
  QAction* usual = menu_->addAction(tr("Usual columns"), this, [this] {
    chosen_.clear();
    fit();
    Q_EMIT changed();
  });
  usual->setEnabled(!chosen_.empty());
}

// Of hidden columns too, whose hint is 0: they would come back at the next fit and go again.
int RunColumns::written(int column) const {
  QFont font = table_.horizontalHeader()->font();
  font.setWeight(QFont::Medium);
  const QString title = runs_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
  const QAbstractItemView& view = table_;
  return std::max(QFontMetrics(font).horizontalAdvance(title) + theme_.px(30),
                  view.sizeHintForColumn(column));
}

// Names and methods are as wide as they are written, within reason. In a narrow panel those columns
// give way that tell the least, before a method is cut; then the method is, then the rest. A column
// that was chosen stays.
void RunColumns::fit() {
  QHeaderView* header = table_.horizontalHeader();
  const int room = table_.viewport()->width();
  const int name = std::clamp(written(RunsModel::Name), theme_.px(110),
                              std::clamp(room / 5, theme_.px(110), theme_.px(260)));
  int method = std::clamp(written(RunsModel::Method), theme_.px(120), theme_.px(420));
  const auto widthOf = [&](int column) {
    switch (column) {
      case RunsModel::Mark:
      case RunsModel::Color:
        return theme_.px(32);
      case RunsModel::Name:
        return name;
      case RunsModel::Method:
        return method;
      default:
        // Some air: a state grows while the run goes on.
        return written(column) + (column == RunsModel::State ? theme_.px(20) : 0);
    }
  };
  std::vector<bool> shown;
  int needed = 0;
  for (int column = 0; column < runs_.columnCount(); ++column) {
    shown.push_back(isWanted(column));
    needed += shown.back() ? widthOf(column) : 0;
  }
  const auto giveUp = [&](int column) {
    if (needed > room && shown[static_cast<std::size_t>(column)] &&
        !chosen_.contains(runs_.keyOf(column))) {
      needed -= widthOf(column);
      shown[static_cast<std::size_t>(column)] = false;
    }
  };
  giveUp(RunsModel::Time);
  giveUp(RunsModel::Date);
  const int cut = std::clamp(needed - room, 0, std::max(0, method - theme_.px(140)));
  method -= cut;
  needed -= cut;
  for (const int column :
       {RunsModel::Weak, RunsModel::Ceiling, RunsModel::Method, RunsModel::Seed}) {
    giveUp(column);
  }
  for (int column = 0; column < runs_.columnCount(); ++column) {
    const bool is_fixed = column == RunsModel::Mark || column == RunsModel::Color;
    header->setSectionResizeMode(column, is_fixed                    ? QHeaderView::Fixed
                                         : column == RunsModel::Name ? QHeaderView::Interactive
                                         : column == RunsModel::Method
                                             ? QHeaderView::Stretch
                                             : QHeaderView::ResizeToContents);
    table_.setColumnHidden(column, !shown[static_cast<std::size_t>(column)]);
    if (is_fixed) {
      table_.setColumnWidth(column, theme_.px(32));
    }
  }
  const bool has_method = shown[RunsModel::Method];
  table_.setColumnWidth(RunsModel::Name, name + (has_method ? 0 : std::max(0, room - needed)));
}

QStringList RunColumns::state() const {
  QStringList state;
  for (const auto& [key, shown] : chosen_) {
    state += (shown ? QLatin1Char('+') : QLatin1Char('-')) + key;
  }
  const QHeaderView& header = *table_.horizontalHeader();
  const int column = header.sortIndicatorSection();
  const QString key = column >= 0 && column < runs_.columnCount() ? runs_.keyOf(column) : QString();
  if (!key.isEmpty()) {
    const bool up = header.sortIndicatorOrder() == Qt::AscendingOrder;
    state +=
        QStringList{kSortWord, key, up ? kAscendingWord : kDescendingWord}.join(QLatin1Char(' '));
  }
  return state;
}

void RunColumns::restore(const QStringList& state) {
  chosen_.clear();
  for (const QString& one : state) {
    const QStringList words = one.split(QLatin1Char(' '));
    if (one.startsWith(QLatin1Char('+')) || one.startsWith(QLatin1Char('-'))) {
      chosen_[one.mid(1)] = one.startsWith(QLatin1Char('+'));
    } else if (words.size() == 3 && words[0] == kSortWord && columnOf(words[1]) >= 0) {
      restoring_ = true;
      table_.sortByColumn(columnOf(words[1]),
                          words[2] == kAscendingWord ? Qt::AscendingOrder : Qt::DescendingOrder);
      restoring_ = false;
    }
  }
  fit();
}

}  // namespace w2s::ui
