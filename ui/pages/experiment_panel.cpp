#include "ui/pages/experiment_panel.h"

#include <algorithm>

#include <fmt/format.h>

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/config/form.h"
#include "core/config/settings.h"
#include "core/record/live_parameters.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/form/field_row.h"
#include "ui/form/form_layout.h"
#include "ui/form/model_gallery.h"
#include "ui/form/model_text.h"
#include "ui/form/setting_text.h"
#include "ui/form/settings_form.h"
#include "ui/form/settings_history.h"
#include "ui/theme/theme.h"
#include "ui/widgets/equation_view.h"
#include "ui/widgets/format.h"
#include "ui/widgets/model_card.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {

ExperimentPanel::ExperimentPanel(const Theme& theme, ExperimentSession& session, QWidget* parent)
    : QWidget(parent), theme_(theme), session_(session) {
  setObjectName(QStringLiteral("settings"));
  setAccessibleName(tr("Settings of the experiment"));
  setAttribute(Qt::WA_StyledBackground);
  history_ = new SettingsHistory(session_, this);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  makeSearch(column);
  makeForm(column);
  makeActions();

  connect(history_, &SettingsHistory::basisChanged, this, &ExperimentPanel::showBasis);
  connect(&session_, &ExperimentSession::configChanged, this, &ExperimentPanel::showConfig);
  connect(&session_, &ExperimentSession::runChanged, this, &ExperimentPanel::showConfig);
  connect(&session_, &ExperimentSession::stateChanged, this, &ExperimentPanel::showConfig);
  connect(&session_, &ExperimentSession::focusChanged, this, &ExperimentPanel::showTerms);
  connect(&session_, &ExperimentSession::refreshed, this, &ExperimentPanel::showTerms);
  connect(&theme_, &Theme::changed, this, &ExperimentPanel::restyle);
  restyle();
  showBasis();
}

ExperimentPanel::~ExperimentPanel() {
  // A half-typed number is finished when its box loses the focus, which happens while the widgets
  // below are taken apart.
  form_->disconnect(this);
}

void ExperimentPanel::makeSearch(QVBoxLayout* column) {
  search_ = new QLineEdit(this);
  search_->setObjectName(QStringLiteral("settings.search"));
  search_->setPlaceholderText(tr("Search settings"));
  search_->setAccessibleName(tr("Search settings"));
  search_->setToolTip(
      tr("Shows the settings whose name or explanation holds these words (Ctrl+F); "
         "Esc shows all again"));
  search_->setClearButtonEnabled(true);
  search_icon_ = search_->addAction(QIcon(), QLineEdit::LeadingPosition);
  for (QToolButton* part : search_->findChildren<QToolButton*>()) {
    part->setObjectName(QStringLiteral("qt_search_part"));  // Qt's own, without the focus
  }
  auto* row = new QHBoxLayout;
  row->addWidget(search_);
  column->addLayout(row);
  connect(search_, &QLineEdit::textChanged, this, &ExperimentPanel::search);
}

void ExperimentPanel::makeForm(QVBoxLayout* column) {
  scroll_ = new QScrollArea(this);
  scroll_->setObjectName(QStringLiteral("settings.scroll"));
  scroll_->setWidgetResizable(true);
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->setFocusPolicy(Qt::NoFocus);
  content_ = new QWidget(scroll_);
  content_->setObjectName(QStringLiteral("settings.content"));
  auto* list = new QVBoxLayout(content_);
  sentence_ = new QLabel(content_);
  sentence_->setTextFormat(Qt::PlainText);
  sentence_->setObjectName(QStringLiteral("settings.sentence"));
  sentence_->setProperty("sentence", true);
  sentence_->setWordWrap(true);
  nothing_found_ = new QLabel(content_);
  nothing_found_->setObjectName(QStringLiteral("settings.nothing"));
  nothing_found_->setProperty("sentence", true);
  nothing_found_->setWordWrap(true);
  nothing_found_->hide();
  for (QLabel* label : {sentence_, nothing_found_}) {
    list->addWidget(label);
  }

  makeHeaders();
  list->addWidget(form_);
  list->addStretch(1);
  scroll_->setWidget(content_);
  column->addWidget(scroll_, 1);
  makeFoot(column);
  connectForm();
}

