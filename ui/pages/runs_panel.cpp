#include "ui/pages/runs_panel.h"

#include <algorithm>
#include <span>

#include <QContextMenuEvent>
#include <QDateTime>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/plain_text.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/live_changes.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/models/runs_proxy.h"
#include "ui/pages/run_columns.h"
#include "ui/pages/run_commands.h"
#include "ui/pages/run_groups_view.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/run_name_delegate.h"
#include "ui/widgets/table_copy.h"

namespace w2s::ui {

using record::StageId;
namespace stage = record::stage;

RunsPanel::RunsPanel(const Theme& theme, ExperimentSession& session, RecordedRuns* recorded,
                     QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      session_(session),
      recorded_(recorded),
      runs_(new RunsModel(theme, this)),
      proxy_(new RunsProxy(this)),
      table_(new QTableView(this)),
      notice_(new NoticeBar(theme, QStringLiteral("runs.notice"), this)) {
  setObjectName(QStringLiteral("runs_panel"));
  setAttribute(Qt::WA_StyledBackground);
  makeTable();
  makeNothing();
  makeGroups();
  makeTools();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 0, 8, 4);
  column->setSpacing(4);
  column->addWidget(notice_);
  problem_ = new QLabel(this);
  problem_->setObjectName(QStringLiteral("runs.filter.problem"));
  problem_->setTextFormat(Qt::PlainText);
  problem_->setProperty("problem", true);
  problem_->setWordWrap(true);
  problem_->hide();
  column->addWidget(problem_);
  column->addWidget(table_, 1);
  column->addWidget(groups_, 1);

  runs_->setMarkOf([this](const RunRecord& run) {
    if (run.id == presentId()) {
      return RunsModel::Marking::Present;
    }
    if (recorded_ == nullptr || !recorded_->overlays().isShown(run.id)) {
      return RunsModel::Marking::Hidden;
    }
    return run.labels.pinned ? RunsModel::Marking::Pinned : RunsModel::Marking::Shown;
  });
  connect(&session_, &ExperimentSession::focusChanged, this, [this] {
    putAll();
    runs_->refreshMarks();
    Q_EMIT presentNamed(runs_->nameOf(presentId()));
  });
  connect(runs_, &RunsModel::namesChanged, this,
          [this] { Q_EMIT presentNamed(runs_->nameOf(presentId())); });
  connect(&session_, &ExperimentSession::refreshed, this, &RunsPanel::putAll);
  connect(&session_, &ExperimentSession::stateChanged, this, [this] {
    putAll();
    fit_.start();
  });
  // However many rows came and went in this turn of the event loop, columns are measured once.
  fit_.setSingleShot(true);
  fit_.setInterval(0);
  connect(&fit_, &QTimer::timeout, this, &RunsPanel::fitColumns);
  connect(&theme_, &Theme::changed, this, &RunsPanel::restyle);
  if (recorded_ != nullptr) {
    useRecorded();
  }
  restyle();
  refreshCount();
}

void RunsPanel::makeTable() {
  proxy_->setSourceModel(runs_);
  table_->setObjectName(QStringLiteral("run.runs"));
  table_->setAccessibleName(tr("Runs"));
  table_->setAccessibleDescription(tr(
      "Enter opens a run, Space shows it on the charts, F2 renames, Delete deletes. On the row of "
      "the page's own run Space starts and pauses."));
  table_->setModel(proxy_);
  table_->setFrameShape(QFrame::NoFrame);
  table_->setShowGrid(false);
  table_->setSelectionBehavior(QAbstractItemView::SelectRows);
  table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->setTabKeyNavigation(false);
  table_->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  table_->setTextElideMode(Qt::ElideRight);
  table_->setWordWrap(false);
  table_->setSortingEnabled(true);
  table_->sortByColumn(RunsModel::Date, Qt::DescendingOrder);
  table_->setItemDelegateForColumn(RunsModel::Name, new RunNameDelegate(theme_, table_));
  copyRowsWithCtrlC(*table_);
  table_->installEventFilter(this);
  table_->verticalHeader()->hide();
  QHeaderView* header = table_->horizontalHeader();
  header->installEventFilter(this);
  header->setHighlightSections(false);
  header->setResizeContentsPrecision(64);
  columns_ = new RunColumns(theme_, *runs_, *table_);
}

void RunsPanel::makeNothing() {
  nothing_ = new QLabel(table_->viewport());
  nothing_->setObjectName(QStringLiteral("runs.nothing"));
  nothing_->setProperty("muted", true);
  nothing_->setAlignment(Qt::AlignCenter);
  nothing_->setWordWrap(true);
  nothing_->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void RunsPanel::useRecorded() {
  commands_ = new RunCommands(
      theme_, *recorded_, table_, [this] { return selected(); }, [this] { renameCurrent(); });
  connect(recorded_, &RecordedRuns::notice, notice_, &NoticeBar::say);
  connect(recorded_, &RecordedRuns::shown, notice_, &QWidget::hide);  // a later command succeeded
  connect(&recorded_->library(), &RunLibrary::changed, this, &RunsPanel::takeRecorded);
  connect(&recorded_->library(), &RunLibrary::found, this, [this](std::size_t count) {
    runs_->append(std::span(recorded_->library().runs()).last(count));
  });
  connect(&recorded_->overlays(), &OverlaySet::changed, runs_, &RunsModel::refreshMarks);
  connect(runs_, &RunsModel::renamed, recorded_, &RecordedRuns::rename);
  connect(table_, &QTableView::clicked, this, &RunsPanel::click);
  connect(table_, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
    if (index.column() > RunsModel::Color) {
      openRun(index.data(RunsModel::IdRole).toString());
    }
  });
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, commands_,
          &RunCommands::refresh);
  connect(&session_, &ExperimentSession::stateChanged, commands_, &RunCommands::refresh);
  takeRecorded();
}

