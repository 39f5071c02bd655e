#include "ui/widgets/example_filter_bar.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/models/examples_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/format.h"
#include "ui/widgets/number_entry.h"
#include "ui/widgets/role_ink.h"

namespace w2s::ui {
namespace {

QString titleOf(Category category) {
  switch (category) {
    case Category::All:
      return ExampleFilterBar::tr("All");
    case Category::Fixed:
      return ExampleFilterBar::tr("Student fixed the error");
    case Category::Copied:
      return ExampleFilterBar::tr("Copied it");
    case Category::WrongAnotherWay:
      return ExampleFilterBar::tr("Wrong in another way");
    case Category::Broke:
      return ExampleFilterBar::tr("Broke a right label");
    case Category::CeilingDisagrees:
      return ExampleFilterBar::tr("Ceiling disagrees");
  }
  return {};
}

QString shareText(std::int64_t part, std::int64_t whole) {
  return whole > 0 ? percentText(static_cast<double>(part) / static_cast<double>(whole))
                   : QStringLiteral("\u2013");
}

// A caption and its field, which stay together when the row breaks.
QWidget* captioned(const QString& caption, std::initializer_list<QWidget*> fields,
                   QWidget* parent) {
  auto* pair = new QWidget(parent);
  auto* row = new QHBoxLayout(pair);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  auto* label = new QLabel(caption, pair);
  label->setProperty("muted", true);
  label->setBuddy(*fields.begin());
  row->addWidget(label);
  for (QWidget* field : fields) {
    row->addWidget(field);
  }
  return pair;
}

}  // namespace

ExampleFilterBar::ExampleFilterBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("examples.filters"));
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(8);
  makeChips();
  makeFields();
  connect(&theme_, &Theme::changed, this, &ExampleFilterBar::restyle);
  restyle();
  setExamples(nullptr, {});
}

void ExampleFilterBar::makeChips() {
  auto* row = new FlowLayout;
  row->setSpacing(6);
  group_ = new QButtonGroup(this);
  for (const Category category : kCategories) {
    const int id = static_cast<int>(category);
    auto* chip = new QPushButton(this);
    chip->setObjectName(QStringLiteral("examples.chip.%1").arg(id));
    chip->setProperty("chip", true);
    chip->setCheckable(true);
    chip->setChecked(category == filter_.category);
    group_->addButton(chip, id);
    chips_[static_cast<std::size_t>(id)] = chip;
    row->addWidget(chip);
  }
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
  connect(group_, &QButtonGroup::idClicked, this, [this](int id) {
    ExampleFilter next = filter_;
    next.category = static_cast<Category>(id);
    change(next);
  });
}

