// The real window over the fake engine, offscreen: what the widget tests share.
#pragma once

#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

#include <QSettings>
#include <QTest>

#include "tests/support/fake_runner.h"
#include "ui/bridge/experiment_session.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

namespace w2s::test {

struct WindowBench {
  struct Options {
    FakeRunnerOptions runner;
    std::unique_ptr<QSettings> settings = nullptr;
    QSize size = {1440, 900};
    std::vector<ui::SettingsBasis> presets = {};  // none: one, of the defaults
    bool first_asked_for = false;
    std::filesystem::path workspace = {};  // none: no recorded runs, no page of studies
  };

  WindowBench() : WindowBench(Options{}) {}

  explicit WindowBench(Options options) {
    theme.choose(ui::ThemeChoice::Light);
    auto owned = std::make_unique<FakeRunner>(std::move(options.runner));
    runner = owned.get();
    session = std::make_unique<ui::ExperimentSession>(
        std::move(owned),
        ui::ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    ui::MainWindow::Options window_options;
    window_options.presets = std::move(options.presets);
    if (window_options.presets.empty()) {
      window_options.presets = {{.name = QStringLiteral("fashion-demo"),
                                 .title = QStringLiteral("A tree teaches an encoder"),
                                 .sentence = QStringLiteral("Watch the student pass its teacher."),
                                 .config = {}}};
    }
    window_options.first_asked_for = options.first_asked_for;
    window_options.settings = std::move(options.settings);
    window_options.workspace = options.workspace;
    if (!options.workspace.empty()) {
      window_options.make_runner = []() -> Result<std::unique_ptr<engine::Runner>> {
        return std::make_unique<FakeRunner>();
      };
    }
    window = std::make_unique<ui::MainWindow>(theme, *session, std::move(window_options));
    if (options.size.isValid()) {
      window->resize(options.size);
    }
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
  }

  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = window->findChild<T*>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }

  // Runs the preset to its end.
  void finishARun() const {
    session->setSpeed(0.0);
    session->start();
    QTRY_COMPARE(session->focus().state(), ui::RunState::Finished);
  }

  ui::Theme theme;
  FakeRunner* runner = nullptr;
  std::unique_ptr<ui::ExperimentSession> session;
  std::unique_ptr<ui::MainWindow> window;
};

}  // namespace w2s::test
