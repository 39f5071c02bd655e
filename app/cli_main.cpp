// w2s: the command line. One verb a file; every action of the window has one.
#include <string_view>
#include <unistd.h>

#include "app/command.h"
#include "app/output.h"
#include "core/base/version.h"
#include "core/base/warnings.h"

namespace w2s::app {

// Each verb, in its own file: adds its subcommand to `parent`, whose callback stores the exit code of
// the process.
using AddVerb = void(CLI::App& parent, int& exit_code);
AddVerb addRunCommand;
AddVerb addPresetsCommand;
AddVerb addPgrCommand;
AddVerb addDataCommand;
AddVerb addPretrainCommand;
AddVerb addLossCommand;
AddVerb addRunsCommand;
AddVerb addStudyCommand;
AddVerb addBundleCommands;  // bundle, import
AddVerb addCompareCommand;
AddVerb addReferencesCommand;
AddVerb addModelCommand;
AddVerb addCheckCommand;

namespace {

// What the core warns of, while the work goes on: a record that is passed over, say.
void sayWarning(std::string_view text) {
  if (isatty(STDERR_FILENO) == 1) {
    steerTerminal("\r\033[K");  // over the bar of `w2s run`, which is drawn again
  }
  say("w2s: {}\n", text);
}

int callVerb(int argc, char** argv) {
  tellWarnings(sayWarning);
  CLI::App app{"W2S Lab: weak-to-strong generalization from the command line"};
  app.name("w2s");
  app.set_version_flag("--version",
                       std::string("w2s ") + kVersion + " (LibTorch " + kLibTorchVersion + ")");
  app.require_subcommand(1);
  int exit_code = 0;
  // In the order of --help.
  for (AddVerb* const add :
       {addRunCommand, addPresetsCommand, addPgrCommand, addDataCommand, addPretrainCommand,
        addLossCommand, addRunsCommand, addStudyCommand, addBundleCommands, addCompareCommand,
        addReferencesCommand, addModelCommand, addCheckCommand}) {
    add(app, exit_code);
  }
  return parseCall(app, argc, argv).value_or(exit_code);
}

}  // namespace
}  // namespace w2s::app

int main(int argc, char** argv) {
  return w2s::app::runProgram(w2s::app::callVerb, argc, argv);
}
