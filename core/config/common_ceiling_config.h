// The common ceiling: a reference strong model, trained on the transfer split's ground truth beside the run.
//
// An experiment's own ceiling is its own strong model on ground truth. A control with a poorer
// strong model (raw pixels, no pre-training) has a lower ceiling, so its own PGR divides by a
// smaller gap and flatters it. Against one ceiling for all,
//
//   PGR_common = (P_student - P_weak) / (P_common - P_weak)
//              = PGR_own (P_own ceiling - P_weak) / (P_common - P_weak)
//
// controls and experiments are on one scale. The reference is trained as every ceiling is: a
// reference that is another experiment's strong model, by the same recipe and on the same rows, is
// found in the cache.
#pragma once

#include <string_view>
#include <variant>

#include "core/config/model_config.h"
#include "core/config/optimizer_config.h"

namespace w2s::config {

// The recipe of student and ceiling, section [optimizer].
struct SameRecipe {
  static constexpr std::string_view kKind = "same";
  static constexpr std::string_view kLabel = "As the student";
  static constexpr std::string_view kHelp = "The optimiser's settings of student and ceiling.";
  friend bool operator==(const SameRecipe&, const SameRecipe&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self&, Visitor&&) {}
};

// Its own; the defaults are those of fashion-demo.
struct OwnRecipe {
  static constexpr std::string_view kKind = "own";
  static constexpr std::string_view kLabel = "Its own";
  static constexpr std::string_view kHelp =
      "Settings of its own, where those of the student would not suit the reference model.";
  OptimizerConfig optimizer;
  friend bool operator==(const OwnRecipe&, const OwnRecipe&) = default;
  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.optimizer, Field{.name = "optimizer",
                                .label = "Reference optimiser",
                                .help = "Training of the reference model.",
                                .advanced = true});
  }
};

using CeilingRecipe = std::variant<SameRecipe, OwnRecipe>;

struct CommonCeilingConfig {
  bool train = false;
  ModelConfig model;
  CeilingRecipe recipe;

  friend bool operator==(const CommonCeilingConfig&, const CommonCeilingConfig&) = default;

  template <class Self, class Visitor>
  static void visitFields(Self& self, Visitor&& visit) {
    visit(self.train,
          Field{.name = "train",
                .label = "Train a reference",
                .help = "Trains the model below on the transfer rows' ground truth too, and "
                        "reports PGR against it beside PGR against the own ceiling.",
                .formula = "(student - weak) / (common ceiling - weak)",
                .advanced = true});
    visit(self.model.backbone, Field{.name = "backbone",
                                     .label = "Reference backbone",
                                     .help = "Turns a row into the reference model's features.",
                                     .advanced = true,
                                     .selector = "name"});
    visit(self.model.head,
          Field{.name = "head",
                .label = "Reference head",
                .help = "Turns the reference model's features into class probabilities.",
                .advanced = true});
    visit(self.model.tuning,
          Field{.name = "tuning",
                .label = "Trained part of the reference",
                .help = "Which of the reference model's weights change during training.",
                .advanced = true});
    visit(self.recipe, Field{.name = "recipe",
                             .label = "Reference recipe",
                             .help = "How the reference model is trained.",
                             .advanced = true});
  }
};

}  // namespace w2s::config