// The form with what stands above its sections.
void ExperimentPanel::makeHeaders() {
  form_ = new SettingsForm(theme_, content_);
  weak_ = new ModelCard(theme_, charts::Ink::Weak, form_);
  weak_->setObjectName(QStringLiteral("model.weak"));
  weak_->setAccessibleName(tr("Weak model"));
  strong_ = new ModelCard(theme_, charts::Ink::Student, form_);
  strong_->setObjectName(QStringLiteral("model.strong"));
  strong_->setAccessibleName(tr("Strong model"));
  equation_ = new EquationView(theme_, form_);
  reset_all_ = new QToolButton(form_);
  reset_all_->setObjectName(QStringLiteral("settings.reset"));
  reset_all_->setProperty("link", true);
  reset_all_->setText(tr("reset to preset"));
  reset_all_->setAccessibleName(tr("Reset all settings to the preset"));
  reset_all_->setToolTip(tr("All settings back to the preset's values; Ctrl+Z takes it back"));
  QSizePolicy keeps_its_place = reset_all_->sizePolicy();
  keeps_its_place.setRetainSizeWhenHidden(true);  // the rows below stand still when it comes
  reset_all_->setSizePolicy(keeps_its_place);
  form_->setHeader(QStringLiteral("weak"), weak_, reset_all_);
  form_->setHeader(QStringLiteral("strong"), strong_);
  form_->setHeader(QStringLiteral("objective"), equation_);
}

// Below the form, so that the row that brings it stays where it is.
void ExperimentPanel::makeFoot(QVBoxLayout* column) {
  foot_ = new QWidget(this);
  pending_ = new QLabel(tr("Changed settings apply to the next run."), foot_);
  pending_->setObjectName(QStringLiteral("settings.pending"));
  pending_->setProperty("note", true);
  pending_->setWordWrap(true);
  auto* foot = new QHBoxLayout(foot_);
  foot->addWidget(pending_);
  foot_->hide();
  column->addWidget(foot_);
}

void ExperimentPanel::connectForm() {
  connect(weak_, &QAbstractButton::clicked, this, [this] { openGallery(ModelRole::Weak); });
  connect(strong_, &QAbstractButton::clicked, this, [this] { openGallery(ModelRole::Strong); });
  connect(reset_all_, &QToolButton::clicked, this, &ExperimentPanel::resetAll);
  connect(form_, &SettingsForm::edited, this, &ExperimentPanel::edit);
  connect(form_, &SettingsForm::gestureEnded, history_, &SettingsHistory::endGesture);
  connect(form_, &SettingsForm::resetRequested, this, &ExperimentPanel::reset);
  connect(form_, &SettingsForm::varied, this, &ExperimentPanel::varied);
  connect(form_, &SettingsForm::fixRequested, this,
          [this](const QString& key, const QString& value) {
            history_->endGesture();
            edit(key, value);
            history_->endGesture();
          });
  connect(form_, &SettingsForm::refusalsChanged, &session_, &ExperimentSession::setRefusals);
  connect(form_, &SettingsForm::attended, this, [this](const QString& key, bool attended) {
    equation_->setHighlighted(attended ? key : QString());
  });
  connect(form_, &SettingsForm::revealed, this, [this](QWidget* row) {
    content_->layout()->activate();
    scroll_->ensureWidgetVisible(row, 0, theme_.px(24));
  });
  connect(equation_, &EquationView::chosen, this, &ExperimentPanel::focusField);
  connect(equation_, &EquationView::pointedAt, this, [this](const QString& key) {
    for (const config::FormField& field : config::describe(session_.config())) {
      const QString name = QString::fromStdString(field.key);
      if (FieldRow* row = form_->row(name)) {
        row->setHighlighted(name == key);
      }
    }
  });
}

void ExperimentPanel::makeActions() {
  auto* find_action = new QAction(tr("&Find a setting"), this);
  find_action->setObjectName(QStringLiteral("act.edit.find"));
  find_action->setShortcut(QKeySequence::Find);
  find_action->setStatusTip(tr("Searches in the settings"));
  connect(find_action, &QAction::triggered, this, &ExperimentPanel::find);
  auto* reset_action = new QAction(tr("&Reset to the preset"), this);
  reset_action->setObjectName(QStringLiteral("act.edit.reset"));
  reset_action->setStatusTip(tr("All settings back to the preset's values"));
  connect(reset_action, &QAction::triggered, this, &ExperimentPanel::resetAll);
  actions_ = {history_->makeUndoAction(this), history_->makeRedoAction(this), find_action,
              reset_action};
}

void ExperimentPanel::showBasis() {
  sentence_->setText(history_->basis().sentence);
  sentence_->setVisible(!sentence_->text().isEmpty() && search_->text().trimmed().isEmpty());
  showConfig();
}

const config::ExperimentConfig& ExperimentPanel::preset() const {
  return history_->basis().config;
}

