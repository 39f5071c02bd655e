// Single cells of a study, each with settings of its own: a line a cell, and a menu of what they can be
// made of, presets and recorded runs.
#pragma once

#include <functional>
#include <vector>

#include <QWidget>

#include "core/base/result.h"
#include "core/config/experiment_config.h"
#include "core/study/study.h"

class QGridLayout;
class QPushButton;

namespace w2s::ui {

class Theme;

// What a study can be compared with.
struct Comparable {
  QString title;
  bool is_run = false;
  std::function<Result<config::ExperimentConfig>()> config;
};

class SingleCells : public QWidget {
  Q_OBJECT

 public:
  explicit SingleCells(const Theme& theme, QWidget* parent = nullptr);

  // Opens the menu; for the form to place.
  [[nodiscard]] QPushButton* button() const {
    return button_;
  }
  // Asked each time the menu opens.
  void setComparables(std::function<std::vector<Comparable>()> list) {
    list_ = std::move(list);
  }
  // Without a signal. `base`: from which they differ.
  void show(std::vector<study::Settings> cells, const config::ExperimentConfig& base);
  void setBase(const config::ExperimentConfig& base) {
    base_ = base;
  }
  [[nodiscard]] const std::vector<study::Settings>& cells() const {
    return cells_;
  }

 public Q_SLOTS:
  // The one at that place of the list.
  void add(const w2s::ui::Comparable& other);

 Q_SIGNALS:
  void changed();
  // Why nothing was added.
  void refused(const QString& sentence);

 private:
  void openMenu();
  void fill();
  void restyle();
  [[nodiscard]] QString textOf(const study::Settings& cell) const;

  const Theme& theme_;
  config::ExperimentConfig base_;
  std::vector<study::Settings> cells_;
  std::function<std::vector<Comparable>()> list_;
  QPushButton* button_;
  QGridLayout* grid_;
};

}  // namespace w2s::ui
