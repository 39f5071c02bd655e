#include "ui/widgets/choice_field.h"

#include <algorithm>

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>
#include <QWheelEvent>

#include "ui/theme/theme.h"
#include "ui/widgets/elided_combo.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {
namespace {

// The wheel scrolls the panel; a choice changes only on purpose.
class PanelList final : public ElidedCombo {
 public:
  using ElidedCombo::ElidedCombo;

 protected:
  void wheelEvent(QWheelEvent* event) override {
    event->ignore();
  }
};

// At normal size, so that the answer does not depend on the font scale: the panel grows with it.
bool fitSideBySide(const Theme& theme, const std::vector<ChoiceField::Option>& options) {
  if (options.size() > 3) {
    return false;
  }
  const QFontMetrics bold(theme.font(13, QFont::DemiBold));
  int widest = 0;
  for (const ChoiceField::Option& option : options) {
    widest = std::max(widest, bold.horizontalAdvance(option.label) + theme.px(26));
  }
  return widest * static_cast<int>(options.size()) <= theme.px(270);
}

}  // namespace

ChoiceField::ChoiceField(const Theme& theme, const QString& key, const std::vector<Option>& options,
                         QWidget* parent)
    : QWidget(parent), options_(options) {
  const QString name = QStringLiteral("field.") + key;
  setObjectName(name + QStringLiteral(".editor"));
  if (fitSideBySide(theme, options)) {
    makeButtons(name);
  } else {
    makeList(name);
  }
}

void ChoiceField::makeButtons(const QString& name) {
  buttons_ = new QButtonGroup(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  const int count = static_cast<int>(options_.size());
  for (int i = 0; i < count; ++i) {
    auto* button = new QToolButton(this);
    button->setObjectName(name + QStringLiteral(".%1").arg(i));
    button->setText(options_[static_cast<std::size_t>(i)].label);
    button->setCheckable(true);
    button->setProperty("segment", i == 0           ? QStringLiteral("first")
                                   : i == count - 1 ? QStringLiteral("last")
                                                    : QStringLiteral("middle"));
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::StrongFocus);
    buttons_->addButton(button, i);
    row->addWidget(button, 1);
  }
  connect(buttons_, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
    if (checked) {
      change(index);
    }
  });
}

void ChoiceField::makeList(const QString& name) {
  list_ = new PanelList(this);
  list_->setObjectName(name + QStringLiteral(".list"));
  list_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  list_->setMinimumContentsLength(12);
  for (const Option& option : options_) {
    list_->addItem(option.label);
    list_->setItemData(list_->count() - 1, option.help, Qt::ToolTipRole);
  }
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(list_);
  setFocusProxy(list_);
  connect(list_, &QComboBox::currentIndexChanged, this, &ChoiceField::change);
}

void ChoiceField::setCurrent(int index) {
  current_ = index;
  if (buttons_ != nullptr && buttons_->button(index) != nullptr) {
    const QSignalBlocker quiet(buttons_);
    buttons_->button(index)->setChecked(true);
    setFocusProxy(buttons_->button(index));
  }
  if (list_ != nullptr) {
    const QSignalBlocker quiet(list_);
    list_->setCurrentIndex(index);
  }
}

void ChoiceField::describe(const QString& name, const QString& description,
                           const QString& tooltip) {
  if (list_ != nullptr) {
    list_->setAccessibleName(name);
    list_->setAccessibleDescription(description);
    setRichToolTip(*list_, tooltip);
  }
  for (int i = 0; buttons_ != nullptr && i < static_cast<int>(options_.size()); ++i) {
    const Option& option = options_[static_cast<std::size_t>(i)];
    QAbstractButton* button = buttons_->button(i);
    button->setAccessibleName(QStringLiteral("%1: %2").arg(name, option.label));
    button->setAccessibleDescription(description);
    if (option.help.isEmpty()) {
      setRichToolTip(*button, tooltip);
    } else {
      button->setToolTip(option.help);
    }
  }
}

void ChoiceField::change(int index) {
  if (index != current_) {
    setCurrent(index);
    Q_EMIT edited(index);
  }
}

}  // namespace w2s::ui
