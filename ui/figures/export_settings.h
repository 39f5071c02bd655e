// The figure settings of the last time.
#pragma once

#include <QSettings>
#include <QString>

#include "ui/figures/figure.h"

namespace w2s::ui {

void saveRequest(QSettings& settings, const figures::FigureRequest& request);
// Whatever is missing or makes no sense is as it is at first.
[[nodiscard]] figures::FigureRequest restoreRequest(const QSettings& settings);

}  // namespace w2s::ui
