#include "core/objective/objective.h"

#include <utility>
#include <variant>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/nonzero.h>
#include <ATen/ops/stack.h>
#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <c10/util/Exception.h>

#include "core/objective/batch.h"
#include "core/objective/fused_cpu.h"
#include "core/objective/kinds.h"

namespace w2s::objective {
namespace {

template <class Kind>
concept Hardens = requires(const Kind& kind, const Batch& batch) {
  harden(kind, batch);
};

template <class Kind>
constexpr bool readsWeak() {
  if constexpr (std::is_same_v<Kind, config::NoConfidence>) {
    return false;
  } else if constexpr (Hardens<Kind>) {
    return true;
  } else {
    return TermTraits<Kind>::kWeak;
  }
}

void requireInputs(const Term& term, double weight, const ObjectiveInput& input) {
  if (weight == 0.0) {
    return;
  }
  std::visit(
      [&]<class Kind>(const Kind&) {
        TORCH_CHECK(input.weak.defined() || !readsWeak<Kind>(), "The term ", term.name,
                    " has weight and needs weak labels.");
        if constexpr (!std::is_same_v<Kind, config::NoConfidence> && !Hardens<Kind>) {
          TORCH_CHECK(input.targets.defined() || !TermTraits<Kind>::kTarget, "The term ", term.name,
                      " has weight and needs targets.");
        }
      },
      term.kind);
}

void requireContract(std::span<const Term> terms, const ObjectiveInput& input,
                     std::span<const double> weights, double temperature) {
  const auto& [logits, weak, targets, row_weights] = input;
  TORCH_CHECK(
      logits.dim() == 2 && logits.size(0) > 0 && logits.size(1) > 1 && logits.is_floating_point(),
      "The objective needs floating-point logits [B, K] with B >= 1 and K >= 2, not ",
      logits.sizes(), ".");
  TORCH_CHECK(temperature > 0.0, "The temperature must be above 0, not ", temperature, ".");
  TORCH_CHECK(weights.size() == terms.size(), "There are ", terms.size(), " terms, but ",
              weights.size(), " weights.");
  for (std::size_t i = 0; i < terms.size(); ++i) {
    requireInputs(terms[i], weights[i], input);
  }
  TORCH_CHECK(!weak.defined() || weak.sizes() == logits.sizes(), "Weak labels ", weak.sizes(),
              " do not match logits ", logits.sizes(), ".");
  TORCH_CHECK(!targets.defined() || (targets.dim() == 1 && targets.size(0) == logits.size(0) &&
                                     targets.scalar_type() == at::kLong),
              "Targets must be int64 [", logits.size(0), "].");
  TORCH_CHECK(
      !row_weights.defined() || (row_weights.dim() == 1 && row_weights.size(0) == logits.size(0)),
      "Row weights must be [", logits.size(0), "].");
}

// Terms by whole-batch ATen calls.
class AtenTerms {
 public:
  explicit AtenTerms(const ObjectiveInput& input)
      : in_(input),
        batch_(input.logits, input.weak),
        zero_(at::zeros({}, input.logits.options())),
        gradient_(at::zeros_like(input.logits)) {}

  void add(const Term& term, double weight, double temperature) {
    std::visit([&](const auto& kind) { evaluateKind(kind, weight, temperature); }, term.kind);
  }

  [[nodiscard]] Objective::Output take() {
    return {.measured = at::stack({at::stack(values_), at::stack(norms_)}).to(at::kDouble),
            .gradient = std::move(gradient_)};
  }

 private:
  template <class Kind>
  void evaluateKind(const Kind& kind, double weight, double temperature) {
    if constexpr (std::is_same_v<Kind, config::NoConfidence>) {
      addNothing();
    } else if constexpr (Hardens<Kind>) {
      if (!in_.weak.defined()) {
        return addNothing();
      }
      addMean(classCe(batch_, hardened(kind)), in_.row_weights, weight, 1.0);
    } else if constexpr (TermTraits<Kind>::kTarget) {
      if (!in_.targets.defined()) {
        return addNothing();
      }
      const at::Tensor allowed = in_.targets.ge(0).to(in_.logits.scalar_type());
      addMean(evaluate(kind, batch_, in_.targets),
              in_.row_weights.defined() ? allowed.mul(in_.row_weights) : allowed, weight, 1.0);
    } else {
      if (TermTraits<Kind>::kWeak && !in_.weak.defined()) {
        return addNothing();
      }
      const double used = TermTraits<Kind>::kTempered ? temperature : 1.0;
      const Batch compared = comparedBatch(kind);
      addMean(evaluate(kind, used == 1.0 ? compared : compared.tempered(used)), in_.row_weights,
              weight, used);
    }
  }

