// The row over the page: preset, start and pause, step, rewind, new seed, speed, seeds, state,
// present and export. Where the row is too short, texts go first, those beside the symbols that say
// most before the others, then parts fold into a menu at its end; what counts most goes last. Its
// width alone decides: no part moves when a run begins or ends.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/pages/preset_chooser.h"

class QAbstractButton;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;

namespace w2s::ui {

class RunActions;
class ExperimentSession;
class SpeedSlider;
class StateChip;
class Theme;

class RunToolbar : public QFrame {
  Q_OBJECT

 public:
  RunToolbar(const Theme& theme, ExperimentSession& session, RunActions& actions,
             const std::vector<SettingsBasis>& presets, QWidget* parent = nullptr);

  [[nodiscard]] QAbstractButton* startButton() const;
  [[nodiscard]] PresetChooser& presets() const {
    return *preset_;
  }
  void refresh();

  // Can be narrower than its parts together.
  [[nodiscard]] QSize minimumSizeHint() const override;

 Q_SIGNALS:
  // What was typed are no seeds, and why.
  void refused(const QString& answer);

 protected:
  bool event(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  // A part that may fold into the menu, and what stands there for it.
  struct Part {
    QWidget* widget = nullptr;
    std::vector<QAction*> actions;
  };
  QToolButton* addButton(const char* name, QAction& action, const QString& text);
  void makeStart(RunActions& actions);
  void makeSeeds(RunActions& actions);
  void followSeeds();
  void placeSeedsTitle();
  void takeSeeds(const QString& typed);
  void askForSeeds();
  void adaptToWidth();
  // Of the first buttons; the others are symbols.
  void setTexts(std::size_t shown);
  [[nodiscard]] int neededWidth() const;
  void fillMenu();
  void restyle();

  const Theme& theme_;
  ExperimentSession& session_;
  PresetChooser* preset_ = nullptr;
  QPushButton* start_ = nullptr;
  QToolButton* step_ = nullptr;
  SpeedSlider* speed_ = nullptr;
  QLineEdit* seeds_ = nullptr;
  QLabel* seeds_title_ = nullptr;  // in the field, before its text
  StateChip* chip_ = nullptr;
  QToolButton* more_ = nullptr;
  QMenu* folded_ = nullptr;
  std::vector<QToolButton*> buttons_;  // whose texts give way, the last one first
  std::vector<Part> parts_;            // in the order in which they fold
  int needed_ = 0;                     // as it was last adapted
};

}  // namespace w2s::ui
