// The command of a figure, `w2slab export ...`, as people type it, as commandOf() prints it, and as it is
// kept with a run (core/store/saved_figures.h): one list of its options.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "ui/figures/axis_ranges.h"
#include "ui/figures/figure.h"
#include "ui/figures/overlay_looks.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace w2s::ui::figures {

struct FigureCall {
  std::vector<std::string> runs;  // as they were typed
  std::string workspace;          // empty: the default one
  std::string figure;             // the name of a kept one; its settings are those of this call
  bool caption = false;
  std::vector<std::string> references;  // names of results of others
  TypedLooks looks;
  // What is drawn and how. No charts: those of a report.
  FigureRequest request;
};

// The options of a command that is being made; lives until it has been parsed.
class FigureCallOptions {
 public:
  explicit FigureCallOptions(CLI::App& command);

  // What was given. Errors: options that contradict each other, no format, no charts.
  [[nodiscard]] Result<FigureCall> call() const;

 private:
  void addSubjects(CLI::App& command);
  void addLook(CLI::App& command);
  void addRunLooks(CLI::App& command);
  [[nodiscard]] Status complete(FigureCall& call) const;
  [[nodiscard]] bool isGiven(const CLI::Option* option) const;

  FigureCall call_;
  TypedRanges ranges_;
  StudyPart study_;
  CLI::Option* format_ = nullptr;
  CLI::Option* mean_ = nullptr;
  CLI::Option* charts_ = nullptr;
  CLI::Option* size_ = nullptr;
};

// What commandOf() printed. Errors: BadFormat, with the cause, for what is no such command.
[[nodiscard]] Result<FigureCall> parseCommand(const std::string& command);

}  // namespace w2s::ui::figures
