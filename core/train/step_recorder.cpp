#include "core/train/step_recorder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <ATen/ops/empty.h>

namespace w2s::train {

using record::StepRow;

StepRecorder::StepRecorder(at::Device device, std::int64_t capacity)
    : on_host_(device.is_cpu()), capacity_(capacity) {
  if (!on_host_) {
    device_values_ = at::empty({capacity, static_cast<std::int64_t>(objective::kTermCount)},
                               at::TensorOptions().device(device).dtype(at::kDouble));
  }
}

void StepRecorder::fill(StepRow& row, const double* values) {
  const objective::TermWeights weights{.kd = row.kd_weight,
                                       .confidence = row.confidence_weight,
                                       .ground_truth = row.ground_truth_weight,
                                       .entropy = row.entropy_weight};
  row.kd = values[0];
  row.confidence = values[1];
  row.ground_truth = values[2];
  row.entropy = values[3];
  row.total = objective::totalOf({values[0], values[1], values[2], values[3]}, weights);
  if (std::isfinite(row.total) || non_finite_) {
    return;
  }
  const std::array<std::pair<const char*, double>, objective::kTermCount> terms{
      {{"kd", weights.kd * row.kd},
       {"confidence", weights.confidence * row.confidence},
       {"ground truth", weights.ground_truth * row.ground_truth},
       {"entropy", weights.entropy * row.entropy}}};
  std::string term = "total";
  for (const auto& [name, value] : terms) {
    if (!std::isfinite(value)) {
      term = name;
      break;
    }
  }
  non_finite_ = NonFinite{.step = row.step, .term = term};
}

void StepRecorder::record(std::int64_t completed_steps, const at::Tensor& values,
                          const objective::TermWeights& weights, double learning_rate,
                          double temperature) {
  StepRow row;
  row.step = completed_steps;
  row.kd_weight = weights.kd;
  row.confidence_weight = weights.confidence;
  row.ground_truth_weight = weights.ground_truth;
  row.entropy_weight = weights.entropy;
  row.learning_rate = learning_rate;
  row.temperature = temperature;
  if (on_host_) {
    std::array<double, objective::kTermCount> host{};
    if (values.scalar_type() == at::kDouble) {
      const auto* data = values.const_data_ptr<double>();
      std::copy(data, data + host.size(), host.begin());
    } else {
      const auto* data = values.const_data_ptr<float>();
      std::copy(data, data + host.size(), host.begin());
    }
    fill(row, host.data());
  } else {
    device_values_[static_cast<std::int64_t>(rows_.size())].copy_(values);
  }
  rows_.push_back(row);
}

std::vector<StepRow> StepRecorder::flush() {
  if (!on_host_ && !rows_.empty()) {
    const auto count = static_cast<std::int64_t>(rows_.size());
    const at::Tensor host = device_values_.narrow(0, 0, count).to(at::kCPU).contiguous();
    const auto* data = host.const_data_ptr<double>();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      fill(rows_[i], data + i * objective::kTermCount);
    }
  }
  return std::exchange(rows_, {});
}

void StepRecorder::clear() {
  rows_.clear();
  non_finite_.reset();
}

}  // namespace w2s::train