void ExperimentPanel::edit(const QString& key, const QString& value) {
  const Status status = history_->set(key, value);
  if (status) {
    return;
  }
  SettingProblem problem{.key = key.toStdString(), .message = said(status.error())};
  const std::vector<config::FormField> fields = config::describe(session_.config());
  if (const config::FormField* field = findField(fields, problem.key)) {
    bool is_number = false;
    const double typed = value.toDouble(&is_number);
    if (is_number && (typed < field->min || typed > field->max)) {
      const double nearest = typed < field->min ? field->min : field->max;
      const std::string text = fmt::format("{}", nearest);
      problem.fixes.push_back({problem.key, text, field->section, field->label, localNumber(text)});
    }
  }
  form_->showRefusal(key, problem);
}

void ExperimentPanel::reset(const QString& key) {
  const std::vector<config::FormField> fields = config::describe(preset());
  const config::FormField* field = findField(fields, key.toStdString());
  if (field == nullptr) {
    return;
  }
  history_->endGesture();
  if (field->kind == config::FieldKind::Choice) {
    // With the parts that belong to the choice.
    config::ExperimentConfig changed = session_.config();
    if (!config::applySetting(changed, field->key, config::valueText(*field))) {
      return;
    }
    for (const config::FormField& part : fields) {
      if (part.parent == field->key) {
        (void)config::applySetting(changed, part.key, config::valueText(part));
      }
    }
    history_->change(changed, translated(field->label));
  } else {
    edit(key, QString::fromStdString(editText(*field)));
  }
  history_->endGesture();
}

void ExperimentPanel::resetAll() {
  history_->change(preset(), tr("reset to the preset"));
}

void ExperimentPanel::find() {
  Q_EMIT wanted();
  search_->setFocus(Qt::ShortcutFocusReason);
  search_->selectAll();
}

void ExperimentPanel::focusField(const QString& key) {
  search_->clear();
  form_->focusField(key);
}

void ExperimentPanel::search(const QString& text) {
  const bool searching = !text.trimmed().isEmpty();
  const int found = form_->filter(text);
  nothing_found_->setVisible(searching && found == 0);
  nothing_found_->setText(
      tr("No setting matches \u201c%1\u201d. Esc shows all again.").arg(text.trimmed()));
  sentence_->setVisible(!searching && !sentence_->text().isEmpty());
}

void ExperimentPanel::openGallery(ModelRole role) {
  if (window()->findChild<ModelGallery*>() != nullptr) {
    return;
  }
  auto* gallery = new ModelGallery(theme_, session_.config(), role, window());
  connect(gallery, &ModelGallery::picked, this, [this, role](const config::ModelConfig& model) {
    config::ExperimentConfig changed = session_.config();
    modelOf(changed, role) = model;
    if (role == ModelRole::Weak) {
      changed.weak.front().labels.clear();  // a model that is chosen makes them
    }
    history_->change(changed, role == ModelRole::Weak ? tr("weak model") : tr("strong model"));
  });
  gallery->open();
}

void ExperimentPanel::showConfig() {
  const config::ExperimentConfig& config = session_.config();
  const bool active = session_.isBusy();
  showModel(ModelRole::Weak);
  showModel(ModelRole::Strong);
  equation_->showObjective(config.objective);
  showTerms();
  form_->setState(
      {.config = config,
       .preset = preset(),
       .running = active ? std::optional(session_.focus().presentConfig()) : std::nullopt,
       .problems = session_.problems()});
  showWhatWaits();
  reset_all_->setVisible(!(config == preset()));
  actions_.back()->setEnabled(!(config == preset()));
}

// Below the form: that settings wait for the next run, or that the numbers on the page are those of
// others. Where the experiment is another one, the page says so.
void ExperimentPanel::showWhatWaits() {
  const config::ExperimentConfig& config = session_.config();
  const config::ExperimentConfig& run = session_.focus().presentConfig();
  std::vector<config::Difference> differences;
  if (!session_.focus().series().id.empty()) {
    differences = config::diff(config, run);
    std::erase_if(differences,
                  [](const config::Difference& other) { return !other.affects_result; });
  }
  const bool active = session_.isBusy();
  foot_->setVisible(!differences.empty() && (active || config.name == run.name));
  if (differences.empty() || active) {
    pending_->setText(tr("Changed settings apply to the next run."));
    return;
  }
  const std::vector<config::FormField> fields = config::describe(run);
  const config::FormField* field = findField(fields, differences.front().key);
  pending_->setText(
      differences.size() == 1 && field != nullptr
          ? tr("Shown is a run with %1: %2.").arg(translated(field->label), valueWords(*field))
          : tr("Shown is a run with %n other settings.", nullptr,
               static_cast<int>(differences.size())));
}

