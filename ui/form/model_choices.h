// The models one can pick for a role, and what there is to say about one. Free of Qt and LibTorch.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/config/experiment_config.h"

namespace w2s::ui {

enum class ModelRole { Weak, Strong };

[[nodiscard]] const config::ModelConfig& modelOf(const config::ExperimentConfig& config,
                                                 ModelRole role);
[[nodiscard]] config::ModelConfig& modelOf(config::ExperimentConfig& config, ModelRole role);

// Every backbone with every head and tuning that config::validate() accepts for the role, less
// those that teach nothing: features of a network nobody has trained, and the random start of an
// architecture that has a name of its own. Where the present model has the same backbone or head,
// its settings are kept; the present model itself is always there. An encoder file is offered only
// when it is the present one.
[[nodiscard]] std::vector<config::ModelConfig> modelChoices(const config::ExperimentConfig& config,
                                                            ModelRole role);

// Numbers for a card. Memory in bytes, float32.
struct ModelFacts {
  std::int64_t backbone_parameters = 0;
  std::int64_t head_parameters = 0;     // of a tree: most leaves it can have
  std::int64_t trained_parameters = 0;  // that change during training
  std::int64_t features = 0;
  // Weights and running statistics; of a tree: its largest form, 16 bytes a node and class shares.
  std::int64_t weight_bytes = 0;
  // While it is trained, beside the weights: gradients and the optimiser's moments.
  std::int64_t training_bytes = 0;
  bool is_tree = false;
  // In the window's language.
  std::string input;   // "grey images of 28 × 28 pixels in [0, 1]"
  std::string origin;  // where its backbone's weights come from; a sentence
};
// Empty where the model cannot be described: an encoder file without its card, for example; `why`
// then gets the reason.
[[nodiscard]] std::optional<ModelFacts> factsOf(const config::ExperimentConfig& config,
                                                ModelRole role, std::string* why = nullptr);

}  // namespace w2s::ui
