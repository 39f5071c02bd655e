// The words and numbers of a plot, as Qt's strings.
#pragma once

#include <string>

#include <QString>
#include <QStringList>

#include "ui/charts/chart_data.h"
#include "ui/charts/reading.h"

namespace w2s::ui {

// As draw::numberText() writes it.
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] QString valueText(const charts::Curve& curve, double y,
                                const charts::ChartData& data);

// "0.798 [0.790, 0.806]": with its band, where it has one.
[[nodiscard]] QString valueText(const charts::CurveReading& reading, const charts::ChartData& data);
// What the bands of the chart are, but for what `said` says already.
[[nodiscard]] QStringList bandTexts(const charts::ChartData& data, const std::string& said);

// The chart in one or two sentences, for a screen reader: the spoken one, else the curves' last
// values with the references; those of other runs; what its bands are; why it means nothing; its
// marks on curves.
[[nodiscard]] QString sentenceOf(const charts::ChartData& data);

}  // namespace w2s::ui
