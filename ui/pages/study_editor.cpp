#include "ui/pages/study_editor.h"

#include <algorithm>

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/config/form.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/translated.h"
#include "ui/bridge/words.h"
#include "ui/form/setting_text.h"
#include "ui/pages/single_cells.h"
#include "ui/pages/study_suggestions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/number_entry.h"

namespace w2s::ui {
namespace {

enum Kind { Combinations, Draws };
constexpr int kMostDraws = 100'000;

// Whether it can differ from cell to cell.
bool canVary(const config::FormField& field) {
  return field.affects_result && field.kind != config::FieldKind::Seeds;
}

QString titleOf(const config::FormField& field) {
  const QString label = translated(field.label);
  return field.section_label.empty()
             ? label
             : QStringLiteral("%1 \u00b7 %2").arg(translated(field.section_label), label);
}

// The language's numbers have a comma: between values stands a semicolon, "0,5; 1; 2".
bool hasDecimalComma() {
  return windowLocale().decimalPoint() == QLatin1String(",");
}

QString shownValues(const std::string& values) {
  QString text = QString::fromStdString(values);
  if (hasDecimalComma()) {
    text.replace(QLatin1String(", "), QLatin1String("; "));
    static const QRegularExpression kPoint(QStringLiteral("(?<=\\d)\\.(?=\\d)"));
    text.replace(kPoint, QStringLiteral(","));
  }
  return text;
}

// As core reads them. A comma and a space separate values in every language.
std::string typedValues(const QLineEdit& line) {
  QString text = line.text();
  if (hasDecimalComma()) {
    text.replace(QLatin1String(", "), QLatin1String("; "));
    static const QRegularExpression kComma(QStringLiteral("(?<=\\d),(?=\\d)"));
    text.replace(kComma, QStringLiteral("."));
    text.replace(QLatin1Char(';'), QLatin1Char(','));
  }
  return text.toStdString();
}

}  // namespace

std::vector<std::string> StudyEditor::suggestedValues(const config::ExperimentConfig& base,
                                                      const std::string& key) {
  const std::vector<config::FormField> fields = config::describe(base);
  const config::FormField* field = findField(fields, key);
  const auto varied = field != nullptr ? study::readVaried(key, suggestionFor(*field))
                                       : Result<study::Varied>(study::Varied{});
  return varied ? varied->values : std::vector<std::string>();
}

StudyEditor::StudyEditor(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("study.editor"));
  const auto line = [this](const char* name, const QString& label, const QString& tip) {
    auto* made = new QLineEdit(this);
    made->setObjectName(QStringLiteral("study.") + QLatin1String(name));
    made->setAccessibleName(label);
    made->setToolTip(tip);
    connect(made, &QLineEdit::textEdited, this, &StudyEditor::changed);
    return made;
  };
  name_ = line("name", tr("Name of the study"),
               tr("Its runs are found again by this name, here and with w2s study"));
  seeds_ = line("seeds", tr("Seeds"), tr("Of every cell: 0-4, or 0, 3, 7"));
  kind_ = new QComboBox(this);
  kind_->setObjectName(QStringLiteral("study.kind"));
  kind_->setAccessibleName(tr("Which cells"));
  kind_->addItem(tr("Every combination"));
  kind_->addItem(tr("Random draws"));
  kind_->setToolTip(
      tr("Every combination of the values, lists or ranges such as 0 .. 1 in 5; or a number of "
         "cells whose values are drawn: from a list, or from a range such as 1e-4 .. 1e-1 log"));
  count_ = new WholeBox(this);
  count_->setObjectName(QStringLiteral("study.count"));
  count_->setAccessibleName(tr("Number of drawn cells"));
  count_->setRange(1, kMostDraws);
  count_->setValue(20);
  count_->setButtonSymbols(QAbstractSpinBox::NoButtons);
  count_->setSuffix(tr(" cells"));
  add_ = new QPushButton(tr("Vary a setting"), this);
  add_->setObjectName(QStringLiteral("study.add"));
  add_->setToolTip(tr("A further setting; or choose Vary in a study in the menu of a setting"));
  grid_note_ = new QLabel(this);
  grid_note_->setObjectName(QStringLiteral("study.grid_note"));
  grid_note_->setProperty("small", true);
  grid_note_->setWordWrap(true);
  grid_note_->setText(tr("The grid of its file stays as it is."));
  grid_note_->hide();
  singles_ = new SingleCells(theme_, this);

  auto* head = new FlowLayout;  // below each other where there is little room
  head->setSpacing(8);
  const auto labelled = [&](const QString& text, QWidget* widget) {
    auto* label = new QLabel(text, this);
    label->setBuddy(widget);
    head->addWidget(label);
    head->addWidget(widget);
  };
  labelled(tr("&Study"), name_);
  labelled(tr("See&ds"), seeds_);
  head->addWidget(kind_);
  head->addWidget(count_);
  head->addWidget(add_);
  head->addWidget(singles_->button());
  grid_ = new QGridLayout;
  grid_->setHorizontalSpacing(8);
  grid_->setVerticalSpacing(6);
  grid_->setColumnStretch(0, 2);
  grid_->setColumnStretch(1, 3);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  column->addLayout(head);
  column->addLayout(grid_);
  column->addWidget(singles_);
  column->addWidget(grid_note_);

