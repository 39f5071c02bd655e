// Changes single settings by their dotted keys: `--set objective.temperature=2`, form edits, cells
// of a study.
//
//   objective.temperature=2                       numbers, also .5 and 1e-3
//   supervision.labels=hard                       names need no quotes
//   objective.kd_weight=0.5                       a schedule's base; its shape and warm-up stay as they are
//   objective.kd_weight.shape=linear              also .base and .warmup
//   objective.kd_weight={ base = 1, shape = "linear", warmup = 0.1 }
//   objective.divergence=jensen_shannon           an alternative, with that kind's defaults
//   objective.divergence.beta=0.3                 a field of the present alternative
//   weak.head.kind=tree   weak.backbone.name=mlp  the same as weak.head=tree, weak.backbone=mlp
//   strong.backbone=my_encoder.safetensors        an encoder file
//   objective.term.more.kind=entropy              adds the term `more` where there is none of this name
//   objective.term.more.weight=0.1                a field of an entry of a list
//   seeds=0-9   seeds=0,3   seeds=[0, 1]
//
// Only the setting's own type and range are checked here; rules between settings are validate()'s,
// once all are set.
#pragma once

#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/config/assign.h"  // parseSeeds
#include "core/config/experiment_config.h"

namespace w2s::config {

// On error the configuration is as before. The message names the key, what was found and what is
// allowed.
[[nodiscard]] Status applySetting(ExperimentConfig& config, std::string_view key,
                                  std::string_view value);
// "key=value", as after --set. Here a text may stand in quotes; the form above takes it to the last
// character.
[[nodiscard]] Status applySetting(ExperimentConfig& config, std::string_view assignment);

// All assignments in order, or none of them; the error lists every bad one.
[[nodiscard]] Status applySettings(ExperimentConfig& config,
                                   const std::vector<std::string>& assignments);

}  // namespace w2s::config
