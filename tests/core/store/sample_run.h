// What the store's tests share: a workspace of their own and made-up but recognisable content.
#pragma once

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QtTest>

#include "core/record/event.h"
#include "core/store/manifest.h"
#include "core/store/run_folder.h"
#include "tests/support/step_rows.h"

// Fails the test with the error's message. Evaluates the expression once.
#define VERIFY_OK(expression)                                                                     \
  do {                                                                                            \
    const auto& verified = (expression);                                                          \
    QVERIFY2(verified.has_value(), verified.has_value() ? "" : verified.error().message.c_str()); \
  } while (false)

namespace w2s::store::sample {

using record::StageId;
namespace stage = record::stage;
using test::StepRow;

class Workspace {
 public:
  [[nodiscard]] std::filesystem::path path() const {
    return folder_.path().toStdString();
  }
  [[nodiscard]] std::filesystem::path run(const std::string& id) const {
    return path() / "runs" / id;
  }

 private:
  QTemporaryDir folder_;
};

inline Manifest manifest(const std::string& id = "run") {
  Manifest made;
  made.id = id;
  made.name = "Übung \"1\"";
  made.seed = 7;
  made.device = "cpu";
  made.threads = 1;
  made.config.objective.temperature = 1.0 / 3.0;
  made.split_hashes = {{"weak", "00ff"}, {"test", "11ee"}};
  made.stages = {{.stage = stage::kWeak, .fingerprint = "aa"},
                 {.stage = stage::kStudent, .fingerprint = "bb"}};
  made.versions = currentVersions();
  return made;
}

// Numbers with full mantissas, different in every cell.
inline StepRow row(std::int64_t step) {
  const auto s = static_cast<double>(step);
  return {.step = step,
          .total = std::sqrt(s),
          .kd = std::sin(s) * 1e-300,
          .confidence = -std::cos(s) * 1e300,
          .ground_truth = s / 3.0,
          .entropy = std::log(s + 0.1),
          .kd_weight = 1.0 / (s + 7.0),
          .confidence_weight = 0.5,
          .ground_truth_weight = 0.0,
          .entropy_weight = -0.0,
          .learning_rate = 3e-3 / s,
          .temperature = std::exp(1.0 / s)};
}

// Steps first ... last.
inline std::vector<StepRow> rows(std::int64_t first, std::int64_t last) {
  std::vector<StepRow> made;
  for (std::int64_t step = first; step <= last; ++step) {
    made.push_back(row(step));
  }
  return made;
}

inline record::Event measured(const StageId& stage, std::int64_t first, std::int64_t last) {
  return record::StepsMeasured{.stage = stage, .rows = test::blockOf(rows(first, last))};
}

inline record::Event evaluated(const StageId& stage, std::int64_t step, double accuracy = 0.75) {
  return record::Evaluated{.stage = stage,
                           .evaluation = {.step = step,
                                          .seconds = 0.1,
                                          .test = {.accuracy = accuracy, .loss = 0.6, .n = 100},
                                          .test_agreement = {},
                                          .validation_agreement = 0.8}};
}

inline record::Event intervened(std::int64_t step, double value) {
  return record::Intervened{{.step = step,
                             .parameter = record::LiveParameter::KdWeight,
                             .old_value = 1.0,
                             .new_value = value}};
}

inline record::RunSummary summary(double student = 0.8) {
  record::RunSummary made;
  made.weak = {.accuracy = 0.6, .loss = 1.0, .n = 100};
  made.student = {.accuracy = student, .loss = 0.5, .n = 100};
  made.ceiling = {.accuracy = 0.9, .loss = 0.4, .n = 100};
  made.pgr.signed_value = (student - 0.6) / 0.3;
  return made;
}

// Writes every event; the first error, or none.
inline Status writeAll(RunWriter& writer, const std::vector<record::Event>& events) {
  for (const auto& event : events) {
    W2S_CHECK(writer.write(event));
  }
  return {};
}

}  // namespace w2s::store::sample
