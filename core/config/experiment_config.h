// A complete experiment: the one structure that the command line, the window, the run folder and
// the engine share. Defaults are the built-in experiment fashion-demo. Immutable once a plan
// exists. TOML form: see the README.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/config/common_ceiling_config.h"
#include "core/config/field.h"
#include "core/config/model_config.h"
#include "core/config/objective_config.h"
#include "core/config/optimizer_config.h"
#include "core/config/schedule_config.h"
#include "core/config/slot.h"

namespace w2s::config {

struct TaskConfig {
  std::string dataset = "fashion-mnist";
  std::int64_t weak_rows = 1000;
  std::int64_t transfer_rows = 5000;
  std::int64_t validation_rows = 5000;
  std::int64_t test_rows = 10000;
  double label_noise = 0.0;

  friend bool operator==(const TaskConfig&, const TaskConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.dataset,
          Field{.name = "dataset",
                .label = "Data set",
                .help = "A registered name (`w2s data list` prints them), or the path of "
                        "a card of your own data, CARD.toml."});
    visit(self.weak_rows, Field{.name = "weak_rows",
                                .label = "Weak rows",
                                .help = "Rows with ground truth that train the weak supervisor.",
                                .unit = "rows",
                                .min = 10,
                                .max = 1e7,
                                .slider_max = 20000,
                                .scale = Scale::Logarithmic});
    visit(self.transfer_rows, Field{.name = "transfer_rows",
                                    .label = "Transfer rows",
                                    .help = "Rows the weak supervisor labels for the student; the "
                                            "ceiling sees their ground truth.",
                                    .unit = "rows",
                                    .min = 10,
                                    .max = 1e7,
                                    .slider_max = 50000,
                                    .scale = Scale::Logarithmic});
    visit(self.validation_rows,
          Field{.name = "validation_rows",
                .label = "Validation rows",
                .help = "Rows for honest selection by agreement with weak labels.",
                .unit = "rows",
                .min = 10,
                .max = 1e7,
                .slider_max = 5000,
                .scale = Scale::Logarithmic,
                .advanced = true});
    visit(self.test_rows,
          Field{.name = "test_rows",
                .label = "Test rows",
                .help = "Rows of the official test file on which everything is reported.",
                .unit = "rows",
                .min = 10,
                .max = 1e7,
                .slider_max = 10000,
                .scale = Scale::Logarithmic,
                .advanced = true});
    visit(
        self.label_noise,
        Field{.name = "label_noise",
              .label = "Label noise",
              .help = "Share of the weak split's ground truth replaced by another class at random.",
              .min = 0.0,
              .max = 1.0,
              .advanced = true});
  }
};

enum class LabelKind { Soft, Hard };
template <>
struct EnumNames<LabelKind> {
  static constexpr std::array<EnumName<LabelKind>, 2> kAll{{
      {LabelKind::Soft, "soft", "Soft", "The weak supervisor's class probabilities."},
      {LabelKind::Hard, "hard", "Hard", "Only its most probable class."},
  }};
};

enum class Delivery { Stored, Live };
template <>
struct EnumNames<Delivery> {
  static constexpr std::array<EnumName<Delivery>, 2> kAll{{
      {Delivery::Stored, "stored", "Stored", "Weak labels are computed once, before training."},
      {Delivery::Live, "live", "Live",
       "The weak model runs inside each training step on the batch the student sees."},
  }};
};

enum class Augmentation { None, ShiftFlip };
template <>
struct EnumNames<Augmentation> {
  static constexpr std::array<EnumName<Augmentation>, 2> kAll{{
      {Augmentation::None, "none", "None", "Images as they are."},
      {Augmentation::ShiftFlip, "shift_flip", "Shift and flip",
       "Random shifts by up to two pixels and horizontal flips; weak model and student see the "
       "same images."},
  }};
};
// What rows an augmentation changes, by the name of their modality (data/dataset.h); empty: any.
constexpr std::string_view readsOf(Augmentation augmentation) {
  switch (augmentation) {
    case Augmentation::None:
      return {};
    case Augmentation::ShiftFlip:
      return "pictures";
  }
  return {};
}

struct SupervisionConfig {
  LabelKind labels = LabelKind::Soft;
  Delivery delivery = Delivery::Stored;
  Augmentation augmentation = Augmentation::None;
  bool shuffle = false;

  friend bool operator==(const SupervisionConfig&, const SupervisionConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.labels, Field{.name = "labels",
                             .label = "Weak labels",
                             .help = "Probabilities or the most probable class."});
    visit(self.delivery, Field{.name = "delivery",
                               .label = "Delivered",
                               .help = "Before training, or by the weak model inside each step "
                                       "(the book's direct supervision)."});
    visit(self.augmentation,
          Field{.name = "augmentation",
                .label = "Augmentation",
                .help = "Needs live delivery and a student whose backbone runs in the step.",
                .advanced = true});
    visit(self.shuffle, Field{.name = "shuffle",
                              .label = "Shuffle weak labels",
                              .help = "Negative control: weak labels permuted over the rows. A "
                                      "sound pipeline falls to chance.",
                              .advanced = true});
  }
};

enum class Selection { Final, BestAgreement, Oracle };
template <>
struct EnumNames<Selection> {
  static constexpr std::array<EnumName<Selection>, 3> kAll{{
      {Selection::Final, "final", "Last step", "The model as it is after the last step."},
      {Selection::BestAgreement, "best_agreement", "Best agreement (honest)",
       "The evaluation with the best agreement with weak labels on the validation rows."},
      {Selection::Oracle, "oracle", "Oracle (reads ground truth)",
       "The evaluation with the best test accuracy: an upper bound nobody can use in earnest."},
  }};
};

