#include "ui/charts/study_charts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/config/form.h"
#include "core/metrics/intervals.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"

namespace w2s::ui::charts {
namespace {

using study::Cell;
using study::CellState;

constexpr double kBeside = 0.05;  // of the distance between two values

// What a chart shows of a cell: the measure with its 95 % interval over seeds.
struct Shown {
  double value = metrics::kUndefined;
  std::optional<metrics::Interval> interval = {};
  std::int64_t n = 0;
};

// t interval of a mean over seeds.
std::optional<metrics::Interval> intervalOf(const metrics::MeanAndSd& over) {
  if (over.n < 2) {
    return std::nullopt;
  }
  const double half =
      metrics::tQuantile975(over.n - 1) * over.sd / std::sqrt(static_cast<double>(over.n));
  return metrics::Interval{over.mean - half, over.mean + half};
}

Shown shownOf(const CellState& cell, StudyMeasure measure) {
  if (measure == StudyMeasure::Accuracy) {
    return {.value = cell.student.mean, .interval = intervalOf(cell.student), .n = cell.student.n};
  }
  if (!cell.pgr || !metrics::isMeaningful(cell.pgr->pgr)) {
    return {};
  }
  return {
      .value = *cell.pgr->pgr.signed_value, .interval = cell.pgr->pgr.ci95, .n = cell.pgr->used};
}

std::string number(double value, StudyMeasure measure) {
  return measure == StudyMeasure::Pgr ? inWords("{:.2f}", value) : inWords("{:.1f}", 100.0 * value);
}

// In a word or two, why there is no PGR.
std::string whyNone(const CellState& cell) {
  switch (cell.pgr ? cell.pgr->pgr.status : metrics::PgrStatus::Unknown) {
    case metrics::PgrStatus::CeilingNotAboveWeak:
      return words("charts", "no gap");
    case metrics::PgrStatus::WeakAtChance:
      return words("charts", "weak at chance");
    case metrics::PgrStatus::GapNotSignificant:
      return words("charts", "gap in the noise");
    case metrics::PgrStatus::StudentStartsAboveWeak:
      return words("charts", "starts above weak");
    case metrics::PgrStatus::FloorUnknown:
      return words("charts", "floor unknown");
    case metrics::PgrStatus::Ok:
    case metrics::PgrStatus::Unknown:
      break;
  }
  return words("charts", "unknown");
}

std::string noteOf(const CellState& cell, const Shown& shown, StudyMeasure measure) {
  const auto runs = static_cast<std::int64_t>(cell.runs.size());
  if (cell.has(study::RunStatus::Failed)) {
    return words("charts", "failed");
  }
  if (cell.finished() < runs) {
    return cell.finished() == 0 && !cell.has(study::RunStatus::Running)
               ? words("charts", "not trained")
               : inWords(words("charts", "{} of {}"), cell.finished(), runs);
  }
  if (!shown.interval) {
    return std::isfinite(shown.value) ? inWords(words("charts", "n = {}"), shown.n) : whyNone(cell);
  }
  return "\u00b1" + number((shown.interval->high - shown.interval->low) / 2.0, measure);
}

// So that the student may have recovered nothing, or less.
bool reachesFloor(const CellState& cell, const Shown& shown, StudyMeasure measure) {
  const double floor = measure == StudyMeasure::Pgr ? 0.0 : cell.weak.mean;
  return shown.interval && shown.interval->low <= floor;
}

std::string measureName(StudyMeasure measure) {
  return measure == StudyMeasure::Pgr ? words("charts", "Performance gap recovered")
                                      : words("charts", "Student, test accuracy");
}

// "95 % interval over 5 seeds; Steps = 400"
std::string about(const StudyView& view, std::span<const std::string> keys,
                  const std::vector<std::size_t>& cells) {
  std::set<std::int64_t> counts;
  for (const std::size_t i : cells) {
    if (const auto n = shownOf((*view.state)[i], view.measure).n; n > 0) {
      counts.insert(n);
    }
  }
  std::string text;
  if (!counts.empty()) {
    const std::string n = counts.size() == 1 ? std::to_string(*counts.begin())
                                             : inWords(words("charts", "{} to {}"), *counts.begin(),
                                                       *counts.rbegin());
    text = *counts.rbegin() > 1 ? inWords(words("charts", "95 % interval over {} seeds"), n)
                                : words("charts", "one seed: no interval");
  }
  for (const study::Axis& axis : study::axesOf(*view.study)) {
    const auto value = study::valueOf(view.study->cells[view.reference], axis.key);
    if (std::ranges::find(keys, axis.key) == keys.end() && value) {
      text += (text.empty() ? "" : "; ") +
              fmt::format("{} = {}", settingName(*view.study, axis.key), settingValue(*value));
    }
  }
  return text;
}

study::Axis axisOf(const study::Study& study, const std::string& key) {
  for (study::Axis& axis : study::axesOf(study)) {
    if (axis.key == key) {
      return std::move(axis);
    }
  }
  return {.key = key, .values = {}};
}

std::vector<Place> placesOf(const study::Axis& axis) {
  std::vector<Place> places;
  for (std::size_t i = 0; i < axis.values.size(); ++i) {
    places.push_back({static_cast<double>(i), settingValue(axis.values[i])});
  }
  return places;
}

std::optional<std::size_t> placeOf(const study::Axis& axis, const Cell& cell) {
  const auto value = study::valueOf(cell, axis.key);
  const auto found = value ? std::ranges::find(axis.values, *value) : axis.values.end();
  return found != axis.values.end()
             ? std::optional(static_cast<std::size_t>(found - axis.values.begin()))
             : std::nullopt;
}

// A curve over the places of a setting: as many values as places, NaN where there is none.
struct Line {
  std::vector<float> y;
  std::vector<float> low;
  std::vector<float> high;
  std::int64_t n = 0;  // of the point with the most

