#include "ui/models/runs_model.h"

#include <algorithm>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

QString stateText(const RunRecord& record) {
  switch (record.state) {
    case RunState::Idle:
      return RunsModel::tr("ready");
    case RunState::Preparing:
      return RunsModel::tr("preparing");
    case RunState::Running:
      return RunsModel::tr("running %1 %").arg(qRound(100.0 * record.share_done));
    case RunState::Paused:
      return RunsModel::tr("paused %1 %").arg(qRound(100.0 * record.share_done));
    case RunState::Diverged:
      return RunsModel::tr("diverged");
    case RunState::Stopping:
      return RunsModel::tr("stopping");
    case RunState::Finished:
      return RunsModel::tr("finished");
    case RunState::Stopped:
      return RunsModel::tr("stopped %1 %").arg(qRound(100.0 * record.share_done));
    case RunState::Failed:
      return RunsModel::tr("failed");
  }
  return {};
}

QString accuracyText(const metrics::Performance& performance) {
  return performance.n > 0 ? RunsModel::tr("%1 %").arg(percentText(performance.accuracy))
                           : QString();
}

}  // namespace

QString methodText(const config::ExperimentConfig& config) {
  const config::ObjectiveConfig& objective = config.objective;
  const std::string_view kind =
      std::visit([](const auto& d) { return d.kKind; }, objective.divergence);
  QString text = QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()))
                     .replace(QLatin1Char('_'), QLatin1Char(' '));
  text.replace(QStringLiteral(" kl"), QStringLiteral(" KL"))
      .replace(QStringLiteral(" ce"), QStringLiteral(" CE"));
  if (!std::holds_alternative<config::NoConfidence>(objective.confidence) &&
      objective.confidence_weight.base > 0.0) {
    const std::string_view how =
        std::visit([](const auto& c) { return c.kKind; }, objective.confidence);
    text += QStringLiteral(", %1 %2").arg(
        QString::fromUtf8(how.data(), static_cast<qsizetype>(how.size()))
            .replace(QLatin1Char('_'), QLatin1Char(' ')),
        decimalText(objective.confidence_weight.base, 2));
  }
  if (objective.ground_truth_weight.base > 0.0) {
    text +=
        QStringLiteral(", ground truth %1").arg(decimalText(objective.ground_truth_weight.base, 2));
  }
  if (config.supervision.labels == config::LabelKind::Hard) {
    text += QStringLiteral(", hard labels");
  }
  return text;
}

RunsModel::RunsModel(const Theme& theme, QObject* parent)
    : QAbstractTableModel(parent), theme_(theme) {
  connect(&theme_, &Theme::changed, this, [this] {
    if (!runs_.empty()) {
      Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
  });
}

void RunsModel::put(const RunRecord& record) {
  const auto found = std::find_if(runs_.begin(), runs_.end(),
                                  [&](const RunRecord& run) { return run.id == record.id; });
  if (found == runs_.end()) {
    beginInsertRows({}, 0, 0);
    runs_.insert(runs_.begin(), record);
    endInsertRows();
    return;
  }
  *found = record;
  const int row = static_cast<int>(found - runs_.begin());
  Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RunsModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::text(const RunRecord& record, int column) const {
  switch (column) {
    case Name:
      return record.name;
    case Method:
      return record.method;
    case Seed:
      return QString::number(record.seed);
    case Weak:
      return accuracyText(record.readings.weak);
    case Student:
      return accuracyText(record.readings.student);
    case Ceiling:
      return accuracyText(record.readings.ceiling);
    case Pgr: {
      const auto& pgr = record.readings.pgr;
      const bool says = pgr && pgr->signed_value && pgr->status == metrics::PgrStatus::Ok;
      return says ? decimalText(*pgr->signed_value, 2) : pgr ? RunsModel::tr("n/a") : QString();
    }
    case State:
      return stateText(record);
    case Time:
      return record.seconds > 0.0 ? durationText(record.seconds) : QString();
    default:
      return {};
  }
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || index.row() >= rowCount()) {
    return {};
  }
  const RunRecord& record = runs_[static_cast<std::size_t>(index.row())];
  const int column = index.column();
  const bool number = column >= Seed && column <= Pgr;
  switch (role) {
    case Qt::DisplayRole:
      return text(record, column);
    case Qt::DecorationRole:
      if (column == Mark) {
        const Tokens& tokens = theme_.tokens();
        const bool trouble = record.state == RunState::Failed || record.state == RunState::Diverged;
        return theme_.icon(QStringLiteral("dot"), trouble ? tokens.trouble
                                                  : record.state == RunState::Stopped
                                                      ? tokens.disabled
                                                      : tokens.student);
      }
      return {};
    case Qt::TextAlignmentRole:
      return QVariant::fromValue(Qt::Alignment(
          (number || column == Time ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::FontRole:
      return isActive(record.state) && column == Name ? theme_.font(13, QFont::DemiBold)
                                                      : QVariant();
    case Qt::ToolTipRole:
      if (column == Pgr && record.readings.pgr &&
          record.readings.pgr->status != metrics::PgrStatus::Ok) {
        const std::string_view reason = metrics::explain(record.readings.pgr->status);
        return QString::fromUtf8(reason.data(), static_cast<qsizetype>(reason.size()));
      }
      return column == Mark ? record.id : text(record, column);
    default:
      return {};
  }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue(Qt::Alignment(
        ((section >= Seed && section <= Pgr) || section == Time ? Qt::AlignRight : Qt::AlignLeft) |
        Qt::AlignVCenter));
  }
  if (role == Qt::ToolTipRole) {
    switch (section) {
      case Weak:
      case Student:
      case Ceiling:
        return tr("Share of the test rows that are right, in per cent");
      case Pgr:
        return tr(
            "Signed performance gap recovered: (student \u2212 weak) / (ceiling \u2212 weak)");
      default:
        return {};
    }
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  switch (section) {
    case Name:
      return tr("Run");
    case Method:
      return tr("Method");
    case Seed:
      return tr("Seed");
    case Weak:
      return tr("Weak");
    case Student:
      return tr("Student");
    case Ceiling:
      return tr("Ceiling");
    case Pgr:
      return tr("PGR");
    case State:
      return tr("State");
    case Time:
      return tr("Time");
    default:
      return {};
  }
}

}  // namespace w2s::ui
