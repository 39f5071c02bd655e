// Work beside the window, on a thread of a pool.
//
// An exception that leaves a thread ends the program, and with it the runs in progress: a list that
// is too long for the memory must not cost a run. Here it becomes an error like any other.
#pragma once

#include <atomic>
#include <memory>
#include <type_traits>
#include <utility>

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

#include "core/base/result.h"

namespace w2s::ui {

// What the exception that is being handled says, in the window's language. Any thread.
[[nodiscard]] Error errorInHand();

// What `work` returns, a Result, or what it throws as an error.
template <class Work>
[[nodiscard]] std::invoke_result_t<Work&> guarded(Work& work) {
  try {
    return work();
  } catch (...) {
    return tl::unexpected<Error>(errorInHand());
  }
}

// Calls `work` on a thread of the pool, then `answer` with its Result on the receiver's thread, unless
// the receiver is gone by then. The receiver waits for the pool before it goes; work that has not
// begun when `ending` is set is dropped.
template <class Work, class Answer>
void post(QThreadPool& pool, QObject* receiver, Work work, Answer answer,
          const std::atomic<bool>* ending = nullptr) {
  using Found = std::invoke_result_t<Work&>;
  const auto deliver = [receiver, answer](std::shared_ptr<Found> found) {
    QMetaObject::invokeMethod(
        receiver, [answer, found] { answer(std::move(*found)); }, Qt::QueuedConnection);
  };
  pool.start([ending, deliver, work = std::move(work),
              place = std::make_shared<Found>(tl::unexpected<Error>(Error{}))]() mutable {
    if (ending != nullptr && *ending) {
      return;
    }
    *place = guarded(work);
    try {
      deliver(place);
    } catch (...) {
      *place = tl::unexpected<Error>(Error{});  // what was found makes room for the sentence
      *place = tl::unexpected<Error>(errorInHand());
      deliver(place);
    }
  });
}

}  // namespace w2s::ui
