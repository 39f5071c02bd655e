// safetensors: weights, checkpoints, stored features.
#include "core/weights/safetensors.h"
#include "tests/fuzz/targets.h"

namespace w2s::fuzz {
namespace {

bool readTensors(std::string_view input) {
  const auto file = parseSafetensors(input, "weights.safetensors");
  if (!file) {
    return false;
  }
  const auto bytes = formatSafetensors(file->tensors, file->metadata);
  promise(bytes.has_value(), "tensors that were read cannot be written");
  const auto again = parseSafetensors(*bytes, "again");
  promise(
      again && again->tensors.size() == file->tensors.size() && again->metadata == file->metadata,
      "tensors change when they are written");
  return true;
}

}  // namespace

std::vector<Target> tensorTargets() {
  return {{"safetensors",
           {"{", "}", "[", "]", ",", ":", "\"", "\"dtype\":", "\"F32\"", "\"BOOL\"", "\"shape\":",
            "\"data_offsets\":", "[0,8]", "\"__metadata__\":", "null", std::string(8, '\0')},
           readTensors}};
}

}  // namespace w2s::fuzz
