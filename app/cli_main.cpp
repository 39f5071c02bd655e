// w2s: the command line. One verb a file; every action of the window has one.
#include "app/command.h"
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
  return w2s::app::runProgram(callVerb, argc, argv);
}
