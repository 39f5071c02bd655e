// An array in an NPY file or a tensor in a safetensors file, mapped and read row by row.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/data/modality.h"
#include "core/data/npy.h"

namespace w2s::data {

// "features.safetensors#hidden": a file, and what of it. The part begins behind the last #.
struct FileRef {
  std::filesystem::path path;
  std::string part;  // a tensor or a column; empty: the file has one alone

  // Relative paths begin in `folder`.
  [[nodiscard]] static FileRef parse(std::string_view text, const std::filesystem::path& folder);
  [[nodiscard]] std::string text() const;  // of the path as it is
  friend bool operator==(const FileRef&, const FileRef&) = default;
};

class ArrayFile {
 public:
  // Errors: those of MappedFile and of the format; a safetensors file with several tensors needs
  // the tensor's name, and the error lists those there are.
  [[nodiscard]] static Result<ArrayFile> open(const FileRef& ref);

  // Names of the tensors in a safetensors file, in the order of the data.
  [[nodiscard]] static Result<std::vector<std::string>> tensorsOf(
      const std::filesystem::path& path);

  [[nodiscard]] const ArrayLayout& layout() const {
    return layout_;
  }
  [[nodiscard]] const MappedFile& file() const {
    return file_;
  }
  [[nodiscard]] std::size_t rowBytes() const {
    return layout_.item_bytes * static_cast<std::size_t>(layout_.width());
  }
  // Copies the rows one after the other.
  [[nodiscard]] Status read(std::span<const std::int64_t> rows, std::byte* target) const {
    return file_.gather(layout_.offset, rowBytes(), rows, target);
  }
  // Copies rows first, first + 1, ... as many as fit.
  [[nodiscard]] Status readBlock(std::int64_t first, std::span<std::byte> target) const {
    return file_.copy(layout_.offset + static_cast<std::uint64_t>(first) * rowBytes(), target);
  }

 private:
  ArrayFile(MappedFile file, ArrayLayout layout)
      : file_(std::move(file)), layout_(std::move(layout)) {}
  MappedFile file_;
  ArrayLayout layout_;
};

// As what rows of features are read; nothing for types that hold no features.
[[nodiscard]] std::optional<ValueType> featureTypeOf(ArrayType type);

// What a look at every value of a feature array finds.
struct ArrayScan {
  std::string hash;  // of all values, in order
  std::vector<std::int64_t>
      unsound_rows;          // with a value that is no finite number, kMostNamed at most
  std::int64_t unsound = 0;  // how many rows there are of these
  static constexpr std::size_t kMostNamed = 20;
};

// Reads the whole array in blocks; remembered while the file stays as it is. Its type holds
// features. Errors: the file changes meanwhile.
[[nodiscard]] Result<ArrayScan> scanArray(const ArrayFile& array, const FileRef& ref);

}  // namespace w2s::data
