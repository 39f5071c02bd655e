// The settings beside the charts: models, supervision, objective with its equation, optimiser.
// Generated from the field descriptions; live settings change a run in progress, the others wait
// for the next one and say so.
#pragma once

#include <map>

#include <QScrollArea>

#include "core/config/experiment_config.h"
#include "core/experiment/live_parameters.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace w2s::ui {

class ChoiceField;
class EquationView;
class ModelCard;
class RunController;
class SliderField;
class Theme;

class ExperimentPanel : public QScrollArea {
  Q_OBJECT

 public:
  ExperimentPanel(const Theme& theme, RunController& controller, QWidget* parent = nullptr);

  // The values that "changed" and "reset" refer to, and a sentence on what to look for.
  void setPreset(const config::ExperimentConfig& preset, const QString& sentence);

 private:
  QVBoxLayout* addSection(const QString& title, QToolButton* beside = nullptr);
  void addSlider(QVBoxLayout* section, experiment::LiveParameter parameter);
  void addChoice(QVBoxLayout* section, const QString& key);
  void showConfig();
  void showTerms();
  void restyle();

  const Theme& theme_;
  RunController& controller_;
  config::ExperimentConfig preset_;
  QWidget* content_ = nullptr;
  QVBoxLayout* column_ = nullptr;
  ModelCard* weak_ = nullptr;
  ModelCard* strong_ = nullptr;
  EquationView* equation_ = nullptr;
  QLabel* sentence_ = nullptr;
  QLabel* pending_ = nullptr;
  QLabel* warmup_ = nullptr;
  QToolButton* reset_all_ = nullptr;
  std::map<experiment::LiveParameter, SliderField*> sliders_;
  std::map<QString, ChoiceField*> choices_;
};

}  // namespace w2s::ui
