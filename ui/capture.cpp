#include "ui/capture.h"

#include <QPixmap>
#include <QTimer>

#include "core/base/log.h"
#include "ui/bridge/run_controller.h"
#include "ui/main_window.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

using experiment::StageKind;

Capture::Capture(Theme& theme, MainWindow& window, RunController& controller, Options options)
    : theme_(theme), window_(window), controller_(controller), options_(std::move(options)) {
  connect(&controller_, &RunController::refreshed, this, &Capture::follow);
  connect(&controller_, &RunController::failed, this, [this](const Error& error) {
    logger("w2s.ui")->error("The captured run failed: {}", error.message);
    failed_ = true;
    if (!ended_) {
      ended_ = true;
      shoot("failed", 0, [this] { Q_EMIT done(1); });
    }
  });
}

void Capture::start() {
  if (!options_.folder.mkpath(QStringLiteral("."))) {
    logger("w2s.ui")->error("The folder {} cannot be made.", options_.folder.path().toStdString());
    Q_EMIT done(1);
    return;
  }
  window_.show();
  shoot("idle", 0, [this] {
    controller_.setSpeed(static_cast<double>(controller_.config().optimizer.steps) /
                         options_.seconds);
    controller_.start();
  });
}

void Capture::follow() {
  const StageSeries& student = controller_.series().stage(StageKind::Student);
  const double share = student.total > 0
                           ? static_cast<double>(student.done) / static_cast<double>(student.total)
                           : 0.0;
  if (share >= 0.2 && !on_the_way_done_) {
    on_the_way_done_ = true;
    if (options_.on_the_way) {
      options_.on_the_way(controller_);
    }
  }
  if (share >= 0.4 && !middle_begun_) {
    middle_begun_ = true;
    shoot("running", 0, [this] {
      middle_done_ = true;
      controller_.setSpeed(0.0);
      follow();
    });
  }
  const bool over = middle_done_ && !isActive(controller_.state());
  if (over && !ended_) {
    ended_ = true;
    const bool finished = controller_.state() == RunState::Finished;
    shoot("finished", 0, [this, finished] { Q_EMIT done(finished && !failed_ ? 0 : 1); });
  }
}

void Capture::shoot(const char* moment, std::size_t index, const std::function<void()>& next) {
  const std::size_t count = options_.sizes.size() * options_.looks.size();
  if (index >= count) {
    next();
    return;
  }
  const QSize size = options_.sizes[index / options_.looks.size()];
  const Look look = options_.looks[index % options_.looks.size()];
  theme_.choose(look == Look::Dark ? ThemeChoice::Dark : ThemeChoice::Light);
  window_.resize(size);
  // Layout and style take effect in the event loop.
  QTimer::singleShot(60, this, [this, moment, index, next, size, look] {
    const QString name =
        QStringLiteral("%1-%2-%3x%4.png")
            .arg(QLatin1String(moment),
                 look == Look::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
            .arg(size.width())
            .arg(size.height());
    if (!window_.grab().save(options_.folder.filePath(name))) {
      logger("w2s.ui")->error("The picture {} cannot be written.",
                              options_.folder.filePath(name).toStdString());
      failed_ = true;
    }
    shoot(moment, index + 1, next);
  });
}

}  // namespace w2s::ui
