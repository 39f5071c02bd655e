// What stands in the cells of the table of runs.
#include <algorithm>
#include <optional>

#include <QDateTime>
#include <QLocale>

#include "core/base/plain_text.h"
#include "core/study/effects.h"
#include "ui/bridge/name_words.h"
#include "ui/bridge/translated.h"
#include "ui/models/run_color.h"
#include "ui/models/run_state_text.h"
#include "ui/models/runs_columns.h"
#include "ui/models/runs_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

const std::optional<metrics::Pgr>& pgrIn(const RunRecord& record, int column) {
  return column == RunsModel::Pgr ? record.readings.pgr : record.readings.pgr_common;
}

// The PGR of a run that ended before its last step.
bool isNoResult(const RunRecord& record, int column) {
  return column < RunsModel::ColumnCount && runColumn(column).value == RunValue::Pgr &&
         record.readings.pgr &&
         (record.isCutShort() || record.isInterrupted() || record.readings.stopped_at);
}

// Null: the run has no such setting.
const std::string* valueIn(const RunRecord& record, const study::Setting& setting) {
  return record.settings ? record.settings->find(setting.key) : nullptr;
}

// Compared as text, "seed 2" comes before "seed 10", and 0.25 before 0.5.
QString withPaddedNumbers(const QString& text) {
  constexpr qsizetype kDigits = 12;
  QString padded;
  for (qsizetype i = 0; i < text.size();) {
    const qsizetype begin = i;
    while (i < text.size() && text[i].isDigit()) {
      ++i;
    }
    const bool is_fraction =
        begin > 1 && text[begin - 2].isDigit() &&
        (text[begin - 1] == QLatin1Char('.') || text[begin - 1] == QLatin1Char(','));
    if (i == begin) {
      ++i;
    } else if (!is_fraction && i - begin < kDigits) {
      padded += QString(kDigits - (i - begin), QLatin1Char('0'));
    }
    padded += QStringView(text).mid(begin, i - begin);
  }
  return padded;
}

