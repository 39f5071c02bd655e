#include <array>
#include <cstring>
#include <mutex>
#include <vector>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/log_softmax.h>

#include "core/base/seed.h"
#include "core/train/row_scores.h"

namespace w2s::train {
namespace {

constexpr std::int64_t kMostKernelClasses = 15;
constexpr std::int64_t kProbeRows = 512;

// Rows of small and large scores: another order of adding shows in the last bit of many of them.
at::Tensor probeLogits(std::int64_t classes) {
  at::Tensor logits = at::empty({kProbeRows, classes}, at::kFloat);
  SplitMix64 random(Seed(0).child("score order"));
  auto* const data = logits.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < logits.numel(); ++i) {
    const auto scale = static_cast<double>(1 + i / classes % 8);
    data[i] = static_cast<float>(scale * random.normal());
  }
  return logits;
}

bool givesTheSame(ScoreOrder order, const at::Tensor& logits, const at::Tensor& log_p) {
  const std::int64_t classes = logits.size(1);
  std::vector<std::int64_t> labels(kProbeRows);
  std::vector<std::int64_t> best(kProbeRows);
  std::vector<float> best_log_p(kProbeRows);
  std::vector<float> label_log_p(kProbeRows);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i] = static_cast<std::int64_t>(i) % classes;
  }
  if (!scoreRows({logits.const_data_ptr<float>(), kProbeRows, classes}, order, labels.data(),
                 {best.data(), best_log_p.data(), label_log_p.data()})) {
    return false;
  }
  const auto* const expected = log_p.const_data_ptr<float>();
  const auto is_same = [&](std::size_t row, std::int64_t of_class, float value) {
    const float wanted = expected[static_cast<std::int64_t>(row) * classes + of_class];
    return std::memcmp(&wanted, &value, sizeof value) == 0;
  };
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!is_same(i, best[i], best_log_p[i]) || !is_same(i, labels[i], label_log_p[i])) {
      return false;
    }
  }
  return true;
}

std::optional<ScoreOrder> findOrder(std::int64_t classes) {
  const at::NoGradGuard no_grad;
  const at::Tensor logits = probeLogits(classes);
  const at::Tensor log_p = at::log_softmax(logits, 1).contiguous();
  for (const ScoreOrder order : {ScoreOrder::InTurn, ScoreOrder::EightLanes}) {
    if (givesTheSame(order, logits, log_p)) {
      return order;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ScoreOrder> scoreOrderOf(std::int64_t classes) {
  struct Known {
    std::once_flag once;
    std::optional<ScoreOrder> order;
  };
  static std::array<Known, kMostKernelClasses + 1> all_known;
  if (classes < 2 || classes > kMostKernelClasses) {
    return std::nullopt;
  }
  Known& known = all_known[static_cast<std::size_t>(classes)];
  std::call_once(known.once, [&] { known.order = findOrder(classes); });
  return known.order;
}

}  // namespace w2s::train
