#include "ui/bridge/example_set.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/data/registry.h"
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

Result<std::shared_ptr<const ExampleSet>> ExampleReader::read(const ExampleQuery& query) {
  auto set = std::make_shared<ExampleSet>();
  set->run_id = query.run_id;
  const auto series = store::runsFolder(query.workspace) / query.run_id / "series";
  for (const Answerer model : kAnswerers) {
    auto log =
        store::PredictionLog::open(series / fmt::format("{}.predictions.bin", stageOf(model)));
    if (!log || (!set->rows.empty() && set->rows != log->about().rows)) {
      continue;
    }
    set->of(model) = answersFrom(*log, query.step);
    if (set->knows(model)) {
      set->rows = log->about().rows;
    }
  }
  if (set->rows.empty()) {
    return fail(ErrorCode::NotFound,
                "The run has no predictions yet: they come with its first evaluation.");
  }
  Opened& opened = opened_[query.data_set];
  if (opened.dataset == nullptr || !opened.dataset->isCurrent()) {
    opened = {};
    W2S_TRY(opened.dataset, data::openDataSet(query.data_set, query.data_folder));
  }
  data::Dataset& dataset = *opened.dataset;
  W2S_TRY(const data::Source source, data::findSource(dataset, data::kTestSource));
  const bool fits = std::ranges::all_of(
      set->rows, [&](std::uint32_t row) { return std::int64_t{row} < source.rows; });
  if (!fits) {
    return fail(
        ErrorCode::BadFormat,
        sentence("The run was made with more test rows than {} holds now.", dataset.card().title));
  }
  if (opened.views == nullptr || opened.rows != set->rows) {
    W2S_TRY(opened.views, viewsOf(dataset, source.name, set->rows));
    opened.rows = set->rows;
  }
  set->views = opened.views;
  set->class_names = dataset.card().class_names;
  W2S_TRY(const data::Labels labels,
          dataset.targets({.source = source.name, .index = {set->rows.begin(), set->rows.end()}}));
  set->labels.assign(labels.begin(), labels.end());
  return set;
}

}  // namespace w2s::ui
