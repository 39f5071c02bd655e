// Faults for the pictures, as the program reports them: a picture in the documentation shows no
// sentence that the program never says.
#pragma once

#include "core/base/result.h"

namespace w2s::ui {

enum class CaptureFault {
  MissingData,  // Fashion-MNIST in a folder that is not there: what opening it says
  OutOfMemory,  // of a stage: the engine's sentence, whose cause is not for a picture to bring
                // about
};

[[nodiscard]] Error captureFault(CaptureFault fault);

}  // namespace w2s::ui
