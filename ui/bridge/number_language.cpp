#include "ui/bridge/number_language.h"

#include <QLocale>

#include "ui/bridge/translated.h"

namespace w2s::ui {

std::string localNumber(std::string c_format) {
  std::ranges::replace(c_format, '.', windowLocale().decimalPoint().front().toLatin1());
  return c_format;
}

std::string groupedNumber(std::int64_t number) {
  return windowLocale().toString(static_cast<qlonglong>(number)).toStdString();
}

}  // namespace w2s::ui
