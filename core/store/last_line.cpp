#include "core/store/last_line.h"

#include <algorithm>
#include <cstdint>
#include <fstream>

#include <fmt/format.h>

namespace w2s::store {

Result<std::string> lastLine(const std::filesystem::path& file) {
  constexpr std::int64_t kTail = 1 << 16;  // far longer than any line the lab writes
  std::ifstream stream(file, std::ios::binary | std::ios::ate);
  if (!stream) {
    return std::string();
  }
  const std::int64_t size = stream.tellg();
  const std::int64_t begin = std::max<std::int64_t>(0, size - kTail);
  std::string tail(static_cast<std::size_t>(size - begin), '\0');
  stream.seekg(begin);
  if (!stream.read(tail.data(), size - begin)) {
    return fail(ErrorCode::Io, sentence("Cannot read {}.", file.string()));
  }
  const auto end = tail.rfind('\n');
  if (end == std::string::npos) {
    return std::string();
  }
  const auto before = end == 0 ? std::string::npos : tail.rfind('\n', end - 1);
  return tail.substr(before == std::string::npos ? 0 : before + 1,
                     end - (before == std::string::npos ? 0 : before + 1));
}

}  // namespace w2s::store
