// A run's predictions made up for tests of the examples: every category occurs, and what a row is
// can be computed again.
#pragma once

#include <array>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/file_io.h"
#include "core/base/seed.h"
#include "core/store/prediction_log.h"
#include "ui/bridge/example_set.h"

namespace w2s::test {

inline constexpr int kClasses = 10;

// The test rows of tests/support/idx_files.h have the labels 0 ... 9 in turn.
[[nodiscard]] inline int labelOf(std::uint32_t row) {
  return static_cast<int>(row % kClasses);
}

// A model that is right with the given chance, and otherwise near the truth.
[[nodiscard]] inline store::Predictions madeUpPredictions(const std::vector<std::uint32_t>& rows,
                                                          std::int64_t step, double accuracy,
                                                          const std::string& who) {
  SplitMix64 random(Seed{7}.child(who).child(std::to_string(step)));
  store::Predictions made{.step = step, .classes = {}, .confidences = {}};
  for (const std::uint32_t row : rows) {
    const bool right = static_cast<double>(random.below(1000)) < 1000.0 * accuracy;
    const auto off = 1 + random.below(3);
    made.classes.push_back(static_cast<std::uint16_t>(
        (labelOf(row) + (right ? 0 : static_cast<int>(off))) % kClasses));
    made.confidences.push_back(0.3F + 0.0007F * static_cast<float>(random.below(1000)));
  }
  return made;
}

[[nodiscard]] inline std::vector<std::uint32_t> firstRows(std::uint32_t count) {
  std::vector<std::uint32_t> rows(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    rows[i] = i;
  }
  return rows;
}

// How good the student of the made-up run is after so many steps.
[[nodiscard]] inline double accuracyAt(std::int64_t step) {
  return 0.3 + 0.5 * static_cast<double>(step) / (static_cast<double>(step) + 60.0);
}

// series/<stage>.predictions.bin of weak labels, student and ceiling, evaluated at `steps`. Without
// `knows_floor` the weak labels were made elsewhere, and not for the test rows.
[[nodiscard]] inline Status writeMadeUpRun(const std::filesystem::path& run_folder,
                                           std::uint32_t rows,
                                           const std::vector<std::int64_t>& steps,
                                           bool knows_floor = true) {
  const store::PredictedRows about{.rows = firstRows(rows), .classes = kClasses};
  const auto series = run_folder / "series";
  if (knows_floor) {
    W2S_TRY(auto weak,
            store::PredictionWriter::open(series / "weak_labels.predictions.bin", about));
    W2S_CHECK(weak.append(madeUpPredictions(about.rows, 0, 0.66, "weak")));
  }
  W2S_TRY(auto student, store::PredictionWriter::open(series / "student.predictions.bin", about));
  W2S_TRY(auto ceiling, store::PredictionWriter::open(series / "ceiling.predictions.bin", about));
  for (const std::int64_t step : steps) {
    // A student that half listens: of the weak supervisor's answer or of its own.
    auto own = madeUpPredictions(about.rows, step, accuracyAt(step), "student");
    const auto taught = madeUpPredictions(about.rows, 0, 0.66, "weak");
    for (std::size_t i = 0; i < own.classes.size(); i += 2) {
      own.classes[i] = taught.classes[i];
    }
    W2S_CHECK(student.append(own));
    W2S_CHECK(
        ceiling.append(madeUpPredictions(about.rows, step, accuracyAt(step) + 0.1, "ceiling")));
  }
  return {};
}

// Probabilities of all classes that say what these predictions say: the rest goes to the others alike.
[[nodiscard]] inline std::vector<float> madeUpDistributions(const store::Predictions& made) {
  std::vector<float> all;
  for (std::size_t row = 0; row < made.classes.size(); ++row) {
    for (int k = 0; k < kClasses; ++k) {
      all.push_back(k == made.classes[row] ? made.confidences[row]
                                           : (1.0F - made.confidences[row]) / (kClasses - 1));
    }
  }
  return all;
}

inline constexpr std::uint32_t kTransferRows = 20;  // 5, 6, ... of the training file

// predictions.safetensors of the run that writeMadeUpRun() makes: what it says of test rows after the
// last step, the student after the `selected` one (-1: the last), and of the transfer rows.
[[nodiscard]] inline Status writeMadeUpAnswers(const std::filesystem::path& run_folder,
                                               std::uint32_t rows, std::int64_t step,
                                               std::int64_t selected = -1,
                                               bool knows_floor = true) {
  selected = selected < 0 ? step : selected;
  std::string header = R"({"__metadata__":{"student.test.step":")" + std::to_string(selected) +
                       R"(","student.transfer.step":")" + std::to_string(step) + R"("})";
  std::string data;
  const auto add = [&](const std::string& name, const char* type, const std::string& shape,
                       const auto& values) {
    const std::size_t begin = data.size();
    data.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
    header += ",\"" + name + R"(":{"dtype":")" + type + R"(","shape":[)" + shape +
              R"(],"data_offsets":[)" + std::to_string(begin) + "," + std::to_string(data.size()) +
              "]}";
  };
  const auto addSplit = [&](const std::string& split, std::uint32_t first, std::uint32_t count,
                            const std::array<store::Predictions, 3>& made) {
    std::vector<std::int64_t> numbers;
    for (std::uint32_t i = 0; i < count; ++i) {
      numbers.push_back(first + i);
    }
    add(split + ".rows", "I64", std::to_string(count), numbers);
    for (std::size_t i = knows_floor || split != "test" ? 0 : 1; i < made.size(); ++i) {
      add((i == 0   ? "weak."
           : i == 1 ? "student."
                    : "ceiling.") +
              split,
          "F32", std::to_string(count) + ",10", madeUpDistributions(made[i]));
    }
  };
  auto student = madeUpPredictions(firstRows(rows), selected, accuracyAt(selected), "student");
  const auto weak = madeUpPredictions(firstRows(rows), 0, 0.66, "weak");
  for (std::size_t i = 0; i < student.classes.size(); i += 2) {
    student.classes[i] = weak.classes[i];
  }
  addSplit(
      "test", 0, rows,
      {weak, student, madeUpPredictions(firstRows(rows), step, accuracyAt(step) + 0.1, "ceiling")});
  const auto transfer = firstRows(kTransferRows);
  addSplit("transfer", 5, kTransferRows,
           {madeUpPredictions(transfer, 0, 0.6, "weak"),
            madeUpPredictions(transfer, step, 0.8, "student"),
            madeUpPredictions(transfer, step, 0.9, "ceiling")});
  header += "}";
  std::string bytes(8, '\0');
  const std::uint64_t size = header.size();
  std::memcpy(bytes.data(), &size, sizeof size);
  return writeFileAtomically(run_folder / "predictions.safetensors", bytes + header + data);
}

