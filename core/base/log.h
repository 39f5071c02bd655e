// Named loggers (w2s.train, w2s.store, ...). A problem is logged once, where it is handled; core
// functions return it.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include <spdlog/logger.h>

#include "core/base/result.h"

namespace w2s {

// The logger of that name; made on first use with the sinks that setUpLogging installed. Any
// thread.
[[nodiscard]] std::shared_ptr<spdlog::logger> logger(std::string_view name);

// Call once at start: everything from `info` up goes to a rotating file; standard error gets
// critical messages alone, since whoever handles an error shows it, and `w2s` the warnings of the core. An unwritable file is no reason
// not to start: logging goes on without it and the error says why.
Status setUpLogging(const std::filesystem::path& file);

}  // namespace w2s
