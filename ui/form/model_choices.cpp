#include "ui/form/model_choices.h"

#include <algorithm>
#include <utility>

#include "core/config/validate.h"
#include "core/data/registry.h"
#include "core/models/model_card.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using config::ModelConfig;
using config::Tuning;

// One value of each alternative, in order; those of the present kind are the present ones.
template <class Variant, std::size_t... I>
std::vector<Variant> alternatives(const Variant& present, std::index_sequence<I...>) {
  return {(I == present.index() ? present : Variant(std::in_place_index<I>))...};
}
template <class Variant>
std::vector<Variant> alternatives(const Variant& present) {
  return alternatives(present, std::make_index_sequence<std::variant_size_v<Variant>>{});
}

bool teachesNothing(const ModelConfig& model) {
  using config::BackboneWeights;
  const BackboneWeights weights = config::traitsOf(model.backbone).weights;
  return (model.tuning == Tuning::HeadOnly && weights == BackboneWeights::Random) ||
         (model.tuning == Tuning::Scratch && weights == BackboneWeights::Stored);
}

// A model that needs this kind of data, whatever else it is.
ModelConfig standardOf(std::string_view modality) {
  ModelConfig model;
  for (const config::Backbone& backbone : alternatives(model.backbone)) {
    if (config::traitsOf(backbone).reads == modality) {
      return {.backbone = backbone, .head = config::LinearHead{}, .tuning = Tuning::HeadOnly};
    }
  }
  return model;
}

// Whether validate() has no objection to this model in this role; other settings are defaults, so
// that a problem elsewhere does not empty the gallery.
bool isAllowed(const ModelConfig& model, ModelRole role, const config::ValidationContext& data) {
  config::ExperimentConfig config;
  for (const ModelRole every : {ModelRole::Weak, ModelRole::Strong}) {
    modelOf(config, every) = standardOf(data.modality);
  }
  modelOf(config, role) = model;
  return config::validate(config, data).empty();
}

// The feature sets of a card, each a backbone, beside the present one.
void addFeatureSets(const data::DataSetCard& card, std::vector<config::Backbone>& backbones) {
  for (const data::FeatureSet& set : card.features) {
    const config::Backbone backbone = config::FeaturesBackbone{.set = set.name};
    if (std::ranges::find(backbones, backbone) == backbones.end()) {
      backbones.push_back(backbone);
    }
  }
}

std::int64_t mostLeaves(const config::TreeHead& tree, std::int64_t rows) {
  const std::int64_t by_depth = std::int64_t{1} << std::clamp<std::int64_t>(tree.depth, 0, 40);
  const std::int64_t by_rows = rows / std::max<std::int64_t>(1, tree.min_leaf_rows);
  return std::max<std::int64_t>(1, std::min(by_depth, by_rows));
}

}  // namespace

const ModelConfig& modelOf(const config::ExperimentConfig& config, ModelRole role) {
  return role == ModelRole::Weak ? config.weak.front() : config.strong;
}

ModelConfig& modelOf(config::ExperimentConfig& config, ModelRole role) {
  return role == ModelRole::Weak ? config.weak.front() : config.strong;
}

std::vector<ModelConfig> modelChoices(const config::ExperimentConfig& config, ModelRole role) {
  const ModelConfig& present = modelOf(config, role);
  const auto card = data::findCard(config.task.dataset);
  config::ValidationContext data;
  if (card) {
    data = data::validationContext(**card);
  }
  std::vector<config::Backbone> backbones = alternatives(present.backbone);
  if (card) {
    addFeatureSets(**card, backbones);
  }
  std::vector<ModelConfig> choices;
  for (const config::Backbone& backbone : backbones) {
    for (const config::Head& head : alternatives(present.head)) {
      for (const auto& tuning : config::EnumNames<Tuning>::kAll) {
        const ModelConfig model{.backbone = backbone, .head = head, .tuning = tuning.value};
        if (model == present || (!teachesNothing(model) && isAllowed(model, role, data))) {
          choices.push_back(model);
        }
      }
    }
  }
  return choices;
}

std::optional<ModelFacts> factsOf(const config::ExperimentConfig& config, ModelRole role,
                                  std::string* why) {
  const ModelConfig& model = modelOf(config, role);
  std::int64_t classes = 10;
  data::Modality modality;
  if (const auto card = data::findCard(config.task.dataset)) {
    classes = (*card)->classes();
    modality = (*card)->input(config::featureSetOf(model.backbone));
  }
  const auto described = models::describeModel(model, classes, modality);
  if (!described) {
    if (why != nullptr) {
      *why = said(described.error());
    }
    return std::nullopt;
  }
  ModelFacts facts{.backbone_parameters = described->backbone_parameters,
                   .head_parameters = described->head_parameters,
                   .trained_parameters = described->trained_parameters,
                   .features = described->features,
                   .weight_bytes = described->weight_bytes,
                   .input = said(described->input),
                   .origin = said(described->origin)};
  if (const auto* tree = std::get_if<config::TreeHead>(&model.head)) {
    const std::int64_t rows =
        role == ModelRole::Weak ? config.task.weak_rows : config.task.transfer_rows;
    facts.is_tree = true;
    facts.head_parameters = mostLeaves(*tree, rows);
    facts.weight_bytes +=
        16 * (2 * facts.head_parameters - 1) + 4 * classes * facts.head_parameters;
  } else {
    const config::OptimizerConfig& optimizer =
        role == ModelRole::Weak ? config.weak_optimizer : config.optimizer;
    const std::int64_t copies = optimizer.kind == config::OptimizerKind::AdamW ? 3 : 2;
    facts.training_bytes = 4 * copies * facts.trained_parameters;
  }
  return facts;
}

}  // namespace w2s::ui
