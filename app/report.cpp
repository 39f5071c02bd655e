#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>
#include <utility>

#include <fmt/format.h>

#include "app/command.h"
#include "app/output.h"
#include "app/standard_streams.h"
#include "core/base/log.h"

namespace w2s::app {
namespace {

constexpr int kWrongCall = 2;

// "--resume" and "--set" of "--resume excludes --set".
std::pair<std::string, std::string> bothSides(const std::string& text, std::string_view between) {
  const std::size_t at = text.find(between);
  return {text.substr(0, at), at == std::string::npos ? "" : text.substr(at + between.size())};
}

// CLI11 has a sentence of its own for everything but these two.
std::string sentenceOf(const CLI::ParseError& error) {
  const std::string text = error.what();
  if (dynamic_cast<const CLI::ExcludesError*>(&error) != nullptr) {
    const auto [one, other] = bothSides(text, " excludes ");
    return fmt::format("{} and {} cannot be given together; leave one of them out.", one, other);
  }
  if (dynamic_cast<const CLI::RequiresError*>(&error) != nullptr) {
    const auto [one, other] = bothSides(text, " requires ");
    return fmt::format("{} is only possible together with {}.", one, other);
  }
  return text.ends_with('.') ? text : text + '.';
}

}  // namespace

std::optional<int> parseCall(CLI::App& app, int argc, char** argv) {
  try {
    app.parse(argc, argv);
    return std::nullopt;
  } catch (const CLI::Success& done) {
    std::ostringstream out;  // --help, --version
    const int code = app.exit(done, out, out);
    putData(out.str());
    return code;
  } catch (const CLI::ParseError& error) {
    std::string call = app.get_name();
    for (const CLI::App* verb = &app; !verb->get_subcommands().empty();) {
      verb = verb->get_subcommands().front();
      call += ' ' + verb->get_name();
    }
    say("{}: {}\nRun `{} --help` for more information.\n", app.get_name(), sentenceOf(error), call);
    return kWrongCall;
  }
}

int report(const Error& error) {
  say("{}: {}\n", program_invocation_short_name, error.message);
  if (!error.detail.empty()) {
    logger("w2s.cli")->info("{}", error.detail);
  }
  switch (error.code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::NotFound:
    case ErrorCode::BadFormat:
      return kWrongCall;
    default:
      return 1;
  }
}

int reportException() {
  const char* const program = program_invocation_short_name;
  try {
    try {
      throw;
    } catch (const std::bad_alloc&) {
      say("{}: {}\n", program,
          "There is not enough memory. Close other programs, or use fewer rows or a smaller "
          "model.");
    } catch (const std::system_error& error) {  // no further thread, say
      say("{}: The system refused what the program asked for: {}.\n", program,
          error.code().message());
    } catch (const std::exception& error) {
      say("{}: The program cannot go on: {}.\n", program, error.what());
    }
  } catch (...) {  // not even the memory for a sentence, or no std::exception
    steerTerminal(program);
    steerTerminal(": The program cannot go on, for want of memory.\n");
  }
  return 1;
}

namespace {

// A failure that the program cannot answer ends it with a sentence and code 1, as if it was killed:
// library code that must not throw asks for memory too.
void reportTermination() {
  std::set_terminate([] {
    if (std::current_exception() != nullptr) {
      (void)reportException();
    } else {
      steerTerminal(program_invocation_short_name);
      steerTerminal(
          ": The program cannot go on; most often memory is short. What is recorded stays.\n");
    }
    _exit(1);
  });
}

}  // namespace

int runProgram(int (*call)(int argc, char** argv), int argc, char** argv) {
  openStandardStreams();
  reportFileSizeLimit();
  reportTermination();
  // Idle OpenMP threads must not spin: beside another busy process that costs a factor of 50. Read
  // when libgomp loads its first team, so it is set before any tensor exists.
  setenv("OMP_WAIT_POLICY", "PASSIVE", 0);
  try {
    return finishOutput(call(argc, argv));
  } catch (...) {
    return reportException();
  }
}

}  // namespace w2s::app
