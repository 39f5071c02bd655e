#include "core/config/validate.h"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/assign.h"
#include "core/config/setting_messages.h"
#include "core/config/slot.h"
#include "core/config/suggest.h"

namespace w2s::config {

namespace {

// The name of a kind of data as a part of a sentence; dataset.h lists it for the translators.
Sentence word(std::string_view modality) {
  return {.text = std::string(modality), .pattern = std::string(modality)};
}

// The kinds of backbones that read such data.
std::vector<std::string_view> backbonesFor(std::string_view modality) {
  std::vector<std::string_view> kinds;
  const auto add = [&](const Backbone& backbone) {
    if (const BackboneTraits traits = traitsOf(backbone); traits.reads == modality) {
      kinds.push_back(traits.kind);
    }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (add(Backbone(std::in_place_index<I>)), ...);
  }
  (std::make_index_sequence<std::variant_size_v<Backbone>>{});
  return kinds;
}

class Validation {
 public:
  Validation(const ExperimentConfig& config, const ValidationContext& context)
      : config_(config), context_(context) {}

  std::vector<Problem> run() {
    ranges();
    identity();
    seeds();
    names();
    supervisors();
    model("strong", config_.strong);
    if (config_.common_ceiling.train) {
      model("common_ceiling", config_.common_ceiling.model);
    }
    heads();
    supervision();
    learningRates();
    objective();
    return std::move(problems_);
  }

 private:
  void report(std::string field, Sentence said, std::vector<std::string> related = {}) {
    problems_.push_back(problemOf(std::move(field), std::move(said), 0, 0, std::move(related)));
  }

  void ranges() {
    ExperimentConfig copy = config_;
    forEachSlot(slotsOf(copy), [this](const std::string& key, const Slot& slot) {
      Sentence message;
      if (slot.kind() == SlotKind::Integer) {
        message = rangeMessage(slot, key, static_cast<double>(slot.as<std::int64_t>()));
      } else if (slot.kind() == SlotKind::Real) {
        message = rangeMessage(slot, key, slot.as<double>());
      } else if (slot.kind() == SlotKind::Integers) {
        for (const std::int64_t number : slot.as<std::vector<std::int64_t>>()) {
          message =
              message.text.empty() ? rangeMessage(slot, key, static_cast<double>(number)) : message;
        }
      }
      if (!message.text.empty()) {
        report(key, message);
      }
    });
  }

  void identity() {
    if (config_.name.empty()) {
      report("name", sentence("name is empty; give the experiment a name for lists and figures."));
    }
    if (config_.task.dataset.empty()) {
      report("task.dataset",
             sentence("task.dataset is empty; name a data set (`w2s data list` prints them)."));
    }
    const std::string_view device = config_.device;
    const bool numbered =
        device.starts_with("cuda:") && device.size() > 5 && device.size() <= 8 &&
        std::ranges::all_of(device.substr(5), [](unsigned char c) { return std::isdigit(c) != 0; });
    if (device != "auto" && device != "cpu" && device != "cuda" && !numbered) {
      report("device", sentence("device is \"{}\", but must be auto, cpu, cuda or a numbered "
                                "GPU such as cuda:0; auto picks the best there is.",
                                device));
    }
  }

  void seeds() {
    if (config_.seeds.empty()) {
      report(
          "seeds",
          sentence(
              "seeds is empty, so nothing would run; give at least one, for example seeds = [0]."));
    }
    std::vector<std::int64_t> sorted = config_.seeds;
    std::ranges::sort(sorted);
    if (const auto twice = std::ranges::adjacent_find(sorted); twice != sorted.end()) {
      report(
          "seeds",
          sentence("seeds has {} more than once; equal seeds give equal runs, so keep one of them.",
                   *twice));
    }
    if (static_cast<std::int64_t>(sorted.size()) > kMostSeeds) {
      report("seeds", sentence("seeds has {} entries, but at most {} are taken; split the study.",
                               sorted.size(), kMostSeeds));
    }
  }

