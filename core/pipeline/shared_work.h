// Work cut into equal parts that any number of threads do together: each takes the next part that
// nobody has, until all are done. A thread that stops half-way leaves the rest to the others, or to
// whoever comes later; nothing that was done is done again.
//
// Which thread does a part never shows in the result, as long as a part depends on its number alone.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

#include "core/base/result.h"

namespace w2s::pipeline {

class SharedWork {
 public:
  explicit SharedWork(std::int64_t parts);

  // Does parts until all are done, those of other threads included. `before_part` is called before
  // each part is taken, without a part in hand: it may block (a pause), and its error (a stop) ends
  // this thread's help. `do_part` does the part of that number, 0 .. parts - 1; if it fails or
  // throws, the part goes back to be taken again and the failure is this call's. Any thread; returns
  // at once when there is nothing left.
  [[nodiscard]] Status help(const std::function<Status()>& before_part,
                            const std::function<Status(std::int64_t part)>& do_part);

  [[nodiscard]] std::int64_t parts() const {
    return parts_;
  }
  [[nodiscard]] std::int64_t done() const;
  [[nodiscard]] bool isDone() const {
    return done() == parts_;
  }

 private:
  // The next part to do; waits while other threads have all that is left. -1: all are done.
  std::int64_t take();
  void giveBack(std::int64_t part);
  void finish();

  const std::int64_t parts_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::int64_t next_ = 0;
  std::int64_t done_ = 0;
  std::vector<std::int64_t> given_back_;
};

}  // namespace w2s::pipeline
