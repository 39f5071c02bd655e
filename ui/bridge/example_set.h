// The test images, or those of the transfer split, of one run with what weak supervisor, student and
// ceiling say about each: plain values, read from the run folder and the data set. Free of Qt and of LibTorch.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/data/dataset.h"
#include "core/weights/stored_answers.h"

namespace w2s::ui {

// Whose answer; the order in which they are shown everywhere.
enum class Answerer { Weak, Student, Ceiling };
inline constexpr std::array<Answerer, 3> kAnswerers{Answerer::Weak, Answerer::Student,
                                                    Answerer::Ceiling};

// Which rows.
enum class ExampleSplit { Test, Transfer };

// Of one model for every row. Empty while the model has not been evaluated.
struct Answers {
  std::int64_t step = 0;  // completed steps of the evaluation; 0 for the weak supervisor
  bool is_latest = true;  // of those recorded
  std::vector<std::uint16_t> classes;
  std::vector<float> confidences;  // of the predicted class, in [0, 1]
  // Of all classes, a row after the other; empty: not recorded. Of a run that has finished they are: the
  // student's of the step that its summary tells of, the ceiling's of its last step.
  std::vector<float> probabilities;

  [[nodiscard]] bool known() const {
    return !classes.empty();
  }
};

struct ExampleSet {
  std::string run_id;
  ExampleSplit split = ExampleSplit::Test;
  std::vector<std::uint32_t> rows;  // of the data set's test source; of transfer, of the other one
  std::vector<std::uint16_t> labels;  // ground truth, one a row
  std::vector<std::string> class_names;
  std::shared_ptr<const std::vector<data::ExampleView>>
      views;  // one a row; shared by all sets of the run
  std::array<Answers, kAnswerers.size()> answers;
  bool has_ended = false;  // the run: what is not known will not be

  [[nodiscard]] std::size_t size() const {
    return rows.size();
  }
  [[nodiscard]] std::size_t classes() const {
    return class_names.size();
  }
  [[nodiscard]] const Answers& of(Answerer model) const {
    return answers[static_cast<std::size_t>(model)];
  }
  [[nodiscard]] Answers& of(Answerer model) {
    return answers[static_cast<std::size_t>(model)];
  }
  [[nodiscard]] bool knows(Answerer model) const {
    return of(model).known();
  }
  // Whether the whole distributions of student or ceiling are known.
  [[nodiscard]] bool hasDistributions() const;
  // Of one row; empty where they are not known.
  [[nodiscard]] std::span<const float> distribution(Answerer model, std::size_t position) const {
    const std::vector<float>& all = of(model).probabilities;
    return all.empty() ? std::span<const float>()
                       : std::span(all).subspan(position * classes(), classes());
  }
  // Both need knows(model).
  [[nodiscard]] bool isRight(Answerer model, std::size_t position) const {
    return of(model).classes[position] == labels[position];
  }
};

struct ExampleQuery {
  std::filesystem::path workspace;
  std::filesystem::path data_folder;  // empty: the data set's usual places
  std::string run_id;
  std::string data_set;        // a registered name
  std::optional<double> step;  // the evaluation nearest to it; empty: the latest. Of test rows.
  ExampleSplit split = ExampleSplit::Test;
  bool has_ended = false;  // the run: what is not recorded will not be
};

// Reads example sets; keeps opened data sets, the rows shown last and their distributions, so that they
// are read once. One thread.
class ExampleReader {
 public:
  // Errors, as sentences: the data set is not there, the run has no predictions (yet).
  [[nodiscard]] Result<std::shared_ptr<const ExampleSet>> read(const ExampleQuery& query);

 private:
  struct Seen {
    std::vector<std::uint32_t> rows;  // those of `views`
    std::shared_ptr<const std::vector<data::ExampleView>> views;
  };
  struct Opened {
    std::shared_ptr<data::Dataset> dataset;
    std::map<ExampleSplit, Seen> seen;
  };
  // What a file says, so that it is not read again for each step; null: it cannot be read.
  [[nodiscard]] const StoredDistributions* distributionsOf(const std::filesystem::path& file);

  struct Read {
    std::filesystem::path file;
    std::filesystem::file_time_type written;
    StoredDistributions found;
  };
  std::optional<Read> read_;              // of test rows
  std::map<std::string, Opened> opened_;  // by data set
};

}  // namespace w2s::ui
