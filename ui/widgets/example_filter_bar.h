// The choices above the examples: what the student did, true class, confidence, order, and the cell
// of a confusion matrix that was clicked. Each chip says how many of all test images it holds.
#pragma once

#include <array>

#include <QWidget>

#include "ui/models/example_filter.h"

class QButtonGroup;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace w2s::ui {

class Theme;

class ExampleFilterBar : public QWidget {
  Q_OBJECT

 public:
  explicit ExampleFilterBar(const Theme& theme, QWidget* parent = nullptr);

  // Null: nothing to choose from.
  void setExamples(const ExampleSet* set, const CategoryCounts& counts);
  void setShown(int shown);
  // The clicked cell; the same one again takes it away.
  void toggleCell(const ConfusionCell& cell);
  // Null: all rows again.
  void chooseRows(std::shared_ptr<const ChosenRows> rows);
  void clear();

  [[nodiscard]] const ExampleFilter& filter() const {
    return filter_;
  }
  [[nodiscard]] ExampleOrder order() const;

 Q_SIGNALS:
  void filterChanged(const w2s::ui::ExampleFilter& filter);
  void orderChanged(w2s::ui::ExampleOrder order);

 private:
  void makeChips();
  void makeFields();
  void change(const ExampleFilter& filter);
  void showCell();
  void showRows();
  void showTips(const CategoryCounts& counts, bool known, ExampleSplit split);
  void restyle();

  const Theme& theme_;
  ExampleFilter filter_;
  QStringList class_names_;
  std::size_t total_ = 0;
  QButtonGroup* group_ = nullptr;
  std::array<QPushButton*, kCategories.size()> chips_{};
  QComboBox* classes_ = nullptr;
  QSpinBox* least_ = nullptr;
  QSpinBox* most_ = nullptr;
  QComboBox* order_ = nullptr;
  QPushButton* cell_ = nullptr;
  QPushButton* rows_ = nullptr;
  QLabel* shown_ = nullptr;
};

}  // namespace w2s::ui
