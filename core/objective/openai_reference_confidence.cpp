#include "core/objective/openai_reference_confidence.h"

#include <c10/util/Exception.h>

#include "core/objective/threshold_confidence.h"

namespace w2s::objective {

at::Tensor harden(const config::OpenaiReferenceConfidence&, const Batch& batch) {
  TORCH_CHECK(batch.classes() == 2, "The confidence term openai_reference needs two classes, not ",
              batch.classes(), ".");
  return hardenByQuantile(batch);
}

}  // namespace w2s::objective