// A seed of the experiment in sight comes into focus; any other run is shown alone.
void RunsPanel::openRun(const QString& id) {
  for (RunSession* run : session_.experiment()) {
    if (QString::fromStdString(run->series().id) == id) {
      session_.setFocus(*run);
      return;
    }
  }
  recorded_->open(id);
}

QString RunsPanel::presentId() const {
  return QString::fromStdString(session_.focus().series().id);
}

void RunsPanel::restyle() {
  setClearIcon(*filter_, theme_);
  filters_->setIcon(theme_.icon(QStringLiteral("filter"), theme_.tokens().text));
  sweep_->setIcon(theme_.icon(QStringLiteral("trash"), theme_.tokens().text));
  group_by_->setIcon(theme_.icon(QStringLiteral("group"), theme_.tokens().text));
  choose_->setIcon(theme_.icon(QStringLiteral("more"), theme_.tokens().text));
  table_->verticalHeader()->setDefaultSectionSize(theme_.px(27));
  table_->horizontalHeader()->setMinimumSectionSize(theme_.px(26));
  table_->setIconSize(QSize(theme_.px(16), theme_.px(16)));
  setMinimumHeight(theme_.px(74));  // the header and a row
  filter_->setMinimumWidth(theme_.px(48));
  filter_->setMaximumWidth(theme_.px(190));
  tools_->layout()->setSpacing(theme_.px(10));
  fitColumns();
}

void RunsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fitColumns();
}

void RunsPanel::fitColumns() {
  columns_->fit();
  placeNothing();
}

// Where the table is empty it says why.
void RunsPanel::placeNothing() {
  nothing_->setVisible(proxy_->rowCount() == 0);
  nothing_->setText(runs_->rowCount() == 0
                        ? tr("The runs will stand here, to be compared and opened again.")
                    : filter_->text().trimmed().isEmpty()
                        ? tr("All runs are archived, or were stopped at 0 %. The filters \u201c"
                             "archived\u201d and \u201cleftovers\u201d show them.")
                        : tr("No run is as the filter asks."));
  nothing_->setGeometry(table_->viewport()->rect());
}

bool RunsPanel::eventFilter(QObject* object, QEvent* event) {
  // Style sheet and fonts reach the header after the panel has been laid out.
  if (object == table_->horizontalHeader() &&
      (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange ||
       event->type() == QEvent::Polish || event->type() == QEvent::Show)) {
    fit_.start();
  }
  if (object == table_ && commands_ != nullptr) {
    if (event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
      commands_->toggleShown();
      return true;
    }
    if (event->type() == QEvent::ContextMenu && !selected().isEmpty()) {
      const auto* asked = static_cast<QContextMenuEvent*>(event);
      const QRect row = table_->visualRect(table_->currentIndex());
      commands_->popUp(asked->reason() == QContextMenuEvent::Keyboard
                           ? table_->viewport()->mapToGlobal(row.bottomLeft())
                           : asked->globalPos());
      return true;
    }
  }
  return QWidget::eventFilter(object, event);
}

