#include "ui/bridge/study_forecaster.h"

#include <chrono>
#include <utility>

#include <fmt/format.h>

#include "core/config/fingerprint.h"
#include "ui/bridge/background.h"
#include "ui/bridge/study_session.h"

namespace w2s::ui {
namespace {

constexpr std::chrono::milliseconds kAskPause{400};

}  // namespace

StudyForecaster::StudyForecaster(Ask ask, StudySession& studies, QObject* parent)
    : QObject(parent), ask_(std::move(ask)), studies_(studies) {
  pool_.setMaxThreadCount(1);
  pause_.setSingleShot(true);
  pause_.setInterval(kAskPause);
  connect(&pause_, &QTimer::timeout, this, &StudyForecaster::askNow);
  connect(&studies_, &StudySession::changed, this, &StudyForecaster::refresh);
}

StudyForecaster::~StudyForecaster() {
  *unwanted_ = true;
  pool_.waitForDone();
}

void StudyForecaster::drop() {
  *unwanted_ = true;
  pause_.stop();
  of_.clear();
  if (std::exchange(forecast_, std::nullopt)) {
    Q_EMIT changed();
  }
}

void StudyForecaster::refresh() {
  if (!ask_ || studies_.study() == nullptr || studies_.phase() != StudySession::Phase::Waiting ||
      studies_.study()->runs() > kMostRuns) {
    drop();
    return;
  }
  const study::Study& study = *studies_.study();
  const std::string now =
      fmt::format("{}\n{}\n{}", study::planText(study.plan), config::canonicalText(study.base),
                  studies_.progress().finished);
  if (now != of_) {
    drop();
    of_ = now;
    pause_.start();
  }
}

void StudyForecaster::askAgain() {
  if (!of_.empty()) {
    of_.clear();
    refresh();
  }
}

void StudyForecaster::askNow() {
  std::vector<record::RunRequest> requests;
  for (study::CellRequest& wanted : study::requestsOf(*studies_.study(), studies_.state())) {
    requests.push_back(std::move(wanted.request));
  }
  unwanted_ = std::make_shared<std::atomic<bool>>(false);
  post(
      pool_, this,
      [ask = ask_, requests = std::move(requests), unwanted = unwanted_] {
        return ask(requests, [unwanted] { return unwanted->load(); });
      },
      [this, unwanted = unwanted_](const Result<study::Forecast>& answer) {
        if (!*unwanted && answer) {  // what is wrong with a cell is said when it is started
          forecast_ = *answer;
          Q_EMIT changed();
        } else if (!*unwanted) {
          of_.clear();  // the next change asks again
        }
      });
}

}  // namespace w2s::ui
