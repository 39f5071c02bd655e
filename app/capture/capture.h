// Pictures of the window for documentation and review: every page and dialog, in every look, size
// and text size. Drives the real window and a real run; works offscreen.
//
// A file is called SCENE-LOOK-WIDTHxHEIGHT-PERCENT.png.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QDir>
#include <QObject>
#include <QSize>

#include "core/config/experiment_config.h"
#include "ui/shell/scene.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

class MainWindow;
class ExperimentSession;

class Capture : public QObject {
  Q_OBJECT

 public:
  struct Variant {
    Look look = Look::Light;
    QSize size = {1440, 900};
    double font_scale = 1.0;
  };
  // Light and dark in two sizes and two text sizes, and one in high contrast.
  [[nodiscard]] static std::vector<Variant> allVariants();

  struct Options {
    QDir folder;
    std::vector<Variant> variants = allVariants();
    QString only;  // scenes whose name begins so; empty: all
    // Runs to be made first, so that the table and the charts have something to compare with.
    std::vector<config::ExperimentConfig> companions = {};
    double seconds = 6.0;  // about how long the run is stretched to, so that its middle can be seen
    // Called once when the student has done a fifth of its steps; for pictures with a live change.
    std::function<void(ExperimentSession&)> on_the_way = {};
  };

  // Two simpler ways to train on the same weak labels: without a confidence term, and on hard
  // labels.
  [[nodiscard]] static std::vector<config::ExperimentConfig> companionsOf(
      const config::ExperimentConfig& config);

  Capture(Theme& theme, MainWindow& window, ExperimentSession& session, Options options);

  void start();

 Q_SIGNALS:
  // exit_code 0: all pictures were written and the run finished.
  void done(int exit_code);

 private:
  // Pictures in the making: scenes of one moment, in all variants, and what comes after them.
  struct Chain {
    std::vector<Scene> scenes;
    std::function<void()> next;
  };
  void collectScenes();
  // All scenes of a moment in all variants, one picture an event-loop turn, then `next`.
  void shootMoment(Scene::Moment moment, const std::function<void()>& next);
  // Gives up the pictures that are in the making, whose scene is taken away.
  void shootInstead(std::vector<Scene> scenes, const std::function<void()>& next);
  void shoot(const std::shared_ptr<const Chain>& chain, std::size_t scene, std::size_t variant);
  void save(QWidget& widget, const Scene& scene, const Variant& variant);
  void follow();
  void runCompanion(std::size_t index, const config::ExperimentConfig& wanted);
  // Another run, whose learning rate becomes absurd on the way; without scenes of it, the end.
  void runDiverging();
  void followDiverging(double share);
  void finish();

  Theme& theme_;
  MainWindow& window_;
  ExperimentSession& session_;
  Options options_;
  std::vector<Scene> scenes_;
  std::shared_ptr<const Chain> chain_;  // timers of any other do nothing
  std::function<void()> take_away_;     // the scene on the screen; empty: there is none
  bool companion_ = false;              // the run in progress is one of them
  bool on_the_way_done_ = false;
  bool middle_begun_ = false;
  bool middle_done_ = false;
  bool ended_ = false;      // the pictures of the finished run have begun
  bool diverging_ = false;  // the run in progress is that one
  bool failed_ = false;
};

}  // namespace w2s::ui
