#include "ui/models/example_filter.h"

#include <algorithm>
#include <numeric>

namespace w2s::ui {
namespace {

// Whose confidence the range and the orders are about.
Answerer surest(const ExampleSet& set) {
  return set.knows(Answerer::Student) ? Answerer::Student : Answerer::Weak;
}

double disagreement(const ExampleSet& set, std::size_t position) {
  const Answers& student = set.of(Answerer::Student);
  double total = 0.0;
  for (const Answerer other : {Answerer::Weak, Answerer::Ceiling}) {
    const Answers& answers = set.of(other);
    if (student.known() && answers.known() &&
        student.classes[position] != answers.classes[position]) {
      total += static_cast<double>(student.confidences[position]) *
               static_cast<double>(answers.confidences[position]);
    }
  }
  return total;
}

bool passes(const ExampleSet& set, std::size_t position, const ExampleFilter& filter) {
  if (filter.label && set.labels[position] != *filter.label) {
    return false;
  }
  if (filter.cell) {
    const Answers& answers = set.of(filter.cell->model);
    if (!answers.known() || set.labels[position] != filter.cell->truth ||
        answers.classes[position] != filter.cell->predicted) {
      return false;
    }
  }
  if (filter.rows != nullptr &&
      !std::ranges::binary_search(filter.rows->rows, set.rows[position])) {
    return false;
  }
  const Answers& sure = set.of(surest(set));
  if (sure.known()) {
    const auto confidence = static_cast<double>(sure.confidences[position]);
    if (confidence < filter.least_confidence || confidence > filter.most_confidence) {
      return false;
    }
  }
  return belongsTo(set, position, filter.category);
}

}  // namespace

bool belongsTo(const ExampleSet& set, std::size_t position, Category category) {
  if (category == Category::All) {
    return true;
  }
  const Answers& student = set.of(Answerer::Student);
  const Answers& other =
      set.of(category == Category::CeilingDisagrees ? Answerer::Ceiling : Answerer::Weak);
  if (!student.known() || !other.known()) {
    return false;
  }
  const bool same = student.classes[position] == other.classes[position];
  if (category == Category::CeilingDisagrees) {
    return !same;
  }
  const bool weak_right = set.isRight(Answerer::Weak, position);
  const bool student_right = set.isRight(Answerer::Student, position);
  switch (category) {
    case Category::Fixed:
      return !weak_right && student_right;
    case Category::Copied:
      return !weak_right && same;
    case Category::WrongAnotherWay:
      return !weak_right && !student_right && !same;
    case Category::Broke:
      return weak_right && !student_right;
    case Category::All:
    case Category::CeilingDisagrees:
      break;
  }
  return false;
}

CategoryCounts countCategories(const ExampleSet& set) {
  CategoryCounts counts;
  for (std::size_t i = 0; i < set.size(); ++i) {
    for (const Category category : kCategories) {
      counts.of[static_cast<std::size_t>(category)] += belongsTo(set, i, category) ? 1 : 0;
    }
    if (set.knows(Answerer::Weak)) {
      (set.isRight(Answerer::Weak, i) ? counts.weak_right : counts.weak_wrong) += 1;
    }
  }
  return counts;
}

std::vector<std::uint32_t> select(const ExampleSet& set, const ExampleFilter& filter,
                                  ExampleOrder order) {
  std::vector<std::uint32_t> positions;
  for (std::size_t i = 0; i < set.size(); ++i) {
    if (passes(set, i, filter)) {
      positions.push_back(static_cast<std::uint32_t>(i));
    }
  }
  const Answers& sure = set.of(surest(set));
  if (order == ExampleOrder::File || !sure.known()) {
    return positions;
  }
  std::vector<double> key(set.size());
  for (const std::uint32_t i : positions) {
    const auto confidence = static_cast<double>(sure.confidences[i]);
    key[i] = order == ExampleOrder::Disagreement ? -disagreement(set, i)
             : order == ExampleOrder::MostSure   ? -confidence
                                                 : confidence;
  }
  std::ranges::stable_sort(positions, {}, [&](std::uint32_t i) { return key[i]; });
  return positions;
}

std::int64_t Confusion::rowsOf(std::size_t truth) const {
  const auto begin = counts.begin() + static_cast<std::ptrdiff_t>(truth * classes);
  return std::accumulate(begin, begin + static_cast<std::ptrdiff_t>(classes), std::int64_t{0});
}

Confusion confusionOf(const ExampleSet& set, Answerer model) {
  Confusion confusion{.classes = set.classes(),
                      .counts = std::vector<std::int64_t>(set.classes() * set.classes())};
  const Answers& answers = set.of(model);
  for (std::size_t i = 0; i < answers.classes.size(); ++i) {
    const std::size_t truth = set.labels[i];
    const std::size_t predicted = answers.classes[i];
    if (predicted < set.classes()) {
      confusion.counts[truth * set.classes() + predicted] += 1;
      confusion.rows += 1;
      confusion.right += truth == predicted ? 1 : 0;
    }
  }
  return confusion;
}

}  // namespace w2s::ui
