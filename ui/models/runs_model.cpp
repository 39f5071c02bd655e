#include "ui/models/runs_model.h"

#include <algorithm>
#include <utility>

#include <QSet>

#include "ui/models/run_filter.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_columns.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

RunsModel::RunsModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {
  connect(&theme_, &Theme::changed, this, [this] {
    if (!rows_.empty()) {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
  });
  // Names depend on all rows: however many come at once, they are made once.
  naming_.setSingleShot(true);
  connect(&naming_, &QTimer::timeout, this, &RunsModel::rename);
}

RunsModel::Row RunsModel::rowOf(RunRecord run) {
  const QString seed = tr("seed %1").arg(run.seed);
  const QStringList texts{
      run.title(), run.method, runStateText(run), QString::fromStdString(run.labels.note),
      run.id,      seed,       tagsText(run)};
  QString search = texts.join(QLatin1Char('\n')).toCaseFolded();
  return {.run = std::move(run), .search = std::move(search)};
}

bool operator<(const RunsModel::SortKey& a, const RunsModel::SortKey& b) {
  return a.number && b.number                           ? *a.number < *b.number
         : a.number.has_value() != b.number.has_value() ? a.number.has_value()
                                                        : a.text < b.text;
}

void RunsModel::nameSoon() {
  // Of thousands that come in pieces, not after each piece.
  if (!naming_.isActive()) {
    naming_.start(rowCount() > 2000 ? 200 : 0);
  }
}

void RunsModel::rename() {
  std::vector<const RunRecord*> runs;
  runs.reserve(rows_.size());
  for (Row& row : rows_) {
    row.named_as = static_cast<int>(runs.size());
    runs.push_back(&row.run);
  }
  names_ = RecordNames(runs);
  setColumns(names_.settings());
  if (keys_column_ == Name || keys_column_ >= ColumnCount) {
    keys_.clear();
  }
  if (!rows_.empty()) {
    Q_EMIT dataChanged(index(0, Name), index(rowCount() - 1, Name), {Qt::DisplayRole});
  }
  Q_EMIT namesChanged();
}

// Column by column: the others keep their width, and the table its order.
void RunsModel::setColumns(const std::vector<study::Setting>& settings) {
  const auto stays = [&](const study::Setting& one) {
    return std::ranges::find(settings, one.key, &study::Setting::key) != settings.end();
  };
  for (std::size_t i = settings_.size(); i-- > 0;) {
    if (!stays(settings_[i])) {
      const int column = ColumnCount + static_cast<int>(i);
      beginRemoveColumns({}, column, column);
      settings_.erase(settings_.begin() + static_cast<std::ptrdiff_t>(i));
      endRemoveColumns();
    }
  }
  for (const study::Setting& setting : settings) {
    if (std::ranges::find(settings_, setting.key, &study::Setting::key) == settings_.end()) {
      const auto place =
          std::min(static_cast<std::size_t>(&setting - settings.data()), settings_.size());
      const int column = ColumnCount + static_cast<int>(place);
      beginInsertColumns({}, column, column);
      settings_.insert(settings_.begin() + static_cast<std::ptrdiff_t>(place), setting);
      endInsertColumns();
    }
  }
}

std::vector<study::Setting> RunsModel::filterSettings() const {
  std::vector<const study::RunSettings*> all;
  all.reserve(rows_.size());
  for (const Row& row : rows_) {
    all.push_back(row.run.settings.get());
  }
  return ui::filterSettings(all);
}

// Whether a name of any run may be another one now.
bool RunsModel::isNamedAlike(const RunRecord& a, const RunRecord& b) {
  return a.title() == b.title() && a.settings == b.settings && a.seed == b.seed &&
         a.live_changes == b.live_changes;
}

void RunsModel::refreshMarks() {
  if (!rows_.empty()) {
    keys_.clear();
    Q_EMIT dataChanged(index(0, Mark), index(rowCount() - 1, Name));
  }
}

bool RunsModel::hasCommonCeiling() const {
  return std::ranges::any_of(
      rows_, [](const Row& row) { return row.run.readings.pgr_common.has_value(); });
}

bool RunsModel::hasTags() const {
  return std::ranges::any_of(rows_, [](const Row& row) { return !row.run.labels.tags.empty(); });
}

int RunsModel::archivedCount() const {
  return static_cast<int>(
      std::ranges::count_if(rows_, [](const Row& row) { return row.run.labels.archived; }));
}

int RunsModel::leftoverCount() const {
  return static_cast<int>(
      std::ranges::count_if(rows_, [](const Row& row) { return isLeftover(row.run); }));
}

const RunRecord* RunsModel::find(const QString& id) const {
  const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return row.run.id == id; });
  return found == rows_.end() ? nullptr : &found->run;
}

QString RunsModel::nameOf(const QString& id) const {
  const auto found = std::ranges::find_if(rows_, [&](const Row& row) { return row.run.id == id; });
  return found == rows_.end() ? QString() : nameOf(*found);
}

