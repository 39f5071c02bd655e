#include "core/supervision/weak_labels.h"

#include <fmt/format.h>

#include <ATen/ops/argmax.h>
#include <ATen/ops/one_hot.h>

#include "core/weights/safetensors.h"

namespace w2s::supervision {

Status saveWeakLabels(const std::filesystem::path& path, const WeakLabels& labels) {
  return writeSafetensors(
      path,
      {{"transfer", labels.transfer}, {"validation", labels.validation}, {"test", labels.test}});
}

Result<WeakLabels> loadWeakLabels(const std::filesystem::path& path) {
  W2S_TRY(const SafetensorsFile file, readSafetensors(path));
  WeakLabels labels;
  for (auto& [name, target] : {std::pair<const char*, at::Tensor*>{"transfer", &labels.transfer},
                               {"validation", &labels.validation},
                               {"test", &labels.test}}) {
    const at::Tensor* tensor = findTensor(file.tensors, name);
    if (tensor == nullptr || tensor->dim() != 2 || tensor->scalar_type() != at::kFloat) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} holds no float32 matrix named {}.", path.string(), name));
    }
    *target = *tensor;
  }
  return labels;
}

at::Tensor hardened(const at::Tensor& probabilities) {
  return at::one_hot(at::argmax(probabilities, 1), probabilities.size(1))
      .to(probabilities.scalar_type());
}

}  // namespace w2s::supervision
