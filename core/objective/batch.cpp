#include "core/objective/batch.h"

#include <utility>

#include <ATen/ops/_log_softmax.h>
#include <ATen/ops/exp.h>
#include <ATen/ops/log.h>

namespace w2s::objective {
namespace {

constexpr std::int64_t kClassDimension = 1;

at::Tensor logSoftmax(const at::Tensor& scores) {
  return at::_log_softmax(scores, kClassDimension, /*half_to_float=*/false);
}

}  // namespace

Batch::Batch(at::Tensor logits, at::Tensor weak)
    : logits_(std::move(logits)), weak_(std::move(weak)) {}

Batch Batch::tempered(double temperature) const {
  Batch result(logits_.div(temperature), {});
  if (weak_.defined()) {
    result.log_weak_ = logSoftmax(logW().div(temperature));
    result.weak_ = at::exp(result.log_weak_);
  }
  return result;
}

Batch Batch::withWeak(at::Tensor weak) const {
  Batch result = *this;
  result.weak_ = std::move(weak);
  result.log_weak_ = at::Tensor();
  return result;
}

const at::Tensor& Batch::p() const {
  if (!p_.defined()) {
    p_ = at::exp(logP());
  }
  return p_;
}

const at::Tensor& Batch::logP() const {
  if (!log_p_.defined()) {
    log_p_ = logSoftmax(logits_);
  }
  return log_p_;
}

const at::Tensor& Batch::logW() const {
  if (!log_weak_.defined()) {
    log_weak_ = at::log(weak_);
  }
  return log_weak_;
}

}  // namespace w2s::objective
