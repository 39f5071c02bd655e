// Loads example sets on a thread of its own and hands them to the window's thread.
//
// Only the latest wish counts: one that is waiting is replaced, one that is being read is finished.
// The answer to a wish is one signal, loaded() or failed(). All methods: the window's thread.
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
  // A wish waits for its answer.
  [[nodiscard]] bool isBusy() const {
    return unanswered_ > 0;
  }

 Q_SIGNALS:
  void loaded(const std::shared_ptr<const w2s::ui::ExampleSet>& set);
  void failed(const QString& message);

 private:
  void work(const std::stop_token& stop);
  void deliver(const Result<std::shared_ptr<const ExampleSet>>& answer, int wishes);

  int unanswered_ = 0;
  std::mutex mutex_;
  std::condition_variable_any woken_;
  std::optional<ExampleQuery> waiting_;
  int wishes_ = 0;       // since the thread took the last one
  std::jthread thread_;  // last: it uses everything above
};

}  // namespace w2s::ui
