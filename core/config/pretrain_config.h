// The recipe of `w2s pretrain`: SimCLR on images without labels. Defaults are the shipped
// fashion-ssl encoder's.
#pragma once

#include <cstdint>

#include "core/config/field.h"

namespace w2s::config {

// Two random views of each image: zoom and stretch, rotate, flip, change brightness and contrast,
// erase a rectangle.
struct AugmentConfig {
  double min_area = 0.25;
  double max_aspect = 4.0 / 3.0;
  double max_rotation = 0.17;
  double min_gain = 0.5;
  double max_gain = 1.8;
  double min_gamma = 0.6;
  double max_gamma = 1.7;
  double erase_probability = 0.5;
  std::int64_t min_erase = 5;
  std::int64_t max_erase = 13;

  friend bool operator==(const AugmentConfig&, const AugmentConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.min_area,
          Field{.name = "min_area",
                .label = "Smallest area",
                .help = "Smallest share of the image a view shows; the largest is all of it.",
                .min = 0.01,
                .max = 1.0});
    visit(self.max_aspect, Field{.name = "max_aspect",
                                 .label = "Largest stretch",
                                 .help = "Aspect ratios lie between its inverse and it.",
                                 .min = 1.0,
                                 .max = 4.0});
    visit(self.max_rotation, Field{.name = "max_rotation",
                                   .label = "Rotation",
                                   .help = "Largest rotation to either side.",
                                   .unit = "rad",
                                   .min = 0.0,
                                   .max = 3.2});
    visit(self.min_gain, Field{.name = "min_gain",
                               .label = "Smallest gain",
                               .help = "Pixels are multiplied by a gain between both bounds.",
                               .min = 0.01,
                               .max = 1.0});
    visit(self.max_gain, Field{.name = "max_gain",
                               .label = "Largest gain",
                               .help = "Pixels are multiplied by a gain between both bounds.",
                               .min = 1.0,
                               .max = 100.0});
    visit(self.min_gamma, Field{.name = "min_gamma",
                                .label = "Smallest gamma",
                                .help = "Pixels are raised to a power between both bounds.",
                                .min = 0.01,
                                .max = 1.0});
    visit(self.max_gamma, Field{.name = "max_gamma",
                                .label = "Largest gamma",
                                .help = "Pixels are raised to a power between both bounds.",
                                .min = 1.0,
                                .max = 100.0});
    visit(self.erase_probability, Field{.name = "erase_probability",
                                        .label = "Erased views",
                                        .help = "Share of views in which a rectangle is blanked.",
                                        .min = 0.0,
                                        .max = 1.0});
    visit(self.min_erase, Field{.name = "min_erase",
                                .label = "Smallest side erased",
                                .help = "Sides of the blanked rectangle lie between both bounds.",
                                .unit = "px",
                                .min = 1,
                                .max = 28});
    visit(self.max_erase, Field{.name = "max_erase",
                                .label = "Largest side erased",
                                .help = "Sides of the blanked rectangle lie between both bounds.",
                                .unit = "px",
                                .min = 1,
                                .max = 28});
  }
};

struct PretrainConfig {
  std::int64_t schema = 1;
  std::int64_t seed = 0;
  std::int64_t width = 32;
  std::int64_t steps = 3210;
  std::int64_t batch_images = 256;
  std::int64_t warmup_steps = 200;
  double learning_rate = 2e-3;
  double weight_decay = 1e-2;
  double beta1 = 0.9;
  double beta2 = 0.95;
  double temperature = 0.2;
  std::int64_t projector_hidden = 512;
  std::int64_t projector_out = 128;
  std::int64_t threads = 1;
  AugmentConfig augment;

  friend bool operator==(const PretrainConfig&, const PretrainConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.schema, Field{.name = "schema",
                             .label = "Schema",
                             .help = "Version of this file's format.",
                             .min = 1,
                             .max = 1,
                             .affects_result = false});
    visit(self.seed, Field{.name = "seed",
                           .label = "Seed",
                           .help = "Root of every random choice.",
                           .min = 0,
                           .max = 9007199254740991.0});
    visit(self.width, Field{.name = "width",
                            .label = "Width",
                            .help = "Channels of the first block; features = 8 x width.",
                            .unit = "channels",
                            .min = 1,
                            .max = 256});
    visit(self.steps, Field{.name = "steps",
                            .label = "Steps",
                            .help = "Length of the training.",
                            .unit = "steps",
                            .min = 1,
                            .max = 1e8});
    visit(self.batch_images,
          Field{.name = "batch_images",
                .label = "Batch",
                .help =
                    "Images a step, two views each; every other image of the batch is a negative.",
                .unit = "images",
                .min = 2,
                .max = 65536});
    visit(self.warmup_steps,
          Field{.name = "warmup_steps",
                .label = "Warm-up",
                .help = "Steps over which the learning rate rises from 0; a cosine to 0 follows.",
                .unit = "steps",
                .min = 0,
                .max = 1e8});
    visit(self.learning_rate, Field{.name = "learning_rate",
                                    .label = "Learning rate",
                                    .help = "Largest step size.",
                                    .min = 0.0,
                                    .max = 10.0});
    visit(self.weight_decay, Field{.name = "weight_decay",
                                   .label = "Weight decay",
                                   .help = "Decoupled; not on biases, scales and shifts.",
                                   .min = 0.0,
                                   .max = 10.0});
    visit(self.beta1, Field{.name = "beta1",
                            .label = "Adam beta 1",
                            .help = "Decay of the gradient's mean.",
                            .min = 0.0,
                            .max = 0.999});
    visit(self.beta2, Field{.name = "beta2",
                            .label = "Adam beta 2",
                            .help = "Decay of the squared gradient's mean.",
                            .min = 0.0,
                            .max = 0.99999});
    visit(self.temperature, Field{.name = "temperature",
                                  .label = "Temperature",
                                  .help = "Of the contrastive loss.",
                                  .source = "Chen et al. 2020, eq. 1",
                                  .min = 0.01,
                                  .max = 10.0});
    visit(self.projector_hidden,
          Field{.name = "projector_hidden",
                .label = "Projector width",
                .help = "Hidden units between features and the loss; dropped after training.",
                .unit = "units",
                .min = 1,
                .max = 65536});
    visit(self.projector_out, Field{.name = "projector_out",
                                    .label = "Projector output",
                                    .help = "Dimensions in which views are compared.",
                                    .unit = "units",
                                    .min = 1,
                                    .max = 65536});
    visit(self.threads,
          Field{.name = "threads",
                .label = "Threads",
                .help = "CPU threads. Weights are bit-equal for equal thread counts only.",
                .unit = "threads",
                .min = 1,
                .max = 1024});
    visit(self.augment, Field{.name = "augment",
                              .label = "Augmentation",
                              .help = "How the two views of an image are made."});
  }
};

}  // namespace w2s::config
