// The one place where exceptions of LibTorch and the standard library become errors. Engine-internal.
#pragma once

#include <exception>
#include <new>
#include <string>
#include <system_error>
#include <utility>

#include <c10/util/Exception.h>

#include "core/base/result.h"
#include "core/train/split_tensors.h"

namespace w2s::engine {

inline tl::unexpected<Error> outOfMemory(std::string detail) {
  return fail(ErrorCode::OutOfMemory,
              "There is not enough memory for this stage. Use a smaller batch, fewer rows or a "
              "smaller model, "
              "or close other programs.",
              std::move(detail));
}

// Runs `work`; what it throws is an error that says what failed.
template <class Work>
Status guarded(const Work& work, const Sentence& what) {
  try {
    return work();
  } catch (const train::ReadFailure& failure) {
    return tl::unexpected(failure.error);
  } catch (const c10::OutOfMemoryError& error) {
    return outOfMemory(error.what());
  } catch (const c10::Error& error) {
    const std::string short_text = error.what_without_backtrace();
    // The CPU allocator reports exhaustion as a plain error with this text.
    if (short_text.find("DefaultCPUAllocator") != std::string::npos) {
      return outOfMemory(error.what());
    }
    return fail(ErrorCode::Internal, sentence("{} failed: {}", what, short_text), error.what());
  } catch (const std::bad_alloc&) {
    return outOfMemory("std::bad_alloc");
  } catch (const std::system_error& error) {  // no further thread, say
    return fail(ErrorCode::Internal, sentence("{} failed: {}.", what, error.code().message()));
  } catch (const std::exception& error) {
    return fail(ErrorCode::Internal, sentence("{} failed: {}", what, error.what()));
  }
}

}  // namespace w2s::engine
