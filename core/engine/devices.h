// Which devices there are, and which one a configuration means. Engine-internal.
#pragma once

#include <string>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/config/experiment_config.h"

namespace w2s::engine {

// "auto": the GPU where a backbone runs in each training step and a GPU answers; otherwise the CPU,
// which is faster for heads on cached features. Errors: a device that is not there (says why), a
// name that is no device.
[[nodiscard]] Result<at::Device> resolveDevice(const config::ExperimentConfig& config);

// Threads for stages where nobody says how many: one a core, and one alone beside a GPU.
[[nodiscard]] int defaultWorkers();

}  // namespace w2s::engine
