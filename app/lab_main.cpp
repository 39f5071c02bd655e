// w2slab: the window. Wiring only: options, engine, theme, window.
#include <algorithm>
#include <clocale>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <QApplication>
#include <QFileInfo>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include "app/capture/capture.h"
#include "app/capture_screens.h"
#include "app/command.h"
#include "app/lab_application.h"
#include "app/output.h"
#include "app/qt_messages.h"
#include "app/quit_on_signal.h"
#include "app/study_forecast.h"
#include "core/base/log.h"
#include "core/base/version.h"
#include "core/config/presets.h"
#include "core/data/first_experiment.h"
#include "core/engine/runner.h"
#include "core/store/bundle.h"
#include "core/store/workspace.h"
#include "core/study/openai_results.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/recorded_runs.h"
#include "ui/bridge/translated.h"
#include "ui/form/settings_basis.h"
#include "ui/main_window.h"
#include "ui/shell/about_dialog.h"
#include "ui/shell/appearance.h"
#include "ui/shell/config_files.h"
#include "ui/shell/first_frame.h"
#include "ui/shell/language.h"
#include "ui/shell/settings_file.h"
#include "ui/theme/theme.h"

namespace w2s::app {
void addExportCommand(CLI::App& parent, int& exit_code);
}  // namespace w2s::app

namespace {

using namespace w2s;

struct LabOptions {
  std::string file;
  std::string bundle;
  std::string preset;
  std::string workspace;
  std::string data;
  std::string capture;
  std::string size;
  std::string scene;
  std::string theme;
  std::string language;
  std::string settings;
  double font_scale = 0.0;
  bool start = false;
  bool quit_after_first_frame = false;
  bool quit_after_first_point = false;
};

// The presets with the wanted one first; a configuration file stands before all.
Result<std::vector<ui::SettingsBasis>> makeChoices(const LabOptions& options) {
  std::vector<ui::SettingsBasis> choices;
  W2S_TRY(const std::vector<config::PresetInfo> presets, config::listPresets());
  std::string wanted = options.preset;
  if (!options.file.empty()) {
    W2S_TRY(const config::ExperimentConfig config, data::loadExperimentOrCard(options.file));
    if (std::ranges::find(presets, options.file, &config::PresetInfo::name) != presets.end()) {
      wanted = options.file;
    } else {
      // With its whole path: it is remembered, and the next start may be from another folder.
      choices.push_back(ui::fileBasis(
          QFileInfo(QString::fromStdString(options.file)).absoluteFilePath(), config));
    }
  }
  bool found = wanted.empty();
  for (const config::PresetInfo& preset : presets) {
    W2S_TRY(const config::ExperimentConfig config, config::loadPreset(preset.name));
    const bool first = preset.name == wanted;
    found = found || first;
    choices.insert(
        first && (choices.empty() || choices.front().kind != ui::SettingsBasis::Kind::File)
            ? choices.begin()
            : choices.end(),
        ui::presetBasis(QString::fromStdString(preset.name), ui::translated(preset.title),
                        ui::translated(preset.look_for), config));
  }
  if (!found) {
    W2S_CHECK(config::loadPreset(wanted));  // its error lists those there are
  }
  if (choices.empty()) {
    return fail(ErrorCode::NotFound,
                "No preset was found: the folder resources/presets is missing or empty.");
  }
  return choices;
}

// None: the option was not given.
Result<std::optional<QSize>> sizeOf(const std::string& text) {
  if (text.empty()) {
    return std::optional<QSize>();
  }
  int width = 0;
  int height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 320 ||
      height < 240 || width > 16384 || height > 16384) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("--size {}: give width and height in pixels, 320x240 to 16384x16384, "
                            "e.g. 1440x900.",
                            text));
  }
  return std::optional(QSize(width, height));
}

// All variants, or those of one size, in the look and text size that were asked for.
std::vector<ui::Capture::Variant> variantsOf(const std::optional<QSize>& size,
                                             const LabOptions& options) {
  if (!size) {
    return ui::Capture::allVariants();
  }
  std::vector<ui::Look> looks{ui::Look::Light, ui::Look::Dark};
  if (options.theme == "light" || options.theme == "dark") {
    looks = {options.theme == "light" ? ui::Look::Light : ui::Look::Dark};
  } else if (options.theme == "high-contrast") {
    looks = {ui::Look::HighContrast};
  }
  std::vector<ui::Capture::Variant> variants;
  for (const ui::Look look : looks) {
    variants.push_back({look, *size, options.font_scale > 0.0 ? options.font_scale : 1.0});
  }
  return variants;
}

