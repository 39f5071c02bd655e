#include "ui/widgets/speed_slider.h"

#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr double kFastest = 10000.0;
constexpr int kLastNumber =
    SpeedSlider::kMax - 4;  // a gap before max, so that it is not hit by accident

}  // namespace

double SpeedSlider::speedAt(int position) {
  if (position > kLastNumber) {
    return 0.0;
  }
  const double speed = std::pow(kFastest, static_cast<double>(std::max(position, 0)) / kLastNumber);
  const double digit = std::pow(10.0, std::max(0.0, std::floor(std::log10(speed)) - 1.0));
  return std::max(1.0, std::round(speed / digit) * digit);
}

int SpeedSlider::positionOf(double steps_per_second) {
  if (!(steps_per_second > 0.0)) {
    return kMax;
  }
  const double t = std::log(std::clamp(steps_per_second, 1.0, kFastest)) / std::log(kFastest);
  return static_cast<int>(std::lround(t * kLastNumber));
}

SpeedSlider::SpeedSlider(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("speed"));
  caption_ = new QLabel(tr("Speed"), this);
  caption_->setProperty("muted", true);
  slider_ = new QSlider(Qt::Horizontal, this);
  slider_->setObjectName(QStringLiteral("speed.slider"));
  slider_->setRange(0, kMax);
  slider_->setPageStep(12);
  slider_->setAccessibleName(tr("Speed in steps a second"));
  slider_->setToolTip(tr(
      "Pace of the run: 1 step a second on the left, as fast as possible on the right (M). Never "
      "changes the numbers."));
  text_ = new QLabel(this);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(8);
  row->addWidget(caption_);
  row->addWidget(slider_, 1);
  row->addWidget(text_);
  connect(slider_, &QSlider::valueChanged, this, [this](int position) {
    showPosition(position);
    Q_EMIT edited(speedAt(position));
  });
  connect(&theme_, &Theme::changed, this, &SpeedSlider::restyle);
  restyle();
  setSpeed(0.0);
}

void SpeedSlider::setSpeed(double steps_per_second) {
  const QSignalBlocker quiet(slider_);
  slider_->setValue(positionOf(steps_per_second));
  showPosition(slider_->value());
}

void SpeedSlider::showPosition(int position) {
  const double speed = speedAt(position);
  text_->setText(speed <= 0.0 ? tr("max") : tr("%1/s").arg(countText(std::llround(speed))));
  slider_->setAccessibleDescription(
      speed <= 0.0 ? tr("as fast as possible")
                   : tr("%1 steps a second").arg(countText(std::llround(speed))));
}

void SpeedSlider::restyle() {
  slider_->setMinimumWidth(theme_.px(60));
  slider_->setMaximumWidth(theme_.px(110));
  slider_->setMinimumHeight(theme_.px(22));
  text_->setFixedWidth(
      QFontMetrics(theme_.font(13)).horizontalAdvance(tr("%1/s").arg(countText(10000))));
}

}  // namespace w2s::ui
