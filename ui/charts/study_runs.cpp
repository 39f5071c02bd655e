// Parallel coordinates: every finished run of a study as a line over its settings and numbers.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>

#include <fmt/format.h>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/study_charts.h"

namespace w2s::ui::charts {
namespace {

using study::CellRun;

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostLines = 2'000;
constexpr std::size_t kManyLines = 60;  // more of them are paler
constexpr double kWideRange = 30.0;     // largest over smallest: beyond it an axis is logarithmic

// The values of one axis, a run each.
struct AxisValues {
  StudyAxis axis;
  std::vector<double> values;
};

void scale(AxisValues& of) {
  double low = std::numeric_limits<double>::infinity();
  double high = -low;
  for (const double value : of.values) {
    if (std::isfinite(value)) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  of.axis.is_log = of.axis.names.empty() && low > 0.0 && high / low > kWideRange;
  if (of.axis.is_log) {
    for (double& value : of.values) {
      value = std::log10(value);
    }
    low = std::log10(low);
    high = std::log10(high);
  }
  of.axis.low = low;
  of.axis.high = high;
}

double shareOn(const StudyAxis& axis, double value) {
  return axis.high > axis.low ? (value - axis.low) / (axis.high - axis.low) : 0.5;
}

std::string endText(const StudyAxis& axis, double end) {
  if (!axis.names.empty()) {
    return axis.names[static_cast<std::size_t>(std::lround(end))];
  }
  if (axis.decimals < 0) {  // of a setting
    return inWords("{:.3g}", axis.is_log ? std::pow(10.0, end) : end);
  }
  return axis.is_log ? inWords("{:.2g}", std::pow(10.0, end))
                     : inWords(fmt::format("{{:.{}f}}", axis.decimals), end);
}

}  // namespace

StudyRuns studyRuns(const StudyView& view) {
  StudyRuns all;
  std::vector<const CellRun*> finished;
  for (std::size_t c = 0; c < view.state->size(); ++c) {
    const std::vector<CellRun>& runs = (*view.state)[c].runs;
    for (std::size_t r = 0; r < runs.size(); ++r) {
      if (runs[r].summary) {
        all.runs.push_back({.cell = c, .run = r, .shares = {}});
        finished.push_back(&runs[r]);
      }
    }
  }
  std::vector<AxisValues> axes;
  for (const study::Axis& setting : study::axesOf(*view.study)) {
    AxisValues& axis = axes.emplace_back();
    axis.axis.title = settingName(*view.study, setting.key);
    if (!setting.is_numeric) {
      axis.axis.names = setting.values;
    }
    axis.axis.decimals = -1;
    std::map<std::string, double> places;
    for (std::size_t i = 0; i < setting.values.size(); ++i) {
      places[setting.values[i]] = setting.is_numeric
                                      ? study::numberOf(setting.values[i]).value_or(kNone)
                                      : static_cast<double>(i);
    }
    for (const StudyRun& run : all.runs) {
      const auto value = study::valueOf(view.study->cells[run.cell], setting.key);
      const auto place = value ? places.find(*value) : places.end();
      axis.values.push_back(place != places.end() ? place->second : kNone);
    }
  }
  const auto add = [&](std::string title, int decimals, auto value) {
    AxisValues& axis = axes.emplace_back();
    axis.axis.title = std::move(title);
    axis.axis.decimals = decimals;
    for (const CellRun* run : finished) {
      axis.values.push_back(value(*run->summary));
    }
  };
  add(words("charts", "student %"), 1,
      [](const record::RunSummary& run) { return 100.0 * run.student.accuracy; });
  add(words("charts", "agreement on weak errors %"), 1,
      [](const record::RunSummary& run) { return 100.0 * run.agreement.weak_wrong; });
  add(words("charts", "PGR"), 2, [](const record::RunSummary& run) {
    return metrics::isMeaningful(run.pgr) ? *run.pgr.signed_value : kNone;
  });
  for (AxisValues& axis : axes) {
    scale(axis);
    if (!std::isfinite(axis.axis.low)) {
      continue;  // no run has a value
    }
    for (std::size_t i = 0; i < all.runs.size(); ++i) {
      all.runs[i].shares.push_back(shareOn(axis.axis, axis.values[i]));
    }
    all.axes.push_back(std::move(axis.axis));
  }
  return all;
}

ChartData studyRunsChart(const StudyRuns& runs, std::span<const bool> chosen) {
  ChartData chart;
  chart.id = "study-runs";
  chart.title = words("charts", "Every run");
  const auto kept = static_cast<std::size_t>(std::ranges::count(chosen, true));
  if (!runs.runs.empty()) {
    chart.subtitle = chosen.empty() || kept == runs.runs.size()
                         ? inWords(words("charts", "{} runs"), runs.runs.size())
                         : inWords(words("charts", "{} of {} runs kept"), kept, runs.runs.size());
  }
  chart.help = words("charts",
                     "Each line is one run; each axis goes from the smallest value of the study at "
                     "the bottom to the largest at the top. Drag along an axis to keep the runs in "
                     "that range.");
  chart.over_course = false;
  chart.x_low = -0.35;
  chart.x_high = static_cast<double>(std::max<std::size_t>(runs.axes.size(), 1)) - 0.65;
  chart.y_window = Range{-0.04, 1.04};
  chart.y_places = {{-1.0, {}}};  // no numbers of its own
  for (std::size_t i = 0; i < runs.axes.size(); ++i) {
    const StudyAxis& axis = runs.axes[i];
    chart.x_places.push_back(
        {.at = static_cast<double>(i),
         .text = axis.title,
         .note = fmt::format("{} \u2013 {}", endText(axis, axis.low), endText(axis, axis.high))});
    const auto at = static_cast<double>(i);
    chart.addOwned(
        {.label = {}, .name = {}, .ink = Ink::LearningRate, .style = Curve::Style::Ghost},
        {.x = {at, at}, .y = {0.0F, 1.0F}});
  }
  chart.empty_text = words("charts", "No run of this study is finished yet.");
  const std::size_t kept_lines = chosen.empty() ? runs.runs.size() : kept;
  const std::size_t stride = 1 + runs.runs.size() / kMostLines;
  // The chosen ones lie over the others.
  for (const bool strong : {false, true}) {
    for (std::size_t i = 0; i < runs.runs.size(); i += stride) {
      if ((chosen.empty() || chosen[i]) != strong) {
        continue;
      }
      Column column;
      for (std::size_t k = 0; k < runs.runs[i].shares.size(); ++k) {
        column.x.push_back(static_cast<double>(k));
        column.y.push_back(static_cast<float>(runs.runs[i].shares[k]));
      }
      chart.addOwned({.label = {},
                      .name = {},
                      .ink = strong ? Ink::Student : Ink::LearningRate,
                      .style = !strong                   ? Curve::Style::Ghost
                               : kept_lines > kManyLines ? Curve::Style::Pinned
                                                         : Curve::Style::Overlay},
                     std::move(column));
    }
  }
  return chart;
}

}  // namespace w2s::ui::charts
