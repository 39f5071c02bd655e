#include "ui/form/settings_form.h"

#include <algorithm>

#include <QVBoxLayout>

#include "ui/bridge/translated.h"
#include "ui/form/field_row.h"
#include "ui/form/form_section_view.h"
#include "ui/form/problem_text.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

// The two models share a title above their cards; a search, which hides the cards, names them.
QString titleOf(const std::string& section, const std::vector<config::FormField>& fields,
                bool searching) {
  if (section == "weak" && !searching) {
    return SettingsForm::tr("Models");
  }
  if (section == "strong" && !searching) {
    return {};  // its card stands below that of the weak model
  }
  if (section == "experiment") {
    return SettingsForm::tr("Experiment");
  }
  for (const config::FormField& field : fields) {
    if (field.section == section) {
      const QString title = translated(field.section_label);
      return field.entry.empty() ? title
                                 : title + QLatin1Char(' ') + QString::fromStdString(field.entry);
    }
  }
  return QString::fromStdString(section);
}

// What the folded parts of a schedule do: "warm-up over the first 20 % of the steps". Empty for a
// constant without warm-up, and for a base of 0: shape and warm-up are factors of it.
QString scheduleWords(const std::vector<config::FormField>& fields, const std::string& base_key) {
  const std::string schedule = base_key.substr(0, base_key.size() - std::string(".base").size());
  const config::FormField* shape = findField(fields, schedule + ".shape");
  const config::FormField* warmup = findField(fields, schedule + ".warmup");
  const config::FormField* base = findField(fields, base_key);
  if (shape == nullptr || warmup == nullptr || base == nullptr ||
      std::get<double>(base->value) == 0.0) {
    return {};
  }
  QStringList parts;
  if (std::get<std::string>(shape->value) != "constant") {
    parts += valueWords(*shape);
  }
  if (const double share = std::get<double>(warmup->value); share > 0.0) {
    parts += SettingsForm::tr("warm-up over the first %1 % of the steps")
                 .arg(digitsText(100.0 * share, 3));
  }
  return parts.join(QStringLiteral(", "));
}

}  // namespace

SettingsForm::SettingsForm(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), standard_(config::describe({})) {
  column_ = new QVBoxLayout(this);
  column_->setContentsMargins(0, 0, 0, 0);
  const auto restyle = [this] { column_->setSpacing(theme_.px(9)); };
  connect(&theme_, &Theme::changed, this, restyle);
  restyle();
}

FormSectionView* SettingsForm::section(const std::string& id) {
  FormSectionView*& view = sections_[id];
  if (view == nullptr) {
    view =
        new FormSectionView(theme_, QString::fromStdString(id),
                            titleOf(id, config::describe(state_.config), !words_.isEmpty()), this);
    connect(view, &FormSectionView::toggled, this, &SettingsForm::applyVisibility);
  }
  return view;
}

void SettingsForm::setHeader(const QString& id, QWidget* header, QWidget* beside) {
  section(id.toStdString())->setHeader(header);
  if (beside != nullptr) {
    section(id.toStdString())->setBeside(beside);
  }
}

void SettingsForm::setState(const State& state) {
  const bool same_shape = !layout_.empty() && state.config == state_.config;
  if (preset_fields_.empty() || !(state.preset == state_.preset)) {
    preset_fields_ = config::describe(state.preset);
  }
  state_ = state;
  if (!same_shape) {
    layout_ = layoutOf(state_.config);
    place();
  }
  fillRows();
  applyVisibility();
  reportRefusals();
}

void SettingsForm::reportRefusals() {
  std::vector<SettingProblem> refusals;
  for (const FormSection& part : layout_) {
    for (const FormRow& row : part.rows) {
      const auto found = rows_.find(row.field.key);
      if (found != rows_.end() && found->second->refusal()) {
        refusals.push_back(*found->second->refusal());
      }
    }
  }
  if (refusals != refusals_) {
    refusals_ = std::move(refusals);
    Q_EMIT refusalsChanged(refusals_);
  }
}

FieldRow* SettingsForm::makeRow(const FormRow& row) {
  auto* made = new FieldRow(theme_, row, this);
  connect(made, &FieldRow::edited, this, &SettingsForm::edited);
  connect(made, &FieldRow::gestureEnded, this, &SettingsForm::gestureEnded);
  connect(made, &FieldRow::resetRequested, this, &SettingsForm::resetRequested);
  connect(made, &FieldRow::varied, this, &SettingsForm::varied);
  connect(made, &FieldRow::fixRequested, this, &SettingsForm::fixRequested);
  connect(made, &FieldRow::attended, this, &SettingsForm::attended);
  connect(made, &FieldRow::refusalChanged, this, &SettingsForm::reportRefusals);
  connect(made, &FieldRow::detailsToggled, this, &SettingsForm::applyVisibility);
  return made;
}

