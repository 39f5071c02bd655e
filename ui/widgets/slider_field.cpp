#include "ui/widgets/slider_field.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include "ui/theme/theme.h"
#include "ui/widgets/number_box.h"

namespace w2s::ui {
namespace {

QString text(std::string_view view) {
  return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString rangeText(const config::Field& field) {
  const auto end = [](double value) { return QString::number(value, 'g', 10); };
  if (std::isfinite(field.min) && std::isfinite(field.max)) {
    return QObject::tr("%1 to %2").arg(end(field.min), end(field.max));
  }
  return std::isfinite(field.min) ? QObject::tr("at least %1").arg(end(field.min)) : QString();
}

}  // namespace

QString tooltipOf(const config::Field& field) {
  QString tip = QStringLiteral("<b>%1</b><br>%2")
                    .arg(text(field.label).toHtmlEscaped(), text(field.help).toHtmlEscaped());
  if (!field.formula.empty()) {
    tip += QStringLiteral("<br><code>%1</code>").arg(text(field.formula).toHtmlEscaped());
  }
  QStringList facts;
  if (const QString range = rangeText(field); !range.isEmpty()) {
    facts += field.unit.empty() ? range : range + QLatin1Char(' ') + text(field.unit);
  }
  if (!field.source.empty()) {
    facts += text(field.source).toHtmlEscaped();
  }
  facts += field.live ? QObject::tr("changes a run in progress") : QObject::tr("for the next run");
  return QStringLiteral("<qt>%1<br><i>%2</i></qt>")
      .arg(tip, facts.join(QStringLiteral(" \u00b7 ")));
}

void PanelSlider::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

SliderField::SliderField(const Theme& theme, const QString& key, const config::Field& field,
                         Number number, QWidget* parent)
    : QWidget(parent), theme_(theme), field_(field), scale_(field, number == Number::Integer) {
  const QString name = QStringLiteral("field.") + key;
  setObjectName(name);
  const QString tip = tooltipOf(field);
  const QString label_text = text(field.label);

  auto* label = new QLabel(label_text, this);
  label->setToolTip(tip);
  live_mark_ = new QLabel(this);
  live_mark_->setVisible(field.live);
  live_mark_->setToolTip(tr("Live: takes effect at the next batch of a run in progress"));
  changed_mark_ = new QLabel(this);
  changed_mark_->setToolTip(tr("Differs from the preset"));
  reset_ = new QToolButton(this);
  reset_->setObjectName(name + QStringLiteral(".reset"));
  reset_->setProperty("flat", true);
  reset_->setAccessibleName(tr("Reset %1").arg(label_text));
  reset_->setToolTip(tr("Back to the preset's value"));
  slider_ = new PanelSlider(Qt::Horizontal, this);
  slider_->setObjectName(name + QStringLiteral(".slider"));
  slider_->setRange(0, SliderScale::kPositions);
  slider_->setSingleStep(10);
  slider_->setPageStep(100);
  slider_->setAccessibleName(label_text);
  slider_->setToolTip(tip);
  number_ = new NumberBox(field, number == Number::Integer, this);
  number_->setObjectName(name + QStringLiteral(".number"));
  number_->setAccessibleName(label_text);
  number_->setToolTip(tip);
  label->setBuddy(number_);

  auto* head = new QHBoxLayout;
  head->setSpacing(5);
  head->addWidget(label);
  head->addWidget(live_mark_);
  head->addWidget(changed_mark_);
  head->addStretch(1);
  head->addWidget(reset_);
  auto* body = new QHBoxLayout;
  body->setSpacing(10);
  body->addWidget(slider_, 1);
  body->addWidget(number_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(1);
  column->addLayout(head);
  column->addLayout(body);

  connect(slider_, &QSlider::valueChanged, this,
          [this](int position) { change(scale_.valueAt(position)); });
  connect(number_, &QDoubleSpinBox::valueChanged, this, &SliderField::change);
  connect(reset_, &QToolButton::clicked, this, [this] { change(preset_value_); });
  connect(&theme_, &Theme::changed, this, &SliderField::restyle);
  restyle();
  show(number_->value());
}

void SliderField::setValue(double value) {
  if (value != value_) {
    show(value);
  }
}

void SliderField::setPresetValue(double value) {
  preset_value_ = value;
  show(value_);
}

bool SliderField::isChanged() const {
  return std::abs(value_ - preset_value_) > 1e-12 * std::max(1.0, std::abs(preset_value_));
}

void SliderField::change(double value) {
  if (value == value_) {
    return;
  }
  show(value);
  Q_EMIT edited(value_);
}

// Brings slider, number and marks in line with the value, without a signal.
void SliderField::show(double value) {
  value_ = value;
  const QSignalBlocker quiet_slider(slider_);
  const QSignalBlocker quiet_number(number_);
  // A slider that already stands within its own rounding stays where the hand has put it.
  if (scale_.valueAt(slider_->value()) != value) {
    slider_->setValue(scale_.positionOf(value));
  }
  number_->setValue(value);
  changed_mark_->setVisible(isChanged());
  reset_->setVisible(isChanged());
}

void SliderField::restyle() {
  const Tokens& tokens = theme_.tokens();
  const QSize small(theme_.px(12), theme_.px(12));
  live_mark_->setPixmap(theme_.icon(QStringLiteral("bolt"), tokens.live).pixmap(small));
  changed_mark_->setPixmap(
      theme_.icon(QStringLiteral("dot"), tokens.accent).pixmap(theme_.px(8), theme_.px(8)));
  reset_->setIcon(theme_.icon(QStringLiteral("reset"), tokens.muted));
  reset_->setIconSize(small);
  number_->setFixedWidth(theme_.px(76));
  slider_->setMinimumHeight(theme_.px(22));
}

}  // namespace w2s::ui