  connect(kind_, &QComboBox::activated, this, [this] {
    followKind();
    Q_EMIT changed();
  });
  connect(count_, &QSpinBox::valueChanged, this, &StudyEditor::changed);
  connect(add_, &QPushButton::clicked, this, [this] {
    Row& row = addRow({}, {});
    placeRows();
    row.setting->setFocus(Qt::OtherFocusReason);
    row.setting->showPopup();
  });
  connect(singles_, &SingleCells::changed, this, &StudyEditor::changed);
  connect(&theme_, &Theme::changed, this, &StudyEditor::restyle);
  followKind();
  restyle();
}

void StudyEditor::followKind() {
  count_->setVisible(kind_->currentIndex() == Draws);
  const QString tip = kind_->currentIndex() == Draws
                          ? tr("A range such as 1e-4 .. 1e-1 log, or values: 1, 2, 4")
                          : tr("Values: 0.5, 1, 2; or a range: 0 .. 1 in 5, 1e-4 .. 1e-1 log in 4");
  for (const Row& row : rows_) {
    row.values->setPlaceholderText(tip);
  }
}

void StudyEditor::fillSettings(QComboBox& box, const QString& key) const {
  box.clear();
  for (const config::FormField& field : config::describe(base_)) {
    if (canVary(field)) {
      box.addItem(titleOf(field), QString::fromStdString(field.key));
    }
  }
  int at = -1;
  for (const QString& known : {key, key + QStringLiteral(".base"), key + QStringLiteral(".kind")}) {
    at = at < 0 && !key.isEmpty() ? box.findData(known) : at;
  }
  if (at < 0 && !key.isEmpty()) {
    box.addItem(key, key);  // a field of an alternative that the base does not choose
    at = box.count() - 1;
  }
  box.setCurrentIndex(at);
  box.lineEdit()->home(false);  // where there is little room, its beginning
}

StudyEditor::Row& StudyEditor::addRow(const QString& key, const QString& values) {
  Row row{.setting = new QComboBox(this),
          .values = new QLineEdit(values, this),
          .remove = new QToolButton(this)};
  row.setting->setObjectName(QStringLiteral("study.setting"));
  row.setting->setAccessibleName(tr("Setting that differs"));
  row.setting->setEditable(true);
  row.setting->setInsertPolicy(QComboBox::NoInsert);
  row.setting->lineEdit()->setPlaceholderText(tr("Setting"));
  row.setting->completer()->setCompletionMode(QCompleter::PopupCompletion);
  row.setting->completer()->setFilterMode(Qt::MatchContains);
  row.setting->setMinimumContentsLength(12);
  row.setting->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  fillSettings(*row.setting, key);
  row.values->setObjectName(QStringLiteral("study.values"));
  row.values->setAccessibleName(tr("Values"));
  row.remove->setObjectName(QStringLiteral("study.remove"));
  row.remove->setAutoRaise(true);
  row.remove->setProperty("flat", true);
  row.remove->setToolTip(tr("Does not vary this setting"));
  row.remove->setAccessibleName(row.remove->toolTip());
  QToolButton* remove = row.remove;
  connect(row.setting, &QComboBox::activated, this, [this, remove] {
    const auto found = std::ranges::find(rows_, remove, &Row::remove);
    suggest(*found);
    Q_EMIT changed();
  });
  connect(row.values, &QLineEdit::textEdited, this, &StudyEditor::changed);
  connect(remove, &QToolButton::clicked, this, [this, remove] { removeRow(remove); });
  rows_.push_back(row);
  followKind();
  restyle();
  return rows_.back();
}

void StudyEditor::suggest(Row& row) {
  const std::vector<config::FormField> fields = config::describe(base_);
  const config::FormField* field =
      findField(fields, row.setting->currentData().toString().toStdString());
  if (field != nullptr) {
    row.values->setText(shownValues(suggestionFor(*field)));
    row.values->setFocus(Qt::OtherFocusReason);
    row.values->selectAll();
  }
}

void StudyEditor::removeRow(const QWidget* remove) {
  const auto found = std::ranges::find(rows_, remove, &Row::remove);
  if (found == rows_.end()) {
    return;
  }
  for (QWidget* part : {static_cast<QWidget*>(found->setting), static_cast<QWidget*>(found->values),
                        static_cast<QWidget*>(found->remove)}) {
    part->hide();
    part->deleteLater();
  }
  rows_.erase(found);
  placeRows();
  add_->setFocus(Qt::OtherFocusReason);
  Q_EMIT changed();
}

