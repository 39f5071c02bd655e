// The classes that the models of a finished run give its test rows, and the truth that it was judged
// by: of the run's predictions.safetensors, without LibTorch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/base/result.h"

namespace w2s {

// All lists have an entry a test row, in the same order. The student's answers are those of the step
// that the run's summary tells of.
struct StoredAnswers {
  std::vector<std::int64_t> rows;  // of the data set's test source
  std::vector<std::int64_t> labels;
  std::vector<std::int64_t> weak;
  std::vector<std::int64_t> student;
  std::vector<std::int64_t> ceiling;
};

// The class of a row is that of its highest probability, the lowest class of equal ones. Errors:
// NotFound; BadFormat for a damaged file, or one without these answers.
[[nodiscard]] Result<StoredAnswers> readStoredAnswers(const std::filesystem::path& file);

}  // namespace w2s
