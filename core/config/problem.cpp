#include "core/config/problem.h"

#include <algorithm>
#include <cassert>
#include <span>

#include <fmt/format.h>

namespace w2s::config {

namespace {

constexpr std::size_t kMostNamed = 20;

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

// A tree of halves, so that a long list is not a deep sentence.
Sentence linesOf(std::span<const Problem> problems) {
  if (problems.size() == 1) {
    return withPlace(placeOf(problems.front()), problems.front());
  }
  const std::size_t half = problems.size() / 2;
  return sentence("{}\n  {}", linesOf(problems.first(half)), linesOf(problems.subspan(half)));
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
    const auto named = std::span(problems).first(std::min(problems.size(), kMostNamed));
    said = sentence("{}\n  {}", said, linesOf(named));
    if (named.size() < problems.size()) {
      said = sentence("{}\n  and {} more.", said, problems.size() - named.size());
    }
  }
  std::string message = said.text;
  return {ErrorCode::InvalidArgument, std::move(message), {}, std::move(said)};
}

}  // namespace w2s::config
