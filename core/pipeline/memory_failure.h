// The end of a run for which there is no memory left: nothing here needs any.
#pragma once

#include <string>

#include "core/record/event.h"

namespace w2s::pipeline {

// The failure of a run that ran out of memory. Made once, when it is first asked for: an engine
// asks while there is some.
[[nodiscard]] const record::Event& memoryFailure();

// Hands over the last event of a run. Does not throw: where the receiver runs out of memory, it
// gets the event once more.
void reportEnd(record::EventSink& sink, const std::string& run_id, const record::Event& terminal);

}  // namespace w2s::pipeline
