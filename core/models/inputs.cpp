#include "core/models/inputs.h"

namespace w2s::models {

Inputs inputsOf(const at::Tensor& stored) {
  at::Tensor values = stored.to(at::kFloat);  // floats as they are
  return {.values = stored.scalar_type() == at::kByte ? values.mul_(1.0 / 255.0) : values};
}

}  // namespace w2s::models
