// w2s pretrain: makes a self-supervised encoder such as the shipped fashion-ssl.
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <string>
#include <unistd.h>
#include <vector>

#include <fmt/format.h>

#include "app/command.h"
#include "app/output.h"
#include "app/standard_streams.h"
#include "app/stop_on_signal.h"
#include "core/base/file_io.h"
#include "core/config/pretrain_recipe.h"
#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/models/pretrain.h"

namespace w2s::app {
namespace {

constexpr char kDataSet[] = "fashion-mnist";

struct PretrainArguments {
  std::string recipe;
  std::vector<std::string> settings;
  std::string data_folder;
  std::string output;
  bool resume = false;
  bool json = false;
};

// A line that is redrawn on a terminal; in a pipe a line every half minute.
class ProgressLine {
 public:
  void operator()(const models::PretrainProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    const bool last = progress.step == progress.steps;
    if (!is_terminal_ && !last && now - shown_ < std::chrono::seconds(30)) {
      return;
    }
    shown_ = now;
    const double left =
        progress.seconds_a_step * static_cast<double>(progress.steps - progress.step);
    const std::string text = fmt::format(
        "step {}/{}  loss {:.4f}  learning rate {:.2e}  {:.2f} s a step  {:.0f} min {:02.0f} s "
        "left",
        progress.step, progress.steps, progress.loss, progress.learning_rate,
        progress.seconds_a_step, std::floor(left / 60.0), std::floor(std::fmod(left, 60.0)));
    steerTerminal(is_terminal_ ? "\r\033[K" : "");
    sayText(text + (is_terminal_ && !last ? "" : "\n"));
  }

 private:
  bool is_terminal_ = isatty(STDERR_FILENO) == 1;
  std::chrono::steady_clock::time_point shown_ = std::chrono::steady_clock::now();
};

struct LabelledRows {
  std::vector<std::uint8_t> pixels;
  data::Labels labels;
};

// Rows [first, first + count) of the training source.
Result<LabelledRows> readRows(data::Dataset& dataset, std::int64_t first, std::int64_t count) {
  data::Rows rows{.source = std::string(data::kTrainSource),
                  .index = std::vector<std::int64_t>(static_cast<std::size_t>(count))};
  std::iota(rows.index.begin(), rows.index.end(), first);
  LabelledRows read;
  W2S_TRY(read.labels, dataset.targets(rows));
  read.pixels.resize(rows.index.size() * data::layoutOf(dataset.card().modality).bytes());
  W2S_CHECK(dataset.read(rows, {std::as_writable_bytes(std::span(read.pixels))}));
  return read;
}

Result<models::EncoderCard> pretrain(const PretrainArguments& arguments) {
  outliveReaders();
  models::PretrainOptions options{
      .config = {}, .output = arguments.output, .resume = arguments.resume};
  if (!arguments.recipe.empty()) {
    W2S_TRY(options.config, config::loadPretrainRecipe(arguments.recipe));
  }
  W2S_CHECK(config::applyPretrainSettings(options.config, arguments.settings));
  // A folder that cannot be made should fail now, not after half an hour.
  if (const auto folder = options.output.parent_path(); !folder.empty()) {
    W2S_CHECK(makeFolders(folder));
  }

  W2S_TRY(const auto dataset, data::openDataSet(kDataSet, arguments.data_folder));
  W2S_TRY(const data::Source train, data::findSource(*dataset, data::kTrainSource));
  const data::Pools pools = data::poolsOf(train.rows, 0);
  W2S_TRY(const LabelledRows training, readRows(*dataset, 0, pools.training));
  W2S_TRY(const LabelledRows judged, readRows(*dataset, pools.training, pools.validation));
  const auto& shape = std::get<data::Pictures>(dataset->card().modality);
  W2S_TRY(const std::string fingerprint, dataset->fingerprint());
  const models::PretrainData data{
      .training = {.pixels = training.pixels, .labels = training.labels, .shape = shape},
      .judged = {.pixels = judged.pixels, .labels = judged.labels, .shape = shape},
      .classes = dataset->card().classes(),
      .description =
          fmt::format("training rows 0 to {} of {}", pools.training - 1, dataset->card().title),
      .fingerprint = fingerprint};

  std::atomic<bool> stop_requested{false};
  const StopOnSignal on_signal([&stop_requested] { stop_requested = true; });
  options.observer = [&stop_requested,
                      line = ProgressLine()](const models::PretrainProgress& progress) mutable {
    line(progress);
    return !stop_requested.load();
  };
  return models::pretrain(data, options);
}

void print(const models::EncoderCard& card, const std::string& output) {
  put("{}: {} parameters, {} features, final loss {:.4f}, {:.0f} s, hash {}\n", output,
      card.parameters, card.features, card.final_loss, card.seconds, card.file_hash);
  for (const models::ProbeResult& probe : card.probes) {
    put("  linear probe, {} labels: {:.1f} % of {} validation rows\n", probe.labels,
        100.0 * probe.accuracy, probe.judged_rows);
  }
}

}  // namespace

void addPretrainCommand(CLI::App& parent, int& exit_code) {
  auto arguments = std::make_shared<PretrainArguments>();
  CLI::App* command = parent.add_subcommand(
      "pretrain", "Train an encoder on the training images without labels (SimCLR)");
  command
      ->add_option("recipe", arguments->recipe,
                   "Recipe, a TOML file; without one, the shipped encoder's")
      ->type_name("FILE");
  command->add_option("--set", arguments->settings, "Change a setting, e.g. --set steps=300")
      ->type_name("KEY=VALUE")
      ->allow_extra_args(false);
  command->add_option("--data", arguments->data_folder, "Folder of the data set's files")
      ->type_name("DIR");
  command->add_option("--out", arguments->output, "Weights to write; the card goes beside them")
      ->type_name("FILE.safetensors")
      ->required()
      ->check([](const std::string& path) {
        return path.ends_with(".safetensors") ? std::string()
                                              : std::string("must end in .safetensors");
      });
  command->add_flag("--resume", arguments->resume, "Go on from FILE.safetensors.checkpoint");
  command->add_flag("--json", arguments->json, "Print the card as JSON");
  command->callback([arguments, &exit_code] {
    const auto card = pretrain(*arguments);
    if (!card) {
      exit_code = report(card.error());
      return;
    }
    if (!arguments->json) {
      print(*card, arguments->output);
    } else {
      putData(models::toJson(*card) + '\n');
    }
  });
}

}  // namespace w2s::app
