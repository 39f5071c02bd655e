// Feeds damaged inputs to whatever reads files, in a process of its own, and reports what ends that
// process: a signal, a sanitizer's report, a broken promise, more memory than there should be.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace w2s::fuzz {

struct Target {
  // Its inputs lie in tests/data/fuzz/NAME; those whose names begin with "bad" are refused, the
  // others accepted, undamaged.
  std::string_view name;
  std::vector<std::string> words;  // of the format, for the mutator
  // Whether the input was accepted. Must leave no state behind.
  bool (*read)(std::string_view input) = nullptr;
};

// Ends the process where `holds` is false: what the reader promises of an accepted input.
void promise(bool holds, std::string_view what);

// A folder that the process has for itself, for readers that take paths; in memory where the system
// has such a place, since many of them sync what they write.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  // Replaces the file `name`, "a/b" in a folder of its own. Its path.
  std::filesystem::path put(std::string_view name, std::string_view bytes) const;
  [[nodiscard]] const std::filesystem::path& path() const {
    return path_;
  }

 private:
  std::filesystem::path path_;
};

// main() of a program with these targets:
//   PROGRAM TARGET|all [--mutants N | --seconds S] [--seed S] [--first I] [--hang SECONDS]
//                      [--memory MIB] [--keep FOLDER]     a number of mutants, or a time, for each target
//   PROGRAM TARGET --input FILE                           that input alone, in this process
// Exit 0: every mutant was read or refused. Otherwise the mutants that were not are written into
// --keep (the current folder).
int run(std::span<const Target> targets, int argc, char** argv);

}  // namespace w2s::fuzz
