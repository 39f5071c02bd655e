#include "ui/bridge/background.h"

#include <exception>
#include <new>
#include <system_error>

#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

Error errorInHand() {
  try {
    throw;
  } catch (const std::bad_alloc&) {
    return {.code = ErrorCode::OutOfMemory,
            .message = words("log",
                             "There is not enough memory for what was asked for. Close other "
                             "programs; the runs in progress go on.")};
  } catch (const std::system_error& error) {
    return {.code = ErrorCode::Io,
            .message = inWords(words("log", "The system refused what was asked for: {}."),
                               error.code().message()),
            .detail = error.what()};
  } catch (const std::exception& error) {
    return {.code = ErrorCode::Internal,
            .message = inWords(words("log", "What was asked for failed: {}"), error.what())};
  } catch (...) {
    return {.code = ErrorCode::Internal, .message = words("log", "What was asked for failed.")};
  }
}

}  // namespace w2s::ui
