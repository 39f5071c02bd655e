// What Qt and its plugins have to say goes where everything else goes that nobody asked for: to the
// log (core/base/log.h, logger w2s.qt).
#pragma once

namespace w2s::app {

// As long as it lives. Make it after setUpLogging and before the application object, which has the
// most to say; it must outlive that one, but not main, since the log is gone then.
class QtMessagesToLog {
 public:
  QtMessagesToLog();
  ~QtMessagesToLog();
  QtMessagesToLog(const QtMessagesToLog&) = delete;
  QtMessagesToLog& operator=(const QtMessagesToLog&) = delete;
};

}  // namespace w2s::app
