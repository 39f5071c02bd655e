// One number: a slider for the usual range and a box beside it for any allowed value.
#pragma once

#include <QSlider>
#include <QWidget>

#include "core/config/field.h"
#include "ui/widgets/slider_scale.h"

namespace w2s::ui {

class NumberBox;
class Theme;

class SliderField : public QWidget {
  Q_OBJECT

 public:
  enum class Number { Real, Integer };
  enum class Parts { SliderAndBox, BoxAlone };

  // `key` is the dotted key ("objective.kd_weight.base"): objectName "field.<key>.editor", with
  // "field.<key>.slider" and "field.<key>.number" for the parts. Of `field` range, scale and
  // decimals are read.
  SliderField(const Theme& theme, const QString& key, const config::Field& field, Number number,
              Parts parts = Parts::SliderAndBox, QWidget* parent = nullptr);

  [[nodiscard]] double value() const {
    return value_;
  }
  // Shows a value without a signal.
  void setValue(double value);
  // For both parts: what they are called and what they are about.
  void describe(const QString& name, const QString& description, const QString& tooltip);

 Q_SIGNALS:
  // The user chose another value; a typed one may lie outside the range.
  void edited(double value);
  // The hand has let go: what follows is another edit.
  void gestureEnded();

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void change(double value);
  void show(double value);
  void restyle();

  const Theme& theme_;
  SliderScale scale_;
  double value_ = 0.0;
  QSlider* slider_ = nullptr;  // null: the box alone
  NumberBox* number_ = nullptr;
};

// A slider that leaves the wheel to the panel it stands in.
class PanelSlider : public QSlider {
  Q_OBJECT

 public:
  using QSlider::QSlider;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}  // namespace w2s::ui
