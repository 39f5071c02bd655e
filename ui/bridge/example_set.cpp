#include "ui/bridge/example_set.h"

#include <algorithm>
#include <span>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/record/stage.h"
#include "core/store/prediction_log.h"
#include "core/store/workspace.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;

StageId stageOf(Answerer model) {
  switch (model) {
    case Answerer::Weak:
      return stage::kWeakLabels;
    case Answerer::Student:
      return stage::kStudent;
    case Answerer::Ceiling:
      return stage::kCeiling;
  }
  return stage::kStudent;
}

// The answers nearest to the step. The writer may replace its latest record while it is read: then
// the one before it is taken, and the next look finds the new one.
Answers answersFrom(store::PredictionLog& log, const std::optional<double>& step) {
  const auto last = static_cast<std::ptrdiff_t>(log.steps().size()) - 1;
  const auto wanted = step && last >= 0 ? static_cast<std::ptrdiff_t>(log.nearest(*step)) : last;
  for (std::ptrdiff_t index = wanted; index >= 0; --index) {
    if (auto read = log.read(static_cast<std::size_t>(index))) {
      return {.step = read->step,
              .is_latest = index == last,
              .classes = std::move(read->classes),
              .confidences = std::move(read->confidences)};
    }
  }
  return {};
}

// Of the classes with the highest probability, the lowest of equal ones.
void answerFrom(Answers& answers, std::size_t classes) {
  const std::size_t rows = answers.probabilities.size() / classes;
  answers.classes.resize(rows);
  answers.confidences.resize(rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::span<const float> all =
        std::span(answers.probabilities).subspan(row * classes, classes);
    const auto best = std::ranges::max_element(all);
    answers.classes[row] = static_cast<std::uint16_t>(best - all.begin());
    answers.confidences[row] = *best;
  }
}

std::vector<std::uint32_t> rowNumbers(const std::vector<std::int64_t>& rows) {
  return {rows.begin(), rows.end()};
}

std::filesystem::path answersFile(const ExampleQuery& query) {
  return store::runsFolder(query.workspace) / query.run_id / "predictions.safetensors";
}

// Whole distributions beside the answers, where they are of the same rows and steps.
void addDistributions(ExampleSet& set, const StoredDistributions& stored) {
  if (rowNumbers(stored.rows) != set.rows) {
    return;
  }
  const auto take = [&](Answerer model, const std::vector<float>& probabilities,
                        std::int64_t step) {
    if (set.knows(model) && set.of(model).step == step) {
      set.of(model).probabilities = probabilities;
    }
  };
  take(Answerer::Student, stored.student, stored.student_step);
  take(Answerer::Ceiling, stored.ceiling, stored.last_step);
  if (set.hasDistributions()) {
    take(Answerer::Weak, stored.weak, set.of(Answerer::Weak).step);  // the same at every step
  }
}

Status readEvaluation(ExampleSet& set, const ExampleQuery& query) {
  const auto series = store::runsFolder(query.workspace) / query.run_id / "series";
  for (const Answerer model : kAnswerers) {
    auto log =
        store::PredictionLog::open(series / fmt::format("{}.predictions.bin", stageOf(model)));
    if (!log || (!set.rows.empty() && set.rows != log->about().rows)) {
      continue;
    }
    set.of(model) = answersFrom(*log, query.step);
    if (set.knows(model)) {
      set.rows = log->about().rows;
    }
  }
  if (set.rows.empty()) {
    if (query.has_ended) {
      return fail(ErrorCode::NotFound,
                  "This run has recorded no predictions: it ended before its first evaluation, or "
                  "another program has made it.");
    }
    return fail(ErrorCode::NotFound,
                "The run has no predictions yet: they come with its first evaluation.");
  }
  return {};
}

