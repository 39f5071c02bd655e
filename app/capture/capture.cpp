#include "app/capture/capture.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <QGuiApplication>
#include <QPixmap>
#include <QPointer>
#include <QScreen>
#include <QTimer>

#include "app/capture/capture_scenes.h"
#include "core/base/log.h"
#include "ui/bridge/experiment_session.h"
#include "ui/main_window.h"
#include "ui/shell/docks.h"
#include "ui/shell/page_host.h"

namespace w2s::ui {
namespace {

using record::StageId;
namespace stage = record::stage;
using Moment = Scene::Moment;

// Layout, style and queued refreshes take effect in the event loop.
constexpr int kSettleMs = 120;

ThemeChoice choiceFor(Look look) {
  switch (look) {
    case Look::Light:
      return ThemeChoice::Light;
    case Look::Dark:
      return ThemeChoice::Dark;
    case Look::HighContrast:
      return ThemeChoice::HighContrast;
  }
  return ThemeChoice::Light;
}

QString nameOf(Look look) {
  switch (look) {
    case Look::Light:
      return QStringLiteral("light");
    case Look::Dark:
      return QStringLiteral("dark");
    case Look::HighContrast:
      return QStringLiteral("contrast");
  }
  return {};
}

}  // namespace

std::vector<Capture::Variant> Capture::allVariants() {
  std::vector<Variant> variants;
  for (const double scale : {1.0, 2.0}) {
    for (const QSize size : {QSize(1440, 900), QSize(1024, 700)}) {
      for (const Look look : {Look::Light, Look::Dark}) {
        variants.push_back({look, size, scale});
      }
    }
  }
  variants.push_back({Look::HighContrast, {1440, 900}, 1.0});
  return variants;
}

std::vector<config::ExperimentConfig> Capture::companionsOf(
    const config::ExperimentConfig& config) {
  config::ExperimentConfig kd_only = config;
  kd_only.name = "kd only";
  kd_only.objective.confidence = config::NoConfidence{};
  config::ExperimentConfig hard_labels = kd_only;
  hard_labels.name = "naive hard labels";
  hard_labels.supervision.labels = config::LabelKind::Hard;
  hard_labels.objective.divergence = config::HardCe{};
  return {hard_labels, kd_only};
}

Capture::Capture(Theme& theme, MainWindow& window, ExperimentSession& session, Options options)
    : theme_(theme), window_(window), session_(session), options_(std::move(options)) {
  connect(&session_, &ExperimentSession::refreshed, this, &Capture::follow);
  connect(&session_, &ExperimentSession::failed, this, [this](const Error& error) {
    logger("w2s.ui")->error("The captured run failed: {}", error.message);
    failed_ = true;
    if (!ended_) {
      ended_ = true;
      shootInstead({{.name = QStringLiteral("run-failed"), .open = {}}},
                   [this] { Q_EMIT done(1); });
    }
  });
}

void Capture::collectScenes() {
  const auto showPage = [this](const QString& id) {
    return [this, id]() -> QWidget* {
      window_.pages().show(id);
      return nullptr;
    };
  };
  const QString run = QStringLiteral("run");
  scenes_ = {{QStringLiteral("run-idle"), Moment::Idle, showPage(run)},
             {QStringLiteral("run-middle"), Moment::Running, showPage(run)},
             {QStringLiteral("run-finished"), Moment::Finished, showPage(run)}};
  for (const PageHost::Page& page : window_.pages().pages()) {
    if (page.id != run) {
      scenes_.push_back({page.id, Moment::Finished, showPage(page.id)});
    }
  }
  scenes_.push_back({QStringLiteral("close-question"), Moment::Running, [this]() -> QWidget* {
                       if (session_.isBusy()) {
                         window_.close();  // asks first
                       }
                       return window_.findChild<QWidget*>(QStringLiteral("close_question"));
                     }});
  for (const Scene& scene : window_.scenes()) {
    scenes_.push_back(scene);
  }
  for (const Scene& scene : windowScenes(window_, session_)) {  // the last one opens another run
    scenes_.push_back(scene);
  }
  scenes_.erase(
      std::remove_if(scenes_.begin(), scenes_.end(),
                     [this](const Scene& scene) { return !scene.name.startsWith(options_.only); }),
      scenes_.end());
}

void Capture::start() {
  if (!options_.folder.mkpath(QStringLiteral("."))) {
    logger("w2s.ui")->error("The folder {} cannot be made.", options_.folder.path().toStdString());
    Q_EMIT done(1);
    return;
  }
  collectScenes();
  window_.show();
  shootMoment(Moment::Idle, [this, wanted = session_.config()] { runCompanion(0, wanted); });
}

// The other runs, one after the other at full speed, then the one that is pictured.
void Capture::runCompanion(std::size_t index, const config::ExperimentConfig& wanted) {
  if (ended_) {
    return;  // one of them failed
  }
  if (index < options_.companions.size()) {
    session_.setConfig(options_.companions[index]);
    companion_ = true;
    session_.setSpeed(0.0);
    auto* over = new QObject(this);
    connect(
        &session_, &ExperimentSession::stateChanged, over,
        [this, over, index, wanted] {
          if (!session_.isBusy()) {
            delete over;
            runCompanion(index + 1, wanted);
          }
        },
        Qt::QueuedConnection);
    session_.setSeeds({session_.seed()});
    session_.start();
    return;
  }
  companion_ = false;
  session_.setConfig(wanted);
  session_.setSeeds(wanted.seeds);
  session_.setSpeed(static_cast<double>(wanted.optimizer.steps) / options_.seconds);
  session_.start();
}

void Capture::follow() {
  const StageSeries& student = session_.focus().series().stage(stage::kStudent);
  const double share = student.total > 0
                           ? static_cast<double>(student.done) / static_cast<double>(student.total)
                           : 0.0;
  if (diverging_) {
    followDiverging(share);
  }
  if (companion_ || ended_) {
    return;
  }
  if (share >= 0.2 && !on_the_way_done_) {
    on_the_way_done_ = true;
    if (options_.on_the_way) {
      options_.on_the_way(session_);
    }
  }
  if (share >= 0.4 && !middle_begun_) {
    middle_begun_ = true;
    // Slow enough that all pictures show the middle.
    session_.setSpeed(static_cast<double>(session_.config().optimizer.steps) / 1500.0);
    shootMoment(Moment::Running, [this] {
      middle_done_ = true;
      session_.setSpeed(0.0);
      follow();
    });
  }
  const bool over = middle_done_ && !session_.isBusy();
  if (over) {
    ended_ = true;
    failed_ = failed_ || session_.state() != RunState::Finished;
    shootMoment(Moment::Finished, [this] { runDiverging(); });
  }
}

// Plain SGD whose weight decay times learning rate exceeds 2 makes the weights grow without bound;
// until the learning rate is raised it is an ordinary run.
void Capture::runDiverging() {
  const bool wanted = std::ranges::any_of(
      scenes_, [](const Scene& scene) { return scene.moment == Moment::Diverged; });
  if (!wanted || failed_) {
    finish();
    return;
  }
  config::ExperimentConfig config = session_.config();
  config.name = "too fast";
  config.optimizer.kind = config::OptimizerKind::Sgd;
  config.optimizer.momentum = 0.0;
  config.optimizer.weight_decay = 0.5;
  config.optimizer.learning_rate = {.base = 0.02};
  session_.setConfig(config);
  session_.setSpeed(static_cast<double>(config.optimizer.steps) / options_.seconds);
  connect(&session_, &ExperimentSession::diverged, this, [this] {
    diverging_ = false;
    shootMoment(Moment::Diverged, [this] {
      connect(&session_, &ExperimentSession::runEnded, this, &Capture::finish);
      session_.stop(record::StopMode::Discard);
    });
  });
  diverging_ = true;
  session_.start();
}

void Capture::followDiverging(double share) {
  constexpr double kAbsurd = 10.0;
  config::ExperimentConfig config = session_.config();
  if (share >= 0.4 && config.optimizer.learning_rate.base != kAbsurd) {
    config.optimizer.learning_rate.base = kAbsurd;
    session_.editConfig(config);
  }
  if (!session_.isBusy()) {
    diverging_ = false;
    logger("w2s.ui")->error("The run that should diverge did not.");
    failed_ = true;
    finish();
  }
}

void Capture::finish() {
  Q_EMIT done(failed_ ? 1 : 0);
}

void Capture::shootMoment(Moment moment, const std::function<void()>& next) {
  std::vector<Scene> scenes;
  std::ranges::copy_if(scenes_, std::back_inserter(scenes),
                       [moment](const Scene& scene) { return scene.moment == moment; });
  shootInstead(std::move(scenes), next);
}

void Capture::shootInstead(std::vector<Scene> scenes, const std::function<void()>& next) {
  if (const auto take_away = std::exchange(take_away_, {})) {
    take_away();
  }
  chain_ = std::make_shared<const Chain>(Chain{.scenes = std::move(scenes), .next = next});
  shoot(chain_, 0, 0);
}

void Capture::shoot(const std::shared_ptr<const Chain>& chain, std::size_t scene,
                    std::size_t variant) {
  if (scene >= chain->scenes.size() || options_.variants.empty()) {
    chain->next();
    return;
  }
  if (variant >= options_.variants.size()) {
    shoot(chain, scene + 1, 0);
    return;
  }
  const Variant& chosen = options_.variants[variant];
  if (theme_.fontScale() != chosen.font_scale) {
    theme_.setFontScale(chosen.font_scale);
  }
  if (theme_.choice() != choiceFor(chosen.look)) {
    theme_.choose(choiceFor(chosen.look));
  }
  for (const QScreen* screen : QGuiApplication::screens()) {
    if (screen->size() == chosen.size) {
      window_.move(screen->geometry().topLeft());  // its dialogs keep to that screen
    }
  }
  window_.resize(chosen.size);
  window_.docks().applyFirstSizes();
  QTimer::singleShot(kSettleMs, this, [this, chain, scene, variant] {
    if (chain != chain_) {
      return;
    }
    const Scene& shown = chain->scenes[scene];
    const QPointer<QWidget> widget = shown.open ? shown.open() : nullptr;
    take_away_ = [widget, close = shown.close] {
      if (close) {
        close();
      } else if (widget != nullptr) {
        widget->close();
      }
    };
    const int settle = std::max(kSettleMs, shown.settle_ms);
    QTimer::singleShot(settle, this, [this, chain, scene, variant, widget] {
      if (chain != chain_) {
        return;
      }
      save(widget != nullptr ? *widget : window_, chain->scenes[scene], options_.variants[variant]);
      std::exchange(take_away_, {})();
      shoot(chain, scene, variant + 1);
    });
  });
}

void Capture::save(QWidget& widget, const Scene& scene, const Variant& variant) {
  const QString name = QStringLiteral("%1-%2-%3x%4-%5.png")
                           .arg(scene.name, nameOf(variant.look))
                           .arg(variant.size.width())
                           .arg(variant.size.height())
                           .arg(qRound(100.0 * variant.font_scale));
  if (!widget.grab().save(options_.folder.filePath(name))) {
    logger("w2s.ui")->error("The picture {} cannot be written.",
                            options_.folder.filePath(name).toStdString());
    failed_ = true;
  }
}

}  // namespace w2s::ui
