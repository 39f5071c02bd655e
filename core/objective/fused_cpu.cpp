#include "core/objective/fused_cpu.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

#include <ATen/ops/zeros.h>
#include <ATen/ops/zeros_like.h>
#include <c10/util/Exception.h>

#include "core/objective/class_ce.h"
#include "core/objective/divergence.h"
#include "core/objective/entropy.h"
#include "core/objective/openai_reference_confidence.h"
#include "core/objective/term.h"
#include "core/objective/threshold_confidence.h"

namespace w2s::objective {
namespace {

template <class T>
struct Matrix {
  std::int64_t rows = 0;
  std::int64_t classes = 0;
  const T* data = nullptr;  // row-major
};

// Probabilities and log-probabilities of scores / T, row by row.
template <class T>
class SoftmaxRows {
 public:
  SoftmaxRows(const Matrix<T>& scores, double temperature)
      : classes_(scores.classes),
        p_(static_cast<std::size_t>(scores.rows * scores.classes)),
        log_p_(p_.size()) {
    const T inverse = static_cast<T>(1.0 / temperature);
    for (std::int64_t i = 0; i < scores.rows; ++i) {
      fillRow(scores.data + i * classes_, inverse, &p_[offset(i)], &log_p_[offset(i)]);
    }
  }

  [[nodiscard]] const T* p(std::int64_t i = 0) const {
    return &p_[offset(i)];
  }
  [[nodiscard]] const T* logP(std::int64_t i = 0) const {
    return &log_p_[offset(i)];
  }

 private:
  [[nodiscard]] std::size_t offset(std::int64_t i) const {
    return static_cast<std::size_t>(i * classes_);
  }

  void fillRow(const T* scores, T inverse, T* p, T* log_p) const {
    const T largest = scores[firstLargest(scores, classes_)];
    T sum = 0;
    for (std::int64_t c = 0; c < classes_; ++c) {
      log_p[c] = (scores[c] - largest) * inverse;
      p[c] = std::exp(log_p[c]);
      sum += p[c];
    }
    const T log_sum = std::log(sum);
    const T scale = 1 / sum;
    for (std::int64_t c = 0; c < classes_; ++c) {
      log_p[c] -= log_sum;
      p[c] *= scale;
    }
  }

  std::int64_t classes_;
  std::vector<T> p_;
  std::vector<T> log_p_;
};

// The weak labels a divergence compares: changed first if it wants that, then tempered.
template <class T>
class WeakRows {
 public:
  template <class Kind>
  WeakRows(const Kind& kind, const Matrix<T>& weak, double temperature) : weak_(weak) {
    constexpr bool changes_weak = std::is_same_v<Kind, config::ReverseKl>;
    const bool tempers = temperature != 1.0;
    if (!tempers && !changes_weak && !kReadsLogWeak<Kind>) {
      return;
    }
    const auto size = static_cast<std::size_t>(weak.rows * weak.classes);
    log_.resize(size);
    for (std::size_t n = 0; n < size; ++n) {
      const T value = comparedWeak(kind, weak.data[n], weak.classes);
      log_[n] = std::log(value);
    }
    if (tempers) {
      tempered_.emplace(Matrix<T>{weak.rows, weak.classes, log_.data()}, temperature);
    }
  }

  [[nodiscard]] const T* w(std::int64_t i) const {
    return tempered_ ? tempered_->p(i) : weak_.data + i * weak_.classes;
  }
  [[nodiscard]] const T* logW(std::int64_t i) const {
    if (tempered_) {
      return tempered_->logP(i);
    }
    return log_.empty() ? nullptr : log_.data() + i * weak_.classes;
  }

 private:
  Matrix<T> weak_;
  std::vector<T> log_;
  std::optional<SoftmaxRows<T>> tempered_;
};

template <class T>
class FusedTerms {
 public:
  FusedTerms(const Matrix<T>& logits, const Matrix<T>& weak, T* gradient)
      : logits_(logits), weak_(weak), student_(logits, 1.0), gradient_(gradient) {}

  [[nodiscard]] double kd(const config::Divergence& divergence, double weight, double temperature) {
    const double used = usedTemperature(divergence, temperature);
    std::optional<SoftmaxRows<T>> tempered;
    if (used != 1.0) {
      tempered.emplace(logits_, used);
    }
    const SoftmaxRows<T>& student = tempered ? *tempered : student_;
    const T scale = perRow(weight * used);
    const double sum = std::visit(
        [&](const auto& kind) {
          const WeakRows<T> weak(kind, weak_, used);
          return sumOverRows([&](std::int64_t i, T* gradient) {
            Row<T> row = rowOf(student, i);
            row.w = weak.w(i);
            row.log_w = weak.logW(i);
            return evaluateRow(kind, row, scale, gradient);
          });
        },
        divergence);
    return used * used * sum / static_cast<double>(logits_.rows);
  }

  [[nodiscard]] double confidence(const config::Confidence& confidence, double weight) {
    return std::visit(
        [&]<class Kind>(const Kind& kind) {
          if constexpr (std::is_same_v<Kind, config::NoConfidence>) {
            return 0.0;
          } else {
            return hardened(harden(kind), weight);
          }
        },
        confidence);
  }