void RunsModel::change(int row, RunRecord run) {
  Row& changed = rows_[static_cast<std::size_t>(row)];
  if (!isNamedAlike(changed.run, run)) {
    nameSoon();
  }
  const int named_as = changed.named_as;
  changed = rowOf(std::move(run));
  changed.named_as = named_as;
  keys_.clear();
}

void RunsModel::put(const RunRecord& record) {
  const auto found =
      std::ranges::find_if(rows_, [&](const Row& row) { return row.run.id == record.id; });
  if (found == rows_.end()) {
    beginInsertRows({}, 0, 0);
    keys_.clear();
    rows_.insert(rows_.begin(), rowOf(record));
    endInsertRows();
    nameSoon();
    return;
  }
  const int row = static_cast<int>(found - rows_.begin());
  change(row, record);
  Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void RunsModel::append(std::span<const RunRecord> runs) {
  QSet<QString> fresh;
  for (const RunRecord& run : runs) {
    fresh.insert(run.id);
  }
  for (const Row& row : rows_) {
    fresh.remove(row.run.id);
  }
  if (fresh.isEmpty()) {
    return;
  }
  const int row = rowCount();
  beginInsertRows({}, row, row + static_cast<int>(fresh.size()) - 1);
  for (const RunRecord& run : runs) {
    if (fresh.contains(run.id)) {
      rows_.push_back(rowOf(run));
    }
  }
  endInsertRows();
  nameSoon();
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
  for (const Row& row : rows_) {
    known.insert(row.run.id);
  }
  std::vector<Row> added;
  for (const RunRecord& run : runs) {
    if (!known.contains(run.id)) {
      added.push_back(rowOf(run));
    }
  }
  insert(std::move(added), places);
  reorder([&](const Row& row) { return places.value(row.run.id); });
  update(runs, places.size() - static_cast<qsizetype>(runs.size()));
}

// One block: runs that go are moved to the end first, where they are not together.
void RunsModel::removeAllBut(const QHash<QString, qsizetype>& staying) {
  const auto goes = [&](const Row& row) { return !staying.contains(row.run.id); };
  const auto count = std::ranges::count_if(rows_, goes);
  if (count == 0) {
    return;
  }
  auto first = std::ranges::find_if(rows_, goes);
  if (!std::all_of(first, first + count, goes)) {
    reorder([&](const Row& row) { return goes(row) ? 1 : 0; });
    first = rows_.end() - count;
  }
  const int row = static_cast<int>(first - rows_.begin());
  beginRemoveRows({}, row, row + static_cast<int>(count) - 1);
  keys_.clear();
  rows_.erase(first, first + count);
  endRemoveRows();
  nameSoon();
}

// One block: at their place where that is one, else at the end.
void RunsModel::insert(std::vector<Row> added, const QHash<QString, qsizetype>& places) {
  if (added.empty()) {
    return;
  }
  const qsizetype first = places.value(added.front().run.id);
  const auto before =
      std::ranges::find_if(rows_, [&](const Row& row) { return places.value(row.run.id) > first; });
  const bool together =
      places.value(added.back().run.id) - first == static_cast<qsizetype>(added.size()) - 1;
  const auto at = together ? before : rows_.end();
  const int row = static_cast<int>(at - rows_.begin());
  beginInsertRows({}, row, row + static_cast<int>(added.size()) - 1);
  keys_.clear();
  rows_.insert(at, std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
  endInsertRows();
  nameSoon();
}

template <class Rank>
void RunsModel::reorder(Rank rank) {
  if (std::ranges::is_sorted(rows_, {}, rank)) {
    return;
  }
  std::vector<std::pair<qsizetype, int>> order;  // rank, present row
  for (int row = 0; row < rowCount(); ++row) {
    order.emplace_back(rank(rows_[static_cast<std::size_t>(row)]), row);
  }
  std::ranges::sort(order);
  Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
  std::vector<Row> sorted;
  std::vector<int> new_rows(order.size());
  for (const auto& [ignored, row] : order) {
    new_rows[static_cast<std::size_t>(row)] = static_cast<int>(sorted.size());
    sorted.push_back(std::move(rows_[static_cast<std::size_t>(row)]));
  }
  rows_ = std::move(sorted);
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
    const RunRecord& before = rows_[row].run;
    const RunRecord* run = &runs[i];
    std::optional<RunRecord> timed;
    if (run->seconds <= 0.0 && before.seconds > 0.0) {
      timed = *run;
      timed->seconds = before.seconds;  // what the window measured and the folder does not say
      run = &*timed;
    }
    if (!isSame(before, *run)) {
      change(static_cast<int>(row), *run);
      to = static_cast<int>(row);
      from = from < 0 ? to : from;
    }
  }
  if (from >= 0) {
    Q_EMIT dataChanged(index(from, 0), index(to, columnCount() - 1));
  }
}

}  // namespace w2s::ui
