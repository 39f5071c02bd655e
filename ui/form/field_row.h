// One setting in the form: label, marks (live, changed from the preset, waiting for the next run),
// its editor, a way back to the preset, and below it what is wrong with it.
//
// All of these are made when the row is first shown or asked for the focus: half of the settings
// are folded away, most of them for good, and each widget costs at every change of the looks.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "ui/bridge/setting_problems.h"
#include "ui/form/form_layout.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace w2s::ui {

class ElidedLabel;
class FieldEditor;
class Theme;

class FieldRow : public QWidget {
  Q_OBJECT

 public:
  struct State {
    config::FormField field;
    std::optional<config::FormField> preset = {};    // as the preset has it; none: it has no such
    std::optional<config::FormField> standard = {};  // the built-in default
    QString pending = {};  // not empty: a run goes on with another value, this one
    std::vector<SettingProblem> problems = {};
    QString owner = {};        // label of the setting it is a part of
    bool has_details = false;  // folded parts: shape and warm-up of a schedule
    QString details = {};      // what they do; shown while they are folded
  };

  // objectName "field.<key>"; buttons ".reset", ".details", ".fix.0", ...
  FieldRow(const Theme& theme, const FormRow& row, QWidget* parent = nullptr);

  [[nodiscard]] const config::FormField& field() const {
    return state_.field;
  }
  // Whether this widget can show that row: only the value may differ.
  [[nodiscard]] bool fits(const FormRow& row) const;

  void setState(const State& state);
  // Shown for the first time, it makes its parts.
  void setVisible(bool visible) override;
  // An edit that was refused: its sentence and fixes, until the next edit of this setting.
  void showRefusal(const SettingProblem& problem);
  void clearRefusal();
  [[nodiscard]] const std::optional<SettingProblem>& refusal() const {
    return refusal_;
  }

  [[nodiscard]] bool isChanged() const;
  [[nodiscard]] bool hasProblem() const {
    return !state_.problems.empty() || refusal_;
  }
  [[nodiscard]] bool areDetailsOpen() const {
    return details_open_;
  }
  void setDetailsOpen(bool open);
  // A soft ground, while its number in the equation is pointed at.
  void setHighlighted(bool highlighted);
  void focusEditor();
  // Label, key, help and choices hold every word of the query.
  [[nodiscard]] bool matches(const QStringList& words) const;

 Q_SIGNALS:
  void refusalChanged();
  // Its parts are there: they take their place in the order of the Tab key.
  void made();
  void edited(const QString& key, const QString& value);
  void gestureEnded();
  void resetRequested(const QString& key);
  void fixRequested(const QString& key, const QString& value);
  // Its values are to differ from run to run.
  void varied(const QString& key);
  void detailsToggled();
  // The pointer or the focus came in or left.
  void attended(const QString& key, bool attended);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void setRefusal(const std::optional<SettingProblem>& refusal);
  [[nodiscard]] bool areMade() const {
    return editor_ != nullptr;
  }
  void makeParts();
  void layOutParts();
  void connectParts(const QString& key);
  void refreshTexts();
  void showDetailsIcon();
  void showProblems();
  void addProblem(const SettingProblem& problem);
  void restyle();

  const Theme& theme_;
  int depth_;
  State state_;
  std::optional<SettingProblem> refusal_;
  bool has_state_ = false;  // a state was set
  bool details_open_ = false;
  bool highlighted_ = false;
  // Null until they are made.
  ElidedLabel* label_ = nullptr;
  QLabel* summary_ = nullptr;
  QLabel* live_mark_ = nullptr;
  QLabel* changed_mark_ = nullptr;
  QLabel* pending_mark_ = nullptr;
  QToolButton* details_ = nullptr;
  QToolButton* reset_ = nullptr;
  FieldEditor* editor_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  QWidget* problems_ = nullptr;  // null while there are none
};

}  // namespace w2s::ui