  template <class Kind>
  [[nodiscard]] Batch comparedBatch(const Kind& kind) const {
    if constexpr (TermTraits<Kind>::kChangesWeak) {
      return batch_.withWeak(comparedWeak(kind, batch_.w()));
    } else {
      return batch_;
    }
  }

  // Classes are balanced over the rows that count; the others get class 0, which nothing reads.
  template <class Kind>
  [[nodiscard]] at::Tensor hardened(const Kind& kind) const {
    if (!in_.row_weights.defined()) {
      return harden(kind, batch_);
    }
    const at::Tensor rows = at::nonzero(in_.row_weights).squeeze(1);
    const at::Tensor all = at::zeros({in_.logits.size(0)}, rows.options());
    if (rows.numel() == 0) {
      return all;
    }
    const Batch counted(in_.logits.index_select(0, rows), in_.weak.index_select(0, rows));
    return all.scatter(0, rows, harden(kind, counted));
  }

  void addNothing() {
    values_.push_back(zero_);
    norms_.push_back(zero_);
  }

  void addMean(const TermRows& rows, const at::Tensor& row_weights, double weight,
               double temperature) {
    at::Tensor value;
    at::Tensor gradient;
    if (row_weights.defined()) {
      const at::Tensor share = row_weights.div(row_weights.sum().clamp_min(kTiny));
      // A row left out may have an infinite value.
      value = rows.values.mul(share).masked_fill(share.eq(0), 0.0).sum();
      gradient = rows.gradient.mul(share.unsqueeze(1)).masked_fill(share.eq(0).unsqueeze(1), 0.0);
    } else {
      const double share = 1.0 / static_cast<double>(in_.logits.size(0));
      value = rows.values.sum().mul(share);
      gradient = rows.gradient.mul(share);
    }
    values_.push_back(value.mul(temperature * temperature));
    norms_.push_back(at::linalg_vector_norm(gradient).mul(temperature));
    if (weight != 0.0) {
      gradient_.add_(gradient, weight * temperature);
    }
  }

  const ObjectiveInput& in_;
  Batch batch_;
  at::Tensor zero_;
  std::vector<at::Tensor> values_;
  std::vector<at::Tensor> norms_;
  at::Tensor gradient_;
};

bool isHalf(at::ScalarType type) {
  return type == at::kHalf || type == at::kBFloat16;
}

void requireOneType(const char* what, const at::Tensor& tensor, const at::Tensor& logits) {
  TORCH_CHECK(!tensor.defined() || tensor.scalar_type() == logits.scalar_type(), what,
              " and logits must have one type, not ", tensor.scalar_type(), " and ",
              logits.scalar_type(), ".");
}

}  // namespace

Objective::Objective(const config::ObjectiveConfig& config, Path path)
    : terms_(termsOf(config)), path_(path) {}

Objective::Output Objective::evaluate(const ObjectiveInput& input, std::span<const double> weights,
                                      double temperature) const {
  const at::NoGradGuard no_grad;
  requireContract(terms_, input, weights, temperature);
  if (isHalf(input.logits.scalar_type())) {
    const auto widened = [](const at::Tensor& tensor) {
      return tensor.defined() ? tensor.to(at::kFloat) : tensor;
    };
    const ObjectiveInput wide{.logits = widened(input.logits),
                              .weak = widened(input.weak),
                              .targets = input.targets,
                              .row_weights = widened(input.row_weights)};
    Output output = evaluate(wide, weights, temperature);
    output.gradient = output.gradient.to(input.logits.scalar_type());
    return output;
  }
  requireOneType("Weak labels", input.weak, input.logits);
  requireOneType("Row weights", input.row_weights, input.logits);
  if (path_ == Path::Automatic && input.logits.is_cpu()) {
    return evaluateFused(terms_, input, weights, temperature);
  }
  AtenTerms aten(input);
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    aten.add(terms_[i], weights[i], temperature);
  }
  return aten.take();
}

Measured toHost(const at::Tensor& measured) {
  const at::Tensor host = measured.to(at::kCPU, at::kDouble).contiguous();
  const double* const values = host.const_data_ptr<double>();
  const std::int64_t terms = host.size(1);
  return {.values = {values, values + terms},
          .gradient_norms = {values + terms, values + 2 * terms}};
}

}  // namespace w2s::objective