void StudyEditor::placeRows() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    const int line = static_cast<int>(i);
    grid_->addWidget(rows_[i].setting, line, 0);
    grid_->addWidget(rows_[i].values, line, 1);
    grid_->addWidget(rows_[i].remove, line, 2);
    // At once, not with the next layout: one of them gets the focus.
    rows_[i].setting->show();
    rows_[i].values->show();
    rows_[i].remove->show();
  }
  QWidget* last = add_;
  for (const Row& row : rows_) {
    for (QWidget* part : {static_cast<QWidget*>(row.setting), static_cast<QWidget*>(row.values),
                          static_cast<QWidget*>(row.remove)}) {
      setTabOrder(last, part);
      last = part;
    }
  }
}

void StudyEditor::setPlan(const study::Plan& plan, const config::ExperimentConfig& base) {
  const QSignalBlocker quiet(this);
  base_ = base;
  plan_ = plan;
  name_->setText(QString::fromStdString(plan.name));
  seeds_->setText(QString::fromStdString(seedsText(plan.seeds)));
  while (!rows_.empty()) {
    removeRow(rows_.back().remove);
  }
  const bool draws = plan.random.has_value();
  kind_->setCurrentIndex(draws ? Draws : Combinations);
  if (draws) {
    const QSignalBlocker no_change(count_);
    count_->setValue(static_cast<int>(std::min<std::int64_t>(plan.random->count, kMostDraws)));
  }
  for (const study::Varied& varied : draws ? plan.random->settings : plan.grid) {
    addRow(QString::fromStdString(varied.key), shownValues(study::variedText(varied)));
  }
  placeRows();
  followKind();
  singles_->show(plan.cells, base);
  grid_note_->setVisible(draws && !plan.grid.empty());
}

void StudyEditor::setBase(const config::ExperimentConfig& base) {
  base_ = base;
  singles_->setBase(base);
}

Result<study::Plan> StudyEditor::plan() const {
  study::Plan plan = plan_;
  plan.name = name_->text().trimmed().toStdString();
  if (plan.name.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("a study needs a name, by which its runs are found again."));
  }
  plan.cells = singles_->cells();
  W2S_TRY(plan.seeds, seedsOfWindow(seeds_->text().trimmed().toStdString()));
  std::vector<study::Varied> settings;
  for (const Row& row : rows_) {
    const std::string key = row.setting->currentData().toString().toStdString();
    if (row.setting->currentIndex() < 0 && row.values->text().trimmed().isEmpty()) {
      continue;  // a line that is still empty
    }
    if (row.setting->currentIndex() < 0) {
      return fail(
          ErrorCode::InvalidArgument,
          tr("Choose the setting that has the values %1.").arg(row.values->text()).toStdString());
    }
    auto varied = study::readVaried(key, typedValues(*row.values));
    const bool is_drawn = varied && varied->draw && varied->draw->count == 0;
    if (!varied || (is_drawn && kind_->currentIndex() == Combinations)) {
      const QString why =
          varied ? tr("a range without a number of values is for random draws; write 0 .. 1 in 5, "
                      "or values with commas between them.")
                 : QString::fromStdString(said(varied.error()));
      return fail(ErrorCode::InvalidArgument,
                  QStringLiteral("%1: %2").arg(row.setting->currentText(), why).toStdString());
    }
    if (!is_drawn && kind_->currentIndex() == Draws) {
      varied->draw.reset();  // drawn from its values
    }
    settings.push_back(std::move(*varied));
  }
  if (kind_->currentIndex() == Draws) {
    plan.random = study::Random{.count = count_->value(),
                                .seed = plan_.random ? plan_.random->seed : 0,
                                .settings = std::move(settings)};
    if (!plan_.random) {
      plan.grid.clear();  // its lines are drawn now
    }
  } else {
    plan.random.reset();
    plan.grid = std::move(settings);
    // With what else would they be compared?
    if (plan.grid.empty() && !plan.cells.empty() &&
        std::ranges::find(plan.cells, study::Settings()) == plan.cells.end()) {
      plan.cells.insert(plan.cells.begin(), study::Settings());
    }
  }
  return plan;
}

void StudyEditor::vary(const QString& key) {
  const auto known = std::ranges::find_if(
      rows_, [&key](const Row& row) { return row.setting->currentData().toString() == key; });
  if (known != rows_.end()) {
    known->values->setFocus(Qt::OtherFocusReason);
    known->values->selectAll();
    return;
  }
  Row& row = addRow(key, {});
  placeRows();
  suggest(row);
  Q_EMIT changed();
}

void StudyEditor::setLocked(bool locked) {
  setEnabled(!locked);
}

void StudyEditor::restyle() {
  name_->setFixedWidth(theme_.px(210));
  seeds_->setFixedWidth(theme_.px(110));
  for (const Row& row : rows_) {
    row.remove->setIcon(theme_.icon(QStringLiteral("close"), theme_.tokens().muted));
    row.remove->setIconSize({theme_.px(12), theme_.px(12)});
  }
}

}  // namespace w2s::ui
