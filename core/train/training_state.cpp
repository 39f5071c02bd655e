#include "core/train/training_state.h"

#include <cmath>

#include <fmt/format.h>

#include <ATen/ops/empty.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

#include "core/weights/safetensors.h"

namespace w2s::train {
namespace {

constexpr std::string_view kBufferPrefix = "buffer.";
constexpr std::string_view kOptimizerPrefix = "optimizer.";

// Numbers travel as F64 tensors, so that nothing is rounded; steps stay exact up to 2^53.
at::Tensor numbers(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble);
}

void addCandidate(NamedTensors& out, const std::string& name, const Candidate& candidate) {
  out.push_back(
      {name, numbers({static_cast<double>(candidate.step), candidate.score, candidate.accuracy})});
  if (candidate.test_probabilities.defined()) {
    out.push_back({name + ".test_probabilities", candidate.test_probabilities});
  }
}

bool readCandidate(const NamedTensors& tensors, const std::string& name, Candidate& candidate) {
  const at::Tensor* values = findTensor(tensors, name);
  if (values == nullptr || values->numel() != 3 || values->scalar_type() != at::kDouble) {
    return false;
  }
  const auto* data = values->const_data_ptr<double>();
  candidate = {.step = static_cast<std::int64_t>(data[0]),
               .score = data[1],
               .accuracy = data[2],
               .test_probabilities = {}};
  if (const at::Tensor* probabilities = findTensor(tensors, name + ".test_probabilities")) {
    candidate.test_probabilities = *probabilities;
  }
  return true;
}

}  // namespace

void offer(Candidate& best, double score, const metrics::Evaluation& evaluation,
           const at::Tensor& test_logits) {
  if (std::isfinite(score) && score > best.score) {
    best = {.step = evaluation.step,
            .score = score,
            .accuracy = evaluation.test.accuracy,
            .test_probabilities = at::softmax(test_logits, 1).to(at::kCPU)};
  }
}

NamedTensors cloned(const NamedTensors& tensors) {
  NamedTensors copies;
  for (const auto& [name, tensor] : tensors) {
    copies.push_back({name, tensor.detach().clone()});
  }
  return copies;
}

Status saveState(const std::filesystem::path& path, const TrainingState& state,
                 const std::string& fingerprint) {
  NamedTensors tensors;
  tensors.push_back(
      {"progress",
       numbers({static_cast<double>(state.step), static_cast<double>(state.position.epoch),
                static_cast<double>(state.position.cursor), state.student_passed ? 1.0 : 0.0,
                static_cast<double>(state.evaluated_step)})});
  tensors.push_back({"live_values", numbers(state.live_values)});
  addCandidate(tensors, "best_agreement", state.best_agreement);
  addCandidate(tensors, "oracle", state.oracle);
  tensors.push_back({"parameters", state.parameters});
  for (const auto& [name, tensor] : state.buffers) {
    tensors.push_back({std::string(kBufferPrefix) + name, tensor});
  }
  for (const auto& [name, tensor] : state.optimizer) {
    tensors.push_back({name, tensor});  // named optimizer.* already
  }
  return writeSafetensors(path, tensors,
                          {{"format", "w2s-checkpoint-1"}, {"fingerprint", fingerprint}});
}

Result<TrainingState> loadState(const std::filesystem::path& path, const std::string& fingerprint) {
  W2S_TRY(const SafetensorsFile file, readSafetensors(path));
  const auto damaged = [&](const Sentence& what) {
    return fail(ErrorCode::BadFormat,
                sentence("The checkpoint {} {}. The stage starts again from its beginning.",
                         path.string(), what));
  };
  const auto stored = file.metadata.find("fingerprint");
  if (stored == file.metadata.end() || stored->second != fingerprint) {
    return damaged(sentence("belongs to another configuration or another version of the program"));
  }
  TrainingState state;
  const at::Tensor* progress = findTensor(file.tensors, "progress");
  const at::Tensor* live = findTensor(file.tensors, "live_values");
  const at::Tensor* parameters = findTensor(file.tensors, "parameters");
  if (progress == nullptr || progress->numel() != 5 || progress->scalar_type() != at::kDouble ||
      live == nullptr || live->scalar_type() != at::kDouble || parameters == nullptr ||
      !readCandidate(file.tensors, "best_agreement", state.best_agreement) ||
      !readCandidate(file.tensors, "oracle", state.oracle)) {
    return damaged(sentence("lacks a part"));
  }
  const auto* values = progress->const_data_ptr<double>();
  state.step = static_cast<std::int64_t>(values[0]);
  state.position = {.epoch = static_cast<std::int64_t>(values[1]),
                    .cursor = static_cast<std::int64_t>(values[2])};
  state.student_passed = values[3] != 0.0;
  state.evaluated_step = static_cast<std::int64_t>(values[4]);
  const auto* live_values = live->const_data_ptr<double>();
  state.live_values.assign(live_values, live_values + live->numel());
  state.parameters = *parameters;
  for (const auto& [name, tensor] : file.tensors) {
    if (name.starts_with(kBufferPrefix)) {
      state.buffers.push_back({name.substr(kBufferPrefix.size()), tensor});
    } else if (name.starts_with(kOptimizerPrefix)) {
      state.optimizer.push_back({name, tensor});
    }
  }
  return state;
}

}  // namespace w2s::train
