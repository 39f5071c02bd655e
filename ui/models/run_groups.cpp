#include "ui/models/run_groups.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "core/study/run_names.h"
#include "ui/bridge/name_words.h"
#include "ui/models/mean_text.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// Data and numbers of rows: what is measured on others is not averaged.
constexpr std::string_view kDataPrefix = "task.";

const std::string& settingIn(const RunRecord& run, const std::string& key) {
  static const std::string kNone;
  const std::string* value = run.settings ? run.settings->find(key) : nullptr;
  return value != nullptr ? *value : kNone;
}

std::string dataOf(const RunRecord& run) {
  std::string data = run.data + '\n';  // the same name may stand for other files
  if (run.settings) {
    const auto& described = *run.settings->described();
    for (std::size_t i = 0; i < described.size(); ++i) {
      if (described[i].key.starts_with(kDataPrefix)) {
        data += run.settings->values()[i] + '\n';
      }
    }
  }
  return data;
}

// What runs of one group have in common. Runs of earlier versions have no experiment, and those that
// were changed while they trained are like no other.
std::string groupKey(const RunRecord& run, const RunGrouping& grouping) {
  if (!run.problem.isEmpty() || !run.settings) {
    return "!" + run.id.toStdString();
  }
  if (!grouping.keys.empty()) {
    std::string key = dataOf(run);
    for (const std::string& setting : grouping.keys) {
      key += settingIn(run, setting) + '\n';
    }
    return key;
  }
  if (run.live_changes > 0) {
    return "!" + run.id.toStdString();
  }
  if (!run.experiment.isEmpty()) {
    return run.experiment.toStdString();
  }
  std::string key = "?";
  for (const std::string& value : run.settings->values()) {
    key += value + '\n';
  }
  return key;
}

bool isAveraged(const RunRecord& run) {
  return run.summary != nullptr && run.problem.isEmpty() && run.live_changes == 0;
}

void summarise(RunGroup& group, const std::vector<const RunRecord*>& newest_first) {
  std::set<std::pair<const study::RunSettings*, std::int64_t>> known;
  std::set<const study::RunSettings*> settings;
  std::vector<double> weak;
  std::vector<double> student;
  std::vector<double> ceiling;
  std::vector<metrics::SeedAccuracies> seeds;
  for (const RunRecord* run : newest_first) {
    if (isAveraged(*run) && known.emplace(run->settings.get(), run->seed).second) {
      const record::RunSummary& summary = *run->summary;
      settings.insert(run->settings.get());
      weak.push_back(summary.weak.accuracy);
      student.push_back(summary.student.accuracy);
      ceiling.push_back(summary.ceiling.accuracy);
      seeds.push_back({.weak = weak.back(),
                       .student = student.back(),
                       .ceiling = ceiling.back(),
                       .status = summary.pgr.status});
    }
  }
  group.runs = static_cast<std::int64_t>(newest_first.size());
  group.weak = metrics::meanAndSd(weak);
  group.student = metrics::meanAndSd(student);
  group.ceiling = metrics::meanAndSd(ceiling);
  if (!seeds.empty()) {
    group.pgr = metrics::pgrOfMeans(seeds);
    if (settings.size() > 1) {
      group.pgr->pgr.ci95.reset();  // it is over seeds, and these are no draws of one experiment
    }
  }
}

QString quotedValue(const QString& value) {
  return QStringLiteral("\"%1\"").arg(value);
}

// Settings of the data, beyond those that were chosen, in which the groups differ.
std::vector<std::string> otherDataKeys(const std::vector<const RunRecord*>& newest,
                                       const RunGrouping& grouping) {
  std::vector<std::string> keys;
  const study::RunSettings* first = nullptr;
  for (const RunRecord* run : newest) {
    if (!run->settings) {
      continue;
    }
    first = first != nullptr ? first : run->settings.get();
    for (const study::Setting& setting : *run->settings->described()) {
      const std::string* value = first->find(setting.key);
      if (setting.key.starts_with(kDataPrefix) &&
          (value == nullptr || *value != settingIn(*run, setting.key)) &&
          std::ranges::find(keys, setting.key) == keys.end() &&
          std::ranges::find(grouping.keys, setting.key) == grouping.keys.end()) {
        keys.push_back(setting.key);
      }
    }
  }
  return keys;
}

// "T = 2, Data set = moons", as runs are called.
void nameBySettings(RunGroup& group, const RunRecord& run, const std::vector<std::string>& keys) {
  QStringList name;
  QStringList filter;
  for (const std::string& key : keys) {
    const auto& described = *run.settings->described();
    const auto setting = std::ranges::find(described, key, &study::Setting::key);
    if (setting == described.end()) {
      continue;
    }
    const std::string& value = settingIn(run, key);
    const std::string_view symbol = setting->is_shared ? std::string_view() : setting->symbol();
    name += QStringLiteral("%1 = %2").arg(
        QString::fromStdString(symbol.empty() ? titleOf(*setting, nameWords())
                                              : std::string(symbol)),
        QString::fromStdString(study::valueWordsOf(*setting, value, nameWords())));
    filter +=
        QString::fromStdString(key) + QLatin1Char('=') + quotedValue(QString::fromStdString(value));
  }
  group.name = name.isEmpty() ? RunGroupsModel::tr("without these settings")
                              : name.join(QStringLiteral(", "));
  group.filter = filter.join(QLatin1Char(' '));
}

