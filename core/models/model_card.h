// What a model of the zoo is, in numbers and sentences, without making it: for the window and `w2s
// model inspect`. Torch-free.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/config/model_config.h"
#include "core/models/encoder_card.h"

namespace w2s::models {

struct ModelDescription {
  std::string backbone;  // kind: "fashion-ssl"
  std::string label;     // "Fashion-SSL encoder"
  std::string head;      // kind: "linear"
  Sentence input;        // "grey images of 28 × 28 pixels in [0, 1]"
  std::int64_t features = 0;
  std::int64_t backbone_parameters = 0;  // weights, biases, scales and shifts
  std::int64_t head_parameters = 0;      // 0 for a tree
  std::int64_t trained_parameters = 0;   // those that change during training
  std::int64_t weight_bytes = 0;    // of all parameters and running statistics in memory (float32)
  Sentence origin;                  // where the backbone's weights come from
  std::optional<EncoderCard> card;  // of stored encoders
};

// Errors: a stored encoder's card is missing or damaged.
[[nodiscard]] Result<ModelDescription> describeModel(
    const config::ModelConfig& config, std::int64_t classes,
    const data::Modality& input = data::Pictures{});

}  // namespace w2s::models
