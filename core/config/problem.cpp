#include "core/config/problem.h"

#include <cassert>

#include <fmt/format.h>

namespace w2s::config {

namespace {

Sentence saidBy(const Problem& problem) {
  return problem.said.text.empty() ? Sentence{.text = problem.message} : problem.said;
}

// Where it is in its file; empty for what comes from none. A column helps with syntax; a key is
// found by its name.
Sentence placeOf(const Problem& problem) {
  if (problem.line == 0) {
    return {};
  }
  return problem.column > 0 && problem.field.empty()
             ? sentence("line {}, column {}", problem.line, problem.column)
             : sentence("line {}", problem.line);
}

Sentence withPlace(const Sentence& place, const Problem& problem) {
  return place.text.empty() ? saidBy(problem) : sentence("{}: {}", place, saidBy(problem));
}

}  // namespace

Error errorOf(const std::vector<Problem>& problems, std::string_view source) {
  assert(!problems.empty());
  Sentence said;
  if (problems.size() == 1) {
    const Problem& problem = problems.front();
    const Sentence place = placeOf(problem);
    said = source.empty()       ? withPlace(place, problem)
           : place.text.empty() ? sentence("{}: {}", source, saidBy(problem))
                                : sentence("{}, {}: {}", source, place, saidBy(problem));
  } else {
    said = source.empty() ? sentence("The configuration has {} problems:", problems.size())
                          : sentence("{} has {} problems:", source, problems.size());
    for (const Problem& problem : problems) {
      said = sentence("{}\n  {}", said, withPlace(placeOf(problem), problem));
    }
  }
  std::string message = said.text;
  return {ErrorCode::InvalidArgument, std::move(message), {}, std::move(said)};
}

}  // namespace w2s::config