void ExperimentPanel::showModel(ModelRole role) {
  const config::ExperimentConfig& config = session_.config();
  const config::ModelConfig& model = modelOf(config, role);
  const bool weak = role == ModelRole::Weak;
  if (weak && config.weak.front().isMadeElsewhere()) {
    showLabelsMadeElsewhere(config.weak.front().labels);
    return;
  }
  QStringList how{headWords(model.head), tuningWords(model)};
  how += weak ? tr("%1 true labels").arg(countText(config.task.weak_rows))
              : tr("%1 rows").arg(countText(config.task.transfer_rows));
  how.removeAll(QString());
  // Lines break between facts, not inside them.
  std::ranges::transform(how, how.begin(), unbroken);
  std::string why;
  const auto facts = factsOf(config, role, &why);
  ModelCard* card = weak ? weak_ : strong_;
  card->setContent({.title = QStringLiteral("<b>%1</b> \u00b7 %2")
                                 .arg(weak ? tr("Weak") : tr("Strong"),
                                      backboneWords(model.backbone).toHtmlEscaped()),
                    .lines = {how.join(QStringLiteral(" \u00b7 ")).toHtmlEscaped(),
                              facts ? factsLine(*facts).toHtmlEscaped()
                                    : QString::fromStdString(why).toHtmlEscaped()}});
  QString tip;
  if (facts) {
    for (const ModelFactText& fact : factsTable(model, *facts)) {
      tip += QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
                 .arg(fact.name, fact.value.toHtmlEscaped());
    }
  }
  setRichToolTip(*card, QStringLiteral("<qt>%1<table>%2</table><i>%3</i></qt>")
                            .arg(backboneHelp(model.backbone).toHtmlEscaped(), tip,
                                 tr("A click shows the models there are to choose from.")));
}

void ExperimentPanel::showLabelsMadeElsewhere(const std::string& labels) {
  weak_->setContent({.title = QStringLiteral("<b>%1</b> \u00b7 %2")
                                  .arg(tr("Weak"), tr("labels made elsewhere").toHtmlEscaped()),
                     .lines = {QString::fromStdString(labels).toHtmlEscaped(),
                               tr("no model is trained for them").toHtmlEscaped()}});
  setRichToolTip(*weak_, QStringLiteral("<qt>%1<br><i>%2</i></qt>")
                             .arg(tr("Weak labels that another program made: the data set's card "
                                     "names their file."),
                                  tr("A click shows the models there are to choose from.")));
}

// The objective under which the run's last batch was computed: that of its start, with the live
// changes that it had adopted by then.
config::ExperimentConfig ExperimentPanel::measuredConfig(double step) const {
  return record::configAfter(session_.focus().config(), session_.focus().series().interventions,
                             step);
}

// Only below the formula that they are terms of: after an edit, an undo or another preset the line
// stays empty until a batch was computed with what is shown.
void ExperimentPanel::showTerms() {
  const StepColumns& rows = session_.focus().series().stage(record::stage::kStudent).rows;
  if (rows.size() == 0) {
    equation_->showTerms(std::nullopt);
    return;
  }
  const config::ExperimentConfig& shown = session_.config();
  const config::ExperimentConfig measured = measuredConfig(rows.steps.back());
  if (shown.name != measured.name || !(shown.objective == measured.objective) ||
      shown.supervision.labels != measured.supervision.labels) {
    equation_->showTerms(std::nullopt);
    return;
  }
  const auto last = [&](const std::string& column) {
    const std::vector<float>& values = rows.column(column);
    return values.empty() ? 0.0F : values.back();
  };
  const auto term = [&](const std::string& name) {
    const float weight = last(name + std::string(record::kWeightSuffix));
    return weight == 0.0F ? 0.0 : static_cast<double>(weight * last(name));
  };
  EquationView::Terms terms{.kd = term("kd"),
                            .confidence = term("confidence"),
                            .ground_truth = term("ground_truth"),
                            .entropy = term("entropy"),
                            .total = last("total"),
                            .further = {}};
  for (const config::TermConfig& further : shown.objective.terms) {
    terms.further.push_back(term(further.name));
  }
  equation_->showTerms(terms);
}

void ExperimentPanel::restyle() {
  setMinimumWidth(theme_.px(240));  // half of a small window at font scale 2
  setFocusPolicy(Qt::NoFocus);
  search_icon_->setIcon(theme_.icon(QStringLiteral("search"), theme_.tokens().muted));
  setClearIcon(*search_, theme_);
  static_cast<QVBoxLayout*>(layout())->itemAt(0)->layout()->setContentsMargins(
      theme_.px(14), theme_.px(10), theme_.px(14), theme_.px(4));
  foot_->layout()->setContentsMargins(theme_.px(14), theme_.px(6), theme_.px(14), theme_.px(10));
  content_->layout()->setContentsMargins(theme_.px(14), theme_.px(6), theme_.px(14), theme_.px(14));
  content_->layout()->setSpacing(theme_.px(9));
}

}  // namespace w2s::ui
