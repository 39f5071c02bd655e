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

  struct Input {
    Sentence operator()(const data::Pictures& pictures) const {
      return sentence("grey images of {} × {} pixels in [0, 1]", pictures.height, pictures.width);
    }
    Sentence operator()(const data::Points&) const {
      return sentence("points of the plane");
    }
  };

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

  Result<BackboneNumbers> operator()(const config::CoordinatesBackbone&) const {
    return BackboneNumbers{.features = 2,
                           .origin = sentence("The coordinates themselves: nothing is learned.")};
  }
  Result<BackboneNumbers> operator()(const config::FourierBackbone& config) const {
    return BackboneNumbers{
        .features = config.width, .parameters = 3 * config.width, .origin = randomWeights()};
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

// The data's own kind if the backbone reads that, else the usual one of the kind that it reads.
data::Modality inputOf(const config::BackboneTraits& backbone, const data::Modality& data) {
  if (backbone.reads == data::nameOf(data)) {
    return data;
  }
  data::Modality usual;
  const auto choose = [&](const data::Modality& modality) {
    usual = data::nameOf(modality) == backbone.reads ? modality : usual;
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (choose(data::Modality(std::in_place_index<I>)), ...);
  }
  (std::make_index_sequence<std::variant_size_v<data::Modality>>{});
  return usual;
}

template <class Variant>
std::string_view kindOf(const Variant& variant) {
  return std::visit([](const auto& alternative) { return alternative.kKind; }, variant);
}

}  // namespace

Result<ModelDescription> describeModel(const config::ModelConfig& config, std::int64_t classes,
                                       const data::Modality& input) {
  W2S_TRY(BackboneNumbers backbone, std::visit(Describe{config.tuning}, config.backbone));
  const data::Modality reads = backbone.card ? data::Modality(backbone.card->input)
                                             : inputOf(config::traitsOf(config.backbone), input);
  ModelDescription description;
  description.backbone = kindOf(config.backbone);
  description.label =
      std::visit([](const auto& chosen) { return std::string(chosen.kLabel); }, config.backbone);
  description.head = kindOf(config.head);
  description.input = std::visit(Describe::Input{}, reads);
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
