// How the window's language writes what runs are called (core/study/run_names.h).
#pragma once

#include "core/study/run_names.h"

namespace w2s::ui {

[[nodiscard]] const study::NameWords& nameWords();

}  // namespace w2s::ui
