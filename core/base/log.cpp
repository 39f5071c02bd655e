#include "core/base/log.h"

#include <mutex>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "core/base/warnings.h"

namespace w2s {
namespace {

struct Sinks {
  std::mutex mutex;
  std::vector<spdlog::sink_ptr> list;

  Sinks() {
    auto terminal = std::make_shared<spdlog::sinks::stderr_sink_mt>();
    terminal->set_level(spdlog::level::critical);
    terminal->set_pattern("%n: %l: %v");
    list.push_back(std::move(terminal));
  }
};

class WarningSink final : public spdlog::sinks::base_sink<std::mutex> {
 public:
  explicit WarningSink(std::function<void(std::string_view)> tell) : tell_(std::move(tell)) {}

 private:
  void sink_it_(const spdlog::details::log_msg& message) override {
    if (message.level != spdlog::level::warn || told_.size() >= kMostTold) {
      return;
    }
    std::string text(message.payload.data(), message.payload.size());
    if (told_.insert(text).second) {
      tell_(text);
    }
  }
  void flush_() override {}

  static constexpr std::size_t kMostTold = 10'000;  // a program that warns so often is not read

  std::function<void(std::string_view)> tell_;
  std::set<std::string> told_;
};

Sinks& sinks() {
  static Sinks instance;
  return instance;
}

}  // namespace

std::shared_ptr<spdlog::logger> logger(std::string_view name) {
  const std::lock_guard lock(sinks().mutex);
  const std::string key(name);
  if (auto existing = spdlog::get(key)) {
    return existing;
  }
  auto made = std::make_shared<spdlog::logger>(key, sinks().list.begin(), sinks().list.end());
  made->flush_on(spdlog::level::warn);
  spdlog::register_logger(made);
  return made;
}

void tellWarnings(std::function<void(std::string_view text)> tell) {
  const std::lock_guard lock(sinks().mutex);
  sinks().list.push_back(std::make_shared<WarningSink>(std::move(tell)));
}

Status setUpLogging(const std::filesystem::path& file) {
  constexpr std::size_t kMaxBytes = 4U << 20U;
  constexpr std::size_t kMaxFiles = 3;
  try {
    auto sink =
        std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), kMaxBytes, kMaxFiles);
    sink->set_level(spdlog::level::info);
    const std::lock_guard lock(sinks().mutex);
    sinks().list.push_back(std::move(sink));
  } catch (const spdlog::spdlog_ex& error) {
    return fail(ErrorCode::Io, sentence("Cannot write the log file {}: {}. Going on without it.",
                                        file.string(), error.what()));
  }
  return {};
}

}  // namespace w2s
