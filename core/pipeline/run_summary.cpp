#include "core/pipeline/run_summary.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ATen/ops/tensor.h>

#include "core/base/seal.h"
#include "core/metrics/agreement.h"
#include "core/metrics/intervals.h"
#include "core/objective/terms.h"
#include "core/pipeline/run_context.h"
#include "core/train/evaluator.h"
#include "core/weights/safetensors.h"

namespace w2s::pipeline {
namespace {

constexpr int kBootstrapResamples = 2000;

std::vector<std::uint8_t> rightOnes(const std::vector<std::int64_t>& predictions,
                                    const std::vector<std::int64_t>& labels) {
  std::vector<std::uint8_t> right(labels.size());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    right[i] = predictions[i] == labels[i] ? 1 : 0;
  }
  return right;
}

// Null: the configuration asks for none. The ceiling itself where it is the common one.
const AnswerArtifact* commonCeiling(const RunContext& run) {
  if (!run.setup.config.common_ceiling.train) {
    return nullptr;
  }
  const AnswerArtifact* own = run.answersOf(run.plannedFor(SummaryPart::Ceiling)->id);
  const AnswerArtifact* common = run.answersOf(record::stage::kCommonCeiling);
  return common != nullptr ? common : own;
}

Status savePredictions(RunContext& run, const LabelArtifact& labels, const AnswerArtifact& student,
                       const AnswerArtifact& ceiling, const train::Candidate* selected) {
  const auto rows_of = [&](std::string_view split) {
    return at::tensor(run.setup.splits.of(split).rows.index, at::kLong);
  };
  const auto labels_of = [&](std::string_view split) {
    return at::tensor(run.setup.splits.of(split).labels, at::kLong);
  };
  // The student's test rows are those of the step that the summary tells of; its transfer rows are
  // known after the last step alone. The metadata names both steps.
  NamedTensors tensors{
      {"weak.transfer", labels.labels.transfer},
      {"ceiling.test", ceiling.test_probabilities},
      {"ceiling.transfer", ceiling.transfer_probabilities},
      {"student.test",
       selected != nullptr ? train::testProbabilitiesOf(*selected) : student.test_probabilities},
      {"student.transfer", student.transfer_probabilities},
      {"test.rows", rows_of(data::split::kTest)},
      {"test.labels", labels_of(data::split::kTest)},
      {"transfer.rows", rows_of(data::split::kTransfer)},
      {"transfer.labels", labels_of(data::split::kTransfer)},
      {"weak.rows", rows_of(data::split::kWeak)},
      {"validation.rows", rows_of(data::split::kValidation)},
  };
  if (labels.labels.test.size(0) > 0) {
    tensors.insert(tensors.begin(), {"weak.test", labels.labels.test});
  }
  for (const char* stage : {record::stage::kCommonCeiling, record::stage::kReference}) {
    if (const AnswerArtifact* answers = run.answersOf(stage)) {
      tensors.emplace_back(std::string(stage) + ".test", answers->test_probabilities);
      if (stage == record::stage::kCommonCeiling) {
        tensors.emplace_back(std::string(stage) + ".transfer", answers->transfer_probabilities);
      }
    }
  }
  return writeSafetensors(
      run.folder() / "predictions.safetensors", tensors,
      withSeal({{"format", "w2s-predictions-1"},
                {"student.test.step",
                 std::to_string(selected != nullptr ? selected->step : student.last.step)},
                {"student.transfer.step", std::to_string(student.last.step)}}));
}

// A model's answers on the test rows, as measures read them.
class TestAnswers {
 public:
  TestAnswers(const at::Tensor& probabilities, const data::Labels& labels)
      : host_(probabilities.to(at::kCPU, at::kFloat).contiguous()),
        predicted_(train::argmaxOf(probabilities)),
        labels_(labels) {}

  [[nodiscard]] metrics::Answers answers() const {
    return {
        .probabilities = {host_.const_data_ptr<float>(), static_cast<std::size_t>(host_.numel())},
        .labels = labels_,
        .predicted = predicted_};
  }

