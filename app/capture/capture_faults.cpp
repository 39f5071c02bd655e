#include "app/capture/capture_faults.h"

#include <utility>

#include "core/data/registry.h"

namespace w2s::ui {
namespace {

// That of core/engine/engine_runner.cpp; tst_capture finds it among the engine's sentences.
constexpr char kOutOfMemory[] =
    "There is not enough memory for this stage. Use a smaller batch, fewer rows or a smaller "
    "model, or close other programs.";

}  // namespace

Error captureFault(CaptureFault fault) {
  switch (fault) {
    case CaptureFault::MissingData:
      if (auto opened = data::openDataSet("fashion-mnist", "/usr/share/no-such-folder"); !opened) {
        return std::move(opened.error());
      }
      break;
    case CaptureFault::OutOfMemory:
      return fail(ErrorCode::OutOfMemory, kOutOfMemory).value();
  }
  return Error{};
}

}  // namespace w2s::ui
