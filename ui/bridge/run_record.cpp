#include "ui/bridge/run_record.h"

#include <string_view>

#include <QCoreApplication>

#include "ui/bridge/live_changes.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

// As the form says it, but for what it adds in parentheses.
QString shortLabel(std::string_view label) {
  return translated(label).section(QStringLiteral(" ("), 0, 0);
}

struct Text {
  Q_DECLARE_TR_FUNCTIONS(RunRecord)
};

}  // namespace

QString RunRecord::title() const {
  return labels.name.empty() ? name : QString::fromStdString(labels.name);
}

double RunRecord::shareDone() const {
  return steps > 0 ? static_cast<double>(done) / static_cast<double>(steps) : 0.0;
}

QString methodText(const config::ExperimentConfig& config) {
  const config::ObjectiveConfig& objective = config.objective;
  QString text =
      shortLabel(std::visit([](const auto& d) { return d.kLabel; }, objective.divergence));
  if (!std::holds_alternative<config::NoConfidence>(objective.confidence) &&
      objective.confidence_weight.base > 0.0) {
    text += QStringLiteral(", %1 %2").arg(
        shortLabel(std::visit([](const auto& c) { return c.kLabel; }, objective.confidence)),
        decimalText(objective.confidence_weight.base, 2));
  }
  if (objective.ground_truth_weight.base > 0.0) {
    text += Text::tr(", ground truth %1").arg(decimalText(objective.ground_truth_weight.base, 2));
  }
  if (objective.temperature != 1.0 &&
      !std::holds_alternative<config::HardCe>(objective.divergence)) {  // which has none
    text += QStringLiteral(", T %1").arg(digitsText(objective.temperature, 3));
  }
  if (config.supervision.labels == config::LabelKind::Hard &&
      !std::holds_alternative<config::HardCe>(objective.divergence)) {  // whose label says so
    text += Text::tr(", hard labels");
  }
  return text;
}

QString liveChangesText(std::int64_t count) {
  return count == 0   ? QString()
         : count == 1 ? Text::tr(", 1 live change")
                      : Text::tr(", %1 live changes").arg(count);
}

RunRecord recordOf(const store::RunOverview& overview) {
  const store::RunListing& listing = overview.listing;
  RunRecord record;
  record.id = QString::fromStdString(listing.id);
  record.name = listing.name.empty() ? record.id : QString::fromStdString(listing.name);
  record.seed = listing.seed;
  record.stored = listing.state;
  record.created = QString::fromStdString(listing.created);
  record.labels = overview.labels;
  record.problem = QString::fromStdString(said(listing.said_problem));
  if (!listing.problem.empty()) {
    return record;
  }
  record.seconds = listing.seconds;
  RunSeries series(listing.id);
  for (const record::Event& event : overview.events) {
    series.apply(event);
  }
  record.method = methodText(overview.config) +
                  liveChangesText(static_cast<std::int64_t>(liveChangesOf(series).size()));
  if (listing.summary) {
    series.summary = listing.summary;
    record.done = record.steps = listing.summary->final_step.step;
  } else {
    record.done = overview.student_steps_done;
    record.resumes_at = overview.student_resumes_at;
    const std::int64_t planned = series.stage(stage::kStudent).total;
    record.steps = planned > 0 ? planned : overview.config.optimizer.steps;
  }
  record.readings = readingsOf(series);
  return record;
}

}  // namespace w2s::ui
