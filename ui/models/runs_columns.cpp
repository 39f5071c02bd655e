#include "ui/models/runs_columns.h"

namespace w2s::ui {
namespace {

bool isNumber(int column) {
  return column >= RunsModel::Seed && column <= RunsModel::PgrCommon;
}

}  // namespace

Qt::Alignment alignmentOfColumn(int column) {
  const bool right = isNumber(column) || column == RunsModel::Time || column == RunsModel::Date;
  return (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue(alignmentOfColumn(section));
  }
  if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) {
    switch (section) {
      case Mark:
        return tr("Shown on the charts. Space shows and hides the selected runs.");
      case Color:
        return tr("Colour on the charts");
      case Weak:
      case Student:
      case Ceiling:
        return tr("Share of the test rows that are right, in per cent");
      case Pgr:
        return tr(
            "Signed performance gap recovered: (student \u2212 weak) / (ceiling \u2212 weak)");
      case PgrCommon:
        return tr(
            "The same against the common ceiling, a reference that several experiments "
            "share: on one scale whatever their strong models");
      case Time:
        return tr(
            "How long the run was worked on, without pauses; of one that continues another run: "
            "all "
            "its steps, those of that run too");
      case Date:
        return tr("When the run was started");
      default:
        return tr("Click to sort");
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
    case PgrCommon:
      return tr("PGR, common");
    case State:
      return tr("State");
    case Time:
      return tr("Time");
    case Date:
      return tr("Date");
    default:
      return {};
  }
}

}  // namespace w2s::ui
