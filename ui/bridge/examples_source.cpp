#include "ui/bridge/examples_source.h"

#include <utility>

#include "ui/bridge/background.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

ExamplesSource::ExamplesSource(QObject* parent)
    : QObject(parent), thread_([this](const std::stop_token& stop) { work(stop); }) {}

ExamplesSource::~ExamplesSource() = default;

void ExamplesSource::request(ExampleQuery query) {
  ++unanswered_;
  {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(query);
    ++requests_;
  }
  woken_.notify_one();
}

void ExamplesSource::work(const std::stop_token& stop) {
  ExampleReader reader;
  while (true) {
    ExampleQuery query;
    int requests = 0;
    {
      std::unique_lock lock(mutex_);
      if (!woken_.wait(lock, stop, [this] { return waiting_.has_value(); })) {
        return;
      }
      query = *std::exchange(waiting_, std::nullopt);
      requests = std::exchange(requests_, 0);
    }
    const auto read = [&] { return reader.read(query); };
    auto answer = guarded(read);
    QMetaObject::invokeMethod(
        this, [this, answer = std::move(answer), requests] { deliver(answer, requests); },
        Qt::QueuedConnection);
  }
}

void ExamplesSource::deliver(const Result<std::shared_ptr<const ExampleSet>>& answer,
                             int requests) {
  unanswered_ -= requests;
  if (answer) {
    Q_EMIT loaded(*answer);
  } else {
    Q_EMIT failed(QString::fromStdString(said(answer.error())));
  }
}

}  // namespace w2s::ui
