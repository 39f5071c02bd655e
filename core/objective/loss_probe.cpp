#include "core/objective/loss_probe.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <numeric>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include "core/objective/kinds.h"
#include "core/objective/objective.h"

namespace w2s::objective {
namespace {

using Rows = std::vector<std::vector<double>>;

// Rounding of probabilities written in single precision stays far below this, a forgotten class far
// above.
constexpr double kSumTolerance = 1e-5;

tl::unexpected<Error> invalid(std::string message) {
  return fail(ErrorCode::InvalidArgument, std::move(message));
}

Status checkFinite(std::string_view name, const Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < rows[i].size(); ++c) {
      if (!std::isfinite(rows[i][c])) {
        return invalid(fmt::format("`{}` row {}, class {} is {}; every number must be finite.",
                                   name, i, c, rows[i][c]));
      }
    }
  }
  return {};
}

Status checkLogits(const Rows& logits) {
  if (logits.empty()) {
    return invalid("`logits` has no rows; give at least one row of at least two numbers.");
  }
  const std::size_t classes = logits.front().size();
  if (classes < 2) {
    return invalid(
        fmt::format("`logits` row 0 has {} number(s); a row needs at least two classes.", classes));
  }
  for (std::size_t i = 0; i < logits.size(); ++i) {
    if (logits[i].size() != classes) {
      return invalid(
          fmt::format("`logits` row {} has {} numbers but row 0 has {}; all rows need one length.",
                      i, logits[i].size(), classes));
    }
  }
  return checkFinite("logits", logits);
}

Status checkWeakRow(std::size_t i, const std::vector<double>& row) {
  for (std::size_t c = 0; c < row.size(); ++c) {
    if (row[c] < 0.0) {
      return invalid(fmt::format("`weak` row {}, class {} is {}; probabilities cannot be negative.",
                                 i, c, row[c]));
    }
  }
  const double sum = std::accumulate(row.begin(), row.end(), 0.0);
  if (std::abs(sum - 1.0) > kSumTolerance) {
    return invalid(fmt::format(
        "`weak` row {} sums to {:.8g}; each row must be probabilities that sum to 1.", i, sum));
  }
  return {};
}

Status checkWeak(const Rows& weak, const Rows& logits) {
  if (weak.size() != logits.size()) {
    return invalid(
        fmt::format("`weak` has {} rows but `logits` has {}; give one row of probabilities for "
                    "each row of logits.",
                    weak.size(), logits.size()));
  }
  for (std::size_t i = 0; i < weak.size(); ++i) {
    if (weak[i].size() != logits[i].size()) {
      return invalid(fmt::format("`weak` row {} has {} classes but `logits` has {}.", i,
                                 weak[i].size(), logits[i].size()));
    }
  }
  W2S_CHECK(checkFinite("weak", weak));
  for (std::size_t i = 0; i < weak.size(); ++i) {
    W2S_CHECK(checkWeakRow(i, weak[i]));
  }
  return {};
}

Status checkTargets(const std::vector<std::int64_t>& targets, const Rows& logits) {
  if (targets.size() != logits.size()) {
    return invalid(fmt::format(
        "`targets` has {} entries but `logits` has {} rows; give one class (or -1) a row.",
        targets.size(), logits.size()));
  }
  const auto classes = static_cast<std::int64_t>(logits.front().size());
  for (std::size_t i = 0; i < targets.size(); ++i) {
    if (targets[i] < -1 || targets[i] >= classes) {
      return invalid(
          fmt::format("`targets` entry {} is {}; it must be a class from 0 to {}, or -1 where "
                      "ground truth must not be used.",
                      i, targets[i], classes - 1));
    }
  }
  return {};
}

Status checkStep(const ProbeInput& input) {
  if (input.steps < 1) {
    return invalid(fmt::format("`steps` is {}; a run has at least one step.", input.steps));
  }
  if (input.step < 0 || input.step >= input.steps) {
    return invalid(fmt::format("`step` is {} but `steps` is {}; completed steps go from 0 to {}.",
                               input.step, input.steps, input.steps - 1));
  }
  return {};
}

// What one term with weight needs that the input may lack. `key` is where its weight is set.
class Needs {
 public:
  Needs(const ProbeInput& input, std::string key) : input_(input), key_(std::move(key)) {}

  Status operator()(const config::NoConfidence&) const {
    return {};
  }
  template <class Kind>
  Status operator()(const Kind&) const {
    using Reads = TermTraits<Kind>;
    if (Reads::kTarget && input_.targets.empty()) {
      return missing("targets", "ground-truth", "targets");
    }
    if (Reads::kWeak && input_.weak.empty()) {
      return missing("weak", "KD", "weak labels");
    }
    const auto rows = static_cast<std::int64_t>(input_.logits.size());
    if (config::kBalancesClasses<Kind> && rows < config::kLeastBatchOfThreshold) {
      return invalid(fmt::format(
          "objective.confidence \"{}\" balances the classes over a batch and needs at least {} "
          "rows, but `logits` has {}; give more rows or use \"argmax\".",
          Kind::kKind, config::kLeastBatchOfThreshold, rows));
    }
    return {};
  }