struct EvaluationConfig {
  std::int64_t every = 0;
  Selection selection = Selection::Final;

  friend bool operator==(const EvaluationConfig&, const EvaluationConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.every, Field{.name = "every",
                            .label = "Evaluate every",
                            .help = "Steps between evaluations; 0 chooses.",
                            .unit = "steps",
                            .min = 0,
                            .max = 1e8,
                            .slider_max = 1000,
                            .advanced = true});
    visit(self.selection, Field{.name = "selection",
                                .label = "Reported student",
                                .help = "Which evaluation the student's number comes from.",
                                .advanced = true});
  }
};

// Models that are no part of the pipeline, drawn beside floor and ceiling.
struct ReferenceConfig {
  bool weak_rows = false;

  friend bool operator==(const ReferenceConfig&, const ReferenceConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.weak_rows,
          Field{.name = "weak_rows",
                .label = "Strong model on the weak rows",
                .help =
                    "Trains the strong model on the very labels that trained the weak supervisor: "
                    "what those labels give without a supervisor in between.",
                .advanced = true});
  }
};

// A weak supervisor: a model, and a name where there are several. Or weak labels that another program
// made, and no model.
struct SupervisorConfig : ModelConfig {
  std::string name;
  std::string labels;  // name of weak labels of the card; empty: the model makes them

  [[nodiscard]] bool isMadeElsewhere() const {
    return !labels.empty();
  }

  SupervisorConfig() {
    backbone = PixelsBackbone{.size = 14};
    head = TreeHead{};
  }
  friend bool operator==(const SupervisorConfig&, const SupervisorConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.name, Field{.name = "name",
                           .label = "Name",
                           .help = "Names the supervisor and its key: weak.NAME.",
                           .affects_result = false,
                           .advanced = true});
    visit(
        self.labels,
        Field{.name = "labels",
              .label = "Labels made elsewhere",
              .help = "Name of weak labels in the data set's card, which another program made. No "
                      "weak model is trained then, and its other settings are not looked at.",
              .advanced = true});
    ModelConfig::visitFields(self, visit);
  }
};

struct ExperimentConfig {
  std::int64_t schema = 1;
  std::string name = "fashion-demo";
  std::string description;  // a sentence on what to look for
  std::vector<std::int64_t> seeds = {0};
  std::string device = "auto";
  TaskConfig task;
  OneOrMore<SupervisorConfig> weak;  // one so far; [weak] in files
  // Training of a weak supervisor that is no tree. Its own section: changing the student's recipe
  // leaves it alone.
  OptimizerConfig weak_optimizer{.learning_rate = {.base = 1e-2}, .steps = 1000};
  ModelConfig strong;
  SupervisionConfig supervision;
  ObjectiveConfig objective;
  OptimizerConfig optimizer;  // student and ceiling: the same recipe
  EvaluationConfig evaluation;
  CommonCeilingConfig common_ceiling;
  ReferenceConfig reference;

  friend bool operator==(const ExperimentConfig&, const ExperimentConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.schema, Field{.name = "schema",
                             .label = "Schema",
                             .help = "Version of this file's format.",
                             .min = 1,
                             .max = 1,
                             .affects_result = false,
                             .advanced = true});
    visit(self.name, Field{.name = "name",
                           .label = "Name",
                           .help = "What lists and figures call the experiment.",
                           .affects_result = false});
    visit(self.description, Field{.name = "description",
                                  .label = "Description",
                                  .help = "A sentence on what to look for.",
                                  .affects_result = false,
                                  .advanced = true});
    visit(self.seeds, Field{.name = "seeds",
                            .label = "Seeds",
                            .help = "One run a seed.",
                            .min = 0,
                            .max = 9007199254740991.0});
    visit(self.device, Field{.name = "device",
                             .label = "Device",
                             .help = "auto, cpu or cuda:0.",
                             .affects_result = false,
                             .advanced = true});
    visit(self.task, Field{.name = "task", .label = "Data", .help = "Data set and splits."});
    visit(self.weak, Field{.name = "weak", .label = "Weak model", .help = "The supervisor."});
    visit(self.weak_optimizer, Field{.name = "weak_optimizer",
                                     .label = "Weak model's training",
                                     .help = "Used unless the weak model is a tree.",
                                     .advanced = true});
    visit(self.strong,
          Field{.name = "strong", .label = "Strong model", .help = "Student and ceiling."});
    visit(self.supervision, Field{.name = "supervision",
                                  .label = "Supervision",
                                  .help = "How weak labels reach the student."});
    visit(self.objective, Field{.name = "objective",
                                .label = "Objective",
                                .help = "What the student minimises.",
                                .live = true});
    visit(self.optimizer, Field{.name = "optimizer",
                                .label = "Optimiser",
                                .help = "Training of student and ceiling.",
                                .live = true});
    visit(self.evaluation, Field{.name = "evaluation",
                                 .label = "Evaluation",
                                 .help = "When and how students are judged."});
    visit(self.common_ceiling,
          Field{.name = "common_ceiling",
                .label = "Common ceiling",
                .help = "A reference strong model for PGR that is the same in every experiment."});
    visit(self.reference, Field{.name = "reference",
                                .label = "References",
                                .help = "Models trained for comparison alone.",
                                .advanced = true});
  }
};

}  // namespace w2s::config
