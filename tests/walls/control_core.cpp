// What the command line may see: the engine's values and interfaces, no LibTorch.
#include "core/experiment/runner.h"

w2s::experiment::RunnerOptions controlOfCore() {
  return {.workspace = "somewhere"};
}
