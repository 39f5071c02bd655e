#include <cstdio>

#include <fmt/format.h>

#include "app/command.h"
#include "app/plain_text.h"
#include "core/base/log.h"

namespace w2s::app {

int report(const Error& error) {
  fmt::print(stderr, "w2s: {}\n", plainText(error.message, Lines::Keep));
  if (!error.detail.empty()) {
    logger("w2s.cli")->info("{}", error.detail);
  }
  switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::BadFormat:
      return 2;
    default:
      return 1;
  }
}

}  // namespace w2s::app