  [[nodiscard]] double groundTruth(const std::int64_t* targets, double weight) {
    const std::int64_t allowed =
        logits_.rows - std::count(targets, targets + logits_.rows, std::int64_t{-1});
    if (allowed == 0) {
      return 0.0;
    }
    const T scale = static_cast<T>(weight / static_cast<double>(allowed));
    const double sum = sumOverRows([&](std::int64_t i, T* gradient) {
      TORCH_CHECK(targets[i] >= -1 && targets[i] < logits_.classes, "Target ", targets[i],
                  " of row ", i, " is not a class of ", logits_.classes, ".");
      return targets[i] < 0 ? T{0} : classCeRow(rowOf(student_, i), targets[i], scale, gradient);
    });
    return sum / static_cast<double>(allowed);
  }

  [[nodiscard]] double entropy(double weight) {
    const T scale = perRow(weight);
    const double sum = sumOverRows([&](std::int64_t i, T* gradient) {
      return entropyRow(rowOf(student_, i), scale, gradient);
    });
    return sum / static_cast<double>(logits_.rows);
  }

 private:
  [[nodiscard]] T perRow(double weight) const {
    return static_cast<T>(weight / static_cast<double>(logits_.rows));
  }
  [[nodiscard]] Row<T> rowOf(const SoftmaxRows<T>& student, std::int64_t i) const {
    return {.classes = logits_.classes, .p = student.p(i), .log_p = student.logP(i)};
  }

  template <class Evaluate>
  [[nodiscard]] double sumOverRows(Evaluate&& evaluate) const {
    double sum = 0.0;
    for (std::int64_t i = 0; i < logits_.rows; ++i) {
      sum += static_cast<double>(evaluate(i, gradient_ + i * logits_.classes));
    }
    return sum;
  }

  // Cross-entropy against the classes that the rows were hardened into.
  [[nodiscard]] double hardened(const std::vector<std::int64_t>& classes, double weight) const {
    const T scale = perRow(weight);
    const double sum = sumOverRows([&](std::int64_t i, T* gradient) {
      return classCeRow(rowOf(student_, i), classes[static_cast<std::size_t>(i)], scale, gradient);
    });
    return sum / static_cast<double>(logits_.rows);
  }

  // One overload a kind: the class a row is hardened into. A kind without one does not compile.
  [[nodiscard]] std::vector<std::int64_t> harden(const config::ArgmaxConfidence&) const {
    std::vector<std::int64_t> hardened(static_cast<std::size_t>(logits_.rows));
    for (std::int64_t i = 0; i < logits_.rows; ++i) {
      hardened[static_cast<std::size_t>(i)] = firstLargest(student_.p(i), logits_.classes);
    }
    return hardened;
  }
  [[nodiscard]] std::vector<std::int64_t> harden(const config::ThresholdConfidence&) const {
    return hardenToPrior(student_.p(), student_.logP(), weak_.data, logits_.rows, logits_.classes);
  }
  [[nodiscard]] std::vector<std::int64_t> harden(const config::OpenaiReferenceConfidence&) const {
    TORCH_CHECK(logits_.classes == 2,
                "The confidence term openai_reference needs two classes, not ", logits_.classes,
                ".");
    return hardenByQuantile(student_.p(), weak_.data, logits_.rows);
  }

  Matrix<T> logits_;
  Matrix<T> weak_;
  SoftmaxRows<T> student_;
  T* gradient_;
};

template <class T>
Objective::Output evaluateAs(const config::ObjectiveConfig& config, const at::Tensor& logits,
                             const at::Tensor& weak, const at::Tensor& targets,
                             const TermWeights& weights, double temperature) {
  Objective::Output output{.values = at::zeros({kTermCount}, logits.options().dtype(at::kDouble)),
                           .gradient = at::zeros_like(logits)};
  double* values = output.values.template mutable_data_ptr<double>();
  const auto matrix = [&](const at::Tensor& tensor) {
    return Matrix<T>{logits.size(0), logits.size(1),
                     tensor.defined() ? tensor.const_data_ptr<T>() : nullptr};
  };
  FusedTerms<T> terms(matrix(logits), matrix(weak), output.gradient.template mutable_data_ptr<T>());
  if (weak.defined()) {
    values[static_cast<std::size_t>(Term::Kd)] =
        terms.kd(config.divergence, weights.kd, temperature);
    values[static_cast<std::size_t>(Term::Confidence)] =
        terms.confidence(config.confidence, weights.confidence);
  }
  if (targets.defined()) {
    values[static_cast<std::size_t>(Term::GroundTruth)] =
        terms.groundTruth(targets.const_data_ptr<std::int64_t>(), weights.ground_truth);
  }
  values[static_cast<std::size_t>(Term::Entropy)] = terms.entropy(weights.entropy);
  return output;
}

}  // namespace

Objective::Output evaluateFused(const config::ObjectiveConfig& config, const at::Tensor& logits,
                                const at::Tensor& weak, const at::Tensor& targets,
                                const TermWeights& weights, double temperature) {
  const auto contiguous = [](const at::Tensor& tensor) {
    return tensor.defined() ? tensor.contiguous() : tensor;
  };
  if (logits.scalar_type() == at::kDouble) {
    return evaluateAs<double>(config, contiguous(logits), contiguous(weak), contiguous(targets),
                              weights, temperature);
  }
  TORCH_CHECK(logits.scalar_type() == at::kFloat, "The objective computes in float or double, not ",
              logits.scalar_type(), ".");
  return evaluateAs<float>(config, contiguous(logits), contiguous(weak), contiguous(targets),
                           weights, temperature);
}

}  // namespace w2s::objective
