#include "core/train/training_state.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

#include "core/base/hash.h"
#include "core/base/seal.h"
#include "core/weights/safetensors.h"

namespace w2s::train {
namespace {

constexpr std::string_view kBufferPrefix = "buffer.";
constexpr std::string_view kOptimizerPrefix = "optimizer.";
constexpr std::string_view kLivePrefix = "live.";

// Version 0.1.0 stored the live values as one tensor, in this order.
constexpr std::array<std::string_view, 8> kOldLiveKeys{
    "objective.kd_weight.base",           "objective.temperature",
    "objective.confidence_weight.base",   "objective.confidence_weight.warmup",
    "objective.ground_truth_weight.base", "objective.entropy_weight.base",
    "optimizer.learning_rate.base",       "optimizer.steps"};

// Numbers travel as F64 tensors, so that nothing is rounded; steps stay exact up to 2^53.
at::Tensor numbers(const std::vector<double>& values) {
  return at::tensor(values, at::kDouble);
}

void addCandidate(NamedTensors& out, const std::string& name, const Candidate& candidate) {
  out.push_back(
      {name, numbers({static_cast<double>(candidate.step), candidate.score, candidate.accuracy})});
  if (at::Tensor probabilities = testProbabilitiesOf(candidate); probabilities.defined()) {
    out.push_back({name + ".test_probabilities", std::move(probabilities)});
  }
}

// Over names and bytes, in order of the names. The tensors are contiguous and on the CPU.
std::string checksumOf(const NamedTensors& tensors) {
  std::map<std::string_view, const at::Tensor*> sorted;
  for (const auto& [name, tensor] : tensors) {
    sorted.emplace(name, &tensor);
  }
  Hasher hasher;
  for (const auto& [name, tensor] : sorted) {
    hasher.add(name).add(std::span(static_cast<const std::byte*>(tensor->const_data_ptr()),
                                   static_cast<std::size_t>(tensor->nbytes())));
  }
  return hasher.hex();
}

// False when a value is neither by key nor in the order of version 0.1.0.
bool readLiveValues(const NamedTensors& tensors, std::map<std::string, double>& values) {
  for (const auto& [name, tensor] : tensors) {
    if (name.starts_with(kLivePrefix)) {
      if (tensor.numel() != 1 || tensor.scalar_type() != at::kDouble) {
        return false;
      }
      values[name.substr(kLivePrefix.size())] = *tensor.const_data_ptr<double>();
    }
  }
  const at::Tensor* old = findTensor(tensors, "live_values");
  if (old == nullptr) {
    return true;
  }
  if (old->scalar_type() != at::kDouble ||
      old->numel() != static_cast<std::int64_t>(kOldLiveKeys.size())) {
    return false;
  }
  for (std::size_t i = 0; i < kOldLiveKeys.size(); ++i) {
    values[std::string(kOldLiveKeys[i])] = old->const_data_ptr<double>()[i];
  }
  return true;
}

// A whole number that a double holds exactly; NaN is none.
bool isStep(double value) {
  constexpr double kMost = 9007199254740992.0;  // 2^53
  return value >= 0.0 && value <= kMost && std::floor(value) == value;
}

bool readCandidate(const NamedTensors& tensors, const std::string& name, Candidate& candidate) {
  const at::Tensor* values = findTensor(tensors, name);
  if (values == nullptr || values->numel() != 3 || values->scalar_type() != at::kDouble) {
    return false;
  }
  const auto* data = values->const_data_ptr<double>();
  if (!isStep(data[0])) {
    return false;
  }
  candidate = {.step = static_cast<std::int64_t>(data[0]),
               .score = data[1],
               .accuracy = data[2],
               .test_logits = {},
               .test_probabilities = {}};
  if (const at::Tensor* probabilities = findTensor(tensors, name + ".test_probabilities")) {
    candidate.test_probabilities = *probabilities;
  }
  return true;
}

}  // namespace

void takeIfBetter(Candidate& best, double score, const metrics::Evaluation& evaluation,
                  const at::Tensor& test_logits) {
  if (std::isfinite(score) && score > best.score) {
    best = {.step = evaluation.step,
            .score = score,
            .accuracy = evaluation.test.accuracy,
            .test_logits = test_logits,
            .test_probabilities = {}};
  }
}

at::Tensor testProbabilitiesOf(const Candidate& candidate) {
  const at::NoGradGuard no_grad;
  return candidate.test_logits.defined() ? at::softmax(candidate.test_logits, 1).to(at::kCPU)
                                         : candidate.test_probabilities;
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
  for (const auto& [key, value] : state.live_values) {
    tensors.push_back({std::string(kLivePrefix) + key, numbers({value})});
  }
  addCandidate(tensors, "best_agreement", state.best_agreement);
  addCandidate(tensors, "oracle", state.oracle);
  tensors.push_back({"parameters", state.parameters});
  for (const auto& [name, tensor] : state.buffers) {
    tensors.push_back({std::string(kBufferPrefix) + name, tensor});
  }
  for (const auto& [name, tensor] : state.optimizer) {
    tensors.push_back({name, tensor});  // named optimizer.* already
  }
  for (auto& [name, tensor] : tensors) {
    tensor = tensor.detach().to(at::kCPU).contiguous();
  }
  return writeSafetensors(path, tensors,
                          withSeal({{"format", "w2s-checkpoint-1"},
                                    {"fingerprint", fingerprint},
                                    {"checksum", checksumOf(tensors)}}));
}

Status checkFits(const TrainingState& state, const TrainingState& fresh) {
  const auto has = [](const NamedTensors& stored, const NamedTensors& wanted) {
    return std::ranges::all_of(wanted, [&](const NamedTensor& tensor) {
      const at::Tensor* found = findTensor(stored, tensor.name);
      return found != nullptr && found->sizes() == tensor.tensor.sizes();
    });
  };
  if (state.parameters.sizes() != fresh.parameters.sizes() || !has(state.buffers, fresh.buffers) ||
      !has(state.optimizer, fresh.optimizer)) {
    return fail(
        ErrorCode::BadFormat,
        sentence("The checkpoint after {} steps is of another model or optimiser.", state.step));
  }
  return {};
}

Result<TrainingState> loadState(const std::filesystem::path& path, const std::string& fingerprint) {
  W2S_TRY(const SafetensorsFile file, readSafetensors(path));
  const auto damaged = [&](const Sentence& what) {
    return fail(ErrorCode::BadFormat, sentence("The checkpoint {} {}.", path.string(), what));
  };
  const auto stored = file.metadata.find("fingerprint");
  if (stored == file.metadata.end() || stored->second != fingerprint) {
    return damaged(sentence("belongs to another configuration or another version of the program"));
  }
  // Those of version 0.1.0 have none.
  const auto checksum = file.metadata.find("checksum");
  if (checksum != file.metadata.end() && checksum->second != checksumOf(file.tensors)) {
    return damaged(
        sentence("is damaged: its content does not have the checksum it was written with"));
  }
  TrainingState state;
  const at::Tensor* progress = findTensor(file.tensors, "progress");
  const at::Tensor* parameters = findTensor(file.tensors, "parameters");
  if (progress == nullptr || progress->numel() != 5 || progress->scalar_type() != at::kDouble ||
      parameters == nullptr || !readLiveValues(file.tensors, state.live_values) ||
      !readCandidate(file.tensors, "best_agreement", state.best_agreement) ||
      !readCandidate(file.tensors, "oracle", state.oracle)) {
    return damaged(sentence("lacks a part"));
  }
  const auto* values = progress->const_data_ptr<double>();
  if (!std::all_of(values, values + 5, isStep)) {
    return damaged(sentence("is damaged: its progress is beyond all steps"));
  }
  state.step = static_cast<std::int64_t>(values[0]);
  state.position = {.epoch = static_cast<std::int64_t>(values[1]),
                    .cursor = static_cast<std::int64_t>(values[2])};
  state.student_passed = values[3] != 0.0;
  state.evaluated_step = static_cast<std::int64_t>(values[4]);
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
