// The objective as a formula with its present numbers, in the colours of its terms, and below it
// what it came to at the last step. Each number is a link to its setting: pointed at, clicked, or
// reached with Tab and Enter.
#pragma once

#include <optional>
#include <vector>

#include <QFrame>

#include "core/config/objective_config.h"

class QLabel;

namespace w2s::ui {

class Theme;

class EquationView : public QFrame {
  Q_OBJECT

 public:
  explicit EquationView(const Theme& theme, QWidget* parent = nullptr);

  void showObjective(const config::ObjectiveConfig& objective);
  // Weighted terms of the last step; empty before the first, and when the last one was computed
  // with another objective than the one shown.
  struct Terms {
    double kd = 0.0;
    double confidence = 0.0;
    double ground_truth = 0.0;
    double entropy = 0.0;
    double total = 0.0;
    std::vector<double> further;  // in the order of ObjectiveConfig::terms
  };
  void showTerms(const std::optional<Terms>& terms);
  // Marks the number of this setting; an empty key marks none.
  void setHighlighted(const QString& key);

 Q_SIGNALS:
  // The setting whose number was chosen: "objective.temperature".
  void chosen(const QString& key);
  // Empty: none is pointed at any more.
  void pointedAt(const QString& key);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void render();
  void renderTerms();

  const Theme& theme_;
  QLabel* formula_ = nullptr;
  QLabel* values_ = nullptr;  // apart, so that new numbers do not take the focus from a link
  config::ObjectiveConfig objective_;
  std::optional<Terms> terms_;
  QString highlighted_;
};

}  // namespace w2s::ui
