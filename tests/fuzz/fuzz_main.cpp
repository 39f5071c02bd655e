// The targets of the engine. The window's stand beside its tests.
#include "tests/fuzz/targets.h"

using namespace w2s::fuzz;

int main(int argc, char** argv) {
  std::vector<Target> all;
  for (const auto& some : {configTargets(), dataTargets(), recordTargets(), tensorTargets()}) {
    all.insert(all.end(), some.begin(), some.end());
  }
  return run(all, argc, argv);
}