  void model(const std::string& role, const ModelConfig& model) {
    const std::string backbone_key = role + ".backbone";
    const std::string tuning_key = role + ".tuning";
    if (const auto* file = std::get_if<FileBackbone>(&model.backbone);
        file != nullptr && file->path.empty()) {
      report(backbone_key + ".path",
             sentence("{0}.path is empty; name a .safetensors file that `w2s pretrain` wrote.",
                      backbone_key));
    }
    const BackboneTraits backbone = traitsOf(model.backbone);
    if (!context_.modality.empty() && backbone.reads != context_.modality) {
      report(backbone_key,
             sentence("{} is {}, which needs {}; the data set {} has {}: choose {}.", backbone_key,
                      backbone.kind, word(backbone.reads), config_.task.dataset,
                      word(context_.modality), fmt::join(backbonesFor(context_.modality), ", ")),
             {"task.dataset"});
    }
    featureSet(backbone_key, model.backbone);
    if (model.tuning == Tuning::HeadOnly) {
      return;
    }
    if (!backbone.canBeTrained()) {
      report(tuning_key,
             sentence("{} is {}, but the backbone {} has no weights to train; choose {} = "
                      "\"head\", or another backbone.",
                      tuning_key, nameOf(model.tuning), backbone.kind, tuning_key),
             {backbone_key});
      return;
    }
    if (model.tuning == Tuning::Full && backbone.weights != BackboneWeights::Stored) {
      report(
          tuning_key,
          sentence("{0} is full, which starts from stored weights, but the backbone {1} has none; "
                   "choose {0} = "
                   "\"scratch\", or a pre-trained backbone such as fashion-ssl.",
                   tuning_key, backbone.kind),
          {backbone_key});
    }
  }

  // Features of another data set are told by their name.
  void featureSet(const std::string& key, const Backbone& backbone) {
    const auto* features = std::get_if<FeaturesBackbone>(&backbone);
    if (features == nullptr || context_.modality != FeaturesBackbone::kReads) {
      return;
    }
    const std::vector<std::string>& known = context_.feature_sets;
    if (known.empty()) {
      report(
          key,
          sentence("{} is features, but the card {} names none; add a section [[features]] to it.",
                   key, config_.task.dataset),
          {"task.dataset"});
    } else if (!features->set.empty() && std::ranges::find(known, features->set) == known.end()) {
      report(
          joinKey(key, "set"),
          sentence("{}.set is \"{}\", but the card {} has no features of that name{}; it has {}.",
                   key, features->set, config_.task.dataset, didYouMean(features->set, known),
                   fmt::join(known, ", ")),
          {"task.dataset"});
    }
  }

  // Names are parts of keys, so they are told apart before anything else speaks of them.
  void names() {
    ExperimentConfig copy = config_;
    forEachSlot(slotsOf(copy), [this](const std::string& key, const Slot& slot) {
      if (slot.kind() != SlotKind::List || slot.isShort()) {
        return;
      }
      std::vector<std::string_view> seen;
      for (const Slot& entry : slot.entries()) {
        const std::string_view name = entry.field().name;
        if (!isEntryName(name)) {
          report(
              key,
              sentence(
                  "{} has an entry whose name is \"{}\"; give each entry a name of small letters, "
                  "digits, _ and -, which starts with a letter.",
                  key, name));
        } else if (std::ranges::find(seen, name) != seen.end()) {
          report(joinKey(key, name),
                 sentence(
                     "{} has two entries with the name \"{}\"; give each entry a name of its own.",
                     key, name));
        }
        seen.push_back(name);
      }
    });
  }

  void supervisors() {
    if (config_.weak.size() > 1) {
      std::vector<std::string_view> names;
      std::ranges::transform(config_.weak, std::back_inserter(names), &SupervisorConfig::name);
      report("weak",
             sentence("weak has {} entries ({}), but a run has one supervisor: keep one [[weak]] "
                      "section. To compare supervisors, write an experiment for each.",
                      names.size(), fmt::format("{}", fmt::join(names, ", "))));
      return;
    }
    const std::string& name = config_.weak.front().name;
    const std::string key = name.empty() ? "weak" : joinKey("weak", name);
    if (config_.weak.front().isMadeElsewhere()) {
      labelsMadeElsewhere(joinKey(key, "labels"));
    } else {
      model(key, config_.weak.front());
    }
  }

