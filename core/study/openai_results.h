// Results of OpenAI's weak-to-strong code (github.com/openai/weak-to-strong) as reference results.
//
// Of its folders two kinds of files are read, as JSON and nothing else; what else lies there, pickled
// data sets and weights above all, is not opened:
//
//   .../config.json + results_summary.json    one trained model (train_simple.py, sweep.py). A model
//                                             whose configuration names a weak model is a student; its
//                                             floor and ceiling are the models of that folder that were
//                                             trained on true labels with equal settings and seed.
//   NAME.results_summary.json                 weak, strong and transferred accuracies of one pair
//                                             (train_weak_to_strong.py)
//
// Students that differ in their seed alone are one result: means over the seeds that have all three.
#pragma once

#include <filesystem>
#include <vector>

#include "core/base/result.h"
#include "core/study/reference_results.h"

namespace w2s::study {

struct OpenAiResults {
  std::vector<ReferenceResult> results;
  std::vector<Sentence>
      notes;  // of files that were left out, and of students without floor or ceiling
};

// Whether a path looks like one: a folder, or a file of one of the names above.
[[nodiscard]] bool looksLikeOpenAiResults(const std::filesystem::path& path);

// A folder with all below it (links are not followed), or one such file; a model's file means the
// folders beside it as well. Errors: it cannot be read; nothing of the above is in it, or all of it is
// damaged.
[[nodiscard]] Result<OpenAiResults> readOpenAiResults(const std::filesystem::path& path);

struct ImportedResults {
  std::filesystem::path file;  // in the workspace's folder of references
  OpenAiResults read;
};

// Puts them into the workspace, in place of those that were imported from that path before. Errors: as
// above; the system's.
[[nodiscard]] Result<ImportedResults> importOpenAiResults(const std::filesystem::path& path,
                                                          const std::filesystem::path& workspace);

}  // namespace w2s::study
