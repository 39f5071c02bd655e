// Maps a slider's integer positions to a setting's values and back.
//
//   linear:       value = low + (high - low) t           t = position / kPositions
//   logarithmic:  value = low (high / low)^t             low > 0
//
// Values are rounded to what the field shows: `decimals` digits on a linear scale, two significant
// digits on a logarithmic one, whole numbers for integers. positionOf(valueAt(p)) is p up to that
// rounding.
#pragma once

#include "core/config/field.h"

namespace w2s::ui {

class SliderScale {
 public:
  static constexpr int kPositions = 1000;

  // The slider's part of the field's range; a logarithmic scale that would begin at 0 begins at
  // 1/1000 of its end.
  SliderScale(const config::Field& field, bool integer);

  [[nodiscard]] double valueAt(int position) const;
  // The nearest position; values outside are at the ends.
  [[nodiscard]] int positionOf(double value) const;
  [[nodiscard]] double low() const {
    return low_;
  }
  [[nodiscard]] double high() const {
    return high_;
  }

 private:
  [[nodiscard]] double rounded(double value) const;

  double low_;
  double high_;
  bool logarithmic_;
  bool integer_;
  int decimals_;
};

}  // namespace w2s::ui