void ExampleFilterBar::makeFields() {
  auto* row = new FlowLayout;
  row->setSpacing(10);
  classes_ = new QComboBox(this);
  classes_->setProperty("compact", true);
  classes_->setObjectName(QStringLiteral("examples.class"));
  classes_->setAccessibleName(tr("True class"));
  classes_->setToolTip(tr("Only examples of this true class"));
  classes_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  row->addWidget(captioned(tr("Class"), {classes_}, this));
  connect(classes_, &QComboBox::currentIndexChanged, this, [this](int index) {
    ExampleFilter next = filter_;
    next.label = index > 0 ? std::optional(index - 1) : std::nullopt;
    next.cell.reset();  // a cell has a true class of its own
    change(next);
  });

  const auto percentBox = [this](const char* name, const QString& title, int value) {
    auto* box = new WholeBox(this);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(title);
    box->setToolTip(tr("%1. The student's probability of the class it predicts; the weak "
                       "supervisor's before there is a student.")
                        .arg(title));
    box->setRange(0, 100);
    box->setSingleStep(5);
    box->setSuffix(tr(" %"));
    box->setValue(value);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(false);
    connect(box, &QSpinBox::valueChanged, this, [this] {
      ExampleFilter next = filter_;
      next.least_confidence = least_->value() / 100.0;
      next.most_confidence = most_->value() / 100.0;
      change(next);
    });
    return box;
  };
  least_ = percentBox("examples.least", tr("Lowest confidence"), 0);
  most_ = percentBox("examples.most", tr("Highest confidence"), 100);
  auto* to = new QLabel(tr("to"), this);
  to->setProperty("muted", true);
  row->addWidget(captioned(tr("Confidence"), {least_, to, most_}, this));

  order_ = new QComboBox(this);
  order_->setProperty("compact", true);
  order_->setObjectName(QStringLiteral("examples.order"));
  order_->setAccessibleName(tr("Order"));
  order_->setToolTip(tr("Order of the examples"));
  order_->addItems({tr("as in the file"), tr("surest first"), tr("least sure first"),
                    tr("sharpest disagreement first")});
  row->addWidget(captioned(tr("Order"), {order_}, this));
  connect(order_, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT orderChanged(order()); });

  cell_ = new QPushButton(this);
  cell_->setObjectName(QStringLiteral("examples.cell"));
  cell_->setProperty("chip", true);
  cell_->setCheckable(true);
  cell_->setAccessibleName(tr("Cell of the confusion matrix"));
  cell_->setToolTip(tr("The cell of the confusion matrix that is shown; press to show all again"));
  cell_->hide();
  row->addWidget(cell_);
  connect(cell_, &QPushButton::clicked, this, [this] {
    if (filter_.cell) {
      toggleCell(*filter_.cell);
    }
  });
  rows_ = new QPushButton(this);
  rows_->setObjectName(QStringLiteral("examples.rows"));
  rows_->setProperty("chip", true);
  rows_->setCheckable(true);
  rows_->setToolTip(tr("The examples that a comparison of two runs has chosen; press to show all"));
  rows_->setAccessibleName(rows_->toolTip());  // until there are some
  rows_->hide();
  row->addWidget(rows_);
  connect(rows_, &QPushButton::clicked, this, [this] { chooseRows(nullptr); });
  shown_ = new QLabel(this);
  shown_->setObjectName(QStringLiteral("examples.shown"));
  shown_->setProperty("muted", true);
  row->addWidget(shown_);
  static_cast<QVBoxLayout*>(layout())->addLayout(row);
}

void ExampleFilterBar::setExamples(const ExampleSet* set, const CategoryCounts& counts) {
  QStringList names;
  if (set != nullptr) {
    for (const std::string& name : set->class_names) {
      names += QString::fromStdString(name);
    }
  }
  if (names != class_names_ || classes_->count() == 0) {
    class_names_ = names;
    const QSignalBlocker quiet(classes_);
    classes_->clear();
    classes_->addItem(tr("all"));
    classes_->addItems(names);
    if (filter_.label || filter_.cell) {
      ExampleFilter next = filter_;
      next.label.reset();
      next.cell.reset();
      change(next);
    }
  }
  total_ = set != nullptr ? set->size() : 0;
  const bool has_student = set != nullptr && set->knows(Answerer::Student);
  const bool has_weak = set != nullptr && set->knows(Answerer::Weak);
  const bool has_ceiling = set != nullptr && set->knows(Answerer::Ceiling);
  for (const Category category : kCategories) {
    QPushButton* chip = chips_[static_cast<std::size_t>(category)];
    const bool known = category == Category::All                ? set != nullptr
                       : category == Category::CeilingDisagrees ? has_student && has_ceiling
                                                                : has_student && has_weak;
    chip->setText(known
                      ? QStringLiteral("%1  %2").arg(titleOf(category), countText(counts[category]))
                      : titleOf(category));
    chip->setEnabled(known);
    chip->setAccessibleName(chip->text());
  }
  showTips(counts, has_student && has_weak, set != nullptr ? set->split : ExampleSplit::Test);
  setEnabled(set != nullptr);
  showCell();
}

