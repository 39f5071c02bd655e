// The objective as a formula with its present numbers, in the colours of its terms, and below it
// what it came to at the last step.
#pragma once

#include <optional>

#include <QLabel>

#include "core/config/objective_config.h"
#include "core/experiment/event.h"

namespace w2s::ui {

class Theme;

class EquationView : public QLabel {
  Q_OBJECT

 public:
  explicit EquationView(const Theme& theme, QWidget* parent = nullptr);

  void showObjective(const config::ObjectiveConfig& objective);
  // Weighted terms of the last step; empty before the first.
  struct Terms {
    double kd = 0.0;
    double confidence = 0.0;
    double ground_truth = 0.0;
    double entropy = 0.0;
    double total = 0.0;
  };
  void showTerms(const std::optional<Terms>& terms);

 private:
  void render();

  const Theme& theme_;
  config::ObjectiveConfig objective_;
  std::optional<Terms> terms_;
};

}  // namespace w2s::ui