  void labelsMadeElsewhere(const std::string& key) {
    const std::string& labels = config_.weak.front().labels;
    const std::vector<std::string>& known = context_.weak_labels;
    if (!context_.modality.empty() && std::ranges::find(known, labels) == known.end()) {
      report(
          key,
          known.empty()
              ? sentence(
                    "{} is \"{}\", but the data set {} has no weak labels; empty it, or name a "
                    "card with a section [[weak_labels]].",
                    key, labels, config_.task.dataset)
              : sentence("{} is \"{}\", but the card {} has no weak labels of that name{}; it has "
                         "{}.",
                         key, labels, config_.task.dataset, didYouMean(labels, known),
                         fmt::join(known, ", ")),
          {"task.dataset"});
    }
    if (config_.reference.weak_rows) {
      report(
          "reference.weak_rows",
          sentence("reference.weak_rows trains the strong model on the rows that trained the weak "
                   "supervisor, but {} names labels whose training rows are not known; choose "
                   "reference.weak_rows = false.",
                   key),
          {key});
    }
    if (config_.supervision.delivery == Delivery::Live) {
      report(
          "supervision.delivery",
          sentence("supervision.delivery is live, which runs the weak model in each step, but {} "
                   "names labels without a model; choose supervision.delivery = \"stored\".",
                   key),
          {key});
    }
  }

  void heads() {
    if (std::holds_alternative<TreeHead>(config_.strong.head)) {
      report(
          "strong.head",
          sentence(
              "strong.head is tree, but a tree cannot be trained through a loss, so only the weak "
              "model can be one; "
              "choose linear or mlp."));
    }
    if (config_.common_ceiling.train &&
        std::holds_alternative<TreeHead>(config_.common_ceiling.model.head)) {
      report("common_ceiling.head", sentence("common_ceiling.head is tree, but a tree cannot be "
                                             "trained through a loss, so only the weak "
                                             "model can be one; "
                                             "choose linear or mlp."));
    }
    const SupervisorConfig& weak = config_.weak.front();
    if (config_.weak.size() == 1 && !weak.isMadeElsewhere() &&
        std::holds_alternative<TreeHead>(weak.head) && weak.tuning != Tuning::HeadOnly) {
      const std::string key = weak.name.empty() ? "weak" : joinKey("weak", weak.name);
      report(key + ".tuning",
             sentence("{0}.tuning is {1}, but a tree is grown on fixed features and cannot "
                      "train its backbone; choose "
                      "{0}.tuning = \"head\", or {0}.head = \"linear\".",
                      key, nameOf(weak.tuning)),
             {key + ".head"});
    }
  }

  void supervision() {
    const SupervisionConfig& supervision = config_.supervision;
    if (supervision.shuffle && supervision.delivery == Delivery::Live) {
      report("supervision.shuffle",
             sentence(
                 "supervision.shuffle permutes stored weak labels over the rows, and live delivery "
                 "stores none; choose supervision.delivery = \"stored\", or shuffle = false."),
             {"supervision.delivery"});
    }
    if (supervision.augmentation == Augmentation::None) {
      return;
    }
    if (!context_.modality.empty() && context_.modality != readsOf(supervision.augmentation)) {
      report("supervision.augmentation",
             sentence("supervision.augmentation is {}, which changes {}, but the data set {} "
                      "has {}; choose augmentation = \"none\".",
                      nameOf(supervision.augmentation), word(readsOf(supervision.augmentation)),
                      config_.task.dataset, word(context_.modality)),
             {"task.dataset"});
    }
    if (supervision.delivery != Delivery::Live) {
      report("supervision.augmentation",
             sentence("supervision.augmentation is {}, but stored weak labels belong to the "
                      "images as they are; choose "
                      "supervision.delivery = \"live\", or augmentation = \"none\".",
                      nameOf(supervision.augmentation)),
             {"supervision.delivery"});
    }
    if (config_.strong.tuning == Tuning::HeadOnly) {
      report("supervision.augmentation",
             sentence("supervision.augmentation is {}, but with strong.tuning = \"head\" the "
                      "student reads features computed "
                      "once, never new images; choose strong.tuning = \"full\" or \"scratch\", "
                      "or augmentation = \"none\".",
                      nameOf(supervision.augmentation)),
             {"strong.tuning"});
    }
  }

  // A learning rate belongs to the recipe that student and ceiling share; the shape speaks of the
  // student alone.
  void learningRate(const std::string& section, const OptimizerConfig& optimizer) {
    if (optimizer.learning_rate.shape == ScheduleShape::OffWhenStudentPasses) {
      const std::string key = section + ".learning_rate.shape";
      report(key, sentence("{0} is off_when_student_passes, which only weights of the objective "
                           "can be; choose {0} = "
                           "\"constant\", \"linear\" or \"cosine\".",
                           key));
    }
  }

