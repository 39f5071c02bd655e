// The test images that pass the filter, as a flat list: one row an image. The delegate paints from
// example(); data() says the same in words, for tooltips, screen readers and the clipboard.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QAbstractListModel>
#include <QImage>

#include "ui/bridge/example_set.h"
#include "ui/models/example_filter.h"

namespace w2s::ui {

// What one model says about one image.
struct Answer {
  int predicted = 0;
  QString name;
  double confidence = 0.0;
  bool is_right = false;
};

// What each model gives a class, 0 to 1; NaN: not recorded of that step.
struct ClassShares {
  QString name;
  bool is_truth = false;
  std::array<double, kAnswerers.size()> of{};
};

struct Example {
  std::uint32_t position = 0;  // in the set
  std::uint32_t row = 0;       // of the split's file
  ExampleSplit split = ExampleSplit::Test;
  int label = 0;
  QString label_name;
  QString text;  // of a row that is one; such a row has no picture
  std::array<std::optional<Answer>, kAnswerers.size()> answers;
  bool has_ended = false;  // the run: answers that are not there will not be

  [[nodiscard]] QString title() const;  // "Test image 12: Shirt"

  [[nodiscard]] const std::optional<Answer>& of(Answerer model) const {
    return answers[static_cast<std::size_t>(model)];
  }
};

class ExamplesModel : public QAbstractListModel {
  Q_OBJECT

 public:
  explicit ExamplesModel(QObject* parent = nullptr);

  // Null: nothing to show.
  void setExamples(std::shared_ptr<const ExampleSet> set);
  void setFilter(const ExampleFilter& filter);
  void setOrder(ExampleOrder order);

  [[nodiscard]] const ExampleSet* examples() const {
    return set_.get();
  }
  [[nodiscard]] const ExampleFilter& filter() const {
    return filter_;
  }
  [[nodiscard]] const CategoryCounts& counts() const {
    return counts_;
  }
  [[nodiscard]] Example example(int row) const;  // row < rowCount()
  // What each model gives each class, in the order of the classes; empty: not recorded.
  [[nodiscard]] std::vector<ClassShares> shares(int row) const;
  // The pixels as they are in the file, 0 = black; shares them with the set.
  [[nodiscard]] QImage image(int row) const;
  // The row that shows this position of the set; -1: filtered out.
  [[nodiscard]] int rowOf(std::uint32_t position) const;
  // "student fixed the weak supervisor's error", ...; empty while it cannot be said.
  [[nodiscard]] QString verdict(int row) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

  // Tab-separated, for a spreadsheet.
  [[nodiscard]] QString clipboardHeader() const;
  [[nodiscard]] QString clipboardLine(int row) const;

 Q_SIGNALS:
  // Other rows are shown, or the same rows with other answers.
  void refreshed();

 private:
  void selectAgain();

  std::shared_ptr<const ExampleSet> set_;
  ExampleFilter filter_;
  ExampleOrder order_ = ExampleOrder::File;
  CategoryCounts counts_;
  std::vector<std::uint32_t> positions_;
};

// "weak supervisor", "student", "ceiling"
[[nodiscard]] QString nameOf(Answerer model);

}  // namespace w2s::ui
