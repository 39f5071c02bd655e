// The settings beside the charts: search, models, objective with its equation, and a generated form
// for every setting. Live settings change a run in progress, the others wait for the next one and
// say so. Edits go through a history and can be undone.
#pragma once

#include <vector>

#include <QWidget>

#include "core/config/experiment_config.h"
#include "ui/form/model_choices.h"

class QAction;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace w2s::ui {

class EquationView;
class ModelCard;
class ExperimentSession;
class SettingsForm;
class SettingsHistory;
class Theme;

class ExperimentPanel : public QWidget {
  Q_OBJECT

 public:
  ExperimentPanel(const Theme& theme, ExperimentSession& session, QWidget* parent = nullptr);
  ~ExperimentPanel() override;

  // What "changed" and "reset" refer to is its basis.
  [[nodiscard]] SettingsHistory& history() {
    return *history_;
  }
  // Undo, redo, find and reset all: for the menu "Edit".
  [[nodiscard]] std::vector<QAction*> editActions() const {
    return actions_;
  }
  // Unfolds the setting and gives it the focus.
  void focusField(const QString& key);

 public Q_SLOTS:
  void find();
  void resetAll();

 Q_SIGNALS:
  // The panel is wanted in sight: search was asked for.
  void wanted();
  // A setting is to differ from run to run of a study.
  void varied(const QString& key);

 private:
  void makeSearch(QVBoxLayout* column);
  void makeForm(QVBoxLayout* column);
  void makeHeaders();
  void makeFoot(QVBoxLayout* column);
  void connectForm();
  void makeActions();
  void edit(const QString& key, const QString& value);
  void reset(const QString& key);
  void search(const QString& text);
  void openGallery(ModelRole role);
  void showBasis();
  void showConfig();
  void showWhatWaits();
  void showModel(ModelRole role);
  void showLabelsMadeElsewhere(const std::string& labels);
  void showTerms();
  [[nodiscard]] const config::ExperimentConfig& preset() const;
  [[nodiscard]] config::ExperimentConfig measuredConfig(double step) const;
  void restyle();

  const Theme& theme_;
  ExperimentSession& session_;
  SettingsHistory* history_ = nullptr;
  std::vector<QAction*> actions_;
  QLineEdit* search_ = nullptr;
  QAction* search_icon_ = nullptr;
  QLabel* nothing_found_ = nullptr;
  QScrollArea* scroll_ = nullptr;
  QWidget* content_ = nullptr;
  QLabel* sentence_ = nullptr;
  QLabel* pending_ = nullptr;
  QWidget* foot_ = nullptr;
  SettingsForm* form_ = nullptr;
  ModelCard* weak_ = nullptr;
  ModelCard* strong_ = nullptr;
  EquationView* equation_ = nullptr;
  QToolButton* reset_all_ = nullptr;
};

}  // namespace w2s::ui
