#include "ui/draw/number_text.h"

#include <cmath>

#include <QLocale>

#include "core/base/rounding.h"
#include "ui/bridge/translated.h"

namespace w2s::ui::draw {

std::string numberText(double value, int decimals) {
  if (!std::isfinite(value)) {
    return "\u2013";
  }
  const QLocale& locale = windowLocale();
  constexpr double kHuge = 1e9;  // as of a loss that explodes: its digits would fill the chart
  QString text = decimals < 0 || std::abs(value) >= kHuge
                     ? locale.toString(value, 'g', 3).toLower()
                     : locale.toString(roundedAsRead(value, decimals), 'f', decimals);
  return text.replace(QLatin1Char('-'), QChar(0x2212)).toStdString();
}

}  // namespace w2s::ui::draw
