// Backbones: rows -> features. And the zoo: the backbone that a configuration names.
//
//     features     numbers that another program made              features = the data's
//     coordinates  a point's two coordinates                     features = 2
//     fourier      cosines of random directions, of a point      features = width
//     pixels       average-pooled pixels, nothing learned         features = size^2
//     mlp          ReLU layers on pooled pixels, random weights   features = width
//     convnet      encoder.h, random weights                      features = 8 width
//     fashion-ssl  encoder.h, the shipped self-supervised weights (random ones with Tuning::Scratch)
//     file         encoder.h, weights that `w2s pretrain` wrote (random ones with Tuning::Scratch)
//
// Stored weights are read once, when the backbone is made. Equal configuration and seed give equal
// weights.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/base/seed.h"
#include "core/config/model_config.h"
#include "core/data/dataset.h"
#include "core/models/inputs.h"
#include "core/weights/named_tensors.h"

namespace w2s::models {

enum class Mode {
  Inference,  // no graph; running statistics; changes nothing, so any threads may call at once
  Training,   // gradients flow to parameters(); batch statistics; running statistics move
};

class Backbone {
 public:
  virtual ~Backbone() = default;

  // Inputs of the backbone's modality, on its device -> [B,D] float32. In Inference mode B may be a whole
  // split: it is computed in pieces, and the result does not depend on B beyond rounding.
  [[nodiscard]] virtual at::Tensor features(const Inputs& inputs, Mode mode) const = 0;
  [[nodiscard]] virtual std::int64_t width() const = 0;  // D

  // Which feature set of the data set its inputs are; empty: the row itself.
  [[nodiscard]] virtual std::string_view featureSet() const {
    return {};
  }

  // What training changes: shared tensors, not copies. Both empty for a frozen backbone and for
  // one without weights to train.
  [[nodiscard]] virtual NamedTensors parameters() const {
    return {};
  }
  [[nodiscard]] virtual NamedTensors buffers() const {
    return {};
  }

  // Hash of architecture, preprocessing and present weights: equal fingerprints, equal features.
  [[nodiscard]] virtual std::string fingerprint() const = 0;
};

struct BackboneOptions {
  data::Modality input = data::Pictures{};  // of the feature set that it reads
  Seed seed{0};                             // of random initial weights
  config::Tuning tuning = config::Tuning::HeadOnly;
  at::Device device = at::kCPU;
};

// With Tuning::HeadOnly the backbone is frozen: no parameters, Mode::Training is the same as
// Inference, and batch normalisation is folded into the convolutions. Errors: rows of another kind;
// stored weights that are missing, damaged or for other images; a thumbnail larger than the image.
[[nodiscard]] Result<std::unique_ptr<Backbone>> makeBackbone(const config::Backbone& config,
                                                             const BackboneOptions& options);

}  // namespace w2s::models
