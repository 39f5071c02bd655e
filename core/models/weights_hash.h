// Fingerprint of a model: what it computes and with which numbers.
#pragma once

#include <string>
#include <string_view>

#include "core/weights/named_tensors.h"

namespace w2s::models {

// Hash of the description and of every tensor's name, type, shape and values, whatever their layout
// or device.
[[nodiscard]] std::string weightsHash(std::string_view description, const NamedTensors& tensors);

}  // namespace w2s::models