  void learningRates() {
    learningRate("weak_optimizer", config_.weak_optimizer);
    learningRate("optimizer", config_.optimizer);
    if (const auto* own = std::get_if<OwnRecipe>(&config_.common_ceiling.recipe);
        config_.common_ceiling.train && own != nullptr) {
      learningRate("common_ceiling.recipe.optimizer", own->optimizer);
    }
  }

  void batchOf(const std::string& key, const auto& kind, const Schedule& weight) {
    if (balancesClasses(kind) && weight.base != 0.0 &&
        config_.optimizer.batch_rows < kLeastBatchOfThreshold) {
      report("optimizer.batch_rows",
             sentence("optimizer.batch_rows is {0}, but {1} = \"{2}\" balances the classes over a "
                      "batch and needs at "
                      "least {3} rows; raise it, or choose {1} = \"argmax\".",
                      config_.optimizer.batch_rows, key, kindOf(kind), kLeastBatchOfThreshold),
             {key});
    }
  }

  // Columns of series are named after terms.
  void reservedName(const std::string& key, std::string_view name) {
    constexpr std::array<std::string_view, 8> kTaken{
        "kd",    "confidence", "ground_truth",  "entropy",
        "total", "step",       "learning_rate", "temperature"};
    if (std::ranges::find(kTaken, name) != kTaken.end() || name.ends_with("_weight") ||
        name.ends_with("_gradient_norm")) {
      report(key,
             sentence("{} has a name that columns of the record have already; choose another one.",
                      key));
    }
  }

  void objective() {
    const ObjectiveConfig& objective = config_.objective;
    const auto has_two_classes = [&](const std::string& key, const auto& kind) {
      if (std::holds_alternative<OpenaiReferenceConfidence>(kind) && context_.classes &&
          *context_.classes != 2) {
        report(key,
               sentence("{} is openai_reference, which is defined for two "
                        "classes, but {} has {}; choose "
                        "threshold, which agrees with the paper for any number of classes.",
                        key, config_.task.dataset, *context_.classes),
               {"task.dataset"});
      }
    };
    has_two_classes("objective.confidence", objective.confidence);
    batchOf("objective.confidence", objective.confidence, objective.confidence_weight);
    bool has_loss = objective.kd_weight.base != 0.0 || objective.ground_truth_weight.base != 0.0 ||
                    objective.entropy_weight.base != 0.0;
    for (const TermConfig& term : objective.terms) {
      const std::string key = joinKey("objective.term", term.name);
      has_two_classes(key + ".kind", term.kind);
      batchOf(key + ".kind", term.kind, term.weight);
      reservedName(key, term.name);
      has_loss = has_loss || term.weight.base != 0.0;
    }
    if (!has_loss) {
      report("objective.kd_weight",
             sentence("objective.kd_weight is 0, and so are the objective's other weights, so the "
                      "student would "
                      "have no loss; give one of them a value."),
             {"objective.ground_truth_weight", "objective.entropy_weight", "objective.term"});
    }
    if (objective.ground_truth_weight.base > 0.0 && objective.ground_truth_fraction == 0.0) {
      report("objective.ground_truth_fraction",
             sentence("objective.ground_truth_fraction is 0, so no row has the ground truth that "
                      "objective.ground_truth_weight weighs; "
                      "raise the fraction, or set the weight to 0."),
             {"objective.ground_truth_weight"});
    }
    const auto* reverse = std::get_if<ReverseKl>(&objective.divergence);
    if (reverse != nullptr && reverse->smoothing == 0.0 &&
        config_.supervision.labels == LabelKind::Hard) {
      report(
          "objective.divergence.smoothing",
          sentence(
              "objective.divergence.smoothing is 0, but the reverse KL of hard labels is infinite "
              "without smoothing; use a small "
              "value such as 1e-4, or soft labels."),
          {"supervision.labels"});
    }
  }

  const ExperimentConfig& config_;
  const ValidationContext& context_;
  std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> validate(const ExperimentConfig& config, const ValidationContext& context) {
  return Validation(config, context).run();
}

Status checkValid(const ExperimentConfig& config, const ValidationContext& context) {
  const std::vector<Problem> problems = validate(config, context);
  if (problems.empty()) {
    return {};
  }
  return tl::unexpected<Error>(errorOf(problems, {}));
}

}  // namespace w2s::config
