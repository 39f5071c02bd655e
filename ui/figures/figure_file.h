// Where a figure is written to.
#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/result.h"

namespace w2s::ui::figures {

// "-" is standard output. A link is followed and stays; a pipe or a device is written into; a file
// is replaced whole or, on an error, not at all. NotFound: the folder does not exist.
[[nodiscard]] Status writeFigureFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace w2s::ui::figures