// Makes the rows there are those of the layout, keeping all that fit.
void SettingsForm::place() {
  std::map<std::string, FieldRow*> kept;
  int at = 0;
  for (const FormSection& part : layout_) {
    FormSectionView* view = section(part.id);
    if (column_->indexOf(view) != at) {
      column_->insertWidget(at, view);
    }
    ++at;
    std::vector<FieldRow*> rows;
    for (const FormRow& row : part.rows) {
      const auto found = rows_.find(row.field.key);
      FieldRow* widget = found != rows_.end() && found->second->fits(row) ? found->second : nullptr;
      if (widget == nullptr) {
        widget = makeRow(row);
      } else {
        rows_.erase(found);
      }
      kept[row.field.key] = widget;
      rows.push_back(widget);
    }
    view->setRows(rows);
  }
  for (const auto& [key, row] : rows_) {
    row->setParent(nullptr);  // gone at once for everybody who looks; it may be the sender
    row->deleteLater();
  }
  rows_ = std::move(kept);
}

void SettingsForm::fillRows() {
  const std::vector<config::FormField> fields = config::describe(state_.config);
  const std::vector<config::FormField> running =
      state_.running ? config::describe(*state_.running) : std::vector<config::FormField>{};
  const auto copy = [](const config::FormField* field) {
    return field != nullptr ? std::optional(*field) : std::nullopt;
  };
  for (const FormSection& part : layout_) {
    for (const FormRow& row : part.rows) {
      FieldRow::State shown{.field = row.field,
                            .preset = copy(findField(preset_fields_, row.field.key)),
                            .standard = copy(findField(standard_, row.field.key))};
      if (state_.running && row.field.affects_result) {
        const config::FormField* present = findField(running, row.field.key);
        if (present == nullptr) {
          shown.pending = tr("no such setting");
        } else if (present->value != row.field.value) {
          shown.pending = valueWords(*present);
        }
      }
      for (const SettingProblem& problem : state_.problems) {
        if (problem.key == row.field.key) {
          shown.problems.push_back(withLabels(problem, fields));
        }
      }
      if (const config::FormField* owner = findField(fields, row.owner)) {
        shown.owner = translated(owner->label);
      }
      if (row.field.key.ends_with(".base")) {
        shown.has_details = true;
        shown.details = scheduleWords(fields, row.field.key);
      }
      if (row.field.key == "seeds" && state_.config.seeds.size() > 1) {
        shown.details = tr("Start makes a run for each seed of the tool bar.");
      }
      rows_[row.field.key]->setState(shown);
    }
  }
}

void SettingsForm::applyVisibility() {
  found_ = 0;
  const bool searching = !words_.isEmpty();
  const std::vector<config::FormField> present = config::describe(state_.config);
  for (const FormSection& part : layout_) {
    FormSectionView* view = section(part.id);
    view->setTitle(titleOf(part.id, present, searching));
    const bool whole_section =
        searching && std::all_of(words_.cbegin(), words_.cend(), [&](const QString& word) {
          return view->title().contains(word, Qt::CaseInsensitive);
        });
    int shown = 0;
    int folded = 0;
    int folded_changed = 0;
    std::map<std::string, bool> visible;
    // From the last to the first, so that a part that is found brings its owner along.
    for (auto row = part.rows.rbegin(); row != part.rows.rend(); ++row) {
      const FieldRow* widget = rows_[row->field.key];
      if (searching) {
        const bool found = whole_section || widget->matches(words_);
        found_ += found ? 1 : 0;
        visible[row->field.key] |= found;
        if (found && !row->owner.empty()) {
          visible[row->owner] = true;
        }
      } else {
        visible[row->field.key] = true;
      }
    }
    for (const FormRow& row : part.rows) {
      FieldRow* widget = rows_[row.field.key];
      bool show = visible[row.field.key];
      if (!searching) {
        const bool owner_shown = row.owner.empty() || visible[row.owner];
        if (row.fold == Fold::WithSection) {
          ++folded;
          folded_changed += widget->isChanged() ? 1 : 0;
          show = view->isOpen();
        } else if (row.fold == Fold::WithOwner) {
          show = owner_shown && rows_[row.owner]->areDetailsOpen();
        }
        // What is wrong is never folded away.
        show = (show && owner_shown) || widget->hasProblem();
      }
      visible[row.field.key] = show;
      widget->setVisible(show);
      shown += show ? 1 : 0;
    }
    view->setFolded(searching ? 0 : folded, folded_changed);
    view->setHeaderVisible(!searching);
    view->setVisible(!searching || shown > 0);
  }
}

int SettingsForm::filter(const QString& text) {
  words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
  applyVisibility();
  return words_.isEmpty() ? static_cast<int>(rows_.size()) : found_;
}

FieldRow* SettingsForm::row(const QString& key) const {
  const auto found = rows_.find(key.toStdString());
  return found == rows_.end() ? nullptr : found->second;
}

void SettingsForm::focusField(const QString& key) {
  for (const FormSection& part : layout_) {
    for (const FormRow& wanted : part.rows) {
      if (wanted.field.key != key.toStdString()) {
        continue;
      }
      if (wanted.fold == Fold::WithSection) {
        section(part.id)->setOpen(true);
      } else if (wanted.fold == Fold::WithOwner) {
        rows_[wanted.owner]->setDetailsOpen(true);
      }
      applyVisibility();
      FieldRow* found = rows_[wanted.field.key];
      found->focusEditor();
      Q_EMIT revealed(found);
      return;
    }
  }
}

void SettingsForm::showRefusal(const QString& key, const SettingProblem& problem) {
  if (FieldRow* refused = row(key)) {
    refused->showRefusal(withLabels(problem, config::describe(state_.config)));
    applyVisibility();
  }
}

}  // namespace w2s::ui
