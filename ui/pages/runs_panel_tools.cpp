// What stands in the title of the table of runs: their number, the filter, the choice of columns.
#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include "ui/models/run_filter.h"
#include "ui/models/runs_proxy.h"
#include "ui/pages/run_columns.h"
#include "ui/pages/runs_panel.h"
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
      "<qt>Words that the run's name, method, state, note, seed or id must have; \u201cin "
      "quotation "
      "marks\u201d as they are.<br><code>pgr &gt; .4</code> compares a measure: weak, student, "
      "ceiling, pgr, agreement, seconds ... with &gt; &gt;= &lt; &lt;= = !=<br>"
      "<code>confidence_weight = .5</code> or <code>a = .5</code> a setting, by its key, the last "
      "part of it, or its symbol<br><code>dataset:fashion state:finished</code> what is a part of "
      "the value<br>All of it must hold.</qt>"));
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
  auto* row = new QHBoxLayout(tools_);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(count_);
  row->addWidget(filter_);
  row->addWidget(choose_);
  connect(filter_, &QLineEdit::textChanged, this, &RunsPanel::applyFilter);
  for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
    connect(proxy_, signal, this, &RunsPanel::refreshCount);
    connect(runs_, signal, this, &RunsPanel::refreshCount);
  }
  connect(proxy_, &QAbstractItemModel::layoutChanged, this, &RunsPanel::refreshCount);
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
  const int all = runs_->rowCount();
  const int seen = proxy_->rowCount();
  count_->setText(seen != all ? tr("%1 of %2").arg(countText(seen), countText(all))
                  : all == 1  ? tr("1 run")
                              : tr("%1 runs").arg(countText(all)));
  fit_.start();
}

}  // namespace w2s::ui
