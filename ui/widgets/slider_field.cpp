#include "ui/widgets/slider_field.h"

#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QWheelEvent>

#include "ui/theme/theme.h"
#include "ui/widgets/number_box.h"
#include "ui/widgets/plain_text.h"

namespace w2s::ui {

void PanelSlider::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

SliderField::SliderField(const Theme& theme, const QString& key, const config::Field& field,
                         Number number, Parts parts, QWidget* parent)
    : QWidget(parent), theme_(theme), scale_(field, number == Number::Integer) {
  const QString name = QStringLiteral("field.") + key;
  setObjectName(name + QStringLiteral(".editor"));
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  if (parts == Parts::SliderAndBox) {
    slider_ = new PanelSlider(Qt::Horizontal, this);
    slider_->setObjectName(name + QStringLiteral(".slider"));
    slider_->setRange(0, SliderScale::kPositions);
    slider_->setSingleStep(10);
    slider_->setPageStep(100);
    slider_->installEventFilter(this);
    row->addWidget(slider_, 1);
    connect(slider_, &QSlider::valueChanged, this,
            [this](int position) { change(scale_.valueAt(position)); });
    connect(slider_, &QSlider::sliderReleased, this, &SliderField::gestureEnded);
  }
  number_ = new NumberBox(field, number == Number::Integer, this);
  number_->setObjectName(name + QStringLiteral(".number"));
  row->addWidget(number_);
  setFocusProxy(slider_ != nullptr ? static_cast<QWidget*>(slider_) : number_);

  connect(number_, &QDoubleSpinBox::valueChanged, this, &SliderField::change);
  connect(number_, &QDoubleSpinBox::editingFinished, this, &SliderField::gestureEnded);
  connect(&theme_, &Theme::changed, this, &SliderField::restyle);
  restyle();
  show(number_->value());
}

void SliderField::setValue(double value) {
  if (value != value_ || number_->value() != value) {
    show(value);
  }
}

void SliderField::describe(const QString& name, const QString& description,
                           const QString& tooltip) {
  for (QWidget* part : {static_cast<QWidget*>(slider_), static_cast<QWidget*>(number_)}) {
    if (part != nullptr) {
      part->setAccessibleName(name);
      part->setAccessibleDescription(description);
      setRichToolTip(*part, tooltip);
    }
  }
}

bool SliderField::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::FocusOut) {
    Q_EMIT gestureEnded();  // of the arrow keys
  }
  return QWidget::eventFilter(object, event);
}

void SliderField::change(double value) {
  if (value == value_) {
    return;
  }
  show(value);
  Q_EMIT edited(value_);
}

// Brings slider and number in line with the value, without a signal.
void SliderField::show(double value) {
  value_ = value;
  const QSignalBlocker quiet_number(number_);
  if (slider_ != nullptr) {
    const QSignalBlocker quiet_slider(slider_);
    // A slider that already stands within its own rounding stays where the hand has put it.
    if (scale_.valueAt(slider_->value()) != value) {
      slider_->setValue(scale_.positionOf(value));
    }
  }
  number_->setValue(value);
}

void SliderField::restyle() {
  layout()->setSpacing(theme_.px(10));
  number_->setFixedWidth(theme_.px(84));
  if (slider_ != nullptr) {
    slider_->setMinimumHeight(theme_.px(22));
    slider_->setMinimumWidth(theme_.px(60));
  }
}

}  // namespace w2s::ui
