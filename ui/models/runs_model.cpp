#include "ui/models/runs_model.h"

#include <algorithm>
#include <cmath>

#include <QDateTime>
#include <QLocale>
#include <QSet>

#include "ui/bridge/translated.h"
#include "ui/charts/plain_text.h"
#include "ui/models/run_color.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_columns.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

QString accuracyText(const metrics::Performance& performance) {
  return performance.n > 0 ? RunsModel::tr("%1 %").arg(percentText(performance.accuracy))
                           : QString();
}

QVariant accuracyKey(const metrics::Performance& performance) {
  return performance.n > 0 ? QVariant(performance.accuracy) : QVariant();
}

bool saysPgr(const std::optional<metrics::Pgr>& pgr) {
  return pgr && metrics::isMeaningful(*pgr);
}

QString pgrText(const std::optional<metrics::Pgr>& pgr) {
  return saysPgr(pgr) ? decimalText(*pgr->signed_value, 2) : pgr ? RunsModel::tr("n/a") : QString();
}

QVariant pgrKey(const std::optional<metrics::Pgr>& pgr) {
  return saysPgr(pgr) ? QVariant(*pgr->signed_value) : QVariant();
}

// The PGR of a run that ended before its last step.
bool isNoResult(const RunRecord& record, int column) {
  return (column == RunsModel::Pgr || column == RunsModel::PgrCommon) && record.readings.pgr &&
         (record.isCutShort() || record.isInterrupted() || record.readings.stopped_at);
}

QDateTime timeOf(const RunRecord& record) {
  return QDateTime::fromString(record.created, Qt::ISODate).toLocalTime();
}

// Today: the time; this year: day and month; else the year too.
QString dateText(const RunRecord& record) {
  const QDateTime time = timeOf(record);
  if (!time.isValid()) {
    return {};
  }
  const QLocale& locale = windowLocale();
  const QDate today = QDate::currentDate();
  if (time.date() == today) {
    return locale.toString(time, QStringLiteral("HH:mm"));
  }
  return locale.toString(time.date(), time.date().year() == today.year()
                                          ? RunsModel::tr("d MMM", "date")
                                          : RunsModel::tr("d MMM yyyy", "date"));
}

}  // namespace

