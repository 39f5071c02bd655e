// Finished runs with answers, for tests of comparisons: made by the store, without training.
#pragma once

#include <cmath>
#include <cstring>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <QtGlobal>

#include "core/base/file_io.h"
#include "core/store/run_folder.h"

namespace w2s::test {

struct ComparedSample {
  std::string id;
  std::string experiment;
  std::int64_t seed = 0;
  double temperature = 1.0;
  std::string data = "d";
  std::string test_rows = "t";
  std::vector<std::int64_t> labels;
  std::vector<std::int64_t> student;  // classes 0 to 2
  double weak = 0.6;  // NaN: the weak labels were made elsewhere, and the floor is unknown
  double ceiling = 0.85;

  [[nodiscard]] bool knowsFloor() const {
    return std::isfinite(weak);
  }
  [[nodiscard]] double accuracy() const {
    double right = 0.0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      right += labels[i] == student[i] ? 1.0 : 0.0;
    }
    return right / static_cast<double>(labels.size());
  }
};

// Bytes of a safetensors file by hand: test.rows are 10, 11, ...; of a model's answer the class has
// the probability .5 and the others .25.
[[nodiscard]] inline std::string answersFile(const ComparedSample& sample) {
  const std::size_t rows = sample.labels.size();
  std::string header;
  std::string data;
  const auto add = [&](const char* name, const char* type, const std::string& shape,
                       const auto& values) {
    const std::size_t begin = data.size();
    data.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(values[0]));
    header += (header.empty() ? "{\"" : ",\"") + std::string(name) + R"(":{"dtype":")" + type +
              R"(","shape":[)" + shape + R"(],"data_offsets":[)" + std::to_string(begin) + "," +
              std::to_string(data.size()) + "]}";
  };
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < rows; ++i) {
    numbers.push_back(static_cast<std::int64_t>(i) + 10);
  }
  add("test.rows", "I64", std::to_string(rows), numbers);
  add("test.labels", "I64", std::to_string(rows), sample.labels);
  for (const std::string model : {"weak.test", "student.test", "ceiling.test"}) {
    if (model == "weak.test" && !sample.knowsFloor()) {
      continue;
    }
    std::vector<float> probabilities(3 * rows, .25F);
    for (std::size_t i = 0; i < rows; ++i) {
      probabilities[3 * i + static_cast<std::size_t>(sample.student[i])] = .5F;
    }
    add(model.c_str(), "F32", std::to_string(rows) + ",3", probabilities);
  }
  header += "}";
  std::string bytes(8, '\0');
  const std::uint64_t size = header.size();
  std::memcpy(bytes.data(), &size, sizeof size);
  return bytes + header + data;
}

inline void recordComparedRun(const std::filesystem::path& workspace,
                              const ComparedSample& sample) {
  using namespace record;
  store::Manifest manifest;
  manifest.id = sample.id;
  manifest.name = "sample";
  manifest.seed = sample.seed;
  manifest.created = "2026-11-23T12:00:00Z";
  manifest.experiment = sample.experiment;
  manifest.device = "cpu";
  manifest.threads = 1;
  manifest.config.name = "sample";
  if (!sample.knowsFloor()) {
    manifest.config.weak.front().labels = "elsewhere";
  }
  manifest.config.objective.temperature = sample.temperature;
  manifest.data_fingerprint = sample.data;
  manifest.split_hashes = {{"test", sample.test_rows}};
  manifest.versions = store::currentVersions();
  auto writer = store::RunWriter::create(workspace, manifest);
  if (!writer) {
    qFatal("%s", writer.error().message.c_str());
  }
  const auto share = [&sample](double accuracy) {
    return metrics::Performance{.accuracy = accuracy,
                                .n = static_cast<std::int64_t>(sample.labels.size())};
  };
  RunSummary summary;
  if (sample.knowsFloor()) {
    summary.weak = share(sample.weak);
  } else {
    summary.pgr.status = metrics::PgrStatus::FloorUnknown;
  }
  summary.ceiling = share(sample.ceiling);
  summary.student = share(sample.accuracy());
  summary.final_step = {.step = 40, .accuracy = sample.accuracy()};
  if (sample.knowsFloor()) {
    summary.pgr.signed_value = (sample.accuracy() - sample.weak) / (sample.ceiling - sample.weak);
  }
  summary.measures = {{.measure = "cross_entropy",
                       .weak = sample.knowsFloor() ? 0.9 : metrics::kUndefined,
                       .student = 0.8,
                       .ceiling = 0.5}};
  summary.seconds = 1.5;
  std::vector<Event> events{
      RunStarted{.name = "sample",
                 .seed = sample.seed,
                 .device = "cpu",
                 .stages = {{.id = stage::kWeakLabels, .fingerprint = "a"},
                            {.id = stage::kCeiling, .fingerprint = "b"},
                            {.id = stage::kStudent, .fingerprint = "c", .steps = 40}}},
      StageFinished{.stage = stage::kWeakLabels, .test = summary.weak},
      StageFinished{.stage = stage::kCeiling, .test = summary.ceiling},
      StageStarted{.stage = stage::kStudent, .steps = 40}};
  for (const std::int64_t step : {20, 40}) {  // half of it after half of the steps
    metrics::Evaluation evaluation;
    evaluation.step = step;
    evaluation.test = share(sample.accuracy() * static_cast<double>(step) / 40.0);
    events.push_back(Evaluated{.stage = stage::kStudent, .evaluation = evaluation});
  }
  events.push_back(StageFinished{.stage = stage::kStudent, .test = summary.student});
  bool written = true;
  for (const Event& event : events) {
    written = written && writer->write(event).has_value();
  }
  written = written && writer->writeSummary(summary).has_value() &&
            writer->write(RunFinished{.summary = summary}).has_value() &&
            writeFileAtomically(writer->folder() / "predictions.safetensors", answersFile(sample))
                .has_value();
  if (!written) {
    qFatal("the run cannot be written");
  }
}

}  // namespace w2s::test
