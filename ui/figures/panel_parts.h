// The parts of a panel, in the order in which layOutPanel makes them.
#pragma once

#include <string>
#include <vector>

#include "ui/charts/mark_legend.h"
#include "ui/figures/panel_sketch.h"

namespace w2s::ui::figures {

// panel_labels: what stands in end labels or the legend; whether there is anything to draw.
void makeEntries(PanelSketch& sketch);
// "weak 0.668"
[[nodiscard]] std::string textOf(const PanelSketch& sketch, const charts::ReferenceLine& reference);
// panel_frame: the plot is what axes, titles and labels leave.
void placePlot(PanelSketch& sketch);
void drawTitle(PanelSketch& sketch);
void drawAxes(PanelSketch& sketch);
// panel_curves
void drawReferences(PanelSketch& sketch);
void drawBars(PanelSketch& sketch);
void drawCurves(PanelSketch& sketch);
// panel_markers: what happened at a step.
void drawMarkers(PanelSketch& sketch);
// panel_mark_legend: what they mean, under the axis' title; the rows it takes.
void drawMarkLegend(PanelSketch& sketch);
[[nodiscard]] charts::MarkRows markLegendRows(const PanelSketch& sketch, double width);
[[nodiscard]] double markLegendHeight(const PanelSketch& sketch, double width);
[[nodiscard]] Color markerColor(const PanelSketch& sketch, charts::Marker::Kind kind);
// panel_labels: at the curves' ends.
void drawEndLabels(PanelSketch& sketch);
// panel_legend: inside or under the plot; under it in so many rows of entries.
void drawLegend(PanelSketch& sketch);
[[nodiscard]] std::vector<std::vector<std::size_t>> legendRows(const PanelSketch& sketch,
                                                               double width);
// panel_message: why nothing, or nothing meaningful, is drawn.
void drawMessage(PanelSketch& sketch);

}  // namespace w2s::ui::figures
