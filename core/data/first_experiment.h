// From a card to an experiment that runs: what a person sees first of data of their own.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/data/dataset.h"

namespace w2s::data {

// A linear head on the narrowest feature set supervises one on the widest; where there is one set
// alone, a decision tree on it does. Half of the training rows are weak, half transfer (Burns et al.
// 2023), within the usual bounds of a form, and test rows as many as there are, up to 10,000. Other
// settings are the defaults. Weak labels of the card are the supervisor where there are some, and the
// student's rows are those that have one (keepLabelled, splits.h). `path` is what task.dataset becomes.
[[nodiscard]] config::ExperimentConfig firstExperiment(const DataSetCard& card,
                                                       const std::string& path);

// What `w2s run` and the window take: the name of a preset, the path of a configuration or that of a
// card, which is opened. A relative task.dataset of a configuration begins in the file's folder if
// the card lies there, else in the present one. Errors: those of either, and of the card.
[[nodiscard]] Result<config::ExperimentConfig> loadExperimentOrCard(
    const std::string& name_or_path);

// task.dataset as a whole path, where it is the path of a card, so that the run can be repeated from
// any folder.
void makeDatasetAbsolute(config::ExperimentConfig& config);

}  // namespace w2s::data
