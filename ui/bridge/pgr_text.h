// What people are told about a PGR beside its number.
#pragma once

#include <QString>

#include "ui/bridge/run_readings.h"

namespace w2s::ui {

// Why the value may not be read as a result; empty where it may, or where there is none yet.
[[nodiscard]] QString pgrCaveat(const Readings& readings);

}  // namespace w2s::ui
