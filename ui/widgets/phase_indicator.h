// The stages of a run as its plan lists them, each with its progress; ceiling, references and
// student side by side. A stage whose result lay in the cache says so.
#pragma once

#include <vector>

#include <QWidget>

#include "ui/bridge/run_series.h"

namespace w2s::ui {

class Theme;

class PhaseIndicator : public QWidget {
  Q_OBJECT

 public:
  explicit PhaseIndicator(const Theme& theme, QWidget* parent = nullptr);

  void setSeries(const RunSeries& series);

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  struct Phase {
    QString title;
    QColor color;
    StageSeries::State state = StageSeries::State::Waiting;
    bool cached = false;
    double share = 0.0;
    bool beside_previous = false;
  };
  // What stands behind the titles: words and per cents, only ticks, or nothing.
  enum class Marks { Words, Ticks, None };
  [[nodiscard]] Marks marksFor(int width) const;
  // Of one pill; the same in all states of its stage, so that the row stands still while it runs.
  [[nodiscard]] int widthOf(const Phase& phase, Marks marks) const;
  [[nodiscard]] int widthOf(Marks marks) const;  // of the row
  // Of all titles with this much beside each and between them.
  [[nodiscard]] int titlesWidth(double pad, double arrow) const;
  void collect(const RunSeries& series);

  const Theme& theme_;
  std::vector<Phase> phases_;
};

}  // namespace w2s::ui
