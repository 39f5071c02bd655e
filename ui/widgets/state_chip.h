// What the run is doing, in one line: state, stage, step of all steps, remaining time, rate. As
// wide as its longest usual text in every state, so that nothing beside it moves when a run begins;
// of what has no room the last goes first.
#pragma once

#include <array>

#include <QFont>
#include <QWidget>

#include "ui/bridge/experiment_session.h"

namespace w2s::ui {

class Theme;

class StateChip : public QWidget {
  Q_OBJECT

 public:
  // "Running": the state in a word or two.
  [[nodiscard]] static QString textOf(RunState state);

  // Instead of it, while a recorded run is shown at one of its steps.
  [[nodiscard]] static QString recordedText();

  explicit StateChip(const Theme& theme, QWidget* parent = nullptr);

  // `blocked`: why no run can start; shown while none goes on. `recorded`: the progress is that of a
  // recorded run at the step where it is shown.
  void setReading(RunState state, const RunSession::Progress& progress, double seconds,
                  const QString& blocked = {}, bool recorded = false);
  // The whole text first, then shorter ones.
  [[nodiscard]] const QStringList& wordings() const {
    return wordings_;
  }
  [[nodiscard]] QString text() const {
    return wordings_.front();
  }
  // Less room: for the share that is done instead of its steps.
  void setCompact(bool compact);
  // What is written in a pill of that width.
  [[nodiscard]] QString shownIn(int width) const;

  [[nodiscard]] QSize sizeHint() const override;
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  [[nodiscard]] int widthFor(const QString& text) const;
  // Of the longest state with these beside it.
  [[nodiscard]] QString sample(const QStringList& beside) const;

  const Theme& theme_;
  RunState state_ = RunState::Idle;
  bool blocked_ = false;
  bool compact_ = false;
  // The whole and the compact size: a tool bar that fits itself asks again and again, and 18 texts
  // are measured for each.
  mutable std::array<QSize, 2> hints_;
  mutable QFont hint_font_;
  QStringList wordings_;
};

}  // namespace w2s::ui
