#include "ui/bridge/seed_course.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace w2s::ui {
namespace {

std::vector<const RunSeries*> thoseThatCount(std::span<const RunSeries* const> runs,
                                             const record::StageId& stage) {
  std::vector<const RunSeries*> done;
  std::size_t furthest = 0;
  for (const RunSeries* run : runs) {
    furthest = std::max(furthest, run->stage(stage).evaluations.size());
    if (run->stage(stage).state == StageSeries::State::Finished && !run->stopped) {
      done.push_back(run);
    }
  }
  if (done.size() >= 2) {
    return done;
  }
  std::vector<const RunSeries*> abreast;
  std::ranges::copy_if(runs, std::back_inserter(abreast), [&](const RunSeries* run) {
    const std::size_t evaluations = run->stage(stage).evaluations.size();
    return evaluations > 0 && 2 * evaluations >= furthest;
  });
  return abreast;
}

}  // namespace

SeedCourse seedCourse(std::span<const RunSeries* const> runs, const record::StageId& stage) {
  SeedCourse course{.runs = thoseThatCount(runs, stage), .rows = {}};
  if (course.runs.size() < 2) {
    return course;
  }
  for (const metrics::Evaluation& first : course.runs.front()->stage(stage).evaluations) {
    SeedCourse::Row row{.step = static_cast<double>(first.step), .evaluations = {}};
    for (const RunSeries* run : course.runs) {
      const auto& evaluations = run->stage(stage).evaluations;
      const auto found =
          std::ranges::lower_bound(evaluations, first.step, {}, &metrics::Evaluation::step);
      if (found != evaluations.end() && found->step == first.step) {
        row.evaluations.push_back(&*found);
      }
    }
    if (row.evaluations.size() == course.runs.size()) {
      course.rows.push_back(std::move(row));
    }
  }
  return course;
}

}  // namespace w2s::ui
