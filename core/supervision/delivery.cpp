#include "core/supervision/delivery.h"

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/index_select.h>

#include "core/supervision/weak_labels.h"

namespace w2s::supervision {
namespace {

class StoredSupervision final : public train::Supervision {
 public:
  explicit StoredSupervision(at::Tensor probabilities)
      : probabilities_(std::move(probabilities)),
        batch_(at::empty({0}, probabilities_.options())) {}

  [[nodiscard]] at::Tensor weakProbabilities(const train::Batch& batch) override {
    const at::NoGradGuard no_grad;
    at::index_select_out(batch_, probabilities_, 0, batch.rows);
    return batch_;
  }

 private:
  at::Tensor probabilities_;
  at::Tensor batch_;  // kept, so that a step allocates nothing
};

class LiveSupervision final : public train::Supervision {
 public:
  LiveSupervision(const WeakModel& model, config::LabelKind labels)
      : model_(model), labels_(labels) {}

  [[nodiscard]] train::Needs needs() const override {
    return {.inputs = true};
  }
  [[nodiscard]] at::Tensor weakProbabilities(const train::Batch& batch) override {
    const at::NoGradGuard no_grad;
    const at::Tensor probabilities = model_.probabilities(batch.inputs);
    return labels_ == config::LabelKind::Hard ? hardened(probabilities) : probabilities;
  }

 private:
  const WeakModel& model_;
  config::LabelKind labels_;
};

}  // namespace

std::unique_ptr<train::Supervision> storedSupervision(at::Tensor probabilities) {
  return std::make_unique<StoredSupervision>(std::move(probabilities));
}

std::unique_ptr<train::Supervision> liveSupervision(const WeakModel& model,
                                                    config::LabelKind labels) {
  return std::make_unique<LiveSupervision>(model, labels);
}

}  // namespace w2s::supervision
