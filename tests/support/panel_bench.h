// The settings panel over the fake engine, offscreen: what its tests share.
#pragma once

#include <memory>
#include <utility>

#include <QTest>

#include "core/config/settings.h"
#include "tests/support/fake_runner.h"
#include "ui/bridge/experiment_session.h"
#include "ui/form/settings_history.h"
#include "ui/pages/experiment_panel.h"
#include "ui/theme/theme.h"

namespace w2s::test {

struct PanelBench {
  explicit PanelBench(const config::ExperimentConfig& preset = {}) {
    theme.choose(ui::ThemeChoice::Light);
    auto owned = std::make_unique<FakeRunner>();
    runner = owned.get();
    session = std::make_unique<ui::ExperimentSession>(
        std::move(owned),
        ui::ExperimentSession::Options{.refresh_interval = std::chrono::milliseconds(10)});
    panel = std::make_unique<ui::ExperimentPanel>(theme, *session);
    panel->resize(308, 900);
    panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(panel.get()));
    panel->activateWindow();
    open(preset);
  }

  void open(const config::ExperimentConfig& preset) const {
    const ui::SettingsBasis basis{.sentence = QStringLiteral("Look here."), .config = preset};
    panel->history().begin(ui::stateOf(basis, session->seeds()));
  }
  // A run that goes on until the test ends.
  void startSlowly() const {
    session->setSpeed(20.0);
    session->start();
    QTRY_COMPARE(session->focus().state(), ui::RunState::Running);
  }

  // Null when there is none; removed widgets that wait for the event loop do not count.
  template <class T>
  [[nodiscard]] T* look(const QString& name) const {
    for (T* found : panel->window()->findChildren<T*>(name)) {
      if (!found->isHidden() || found->isVisibleTo(panel.get())) {
        return found;
      }
    }
    return panel->findChild<T*>(name);
  }
  template <class T>
  [[nodiscard]] T* find(const char* name) const {
    T* found = look<T>(QLatin1String(name));
    if (found == nullptr) {
      qFatal("no widget %s", name);
    }
    return found;
  }
  [[nodiscard]] bool isShown(const char* name) const {
    const auto* widget = look<QWidget>(QLatin1String(name));
    return widget != nullptr && widget->isVisibleTo(panel.get());
  }
  [[nodiscard]] const config::ExperimentConfig& config() const {
    return session->config();
  }

  ui::Theme theme;
  FakeRunner* runner = nullptr;
  std::unique_ptr<ui::ExperimentSession> session;
  std::unique_ptr<ui::ExperimentPanel> panel;
};

}  // namespace w2s::test
