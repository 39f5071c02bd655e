#include "ui/models/study_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/plain_text.h"
#include "ui/charts/study_charts.h"
#include "ui/models/mean_text.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr qsizetype kMostReasonsShown = 8;  // of a tooltip

}  // namespace

void StudyModel::show(const study::Study* study, const std::vector<study::CellState>* state,
                      bool other) {
  if (!other && study == study_ && state == state_) {
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  beginResetModel();
  study_ = study;
  state_ = state;
  axes_.clear();
  titles_.clear();
  if (study_ != nullptr) {
    axes_ = study::axesOf(*study_);
    for (const study::Axis& axis : axes_) {
      titles_ += QString::fromStdString(charts::settingName(*study_, axis.key));
    }
  }
  endResetModel();
}

int StudyModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || state_ == nullptr ? 0 : static_cast<int>(state_->size());
}

int StudyModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() || study_ == nullptr
             ? 0
             : static_cast<int>(axes_.size()) + static_cast<int>(MeasureCount);
}

QString StudyModel::textOf(const study::CellState& cell, Measure measure) const {
  switch (measure) {
    case Seeds: {
      const auto runs = static_cast<std::int64_t>(cell.runs.size());
      return cell.finished() == runs
                 ? countText(runs)
                 : tr("%1 of %2").arg(countText(cell.finished()), countText(runs));
    }
    case Weak:
      return spreadText(cell.weak);
    case Student:
      return spreadText(cell.student);
    case Ceiling:
      return spreadText(cell.ceiling);
    case Pgr:
      return pgrOfMeansText(cell.pgr);
    case State:
      if (cell.has(study::RunStatus::Running)) {
        return tr("running");
      }
      if (const auto failed =
              std::ranges::find(cell.runs, study::RunStatus::Failed, &study::CellRun::status);
          failed != cell.runs.end()) {
        return failed->reason.empty()
                   ? tr("failed")
                   : tr("failed: %1").arg(QString::fromStdString(plainText(failed->reason)));
      }
      if (cell.has(study::RunStatus::Interrupted)) {
        return tr("interrupted");
      }
      if (cell.mixes_data) {
        return tr("different data");
      }
      return cell.has(study::RunStatus::Missing)
                 ? (cell.finished() > 0 ? tr("in part") : tr("not trained"))
                 : tr("finished");
    case MeasureCount:
      break;
  }
  return {};
}

QVariant StudyModel::keyOf(const study::CellState& cell, Measure measure) const {
  const auto number = [](double value) {
    return std::isfinite(value) ? QVariant(value) : QVariant();
  };
  switch (measure) {
    case Seeds:
      return QVariant::fromValue(static_cast<qlonglong>(cell.finished()));
    case Weak:
      return number(cell.weak.mean);
    case Student:
      return number(cell.student.mean);
    case Ceiling:
      return number(cell.ceiling.mean);
    case Pgr:
      return cell.pgr && metrics::isMeaningful(cell.pgr->pgr)
                 ? QVariant(*cell.pgr->pgr.signed_value)
                 : QVariant();
    case State:
    case MeasureCount:
      break;
  }
  return textOf(cell, measure);
}

QVariant StudyModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || state_ == nullptr) {
    return {};
  }
  const auto row = static_cast<std::size_t>(index.row());
  const auto column = static_cast<std::size_t>(index.column());
  const study::CellState& cell = (*state_)[row];
  if (column < axes_.size()) {
    const study::Axis& axis = axes_[column];
    const std::string value = study::valueOf(study_->cells[row], axis.key).value_or("\u2013");
    if (role == Qt::DisplayRole) {
      return QString::fromStdString(charts::settingValue(value));
    }
    if (role == Qt::TextAlignmentRole) {
      return QVariant((axis.is_numeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    if (role == SortRole) {
      const auto number = study::numberOf(value);
      return number ? QVariant(*number) : QVariant(QString::fromStdString(value));
    }
    return {};
  }
  const auto measure = static_cast<Measure>(column - axes_.size());
  switch (role) {
    case Qt::DisplayRole:
      return textOf(cell, measure);
    case Qt::TextAlignmentRole:
      return QVariant((measure == State ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case SortRole:
      return keyOf(cell, measure);
    case Qt::ToolTipRole:
      if (measure == State) {
        QStringList reasons;
        for (const study::CellRun& run : cell.runs) {
          if (run.status == study::RunStatus::Failed && reasons.size() < kMostReasonsShown) {
            reasons += tr("Seed %1: %2").arg(run.seed).arg(QString::fromStdString(run.reason));
          }
        }
        return reasons.empty() ? QVariant() : reasons.join(QLatin1Char('\n'));
      }
      return {};
    default:
      return {};
  }
}

QVariant StudyModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return QAbstractTableModel::headerData(section, orientation, role);
  }
  const bool is_setting = section < static_cast<int>(axes_.size());
  const int measure = section - static_cast<int>(axes_.size());
  if (role == Qt::TextAlignmentRole) {
    const bool is_text =
        is_setting ? !axes_[static_cast<std::size_t>(section)].is_numeric : measure == State;
    return QVariant((is_text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  if (is_setting) {
    return titles_.value(section);
  }
  const QStringList names{tr("Seeds"),     tr("Weak %"),       tr("Student %"),
                          tr("Ceiling %"), tr("PGR of means"), tr("State")};
  return names.value(measure);
}

}  // namespace w2s::ui
