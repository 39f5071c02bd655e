#include "core/models/model_card.h"

#include <utility>
#include <variant>

namespace w2s::models {
namespace {

// What a backbone adds to the description.
struct BackboneFacts {
  config::BackboneSize size;
  Sentence origin;
  std::optional<EncoderCard> card = {};
};

Sentence originOf(config::BackboneWeights weights) {
  return weights == config::BackboneWeights::None ? sentence("No weights: nothing is learned.")
                                                  : sentence("Random weights from the run's seed.");
}

Result<BackboneFacts> factsOfStored(const config::ModelConfig& model) {
  W2S_TRY(const std::filesystem::path path, storedWeightsOf(model.backbone));
  W2S_TRY(EncoderCard card, readEncoderCard(cardPath(path)));
  BackboneFacts facts{.size = config::BackboneSize::ofEncoder(card.width),
                      .origin = model.tuning == config::Tuning::Scratch
                                    ? originOf(config::BackboneWeights::Random)
                                    : sentence("{}, {}.", card.method, card.data)};
  facts.card = std::move(card);
  return facts;
}

Result<BackboneFacts> factsOf(const config::ModelConfig& model) {
  return std::visit(
      [&](const auto& backbone) -> Result<BackboneFacts> {
        if constexpr (backbone.kWeights == config::BackboneWeights::Stored) {
          return factsOfStored(model);
        } else {
          return BackboneFacts{.size = backbone.modelSize(), .origin = originOf(backbone.kWeights)};
        }
      },
      model.backbone);
}

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
  W2S_TRY(BackboneFacts backbone, factsOf(config));
  const data::Modality reads = backbone.card ? data::Modality(backbone.card->input)
                                             : inputOf(config::traitsOf(config.backbone), input);
  if (const auto* vectors = std::get_if<data::Vectors>(&reads)) {
    backbone.size.features = vectors->width;
  }
  ModelDescription description;
  description.backbone = kindOf(config.backbone);
  description.label =
      std::visit([](const auto& chosen) { return std::string(chosen.kLabel); }, config.backbone);
  description.head = kindOf(config.head);
  description.input = std::visit([](const auto& kind) { return kind.words(); }, reads);
  description.features = backbone.size.features;
  description.backbone_parameters = backbone.size.parameters;
  description.head_parameters = headParameters(config.head, backbone.size.features, classes);
  description.trained_parameters =
      description.head_parameters +
      (config.tuning == config::Tuning::HeadOnly ? 0 : backbone.size.parameters);
  description.weight_bytes =
      4 * (backbone.size.parameters + backbone.size.statistics + description.head_parameters);
  description.origin = std::move(backbone.origin);
  description.card = std::move(backbone.card);
  return description;
}

}  // namespace w2s::models