 private:
  [[nodiscard]] Status missing(std::string_view what, std::string_view weight,
                               std::string_view give) const {
    return invalid(
        fmt::format("`{}` is missing, and the objective's {} weight is not 0; give {} or set {}=0.",
                    what, weight, give, key_));
  }

  const ProbeInput& input_;
  std::string key_;
};

std::string weightKey(const std::vector<Term>& terms, std::size_t i) {
  switch (i) {
    case kKd:
    case kConfidence:
      return "objective.kd_weight";
    case kGroundTruth:
    case kEntropy:
      return fmt::format("objective.{}_weight", terms[i].name);
    default:
      return fmt::format("objective.term.{}.weight", terms[i].name);
  }
}

Status checkNeeds(const config::ObjectiveConfig& config, const ProbeInput& input,
                  const std::vector<Term>& terms, const std::vector<double>& weights) {
  if (!(config.temperature > 0.0) || !std::isfinite(config.temperature)) {
    return invalid(
        fmt::format("objective.temperature is {}; it must be above 0.", config.temperature));
  }
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (weights[i] != 0.0) {
      W2S_CHECK(std::visit(Needs(input, weightKey(terms, i)), terms[i].kind));
    }
    const std::size_t classes = input.logits.front().size();
    if (!input.weak.empty() && classes != 2 &&
        std::holds_alternative<config::OpenaiReferenceConfidence>(terms[i].kind)) {
      return invalid(
          fmt::format("objective.confidence \"openai_reference\" is for two classes and `logits` "
                      "has {}; use \"threshold\".",
                      classes));
    }
  }
  return {};
}

at::Tensor toTensor(const Rows& rows) {
  if (rows.empty()) {
    return {};
  }
  const auto classes = static_cast<std::int64_t>(rows.front().size());
  at::Tensor tensor = at::empty({static_cast<std::int64_t>(rows.size()), classes}, at::kDouble);
  double* out = tensor.mutable_data_ptr<double>();
  for (const std::vector<double>& row : rows) {
    out = std::copy(row.begin(), row.end(), out);
  }
  return tensor;
}

at::Tensor toTensor(const std::vector<std::int64_t>& values) {
  if (values.empty()) {
    return {};
  }
  at::Tensor tensor = at::empty({static_cast<std::int64_t>(values.size())}, at::kLong);
  std::copy(values.begin(), values.end(), tensor.mutable_data_ptr<std::int64_t>());
  return tensor;
}

Rows toRows(const at::Tensor& tensor) {
  Rows rows(static_cast<std::size_t>(tensor.size(0)));
  const double* in = tensor.const_data_ptr<double>();
  for (std::vector<double>& row : rows) {
    row.assign(in, in + tensor.size(1));
    in += tensor.size(1);
  }
  return rows;
}

Status checkResult(const ProbeOutput& output) {
  bool is_finite = std::isfinite(output.total);
  for (const ProbedTerm& term : output.terms) {
    is_finite = is_finite && std::isfinite(term.value) && std::isfinite(term.gradient_norm);
  }
  if (!is_finite || !checkFinite("gradient", output.gradient)) {
    return fail(ErrorCode::NonFinite,
                "The objective is not finite for these numbers; the logits or their differences "
                "divided by the temperature "
                "are too large for double precision.");
  }
  return {};
}

ProbeOutput evaluated(const config::ObjectiveConfig& config, const ProbeInput& input,
                      const std::vector<double>& weights) {
  const Objective objective(config);
  const Objective::Output output = objective.evaluate({.logits = toTensor(input.logits),
                                                       .weak = toTensor(input.weak),
                                                       .targets = toTensor(input.targets),
                                                       .row_weights = {}},
                                                      weights, config.temperature);
  const Measured measured = toHost(output.measured);
  ProbeOutput result{
      .total = totalOf(measured.values, weights), .terms = {}, .gradient = toRows(output.gradient)};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    result.terms.push_back({.name = objective.terms()[i].name,
                            .value = measured.values[i],
                            .weight = weights[i],
                            .gradient_norm = measured.gradient_norms[i]});
  }
  return result;
}

}  // namespace

Result<ProbeOutput> probeLoss(const config::ObjectiveConfig& config, const ProbeInput& input) {
  W2S_CHECK(checkStep(input));
  W2S_CHECK(checkLogits(input.logits));
  if (!input.weak.empty()) {
    W2S_CHECK(checkWeak(input.weak, input.logits));
  }
  if (!input.targets.empty()) {
    W2S_CHECK(checkTargets(input.targets, input.logits));
  }
  const auto weights = weightsAt(config, input.step, input.steps, input.student_passed);
  W2S_CHECK(checkNeeds(config, input, termsOf(config), weights));
  try {
    ProbeOutput result = evaluated(config, input, weights);
    W2S_CHECK(checkResult(result));
    return result;
  } catch (const std::exception& exception) {
    return fail(ErrorCode::Internal,
                "The objective could not be computed for this input; the log has the detail.",
                exception.what());
  }
}

}  // namespace w2s::objective