 private:
  at::Tensor host_;
  std::vector<std::int64_t> predicted_;
  const data::Labels& labels_;
};

}  // namespace

Result<record::RunSummary> summarise(RunContext& run) {
  const record::PlannedStage& student_stage = *run.plannedFor(SummaryPart::Student);
  const AnswerArtifact& student = *run.answersOf(student_stage.id);
  const AnswerArtifact& ceiling = *run.answersOf(run.plannedFor(SummaryPart::Ceiling)->id);
  const auto& label_artifact =
      std::get<LabelArtifact>(run.output(run.plannedFor(SummaryPart::WeakLabels)->id));

  const data::Labels& labels = run.setup.splits.of(data::split::kTest).labels;
  const auto weak = train::argmaxOf(label_artifact.labels.test);

  record::RunSummary summary;
  summary.weak = label_artifact.floor;
  summary.ceiling = ceiling.last.test;
  summary.final_step = {.step = student.last.step, .accuracy = student.last.test.accuracy};
  summary.best_agreement = {.step = student.best_agreement.step,
                            .accuracy = student.best_agreement.accuracy};
  summary.oracle = {.step = student.oracle.step, .accuracy = student.oracle.accuracy};
  summary.initial = student.initial;
  if (const AnswerArtifact* reference = run.answersOf(record::stage::kReference)) {
    summary.reference = reference->last.test;
  }

  const auto selection = run.setup.config.evaluation.selection;
  const train::Candidate* selected = selection == config::Selection::BestAgreement
                                         ? &student.best_agreement
                                     : selection == config::Selection::Oracle ? &student.oracle
                                                                              : nullptr;
  const at::Tensor student_probabilities =
      selected != nullptr ? train::testProbabilitiesOf(*selected) : student.test_probabilities;
  const auto predictions = train::argmaxOf(student_probabilities);
  summary.student = metrics::performanceOf(predictions, labels);
  if (selected == nullptr) {
    summary.student.loss = student.last.test.loss;
  }
  const bool knows_floor = !weak.empty();
  if (knows_floor) {
    summary.agreement = metrics::agreementOf(weak, predictions, labels);
  }
  const TestAnswers student_answers(student_probabilities, labels);
  const TestAnswers ceiling_answers(ceiling.test_probabilities, labels);
  const std::optional<TestAnswers> weak_answers =
      knows_floor ? std::optional<TestAnswers>(std::in_place, label_artifact.labels.test, labels)
                  : std::nullopt;
  summary.measures =
      metrics::measureGap(weak_answers ? weak_answers->answers() : metrics::Answers{},
                          student_answers.answers(), ceiling_answers.answers());
  summary.student_used_ground_truth = run.usedGroundTruth() ||
                                      objective::readsGroundTruth(run.setup.config.objective) ||
                                      selection == config::Selection::Oracle;

  const auto weak_right = knows_floor ? rightOnes(weak, labels) : std::vector<std::uint8_t>();
  const auto student_right = rightOnes(predictions, labels);
  const auto pgr_against = [&](const AnswerArtifact& reference) {
    if (!knows_floor) {
      return metrics::Pgr{.status = metrics::PgrStatus::FloorUnknown};
    }
    const auto right = rightOnes(train::argmaxOf(reference.test_probabilities), labels);
    return metrics::pgrOfRows(
        {.weak_right = weak_right,
         .student_right = student_right,
         .ceiling_right = right,
         .majority_share = metrics::majorityShare(labels, run.classes()),
         .initial_student =
             student.initial.n > 0 ? std::optional(student.initial.accuracy) : std::nullopt},
        kBootstrapResamples, run.setup.seedOf("pgr_bootstrap"));
  };
  summary.pgr = pgr_against(ceiling);
  if (const AnswerArtifact* common = commonCeiling(run)) {
    summary.common = {.ceiling = common->last.test, .pgr = pgr_against(*common)};
  }
  summary.seconds = run.clock.seconds();
  W2S_CHECK(run.checkFolder());
  W2S_CHECK(savePredictions(run, label_artifact, student, ceiling, selected));
  W2S_CHECK(run.writeSummary(summary));
  return summary;
}

}  // namespace w2s::pipeline
