// w2s pgr: the performance gap recovered from three accuracies.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/options.h"
#include "app/output.h"
#include "core/metrics/intervals.h"
#include "core/metrics/pgr.h"
#include "core/store/metrics_json.h"

namespace w2s::app {
namespace {

using metrics::Pgr;

struct PgrOptions {
  double weak = 0.0;
  double student = 0.0;
  double ceiling = 0.0;
  std::int64_t n = 0;
  double majority = 0.0;
  std::optional<double> initial;
  bool json = false;
};

std::optional<double> standardError(const PgrOptions& options) {
  if (options.n == 0) {
    return std::nullopt;
  }
  const auto of = [&](double accuracy) {
    return metrics::accuracyStandardError(accuracy, options.n);
  };
  return metrics::pgrStandardError(Weak(options.weak), Student(options.student),
                                   Ceiling(options.ceiling), Weak(of(options.weak)),
                                   Student(of(options.student)), Ceiling(of(options.ceiling)));
}

void printJson(const PgrOptions& options, const Pgr& pgr) {
  nlohmann::ordered_json object;
  object["weak"] = options.weak;
  object["student"] = options.student;
  object["ceiling"] = options.ceiling;
  object["initial"] = store::optionalNumber(options.initial);
  object["n"] = options.n > 0 ? nlohmann::json(options.n) : nlohmann::json(nullptr);
  object.update(store::toJson(pgr));
  object["standard_error"] = store::optionalNumber(standardError(options));
  object["ci95_over"] = "test_rows";
  object["explanation"] = metrics::explain(pgr.status);
  putJson(object);
}

void printText(const PgrOptions& options, const Pgr& pgr) {
  const auto number = [](const std::optional<double>& value) {
    return value ? fmt::format("{:.4f}", *value) : std::string("undefined");
  };
  put("PGR, signed     {}   (student - weak) / (ceiling - weak)\n", number(pgr.signed_value));
  put("PGR, book       {}   max(0, signed)\n", number(pgr.book_value));
  if (const auto error = standardError(options)) {
    put("standard error  {:.4f}   delta method, {} independent rows each\n", *error, options.n);
  }
  if (pgr.ci95) {
    put("95 % interval   {:.4f} to {:.4f}   over test rows: of these three models only, not of "
        "other seeds\n",
        pgr.ci95->low, pgr.ci95->high);
  }
  put("status          {}\n{}\n", metrics::nameOf(pgr.status), metrics::explain(pgr.status));
}

int printPgr(const PgrOptions& options) {
  const Pgr pgr = metrics::pgrOfAccuracies(Weak(options.weak), Student(options.student),
                                           Ceiling(options.ceiling), options.n, options.majority,
                                           options.initial);
  options.json ? printJson(options, pgr) : printText(options, pgr);
  return 0;
}

}  // namespace

void addPgrCommand(CLI::App& parent, int& exit_code) {
  auto options = std::make_shared<PgrOptions>();
  CLI::App* const verb = parent.add_subcommand(
      "pgr", "Performance gap recovered from three accuracies (fractions between 0 and 1)");
  verb->add_option("--weak", options->weak, "Accuracy of the weak supervisor")
      ->required()
      ->check(fraction());
  verb->add_option("--student", options->student, "Accuracy of the student")
      ->required()
      ->check(fraction());
  verb->add_option("--ceiling", options->ceiling, "Accuracy of the strong ceiling")
      ->required()
      ->check(fraction());
  verb->add_option("--initial", options->initial,
                   "Accuracy of the strong model before its first step on weak labels: flags one "
                   "that starts above the weak floor")
      ->check(fraction());
  verb->add_option(
          "--n", options->n,
          "Test rows behind each accuracy: adds standard error and a 95 % interval over test "
          "rows, which holds for these three models only")
      ->type_name("ROWS")
      ->check(wholeNumber(1));
  verb->add_option("--majority", options->majority,
                   "Share of the most frequent class: flags a weak supervisor at chance")
      ->check(fraction());
  verb->add_flag("--json", options->json, "One JSON object on standard output");
  verb->callback([options, &exit_code] { exit_code = printPgr(*options); });
}

}  // namespace w2s::app