Status readTransfer(ExampleSet& set, const ExampleQuery& query) {
  auto stored = readStoredDistributions(answersFile(query), data::split::kTransfer);
  if (!stored && stored.error().code == ErrorCode::NotFound) {
    if (query.has_ended) {
      return fail(ErrorCode::NotFound,
                  "What models say of transfer rows is recorded when a run finishes, and this one "
                  "did not.");
    }
    return fail(ErrorCode::NotFound,
                "What models say of transfer rows is recorded when the run finishes.");
  }
  if (!stored) {
    return tl::unexpected(stored.error());
  }
  set.rows = rowNumbers(stored->rows);
  set.of(Answerer::Weak) = {.probabilities = std::move(stored->weak)};
  set.of(Answerer::Student) = {.step = stored->student_step,
                               .probabilities = std::move(stored->student)};
  set.of(Answerer::Ceiling) = {.step = stored->student_step,
                               .probabilities = std::move(stored->ceiling)};
  for (const Answerer model : kAnswerers) {
    answerFrom(set.of(model), stored->classes);
  }
  return {};
}

Result<std::shared_ptr<const std::vector<data::ExampleView>>> viewsOf(
    data::Dataset& dataset, std::string_view source, const std::vector<std::uint32_t>& rows) {
  auto views = std::make_shared<std::vector<data::ExampleView>>();
  views->reserve(rows.size());
  for (const std::uint32_t row : rows) {
    W2S_TRY(data::ExampleView view, dataset.view(source, row));
    views->push_back(std::move(view));
  }
  return views;
}

}  // namespace

bool ExampleSet::hasDistributions() const {
  return !of(Answerer::Student).probabilities.empty() ||
         !of(Answerer::Ceiling).probabilities.empty();
}

const StoredDistributions* ExampleReader::distributionsOf(const std::filesystem::path& file) {
  std::error_code error;
  const auto written = std::filesystem::last_write_time(file, error);
  if (error) {
    return nullptr;
  }
  if (!read_ || read_->file != file || read_->written != written) {
    read_.reset();
    auto found = readStoredDistributions(file, data::split::kTest);
    if (!found) {
      return nullptr;
    }
    read_ = {.file = file, .written = written, .found = std::move(*found)};
  }
  return &read_->found;
}

Result<std::shared_ptr<const ExampleSet>> ExampleReader::read(const ExampleQuery& query) {
  auto set = std::make_shared<ExampleSet>();
  set->run_id = query.run_id;
  set->split = query.split;
  set->has_ended = query.has_ended;
  W2S_CHECK(query.split == ExampleSplit::Test ? readEvaluation(*set, query)
                                              : readTransfer(*set, query));
  if (query.split == ExampleSplit::Test && query.has_ended) {
    if (const StoredDistributions* stored = distributionsOf(answersFile(query))) {
      addDistributions(*set, *stored);
    }
  }
  Opened& opened = opened_[query.data_set];
  if (opened.dataset == nullptr || !opened.dataset->isCurrent()) {
    opened = {};
    W2S_TRY(opened.dataset, data::openDataSet(query.data_set, query.data_folder));
  }
  data::Dataset& dataset = *opened.dataset;
  W2S_TRY(const data::Source source,
          data::findSource(
              dataset, query.split == ExampleSplit::Test ? data::kTestSource : data::kTrainSource));
  const bool fits = std::ranges::all_of(
      set->rows, [&](std::uint32_t row) { return std::int64_t{row} < source.rows; });
  if (!fits) {
    return fail(
        ErrorCode::BadFormat,
        query.split == ExampleSplit::Test
            ? sentence("The run was made with more test rows than {} holds now.",
                       dataset.card().title)
            : sentence("The run was made with more rows than {} holds now.", dataset.card().title));
  }
  Seen& seen = opened.seen[query.split];
  if (seen.views == nullptr || seen.rows != set->rows) {
    W2S_TRY(seen.views, viewsOf(dataset, source.name, set->rows));
    seen.rows = set->rows;
  }
  set->views = seen.views;
  set->class_names = dataset.card().class_names;
  // The data set may have other classes now than when the run was made.
  for (Answers& answers : set->answers) {
    if (answers.probabilities.size() != set->size() * set->classes()) {
      answers.probabilities.clear();
    }
  }
  W2S_TRY(const data::Labels labels,
          dataset.targets({.source = source.name, .index = {set->rows.begin(), set->rows.end()}}));
  set->labels.assign(labels.begin(), labels.end());
  return set;
}

}  // namespace w2s::ui
