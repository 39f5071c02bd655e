#include "ui/models/runs_columns.h"

#include <array>
#include <cmath>

#include "core/base/plain_text.h"
#include "ui/bridge/name_words.h"
#include "ui/bridge/words.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr const char* kSort = wordsNoop("runs", "Click to sort");
constexpr const char* kShare =
    wordsNoop("runs", "Share of the test rows that are right, in per cent");

QString runWords(const char* english) {
  return QString::fromStdString(wordsOf("runs", english));
}

std::optional<double> ifFinite(double number) {
  return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

std::optional<double> accuracyOf(const metrics::Performance& performance) {
  return performance.n > 0 ? ifFinite(performance.accuracy) : std::nullopt;
}

std::optional<double> pgrOfRun(const std::optional<metrics::Pgr>& pgr) {
  return pgr && metrics::isMeaningful(*pgr) ? pgr->signed_value : std::nullopt;
}

std::optional<double> endOf(const std::optional<metrics::Pgr>& pgr,
                            double metrics::Interval::*end) {
  return pgrOfRun(pgr) && pgr->ci95 ? std::optional((*pgr->ci95).*end) : std::nullopt;
}

std::optional<double> counted(std::int64_t number) {
  return static_cast<double>(number);
}

std::optional<double> inSummary(const record::RunSummary& summary, int column) {
  using enum RunsModel::Column;
  switch (column) {
    case Initial:
      return accuracyOf(summary.initial);
    case AgreementAll:
      return ifFinite(summary.agreement.overall);
    case AgreementRight:
      return ifFinite(summary.agreement.weak_right);
    case AgreementWrong:
      return ifFinite(summary.agreement.weak_wrong);
    case Correction:
      return ifFinite(summary.agreement.correction);
    case Harm:
      return ifFinite(summary.agreement.harm);
    case BestAgreement:
      return ifFinite(summary.best_agreement.accuracy);
    case BestAgreementStep:
      return counted(summary.best_agreement.step);
    case Oracle:
      return ifFinite(summary.oracle.accuracy);
    case OracleStep:
      return counted(summary.oracle.step);
    default:
      return std::nullopt;
  }
}

}  // namespace