// The first window on a small screen, or one that was left on a larger screen: not beyond the edge.
void fitToScreen(QWidget& window, const std::optional<QSize>& asked) {
  if (asked) {
    window.setMinimumSize(window.minimumSize().boundedTo(*asked));
    window.resize(*asked);
  } else if (QGuiApplication::platformName() != QLatin1String("offscreen")) {
    constexpr QSize kFrame{0, 40};  // its title; the toolkit knows it once the window is shown
    const QSize room = window.screen()->availableSize() - kFrame;
    window.setMinimumSize(window.minimumSize().boundedTo(room));
    window.resize(window.size().boundedTo(room));
  }
}

ui::ThemeChoice themeChoice(const std::string& name) {
  return name == "light"           ? ui::ThemeChoice::Light
         : name == "dark"          ? ui::ThemeChoice::Dark
         : name == "high-contrast" ? ui::ThemeChoice::HighContrast
                                   : ui::ThemeChoice::System;
}

// What was chosen in the window, then what this start asks for.
void setUpLooks(ui::Theme& theme, const LabOptions& options, const QSettings* settings) {
  if (settings != nullptr) {
    ui::Appearance::restore(theme, *settings);
  }
  if (options.font_scale > 0.0) {
    theme.setFontScale(options.font_scale);
  }
  theme.choose(options.theme.empty() ? theme.choice() : themeChoice(options.theme));
}

Result<int> runLab(const LabOptions& options, int& argc, char** argv) {
  W2S_TRY(const std::optional<QSize> size, sizeOf(options.size));
  const std::filesystem::path workspace = options.workspace.empty()
                                              ? store::defaultWorkspace()
                                              : std::filesystem::path(options.workspace);
  app::QuitOnSignal on_signal;
  if (const Status logging = setUpLogging(workspace / "w2slab.log"); !logging) {
    app::say("w2slab: {}\n", logging.error().message);
  }
  const app::QtMessagesToLog qt_messages;
  const bool capturing = !options.capture.empty();
  if (capturing) {
    app::useScreensFor(variantsOf(size, options));
  }
  app::LabApplication application(argc, argv);
  // Qt has set the user's locale, whose decimal mark the libraries below would read and write.
  std::setlocale(LC_NUMERIC, "C");
  QApplication::setOrganizationName(QStringLiteral("w2s-lab"));
  QApplication::setApplicationName(QStringLiteral("w2slab"));
  QApplication::setApplicationDisplayName(QStringLiteral("W2S Lab"));
  QApplication::setApplicationVersion(QLatin1String(kVersion));

  // Pictures are the same whatever this user has set; nothing of them is remembered.
  ui::OpenedSettings opened =
      capturing ? ui::OpenedSettings{} : ui::openSettings(QString::fromStdString(options.settings));
  if (!opened.note.isEmpty()) {
    logger("w2s.ui")->warn("{}", opened.note.toStdString());
  }
  const QString language = !options.language.empty() ? QString::fromStdString(options.language)
                           : opened.settings         ? ui::chosenLanguage(*opened.settings)
                                                     : QStringLiteral("en");
  ui::installLanguage(application, language);
  W2S_TRY(std::vector<ui::SettingsBasis> choices, makeChoices(options));
  const auto make_runner = [workspace, data = options.data] {
    return engine::makeRunner({.workspace = workspace,
                               .data_folder = data,
                               .worker_priority = engine::WorkerPriority::BelowWindow});
  };
  const auto forecast = [workspace, data = options.data](
                            const std::vector<record::RunRequest>& requests,
                            const std::function<bool()>& is_unwanted) {
    return app::forecastFor({.workspace = workspace, .data_folder = data}, requests, is_unwanted);
  };
  W2S_TRY(std::unique_ptr<engine::Runner> runner, make_runner());

  ui::Theme theme;
  setUpLooks(theme, options, opened.settings.get());
  // Destroyed in the reverse order: the window, then the session with its runner, which joins
  // the workers.
  ui::ExperimentSession session(std::move(runner));
  ui::MainWindow window(
      theme, session,
      {.presets = std::move(choices),
       .first_asked_for = !options.file.empty() || !options.preset.empty(),
       .settings = std::move(opened.settings),
       .settings_note = opened.note,
       .about = ui::AboutDialog::versions(QLatin1String(kVersion), QLatin1String(kLibTorchVersion)),
       .list_devices = engine::listDevices,
       .workspace = workspace,
       .data_folder = options.data,
       .make_runner = make_runner,
       .forecast = forecast});
  // Runs in progress, which stop with a checkpoint when their sessions go, are what `w2s run` ends
  // with 1 for as well.
  on_signal.answerWith([&window, &session] {
    logger("w2s.ui")->info("A signal asked the window to end.");
    window.saveLayout();
    const bool study_is_busy = window.studies() != nullptr && window.studies()->isBusy();
    QApplication::exit(session.isBusy() || study_is_busy ? 1 : 0);
  });
  if (!capturing) {
    const QString bundle =
        options.bundle.empty()
            ? QString()
            : QFileInfo(QString::fromStdString(options.bundle)).absoluteFilePath();
    ui::afterFirstFrame(window, [&opened, &session, &window, bundle, begins = options.start] {
      opened.start.reset();
      if (!bundle.isEmpty()) {
        window.files().open(bundle);
      }
      if (begins) {
        session.start();
      }
    });
    fitToScreen(window, size);
    window.show();
    if (options.quit_after_first_frame) {
      ui::quitAfterFirstFrame(window);
    } else if (options.quit_after_first_point) {
      ui::quitAfterFirstPoint(session);
    }
    return QApplication::exec();
  }
  ui::Capture::Options capture_options;
  capture_options.folder = QDir(QString::fromStdString(options.capture));
  capture_options.variants = variantsOf(size, options);
  capture_options.companions = ui::Capture::companionsOf(session.config());
  capture_options.only = QString::fromStdString(options.scene);
  ui::Capture capture(theme, window, session, std::move(capture_options));
  QObject::connect(&capture, &ui::Capture::done, &application,
                   [](int code) { QApplication::exit(code); });
  QTimer::singleShot(0, &capture, &ui::Capture::start);
  return QApplication::exec();
}

