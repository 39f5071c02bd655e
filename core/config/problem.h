// What is wrong with a configuration: one sentence for each setting, all of them at once.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace w2s::config {

enum class ProblemKind {
  Wrong,    // a value of a wrong type, a damaged file
  Unknown,  // a key, a choice or a value that this version does not have
  Rule,     // several settings do not go together
};

struct Problem {
  std::string field;    // dotted key, e.g. "objective.temperature"; empty: the file as a whole
  std::string message;  // a full sentence that names the key, what was found and what is allowed
  int line = 0;         // 1-based; 0: not from a file
  int column = 0;
  std::vector<std::string> related = {};  // other keys the sentence is about
  Sentence said = {};                     // the message with its pattern
  ProblemKind kind = ProblemKind::Wrong;
};

[[nodiscard]] inline Problem problemOf(std::string field, Sentence said, int line = 0,
                                       int column = 0, std::vector<std::string> related = {}) {
  return {std::move(field), said.text, line, column, std::move(related), std::move(said)};
}

// One error for a list of problems. `source` is the file's name, or empty. Precondition: problems
// is not empty.
//   "demo.toml, line 3: objective.temperature is ..."    or
//   "demo.toml has 2 problems:\n  line 3: ...\n  line 7: ..."
// The first twenty are named, the others counted.
[[nodiscard]] Error errorOf(const std::vector<Problem>& problems, std::string_view source);

}  // namespace w2s::config
