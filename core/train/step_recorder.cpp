#include "core/train/step_recorder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/core.h>

#include <ATen/ops/empty.h>

#include "core/objective/terms.h"

namespace w2s::train {
namespace {

std::string inWords(std::string term) {
  std::ranges::replace(term, '_', ' ');
  return term;
}

}  // namespace

StepRecorder::StepRecorder(const std::vector<std::string>& terms, at::Device device,
                           std::int64_t capacity)
    : terms_(terms),
      on_host_(device.is_cpu()),
      capacity_(capacity),
      rows_(record::trainingSchema(terms)),
      weights_(terms.size()) {
  const record::SeriesSchema& schema = *rows_.schema;
  for (const std::string& term : terms_) {
    columns_.push_back(
        {.value = schema.find(term).value(),
         .weight = schema.find(fmt::format("{}{}", term, record::kWeightSuffix)).value(),
         .norm = schema.find(fmt::format("{}{}", term, record::kGradientNormSuffix)).value()});
  }
  total_ = schema.find("total").value();
  learning_rate_ = schema.find("learning_rate").value();
  temperature_ = schema.find("temperature").value();
  if (!on_host_) {
    device_values_ = at::empty({capacity, 2, static_cast<std::int64_t>(terms.size())},
                               at::TensorOptions().device(device).dtype(at::kDouble));
  }
}

void StepRecorder::fill(std::size_t row, const double* measured) {
  auto& table = rows_.columns;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    table[columns_[i].value][row] = measured[i];
    table[columns_[i].norm][row] = measured[terms_.size() + i];
    weights_[i] = table[columns_[i].weight][row];
  }
  const double total = objective::totalOf({measured, terms_.size()}, weights_);
  table[total_][row] = total;
  if (std::isfinite(total) || non_finite_) {
    return;
  }
  std::string term = "total";
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    if (!std::isfinite(weights_[i] * measured[i])) {
      term = inWords(terms_[i]);
      break;
    }
  }
  non_finite_ = NonFinite{.step = static_cast<std::int64_t>(rows_.steps[row]), .term = term};
}

void StepRecorder::record(std::int64_t completed_steps, const at::Tensor& measured,
                          std::span<const double> weights, double learning_rate,
                          double temperature) {
  const std::size_t row = rows_.size();
  rows_.resize(row + 1);
  auto& table = rows_.columns;
  rows_.steps[row] = static_cast<double>(completed_steps);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    table[columns_[i].weight][row] = weights[i];
  }
  table[learning_rate_][row] = learning_rate;
  table[temperature_][row] = temperature;
  if (on_host_) {
    fill(row, measured.const_data_ptr<double>());
  } else {
    device_values_[static_cast<std::int64_t>(row)].copy_(measured);
  }
}

record::StepBlock StepRecorder::flush() {
  if (!on_host_ && !rows_.empty()) {
    const auto count = static_cast<std::int64_t>(rows_.size());
    const at::Tensor host = device_values_.narrow(0, 0, count).to(at::kCPU).contiguous();
    const auto* data = host.const_data_ptr<double>();
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      fill(i, data + i * 2 * terms_.size());
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
