#include "ui/widgets/glide.h"

#include <cmath>

#include <QEasingCurve>

#include "ui/theme/theme.h"

namespace w2s::ui {

Glide::Glide(const Theme& theme, QObject* parent) : QObject(parent), theme_(theme) {
  animation_.setDuration(static_cast<int>(kGlide.count()));
  animation_.setEasingCurve(QEasingCurve::OutCubic);
  connect(&animation_, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
    value_ = value.toDouble();
    Q_EMIT moved();
  });
  // The setting may come in the middle of the way.
  connect(&theme_, &Theme::changed, this, [this] {
    if (theme_.reducedMotion() && isMoving()) {
      arrive();
    }
  });
}

void Glide::setTarget(std::optional<double> target) {
  if (target == target_) {
    return;
  }
  target_ = target;
  if (!target_ || !value_ || theme_.reducedMotion() || std::abs(*target_ - *value_) < kShortest) {
    arrive();
    return;
  }
  animation_.stop();
  animation_.setStartValue(*value_);
  animation_.setEndValue(*target_);
  animation_.start();
}

void Glide::arrive() {
  animation_.stop();
  value_ = target_;
  Q_EMIT moved();
}

}  // namespace w2s::ui
