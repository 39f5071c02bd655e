#include "ui/bridge/run_record.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <tuple>

#include <QCoreApplication>

#include "core/base/plain_text.h"
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
  return labels.name.empty() ? name : QString::fromStdString(plainText(labels.name));
}

double RunRecord::shareDone() const {
  return steps > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(steps), 0.0, 1.0)
                   : 0.0;
}

namespace {

// A value that is not defined is like itself.
bool isSameNumber(double a, double b) {
  return a == b || (std::isnan(a) && std::isnan(b));
}

bool isSame(const metrics::Performance& a, const metrics::Performance& b) {
  return a.n == b.n && isSameNumber(a.accuracy, b.accuracy);
}

bool isSame(const std::optional<metrics::Pgr>& a, const std::optional<metrics::Pgr>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (a->status == b->status && a->signed_value == b->signed_value));
}

bool isSame(const std::shared_ptr<const study::RunSettings>& a,
            const std::shared_ptr<const study::RunSettings>& b) {
  return a == b || (a && b && *a == *b);
}

}  // namespace

bool isSame(const RunRecord& a, const RunRecord& b) {
  const auto facts = [](const RunRecord& run) {
    return std::tie(run.id, run.name, run.method, run.seed, run.state, run.stored, run.problem,
                    run.done, run.steps, run.resumes_at, run.created, run.labels, run.color,
                    run.live_changes);
  };
  const Readings& x = a.readings;
  const Readings& y = b.readings;
  return facts(a) == facts(b) && isSame(a.settings, b.settings) &&
         (a.summary == nullptr) == (b.summary == nullptr) && isSameNumber(a.seconds, b.seconds) &&
         isSame(x.weak, y.weak) && isSame(x.student, y.student) && isSame(x.ceiling, y.ceiling) &&
         isSame(x.pgr, y.pgr) && isSame(x.pgr_common, y.pgr_common);
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

RunRecord recordOf(const store::RunOverview& overview, study::SettingsPool& pool) {
  const store::RunListing& listing = overview.listing;
  RunRecord record;
  record.id = QString::fromStdString(listing.id);
  record.name = listing.name.empty() ? record.id : QString::fromStdString(plainText(listing.name));
  record.seed = listing.seed;
  record.stored = listing.state;
  record.created = QString::fromStdString(listing.created);
  record.labels = overview.labels;
  record.problem = QString::fromStdString(said(listing.said_problem));
  if (!listing.problem.empty()) {
    return record;
  }
  record.seconds = listing.seconds;
  record.data = overview.data;
  record.experiment = QString::fromStdString(overview.experiment);
  RunSeries series(listing.id);
  for (const record::Event& event : overview.events) {
    series.apply(event);
  }
  record.settings = pool.of(overview.config);
  record.live_changes = static_cast<std::int64_t>(liveChangesOf(series).size());
  record.method = methodText(*overview.config) + liveChangesText(record.live_changes);
  if (listing.summary) {
    series.summary = listing.summary;
    record.summary = std::make_shared<const record::RunSummary>(*listing.summary);
    record.done = record.steps = listing.summary->final_step.step;
  } else {
    record.done = overview.student_steps_done;
    record.resumes_at = overview.student_resumes_at;
    const std::int64_t planned = series.stage(stage::kStudent).total;
    record.steps = planned > 0 ? planned : overview.config->optimizer.steps;
  }
  record.readings = readingsOf(series);
  return record;
}

}  // namespace w2s::ui
