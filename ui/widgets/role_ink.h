// How the models look: colour, title and the marks of right and wrong, the same on every page.
#pragma once

#include <QPainter>
#include <QRectF>
#include <QString>

#include "ui/bridge/example_set.h"
#include "ui/charts/chart_data.h"

namespace w2s::ui {

struct Tokens;

[[nodiscard]] charts::Ink inkOf(Answerer model);
// "Weak", "Student", "Ceiling"
[[nodiscard]] QString titleOf(Answerer model);
// One letter that stands beside the colour.
[[nodiscard]] QString letterOf(Answerer model);
// A tick or a cross inside `box`: the cue beside the colour, drawn so that no font has to have it.
void paintMark(QPainter& painter, const QRectF& box, bool is_right, const Tokens& tokens);

}  // namespace w2s::ui
