// Encoders on disk: weights as float16 safetensors, and a card as JSON beside them
// (encoder_card.h).
#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/models/encoder.h"
#include "core/models/encoder_card.h"

namespace w2s::models {

struct StoredEncoder {
  Encoder encoder;
  EncoderCard card;
};

// Errors: a file is missing or damaged, is of another architecture, or the card's hash is not that
// of the weights.
[[nodiscard]] Result<StoredEncoder> readEncoder(const std::filesystem::path& path);

// float16: half the size, and a feature changes by less than the test rows can tell. The card is
// written separately.
[[nodiscard]] Status writeEncoder(const std::filesystem::path& path, const Encoder& encoder);

}  // namespace w2s::models
