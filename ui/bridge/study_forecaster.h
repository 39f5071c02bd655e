// Follows the open study while it waits for its start, and has counted, on a thread of its own, what it
// takes: stages to make, shared and cached, time, disk (core/study/forecast.h).
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include "core/base/result.h"
#include "core/record/run_request.h"
#include "core/study/forecast.h"

namespace w2s::ui {

class StudySession;

class StudyForecaster : public QObject {
  Q_OBJECT

 public:
  // Called on a thread of a pool; `is_unwanted`: the answer does not matter any more.
  using Ask = std::function<Result<study::Forecast>(const std::vector<record::RunRequest>& requests,
                                                    const std::function<bool()>& is_unwanted)>;

  StudyForecaster(Ask ask, StudySession& studies, QObject* parent = nullptr);
  ~StudyForecaster() override;

  // What the workspace has may have changed.
  void askAgain();
  // Of the runs that are left to do; none while it is being made, where it cannot be made, and for
  // studies of more runs than kMostRuns.
  static constexpr std::size_t kMostRuns = 2000;
  [[nodiscard]] const std::optional<study::Forecast>& forecast() const {
    return forecast_;
  }

 Q_SIGNALS:
  void changed();

 private:
  void refresh();
  void askNow();
  void drop();

  Ask ask_;
  StudySession& studies_;
  QThreadPool pool_;
  QTimer pause_;  // of typing
  std::shared_ptr<std::atomic<bool>> unwanted_ = std::make_shared<std::atomic<bool>>(false);
  std::string of_;  // the study that was asked about, and how much of it was left
  std::optional<study::Forecast> forecast_;
};

}  // namespace w2s::ui
