// Loads example sets on a thread of its own and hands them to the window's thread.
//
// Keeps only the newest request: a queued one is replaced, one that is being read completes. Each
// request ends in one signal, loaded() or failed(). All methods: the window's thread.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include <QObject>
#include <QString>

#include "ui/bridge/example_set.h"

namespace w2s::ui {

class ExamplesSource : public QObject {
  Q_OBJECT

 public:
  explicit ExamplesSource(QObject* parent = nullptr);
  // Waits for the file being read.
  ~ExamplesSource() override;

  void request(ExampleQuery query);
  // A request has no answer yet.
  [[nodiscard]] bool isBusy() const {
    return unanswered_ > 0;
  }

 Q_SIGNALS:
  void loaded(const std::shared_ptr<const w2s::ui::ExampleSet>& set);
  void failed(const QString& message);

 private:
  void work(const std::stop_token& stop);
  void deliver(const Result<std::shared_ptr<const ExampleSet>>& answer, int requests);

  int unanswered_ = 0;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::optional<ExampleQuery> waiting_;
  int requests_ = 0;     // since the thread took the last one
  std::jthread thread_;  // last: it uses everything above
};

}  // namespace w2s::ui
