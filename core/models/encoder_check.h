// Whether the weights of a stored encoder are what its card says. Torch-free header.
#pragma once

#include "core/base/result.h"
#include "core/config/model_config.h"

namespace w2s::models {

// Reads the weights of the shipped encoder or of an encoder file, as a run would; other backbones
// have none. Errors: as readEncoder (encoder_file.h).
[[nodiscard]] Status checkStoredWeights(const config::Backbone& backbone);

}  // namespace w2s::models
