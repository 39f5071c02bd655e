// The end of a text file that grows by lines, without reading what lies before it.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace w2s::store {

// The last complete line without its newline; empty when there is none or the file is missing. A
// torn end (no newline) is passed over. Lines longer than 64 KiB are cut at their front.
[[nodiscard]] Result<std::string> lastLine(const std::filesystem::path& file);

}  // namespace w2s::store
