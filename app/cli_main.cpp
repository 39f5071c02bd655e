// w2s: the command line. One verb a file; every action of the window has one.
#include <cstdlib>

#include "app/command.h"
#include "app/output.h"
#include "app/standard_streams.h"
#include "core/base/version.h"

namespace {

int callVerb(int argc, char** argv) {
  CLI::App app{"W2S Lab: weak-to-strong generalization from the command line"};
  app.name("w2s");
  app.set_version_flag("--version", std::string("w2s ") + w2s::kVersion + " (LibTorch " +
                                        w2s::kLibTorchVersion + ")");
  app.require_subcommand(1);
  int exit_code = 0;
  w2s::app::addRunCommand(app, exit_code);
  w2s::app::addPresetsCommand(app, exit_code);
  w2s::app::addPgrCommand(app, exit_code);
  w2s::app::addDataCommand(app, exit_code);
  w2s::app::addPretrainCommand(app, exit_code);
  w2s::app::addLossCommand(app, exit_code);
  w2s::app::addRunsCommand(app, exit_code);
  w2s::app::addStudyCommand(app, exit_code);
  w2s::app::addBundleCommands(app, exit_code);
  w2s::app::addCompareCommand(app, exit_code);
  w2s::app::addModelCommand(app, exit_code);
  w2s::app::addCheckCommand(app, exit_code);
  // VERBS
  return w2s::app::parseCall(app, argc, argv).value_or(exit_code);
}

}  // namespace

int main(int argc, char** argv) {
  w2s::app::openStandardStreams();
  w2s::app::reportFileSizeLimit();
  w2s::app::reportTermination();
  // Idle OpenMP threads must not spin: beside another busy process that costs a factor of 50. Read
  // when libgomp loads its first team, so it is set before any tensor exists.
  setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
  try {
    return w2s::app::finishOutput(callVerb(argc, argv));
  } catch (...) {
    return w2s::app::reportException();
  }
}
