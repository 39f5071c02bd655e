#include "ui/figures/paper_caption.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/ranges.h>

#include "core/config/form.h"
#include "core/metrics/pgr.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/run_readings.h"
#include "ui/bridge/words.h"
#include "ui/charts/compare_charts.h"
#include "ui/charts/reference_lines.h"
#include "ui/charts/seed_curves.h"
#include "ui/figures/compare_figure.h"
#include "ui/figures/study_figure.h"

namespace w2s::ui::figures {
namespace {

std::string labelOf(const auto& alternative) {
  return std::visit([](const auto& kind) { return wordsOf("config", kind.kLabel); }, alternative);
}

std::string modelWords(const config::ModelConfig& model) {
  const std::string backbone =
      std::visit([](const auto& kind) { return said(kind.words()); }, model.backbone);
  return inWords(words("figures", "{} on {}"), labelOf(model.head), backbone);
}

// "Test accuracy.", or "(a) Test accuracy; (b) Performance gap recovered."
std::string titles(const FigureRequest& request, const std::vector<ChartName>& names) {
  std::vector<std::string> parts;
  for (const std::string& chart : request.charts) {
    const auto name = std::ranges::find(names, chart, &ChartName::id);
    const std::string title = name != names.end() ? name->title : words("figures", "Results");
    parts.push_back(
        request.charts.size() == 1
            ? title
            : fmt::format("({}) {}", static_cast<char>('a' + parts.size() % 26), title));
  }
  return fmt::format("{}.", fmt::join(parts, "; "));
}

std::string dataAndModels(const config::ExperimentConfig& config) {
  if (config.weak.front().isMadeElsewhere()) {
    return inWords(
        words("figures",
              "{0}; weak labels that were made elsewhere: {1}; student and ceiling: {2}, "
              "trained on {3} rows for {4} steps."),
        config.task.dataset, config.weak.front().labels, modelWords(config.strong),
        groupedNumber(config.task.transfer_rows), groupedNumber(config.optimizer.steps));
  }
  std::vector<std::string> supervisors;
  for (const config::SupervisorConfig& supervisor : config.weak) {
    supervisors.push_back(modelWords(supervisor));
  }
  return inWords(words("figures",
                       "{0}; weak supervisor: {1}, trained on {2} rows; student and ceiling: {3}, "
                       "trained on {4} rows for {5} steps."),
                 config.task.dataset, fmt::to_string(fmt::join(supervisors, ", ")),
                 groupedNumber(config.task.weak_rows), modelWords(config.strong),
                 groupedNumber(config.task.transfer_rows), groupedNumber(config.optimizer.steps));
}

std::string objective(const config::ObjectiveConfig& objective) {
  std::string text =
      inWords(words("figures", "Objective: {}, T = {}, k = {}"), labelOf(objective.divergence),
              objective.temperature, objective.kd_weight.base);
  if (std::holds_alternative<config::NoConfidence>(objective.confidence) ||
      objective.confidence_weight.base == 0.0) {
    text += words("figures", ", no confidence term");
  } else {
    text += inWords(words("figures", ", confidence term: {}, a = {}"),
                    labelOf(objective.confidence), objective.confidence_weight.base);
  }
  if (objective.ground_truth_weight.base != 0.0) {
    text +=
        inWords(words("figures", ", ground truth with g = {}"), objective.ground_truth_weight.base);
  }
  if (objective.entropy_weight.base != 0.0) {
    text += inWords(words("figures", ", entropy with e = {}"), objective.entropy_weight.base);
  }
  return text + '.';
}

std::string pgrWords(const Readings& readings) {
  if (!readings.isPgrMeaningful()) {
    return {};
  }
  const metrics::Pgr& pgr = *readings.pgr;
  const bool over_seeds = readings.over_seeds.has_value();
  const std::string value =
      over_seeds ? words("figures", "PGR of the means {:.2f}") : words("figures", "PGR {:.2f}");
  std::string text = ' ' + inWords(value, *pgr.signed_value);
  if (pgr.ci95) {
    const std::string interval =
        over_seeds ? words("figures", " (95 % interval over seeds {:.2f} to {:.2f})")
                   : words("figures", " (95 % interval over test rows {:.2f} to {:.2f})");
    text += inWords(interval, pgr.ci95->low, pgr.ci95->high);
  }
  return text + '.';
}

// What tells each of the other runs from the first one.
std::string overlays(std::span<const FigureRun> runs, bool mean) {
  std::string text;
  const std::vector<charts::Overlay> drawn = overlaysOf(runs, mean);
  for (const charts::Overlay& overlay : drawn) {
    const auto run = std::ranges::find(runs, overlay.run, &FigureRun::series);
    std::vector<std::string> differences;
    for (const config::Difference& one : config::diff(*runs.front().config, *run->config)) {
      if (one.affects_result && one.key != "seeds") {
        differences.push_back(fmt::format("{} = {}", wordsOf("config", one.label),
                                          one.right.empty() ? "-" : one.right));
      }
    }
    if (run->series->seed != runs.front().series->seed || differences.empty()) {
      differences.push_back(inWords(words("figures", "seed {}"), run->series->seed));
    }
    text += inWords(words("figures", " {}: {}."), overlay.label,
                    fmt::to_string(fmt::join(differences, ", ")));
  }
  return text;
}

std::string changes(const RunSeries& series) {
  return series.interventions.empty()
             ? std::string()
             : ' ' + words("figures", "Settings were changed while it trained.");
}

// Where something of the figure shows them.
std::string ofReferences(const FigureRequest& request) {
  const bool are_shown =
      request.study
          ? request.study->measure == charts::StudyMeasure::Pgr &&
                std::ranges::find(request.charts, "study-line") != request.charts.end()
          : request.isTable() ||
                std::ranges::find(request.charts, "compare-course-pgr") != request.charts.end();
  const std::string text =
      are_shown ? charts::referencesCaption(request.references) : std::string();
  return text.empty() ? text : ' ' + text;
}

}  // namespace

std::string paperCaption(const FigureRequest& request, std::span<const FigureRun> runs) {
  const FigureRun& first = runs.front();
  std::string text = titles(request, chartNames()) + ' ' + dataAndModels(*first.config) + ' ' +
                     objective(first.config->objective);
  if (request.isTable()) {
    return text;
  }
  const auto seeds = request.options.mean ? seedsOf(runs) : std::vector{first.series};
  if (seeds.size() > 1) {
    std::vector<std::int64_t> numbers;
    for (const RunSeries* seed : seeds) {
      numbers.push_back(seed->seed);
    }
    std::ranges::sort(numbers);
    text += ' ' + inWords(words("figures", "Line: mean of {} seeds ({}); band: {}."), seeds.size(),
                          fmt::to_string(fmt::join(numbers, ", ")),
                          charts::wordsOfSpread(request.options.view.spread));
  } else {
    text += ' ' + inWords(words("figures", "One run, seed {}."), first.series->seed);
  }
  return text + pgrWords(readingsOf(seeds)) + changes(*first.series) +
         overlays(runs, request.options.mean);
}

std::string paperCaption(const FigureRequest& request, const study::Study& study,
                         const std::vector<study::CellState>& state) {
  std::vector<std::string> settings;
  const std::vector<config::FormField> fields = config::describe(study.base);
  for (const std::string& key : study.keys) {
    const auto field = std::ranges::find(fields, key, &config::FormField::key);
    const auto base = std::ranges::find(fields, key + ".base", &config::FormField::key);
    settings.push_back(field != fields.end()  ? wordsOf("config", field->label)
                       : base != fields.end() ? wordsOf("config", base->label)
                                              : key);
  }
  std::int64_t finished = 0;
  std::int64_t fewest = static_cast<std::int64_t>(study.seeds.size());
  for (const study::CellState& cell : state) {
    finished += cell.finished();
    fewest = std::min(fewest, cell.finished());
  }
  std::string text =
      titles(request, studyChartNames()) + ' ' +
      inWords(words("figures", "Varied: {}; {} experiments with {} seeds each."),
              fmt::to_string(fmt::join(settings, ", ")), study.cells.size(), study.seeds.size()) +
      ' ' + dataAndModels(study.base) + ' ' + words("figures", "All other settings are the same.");
  const bool has_means =
      request.isTable() || request.charts != std::vector<std::string>{"study-runs"};
  if (has_means && fewest > 1) {
    text += ' ' +
            words("figures", "Intervals: 95 % over seeds (Student's t); PGR is that of the means.");
  }
  if (finished < static_cast<std::int64_t>(study.runs())) {
    text += ' ' + inWords(words("figures", "{} of {} runs are finished."), finished, study.runs());
  }
  return text + ofReferences(request);
}

std::string paperCaption(const FigureRequest& request, const study::Comparison& comparison) {
  std::string text = titles(request, compareChartNames());
  const std::vector<std::string> names = charts::setNames(comparison);
  for (std::size_t i = 0; i < comparison.sets.size(); ++i) {
    text += ' ' + inWords(words("figures", "{} (n = {})."), charts::lettered(i, names[i]),
                          comparison.sets[i].state.runs.size());
  }
  // Once where it is the same of all.
  std::vector<std::string> made_of;
  for (const study::ComparedSet& set : comparison.sets) {
    made_of.push_back(dataAndModels(set.config));
  }
  const bool same = std::ranges::all_of(
      made_of, [&made_of](const std::string& one) { return one == made_of.front(); });
  for (std::size_t i = 0; i < (same ? 1 : made_of.size()); ++i) {
    text += ' ' + (same ? made_of[i] : charts::lettered(i, made_of[i]));
  }
  for (const study::PairedSets& pair : comparison.pairs) {
    text += ' ' + differenceWords(pair) + '.';
  }
  return text + ' ' +
         words(
             "figures",
             "Intervals: 95 %, over the seeds that both have (paired t) or, of one seed each, over "
             "test rows.") +
         ofReferences(request);
}

}  // namespace w2s::ui::figures