// Named by what tells their runs from those of the other experiments.
void nameByExperiment(std::vector<RunGroup>& groups, const std::vector<const RunRecord*>& newest) {
  std::vector<std::string> texts;
  texts.reserve(2 * newest.size());
  std::vector<study::NamedRun> named;
  for (const RunRecord* run : newest) {
    const std::string& title = texts.emplace_back(run->title().toStdString());
    const std::string& id = texts.emplace_back(run->id.toStdString());
    named.push_back({.title = title,
                     .id = id,
                     .settings = run->settings.get(),
                     .seed = 0,
                     .live_changes = run->live_changes});
  }
  const auto names = study::namesOf(named, nameWords(), study::NameExtent::WithoutSeed);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const RunRecord& run = *newest[i];
    groups[i].name = QString::fromStdString(names[i]);
    if (groups[i].runs == 1) {
      groups[i].filter = QStringLiteral("id=%1").arg(quotedValue(run.id));
    } else if (!run.experiment.isEmpty()) {
      groups[i].filter = QStringLiteral("experiment=%1").arg(quotedValue(run.experiment));
    }
  }
}

}  // namespace

std::vector<RunGroup> groupsOf(std::span<const RunRecord* const> runs,
                               const RunGrouping& grouping) {
  std::vector<const RunRecord*> ordered(runs.begin(), runs.end());
  std::ranges::sort(ordered, [](const RunRecord* a, const RunRecord* b) {
    return std::tie(a->created, a->id) > std::tie(b->created, b->id);
  });
  std::map<std::string, std::size_t> places;
  std::vector<std::vector<const RunRecord*>> members;
  for (const RunRecord* run : ordered) {
    const auto [place, is_new] = places.try_emplace(groupKey(*run, grouping), members.size());
    if (is_new) {
      members.emplace_back();
    }
    members[place->second].push_back(run);
  }
  std::vector<RunGroup> groups(members.size());
  std::vector<const RunRecord*> newest;
  for (std::size_t i = 0; i < members.size(); ++i) {
    newest.push_back(members[i].front());
    summarise(groups[i], members[i]);
  }
  if (grouping.keys.empty()) {
    nameByExperiment(groups, newest);
    return groups;
  }
  std::vector<std::string> keys = grouping.keys;
  std::ranges::move(otherDataKeys(newest, grouping), std::back_inserter(keys));
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (newest[i]->problem.isEmpty() && newest[i]->settings) {
      nameBySettings(groups[i], *newest[i], keys);
    } else {
      groups[i].name = newest[i]->title();
      groups[i].filter = QStringLiteral("id=%1").arg(quotedValue(newest[i]->id));
    }
  }
  return groups;
}

void RunGroupsModel::setGroups(std::vector<RunGroup> groups) {
  // While a run trains they come several times a second; what is chosen stays where nothing changed.
  const auto are_alike = [](const RunGroup& one, const RunGroup& other) {
    for (int column = 0; column < ColumnCount; ++column) {
      if (text(one, column) != text(other, column)) {
        return false;
      }
    }
    return one.filter == other.filter;
  };
  if (std::ranges::equal(groups, groups_, are_alike)) {
    groups_ = std::move(groups);
    return;
  }
  beginResetModel();
  groups_ = std::move(groups);
  endResetModel();
}

int RunGroupsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(groups_.size());
}

int RunGroupsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString RunGroupsModel::text(const RunGroup& group, int column) {
  switch (column) {
    case Name:
      return group.name;
    case Runs:
      return group.student.n == group.runs
                 ? countText(group.runs)
                 : tr("%1 of %2").arg(countText(group.student.n), countText(group.runs));
    case Weak:
      return spreadText(group.weak);
    case Student:
      return spreadText(group.student);
    case Ceiling:
      return spreadText(group.ceiling);
    case Pgr:
      return pgrOfMeansText(group.pgr);
    default:
      return {};
  }
}

QVariant RunGroupsModel::sortKey(const RunGroup& group, int column) {
  const auto number = [](double value) {
    return std::isfinite(value) ? QVariant(value) : QVariant();
  };
  switch (column) {
    case Runs:
      return QVariant::fromValue(static_cast<qlonglong>(group.student.n));
    case Weak:
      return number(group.weak.mean);
    case Student:
      return number(group.student.mean);
    case Ceiling:
      return number(group.ceiling.mean);
    case Pgr:
      return group.pgr && metrics::isMeaningful(group.pgr->pgr)
                 ? QVariant(*group.pgr->pgr.signed_value)
                 : QVariant();
    default:
      return group.name.toCaseFolded();
  }
}

QVariant RunGroupsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const RunGroup& group = groups_[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
      return text(group, index.column());
    case Qt::ToolTipRole:
      return index.column() == Runs && group.student.n != group.runs
                 ? tr("Averaged: finished runs without live changes, one a seed and setting")
                 : text(group, index.column());
    case Qt::TextAlignmentRole:
      return QVariant::fromValue((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) |
                                 Qt::AlignVCenter);
    case SortRole:
      return sortKey(group, index.column());
    case FilterRole:
      return group.filter;
    default:
      return {};
  }
}

QVariant RunGroupsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue((section == Name ? Qt::AlignLeft : Qt::AlignRight) |
                               Qt::AlignVCenter);
  }
  const bool is_title = role == Qt::DisplayRole;
  if (!is_title && role != Qt::ToolTipRole) {
    return {};
  }
  const QString share =
      tr("Mean share of the test rows that are right, in per cent, \u00b1 standard deviation");
  switch (section) {
    case Name:
      return is_title ? tr("Group") : tr("What its runs have in common");
    case Runs:
      return is_title ? tr("n") : tr("Number of runs averaged");
    case Weak:
      return is_title ? tr("Weak %") : share;
    case Student:
      return is_title ? tr("Student %") : share;
    case Ceiling:
      return is_title ? tr("Ceiling %") : share;
    default:
      return is_title ? tr("PGR of means")
                      : tr("The gap recovered by the means, never a mean of PGRs; with its 95 % "
                           "interval "
                           "where the runs differ in their seed alone");
  }
}

}  // namespace w2s::ui
