// One numeric setting: label, live mark, changed mark with reset, slider and number box, all from
// its description.
#pragma once

#include <QSlider>
#include <QWidget>

#include "core/config/field.h"
#include "ui/widgets/slider_scale.h"

class QLabel;
class QToolButton;

namespace w2s::ui {

class NumberBox;
class Theme;

class SliderField : public QWidget {
  Q_OBJECT

 public:
  enum class Number { Real, Integer };

  // `key` is the dotted key ("objective.kd_weight.base"): objectName "field.<key>", with ".slider",
  // ".number" and
  // ".reset" for the parts.
  SliderField(const Theme& theme, const QString& key, const config::Field& field, Number number,
              QWidget* parent = nullptr);

  [[nodiscard]] double value() const {
    return value_;
  }
  // Shows a value without a signal.
  void setValue(double value);
  // What "changed" and "reset" refer to.
  void setPresetValue(double value);
  [[nodiscard]] bool isChanged() const;

 Q_SIGNALS:
  // The user chose another value.
  void edited(double value);

 private:
  void change(double value);
  void show(double value);
  void restyle();

  const Theme& theme_;
  config::Field field_;
  SliderScale scale_;
  double value_ = 0.0;
  double preset_value_ = 0.0;
  QLabel* live_mark_ = nullptr;
  QLabel* changed_mark_ = nullptr;
  QToolButton* reset_ = nullptr;
  QSlider* slider_ = nullptr;
  NumberBox* number_ = nullptr;
};

// Explains a setting: label, help, formula, range and source.
[[nodiscard]] QString tooltipOf(const config::Field& field);

// A slider that leaves the wheel to the panel it stands in.
class PanelSlider : public QSlider {
  Q_OBJECT

 public:
  using QSlider::QSlider;

 protected:
  void wheelEvent(QWheelEvent* event) override;
};

}  // namespace w2s::ui
