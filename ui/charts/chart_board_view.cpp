// What the charts of a board share: crosshair and zoom.
#include <algorithm>
#include <cmath>

#include "core/base/rounding.h"
#include "ui/charts/chart_board.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/course.h"
#include "ui/charts/plot_widget.h"
#include "ui/widgets/format.h"

namespace w2s::ui {

void ChartBoard::moveCrosshair(PlotWidget& plot, std::optional<double> x) {
  if (!plot.isOverCourse()) {
    plot.setCrosshair(x);
    if (!x && pinned_ && followed_ != nullptr) {
      reportCrosshair(*followed_);  // back to what is pinned
    } else {
      Q_EMIT crosshairMoved(crosshairStep().value_or(std::nan("")), plot.crosshairHtml());
    }
    return;
  }
  followed_ = &plot;
  if (state_.linked) {
    setCrosshair(x);
  } else {
    crosshair_x_ = x;
    plot.setCrosshair(x, pinned_);
  }
  reportCrosshair(plot);
}

void ChartBoard::pin(PlotWidget& plot, std::optional<double> x) {
  if (plot.isOverCourse()) {
    if (pinned_ && !state_.linked && followed_ != &plot) {
      releaseCrosshair();  // one chart's at a time
    }
    pinned_ = x.has_value();
  }
  moveCrosshair(plot, x);
}

void ChartBoard::togglePin(PlotWidget& plot, double x) {
  if (!plot.isOverCourse()) {
    return;  // one moment: there is no step to keep
  }
  if (pinned_) {
    releaseCrosshair();
    moveCrosshair(plot, x);  // with the pointer again
  } else {
    pin(plot, x);
  }
}

void ChartBoard::releaseCrosshair() {
  pinned_ = false;
  const bool had_crosshair = crosshair_x_.has_value();
  setCrosshair(std::nullopt);
  if (had_crosshair) {
    Q_EMIT crosshairMoved(std::nan(""), QString());
  }
}

void ChartBoard::setCrosshair(std::optional<double> x) {
  crosshair_x_ = x;
  for (ChartCard* card : cards_) {
    if (card->plot().isOverCourse()) {
      card->plot().setCrosshair(x, pinned_);
    } else {
      card->plot().refresh();  // shows the evaluation at the crosshair
    }
  }
}

// The values of all shown charts, the one under the pointer first.
void ChartBoard::reportCrosshair(const PlotWidget& plot) {
  const std::optional<double> step = crosshairStep();
  if (!step) {
    Q_EMIT crosshairMoved(0.0, QString());
    return;
  }
  const QString where = countText(wholeNumber(*step));
  QStringList parts{pinned_ ? tr("pinned at step %1 (Esc lets go)").arg(where)
                            : tr("step %1").arg(where)};
  if (const QString own = plot.crosshairHtml(); !own.isEmpty()) {
    parts += own;
  }
  if (state_.linked) {
    for (const std::string& id : state_.shown()) {
      const PlotWidget& other = card(id)->plot();
      if (&other == &plot || !other.isOverCourse() || !other.isVisible()) {
        continue;
      }
      if (const QString html = other.crosshairHtml(); !html.isEmpty()) {
        parts += html;
      }
    }
  }
  Q_EMIT crosshairMoved(*step, parts.join(QStringLiteral("&nbsp;&nbsp;\u00b7&nbsp;&nbsp;")));
}

std::optional<double> ChartBoard::crosshairStep() const {
  if (!crosshair_x_ || run_ == nullptr) {
    return std::nullopt;
  }
  const charts::ChartInput seen{.run = run_, .overlays = overlays_, .view = {.x = state_.x}};
  return StageCourse(*run_, run_->stage(record::stage::kStudent), charts::courseX(seen))
      .stepAt(*crosshair_x_);
}

void ChartBoard::zoom(PlotWidget& plot, const std::optional<charts::Range>& x) {
  for (ChartCard* card : cards_) {
    PlotWidget& other = card->plot();
    const bool shares = state_.linked && plot.isOverCourse() && other.isOverCourse();
    if (&other == &plot || shares) {
      other.setXZoom(x);
    }
  }
}

const PlotWidget* ChartBoard::plot(std::string_view id) const {
  ChartCard* found = card(id);
  return found == nullptr ? nullptr : &found->plot();
}

bool ChartBoard::isZoomed() const {
  return std::ranges::any_of(cards_, [](ChartCard* card) { return card->plot().isZoomed(); });
}

void ChartBoard::resetView() {
  for (ChartCard* card : cards_) {
    card->plot().setXZoom(std::nullopt);
    card->plot().setYZoom(std::nullopt);
  }
}

}  // namespace w2s::ui
