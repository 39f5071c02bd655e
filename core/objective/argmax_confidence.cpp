#include "core/objective/argmax_confidence.h"

namespace w2s::objective {

at::Tensor harden(const config::ArgmaxConfidence&, const Batch& batch) {
  return batch.p().argmax(1);
}

}  // namespace w2s::objective
