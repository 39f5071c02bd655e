#include "core/models/inputs.h"

namespace w2s::models {

Inputs inputsOf(const at::Tensor& stored) {
  return {.values =
              stored.scalar_type() == at::kByte ? stored.to(at::kFloat).mul_(1.0 / 255.0) : stored};
}

}  // namespace w2s::models
