// Rows of a training stage written out, for tests: one struct a row, by name.
#pragma once

#include <array>
#include <span>
#include <string>
#include <vector>

#include "core/record/series.h"

namespace w2s::test {

struct StepRow {
  std::int64_t step = 0;
  double total = 0.0;
  double kd = 0.0;
  double confidence = 0.0;
  double ground_truth = 0.0;
  double entropy = 0.0;
  double kd_weight = 0.0;
  double confidence_weight = 0.0;
  double ground_truth_weight = 0.0;
  double entropy_weight = 0.0;
  double learning_rate = 0.0;
  double temperature = 1.0;
  double kd_gradient_norm = 0.0;
  double confidence_gradient_norm = 0.0;
  double ground_truth_gradient_norm = 0.0;
  double entropy_gradient_norm = 0.0;
  friend bool operator==(const StepRow&, const StepRow&) = default;
};

// As the trainer's: total, the four terms, their weights, learning rate, temperature, gradient
// norms.
[[nodiscard]] inline const record::SharedSchema& stepSchema() {
  static const std::vector<std::string> kTerms{"kd", "confidence", "ground_truth", "entropy"};
  static const record::SharedSchema schema = record::trainingSchema(kTerms);
  return schema;
}

inline constexpr std::array kStepValues{&StepRow::total,
                                        &StepRow::kd,
                                        &StepRow::confidence,
                                        &StepRow::ground_truth,
                                        &StepRow::entropy,
                                        &StepRow::kd_weight,
                                        &StepRow::confidence_weight,
                                        &StepRow::ground_truth_weight,
                                        &StepRow::entropy_weight,
                                        &StepRow::learning_rate,
                                        &StepRow::temperature,
                                        &StepRow::kd_gradient_norm,
                                        &StepRow::confidence_gradient_norm,
                                        &StepRow::ground_truth_gradient_norm,
                                        &StepRow::entropy_gradient_norm};

[[nodiscard]] inline record::StepBlock blockOf(std::span<const StepRow> rows) {
  record::StepBlock block(stepSchema());
  for (const StepRow& row : rows) {
    block.steps.push_back(static_cast<double>(row.step));
    for (std::size_t i = 0; i < kStepValues.size(); ++i) {
      block.columns[i].push_back(row.*kStepValues[i]);
    }
  }
  return block;
}
[[nodiscard]] inline record::StepBlock blockOf(const StepRow& row) {
  return blockOf(std::span(&row, 1));
}

// NaN where the block has no such column.
[[nodiscard]] inline std::vector<StepRow> rowsOf(const record::StepBlock& block) {
  record::StepBlock all(stepSchema());
  all.append(block);
  std::vector<StepRow> rows(all.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    rows[row].step = static_cast<std::int64_t>(all.steps[row]);
    for (std::size_t i = 0; i < kStepValues.size(); ++i) {
      rows[row].*kStepValues[i] = all.columns[i][row];
    }
  }
  return rows;
}

}  // namespace w2s::test
