// How a model is trained: the optimiser, its learning rate over the steps, batch and length.
#pragma once

#include <array>
#include <cstdint>

#include "core/config/field.h"
#include "core/config/schedule_config.h"

namespace w2s::config {

enum class OptimizerKind { AdamW, Sgd };
template <>
struct EnumNames<OptimizerKind> {
  static constexpr std::array<EnumName<OptimizerKind>, 2> kAll{{
      {OptimizerKind::AdamW, "adamw", "AdamW", "Adam with decoupled weight decay."},
      {OptimizerKind::Sgd, "sgd", "SGD", "Stochastic gradient descent with momentum."},
  }};
};

struct OptimizerConfig {
  OptimizerKind kind = OptimizerKind::AdamW;
  Schedule learning_rate{.base = 3e-3};
  double weight_decay = 1e-3;
  double momentum = 0.9;
  double beta1 = 0.9;
  double beta2 = 0.999;
  double clip_norm = 0.0;
  std::int64_t batch_rows = 128;
  std::int64_t steps = 400;

  friend bool operator==(const OptimizerConfig&, const OptimizerConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.kind,
          Field{.name = "kind", .label = "Optimiser", .help = "How gradients change the weights."});
    visit(self.learning_rate,
          Field{.name = "learning_rate",
                .label = "Learning rate",
                .help = "Step size. Long or fast training fits the weak model's errors too.",
                .min = 0.0,
                .max = 10.0,
                .slider_min = 1e-5,
                .slider_max = 1.0,
                .scale = Scale::Logarithmic,
                .decimals = 6,
                .live = true});
    visit(self.weight_decay, Field{.name = "weight_decay",
                                   .label = "Weight decay",
                                   .help = "Decoupled for AdamW, added to the gradient for SGD.",
                                   .min = 0.0,
                                   .max = 10.0,
                                   .decimals = 5,
                                   .advanced = true});
    visit(self.momentum, Field{.name = "momentum",
                               .label = "Momentum",
                               .help = "SGD only.",
                               .min = 0.0,
                               .max = 0.999,
                               .decimals = 3,
                               .advanced = true});
    visit(self.beta1, Field{.name = "beta1",
                            .label = "Adam beta 1",
                            .help = "Decay of the gradient's mean.",
                            .min = 0.0,
                            .max = 0.999,
                            .decimals = 3,
                            .advanced = true});
    visit(self.beta2, Field{.name = "beta2",
                            .label = "Adam beta 2",
                            .help = "Decay of the squared gradient's mean.",
                            .min = 0.0,
                            .max = 0.99999,
                            .decimals = 5,
                            .advanced = true});
    visit(self.clip_norm, Field{.name = "clip_norm",
                                .label = "Gradient clipping",
                                .help = "Largest norm of the whole gradient; 0 = off.",
                                .min = 0.0,
                                .max = 1e6,
                                .advanced = true});
    visit(self.batch_rows, Field{.name = "batch_rows",
                                 .label = "Batch",
                                 .help = "Rows a step.",
                                 .unit = "rows",
                                 .min = 1,
                                 .max = 65536,
                                 .slider_min = 8,
                                 .slider_max = 512,
                                 .scale = Scale::Logarithmic});
    visit(self.steps, Field{.name = "steps",
                            .label = "Steps",
                            .help = "Length of the training; can be extended after the finish.",
                            .unit = "steps",
                            .min = 1,
                            .max = 1e8,
                            .slider_min = 50,
                            .slider_max = 10000,
                            .scale = Scale::Logarithmic,
                            .live = true});
  }
};

}  // namespace w2s::config
