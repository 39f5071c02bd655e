#include "core/train/step_recorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include <ATen/ops/empty.h>

namespace w2s::train {
namespace {

using objective::kTermCount;

// In the order of objective::Term.
constexpr std::array<std::string_view, kTermCount> kTerms{"kd", "confidence", "ground_truth",
                                                          "entropy"};

// Where the columns of trainingSchema() stand.
constexpr std::size_t kTotal = 0;
constexpr std::size_t kValues = 1;
constexpr std::size_t kWeights = kValues + kTermCount;
constexpr std::size_t kLearningRate = kWeights + kTermCount;
constexpr std::size_t kTemperature = kLearningRate + 1;

std::string inWords(std::string_view term) {
  std::string words(term);
  std::ranges::replace(words, '_', ' ');
  return words;
}

}  // namespace

StepRecorder::StepRecorder(at::Device device, std::int64_t capacity)
    : on_host_(device.is_cpu()), capacity_(capacity), rows_(record::trainingSchema(kTerms)) {
  if (!on_host_) {
    device_values_ = at::empty({capacity, static_cast<std::int64_t>(kTermCount)},
                               at::TensorOptions().device(device).dtype(at::kDouble));
  }
}

void StepRecorder::fill(std::size_t row, const double* values) {
  auto& columns = rows_.columns;
  const objective::TermWeights weights{.kd = columns[kWeights][row],
                                       .confidence = columns[kWeights + 1][row],
                                       .ground_truth = columns[kWeights + 2][row],
                                       .entropy = columns[kWeights + 3][row]};
  for (std::size_t i = 0; i < kTermCount; ++i) {
    columns[kValues + i][row] = values[i];
  }
  const double total = objective::totalOf({values[0], values[1], values[2], values[3]}, weights);
  columns[kTotal][row] = total;
  if (std::isfinite(total) || non_finite_) {
    return;
  }
  std::string term = "total";
  for (std::size_t i = 0; i < kTermCount; ++i) {
    if (!std::isfinite(columns[kWeights + i][row] * values[i])) {
      term = inWords(kTerms[i]);
      break;
    }
  }
  non_finite_ = NonFinite{.step = static_cast<std::int64_t>(rows_.steps[row]), .term = term};
}

void StepRecorder::record(std::int64_t completed_steps, const at::Tensor& values,
                          const objective::TermWeights& weights, double learning_rate,
                          double temperature) {
  const std::size_t row = rows_.size();
  rows_.resize(row + 1);
  auto& columns = rows_.columns;
  rows_.steps[row] = static_cast<double>(completed_steps);
  columns[kWeights][row] = weights.kd;
  columns[kWeights + 1][row] = weights.confidence;
  columns[kWeights + 2][row] = weights.ground_truth;
  columns[kWeights + 3][row] = weights.entropy;
  columns[kLearningRate][row] = learning_rate;
  columns[kTemperature][row] = temperature;
  if (on_host_) {
    fill(row, values.const_data_ptr<double>());
  } else {
    device_values_[static_cast<std::int64_t>(row)].copy_(values);
  }
}

record::StepBlock StepRecorder::flush() {
  if (!on_host_ && !rows_.empty()) {
    const auto count = static_cast<std::int64_t>(rows_.size());
    const at::Tensor host = device_values_.narrow(0, 0, count).to(at::kCPU).contiguous();
    const auto* data = host.const_data_ptr<double>();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      fill(i, data + i * kTermCount);
    }
  }
  const record::SharedSchema schema = rows_.schema;
  return std::exchange(rows_, record::StepBlock(schema));
}

void StepRecorder::clear() {
  rows_.resize(0);
  non_finite_.reset();
}

}  // namespace w2s::train
