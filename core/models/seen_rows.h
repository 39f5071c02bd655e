// Which of a run's rows a backbone may have met in its pre-training, without their labels. Torch-free.
#pragma once

#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/config/model_config.h"
#include "core/data/splits.h"

namespace w2s::models {

struct SeenRows {
  std::vector<std::string> splits;  // names of the splits that may hold such rows
  Sentence said;                    // for people; empty where the backbone has no stored weights
};

// `w2s pretrain` takes the training rows of the published file less its last twelfth, which are its
// validation rows (data/splits.h): there weak and transfer rows were seen, validation and test rows
// were not. Of another file, which may hold the same images in another order, nothing is known, so
// any row may have been seen.
[[nodiscard]] SeenRows seenRows(const config::Backbone& backbone, const data::Splits& splits);

}  // namespace w2s::models