// The same as a set without files: images of one grey a class.
[[nodiscard]] inline std::shared_ptr<ui::ExampleSet> madeUpSet(std::uint32_t rows,
                                                               std::int64_t step = 100) {
  auto set = std::make_shared<ui::ExampleSet>();
  set->run_id = "made-up";
  set->rows = firstRows(rows);
  std::vector<data::ExampleView> views;
  for (std::uint32_t row = 0; row < rows; ++row) {
    set->labels.push_back(static_cast<std::uint16_t>(labelOf(row)));
    views.emplace_back(data::PictureView{
        .height = 28,
        .width = 28,
        .pixels =
            std::vector<std::uint8_t>(784, static_cast<std::uint8_t>(20 * labelOf(row) + 30))});
  }
  set->views = std::make_shared<const std::vector<data::ExampleView>>(std::move(views));
  for (int i = 0; i < kClasses; ++i) {
    set->class_names.push_back("class " + std::to_string(i));
  }
  const auto take = [&](ui::Answerer model, store::Predictions made) {
    set->of(model) = {.step = made.step,
                      .is_latest = true,
                      .classes = std::move(made.classes),
                      .confidences = std::move(made.confidences)};
  };
  take(ui::Answerer::Weak, madeUpPredictions(set->rows, 0, 0.66, "weak"));
  auto student = madeUpPredictions(set->rows, step, 0.75, "student");
  for (std::size_t i = 0; i < rows; i += 2) {
    student.classes[i] = set->of(ui::Answerer::Weak).classes[i];
  }
  take(ui::Answerer::Student, std::move(student));
  take(ui::Answerer::Ceiling, madeUpPredictions(set->rows, step, 0.85, "ceiling"));
  return set;
}

}  // namespace w2s::test
