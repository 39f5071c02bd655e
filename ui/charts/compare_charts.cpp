#include "ui/charts/compare_charts.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/plain_text.h"
#include "core/config/form.h"
#include "core/study/run_names.h"
#include "core/study/run_settings.h"
#include "ui/bridge/name_words.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"
#include "ui/charts/study_charts.h"

namespace w2s::ui::charts {
namespace {

using study::Comparison;
using study::PairedSets;

std::vector<const PairedSets*> shownPairs(const Comparison& comparison) {
  std::vector<const PairedSets*> pairs;
  for (const PairedSets& pair : comparison.pairs) {
    if (comparison.pairs.size() <= kMostPairs || pair.first == 0) {
      pairs.push_back(&pair);
    }
  }
  return pairs;
}

// What the intervals of these are over, each kind once.
std::string overText(const std::vector<const PairedSets*>& pairs, study::Measure measure) {
  std::vector<std::string> parts;
  for (const PairedSets* pair : pairs) {
    const bool is_over_rows = pair->over == PairedSets::Over::Rows;
    std::string over =
        !is_over_rows ? inWords(words("charts", "95 % t-interval over {} seeds"), pair->accuracy.n)
        : measure == study::Measure::Pgr
            ? words("charts", "one seed each: no interval")
            : inWords(words("charts", "one seed each: 95 % interval over {} test rows"),
                      groupedNumber(pair->accuracy.n));
    if (pair->refusal.text.empty() && std::ranges::find(parts, over) == parts.end()) {
      parts.push_back(std::move(over));
    }
  }
  return fmt::format("{}", fmt::join(parts, "; "));
}

}  // namespace

std::vector<std::string> setNames(const Comparison& comparison) {
  study::SettingsPool pool;
  std::vector<std::shared_ptr<const study::RunSettings>> settings;
  std::vector<study::NamedRun> runs;
  for (const study::ComparedSet& set : comparison.sets) {
    settings.push_back(pool.of(set.config));
    runs.push_back({.title = set.title,
                    .id = set.name,
                    .settings = settings.back().get(),
                    .seed = set.state.runs.front().seed});
  }
  const study::RunNames names(runs);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto extent = comparison.sets[i].state.runs.size() > 1 ? study::NameExtent::WithoutSeed
                                                                 : study::NameExtent::Whole;
    texts.push_back(plainText(names.of(i, runs[i], nameWords(), extent)));
  }
  return texts;
}

std::string lettered(std::size_t set, const std::string& name) {
  return fmt::format("{}: {}", study::letterOf(set), name);
}

std::vector<std::string> settingTexts(const Comparison& comparison, std::size_t set) {
  const std::vector<config::FormField> fields = config::describe(comparison.sets[set].config);
  std::vector<std::string> texts;
  for (const study::DifferingSetting& setting : comparison.settings) {
    const std::string& value = setting.values[set];
    const config::FormField* field = findField(fields, setting.key);
    std::string text = value.empty() ? "\u2013" : settingValue(value);
    if (field != nullptr) {
      const auto choice = std::ranges::find(field->choices, value, &config::FormChoice::name);
      if (choice != field->choices.end()) {
        text = wordsOf("config", choice->label);
        text.resize(std::min(text.find(" ("), text.size()));  // what it adds has no room
      }
    }
    texts.push_back(std::move(text));
  }
  return texts;
}

std::string pairName(const PairedSets& pair) {
  return fmt::format("{} \u2212 {}", study::letterOf(pair.first), study::letterOf(pair.second));
}

