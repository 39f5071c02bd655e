// The columns of the table of runs: how they are called, what they say, and where their text
// stands.
#pragma once

#include <Qt>

#include "ui/models/runs_model.h"

namespace w2s::ui {

[[nodiscard]] Qt::Alignment alignmentOfColumn(int column);

}  // namespace w2s::ui