  explicit Line(std::size_t places)
      : y(places, std::nanf("")), low(places, std::nanf("")), high(places, std::nanf("")) {}
  void put(std::size_t at, const Shown& shown) {
    y[at] = static_cast<float>(shown.value);
    if (shown.interval) {
      low[at] = static_cast<float>(shown.interval->low);
      high[at] = static_cast<float>(shown.interval->high);
    }
    n = std::max(n, shown.n);
  }
};

// `beside`: from its places, so that bars of several lines do not cover each other.
void addLine(ChartData& chart, Curve curve, Line line, double beside = 0.0) {
  if (std::ranges::none_of(line.y, [](float value) { return std::isfinite(value); })) {
    return;
  }
  Column column{.x = {}, .y = std::move(line.y)};
  for (std::size_t i = 0; i < column.y.size(); ++i) {
    column.x.push_back(static_cast<double>(i) + beside);
  }
  if (line.n > 1) {
    column.low = std::move(line.low);
    column.high = std::move(line.high);
    curve.band = inWords(words("charts", "mean, 95 % interval over seeds, n = {}"), line.n);
  }
  chart.addOwned(std::move(curve), std::move(column));
}

void addFloorAndCeiling(ChartData& chart, const StudyView& view, const study::Axis& axis,
                        const std::vector<std::size_t>& cells) {
  const auto add = [&](const metrics::MeanAndSd CellState::*model, std::string label, Ink ink,
                       Shape shape) {
    Line line(axis.values.size());
    for (const std::size_t i : cells) {
      const metrics::MeanAndSd& over = (*view.state)[i].*model;
      if (const auto at = placeOf(axis, view.study->cells[i]); at && over.n > 0) {
        line.put(*at, {.value = over.mean, .interval = intervalOf(over), .n = over.n});
      }
    }
    addLine(chart, {.label = std::move(label), .ink = ink, .shape = shape}, std::move(line));
  };
  add(&CellState::weak, words("charts", "weak"), Ink::Weak, Shape::Square);
  add(&CellState::ceiling, words("charts", "ceiling"), Ink::Ceiling, Shape::Diamond);
}

}  // namespace

std::string settingName(const study::Study& study, const std::string& key) {
  for (const config::ExperimentConfig* config :
       {&study.base, study.cells.empty() ? &study.base : &study.cells.front().config}) {
    const std::vector<config::FormField> fields = config::describe(*config);
    for (const std::string& known : {key, key + ".base", key + ".kind"}) {
      if (const config::FormField* field = findField(fields, known)) {
        // The base of a schedule is called after the schedule.
        const config::FormField* whole =
            known == key && key.ends_with(".base") ? findField(fields, field->parent) : nullptr;
        return wordsOf("config", (whole != nullptr ? whole : field)->label);
      }
    }
  }
  return std::string(study::shortKey(key));
}

std::string settingValue(const std::string& value) {
  constexpr std::size_t kMostLetters = 7;  // a drawn number has up to 17 digits
  const auto number = study::numberOf(value);
  return !number                        ? value
         : value.size() <= kMostLetters ? localNumber(value)
                                        : inWords("{:.4g}", *number);
}

std::vector<NamedAxis> namedAxes(const study::Study& study) {
  std::vector<NamedAxis> named;
  for (study::Axis& axis : study::axesOf(study)) {
    std::string name = settingName(study, axis.key);
    named.push_back({std::move(axis), std::move(name)});
  }
  return named;
}

std::string cellTitle(const std::vector<NamedAxis>& axes, const Cell& cell) {
  std::string title;
  for (const NamedAxis& named : axes) {
    if (const auto value = study::valueOf(cell, named.axis.key)) {
      title += (title.empty() ? "" : ", ") + fmt::format("{} {}", named.name, settingValue(*value));
    }
  }
  return title.empty() ? words("charts", "as it is") : title;
}

StudyMap studyMap(const StudyView& view, const std::string& x_key, const std::string& y_key) {
  const study::Axis x = axisOf(*view.study, x_key);
  const study::Axis y = axisOf(*view.study, y_key);
  const std::vector<std::string> keys{x_key, y_key};
  const std::vector<std::size_t> cells = study::cellsAlong(*view.study, keys, view.reference);
  const std::vector<NamedAxis> axes = namedAxes(*view.study);
  StudyMap map;
  ChartData& chart = map.chart;
  chart.id = "study-map";
  chart.title = measureName(view.measure);
  chart.subtitle = about(view, keys, cells);
  chart.help = words(
      "charts",
      "Each tile is one experiment: a mean over its seeds. Hatched: the interval covers what the "
      "weak model reaches, so that the student may have recovered nothing. Framed: the highest "
      "mean, which is overestimated, being the highest of many.");
  chart.over_course = false;
  chart.x_title = settingName(*view.study, x_key);
  chart.y_title = y.values.empty() ? std::string() : settingName(*view.study, y_key);
  chart.x_places = placesOf(x);
  chart.y_places = placesOf(y);
  if (chart.y_places.empty()) {
    chart.y_places = {{0.0, {}}};
  }
  const auto rows = static_cast<double>(chart.y_places.size());
  for (Place& place : chart.y_places) {  // the first value stands at the top, as in a table
    place.at = rows - 1.0 - place.at;
  }
  chart.x_low = -0.5;
  chart.x_high = static_cast<double>(x.values.size()) - 0.5;
  chart.y_window = Range{-0.5, rows - 0.5};
  chart.empty_text = words("charts", "No run of this study is finished yet.");

  const std::size_t places = chart.x_places.size() * chart.y_places.size();
  if (view.study->cells.size() > 1 && (cells.size() < 2 || 3 * cells.size() < places)) {
    chart.empty_text = words("charts",
                             "These values do not form a grid; the lines of all runs compare the "
                             "cells.");
    chart.y_places.clear();
    chart.x_places.clear();
    return map;
  }
  Range range{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  std::optional<std::size_t> best;
  for (const std::size_t i : cells) {
    const double value = shownOf((*view.state)[i], view.measure).value;
    if (std::isfinite(value)) {
      best = value > range.high ? std::optional(i) : best;
      range = {std::min(range.low, value), std::max(range.high, value)};
    }
  }
  for (const std::size_t i : cells) {
    const CellState& cell = (*view.state)[i];
    const auto column = placeOf(x, view.study->cells[i]);
    const auto row =
        y.values.empty() ? std::optional<std::size_t>(0) : placeOf(y, view.study->cells[i]);
    if (!column || !row) {
      continue;
    }
    const Shown shown = shownOf(cell, view.measure);
    const double at_x = static_cast<double>(*column);
    const double at_y = rows - 1.0 - static_cast<double>(*row);
    const bool known = std::isfinite(shown.value);
    chart.tiles.push_back({.x_low = at_x - 0.5,
                           .x_high = at_x + 0.5,
                           .y_low = at_y - 0.5,
                           .y_high = at_y + 0.5,
                           .value = shown.value,
                           .share = !known               ? std::numeric_limits<double>::quiet_NaN()
                                    : range.span() > 0.0 ? (shown.value - range.low) / range.span()
                                                         : 0.5,
                           .text = known ? number(shown.value, view.measure) : std::string(),
                           .note = noteOf(cell, shown, view.measure),
                           .name = cellTitle(axes, view.study->cells[i]),
                           .hatched = reachesFloor(cell, shown, view.measure),
                           .marked = best == i && cells.size() > 1});
    map.cells.push_back(i);
  }
  return map;
}

ChartData studyLine(const StudyView& view, const std::string& x_key, const std::string& by_key) {
  const study::Axis x = axisOf(*view.study, x_key);
  const study::Axis by = axisOf(*view.study, by_key);
  const std::vector<std::string> keys{x_key, by_key};
  const std::vector<std::size_t> cells = study::cellsAlong(*view.study, keys, view.reference);
  ChartData chart;
  chart.id = "study-line";
  chart.title = inWords(
      words("charts", "{} by {}"),
      view.measure == StudyMeasure::Pgr ? words("charts", "PGR") : words("charts", "Accuracy"),
      settingName(*view.study, x_key));
  chart.subtitle = about(view, keys, cells);
  chart.help = words("charts",
                     "Each point is the mean over the seeds of one experiment, with its 95 % "
                     "interval; all other settings are the same along a line.");
  chart.over_course = false;
  chart.x_title = settingName(*view.study, x_key);
  chart.y_title = view.measure == StudyMeasure::Pgr ? words("charts", "PGR, 95 % interval")
                                                    : words("charts", "test accuracy");
  chart.value_decimals = view.measure == StudyMeasure::Pgr ? 2 : 3;
  chart.x_places = placesOf(x);
  chart.x_low = -0.3;
  chart.x_high = static_cast<double>(std::max<std::size_t>(x.values.size(), 1)) - 0.7;
  chart.empty_text = words("charts", "No run of this study is finished yet.");
  if (cells.size() < 2 && view.study->cells.size() > 1) {
    chart.empty_text = words(
        "charts", "No two cells differ in this setting alone; the lines of all runs compare them.");
    return chart;
  }
  const std::vector<std::string> groups =
      by.values.empty() ? std::vector<std::string>{{}} : by.values;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Line line(x.values.size());
    for (const std::size_t i : cells) {
      const Cell& cell = view.study->cells[i];
      const auto at = placeOf(x, cell);
      if (at && (by.values.empty() || study::valueOf(cell, by_key) == groups[g])) {
        line.put(*at, shownOf((*view.state)[i], view.measure));
      }
    }
    const int color = static_cast<int>(g) - 1;
    addLine(chart,
            {.label = !by.values.empty() ? fmt::format("{} {}", settingName(*view.study, by_key),
                                                       settingValue(groups[g]))
                      : view.measure == StudyMeasure::Accuracy ? words("charts", "student")
                                                               : std::string(),
             .name = by.values.empty() && view.measure == StudyMeasure::Pgr ? words("charts", "PGR")
                                                                            : std::string(),
             .ink = g == 0 ? Ink::Student : overlayInk(color),
             .style = Curve::Style::Points,
             .shape = g == 0 ? Shape::Circle : overlayShape(color),
             .dash = g == 0 ? 0 : overlayDash(color),
             .error_bars = true},
            std::move(line),
            kBeside * (static_cast<double>(g) - (static_cast<double>(groups.size()) - 1.0) / 2.0));
  }
  if (view.measure == StudyMeasure::Accuracy) {
    addFloorAndCeiling(chart, view, x, study::cellsAlong(*view.study, {{x_key}}, view.reference));
  } else {
    chart.y_include = {0.0};
  }
  return chart;
}

}  // namespace w2s::ui::charts