QStringList RunsPanel::selected() const {
  QStringList ids;
  for (const int row : selectedRowsOf(*table_)) {
    ids += proxy_->index(row, 0).data(RunsModel::IdRole).toString();
  }
  const QString current = table_->currentIndex().data(RunsModel::IdRole).toString();
  if (const auto place = ids.indexOf(current); place > 0) {
    ids.move(place, 0);
  }
  return ids;
}

void RunsPanel::click(const QModelIndex& index) {
  const QString id = index.data(RunsModel::IdRole).toString();
  // A click on a row of a selection means all of it.
  const QStringList rows = selected();
  const QStringList ids = rows.contains(id) ? rows : QStringList{id};
  if (index.column() == RunsModel::Mark && id != presentId()) {
    recorded_->toggleShown(ids);
  } else if (index.column() == RunsModel::Color) {
    commands_->popUpColors(ids,
                           table_->viewport()->mapToGlobal(table_->visualRect(index).bottomLeft()));
  }
}

void RunsPanel::renameCurrent() {
  const QModelIndex current = table_->currentIndex();
  if (current.isValid()) {
    table_->edit(current.siblingAtColumn(RunsModel::Name));
  }
}

void RunsPanel::putAll() {
  for (const RunSession* run : session_.experiment()) {
    put(*run);
  }
}

void RunsPanel::put(const RunSession& run) {
  const QString id = QString::fromStdString(run.series().id);
  if (id.isEmpty()) {
    return;
  }
  if (recorded_ != nullptr && !run.isActive()) {
    // A run that is over is listed as its folder says, once the list has caught up; one that was
    // deleted stays away.
    const RunRecord* recorded = recorded_->library().find(id);
    const bool is_behind = recorded != nullptr && recorded->stored == store::RunState::Running;
    if (!is_behind && (recorded != nullptr || runs_->find(id) == nullptr)) {
      return;
    }
  }
  runs_->put(record(run));
}

void RunsPanel::takeRecorded() {
  const bool active = session_.focus().isActive();
  const QString kept = active ? presentId() : QString();
  const std::vector<RunSession*>& own_runs = session_.experiment();
  if (std::ranges::none_of(own_runs, &RunSession::isActive)) {
    runs_->setRecorded(recorded_->library().runs(), kept);  // thousands, not copied
    return;
  }
  std::vector<RunRecord> runs = recorded_->library().runs();
  // What the window knows of its own runs is newer.
  for (const RunSession* run : session_.experiment()) {
    const auto own =
        std::ranges::find(runs, QString::fromStdString(run->series().id), &RunRecord::id);
    if (run->isActive() && own != runs.end()) {
      *own = record(*run);
    }
  }
  runs_->setRecorded(runs, kept);
}

RunRecord RunsPanel::record(const RunSession& run) const {
  const RunSeries& series = run.series();
  const StageSeries& student = series.stage(stage::kStudent);
  RunRecord record;
  record.id = QString::fromStdString(series.id);
  const RunRecord* known = recorded_ != nullptr ? recorded_->library().find(record.id) : nullptr;
  const RunRecord* listed = known != nullptr ? known : runs_->find(record.id);
  if (listed != nullptr) {
    record.created = listed->created;
    record.labels = listed->labels;
    record.color = listed->color;
  } else {
    record.created = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
  }
  record.name = QString::fromStdString(plainText(series.name));
  record.settings = settings_.of(run.config());
  record.live_changes = static_cast<std::int64_t>(liveChangesOf(series).size());
  record.method = methodText(run.config()) + liveChangesText(record.live_changes);
  record.seed = series.seed;
  record.readings = readingsOf(series);
  if (series.summary) {
    record.summary = std::make_shared<const record::RunSummary>(*series.summary);
  }
  record.state = run.state();
  record.done = student.done;
  record.steps = student.total;
  record.seconds = run.seconds();
  return record;
}

}  // namespace w2s::ui
