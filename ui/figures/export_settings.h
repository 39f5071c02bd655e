// The settings of the last figure, and apart from them those of the last report.
#pragma once

#include <QSettings>
#include <QString>

#include "ui/figures/figure.h"

namespace w2s::ui {

// `group`: of the file of settings, "export".
void saveRequest(QSettings& settings, const QString& group, const figures::FigureRequest& request);
// Whatever is missing or makes no sense is as it is at first.
[[nodiscard]] figures::FigureRequest restoreRequest(const QSettings& settings, const QString& group,
                                                    const figures::FigureRequest& usual = {});

}  // namespace w2s::ui
