#include "ui/figures/figure_file.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "core/base/file_io.h"

namespace w2s::ui::figures {
namespace {

Status writeInto(std::FILE* file, const std::filesystem::path& path, std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fflush(file) != 0) {
    return systemError(sentence("write"), path, errno);
  }
  return {};
}

}  // namespace

Status writeFigureFile(const std::filesystem::path& path, std::string_view bytes) {
  if (path == "-") {
    return writeInto(stdout, "standard output", bytes);
  }
  std::error_code ignored;
  std::filesystem::path target = path;
  // A pipe or a device is written as it is named: where its link leads (pipe:[42]) is no path.
  const auto kind = std::filesystem::status(path, ignored).type();
  const bool is_special = kind == std::filesystem::file_type::fifo ||
                          kind == std::filesystem::file_type::character ||
                          kind == std::filesystem::file_type::socket;
  for (int links = 0; !is_special && links < 32 && std::filesystem::is_symlink(target, ignored);
       ++links) {
    const std::filesystem::path next = std::filesystem::read_symlink(target, ignored);
    target = next.is_absolute() ? next : target.parent_path() / next;
  }
  const std::filesystem::path folder = target.parent_path();
  if (!folder.empty() && !std::filesystem::is_directory(folder, ignored)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no folder {}: make it first, or write {} elsewhere.",
                         folder.string(), target.filename().string()));
  }
  const bool is_there = std::filesystem::exists(target, ignored);
  if (!is_there || std::filesystem::is_regular_file(target, ignored)) {
    return writeFileAtomically(target, bytes);
  }
  std::FILE* file = std::fopen(target.c_str(), "wb");
  if (file == nullptr) {
    return systemError(sentence("write"), target, errno);
  }
  const Status written = writeInto(file, target, bytes);
  if (std::fclose(file) != 0 && written) {
    return systemError(sentence("write"), target, errno);
  }
  return written;
}

}  // namespace w2s::ui::figures
