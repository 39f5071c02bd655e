// What the command line may see: the engine's values and interfaces, no LibTorch.
#include "core/engine/runner.h"

w2s::engine::RunnerOptions controlOfCore() {
  return {.workspace = "somewhere"};
}
