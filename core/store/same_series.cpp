#include "core/store/same_series.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/store/recorded_run.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

using record::StepBlock;

bool isSameBits(double a, double b) {
  return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

SameSeries compareBlocks(const StepBlock& a, const StepBlock& b) {
  SameSeries same;
  const std::size_t rows = std::min(a.size(), b.size());
  same.steps = rows == 0 ? 0 : static_cast<std::int64_t>(a.steps[rows - 1]);
  std::size_t first = rows;
  const auto look = [&](const std::vector<double>& left, const std::vector<double>& right) {
    for (std::size_t row = 0; row < std::min({first, left.size(), right.size()}); ++row) {
      if (!isSameBits(left[row], right[row])) {
        first = row;
      }
    }
  };
  look(a.steps, b.steps);
  for (std::size_t i = 0; a.schema && i < a.schema->columns.size(); ++i) {
    look(a.columns[i], b.column(a.schema->columns[i].name));
  }
  if (first < rows) {
    same.differs_at = static_cast<std::int64_t>(a.steps[first]);
  }
  return same;
}

}  // namespace

Result<SameSeries> compareSeries(const std::filesystem::path& run,
                                 const std::filesystem::path& other, const record::StageId& stage) {
  W2S_TRY(const RecordedRun left, loadRun(run));
  W2S_TRY(const RecordedRun right, loadRun(other));
  const auto rows_of = [&stage](const RecordedRun& recorded) {
    const auto found = recorded.stages.find(stage);
    return found == recorded.stages.end() ? StepBlock() : found->second.series;
  };
  return compareBlocks(rows_of(left), rows_of(right));
}

Sentence saidOf(const SameSeries& same, const std::string& other, std::int64_t until) {
  if (same.steps == 0) {
    return sentence("It has no step in common with the run {}.", other);
  }
  if (!same.differs_at) {
    return sentence("Steps 1 to {} are those of the run {}, bit for bit.", same.steps, other);
  }
  if (*same.differs_at > until) {
    return sentence("Steps 1 to {} are those of the run {}, bit for bit; step {} is not.",
                    same.sameUpTo(), other, *same.differs_at);
  }
  return sentence(
      "Step {} is not that of the run {}, although nothing was changed before it: another "
      "processor, library or version of W2S Lab computed it.",
      *same.differs_at, other);
}

Result<ForkOutcome> outcomeOfFork(const std::filesystem::path& workspace, const std::string& id) {
  const auto runs = runsFolder(workspace);
  W2S_TRY(const RecordedRun run, loadRun(runs / id));
  if (run.manifest.forked_from.empty()) {
    return fail(ErrorCode::InvalidArgument, sentence("The run {} is no fork.", id));
  }
  ForkOutcome outcome{.source = run.manifest.forked_from, .at = run.manifest.forked_at};
  for (const record::Event& event : run.events) {
    const auto* started = std::get_if<record::StageStarted>(&event);
    if (started != nullptr && started->stage == record::stage::kStudent &&
        started->resumed_at <= outcome.at) {
      outcome.resumed_at = started->resumed_at;
    }
  }
  outcome.came_about =
      outcome.resumed_at > 0
          ? sentence("A fork of the run {} after step {}, from its checkpoint after step {}.",
                     outcome.source, outcome.at, outcome.resumed_at)
          : sentence(
                "A fork of the run {} after step {}; it has no checkpoint before, so the steps "
                "up to there were trained again.",
                outcome.source, outcome.at);
  W2S_TRY(outcome.same, compareSeries(runs / id, runs / outcome.source, record::stage::kStudent));
  outcome.compared = saidOf(outcome.same, outcome.source, outcome.at);
  return outcome;
}

}  // namespace w2s::store
