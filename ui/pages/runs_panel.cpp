#include "ui/pages/runs_panel.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/bridge/run_controller.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

using experiment::StageKind;

RunsPanel::RunsPanel(const Theme& theme, RunController& controller, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      controller_(controller),
      runs_(new RunsModel(theme, this)),
      table_(new QTableView(this)) {
  setObjectName(QStringLiteral("runs_panel"));
  setAttribute(Qt::WA_StyledBackground);
  table_->setObjectName(QStringLiteral("run.runs"));
  table_->setAccessibleName(tr("Runs of this session"));
  table_->setToolTip(tr("Runs of this session, newest first"));
  table_->setModel(runs_);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setShowGrid(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setTabKeyNavigation(false);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setTextElideMode(Qt::ElideRight);
  table_->verticalHeader()->hide();
  QHeaderView* header = table_->horizontalHeader();
  header->setHighlightSections(false);
  for (int column = 0; column < RunsModel::ColumnCount; ++column) {
    header->setSectionResizeMode(column, QHeaderView::ResizeToContents);
  }
  header->setSectionResizeMode(RunsModel::Method, QHeaderView::Stretch);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 0, 8, 4);
  column->addWidget(table_);

  connect(&controller_, &RunController::runBegan, this, &RunsPanel::put);
  connect(&controller_, &RunController::refreshed, this, &RunsPanel::put);
  connect(&controller_, &RunController::stateChanged, this, &RunsPanel::put);
  connect(&theme_, &Theme::changed, this, &RunsPanel::restyle);
  restyle();
}

void RunsPanel::restyle() {
  table_->verticalHeader()->setDefaultSectionSize(theme_.px(27));
  table_->horizontalHeader()->setMinimumSectionSize(theme_.px(24));
  setMinimumHeight(theme_.px(74));  // the header and a row
}

void RunsPanel::put() {
  if (!controller_.series().id.empty()) {
    runs_->put(record());
  }
}

RunRecord RunsPanel::record() const {
  const RunSeries& series = controller_.series();
  const StageSeries& student = series.stage(StageKind::Student);
  RunRecord record;
  record.id = QString::fromStdString(series.id);
  record.name = QString::fromStdString(series.name);
  record.method = methodText(controller_.runConfig());
  if (!series.interventions.empty()) {
    const auto changes = series.interventions.size();
    record.method += changes == 1 ? tr(", 1 live change") : tr(", %1 live changes").arg(changes);
  }
  record.seed = series.seed;
  record.readings = readingsOf(series);
  record.state = controller_.state();
  record.share_done = student.total > 0
                          ? static_cast<double>(student.done) / static_cast<double>(student.total)
                          : 0.0;
  record.seconds = controller_.seconds();
  return record;
}

}  // namespace w2s::ui
