// w2slab: the window. Wiring only: options, engine, theme, window.
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include "app/command.h"
#include "core/base/log.h"
#include "core/base/version.h"
#include "core/config/presets.h"
#include "core/experiment/runner.h"
#include "core/store/workspace.h"
#include "ui/bridge/run_controller.h"
#include "ui/capture.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

namespace {

using namespace w2s;

// A run of a few hundred steps is a blink at full speed; in the window it begins at a pace that can
// be watched. The speed slider never changes the numbers.
constexpr double kSecondsOfARun = 8.0;

struct LabOptions {
  std::string file;
  std::string preset;
  std::string workspace;
  std::string data;
  std::string capture;
  std::string size;
  std::string theme;
};

ui::PresetChoice choiceOf(const std::string& name, const std::string& title,
                          const std::string& sentence, config::ExperimentConfig config) {
  const double pace = static_cast<double>(config.optimizer.steps) / kSecondsOfARun;
  return {.name = QString::fromStdString(name),
          .title = QString::fromStdString(title),
          .sentence = QString::fromStdString(sentence),
          .config = std::move(config),
          .steps_per_second = pace};
}

// The presets with the wanted one first; a configuration file stands before all.
Result<std::vector<ui::PresetChoice>> makeChoices(const LabOptions& options) {
  std::vector<ui::PresetChoice> choices;
  if (!options.file.empty()) {
    W2S_TRY(config::ExperimentConfig config, config::loadExperimentByNameOrPath(options.file));
    const std::string name = config.name;
    const std::string sentence = config.description;
    choices.push_back(choiceOf(name, name, sentence, std::move(config)));
  }
  W2S_TRY(const std::vector<config::PresetInfo> presets, config::listPresets());
  bool found = options.preset.empty();
  for (const config::PresetInfo& preset : presets) {
    W2S_TRY(config::ExperimentConfig config, config::loadPreset(preset.name));
    ui::PresetChoice choice =
        choiceOf(preset.name, preset.title, preset.look_for, std::move(config));
    const bool first = preset.name == options.preset;
    found = found || first;
    choices.insert(first && options.file.empty() ? choices.begin() : choices.end(),
                   std::move(choice));
  }
  if (!found) {
    W2S_CHECK(config::loadPreset(options.preset));  // its error lists those there are
  }
  if (choices.empty()) {
    return fail(ErrorCode::NotFound,
                "No preset was found: the folder resources/presets is missing or empty.");
  }
  return choices;
}

Result<std::vector<QSize>> sizesOf(const std::string& text) {
  if (text.empty()) {
    return ui::Capture::Options{}.sizes;
  }
  int width = 0;
  int height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 320 ||
      height < 240) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("--size {}: give width and height in pixels, at least 320x240, e.g. 1440x900.",
                    text));
  }
  return std::vector<QSize>{{width, height}};
}

QString aboutText() {
  return QStringLiteral(
             "<h3>W2S Lab %1</h3><p>A laboratory for weak-to-strong generalization.</p>"
             "<p>GPL-3.0-or-later. Built on Qt %2 (Widgets and Charts, GPL-3.0), LibTorch %3 "
             "(BSD-3-Clause), "
             "spdlog, fmt, toml++, nlohmann-json and CLI11 (MIT or BSD).</p>")
      .arg(QLatin1String(kVersion), QLatin1String(qVersion()), QLatin1String(kLibTorchVersion));
}

Result<int> runLab(const LabOptions& options, int& argc, char** argv) {
  W2S_TRY(const std::vector<QSize> sizes, sizesOf(options.size));
  QApplication application(argc, argv);
  QApplication::setOrganizationName(QStringLiteral("w2s-lab"));
  QApplication::setApplicationName(QStringLiteral("w2slab"));
  QApplication::setApplicationDisplayName(QStringLiteral("W2S Lab"));
  QApplication::setApplicationVersion(QLatin1String(kVersion));

  const std::filesystem::path workspace = options.workspace.empty()
                                              ? store::defaultWorkspace()
                                              : std::filesystem::path(options.workspace);
  if (const Status logging = setUpLogging(workspace / "w2slab.log"); !logging) {
    fmt::print(stderr, "w2slab: {}\n", logging.error().message);
  }
  W2S_TRY(std::vector<ui::PresetChoice> choices, makeChoices(options));
  W2S_TRY(std::unique_ptr<experiment::Runner> runner,
          experiment::makeRunner({.workspace = workspace, .data_folder = options.data}));

  const bool capturing = !options.capture.empty();
  // Pictures are the same whatever this user has set; nothing of them is remembered.
  auto settings = capturing ? nullptr : std::make_unique<QSettings>();
  ui::Theme theme;
  const int remembered = settings ? settings->value(QStringLiteral("window/theme"), 0).toInt() : 0;
  theme.choose(options.theme == "light"             ? ui::ThemeChoice::Light
               : options.theme == "dark"            ? ui::ThemeChoice::Dark
               : remembered >= 0 && remembered <= 2 ? static_cast<ui::ThemeChoice>(remembered)
                                                    : ui::ThemeChoice::System);
  // Destroyed in the reverse order: the window, then the controller with its runner, which joins
  // the workers.
  ui::RunController controller(std::move(runner));
  ui::MainWindow window(theme, controller,
                        {.presets = std::move(choices),
                         .settings = std::move(settings),
                         .about = aboutText(),
                         .workspace = workspace,
                         .data_folder = options.data});
  if (!capturing) {
    window.show();
    return QApplication::exec();
  }
  ui::Capture::Options capture_options;
  capture_options.folder = QDir(QString::fromStdString(options.capture));
  capture_options.sizes = sizes;
  ui::Capture capture(theme, window, controller, std::move(capture_options));
  QObject::connect(&capture, &ui::Capture::done, &application,
                   [](int code) { QApplication::exit(code); });
  QTimer::singleShot(0, &capture, &ui::Capture::start);
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  // Idle OpenMP threads must not spin: beside another busy process that costs a factor of 50.
  setenv("OMP_WAIT_POLICY", "PASSIVE", 0);

  CLI::App app{"W2S Lab: a laboratory for weak-to-strong generalization"};
  app.name("w2slab");
  app.set_version_flag("--version", std::string("w2slab ") + w2s::kVersion + " (LibTorch " +
                                        w2s::kLibTorchVersion + ")");
  LabOptions options;
  app.add_option("FILE", options.file, "A configuration file (TOML) to open");
  app.add_option("--preset", options.preset, "The built-in experiment to open");
  app.add_option("--workspace", options.workspace, "Folder of runs and cache");
  app.add_option("--data", options.data, "Folder of the data set's files");
  app.add_option("--theme", options.theme, "light, dark or system")
      ->check(CLI::IsMember({"light", "dark", "system"}));
  auto* capture = app.add_option(
      "--capture", options.capture,
      "Runs the experiment without a screen and saves pictures of the window in this folder");
  app.add_option("--size", options.size, "Size of those pictures, e.g. 1440x900")->needs(capture);
  CLI11_PARSE(app, argc, argv);
  if (!options.capture.empty()) {
    setenv("QT_QPA_PLATFORM", "offscreen", 1);
  }
  // Qt takes options of its own (-platform, ...); CLI11 has had ours.
  int qt_argc = 1;
  const w2s::Result<int> code = runLab(options, qt_argc, argv);
  return code ? *code : w2s::app::report(code.error());
}
