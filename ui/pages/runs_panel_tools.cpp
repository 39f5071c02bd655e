// What stands in the title of the table of runs: their number, the filter, the choice of columns.
#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/bridge/recorded_runs.h"
#include "ui/models/run_filter.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_proxy.h"
#include "ui/pages/run_columns.h"
#include "ui/pages/run_groups_view.h"
#include "ui/pages/runs_panel.h"
#include "ui/pages/saved_filters.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

void RunsPanel::makeTools() {
  tools_ = new QWidget(this);
  filter_ = new QLineEdit(tools_);
  filter_->setObjectName(QStringLiteral("runs.filter"));
  filter_->setPlaceholderText(tr("Filter"));
  filter_->setClearButtonEnabled(true);
  filter_->setAccessibleName(tr("Filter the runs"));
  filter_->setToolTip(tr(
      "<qt>Words that the run's name, method, state, note, tags, seed or id must have; \u201cin "
      "quotation "
      "marks\u201d as they are.<br><code>pgr &gt; .4</code> compares a measure: weak, student, "
      "ceiling, pgr, agreement, seconds ... with &gt; &gt;= &lt; &lt;= = !=<br>"
      "<code>confidence_weight = .5</code> or <code>a = .5</code> a setting, by its key, the last "
      "part of it, or its symbol<br><code>dataset:fashion state:finished</code> what is a part of "
      "the value<br><code>starred</code>, <code>archived</code>, "
      "<code>tag:paper</code> runs with that label; archived ones are left out unless they are "
      "asked "
      "for, <code>archived:all</code> shows all. In the same way <code>leftovers</code>, runs that "
      "were "
      "stopped at 0 %, are left out.<br>All of it must hold.</qt>"));
  // Qt's own clear button.
  for (auto* clear : filter_->findChildren<QAbstractButton*>()) {
    clear->setObjectName(QStringLiteral("runs.filter.clear"));
    clear->setAccessibleName(tr("Clear the filter"));
    clear->setToolTip(tr("Shows all runs again"));
  }
  count_ = new QLabel(tools_);
  count_->setObjectName(QStringLiteral("runs.count"));
  count_->setProperty("small", true);
  choose_ = new QToolButton(tools_);
  choose_->setObjectName(QStringLiteral("runs.columns"));
  choose_->setProperty("flat", true);
  choose_->setPopupMode(QToolButton::InstantPopup);
  choose_->setMenu(columns_->menu());
  choose_->setAccessibleName(tr("Columns of the table"));
  choose_->setToolTip(tr("Chooses columns: measures, and the settings in which the runs differ"));
  saved_ = new SavedFilters(*filter_);
  filters_ = new QToolButton(tools_);
  filters_->setObjectName(QStringLiteral("runs.filters"));
  filters_->setProperty("flat", true);
  filters_->setPopupMode(QToolButton::InstantPopup);
  filters_->setMenu(saved_->menu());
  filters_->setAccessibleName(tr("Saved filters"));
  filters_->setToolTip(tr("Filters with a name: use, save and remove them"));
  group_by_ = new QToolButton(tools_);
  group_by_->setObjectName(QStringLiteral("runs.group"));
  group_by_->setProperty("flat", true);
  group_by_->setPopupMode(QToolButton::InstantPopup);
  group_by_->setMenu(groups_->menu());
  group_by_->setAccessibleName(tr("Groups"));
  group_by_->setToolTip(
      tr("Single runs, or one line per experiment or setting: mean, spread, number"));
  sweep_ = new QToolButton(tools_);
  sweep_->setObjectName(QStringLiteral("runs.sweep"));
  sweep_->setProperty("flat", true);
  sweep_->setAccessibleName(tr("Delete the runs that were stopped at 0 %"));
  sweep_->hide();
  connect(sweep_, &QToolButton::clicked, this, [this] { recorded_->remove(leftovers()); });
  auto* row = new QHBoxLayout(tools_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(count_);
  row->addWidget(sweep_);
  row->addWidget(filter_);
  row->addWidget(filters_);
  row->addWidget(group_by_);
  row->addWidget(choose_);
  connect(filter_, &QLineEdit::textChanged, this, &RunsPanel::applyFilter);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
    connect(proxy_, signal, this, &RunsPanel::refreshCount);
    connect(runs_, signal, this, &RunsPanel::refreshCount);
  }
  connect(proxy_, &QAbstractItemModel::layoutChanged, this, &RunsPanel::refreshCount);
  connect(runs_, &QAbstractItemModel::dataChanged, this, &RunsPanel::sayCount);
}

