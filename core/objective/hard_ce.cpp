#include "core/objective/hard_ce.h"

namespace w2s::objective {

TermResult evaluate(const config::HardCe&, const Batch& batch, Need need) {
  return classCe(batch, batch.w().argmax(1), need);
}

}  // namespace w2s::objective
