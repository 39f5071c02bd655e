#include "core/objective/fused_cpu.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <c10/util/Exception.h>

#include "core/objective/kinds.h"

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
        size_(static_cast<std::size_t>(scores.rows * scores.classes)),
        values_(std::make_unique_for_overwrite<T[]>(2 * size_)) {
    const T inverse = static_cast<T>(1.0 / temperature);
    for (std::int64_t i = 0; i < scores.rows; ++i) {
      T* const p = values_.get() + i * classes_;
      fillRow(scores.data + i * classes_, inverse, p, p + size_);
    }
  }

  [[nodiscard]] const T* p(std::int64_t i = 0) const {
    return values_.get() + i * classes_;
  }
  [[nodiscard]] const T* logP(std::int64_t i = 0) const {
    return p(i) + size_;
  }

 private:
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
  std::size_t size_;
  std::unique_ptr<T[]> values_;  // all p, then all log p
};

// The weak labels a divergence compares: changed first if it wants that, then tempered.
template <class T>
class WeakRows {
 public:
  template <class Kind>
  WeakRows(const Kind& kind, const Matrix<T>& weak, double temperature) : weak_(weak) {
    using Traits = TermTraits<Kind>;
    const bool tempers = temperature != 1.0;
    if (!tempers && !Traits::kLogWeak) {
      return;
    }
    const auto size = static_cast<std::size_t>(weak.rows * weak.classes);
    log_.resize(size);
    for (std::size_t n = 0; n < size; ++n) {
      if constexpr (Traits::kChangesWeak) {
        log_[n] = std::log(comparedWeak(kind, weak.data[n], weak.classes));
      } else {
        log_[n] = std::log(weak.data[n]);
      }
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

struct Measure {
  double value = 0.0;
  double gradient_norm = 0.0;
};

template <class T>
struct FusedInput {
  Matrix<T> logits;
  const T* weak = nullptr;  // null where the input lacks it
  const std::int64_t* targets = nullptr;
  const T* row_weights = nullptr;
};

template <class T>
class FusedTerms {
 public:
  FusedTerms(const FusedInput<T>& input, T* gradient)
      : in_(input),
        student_(input.logits, 1.0),
        gradient_(gradient),
        unweighted_(static_cast<std::size_t>(input.logits.classes)) {}

  [[nodiscard]] Measure evaluate(const AnyKind& kind, double weight, double temperature) {
    return std::visit([&](const auto& chosen) { return term(chosen, weight, temperature); }, kind);
  }

 private:
  [[nodiscard]] Measure term(const config::NoConfidence&, double, double) {
    return {};
  }

  // A confidence kind: cross-entropy against the classes that the rows are hardened into.
  template <class Kind>
  requires requires(const Kind& kind, const BatchRows<T>& batch) {
    hardenRows(kind, batch);
  }
  [[nodiscard]] Measure term(const Kind& kind, double weight, double) {
    if (in_.weak == nullptr) {
      return {};
    }
    const std::vector<std::int64_t> classes = hardened(kind);
    return meanOverRows<false>(weight, 1.0, [&](std::int64_t i, RowGradient<T>& gradient) {
      return classCeRow(rowOf(student_, i), classes[static_cast<std::size_t>(i)], gradient);
    });
  }

  template <class Kind>
  [[nodiscard]] Measure term(const Kind& kind, double weight, double temperature) {
    using Traits = TermTraits<Kind>;
    if ((Traits::kWeak && in_.weak == nullptr) || (Traits::kTarget && in_.targets == nullptr)) {
      return {};
    }
    const double used = Traits::kTempered ? temperature : 1.0;
    std::optional<SoftmaxRows<T>> tempered;
    if (used != 1.0) {
      tempered.emplace(in_.logits, used);
    }
    const SoftmaxRows<T>& student = tempered ? *tempered : student_;
    if constexpr (Traits::kWeak) {
      const WeakRows<T> weak(kind, {in_.logits.rows, in_.logits.classes, in_.weak}, used);
      return meanOverRows<false>(weight, used, [&](std::int64_t i, RowGradient<T>& gradient) {
        Row<T> row = rowOf(student, i);
        row.w = weak.w(i);
        row.log_w = weak.logW(i);
        return evaluateRow(kind, row, gradient);
      });
    } else {
      return meanOverRows<Traits::kTarget>(weight, used,
                                           [&](std::int64_t i, RowGradient<T>& gradient) {
                                             Row<T> row = rowOf(student, i);
                                             row.target = Traits::kTarget ? targetOf(i) : -1;
                                             return evaluateRow(kind, row, gradient);
                                           });
    }
  }

  [[nodiscard]] std::int64_t targetOf(std::int64_t i) const {
    const std::int64_t target = in_.targets[i];
    TORCH_CHECK(target >= -1 && target < in_.logits.classes, "Target ", target, " of row ", i,
                " is not a class of ", in_.logits.classes, ".");
    return target;
  }
  [[nodiscard]] Row<T> rowOf(const SoftmaxRows<T>& student, std::int64_t i) const {
    return {.classes = in_.logits.classes, .p = student.p(i), .log_p = student.logP(i)};
  }

  // Share of a row in the sum of the mean; 0: left out.
  template <bool kTarget>
  [[nodiscard]] double rowWeight(std::int64_t i) const {
    if (kTarget && in_.targets[i] == -1) {
      return 0.0;
    }
    return in_.row_weights == nullptr ? 1.0 : static_cast<double>(in_.row_weights[i]);
  }

  // The mean of evaluate(row, gradient) over the rows, times T^2; adds weight times its gradient.
  template <bool kTarget, class Evaluate>
  [[nodiscard]] Measure meanOverRows(double weight, double temperature, Evaluate&& evaluate) {
    double rows = static_cast<double>(in_.logits.rows);
    if (kTarget || in_.row_weights != nullptr) {
      rows = 0.0;
      for (std::int64_t i = 0; i < in_.logits.rows; ++i) {
        rows += rowWeight<kTarget>(i);
      }
    }
    if (rows == 0.0) {
      return {};
    }
    const double scale = weight * temperature / rows;
    double sum = 0.0;
    double squares = 0.0;
    for (std::int64_t i = 0; i < in_.logits.rows; ++i) {
      const double row_weight = rowWeight<kTarget>(i);
      if (row_weight == 0.0) {
        continue;
      }
      // At weight 0 the gradient is for the norm alone: an infinite one must not reach the sum as 0
      // * inf.
      RowGradient<T> gradient(
          static_cast<T>(scale * row_weight),
          weight == 0.0 ? unweighted_.data() : gradient_ + i * in_.logits.classes);
      sum += row_weight * static_cast<double>(evaluate(i, gradient));
      squares += row_weight * row_weight * static_cast<double>(gradient.square());
    }
    return {.value = temperature * temperature * sum / rows,
            .gradient_norm = temperature * std::sqrt(squares) / rows};
  }

  // The rows that count, hardened together; the others get class 0, which nothing reads.
  template <class Kind>
  [[nodiscard]] std::vector<std::int64_t> hardened(const Kind& kind) const {
    const std::int64_t classes = in_.logits.classes;
    if (in_.row_weights == nullptr) {
      return hardenRows(
          kind, BatchRows<T>{in_.logits.rows, classes, student_.p(), student_.logP(), in_.weak});
    }
    std::vector<std::int64_t> rows;
    std::vector<T> p;
    std::vector<T> log_p;
    std::vector<T> w;
    for (std::int64_t i = 0; i < in_.logits.rows; ++i) {
      if (in_.row_weights[i] != 0) {
        rows.push_back(i);
        p.insert(p.end(), student_.p(i), student_.p(i) + classes);
        log_p.insert(log_p.end(), student_.logP(i), student_.logP(i) + classes);
        w.insert(w.end(), in_.weak + i * classes, in_.weak + (i + 1) * classes);
      }
    }
    std::vector<std::int64_t> all(static_cast<std::size_t>(in_.logits.rows));
    if (rows.empty()) {
      return all;
    }
    const auto chosen =
        hardenRows(kind, BatchRows<T>{std::ssize(rows), classes, p.data(), log_p.data(), w.data()});
    for (std::size_t n = 0; n < rows.size(); ++n) {
      all[static_cast<std::size_t>(rows[n])] = chosen[n];
    }
    return all;
  }

  FusedInput<T> in_;
  SoftmaxRows<T> student_;
  T* gradient_;
  std::vector<T> unweighted_;  // takes the gradients of terms without weight
};

template <class T>
Objective::Output evaluateAs(std::span<const Term> terms, const ObjectiveInput& input,
                             std::span<const double> weights, double temperature) {
  const auto contiguous = [](const at::Tensor& tensor) {
    return tensor.defined() ? tensor.contiguous() : tensor;
  };
  const ObjectiveInput in{.logits = contiguous(input.logits),
                          .weak = contiguous(input.weak),
                          .targets = contiguous(input.targets),
                          .row_weights = contiguous(input.row_weights)};
  const auto count = static_cast<std::int64_t>(terms.size());
  Objective::Output output{
      .measured = at::empty({2, count}, in.logits.options().dtype(at::kDouble)),
      .gradient = at::empty_like(in.logits, at::MemoryFormat::Contiguous)};
  std::fill_n(output.gradient.template mutable_data_ptr<T>(), in.logits.numel(), T{0});
  const auto data = [](const at::Tensor& tensor) {
    return tensor.defined() ? tensor.const_data_ptr<T>() : nullptr;
  };
  FusedTerms<T> fused(
      {.logits = {in.logits.size(0), in.logits.size(1), data(in.logits)},
       .weak = data(in.weak),
       .targets = in.targets.defined() ? in.targets.const_data_ptr<std::int64_t>() : nullptr,
       .row_weights = data(in.row_weights)},
      output.gradient.template mutable_data_ptr<T>());
  double* const measured = output.measured.template mutable_data_ptr<double>();
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Measure of_term = fused.evaluate(terms[i].kind, weights[i], temperature);
    measured[i] = of_term.value;
    measured[terms.size() + i] = of_term.gradient_norm;
  }
  return output;
}

}  // namespace

Objective::Output evaluateFused(std::span<const Term> terms, const ObjectiveInput& input,
                                std::span<const double> weights, double temperature) {
  if (input.logits.scalar_type() == at::kDouble) {
    return evaluateAs<double>(terms, input, weights, temperature);
  }
  TORCH_CHECK(input.logits.scalar_type() == at::kFloat,
              "The objective computes in float or double, not ", input.logits.scalar_type(), ".");
  return evaluateAs<float>(terms, input, weights, temperature);
}

}  // namespace w2s::objective
