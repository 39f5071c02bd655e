// w2s loss: one batch of logits through the objective: total, terms, gradient.
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/command.h"
#include "app/output.h"
#include "core/base/file_io.h"
#include "core/config/settings.h"
#include "core/objective/loss_probe.h"
#include "core/objective/loss_probe_json.h"

namespace w2s::app {
namespace {

struct LossOptions {
  std::string input;
  std::vector<std::string> settings;
  bool json = false;
};

Result<std::string> readInput(const std::string& input) {
  if (input != "-") {
    return readFile(input, kMostRecordBytes);
  }
  return readStandardInput(kMostRecordBytes);
}

Result<config::ObjectiveConfig> objectiveFrom(const std::vector<std::string>& settings) {
  for (const std::string& setting : settings) {
    if (!setting.starts_with("objective.")) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("--set {}: only settings of the objective count here; their keys "
                              "begin with objective.",
                              setting));
    }
  }
  config::ExperimentConfig config;
  W2S_CHECK(config::applySettings(config, settings));
  return config.objective;
}

void printText(const objective::ProbeInput& input, const objective::ProbeOutput& output) {
  put("{} {}, {} classes, step {} of {}\n\n", input.logits.size(),
      input.logits.size() == 1 ? "row" : "rows", input.logits.front().size(), input.step,
      input.steps);
  put("{:<13} {:>14} {:>10} {:>14} {:>14}\n", "term", "value", "weight", "product",
      "gradient norm");
  for (const objective::ProbedTerm& term : output.terms) {
    put("{:<13} {:>14.8f} {:>10.6g} {:>14.8f} {:>14.8f}\n", term.name, term.value, term.weight,
        term.weight * term.value, term.gradient_norm);
  }
  put("{:<13} {:>14} {:>10} {:>14.8f}\n\ngradient of the total with respect to the logits\n",
      "total", "", "", output.total);
  for (std::size_t i = 0; i < output.gradient.size(); ++i) {
    put("row {:<5}", i);
    for (const double value : output.gradient[i]) {
      put(" {:>13.8f}", value);
    }
    put("\n");
  }
}

Status probe(const LossOptions& options) {
  W2S_TRY(const auto objective, objectiveFrom(options.settings));
  W2S_TRY(const auto text, readInput(options.input));
  W2S_TRY(const auto input, objective::probeInputFromJson(
                                text, options.input == "-" ? "standard input" : options.input));
  W2S_TRY(const auto output, objective::probeLoss(objective, input));
  if (options.json) {
    putData(objective::toJson(output) + '\n');
  } else {
    printText(input, output);
  }
  return {};
}

}  // namespace

void addLossCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<LossOptions>();
  CLI::App* const verb = parent.add_subcommand(
      "loss", "Value, terms and gradient of the objective for a batch of logits and weak labels");
  verb->add_option("--input", options->input,
                   "JSON file, e.g. {\"logits\": [[1.2, -0.3]], \"weak\": [[0.8, 0.2]], "
                   "\"targets\": [0], \"step\": 0, "
                   "\"steps\": 1}; the last three may be left out; - reads standard input")
      ->required();
  verb->add_option("--set", options->settings,
                   "A setting of the objective, e.g. objective.temperature=2; repeatable")
      ->allow_extra_args(false);
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  verb->callback([options, &exit_code] {
    const Status status = probe(*options);
    exit_code = status ? 0 : report(status.error());
  });
}

}  // namespace w2s::app
