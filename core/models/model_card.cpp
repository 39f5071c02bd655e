#include "core/models/model_card.h"

#include <utility>
#include <variant>

namespace w2s::models {
namespace {

// What a backbone adds to the description.
struct BackboneNumbers {
  std::int64_t features = 0;
  std::int64_t parameters = 0;
  std::int64_t statistics = 0;  // running means and variances
  Sentence origin;
  std::optional<EncoderCard> card = {};
};

Sentence randomWeights() {
  return sentence("Random weights from the run's seed.");
}

BackboneNumbers encoderNumbers(std::int64_t width, Sentence origin) {
  BackboneNumbers numbers{.features = 8 * width, .origin = std::move(origin)};
  std::int64_t in = 1;
  for (std::int64_t out = width; out <= 8 * width; out *= 2) {
    numbers.parameters += 9 * in * out + 2 * out;
    numbers.statistics += 2 * out;
    in = out;
  }
  return numbers;
}

struct Describe {
  config::Tuning tuning;

  Result<BackboneNumbers> operator()(const config::PixelsBackbone& config) const {
    return BackboneNumbers{.features = config.size * config.size,
                           .origin = sentence("The pixels themselves: nothing is learned.")};
  }
  Result<BackboneNumbers> operator()(const config::MlpBackbone& config) const {
    const std::int64_t first = (config.size * config.size + 1) * config.width;
    const std::int64_t others = (config.layers - 1) * (config.width + 1) * config.width;
    return BackboneNumbers{
        .features = config.width, .parameters = first + others, .origin = randomWeights()};
  }
  Result<BackboneNumbers> operator()(const config::ConvnetBackbone& config) const {
    return encoderNumbers(config.width, randomWeights());
  }
  Result<BackboneNumbers> operator()(const config::FashionSslBackbone&) const {
    W2S_TRY(const std::filesystem::path path, shippedEncoderPath());
    return stored(path);
  }
  Result<BackboneNumbers> operator()(const config::FileBackbone& config) const {
    return stored(config.path);
  }

  [[nodiscard]] Result<BackboneNumbers> stored(const std::filesystem::path& path) const {
    W2S_TRY(EncoderCard card, readEncoderCard(cardPath(path)));
    BackboneNumbers numbers =
        encoderNumbers(card.width, tuning == config::Tuning::Scratch
                                       ? randomWeights()
                                       : sentence("{}, {}.", card.method, card.data));
    numbers.card = std::move(card);
    return numbers;
  }
};

std::int64_t headParameters(const config::Head& head, std::int64_t features, std::int64_t classes) {
  if (const auto* mlp = std::get_if<config::MlpHead>(&head)) {
    return (features + 1) * mlp->width + (mlp->width + 1) * classes;
  }
  return std::holds_alternative<config::LinearHead>(head) ? (features + 1) * classes : 0;
}

template <class Variant>
std::string_view kindOf(const Variant& variant) {
  return std::visit([](const auto& alternative) { return alternative.kKind; }, variant);
}

}  // namespace

Result<ModelDescription> describeModel(const config::ModelConfig& config, std::int64_t classes,
                                       const InputShape& input) {
  W2S_TRY(BackboneNumbers backbone, std::visit(Describe{config.tuning}, config.backbone));
  const InputShape shape = backbone.card ? backbone.card->input : input;
  ModelDescription description;
  description.backbone = kindOf(config.backbone);
  description.label =
      std::visit([](const auto& chosen) { return std::string(chosen.kLabel); }, config.backbone);
  description.head = kindOf(config.head);
  description.input =
      sentence("grey images of {} × {} pixels in [0, 1]", shape.height, shape.width);
  description.features = backbone.features;
  description.backbone_parameters = backbone.parameters;
  description.head_parameters = headParameters(config.head, backbone.features, classes);
  description.trained_parameters =
      description.head_parameters +
      (config.tuning == config::Tuning::HeadOnly ? 0 : backbone.parameters);
  description.weight_bytes =
      4 * (backbone.parameters + backbone.statistics + description.head_parameters);
  description.origin = std::move(backbone.origin);
  description.card = std::move(backbone.card);
  return description;
}

}  // namespace w2s::models
