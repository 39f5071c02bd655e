// Which examples are shown, in which order, and how often each model takes one class for another.
// Free of Qt.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ui/bridge/example_set.h"

namespace w2s::ui {

// What the student did with the weak supervisor's answer. The numbers are those of the agreement
// chart (core/metrics/agreement.h):
//   Fixed    weak wrong, student right             = correction x weak-wrong rows
//   Copied   weak wrong, student the same class    = agreement on weak-wrong rows x weak-wrong rows
//   WrongAnotherWay  weak wrong, student wrong with another class: the rest of the weak-wrong rows
//   Broke    weak right, student wrong             = harm x weak-right rows
//   CeilingDisagrees   student and ceiling give different classes
enum class Category { All, Fixed, Copied, WrongAnotherWay, Broke, CeilingDisagrees };
inline constexpr std::array<Category, 6> kCategories{Category::All,    Category::Fixed,
                                                     Category::Copied, Category::WrongAnotherWay,
                                                     Category::Broke,  Category::CeilingDisagrees};

enum class ExampleOrder {
  File,         // as in the test file
  MostSure,     // by the student's confidence, highest first
  LeastSure,    // lowest first
  Disagreement  // where models that disagree are surest: c_w c_s [w != s] + c_s c_c [s != c]
};

// One cell of a confusion matrix.
struct ConfusionCell {
  Answerer model = Answerer::Student;
  int truth = 0;
  int predicted = 0;
  friend bool operator==(const ConfusionCell&, const ConfusionCell&) = default;
};

// Chosen rows of the data set's test source, ascending, and what they are: "A right, B wrong".
struct ChosenRows {
  std::vector<std::uint32_t> rows;
  std::string title;
};

struct ExampleFilter {
  Category category = Category::All;
  std::optional<int> label;  // ground truth
  // Of the student (of the weak supervisor before there is one), both ends included.
  double least_confidence = 0.0;
  double most_confidence = 1.0;
  std::optional<ConfusionCell> cell;
  std::shared_ptr<const ChosenRows> rows = {};  // null: all
  friend bool operator==(const ExampleFilter&, const ExampleFilter&) = default;
};

// Does the example belong to the category? False where a model that it is about is not known yet.
[[nodiscard]] bool belongsTo(const ExampleSet& set, std::size_t position, Category category);

struct CategoryCounts {
  std::array<std::int64_t, kCategories.size()> of{};
  std::int64_t weak_right = 0;
  std::int64_t weak_wrong = 0;

  [[nodiscard]] std::int64_t operator[](Category category) const {
    return of[static_cast<std::size_t>(category)];
  }
};
// Over all examples, whatever else is filtered.
[[nodiscard]] CategoryCounts countCategories(const ExampleSet& set);

// Positions in the set, in the order asked for; equal ones stay in file order.
[[nodiscard]] std::vector<std::uint32_t> select(const ExampleSet& set, const ExampleFilter& filter,
                                                ExampleOrder order);

// counts[truth * classes + predicted]
struct Confusion {
  std::size_t classes = 0;
  std::vector<std::int64_t> counts;
  std::int64_t rows = 0;
  std::int64_t right = 0;

  [[nodiscard]] std::int64_t at(std::size_t truth, std::size_t predicted) const {
    return counts[truth * classes + predicted];
  }
  [[nodiscard]] std::int64_t rowsOf(std::size_t truth) const;
};
// No rows where the model is not known yet.
[[nodiscard]] Confusion confusionOf(const ExampleSet& set, Answerer model);

}  // namespace w2s::ui
