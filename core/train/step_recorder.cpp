#include "core/train/step_recorder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <ATen/ops/empty.h>

#include "core/objective/terms.h"

namespace w2s::train {

using record::StepRow;

namespace {

std::string inWords(std::string term) {
  std::ranges::replace(term, '_', ' ');
  return term;
}

}  // namespace

StepRecorder::StepRecorder(const std::vector<std::string>& terms, at::Device device,
                           std::int64_t capacity)
    : terms_(terms), on_host_(device.is_cpu()), capacity_(capacity) {
  if (!on_host_) {
    device_values_ = at::empty({capacity, 2, static_cast<std::int64_t>(terms.size())},
                               at::TensorOptions().device(device).dtype(at::kDouble));
  }
}

void StepRecorder::fill(std::size_t index, const double* measured) {
  StepRow& row = rows_[index];
  const std::vector<double>& weights = weights_[index];
  row.kd = measured[objective::kKd];
  row.confidence = measured[objective::kConfidence];
  row.ground_truth = measured[objective::kGroundTruth];
  row.entropy = measured[objective::kEntropy];
  row.total = objective::totalOf({measured, terms_.size()}, weights);
  if (std::isfinite(row.total) || non_finite_) {
    return;
  }
  std::string term = "total";
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (!std::isfinite(weights[i] * measured[i])) {
      term = inWords(terms_[i]);
      break;
    }
  }
  non_finite_ = NonFinite{.step = row.step, .term = term};
}

void StepRecorder::record(std::int64_t completed_steps, const at::Tensor& measured,
                          std::span<const double> weights, double learning_rate,
                          double temperature) {
  StepRow row;
  row.step = completed_steps;
  row.kd_weight = weights[objective::kKd];
  row.confidence_weight = weights[objective::kConfidence];
  row.ground_truth_weight = weights[objective::kGroundTruth];
  row.entropy_weight = weights[objective::kEntropy];
  row.learning_rate = learning_rate;
  row.temperature = temperature;
  rows_.push_back(row);
  weights_.emplace_back(weights.begin(), weights.end());
  if (on_host_) {
    fill(rows_.size() - 1, measured.const_data_ptr<double>());
  } else {
    device_values_[static_cast<std::int64_t>(rows_.size() - 1)].copy_(measured);
  }
}

std::vector<StepRow> StepRecorder::flush() {
  if (!on_host_ && !rows_.empty()) {
    const auto count = static_cast<std::int64_t>(rows_.size());
    const at::Tensor host = device_values_.narrow(0, 0, count).to(at::kCPU).contiguous();
    const auto* data = host.const_data_ptr<double>();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      fill(i, data + i * 2 * terms_.size());
    }
  }
  weights_.clear();
  return std::exchange(rows_, {});
}

void StepRecorder::clear() {
  rows_.clear();
  weights_.clear();
  non_finite_.reset();
}

}  // namespace w2s::train
