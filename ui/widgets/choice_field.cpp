#include "ui/widgets/choice_field.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/widgets/slider_field.h"

namespace w2s::ui {
namespace {

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

}  // namespace

ChoiceField::ChoiceField(const QString& key, const config::Field& field,
                         std::span<const config::Option> options, QWidget* parent)
    : QWidget(parent) {
  const QString name = QStringLiteral("field.") + key;
  setObjectName(name);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(4);
  auto* label = new QLabel(text(field.label), this);
  label->setToolTip(tooltipOf(field));
  column->addWidget(label);
  if (options.size() == 2) {
    buttons_ = new QButtonGroup(this);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    for (int i = 0; i < 2; ++i) {
      const config::Option& option = options[static_cast<std::size_t>(i)];
      auto* button = new QToolButton(this);
      button->setObjectName(name + QStringLiteral(".%1").arg(i));
      button->setText(text(option.label));
      button->setCheckable(true);
      button->setProperty("segment", i == 0 ? QStringLiteral("first") : QStringLiteral("last"));
      button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
      button->setToolTip(text(option.help));
      button->setAccessibleName(
          QStringLiteral("%1: %2").arg(text(field.label), text(option.label)));
      buttons_->addButton(button, i);
      row->addWidget(button, 1);
    }
    column->addLayout(row);
    connect(buttons_, &QButtonGroup::idClicked, this, &ChoiceField::change);
  } else {
    list_ = new QComboBox(this);
    list_->setObjectName(name + QStringLiteral(".list"));
    list_->setAccessibleName(text(field.label));
    list_->setToolTip(tooltipOf(field));
    list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list_->setMinimumContentsLength(12);
    for (const config::Option& option : options) {
      list_->addItem(text(option.label));
      list_->setItemData(list_->count() - 1, text(option.help), Qt::ToolTipRole);
    }
    label->setBuddy(list_);
    column->addWidget(list_);
    connect(list_, &QComboBox::currentIndexChanged, this, &ChoiceField::change);
  }
}

void ChoiceField::setCurrent(int index) {
  current_ = index;
  if (buttons_ != nullptr && buttons_->button(index) != nullptr) {
    buttons_->button(index)->setChecked(true);
  }
  if (list_ != nullptr) {
    const QSignalBlocker quiet(list_);
    list_->setCurrentIndex(index);
  }
}

void ChoiceField::change(int index) {
  if (index != current_) {
    current_ = index;
    Q_EMIT edited(index);
  }
}

}  // namespace w2s::ui
