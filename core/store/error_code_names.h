// How kinds of errors are called in a run's files. Private to the .cpp files of this folder.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/base/result.h"

namespace w2s::store {

inline constexpr std::array<std::pair<ErrorCode, std::string_view>, 9> kErrorCodeNames{{
    {ErrorCode::InvalidArgument, "invalid_argument"},
    {ErrorCode::NotFound, "not_found"},
    {ErrorCode::BadFormat, "bad_format"},
    {ErrorCode::Io, "io"},
    {ErrorCode::OutOfMemory, "out_of_memory"},
    {ErrorCode::NonFinite, "non_finite"},
    {ErrorCode::Unavailable, "unavailable"},
    {ErrorCode::Interrupted, "interrupted"},
    {ErrorCode::Internal, "internal"},
}};

[[nodiscard]] inline std::string_view nameOf(ErrorCode code) {
  const auto* const found =
      std::ranges::find(kErrorCodeNames, code, &decltype(kErrorCodeNames)::value_type::first);
  return found == kErrorCodeNames.end() ? "internal" : found->second;
}

// Internal for a name that this version does not know.
[[nodiscard]] inline ErrorCode errorCodeOf(std::string_view name) {
  const auto* const found =
      std::ranges::find(kErrorCodeNames, name, &decltype(kErrorCodeNames)::value_type::second);
  return found == kErrorCodeNames.end() ? ErrorCode::Internal : found->first;
}

}  // namespace w2s::store
