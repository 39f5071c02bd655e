#include "ui/pages/experiment_panel.h"

#include <functional>

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/config/slot.h"
#include "ui/bridge/run_controller.h"
#include "ui/bridge/setting_fields.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_field.h"
#include "ui/widgets/equation_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/model_card.h"
#include "ui/widgets/slider_field.h"

namespace w2s::ui {
namespace {

using experiment::LiveParameter;

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

// The setting with this key inside `config`, if it exists there.
void withSlot(config::ExperimentConfig& config, const QString& key,
              const std::function<void(config::Slot&)>& use) {
  const std::string wanted = key.toStdString();
  config::forEachSlot(config::slotsOf(config),
                      [&](const std::string& slot_key, config::Slot& slot) {
                        if (slot_key == wanted) {
                          use(slot);
                        }
                      });
}

// With live parameters set aside, which change the run in progress as well.
bool differsForNextRun(config::ExperimentConfig next, const config::ExperimentConfig& run) {
  for (const LiveParameter parameter : experiment::kAllLiveParameters) {
    experiment::setValueIn(next, parameter, experiment::valueIn(run, parameter));
  }
  return !(next == run);
}

}  // namespace

ExperimentPanel::ExperimentPanel(const Theme& theme, RunController& controller, QWidget* parent)
    : QScrollArea(parent), theme_(theme), controller_(controller) {
  setObjectName(QStringLiteral("settings"));
  setAccessibleName(tr("Settings of the experiment"));
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  content_ = new QWidget(this);
  content_->setObjectName(QStringLiteral("settings.content"));
  column_ = new QVBoxLayout(content_);
  column_->setContentsMargins(14, 12, 14, 14);
  column_->setSpacing(9);

  sentence_ = new QLabel(this);
  sentence_->setObjectName(QStringLiteral("settings.sentence"));
  sentence_->setProperty("sentence", true);
  sentence_->setWordWrap(true);
  column_->addWidget(sentence_);
  pending_ = new QLabel(tr("Changed settings apply to the next run."), this);
  pending_->setObjectName(QStringLiteral("settings.pending"));
  pending_->setProperty("note", true);
  pending_->setWordWrap(true);
  pending_->hide();
  column_->addWidget(pending_);

  QVBoxLayout* models = addSection(tr("Models"));
  weak_ = new ModelCard(theme, charts::Ink::Weak, tr("Weak"), this);
  strong_ = new ModelCard(theme, charts::Ink::Student, tr("Strong"), this);
  models->addWidget(weak_);
  models->addWidget(strong_);

  reset_all_ = new QToolButton(this);
  reset_all_->setObjectName(QStringLiteral("settings.reset"));
  reset_all_->setProperty("link", true);
  reset_all_->setText(tr("reset to preset"));
  reset_all_->setAccessibleName(tr("Reset all settings to the preset"));
  reset_all_->setToolTip(tr("All settings back to the preset's values"));
  QVBoxLayout* objective = addSection(tr("Objective"), reset_all_);
  equation_ = new EquationView(theme, this);
  objective->addWidget(equation_);
  addSlider(objective, LiveParameter::KdWeight);
  addSlider(objective, LiveParameter::Temperature);
  addSlider(objective, LiveParameter::ConfidenceWeight);
  warmup_ = new QLabel(this);
  warmup_->setProperty("small", true);
  warmup_->setWordWrap(true);
  objective->addWidget(warmup_);
  addSlider(objective, LiveParameter::GroundTruthWeight);

  QVBoxLayout* optimizer = addSection(tr("Optimiser"));
  addSlider(optimizer, LiveParameter::LearningRate);
  addSlider(optimizer, LiveParameter::Steps);

  QVBoxLayout* supervision = addSection(tr("Supervision"));
  addChoice(supervision, QStringLiteral("supervision.labels"));
  addChoice(supervision, QStringLiteral("supervision.delivery"));
  addChoice(supervision, QStringLiteral("objective.divergence"));
  addChoice(supervision, QStringLiteral("objective.confidence"));
  column_->addStretch(1);
  setWidget(content_);

  connect(reset_all_, &QToolButton::clicked, this, [this] {
    for (const auto& [parameter, slider] : sliders_) {
      controller_.setLive(parameter, experiment::valueIn(preset_, parameter));
    }
    controller_.setConfig(preset_);
  });
  connect(&controller_, &RunController::configChanged, this, &ExperimentPanel::showConfig);
  connect(&controller_, &RunController::stateChanged, this, &ExperimentPanel::showConfig);
  connect(&controller_, &RunController::runBegan, this, &ExperimentPanel::showTerms);
  connect(&controller_, &RunController::refreshed, this, &ExperimentPanel::showTerms);
  connect(&theme_, &Theme::changed, this, &ExperimentPanel::restyle);
  preset_ = controller_.config();
  restyle();
  setPreset(preset_, {});
}

void ExperimentPanel::setPreset(const config::ExperimentConfig& preset, const QString& sentence) {
  sentence_->setText(sentence);
  sentence_->setVisible(!sentence.isEmpty());
  preset_ = preset;
  for (const auto& [parameter, slider] : sliders_) {
    slider->setPresetValue(experiment::valueIn(preset_, parameter));
  }
  showConfig();
}

QVBoxLayout* ExperimentPanel::addSection(const QString& title, QToolButton* beside) {
  auto* head = new QHBoxLayout;
  auto* label = new QLabel(title.toUpper(), this);
  label->setProperty("section", true);
  label->setAccessibleName(title);
  head->addWidget(label);
  head->addStretch(1);
  if (beside != nullptr) {
    head->addWidget(beside);
  }
  column_->addSpacing(4);
  column_->addLayout(head);
  auto* section = new QVBoxLayout;
  section->setSpacing(8);
  column_->addLayout(section);
  return section;
}

void ExperimentPanel::addSlider(QVBoxLayout* section, LiveParameter parameter) {
  const std::string_view key = experiment::keyOf(parameter);
  const auto number =
      parameter == LiveParameter::Steps ? SliderField::Number::Integer : SliderField::Number::Real;
  auto* slider = new SliderField(theme_, text(key), fieldOf(key), number, this);
  connect(slider, &SliderField::edited, &controller_,
          [this, parameter](double value) { controller_.setLive(parameter, value); });
  sliders_[parameter] = slider;
  section->addWidget(slider);
}

void ExperimentPanel::addChoice(QVBoxLayout* section, const QString& key) {
  config::ExperimentConfig defaults;
  withSlot(defaults, key, [&](config::Slot& slot) {
    auto* choice = new ChoiceField(key, slot.field(), slot.options(), this);
    connect(choice, &ChoiceField::edited, this, [this, key](int index) {
      config::ExperimentConfig changed = controller_.config();
      withSlot(changed, key,
               [index](config::Slot& target) { target.select(static_cast<std::size_t>(index)); });
      controller_.setConfig(changed);
    });
    choices_[key] = choice;
    section->addWidget(choice);
  });
}

void ExperimentPanel::showConfig() {
  const config::ExperimentConfig& config = controller_.config();
  weak_->setModel(config.weak, tr("%1 true labels").arg(countText(config.task.weak_rows)));
  strong_->setModel(config.strong, tr("%1 rows").arg(countText(config.task.transfer_rows)));
  equation_->showObjective(config.objective);
  for (const auto& [parameter, slider] : sliders_) {
    slider->setValue(experiment::valueIn(config, parameter));
  }
  config::ExperimentConfig copy = config;
  for (const auto& [key, choice] : choices_) {
    withSlot(copy, key, [choice = choice](config::Slot& slot) {
      choice->setCurrent(static_cast<int>(slot.selected()));
    });
  }
  const double warmup = config.objective.confidence_weight.warmup;
  const bool none = std::holds_alternative<config::NoConfidence>(config.objective.confidence);
  warmup_->setText(
      none ? tr("no confidence term chosen: a counts as 0")
           : tr("linear warm-up over the first %1 % of the steps").arg(qRound(100.0 * warmup)));
  warmup_->setVisible(none || warmup > 0.0);
  const bool active = isActive(controller_.state());
  pending_->setVisible(active && differsForNextRun(config, controller_.runConfig()));
  reset_all_->setVisible(!(config == preset_));
}

void ExperimentPanel::showTerms() {
  const StepColumns& rows = controller_.series().stage(experiment::StageKind::Student).rows;
  if (rows.size() == 0) {
    equation_->showTerms(std::nullopt);
    return;
  }
  const std::size_t last = rows.size() - 1;
  const auto term = [&](const std::vector<float>& weight, const std::vector<float>& value) {
    return weight[last] == 0.0F ? 0.0 : static_cast<double>(weight[last] * value[last]);
  };
  equation_->showTerms(
      EquationView::Terms{.kd = term(rows.kd_weight, rows.kd),
                          .confidence = term(rows.confidence_weight, rows.confidence),
                          .ground_truth = term(rows.ground_truth_weight, rows.ground_truth),
                          .entropy = term(rows.entropy_weight, rows.entropy),
                          .total = rows.total[last]});
}

void ExperimentPanel::restyle() {
  setMinimumWidth(theme_.px(290));
  setFocusPolicy(Qt::NoFocus);
}

}  // namespace w2s::ui
