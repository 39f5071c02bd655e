// What makes a lost or changed line of a run's log noticed: a line ends with its number and a hash,
//
//   {"event":"evaluated",...,"line":17,"hash":"0123456789abcdef"}
//
// The number counts all lines of the file from 1; the hash (core/base/hash.h, shortHashOf) is of the
// line up to the comma before "hash". Lines of earlier versions and of other programs have neither.
//
// A line of the kind "sealed" says what a file of the run holds:
//
//   {"event":"sealed","file":"series/student.csv","bytes":4711,"hash":"<32 digits>",...}
//
// The first `bytes` bytes of the file have that hash. A later such line of as many bytes or fewer
// takes the earlier one back. A file that grows is sealed before each checkpoint, every file when the
// run ends, which the last line tells whole. A line of the kind
// "noticed" has a "text": what was found unsound when the run went on. Private to the .cpp files of
// this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/byte_hasher.h"
#include "core/base/result.h"

namespace w2s::store {

// `json` is one object.
[[nodiscard]] std::string stampedLine(std::string_view json, std::size_t number);

struct UnstampedLine {
  std::string text;        // the object alone
  std::size_t number = 0;  // 0: the line has no stamp
};
// BadFormat: the line is not the one that was written.
[[nodiscard]] Result<UnstampedLine> unstamped(std::string_view line);

struct FileSeal {
  std::uint64_t bytes = 0;
  std::string hash;
  friend bool operator==(const FileSeal&, const FileSeal&) = default;
};
// `file` is relative to the run's folder.
[[nodiscard]] std::string sealToJson(const std::string& file, const FileSeal& seal);
// Empty: the line is of another kind.
[[nodiscard]] std::optional<std::pair<std::string, FileSeal>> sealFromJson(std::string_view line);
// Those of one file that hold, the longest last.
using FileSeals = std::vector<FileSeal>;
void addSeal(FileSeals& seals, const FileSeal& seal);

// What of a file is known to be what was written.
struct SealedPart {
  std::uint64_t bytes = 0;  // the first ones
  bool is_all = true;       // no more are there
  bool is_whole = true;     // the file holds all that it should, and nothing that it should not
};
// Compares a file with its seals while its bytes pass by, in order.
class SealCheck {
 public:
  explicit SealCheck(FileSeals seals);
  void add(std::string_view bytes);
  // Of all that was added. Without seals everything counts as sound. Of a file that is too short, all
  // of it is, unless a shorter seal tells otherwise. `is_over`: nothing was written behind the last
  // seal.
  [[nodiscard]] SealedPart part(bool is_over) const;

 private:
  FileSeals seals_;
  std::size_t next_ = 0;  // the seal that is compared next
  ByteHasher hasher_;     // of the bytes up to it
  std::uint64_t hashed_ = 0;
  std::uint64_t size_ = 0;
  std::uint64_t sound_ = 0;  // up to the longest seal that fits
  bool last_fits_ = false;   // of those that were compared
  bool all_fit_ = true;
};

// Hashes of the first `bytes` bytes of a file and of the whole; a missing one is empty.
struct BeginningHash {
  ByteHasher kept;
  std::string whole;
};
[[nodiscard]] Result<BeginningHash> hashOfBeginning(const std::filesystem::path& file,
                                                    std::uint64_t bytes);

[[nodiscard]] std::string noteToJson(const std::string& text);
// Empty: the line is of another kind.
[[nodiscard]] std::optional<std::string> noteFromJson(std::string_view line);

}  // namespace w2s::store
