// The safetensors file format: tensors and a string-to-string map, no code, nothing executed on
// reading.
//
// Layout (format specification of the safetensors project, README and safetensors/src/tensor.rs):
// u64 little-endian header length N, N bytes of JSON, data. A tensor's data_offsets [begin, end)
// count from byte 8 + N; data is C-ordered, little endian, without holes or overlaps.
//
// The reader is for untrusted files: every length is checked before it is used, and a damaged file
// gives an error that names the file, the tensor and the cause. Types read and written: BOOL, U8,
// I8, I16, I32, I64, F16, BF16, F32, F64; any other type in a file is an error.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/weights/named_tensors.h"

namespace w2s {

using SafetensorsMetadata = std::map<std::string, std::string>;

struct SafetensorsFile {
  NamedTensors tensors;  // in file order; owned copies, contiguous, on the CPU
  SafetensorsMetadata metadata;
};

[[nodiscard]] Result<SafetensorsFile> readSafetensors(const std::filesystem::path& path);
// The same from bytes already in memory; `source` is what errors call them.
[[nodiscard]] Result<SafetensorsFile> parseSafetensors(std::string_view bytes,
                                                       std::string_view source);

// Replaces the file atomically. Tensors from any device and layout are stored contiguously, ordered
// as the reference writer does (alignment of the type descending, then name), data 8-aligned. Equal
// input gives equal bytes. Errors: a duplicate or reserved name, a type without a safetensors name,
// disk errors.
[[nodiscard]] Status writeSafetensors(const std::filesystem::path& path,
                                      const NamedTensors& tensors,
                                      const SafetensorsMetadata& metadata = {});
// The bytes writeSafetensors stores.
[[nodiscard]] Result<std::string> formatSafetensors(const NamedTensors& tensors,
                                                    const SafetensorsMetadata& metadata = {});

}  // namespace w2s
