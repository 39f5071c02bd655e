// Which predictions the examples page shows, and what it says while there are none.
#include <utility>

#include <QListView>
#include <QScrollBar>
#include <QToolButton>

#include "ui/bridge/examples_source.h"
#include "ui/bridge/experiment_session.h"
#include "ui/models/examples_model.h"
#include "ui/pages/examples_page.h"
#include "ui/widgets/confusion_view.h"
#include "ui/widgets/example_filter_bar.h"
#include "ui/widgets/segment_row.h"

namespace w2s::ui {

namespace {

using record::StageId;
namespace stage = record::stage;

}  // namespace

void ExamplesPage::showStep(double step) {
  const auto wanted = step >= 0.0 ? std::optional(step) : std::nullopt;  // NaN compares false
  if (wanted != step_) {
    step_ = wanted;
    latest_->setVisible(step_.has_value() && split_ == ExampleSplit::Test);
    follow();
  }
}

void ExamplesPage::chooseSplit(ExampleSplit split) {
  if (split == split_) {
    return;
  }
  split_ = split;
  splits_->setCurrent(static_cast<int>(split));
  latest_->setVisible(step_.has_value() && split == ExampleSplit::Test);
  if (split == ExampleSplit::Transfer) {
    rows_.reset();
    filters_->chooseRows(nullptr);  // those are test rows
  }
  showStepText();
  follow();
}

void ExamplesPage::showRows(const QString& run, std::shared_ptr<const ChosenRows> rows) {
  run_of_rows_ = run.toStdString();
  rows_ = std::move(rows);
  chooseSplit(ExampleSplit::Test);
  if (set_ && set_->split == ExampleSplit::Test && set_->run_id == run_of_rows_) {
    filters_->chooseRows(std::exchange(rows_, nullptr));
  }
}

void ExamplesPage::setWatched(bool watched) {
  is_watched_ = watched;
  follow();
}

void ExamplesPage::follow() {
  const RunSeries& series = session_.focus().series();
  if (!isVisible() && !is_watched_) {
    return;  // showEvent() and setWatched() catch up
  }
  if (series.id.empty()) {
    return;
  }
  const auto latest = [&](const StageId& stage) {
    const auto& evaluations = series.stage(stage).evaluations;
    return evaluations.empty() ? std::int64_t{-1} : evaluations.back().step;
  };
  Wanted wanted{.run_id = series.id,
                .weak = series.stage(stage::kWeakLabels).state == StageSeries::State::Finished,
                .student = latest(stage::kStudent),
                .ceiling = latest(stage::kCeiling),
                .step = split_ == ExampleSplit::Test ? step_ : std::nullopt,
                .split = split_,
                .has_ended = !isActive(session_.focus().state())};
  if (wanted == asked_) {
    return;
  }
  if (!asked_ || asked_->run_id != wanted.run_id || asked_->split != wanted.split) {
    set_.reset();
    chosen_.reset();
    model_->setExamples(nullptr);
  }
  if (!set_) {
    showEmpty(waitingText(wanted), false);
  }
  asked_ = std::move(wanted);
  source_->request({.workspace = folders_.workspace,
                    .data_folder = folders_.data,
                    .run_id = series.id,
                    .data_set = session_.focus().config().task.dataset,
                    .step = asked_->step,
                    .split = asked_->split,
                    .has_ended = asked_->has_ended});
}

// What the page says until a set is there: that it is read, or when there will be one.
QString ExamplesPage::waitingText(const Wanted& wanted) const {
  const bool is_recorded =
      wanted.has_ended || (wanted.split == ExampleSplit::Test &&
                           (wanted.weak || wanted.student >= 0 || wanted.ceiling >= 0));
  if (is_recorded) {
    return tr("Reading the predictions of this run\u2026");
  }
  return wanted.split == ExampleSplit::Test
             ? tr("The run has no predictions yet: they come with its first evaluation.")
             : tr("What models say of transfer rows is recorded when the run finishes.");
}

void ExamplesPage::take(const std::shared_ptr<const ExampleSet>& set) {
  if (!asked_ || set->run_id != asked_->run_id || set->split != asked_->split) {
    return;  // of a run or rows that are no longer shown
  }
  set_ = set;
  if (set->run_id != run_of_rows_) {
    filters_->chooseRows(nullptr);
  } else if (rows_ != nullptr) {
    filters_->chooseRows(std::exchange(rows_, nullptr));
  }
  const int scrolled = grid_->verticalScrollBar()->value();
  model_->setExamples(set);
  grid_->verticalScrollBar()->setValue(scrolled);
  QStringList names;
  for (const std::string& name : set->class_names) {
    names += QString::fromStdString(name);
  }
  for (const Answerer model : kAnswerers) {
    matrices_[static_cast<std::size_t>(model)]->setConfusion(confusionOf(*set, model), names,
                                                             set->has_ended);
  }
}

void ExamplesPage::showProblem(const QString& message) {
  if (!set_) {
    showEmpty(message, false);
  }
}

}  // namespace w2s::ui
