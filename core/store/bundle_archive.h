// A bundle that is open for reading, every entry of which was looked at. Private to this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>
#include <zip.h>

#include "core/base/result.h"
#include "core/store/bundle.h"

namespace w2s::store {

inline constexpr const char* kBundleHeaderFile = "bundle.json";
inline constexpr std::uint64_t kMostEntryBytes = std::uint64_t{1} << 34U;

struct CloseArchive {
  void operator()(zip_t* archive) const {
    zip_discard(archive);
  }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;

struct CloseEntry {
  void operator()(zip_file_t* entry) const {
    zip_fclose(entry);
  }
};
using OpenEntry = std::unique_ptr<zip_file_t, CloseEntry>;

struct Entry {
  zip_uint64_t index = 0;
  std::string name;
  std::uint64_t size = 0;
};

struct OpenBundle {
  Archive archive;
  std::vector<Entry> entries;  // of files, without the header
  BundleContents contents;
};

// Errors: as readBundle().
[[nodiscard]] Result<OpenBundle> openBundle(const std::filesystem::path& file);

// Whether a bundle may have a file of this name: runs/<id>/... or a file of a study.
[[nodiscard]] bool isPlaceInBundle(std::string_view name);

// An error of the zip library in our words.
[[nodiscard]] tl::unexpected<Error> zipError(const std::filesystem::path& file,
                                             const zip_error_t& error);
// From the code of a call that opens; before anything else changes errno.
[[nodiscard]] tl::unexpected<Error> zipError(const std::filesystem::path& file, int code);
[[nodiscard]] tl::unexpected<Error> notABundle(const std::filesystem::path& file,
                                               const Sentence& why);

}  // namespace w2s::store
