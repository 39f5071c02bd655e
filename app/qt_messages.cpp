#include "app/qt_messages.h"

#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <spdlog/logger.h>

#include <QByteArray>
#include <QString>
#include <QtGlobal>

#include "core/base/log.h"

namespace w2s::app {
namespace {

spdlog::level::level_enum levelOf(QtMsgType type) {
  switch (type) {
    case QtDebugMsg:
      return spdlog::level::debug;
    case QtInfoMsg:
      return spdlog::level::info;
    case QtWarningMsg:
      return spdlog::level::warn;
    case QtCriticalMsg:
      return spdlog::level::err;
    case QtFatalMsg:
      return spdlog::level::critical;
  }
  return spdlog::level::warn;
}

// The latest warnings: what was wrong before a fatal error, which itself does not say it ("could
// not connect to display" comes before "no Qt platform plugin could be initialized").
class Warnings {
 public:
  void add(std::string text) {
    constexpr std::size_t kMost = 4;
    const std::lock_guard lock(mutex_);
    if (texts_.size() == kMost) {
      texts_.erase(texts_.begin());
    }
    texts_.push_back(std::move(text));
  }
  [[nodiscard]] std::string joined() const {
    const std::lock_guard lock(mutex_);
    return fmt::format("{}", fmt::join(texts_, "\n"));
  }

 private:
  mutable std::mutex mutex_;
  std::vector<std::string> texts_;
};

void toLog(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  static Warnings warnings;
  const std::string_view category = context.category == nullptr ? "default" : context.category;
  const std::string text = fmt::format("{}: {}", category, message.toStdString());
  if (type == QtFatalMsg) {
    logger("w2s.qt")->critical("{}\n{}", text, warnings.joined());
    return;
  }
  logger("w2s.qt")->log(levelOf(type), "{}", text);
  if (type == QtWarningMsg || type == QtCriticalMsg) {
    warnings.add(text);
  }
}

}  // namespace

// Qt's own handler writes to the terminal, where its remarks on the system's set-up (as root, say,
// that XDG_RUNTIME_DIR is not set and /tmp/runtime-root serves instead, which is as good) look like
// something the user has to mend. A fatal error and what led to it, such as a display that cannot
// be opened, still reach standard error: the log passes on what is critical.
QtMessagesToLog::QtMessagesToLog() {
  qInstallMessageHandler(toLog);
}

QtMessagesToLog::~QtMessagesToLog() {
  qInstallMessageHandler(nullptr);  // Qt's own
}

}  // namespace w2s::app
