#include "core/store/last_line.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/base/file_read.h"

namespace w2s::store {

Result<std::string> lastLine(const std::filesystem::path& file) {
  constexpr std::uint64_t kTail = 1 << 16;  // far longer than any line the lab writes
  auto opened = RegularFile::open(file);
  if (!opened) {
    return opened.error().code == ErrorCode::NotFound
               ? Result<std::string>(std::string())
               : tl::unexpected<Error>(std::move(opened.error()));
  }
  std::string tail(std::min(opened->size(), kTail), '\0');
  W2S_TRY(const std::size_t got, opened->readAt(opened->size() - tail.size(), tail));
  tail.resize(got);
  const auto end = tail.rfind('\n');
  if (end == std::string::npos) {
    return std::string();
  }
  const auto before = end == 0 ? std::string::npos : tail.rfind('\n', end - 1);
  return tail.substr(before == std::string::npos ? 0 : before + 1,
                     end - (before == std::string::npos ? 0 : before + 1));
}

}  // namespace w2s::store