int callLab(int argc, char** argv) {
  CLI::App app{"W2S Lab: a laboratory for weak-to-strong generalization"};
  app.name("w2slab");
  app.set_version_flag("--version", std::string("w2slab ") + w2s::kVersion + " (LibTorch " +
                                        w2s::kLibTorchVersion + ")");
  LabOptions options;
  app.add_option(
      "FILE", options.file,
      "A configuration file (TOML) to open, or what to import: a bundle of runs (.w2s), a "
      "folder of results of OpenAI's code");
  app.add_option("--preset", options.preset,
                 "The built-in experiment to open; else the window opens as it was left");
  app.add_option("--workspace", options.workspace,
                 "Folder of runs and cache; else $W2S_WORKSPACE, else ~/.local/share/w2s-lab");
  app.add_option("--data", options.data, "Folder of the data set's files");
  app.add_option("--theme", options.theme, "light, dark, high-contrast or system")
      ->check(CLI::IsMember({"light", "dark", "high-contrast", "system"}));
  app.add_option("--font-scale", options.font_scale, "Size of text and symbols, 0.8 to 2.5")
      ->check(CLI::Range(ui::Theme::kSmallestScale, ui::Theme::kLargestScale));
  app.add_option("--language", options.language, "en or de")->check(CLI::IsMember({"en", "de"}));
  app.add_option("--settings", options.settings, "Another file for the window's settings");
  app.add_flag("--start", options.start, "Starts the run as soon as the window is open");
  app.add_flag("--quit-after-first-frame", options.quit_after_first_frame,
               "Opens the window, draws it once and quits (for checks)");
  app.add_flag("--quit-after-first-point", options.quit_after_first_point,
               "Runs the experiment and quits when a curve has begun (for checks)");
  auto* capture = app.add_option(
      "--capture", options.capture,
      "Runs the experiment without a screen and saves pictures of the window in this folder");
  app.add_option("--size", options.size, "Size of the window, or of those pictures, e.g. 1024x700");
  int exit_code = 0;
  w2s::app::addExportCommand(app, exit_code);
  app.add_option("--scene", options.scene, "Only scenes whose name begins so")->needs(capture);
  if (const auto done = w2s::app::parseCall(app, argc, argv)) {
    return *done;
  }
  if (!app.get_subcommands().empty()) {
    return exit_code;
  }
  if (options.file.ends_with(w2s::store::kBundleExtension) ||
      w2s::study::looksLikeOpenAiResults(options.file)) {
    options.bundle = std::exchange(options.file, {});
  }
  // Qt takes options of its own (-platform, ...); CLI11 has had ours.
  int qt_argc = 1;
  const w2s::Result<int> code = runLab(options, qt_argc, argv);
  return code ? *code : w2s::app::report(code.error());
}

}  // namespace

int main(int argc, char** argv) {
  return w2s::app::runProgram(callLab, argc, argv);
}
