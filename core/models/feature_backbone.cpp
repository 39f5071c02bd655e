// The backbone on features that another program made.
#include <fmt/format.h>

#include "core/models/backbone_maker.h"
#include "core/models/weights_hash.h"

namespace w2s::models {
namespace {

// features = the vectors themselves [B,D], as float32.
class FeatureBackbone final : public Backbone {
 public:
  FeatureBackbone(std::string set, data::Vectors vectors)
      : set_(std::move(set)), vectors_(vectors) {}
  [[nodiscard]] at::Tensor features(const Inputs& inputs, Mode) const override {
    return inputs.values;
  }
  [[nodiscard]] std::int64_t width() const override {
    return vectors_.width;
  }
  [[nodiscard]] std::string_view featureSet() const override {
    return set_;
  }
  [[nodiscard]] std::string fingerprint() const override;

 private:
  std::string set_;
  data::Vectors vectors_;
};

std::string FeatureBackbone::fingerprint() const {
  return weightsHash(
      fmt::format("features-v1 {} {} {}", set_, vectors_.width, static_cast<int>(vectors_.type)),
      {});
}

}  // namespace

MadeBackbone makeFrom(Making<config::FeaturesBackbone>, const config::FeaturesBackbone& config,
                      const BackboneOptions& options) {
  W2S_TRY(const data::Vectors vectors, inputFor<data::Vectors>(config.kKind, options));
  return std::make_unique<FeatureBackbone>(config.set, vectors);
}

}  // namespace w2s::models
