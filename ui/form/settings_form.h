// The generated form: a row for every setting of a configuration, in sections. It shows a state and
// reports what the user wants; it changes nothing itself.
//
// Rows are kept by their keys: showing another configuration of the same shape touches values and
// marks only, so focus, scroll position and half-typed numbers stay. A row that another choice
// brings or takes comes and goes below that choice. What is wrong with a setting stands below it in
// the words of the form (problem_text.h).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QWidget>

#include "ui/bridge/setting_problems.h"
#include "ui/form/form_layout.h"

class QVBoxLayout;

namespace w2s::ui {

class FieldRow;
class FormSectionView;
class Theme;

class SettingsForm : public QWidget {
  Q_OBJECT

 public:
  struct State {
    config::ExperimentConfig config;
    config::ExperimentConfig preset;
    // Settings of the run that goes on now; none: nothing is pending.
    std::optional<config::ExperimentConfig> running = {};
    std::vector<SettingProblem> problems = {};
  };

  explicit SettingsForm(const Theme& theme, QWidget* parent = nullptr);

  // Above the rows of a section: a model card, the equation. Before the first setState.
  void setHeader(const QString& section, QWidget* header, QWidget* beside = nullptr);
  void setState(const State& state);

  // Shows only what holds every word in label, key, help or choices, folded settings included; an
  // empty text shows all as before. Returns the number of settings found.
  int filter(const QString& text);

  // Null: there is no such setting now.
  [[nodiscard]] FieldRow* row(const QString& key) const;
  // Unfolds what hides it, brings it into sight and gives it the focus.
  void focusField(const QString& key);
  // The edit was refused; see FieldRow::showRefusal.
  void showRefusal(const QString& key, const SettingProblem& problem);

 Q_SIGNALS:
  void edited(const QString& key, const QString& value);
  void gestureEnded();
  void resetRequested(const QString& key);
  // The setting is to differ from run to run of a study.
  void varied(const QString& key);
  // Typed values that stand in the form and that no setting took, in the order of the form.
  void refusalsChanged(const std::vector<w2s::ui::SettingProblem>& refusals);
  void fixRequested(const QString& key, const QString& value);
  void attended(const QString& key, bool attended);
  // A row is to be scrolled into sight.
  void revealed(QWidget* row);

 private:
  FormSectionView* section(const std::string& id);
  FieldRow* makeRow(const FormRow& row);
  void place();
  void fillRows();
  void applyVisibility();
  void reportRefusals();

  const Theme& theme_;
  State state_;
  std::vector<FormSection> layout_;
  std::vector<config::FormField> standard_;  // the built-in defaults
  std::vector<config::FormField> preset_fields_;
  std::map<std::string, FieldRow*> rows_;
  std::map<std::string, FormSectionView*> sections_;
  std::vector<SettingProblem> refusals_;  // as last reported
  QStringList words_;                     // of the search
  int found_ = 0;
  QVBoxLayout* column_ = nullptr;
};

}  // namespace w2s::ui
