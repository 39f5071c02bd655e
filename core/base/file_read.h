// Reading files that a person or another program may have put there: regular files alone, never
// more bytes than a file of the kind can have. A pipe would let the reader wait for ever, a device
// has no end. Every error names the file and the reason.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace w2s {

// The most bytes of a file by its kind, far above what the lab writes.
inline constexpr std::uint64_t kMostSettingsBytes = std::uint64_t{1} << 20U;  // TOML, labels, cards
inline constexpr std::uint64_t kMostRecordBytes = std::uint64_t{1} << 26U;  // manifests, summaries
inline constexpr std::uint64_t kMostLogBytes = std::uint64_t{1} << 32U;     // series, events
inline constexpr std::uint64_t kMostPictureBytes = (std::uint64_t{1} << 30U) + (1U << 24U);  // IDX
inline constexpr std::uint64_t kMostWeightsBytes = std::uint64_t{1} << 31U;  // and checkpoints
inline constexpr std::uint64_t kMostArrayBytes = std::uint64_t{1} << 36U;  // features, predictions

// A regular file that is open for reading. Threads: any at once.
class RegularFile {
 public:
  ~RegularFile();
  RegularFile(RegularFile&& other) noexcept;
  RegularFile& operator=(RegularFile&& other) noexcept;

  // Links are followed. Errors: NotFound, Io, and BadFormat for what is no regular file.
  [[nodiscard]] static Result<RegularFile> open(const std::filesystem::path& path);

  // Fills `target` with the bytes from `offset` on and says how many came: fewer at the file's end
  // alone.
  [[nodiscard]] Result<std::size_t> readAt(std::uint64_t offset, std::span<char> target) const;

  // Bytes when it was opened.
  [[nodiscard]] std::uint64_t size() const {
    return size_;
  }
  // For calls of the system; valid as long as this object.
  [[nodiscard]] int descriptor() const {
    return descriptor_;
  }

 private:
  RegularFile(std::filesystem::path path, int descriptor);

  std::filesystem::path path_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

// The whole content. Errors: those of RegularFile, and BadFormat above `most_bytes`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path& path,
                                           std::uint64_t most_bytes);

// Hands the file's content to `consume` in order, in pieces of up to 1 MiB: for files that need not
// be held whole. Errors: those of RegularFile, and BadFormat above kMostArrayBytes.
[[nodiscard]] Status readFileInPieces(const std::filesystem::path& path,
                                      const std::function<void(std::string_view)>& consume);

// What comes through standard input until its end, whatever it is connected to.
[[nodiscard]] Result<std::string> readStandardInput(std::uint64_t most_bytes);

}  // namespace w2s