// They take the place of the single runs, under the same filter.
void RunsPanel::makeGroups() {
  groups_ = new RunGroupsView(theme_, *runs_, *proxy_, this);
  groups_->hide();
  connect(groups_, &RunGroupsView::turned, this, [this](bool on) {
    const bool has_focus = table_->hasFocus() || groups_->hasFocus();
    table_->setVisible(!on);
    groups_->setVisible(on);
    choose_->setEnabled(!on);
    if (has_focus) {
      on ? groups_->setFocus() : table_->setFocus();
    }
    refreshCount();
  });
  connect(groups_, &RunGroupsView::counted, this, &RunsPanel::sayCount);
  connect(groups_, &RunGroupsView::opened, this, [this](const QString& filter) {
    const QString before = filter_->text().trimmed();
    groups_->turnOff();
    filter_->setText(before.isEmpty() ? filter : before + QLatin1Char(' ') + filter);
    table_->setFocus();
  });
}

// While what is typed is no filter, the last one that was stays.
void RunsPanel::applyFilter() {
  const auto filter = RunFilter::parse(filter_->text(), runs_->filterSettings());
  problem_->setVisible(!filter);
  if (!filter) {
    problem_->setText(filter.error());
    return;
  }
  proxy_->setFilter(*filter);
}

void RunsPanel::refreshCount() {
  sayCount();
  fit_.start();
}

QStringList RunsPanel::leftovers() const {
  QStringList ids;
  for (const RunRecord& run : recorded_->library().runs()) {
    if (isLeftover(run)) {
      ids += run.id;
    }
  }
  return ids;
}

void RunsPanel::sayCount() {
  const int archived = proxy_->filter().asksForArchived() ? 0 : runs_->archivedCount();
  const int stopped = runs_->leftoverCount();
  const int left_over = proxy_->filter().asksForLeftovers() ? 0 : stopped;
  const int all = runs_->rowCount() - archived - left_over;
  const int seen = proxy_->rowCount();
  const QString text = seen != all ? tr("%1 of %2").arg(countText(seen), countText(all))
                       : all == 1  ? tr("1 run")
                                   : tr("%1 runs").arg(countText(all));
  QString all_text = archived > 0 ? tr("%1, %2 archived").arg(text, countText(archived)) : text;
  if (left_over > 0) {
    all_text = tr("%1, %2 stopped at 0 %").arg(all_text, countText(left_over));
  }
  if (const int groups = groups_->groupCount(); groups_->isOn()) {
    all_text = groups == 1 ? tr("%1 in 1 group").arg(all_text)
                           : tr("%1 in %2 groups").arg(all_text, countText(groups));
  }
  count_->setText(all_text);
  QStringList about;
  if (archived > 0) {
    about +=
        tr("Archived runs are left out. The filter \u201c"
           "archived\u201d shows them, \u201c"
           "archived:all\u201d all runs.");
  }
  if (left_over > 0) {
    about +=
        tr("Runs that were stopped at 0 %, as a rewind leaves them, are left out unless they "
           "have a name, a note or another label. The filter \u201cleftovers\u201d shows them.");
  }
  count_->setToolTip(about.join(QLatin1Char('\n')));
  sweep_->setVisible(stopped > 0 && recorded_ != nullptr);
  sweep_->setToolTip(tr("Moves the runs that were stopped at 0 % to the trash: %1. Can be undone")
                         .arg(countText(stopped)));
}

}  // namespace w2s::ui
