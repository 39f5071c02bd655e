#include "core/base/resources.h"

#include <cstdlib>
#include <string>
#include <system_error>
#include <vector>

#include <fmt/format.h>

namespace w2s {

namespace {

std::vector<std::filesystem::path> resourceFolders() {
  if (const char* chosen = std::getenv("W2S_RESOURCES"); chosen != nullptr && *chosen != '\0') {
    return {chosen};
  }
  std::vector<std::filesystem::path> folders;
  std::error_code error;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const std::filesystem::path bin = program.parent_path();
    folders.push_back((bin / "../../../resources").lexically_normal());
    folders.push_back((bin / "../share/w2slab").lexically_normal());
  }
  folders.emplace_back(W2S_SOURCE_RESOURCES);
  return folders;
}

}  // namespace

Result<std::filesystem::path> resourceFile(const std::filesystem::path& relative) {
  std::string tried;
  for (const std::filesystem::path& folder : resourceFolders()) {
    std::error_code error;
    const std::filesystem::path path = folder / relative;
    if (std::filesystem::exists(path, error)) {
      return path;
    }
    tried += fmt::format("{}\"{}\"", tried.empty() ? "" : ", ", folder.string());
  }
  return fail(ErrorCode::NotFound, sentence("The program's own file \"{}\" is missing; looked "
                                            "in {}. Install the program again, or set "
                                            "W2S_RESOURCES to its resources folder.",
                                            relative.string(), tried));
}

}  // namespace w2s
