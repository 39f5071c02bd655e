// A number on its way to its newest value, so that the eye can follow a bar: it arrives within
// kGlide, and at once where motion is reduced, where nothing was shown before, and where the way is
// too short to be seen.
#pragma once

#include <chrono>
#include <optional>

#include <QObject>
#include <QVariantAnimation>

namespace w2s::ui {

class Theme;

class Glide : public QObject {
  Q_OBJECT

 public:
  static constexpr std::chrono::milliseconds kGlide{140};
  static constexpr double kShortest = 0.004;  // of the gap: a pixel or two of its bar

  explicit Glide(const Theme& theme, QObject* parent = nullptr);

  // Empty: there is no value.
  void setTarget(std::optional<double> target);
  [[nodiscard]] std::optional<double> value() const {
    return value_;
  }
  [[nodiscard]] bool isMoving() const {
    return animation_.state() == QAbstractAnimation::Running;
  }

 Q_SIGNALS:
  void moved();

 private:
  void arrive();

  const Theme& theme_;
  std::optional<double> target_;
  std::optional<double> value_;
  QVariantAnimation animation_;
};

}  // namespace w2s::ui
