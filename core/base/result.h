// Result<T>: a value, or an Error that a person can act on.
//
// Anything a user or a disk can cause is returned as an Error. A broken contract between our own
// functions (wrong shapes, a missing enum case) is an assertion or an exception instead, and is
// caught once, at the stage boundary.
#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <tl/expected.hpp>

#include "core/base/sentence.h"

namespace w2s {

enum class ErrorCode {
  InvalidArgument,  // a value the user gave is wrong
  NotFound,         // a file, data set, run or preset does not exist
  BadFormat,        // a file exists but its content is damaged or of another kind
  Io,               // the operating system refused (permission, full disk, ...)
  OutOfMemory,
  NonFinite,    // a loss or gradient became NaN or infinite
  Unavailable,  // a device or a feature is not present on this machine
  Interrupted,  // stopped on request while the work was half done
  Internal,     // our own mistake; the log has the detail
};

// `message` is a full sentence or two: which file, line, field or step, what is wrong, what to do.
// The command line shows it as it is; the window shows `said` in its own language where there is
// one (core/base/sentence.h). `detail` is for the log only (e.g. a backtrace).
struct Error {
  ErrorCode code = ErrorCode::Internal;
  std::string message;
  std::string detail;
  Sentence said = {};  // the message with its pattern; empty where it has none
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message,
                                                std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, Sentence said,
                                                std::string detail = {}) {
  std::string message = said.text;
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(detail), std::move(said)});
}

// A literal is a pattern without places.
template <std::size_t N>
[[nodiscard]] tl::unexpected<Error> fail(ErrorCode code, const char (&literal)[N],
                                         std::string detail = {}) {
  return fail(code, Sentence{.text = literal, .pattern = literal}, std::move(detail));
}

// What an error says, as a part of another sentence.
[[nodiscard]] inline Sentence saidBy(const Error& error) {
  return error.said.text.empty() ? Sentence{.text = error.message} : error.said;
}

}  // namespace w2s

// Return early with the error of an expression of type Result<...>; `W2S_TRY(auto x, load())` also
// binds the value.
#define W2S_CONCAT_(a, b) a##b
#define W2S_CONCAT(a, b) W2S_CONCAT_(a, b)
#define W2S_TRY(declaration, expression) \
  W2S_TRY_(declaration, expression, W2S_CONCAT(w2s_try_, __LINE__))
#define W2S_TRY_(declaration, expression, temporary)        \
  auto temporary = (expression);                            \
  if (!temporary) {                                         \
    return tl::unexpected<::w2s::Error>(temporary.error()); \
  }                                                         \
  declaration = std::move(*temporary)
#define W2S_CHECK(expression)                                        \
  do {                                                               \
    if (auto w2s_check_result = (expression); !w2s_check_result) {   \
      return tl::unexpected<::w2s::Error>(w2s_check_result.error()); \
    }                                                                \
  } while (false)
