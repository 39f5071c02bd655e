// w2s presets: the built-in experiments, listed and shown.
#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>
#include <sys/ioctl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/output.h"
#include "core/config/json.h"
#include "core/config/presets.h"
#include "core/config/toml.h"
#include "core/data/first_experiment.h"

namespace w2s::app {

namespace {

struct PresetsOptions {
  std::string name;
  bool json = false;
  config::WriteMode mode = config::WriteMode::Complete;
};

// Columns of the terminal; 100 in a pipe.
std::size_t outputWidth() {
  winsize size{};
  const bool is_terminal = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_terminal ? std::clamp<std::size_t>(size.ws_col, 40, 120) : 100;
}

// Prints words from column `indent` on, the first line already standing there.
void printWrapped(std::string_view text, std::size_t indent) {
  const std::size_t width = outputWidth() - indent;
  while (text.size() > width) {
    std::size_t end = text.rfind(' ', width);
    end = end == std::string_view::npos ? std::min(text.find(' '), text.size()) : end;
    put("{}\n{:{}}", text.substr(0, end), "", indent);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  put("{}\n", text);
}

int listAll(bool as_json) {
  const auto presets = config::listPresets();
  if (!presets) {
    return report(presets.error());
  }
  if (as_json) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const config::PresetInfo& preset : *presets) {
      list.push_back(
          {{"name", preset.name}, {"title", preset.title}, {"look_for", preset.look_for}});
    }
    putJson(nlohmann::ordered_json{{"presets", list}});
    return 0;
  }
  std::size_t column = 0;
  for (const config::PresetInfo& preset : *presets) {
    column = std::max(column, preset.name.size() + 2);
  }
  for (const config::PresetInfo& preset : *presets) {
    put("{:{}}{}\n{:{}}", preset.name, column, preset.title, "", column);
    printWrapped(preset.look_for, column);
  }
  put("\nRun one with `w2s run NAME`; `w2s presets show NAME` prints its settings.\n");
  return 0;
}

int show(const PresetsOptions& options) {
  const auto preset = data::loadExperimentOrCard(options.name);
  if (!preset) {
    return report(preset.error());
  }
  if (options.json) {
    putData(config::toJson(*preset) + '\n');
  } else {
    putData(config::toToml(*preset, options.mode));
  }
  return 0;
}

}  // namespace

void addPresetsCommand(CLI::App& parent, int& exit_code) {
  const auto options = std::make_shared<PresetsOptions>();
  CLI::App* presets =
      parent.add_subcommand("presets", "List the built-in experiments, or show one as TOML");
  presets->add_flag("--json", options->json, "Print JSON");
  CLI::App* shown =
      presets->add_subcommand("show", "Print a preset's configuration, ready to save and change");
  shown->add_option("NAME", options->name, "Name of the preset, or a card of your own data")
      ->required();
  shown->add_flag("--json", options->json, "Print JSON");
  CLI::Option* comments = shown->add_flag_callback(
      "--comments", [options] { options->mode = config::WriteMode::Commented; },
      "Explain every setting");
  shown
      ->add_flag_callback(
          "--minimal", [options] { options->mode = config::WriteMode::Minimal; },
          "Only what differs from the defaults")
      ->excludes(comments);
  shown->callback([options, &exit_code] { exit_code = show(*options); });
  presets->add_option("NAME", options->name, "Short for show NAME");
  presets->callback([options, presets, &exit_code] {
    if (presets->get_subcommands().empty()) {
      exit_code = options->name.empty() ? listAll(options->json) : show(*options);
    }
  });
}

}  // namespace w2s::app
