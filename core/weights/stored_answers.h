// What the models of a finished run say of its test and transfer rows, and the truth that they were judged
// by: of the run's predictions.safetensors, without LibTorch.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace w2s {

// All lists have an entry a test row, in the same order. The student's answers are those of the step
// that the run's summary tells of.
struct StoredAnswers {
  std::vector<std::int64_t> rows;  // of the data set's test source
  std::vector<std::int64_t> labels;
  std::vector<std::int64_t> weak;  // empty: labels made elsewhere, and not for every test row
  std::vector<std::int64_t> student;
  std::vector<std::int64_t> ceiling;
};

// The class of a row is that of its highest probability, the lowest class of equal ones. Errors:
// NotFound; BadFormat for a damaged file, or one without these answers.
[[nodiscard]] Result<StoredAnswers> readStoredAnswers(const std::filesystem::path& file);

// Probabilities of all classes, [rows, classes] one row after the other.
struct StoredDistributions {
  std::vector<std::int64_t> rows;  // of the split's source
  std::size_t classes = 0;
  std::int64_t student_step = 0;  // of the student's
  std::int64_t last_step = 0;     // of the ceiling's, after its last step
  std::vector<float> weak;        // the soft labels; empty where StoredAnswers::weak is
  std::vector<float> student;
  std::vector<float> ceiling;
};

// `split`: "test" or "transfer". Errors: those of readStoredAnswers().
[[nodiscard]] Result<StoredDistributions> readStoredDistributions(const std::filesystem::path& file,
                                                                  std::string_view split);

}  // namespace w2s
