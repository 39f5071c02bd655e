// The words and numbers of a plot, as Qt's strings.
#pragma once

#include <QString>

#include "ui/charts/chart_data.h"

namespace w2s::ui {

// As draw::numberText() writes it.
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] QString valueText(const charts::Curve& curve, double y,
                                const charts::ChartData& data);

// The chart in one or two sentences, for a screen reader: the spoken one, else the curves' last
// values with the references; those of other runs; why it means nothing; its marks on curves.
[[nodiscard]] QString sentenceOf(const charts::ChartData& data);

}  // namespace w2s::ui