ChartData differenceChart(const Comparison& comparison, study::Measure measure) {
  const bool is_pgr = measure == study::Measure::Pgr;
  ChartData chart;
  chart.id = is_pgr ? "compare-pgr" : "compare-accuracy";
  chart.title = is_pgr ? words("charts", "Difference of PGR")
                       : words("charts", "Difference of the students' accuracy");
  const std::vector<const PairedSets*> pairs = shownPairs(comparison);
  const std::string over = overText(pairs, measure);
  chart.subtitle = over;
  if (pairs.size() < comparison.pairs.size()) {
    chart.subtitle +=
        (over.empty() ? "" : "; ") + inWords(words("charts", "{} of {} pairs: those with A"),
                                             pairs.size(), comparison.pairs.size());
  }
  chart.help =
      words("charts",
            "Each point is the first one's mean less the second's over the seeds that both "
            "have, with its 95 % interval. Where the interval covers zero, either may be "
            "the better one.");
  chart.over_course = false;
  chart.y_title = is_pgr ? words("charts", "difference of PGR, 95 % interval")
                         : words("charts", "points of accuracy, 95 % interval");
  chart.value_decimals = is_pgr ? 3 : 2;
  chart.y_include = {0.0};
  chart.references.push_back({.label = words("charts", "no difference"),
                              .ink = Ink::LearningRate,
                              .y = 0.0,
                              .show_value = false});
  Column column;
  bool has_interval = false;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const PairedSets& pair = *pairs[i];
    const metrics::PairedDifference& difference = is_pgr ? pair.pgr.difference : pair.accuracy;
    const double scale = is_pgr ? 1.0 : 100.0;
    const auto at = static_cast<double>(i);
    chart.x_places.push_back({at, pairName(pair)});
    column.x.push_back(at);
    column.y.push_back(static_cast<float>(scale * difference.value));
    const auto end = [&](double metrics::Interval::*edge) {
      return difference.ci95 ? static_cast<float>(scale * ((*difference.ci95).*edge))
                             : std::nanf("");
    };
    column.low.push_back(end(&metrics::Interval::low));
    column.high.push_back(end(&metrics::Interval::high));
    has_interval = has_interval || difference.ci95;
  }
  chart.x_low = -0.5;
  chart.x_high = static_cast<double>(std::max<std::size_t>(pairs.size(), 1)) - 0.5;
  chart.empty_text = words("charts", "No two of these can be paired.");
  if (std::ranges::none_of(column.y, [](float value) { return std::isfinite(value); })) {
    return chart;
  }
  Curve curve{
      .label = {},
      .name = is_pgr ? words("charts", "difference of PGR") : words("charts", "points of accuracy"),
      .ink = Ink::Student,
      .style = Curve::Style::Marks,
      .error_bars = true};
  if (has_interval) {
    curve.band = over;
  } else {
    column.low.clear();
    column.high.clear();
  }
  chart.addOwned(std::move(curve), std::move(column));
  return chart;
}

AgreementMap agreementMap(const Comparison& comparison) {
  AgreementMap map;
  ChartData& chart = map.chart;
  chart.id = "compare-agreement";
  chart.title = words("charts", "Agreement of the students");
  chart.subtitle = words("charts", "% of test rows with the same class");
  chart.help = words("charts",
                     "How often two students give a test row the same class, the mean over the "
                     "seeds that both have. On the diagonal: two seeds of one experiment. Two "
                     "experiments that agree less than that differ in what they have learnt, not "
                     "only in how much.");
  chart.over_course = false;
  const auto count = comparison.sets.size();
  const auto rows = static_cast<double>(count);
  chart.x_low = -0.5;
  chart.x_high = rows - 0.5;
  chart.y_window = Range{-0.5, rows - 0.5};
  chart.empty_text = words("charts", "The answers of these runs are not recorded.");
  double low = 1.0;
  double high = 0.0;
  for (std::size_t i = 0; i < count; ++i) {
    const auto at = static_cast<double>(i);
    chart.x_places.push_back({at, study::letterOf(i)});
    chart.y_places.push_back({rows - 1.0 - at, study::letterOf(i)});
    for (std::size_t k = 0; k < count; ++k) {
      const double value = comparison.agreement(i, k);
      low = std::isfinite(value) ? std::min(low, value) : low;
      high = std::isfinite(value) ? std::max(high, value) : high;
    }
  }
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t k = 0; k < count; ++k) {
      const double value = comparison.agreement(i, k);
      const double x = static_cast<double>(k);
      const double y = rows - 1.0 - static_cast<double>(i);
      Tile tile{.x_low = x - 0.5, .x_high = x + 0.5, .y_low = y - 0.5, .y_high = y + 0.5};
      tile.name = fmt::format("{}, {}", study::letterOf(i), study::letterOf(k));
      if (std::isfinite(value)) {
        tile.value = value;
        tile.share = high > low ? (value - low) / (high - low) : 0.5;
        tile.text = inWords("{:.1f}", 100.0 * value);
      } else {
        tile.note = i == k ? words("charts", "one seed") : words("charts", "not paired");
      }
      chart.tiles.push_back(std::move(tile));
      map.sets.emplace_back(i, k);
    }
  }
  return map;
}

}  // namespace w2s::ui::charts