RunsModel::RunsModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {
  connect(&theme_, &Theme::changed, this, [this] {
    if (!runs_.empty()) {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
  });
}

void RunsModel::refreshMarks() {
  if (!runs_.empty()) {
    keys_.clear();
    Q_EMIT dataChanged(index(0, Mark), index(rowCount() - 1, Name));
  }
}

bool RunsModel::hasCommonCeiling() const {
  return std::ranges::any_of(
      runs_, [](const RunRecord& run) { return run.readings.pgr_common.has_value(); });
}

const RunRecord* RunsModel::find(const QString& id) const {
  const auto found = std::ranges::find(runs_, id, &RunRecord::id);
  return found == runs_.end() ? nullptr : &*found;
}

void RunsModel::put(const RunRecord& record) {
  const auto found = std::ranges::find(runs_, record.id, &RunRecord::id);
  if (found == runs_.end()) {
    beginInsertRows({}, 0, 0);
    keys_.clear();
    runs_.insert(runs_.begin(), record);
    endInsertRows();
    return;
  }
  *found = record;
  const int row = static_cast<int>(found - runs_.begin());
  keys_.clear();
  Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunsModel::append(std::span<const RunRecord> runs) {
  QSet<QString> fresh;
  for (const RunRecord& run : runs) {
    fresh.insert(run.id);
  }
  for (const RunRecord& run : runs_) {
    fresh.remove(run.id);
  }
  if (fresh.isEmpty()) {
    return;
  }
  const int row = rowCount();
  beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
  std::ranges::copy_if(runs, std::back_inserter(runs_),
                       [&](const RunRecord& run) { return fresh.contains(run.id); });
  endInsertRows();
}

// Linear in the number of runs, and few signals whatever changed: at most one removal, one insertion,
// two changes of order and one change of data.
void RunsModel::setRecorded(const std::vector<RunRecord>& runs, const QString& kept) {
  QHash<QString, qsizetype> places;  // in the new order
  places.reserve(static_cast<qsizetype>(runs.size()) + 1);
  for (const RunRecord& run : runs) {
    places.emplace(run.id, places.size() + 1);
  }
  if (!places.contains(kept) && find(kept) != nullptr) {
    places.emplace(kept, 0);
  }
  removeAllBut(places);
  QSet<QString> known;
  known.reserve(rowCount());
  for (const RunRecord& run : runs_) {
    known.insert(run.id);
  }
  std::vector<RunRecord> added;
  std::ranges::copy_if(runs, std::back_inserter(added),
                       [&](const RunRecord& run) { return !known.contains(run.id); });
  insert(std::move(added), places);
  reorder([&](const RunRecord& run) { return places.value(run.id); });
  update(runs, places.size() - static_cast<qsizetype>(runs.size()));
}

// One block: runs that go are moved to the end first, where they are not together.
void RunsModel::removeAllBut(const QHash<QString, qsizetype>& staying) {
  const auto goes = [&](const RunRecord& run) { return !staying.contains(run.id); };
  const auto count = std::ranges::count_if(runs_, goes);
  if (count == 0) {
    return;
  }
  auto first = std::ranges::find_if(runs_, goes);
  if (!std::all_of(first, first + count, goes)) {
    reorder([&](const RunRecord& run) { return goes(run) ? 1 : 0; });
    first = runs_.end() - count;
  }
  const int row = static_cast<int>(first - runs_.begin());
  beginRemoveRows({}, row, row + static_cast<int>(count) - 1);
  keys_.clear();
  runs_.erase(first, first + count);
  endRemoveRows();
}

// One block: at their place where that is one, else at the end.
void RunsModel::insert(std::vector<RunRecord> added, const QHash<QString, qsizetype>& places) {
  if (added.empty()) {
    return;
  }
  const qsizetype first = places.value(added.front().id);
  const auto before = std::ranges::find_if(
      runs_, [&](const RunRecord& run) { return places.value(run.id) > first; });
  const bool together =
      places.value(added.back().id) - first == static_cast<qsizetype>(added.size()) - 1;
  const auto at = together ? before : runs_.end();
  const int row = static_cast<int>(at - runs_.begin());
  beginInsertRows({}, row, row + static_cast<int>(added.size()) - 1);
  keys_.clear();
  runs_.insert(at, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  endInsertRows();
}

template <class Rank>
void RunsModel::reorder(Rank rank) {
  if (std::ranges::is_sorted(runs_, {}, rank)) {
    return;
  }
  std::vector<std::pair<qsizetype, int>> order;  // rank, present row
  for (int row = 0; row < rowCount(); ++row) {
    order.emplace_back(rank(at(row)), row);
  }
  std::ranges::sort(order);
  Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
  std::vector<RunRecord> sorted;
  std::vector<int> new_rows(order.size());
  for (const auto& [ignored, row] : order) {
    new_rows[static_cast<std::size_t>(row)] = static_cast<int>(sorted.size());
    sorted.push_back(std::move(runs_[static_cast<std::size_t>(row)]));
  }
  runs_ = std::move(sorted);
  keys_.clear();
  const QModelIndexList before = persistentIndexList();
  QModelIndexList after;
  for (const QModelIndex& each : before) {
    after += index(new_rows[static_cast<std::size_t>(each.row())], each.column());
  }
  changePersistentIndexList(before, after);
  Q_EMIT layoutChanged({}, VerticalSortHint);
}

// `runs` stand in this order from row `first` on.
void RunsModel::update(const std::vector<RunRecord>& runs, qsizetype first) {
  int from = -1;
  int to = -1;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto row = i + static_cast<std::size_t>(first);
    RunRecord run = runs[i];
    if (run.seconds <= 0.0) {
      run.seconds = runs_[row].seconds;  // what the window measured and the folder does not say
    }
    if (!isSame(runs_[row], run)) {
      runs_[row] = std::move(run);
      to = static_cast<int>(row);
      from = from < 0 ? to : from;
    }
  }
  if (from >= 0) {
    keys_.clear();
    Q_EMIT dataChanged(index(from, 0), index(to, ColumnCount - 1));
  }
}

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const {
  if (!index.isValid()) {
    return Qt::NoItemFlags;
  }
  Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
  // Checkable: Space belongs to the table, where it shows and hides a run, as in any list of ticks.
  // The run of the page is always shown: on its row Space starts and pauses, as elsewhere.
  if (markOf(at(index.row())) != Marking::Present) {
    flags |= Qt::ItemIsUserCheckable;
  }
  if (index.column() == Name && at(index.row()).problem.isEmpty()) {
    flags |= Qt::ItemIsEditable;
  }
  return flags;
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || index.column() != Name) {
    return false;
  }
  const RunRecord& record = at(index.row());
  const QString name = value.toString().simplified();
  if (name == record.title()) {
    return false;
  }
  // An emptied name, or the first one again, is the one it was started with.
  Q_EMIT renamed(record.id, name == record.name ? QString() : name);
  return true;
}

RunsModel::Marking RunsModel::markOf(const RunRecord& record) const {
  return mark_of_ ? mark_of_(record) : Marking::Present;
}

QString RunsModel::text(const RunRecord& record, int column) const {
  switch (column) {
    case Name:
      return record.title();
    case Method:
      return record.method;
    case Seed:
      return record.problem.isEmpty() ? QString::number(record.seed) : QString();
    case Weak:
      return accuracyText(record.readings.weak);
    case Student:
      return accuracyText(record.readings.student);
    case Ceiling:
      return accuracyText(record.readings.ceiling);
    case Pgr:
      return pgrText(record.readings.pgr);
    case PgrCommon:
      return pgrText(record.readings.pgr_common);
    case State:
      return runStateText(record);
    case Time:
      return record.seconds > 0.0 ? durationText(record.seconds) : QString();
    case Date:
      return dateText(record);
    default:
      return {};
  }
}

QVariant RunsModel::sortKey(const RunRecord& record, int column) const {
  switch (column) {
    case Mark:
      return static_cast<int>(markOf(record));
    case Color:
      return record.color;
    case Name:
    case Method:
    case State:
      return text(record, column).toCaseFolded();
    case Seed:
      return QVariant::fromValue<qlonglong>(record.seed);
    case Weak:
      return accuracyKey(record.readings.weak);
    case Student:
      return accuracyKey(record.readings.student);
    case Ceiling:
      return accuracyKey(record.readings.ceiling);
    case Pgr:
      return pgrKey(record.readings.pgr);
    case PgrCommon:
      return pgrKey(record.readings.pgr_common);
    case Time:
      return record.seconds > 0.0 ? QVariant(record.seconds) : QVariant();
    case Date:
      return record.created.isEmpty() ? QVariant() : QVariant(record.created);
    default:
      return {};
  }
}

const QVariant& RunsModel::sortKeyAt(int row, int column) const {
  if (keys_column_ != column) {
    keys_.clear();
    keys_column_ = column;
  }
  keys_.resize(runs_.size());
  std::optional<QVariant>& key = keys_[static_cast<std::size_t>(row)];
  if (!key) {
    key = sortKey(at(row), column);
  }
  return *key;
}

QVariant RunsModel::icon(const RunRecord& record, int column) const {
  const Tokens& tokens = theme_.tokens();
  if (column == Mark) {
    switch (markOf(record)) {
      case Marking::Hidden:
        return theme_.icon(QStringLiteral("eye_off"), tokens.disabled);
      case Marking::Shown:
        return theme_.icon(QStringLiteral("eye"), tokens.text);
      case Marking::Pinned:
        return theme_.icon(QStringLiteral("pin"), tokens.text);
      case Marking::Present:
        return theme_.icon(QStringLiteral("dot"), tokens.student);
    }
  }
  if (column == Color) {
    return theme_.icon(QStringLiteral("swatch"), runColor(theme_, record.color));
  }
  if (column == State && (record.state == RunState::Failed || record.state == RunState::Diverged ||
                          record.stored == store::RunState::Failed || !record.problem.isEmpty())) {
    return theme_.icon(QStringLiteral("alert"), tokens.trouble);
  }
  if (column == State && record.isInterrupted()) {
    return theme_.icon(QStringLiteral("alert"), tokens.weak);
  }
  return {};
}

QString RunsModel::toolTip(const RunRecord& record, int column) const {
  switch (column) {
    case Mark:
      switch (markOf(record)) {
        case Marking::Hidden:
          return tr("Hidden. Space or a click shows this run on the charts.");
        case Marking::Shown:
          return tr("Shown on the charts. Space or a click hides it.");
        case Marking::Pinned:
          return tr("Pinned: a ghost on the charts, also at the next start.");
        case Marking::Present:
          return tr("The run that this page shows. Space starts and pauses here too.");
      }
      return {};
    case Color:
      return tr("%1 on the charts. A click chooses another colour.")
          .arg(runColorName(record.color));
    case Name:
      return record.labels.note.empty()
                 ? tr("%1\nRun %2").arg(record.title(), record.id)
                 : tr("%1\n%2\nRun %3")
                       .arg(record.title(), QString::fromStdString(plainLines(record.labels.note)),
                            record.id);
    case Pgr:
    case PgrCommon: {
      if (isNoResult(record, column)) {
        return tr("No result: stopped at step %1 of %2")
            .arg(countText(record.done), countText(record.steps));
      }
      const auto& pgr = column == Pgr ? record.readings.pgr : record.readings.pgr_common;
      return pgr && pgr->status != metrics::PgrStatus::Ok
                 ? translated(metrics::explain(pgr->status))
                 : text(record, column);
    }
    case State:
      if (!record.problem.isEmpty()) {
        return record.problem;
      }
      return record.steps > 0
                 ? tr("%1: step %2 of %3")
                       .arg(text(record, column), countText(record.done), countText(record.steps))
                 : text(record, column);
    case Date:
      return windowLocale().toString(timeOf(record), QLocale::LongFormat);
    default:
      return text(record, column);
  }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const RunRecord& record = at(index.row());
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
      return text(record, column);
    case Qt::DecorationRole:
      return icon(record, column);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(alignmentOfColumn(column));
    case Qt::FontRole:
      return column == Name && markOf(record) == Marking::Present ? theme_.font(13, QFont::DemiBold)
                                                                  : QVariant();
    case Qt::ForegroundRole:
      return !record.problem.isEmpty() || isNoResult(record, column)
                 ? QVariant(theme_.tokens().muted)
                 : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
      return toolTip(record, column);
    case Qt::AccessibleTextRole:
      return column == Mark || column == Color ? toolTip(record, column) : text(record, column);
    case SortRole:
      return sortKey(record, column);
    case IdRole:
      return record.id;
    case NoteRole:
      return QString::fromStdString(record.labels.note);
    default:
      return {};
  }
}

}  // namespace w2s::ui