const RunColumn& runColumn(int column) {
  using enum RunsModel::Column;
  static constexpr std::array<RunColumn, RunsModel::ColumnCount> kColumns{{
      {Mark, "", "",
       wordsNoop("runs", "Shown on the charts. Space shows and hides the selected runs.")},
      {Color, "", "", wordsNoop("runs", "Colour on the charts")},
      {Name, "name", wordsNoop("runs", "Run"),
       wordsNoop("runs", "What tells the run from the others; F2 gives it a name of its own")},
      {Method, "method", wordsNoop("runs", "Method"), kSort},
      {Seed, "seed", wordsNoop("runs", "Seed"), kSort, RunValue::Count},
      {Weak, "weak", wordsNoop("runs", "Weak"), kShare, RunValue::Share},
      {Student, "student", wordsNoop("runs", "Student"), kShare, RunValue::Share},
      {Ceiling, "ceiling", wordsNoop("runs", "Ceiling"), kShare, RunValue::Share},
      {Pgr, "pgr", wordsNoop("runs", "PGR"),
       wordsNoop("runs",
                 "Signed performance gap recovered: (student \u2212 weak) / (ceiling \u2212 weak)"),
       RunValue::Pgr},
      {PgrCommon, "pgr_common", wordsNoop("runs", "PGR, common"),
       wordsNoop("runs",
                 "The same against the common ceiling, a reference that several experiments "
                 "share: on one scale whatever their strong models"),
       RunValue::Pgr},
      {State, "state", wordsNoop("runs", "State"), kSort},
      {Time, "seconds", wordsNoop("runs", "Time"),
       wordsNoop(
           "runs",
           "How long the run was worked on, without pauses; of one that continues another run: "
           "all its steps, those of that run too"),
       RunValue::Seconds},
      {Date, "created", wordsNoop("runs", "Date"), wordsNoop("runs", "When the run was started")},
      {Initial, "initial", wordsNoop("runs", "Initial student"),
       wordsNoop("runs", "The student before its first step, in per cent of the test rows"),
       RunValue::Share},
      {Reference, "reference", wordsNoop("runs", "On weak rows"),
       wordsNoop("runs", "The strong model trained on the weak supervisor's own labels"),
       RunValue::Share},
      {CommonCeiling, "common_ceiling", wordsNoop("runs", "Common ceiling"), kShare,
       RunValue::Share},
      {PgrLow, "pgr_low", wordsNoop("runs", "PGR, lower"),
       wordsNoop("runs", "Lower end of its 95 % interval"), RunValue::Pgr},
      {PgrHigh, "pgr_high", wordsNoop("runs", "PGR, upper"),
       wordsNoop("runs", "Upper end of its 95 % interval"), RunValue::Pgr},
      {PgrBook, "pgr_book", wordsNoop("runs", "PGR, book"), wordsNoop("runs", "PGR, at least 0"),
       RunValue::Pgr},
      {AgreementAll, "agreement", wordsNoop("runs", "Agreement"),
       wordsNoop("runs", "Share of the test rows on which student and weak supervisor agree"),
       RunValue::Share},
      {AgreementRight, "agreement_weak_right", wordsNoop("runs", "Agreement, weak right"),
       wordsNoop("runs", "The same among rows on which the weak supervisor is right"),
       RunValue::Share},
      {AgreementWrong, "agreement_weak_wrong", wordsNoop("runs", "Agreement, weak wrong"),
       wordsNoop("runs",
                 "The same among rows on which the weak supervisor is wrong: copied mistakes"),
       RunValue::Share},
      {Correction, "correction", wordsNoop("runs", "Corrected"),
       wordsNoop("runs", "Share of the weak supervisor's mistakes that the student gets right"),
       RunValue::Share},
      {Harm, "harm", wordsNoop("runs", "Harm"),
       wordsNoop("runs",
                 "Share of what the weak supervisor gets right that the student gets wrong"),
       RunValue::Share},
      {BestAgreement, "best_agreement", wordsNoop("runs", "Honest stop"),
       wordsNoop("runs",
                 "The student at the step that agrees best with weak labels on validation rows"),
       RunValue::Share},
      {BestAgreementStep, "best_agreement_step", wordsNoop("runs", "Step of honest stop"), kSort,
       RunValue::Count},
      {Oracle, "oracle", wordsNoop("runs", "Oracle stop"),
       wordsNoop("runs", "The student at its best step on the test rows: reads ground truth"),
       RunValue::Share},
      {OracleStep, "oracle_step", wordsNoop("runs", "Step of oracle stop"), kSort, RunValue::Count},
      {WeakLoss, "weak_loss", wordsNoop("runs", "Weak loss"),
       wordsNoop("runs", "Mean cross-entropy on the test rows, in nats"), RunValue::Loss},
      {StudentLoss, "student_loss", wordsNoop("runs", "Student loss"),
       wordsNoop("runs", "Mean cross-entropy on the test rows, in nats"), RunValue::Loss},
      {CeilingLoss, "ceiling_loss", wordsNoop("runs", "Ceiling loss"),
       wordsNoop("runs", "Mean cross-entropy on the test rows, in nats"), RunValue::Loss},
      {Steps, "steps_done", wordsNoop("runs", "Steps done"),
       wordsNoop("runs", "The student's steps"), RunValue::Count},
      {LiveChangeCount, "live_changes", wordsNoop("runs", "Live changes"),
       wordsNoop("runs", "Settings that were changed while it trained"), RunValue::Count},
      {Id, "id", wordsNoop("runs", "Id"),
       wordsNoop("runs", "The name of its folder, as w2s takes it")},
      {Note, "note", wordsNoop("runs", "Note"), kSort},
      {Tags, "tag", wordsNoop("runs", "Tags"),
       wordsNoop("runs", "What the run was tagged with; T gives and takes tags")},
      {Experiment, "experiment", wordsNoop("runs", "Experiment"),
       wordsNoop("runs", "Runs that differ in their seed alone are one experiment")},
  }};
  return kColumns[static_cast<std::size_t>(column)];
}