// 20241123120000 of "2024-11-23T12:00:00Z": compared faster than texts.
std::optional<double> digitsOf(const QString& text) {
  double digits = 0.0;
  for (const QChar letter : text) {
    digits = letter.isDigit() ? 10.0 * digits + letter.digitValue() : digits;
  }
  return text.isEmpty() ? std::nullopt : std::optional(digits);
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

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount + static_cast<int>(settings_.size());
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

QString RunsModel::nameOf(const Row& row) const {
  return row.named_as < 0 ? row.run.title()
                          : names_.of(static_cast<std::size_t>(row.named_as), row.run);
}

QString RunsModel::text(const Row& row, int column) const {
  const RunRecord& record = row.run;
  if (const study::Setting* setting = settingOf(column)) {
    const std::string* value = valueIn(record, *setting);
    return value != nullptr
               ? QString::fromStdString(study::valueWordsOf(*setting, *value, nameWords()))
               : QString();
  }
  switch (column) {
    case Name:
      return nameOf(row);
    case Method:
      return record.method;
    case Seed:
      return record.problem.isEmpty() ? QString::number(record.seed) : QString();
    case State:
      return runStateText(record);
    case Date:
      return dateText(record);
    case Id:
      return record.id;
    case Note:
      return QString::fromStdString(plainLines(record.labels.note)).simplified();
    case Tags:
      return tagsText(record);
    case Experiment:
      return record.experiment;
    case Pgr:
    case PgrCommon:
      if (!numberIn(record, column)) {
        return pgrIn(record, column) ? tr("n/a") : QString();
      }
      break;
    default:
      break;
  }
  const auto number = numberIn(record, column);
  return number ? measureText(*number, runColumn(column).value) : QString();
}

RunsModel::SortKey RunsModel::sortKey(const Row& row, int column) const {
  const RunRecord& record = row.run;
  if (const study::Setting* setting = settingOf(column)) {
    const std::string* value = valueIn(record, *setting);
    if (value == nullptr) {
      return {};
    }
    const auto number = study::numberOf(*value);
    return number ? SortKey{.number = number, .text = {}}
                  : SortKey{.number = {}, .text = text(row, column).toCaseFolded()};
  }
  switch (column) {
    case Mark:
      return {.number = static_cast<int>(markOf(record)), .text = {}};
    case Color:
      return {.number = record.color, .text = {}};
    case Name:
      return {.number = {}, .text = withPaddedNumbers(text(row, column).toCaseFolded())};
    case Method:
    case State:
    case Note:
    case Id:
    case Tags:
    case Experiment:
      return {.number = {}, .text = text(row, column).toCaseFolded()};
    case Date:
      return {.number = digitsOf(record.created), .text = {}};
    default:
      return {.number = numberIn(record, column), .text = {}};
  }
}

const RunsModel::SortKey& RunsModel::sortKeyAt(int row, int column) const {
  if (keys_column_ != column) {
    keys_.clear();
    keys_column_ = column;
  }
  keys_.resize(rows_.size());
  std::optional<SortKey>& key = keys_[static_cast<std::size_t>(row)];
  if (!key) {
    key = sortKey(rows_[static_cast<std::size_t>(row)], column);
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
    return runSwatch(theme_, record.color);
  }
  if (column == Name && record.labels.starred) {
    return theme_.icon(QStringLiteral("star"), tokens.weak);
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

QString RunsModel::toolTip(const Row& row, int column) const {
  const RunRecord& record = row.run;
  if (isNoResult(record, column)) {
    return tr("No result: stopped at step %1 of %2")
        .arg(countText(record.done), countText(record.steps));
  }
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
    case Name: {
      QStringList lines{nameOf(row)};
      if (!record.labels.note.empty()) {
        lines += QString::fromStdString(plainLines(record.labels.note));
      }
      if (!record.labels.tags.empty()) {
        lines += tr("Tags: %1").arg(tagsText(record));
      }
      if (record.labels.starred) {
        lines += tr("Starred");
      }
      if (record.labels.archived) {
        lines += tr("Archived");
      }
      lines += tr("Run %1").arg(record.id);
      return lines.join(QLatin1Char('\n'));
    }
    case Pgr:
    case PgrCommon: {
      const auto& pgr = pgrIn(record, column);
      return pgr && pgr->status != metrics::PgrStatus::Ok
                 ? translated(metrics::explain(pgr->status))
                 : text(row, column);
    }
    case State:
      if (!record.problem.isEmpty()) {
        return record.problem;
      }
      return record.steps > 0
                 ? tr("%1: step %2 of %3")
                       .arg(text(row, column), countText(record.done), countText(record.steps))
                 : text(row, column);
    case Date:
      return windowLocale().toString(timeOf(record), QLocale::LongFormat);
    default:
      return text(row, column);
  }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const RunRecord& record = row.run;
  const int column = index.column();
  switch (role) {
    case Qt::DisplayRole:
      return text(row, column);
    case Qt::EditRole:
      return column == Name ? record.title() : text(row, column);
    case Qt::DecorationRole:
      return icon(record, column);
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(alignmentOf(column));
    case Qt::FontRole:
      return column == Name && markOf(record) == Marking::Present ? theme_.font(13, QFont::DemiBold)
                                                                  : QVariant();
    case Qt::ForegroundRole:
      return !record.problem.isEmpty() || record.labels.archived || isNoResult(record, column)
                 ? QVariant(theme_.tokens().muted)
                 : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
      return toolTip(row, column);
    case Qt::AccessibleTextRole:
      return column == Mark || column == Color ? toolTip(row, column) : text(row, column);
    case IdRole:
      return record.id;
    case NoteRole:
      return QString::fromStdString(record.labels.note);
    default:
      return {};
  }
}

}  // namespace w2s::ui
