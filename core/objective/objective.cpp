#include "core/objective/objective.h"

#include <array>
#include <utility>
#include <variant>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <c10/util/Exception.h>

#include "core/objective/argmax_confidence.h"
#include "core/objective/batch.h"
#include "core/objective/class_ce.h"
#include "core/objective/divergence.h"
#include "core/objective/entropy.h"
#include "core/objective/fused_cpu.h"
#include "core/objective/ground_truth_ce.h"
#include "core/objective/openai_reference_confidence.h"
#include "core/objective/threshold_confidence.h"

namespace w2s::objective {
namespace {

void requireContract(const at::Tensor& logits, const at::Tensor& weak, const at::Tensor& targets,
                     const TermWeights& weights, double temperature) {
  TORCH_CHECK(
      logits.dim() == 2 && logits.size(0) > 0 && logits.size(1) > 1 && logits.is_floating_point(),
      "The objective needs floating-point logits [B, K] with B >= 1 and K >= 2, not ",
      logits.sizes(), ".");
  TORCH_CHECK(temperature > 0.0, "The temperature must be above 0, not ", temperature, ".");
  TORCH_CHECK(weak.defined() || (weights.kd == 0.0 && weights.confidence == 0.0),
              "KD and confidence terms with weight need weak labels.");
  TORCH_CHECK(targets.defined() || weights.ground_truth == 0.0,
              "A ground-truth term with weight needs targets.");
  TORCH_CHECK(!weak.defined() || weak.sizes() == logits.sizes(), "Weak labels ", weak.sizes(),
              " do not match logits ", logits.sizes(), ".");
  TORCH_CHECK(!targets.defined() || (targets.dim() == 1 && targets.size(0) == logits.size(0) &&
                                     targets.scalar_type() == at::kLong),
              "Targets must be int64 [", logits.size(0), "].");
}

Need needOf(double weight) {
  return weight == 0.0 ? Need::Value : Need::ValueAndGradient;
}

// The four terms by whole-batch ATen calls.
class AtenTerms {
 public:
  AtenTerms(const at::Tensor& logits, const at::Tensor& weak)
      : batch_(logits, weak), gradient_(at::zeros_like(logits)) {
    values_.fill(at::zeros({}, logits.options()));
  }

  void addKd(const config::Divergence& divergence, double weight, double temperature) {
    const double used = usedTemperature(divergence, temperature);
    const TermResult result = std::visit(
        [&](const auto& kind) {
          const Batch compared = comparedBatch(kind, batch_);
          return used == 1.0 ? objective::evaluate(kind, compared, needOf(weight))
                             : objective::evaluate(kind, compared.tempered(used), needOf(weight));
        },
        divergence);
    add(Term::Kd, {.value = result.value.mul(used * used), .gradient = result.gradient},
        weight * used);
  }

  void addConfidence(const config::Confidence& confidence, double weight) {
    std::visit(
        [&]<class Kind>(const Kind& kind) {
          if constexpr (!std::is_same_v<Kind, config::NoConfidence>) {
            add(Term::Confidence, classCe(batch_, harden(kind, batch_), needOf(weight)), weight);
          }
        },
        confidence);
  }

  void addGroundTruth(const at::Tensor& targets, double weight) {
    add(Term::GroundTruth, groundTruthCe(batch_, targets, needOf(weight)), weight);
  }

  void addEntropy(double weight) {
    add(Term::Entropy, entropy(batch_, needOf(weight)), weight);
  }

  [[nodiscard]] Objective::Output take() {
    return {.values = at::stack(values_).to(at::kDouble), .gradient = std::move(gradient_)};
  }

 private:
  void add(Term term, const TermResult& result, double factor) {
    values_[static_cast<std::size_t>(term)] = result.value;
    if (result.gradient.defined()) {
      gradient_.add_(result.gradient, factor);
    }
  }

  Batch batch_;
  std::array<at::Tensor, kTermCount> values_;
  at::Tensor gradient_;
};

Objective::Output evaluateWithAten(const config::ObjectiveConfig& config, const at::Tensor& logits,
                                   const at::Tensor& weak, const at::Tensor& targets,
                                   const TermWeights& weights, double temperature) {
  AtenTerms terms(logits, weak);
  if (weak.defined()) {
    terms.addKd(config.divergence, weights.kd, temperature);
    terms.addConfidence(config.confidence, weights.confidence);
  }
  if (targets.defined()) {
    terms.addGroundTruth(targets, weights.ground_truth);
  }
  terms.addEntropy(weights.entropy);
  return terms.take();
}

bool isHalf(at::ScalarType type) {
  return type == at::kHalf || type == at::kBFloat16;
}

}  // namespace

Objective::Objective(config::ObjectiveConfig config, Path path)
    : config_(std::move(config)), path_(path) {}

Objective::Output Objective::evaluate(const at::Tensor& logits, const at::Tensor& weak,
                                      const at::Tensor& targets, const TermWeights& weights,
                                      double temperature) const {
  const at::NoGradGuard no_grad;
  requireContract(logits, weak, targets, weights, temperature);
  if (isHalf(logits.scalar_type())) {
    const at::Tensor wide_weak = weak.defined() ? weak.to(at::kFloat) : weak;
    Output output = evaluate(logits.to(at::kFloat), wide_weak, targets, weights, temperature);
    output.gradient = output.gradient.to(logits.scalar_type());
    return output;
  }
  TORCH_CHECK(!weak.defined() || weak.scalar_type() == logits.scalar_type(),
              "Weak labels and logits must have one type, not ", weak.scalar_type(), " and ",
              logits.scalar_type(), ".");
  if (path_ == Path::Automatic && logits.is_cpu()) {
    return evaluateFused(config_, logits, weak, targets, weights, temperature);
  }
  return evaluateWithAten(config_, logits, weak, targets, weights, temperature);
}

TermValues toHost(const at::Tensor& values) {
  const at::Tensor host = values.to(at::kCPU, at::kDouble).contiguous();
  TermValues result{};
  std::copy_n(host.const_data_ptr<double>(), kTermCount, result.begin());
  return result;
}

}  // namespace w2s::objective