std::optional<double> numberIn(const RunRecord& run, int column) {
  using enum RunsModel::Column;
  const Readings& readings = run.readings;
  switch (column) {
    case Seed:
      return run.problem.isEmpty() ? counted(run.seed) : std::nullopt;
    case Weak:
      return accuracyOf(readings.weak);
    case Student:
      return accuracyOf(readings.student);
    case Ceiling:
      return accuracyOf(readings.ceiling);
    case Pgr:
      return pgrOfRun(readings.pgr);
    case PgrCommon:
      return pgrOfRun(readings.pgr_common);
    case PgrLow:
      return endOf(readings.pgr, &metrics::Interval::low);
    case PgrHigh:
      return endOf(readings.pgr, &metrics::Interval::high);
    case PgrBook:
      return pgrOfRun(readings.pgr) ? readings.pgr->book_value : std::nullopt;
    case Reference:
      return accuracyOf(readings.reference);
    case CommonCeiling:
      return accuracyOf(readings.common_ceiling);
    case WeakLoss:
      return readings.weak.n > 0 ? ifFinite(readings.weak.loss) : std::nullopt;
    case StudentLoss:
      return readings.student.n > 0 ? ifFinite(readings.student.loss) : std::nullopt;
    case CeilingLoss:
      return readings.ceiling.n > 0 ? ifFinite(readings.ceiling.loss) : std::nullopt;
    case Time:
      return run.seconds > 0.0 ? ifFinite(run.seconds) : std::nullopt;
    case Steps:
      return run.problem.isEmpty() ? counted(run.done) : std::nullopt;
    case LiveChangeCount:
      return run.problem.isEmpty() ? counted(run.live_changes) : std::nullopt;
    default:
      return run.summary ? inSummary(*run.summary, column) : std::nullopt;
  }
}

QString tagsText(const RunRecord& run) {
  QStringList tags;
  for (const std::string& tag : run.labels.tags) {
    tags += QString::fromStdString(plainText(tag));
  }
  return tags.join(QStringLiteral(", "));
}

QString measureText(double number, RunValue value) {
  switch (value) {
    case RunValue::Count:
      return countText(static_cast<std::int64_t>(number));
    case RunValue::Share:
      return RunsModel::tr("%1 %").arg(percentText(number));
    case RunValue::Pgr:
      return decimalText(number, 2);
    case RunValue::Loss:
      return decimalText(number, 3);
    case RunValue::Seconds:
      return durationText(number);
    case RunValue::Text:
      break;
  }
  return {};
}

Qt::Alignment RunsModel::alignmentOf(int column) const {
  const study::Setting* setting = settingOf(column);
  const bool right =
      setting != nullptr
          ? setting->kind == config::SlotKind::Real || setting->kind == config::SlotKind::Integer
          : column == Date || runColumn(column).value != RunValue::Text;
  return (right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString RunsModel::keyOf(int column) const {
  const study::Setting* setting = settingOf(column);
  return setting != nullptr ? QString::fromStdString(setting->key)
                            : QString::fromLatin1(runColumn(column).key);
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
    return {};
  }
  if (role == Qt::TextAlignmentRole) {
    return QVariant::fromValue(alignmentOf(section));
  }
  const study::Setting* setting = settingOf(section);
  if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole) {
    return setting != nullptr ? QString::fromStdString(setting->key)
                              : runWords(runColumn(section).help);
  }
  if (role != Qt::DisplayRole) {
    return {};
  }
  return setting != nullptr ? QString::fromStdString(titleOf(*setting, nameWords()))
         : *runColumn(section).title != '\0' ? QVariant(runWords(runColumn(section).title))
                                             : QVariant();
}

}  // namespace w2s::ui
