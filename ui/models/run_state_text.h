// The state of a run in a word, with the share that is done where it did not get to its end.
#pragma once

#include <QString>

#include "ui/bridge/run_record.h"

namespace w2s::ui {

// "running 41 %"; "running 41 % elsewhere" of a run of another program.
[[nodiscard]] QString runStateText(const RunRecord& record);

// "stopped 0 %": a run that was stopped before it had begun, as a rewind leaves it, and of which nobody
// has said anything. Tables fold these away.
[[nodiscard]] bool isLeftover(const RunRecord& run);

}  // namespace w2s::ui
