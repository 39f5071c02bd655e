// Who hears of what is logged as a warning (core/base/log.h), beside the log.
#pragma once

#include <functional>
#include <string_view>

namespace w2s {

// Call once at start, before a thread logs: `tell` gets the text of each warning, from any thread, once
// for the life of the process. Errors are not told: they are returned, and whoever handles one shows
// it.
void tellWarnings(std::function<void(std::string_view text)> tell);

}  // namespace w2s
