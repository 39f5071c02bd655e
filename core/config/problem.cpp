#include "core/config/problem.h"

#include <cassert>

#include <fmt/format.h>

namespace w2s::config {

Error errorOf(const std::vector<Problem>& problems, std::string_view source) {
  assert(!problems.empty());
  const auto place = [](const Problem& problem) -> std::string {
    if (problem.line == 0) {
      return {};
    }
    // A column helps with syntax; a key is found by its name.
    return problem.column > 0 && problem.field.empty()
               ? fmt::format("line {}, column {}", problem.line, problem.column)
               : fmt::format("line {}", problem.line);
  };
  if (problems.size() == 1) {
    const std::string line = place(problems.front());
    std::string prefix(source);
    if (!prefix.empty() && !line.empty()) {
      prefix += ", ";
    }
    prefix += line;
    return {ErrorCode::InvalidArgument,
            prefix.empty() ? problems.front().message : prefix + ": " + problems.front().message,
            {}};
  }
  std::string message = fmt::format(
      "{} has {} problems:", source.empty() ? "The configuration" : source, problems.size());
  for (const Problem& problem : problems) {
    const std::string line = place(problem);
    message += fmt::format("\n  {}{}{}", line, line.empty() ? "" : ": ", problem.message);
  }
  return {ErrorCode::InvalidArgument, std::move(message), {}};
}

}  // namespace w2s::config