// What a chip's number is, of test rows in the words and numbers of the agreement chart.
void ExampleFilterBar::showTips(const CategoryCounts& counts, bool known, ExampleSplit split) {
  const bool has_chart = split == ExampleSplit::Test;
  const auto tip = [&](Category category, const QString& what, std::int64_t whole,
                       const QString& of_which, const QString& chart) {
    QString text = what;
    if (known && whole > 0) {
      const QStringList numbers{countText(counts[category]), countText(whole), of_which,
                                shareText(counts[category], whole)};
      text += chart.isEmpty() || !has_chart
                  ? tr("\n%1 of %2 %3: %4 %.").arg(numbers[0], numbers[1], numbers[2], numbers[3])
                  : tr("\n%1 of %2 %3: %4 %, the chart's %5.")
                        .arg(numbers[0], numbers[1], numbers[2], numbers[3], chart);
    }
    chips_[static_cast<std::size_t>(category)]->setToolTip(text);
  };
  chips_[0]->setToolTip(has_chart ? tr("All test examples") : tr("All transfer examples"));
  const QString wrong = tr("examples that the weak supervisor gets wrong");
  tip(Category::Fixed, tr("The weak supervisor is wrong, the student is right."), counts.weak_wrong,
      wrong, tr("correction"));
  tip(Category::Copied, tr("The weak supervisor is wrong, the student says the same."),
      counts.weak_wrong, wrong, tr("agreement where the weak supervisor is wrong"));
  tip(Category::WrongAnotherWay,
      tr("Weak supervisor and student are both wrong, with different classes."), counts.weak_wrong,
      wrong, {});
  tip(Category::Broke, tr("The weak supervisor is right, the student is wrong."), counts.weak_right,
      tr("examples that the weak supervisor gets right"), tr("harm"));
  chips_[static_cast<std::size_t>(Category::CeilingDisagrees)]->setToolTip(
      tr("Student and ceiling give different classes."));
}

void ExampleFilterBar::setShown(int shown) {
  shown_->setText(total_ == 0 ? QString()
                              : tr("%1 of %2 shown").arg(countText(shown), countText(total_)));
}

void ExampleFilterBar::toggleCell(const ConfusionCell& cell) {
  ExampleFilter next = filter_;
  next.cell = filter_.cell == cell ? std::nullopt : std::optional(cell);
  if (next.cell) {
    next.label.reset();
  }
  change(next);
}

void ExampleFilterBar::clear() {
  least_->setValue(0);
  most_->setValue(100);
  change({});
}

ExampleOrder ExampleFilterBar::order() const {
  return static_cast<ExampleOrder>(order_->currentIndex());
}

void ExampleFilterBar::change(const ExampleFilter& filter) {
  if (filter == filter_) {
    return;
  }
  filter_ = filter;
  chips_[static_cast<std::size_t>(filter_.category)]->setChecked(true);
  const QSignalBlocker quiet(classes_);
  classes_->setCurrentIndex(filter_.label ? *filter_.label + 1 : 0);
  showCell();
  showRows();
  Q_EMIT filterChanged(filter_);
}

void ExampleFilterBar::chooseRows(std::shared_ptr<const ChosenRows> rows) {
  ExampleFilter next = filter_;
  next.rows = std::move(rows);
  change(next);
}

void ExampleFilterBar::showRows() {
  rows_->setVisible(filter_.rows != nullptr);
  rows_->setChecked(filter_.rows != nullptr);
  if (filter_.rows != nullptr) {
    rows_->setText(QString::fromStdString(filter_.rows->title) + QStringLiteral("  \u00d7"));
    rows_->setAccessibleName(rows_->text());
  }
}

void ExampleFilterBar::showCell() {
  cell_->setVisible(filter_.cell.has_value());
  if (filter_.cell) {
    cell_->setChecked(true);
    cell_->setText(tr("%1: %2 \u2192 %3  \u00d7")
                       .arg(titleOf(filter_.cell->model), class_names_.value(filter_.cell->truth),
                            class_names_.value(filter_.cell->predicted)));
    cell_->setAccessibleName(tr("Cell of the confusion matrix: %1").arg(cell_->text()));
  }
}

void ExampleFilterBar::restyle() {
  for (QSpinBox* box : {least_, most_}) {
    box->setFixedWidth(theme_.px(62));
  }
}

}  // namespace w2s::ui
