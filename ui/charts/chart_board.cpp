#include "ui/charts/chart_board.h"

#include <utility>

#include <QFrame>
#include <QGridLayout>
#include <QVBoxLayout>

#include "ui/charts/plot_widget.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

constexpr int kGap = 10;

}  // namespace

ChartBoard::ChartBoard(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), charts_(charts::makeRunCharts()) {
  setObjectName(QStringLiteral("charts"));
  auto* grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setSpacing(kGap);
  constexpr int kColumns = 3;
  for (std::size_t i = 0; i < charts_.size(); ++i) {
    charts::RunChart* chart = charts_[i].get();
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    auto* plot = new PlotWidget(
        theme_, [this, chart] { return chart->build(input()); }, card);
    const std::string_view id = chart->id();
    plot->setObjectName(QStringLiteral("chart.%1")
                            .arg(QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()))));
    auto* inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 1, 1, 1);
    inside->addWidget(plot);
    plots_.push_back(plot);
    grid->addWidget(card, static_cast<int>(i) / kColumns, static_cast<int>(i) % kColumns);
  }
}

ChartBoard::~ChartBoard() = default;

void ChartBoard::setRun(const RunSeries* run) {
  run_ = run;
  for (PlotWidget* plot : plots_) {
    plot->resetRanges();
  }
  refresh();
}

void ChartBoard::setOverlays(std::vector<charts::Overlay> overlays) {
  overlays_ = std::move(overlays);
  refresh();
}

void ChartBoard::refresh() {
  for (PlotWidget* plot : plots_) {
    plot->refresh();
  }
}

charts::ChartData ChartBoard::data(std::string_view id) {
  for (const auto& chart : charts_) {
    if (chart->id() == id) {
      return charts::detached(chart->build(input()));
    }
  }
  return {};
}

charts::ChartInput ChartBoard::input() const {
  return {.run = run_, .overlays = overlays_};
}

}  // namespace w2s::ui
