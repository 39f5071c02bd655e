#include "core/pipeline/memory_failure.h"

#include <exception>

namespace w2s::pipeline {

const record::Event& memoryFailure() {
  static const record::Event event =
      record::RunFailed{.error = fail(ErrorCode::OutOfMemory,
                                      "There is not enough memory for this run. Use fewer "
                                      "rows or a smaller model, or close "
                                      "other programs; then continue the run.")
                                     .value(),
                        .stage = {},
                        .step = 0};
  return event;
}

void reportEnd(record::EventSink& sink, const std::string& run_id, const record::Event& terminal) {
  for (int attempt = 0; attempt < 2; ++attempt) {
    try {
      sink.onEvent(run_id, terminal);
      return;
    } catch (const std::exception&) {
    }
  }
}

}  // namespace w2s::pipeline
