#include "ui/pages/run_groups_view.h"

#include <utility>

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QSortFilterProxyModel>

#include "ui/models/runs_model.h"
#include "ui/models/runs_proxy.h"
#include "ui/theme/theme.h"
#include "ui/widgets/table_copy.h"

namespace w2s::ui {

RunGroupsView::RunGroupsView(const Theme& theme, const RunsModel& runs, const RunsProxy& shown,
                             QWidget* parent)
    : QTableView(parent),
      theme_(theme),
      runs_(runs),
      shown_(shown),
      groups_(new RunGroupsModel(this)),
      sorted_(new QSortFilterProxyModel(this)),
      menu_(new QMenu(this)) {
  setObjectName(QStringLiteral("runs.groups"));
  setAccessibleName(tr("Groups of runs"));
  setAccessibleDescription(tr("Enter shows the runs of a group."));
  sorted_->setSourceModel(groups_);
  sorted_->setSortRole(RunGroupsModel::SortRole);
  setModel(sorted_);
  setFrameShape(QFrame::NoFrame);
  setShowGrid(false);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::ExtendedSelection);
  setEditTriggers(QAbstractItemView::NoEditTriggers);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setSortingEnabled(true);
  sortByColumn(-1, Qt::AscendingOrder);  // the order of their newest runs, until one is chosen
  verticalHeader()->hide();
  horizontalHeader()->setHighlightSections(false);
  horizontalHeader()->setResizeContentsPrecision(64);
  horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  horizontalHeader()->setSectionResizeMode(RunGroupsModel::Name, QHeaderView::Stretch);
  copyRowsWithCtrlC(*this);
  menu_->setObjectName(QStringLiteral("runs.groups.menu"));
  menu_->setToolTipsVisible(true);
  connect(menu_, &QMenu::aboutToShow, this, &RunGroupsView::fillMenu);
  connect(this, &QTableView::doubleClicked, this, &RunGroupsView::open);
  soon_.setSingleShot(true);
  soon_.setInterval(0);
  connect(&soon_, &QTimer::timeout, this, &RunGroupsView::group);
  const auto later = [this] {
    if (is_on_ && !soon_.isActive()) {
      soon_.start();
    }
  };
  connect(&shown_, &QAbstractItemModel::rowsInserted, this, later);
  connect(&shown_, &QAbstractItemModel::rowsRemoved, this, later);
  connect(&shown_, &QAbstractItemModel::layoutChanged, this, later);
  connect(&shown_, &QAbstractItemModel::modelReset, this, later);
  connect(&runs_, &RunsModel::namesChanged, this, later);
  connect(&shown_, &QAbstractItemModel::dataChanged, this, later);
  connect(&theme_, &Theme::changed, this, &RunGroupsView::restyle);
  restyle();
}

void RunGroupsView::restyle() {
  verticalHeader()->setDefaultSectionSize(theme_.px(27));
  horizontalHeader()->setMinimumSectionSize(theme_.px(60));
}

void RunGroupsView::fillMenu() {
  menu_->clear();
  const auto offer = [this](QMenu& menu, const QString& text, const QString& tip, bool chosen,
                            std::function<void()> choose) {
    QAction* action = menu.addAction(QString(text).replace(QLatin1Char('&'), QLatin1String("&&")));
    action->setToolTip(tip);
    action->setCheckable(true);
    action->setChecked(chosen);
    connect(action, &QAction::triggered, this, [choose = std::move(choose)] { choose(); });
  };
  offer(*menu_, tr("Single runs"), tr("A line a run"), !is_on_, [this] { turnOff(); });
  offer(*menu_, tr("By experiment"),
        tr("A line for runs that differ in their seed alone: mean, spread and number"),
        is_on_ && keys_.empty(), [this] { turnOn({}); });
  QMenu* by_settings = menu_->addMenu(tr("By settings"));
  by_settings->setToolTipsVisible(true);
  by_settings->setEnabled(runs_.columnCount() > RunsModel::ColumnCount);
  for (int column = RunsModel::ColumnCount; column < runs_.columnCount(); ++column) {
    const std::string key = runs_.settingOf(column)->key;
    offer(*by_settings, runs_.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(),
          QString::fromStdString(key), is_on_ && keys_.contains(key), [this, key] {
            std::set<std::string> keys = is_on_ ? keys_ : std::set<std::string>();
            if (keys.erase(key) == 0) {
              keys.insert(key);
            }
            keys.empty() ? turnOff() : turnOn(std::move(keys));
          });
  }
}

void RunGroupsView::turnOn(std::set<std::string> keys) {
  keys_ = std::move(keys);
  is_on_ = true;
  group();
  Q_EMIT turned(true);
}

void RunGroupsView::turnOff() {
  if (std::exchange(is_on_, false)) {
    keys_.clear();
    groups_->setGroups({});
    Q_EMIT turned(false);
  }
}

void RunGroupsView::group() {
  std::vector<const RunRecord*> runs;
  runs.reserve(static_cast<std::size_t>(shown_.rowCount()));
  for (int row = 0; row < shown_.rowCount(); ++row) {
    runs.push_back(&runs_.at(shown_.mapToSource(shown_.index(row, 0)).row()));
  }
  groups_->setGroups(groupsOf(runs, {.keys = {keys_.begin(), keys_.end()}}));
  Q_EMIT counted();
}

void RunGroupsView::open(const QModelIndex& index) {
  if (const QString filter = index.data(RunGroupsModel::FilterRole).toString(); !filter.isEmpty()) {
    Q_EMIT opened(filter);
  }
}

void RunGroupsView::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
    open(currentIndex());
    return;
  }
  QTableView::keyPressEvent(event);
}

}  // namespace w2s::ui
