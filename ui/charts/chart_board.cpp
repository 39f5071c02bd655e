#include "ui/charts/chart_board.h"

#include <algorithm>
#include <utility>

#include <QFrame>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QVBoxLayout>

#include "ui/charts/board_tools.h"
#include "ui/charts/chart_card.h"
#include "ui/charts/course.h"
#include "ui/charts/plot_widget.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

constexpr int kGap = 10;
constexpr int kSpan = 6;  // grid columns: a multiple of 1, 2 and 3
// What a chart needs to be read.
constexpr double kChartWidth = 300.0;
constexpr double kChartHeight = 118.0;

std::string textOf(const QString& text) {
  return text.toStdString();
}

}  // namespace

ChartBoard::ChartBoard(const Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), charts_(charts::makeRunCharts()) {
  setObjectName(QStringLiteral("charts"));
  for (const auto& chart : charts_) {
    state_.order.emplace_back(chart->id());
  }
  page_ = new QWidget(this);
  page_->setObjectName(QStringLiteral("charts.page"));
  grid_ = new QGridLayout(page_);
  grid_->setContentsMargins(0, 0, 0, 0);
  grid_->setSpacing(kGap);
  scroll_ = new QScrollArea(this);
  scroll_->setObjectName(QStringLiteral("charts.scroll"));
  scroll_->setFrameShape(QFrame::NoFrame);
  scroll_->setFocusPolicy(Qt::NoFocus);
  scroll_->setWidgetResizable(true);
  scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll_->viewport()->setAutoFillBackground(false);
  page_->setAutoFillBackground(false);
  scroll_->setWidget(page_);
  page_->setAutoFillBackground(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(scroll_);

  for (const auto& chart : charts_) {
    charts::RunChart* source = chart.get();
    auto* card = new ChartCard(
        theme_, QString::fromUtf8(source->id()),
        [this, source] { return source->build(input(source->id())); }, page_);
    cards_.push_back(card);
    (void)card->plot().current();  // so that it knows its axis while it is hidden
    connectCard(*card);
  }
  tools_ = new BoardTools(theme_, *this);
  connect(&theme_, &Theme::changed, this, [this] {
    arranged_ = {};
    arrange();
  });
  arrange();
}

ChartBoard::~ChartBoard() = default;

QWidget* ChartBoard::tools() const {
  return tools_;
}

void ChartBoard::connectCard(ChartCard& card) {
  PlotWidget& plot = card.plot();
  const QString id = card.id();
  connect(&plot, &PlotWidget::crosshairWanted, this, [this, &plot](std::optional<double> x) {
    if (!pinned_ || !plot.isOverCourse()) {
      moveCrosshair(plot, x);
    }
  });
  connect(&plot, &PlotWidget::crosshairPinned, this,
          [this, &plot](std::optional<double> x) { pin(plot, x); });
  connect(&plot, &PlotWidget::crosshairClicked, this,
          [this, &plot](double x) { togglePin(plot, x); });
  connect(&plot, &PlotWidget::xZoomWanted, this,
          [this, &plot](const std::optional<charts::Range>& x) { zoom(plot, x); });
  connect(&plot, &PlotWidget::zoomChanged, this, &ChartBoard::zoomChanged);
  connect(&plot, &PlotWidget::resetWanted, this, &ChartBoard::resetView);
  connect(&plot, &PlotWidget::logWanted, this, [this, id] {
    charts::BoardState state = state_;
    if (state.log_y.erase(textOf(id)) == 0) {
      state.log_y.insert(textOf(id));
    }
    setState(state);
  });
  connect(&plot, &PlotWidget::maximiseWanted, this,
          [this, id] { setMaximised(maximised_.empty() ? textOf(id) : std::string()); });
  connect(&plot, &PlotWidget::titleDragged, this, [this, id](const QPoint& global) {
    const ChartCard* target = maximised_.empty() ? cardAt(global) : nullptr;
    for (ChartCard* other : cards_) {
      other->setDropTarget(other == target && other->id() != id);
    }
  });
  connect(&plot, &PlotWidget::titleDropped, this,
          [this, id](const QPoint& global) { dropChart(id, global); });
  connect(&card, &ChartCard::moveWanted, this, [this, id](int places) { moveChart(id, places); });
  connect(&card, &ChartCard::exportRequested, this, &ChartBoard::exportRequested);
  connect(&card, &ChartCard::hideWanted, this, [this, id] {
    charts::BoardState state = state_;
    if (state.shown().size() > 1) {
      state.hidden.insert(textOf(id));
      setState(state);
    }
  });
}

ChartCard* ChartBoard::card(std::string_view id) const {
  const auto found = std::ranges::find_if(
      cards_, [&](ChartCard* card) { return card->id() == QString::fromUtf8(id); });
  return found == cards_.end() ? nullptr : *found;
}

ChartCard* ChartBoard::cardAt(const QPoint& global) const {
  for (ChartCard* card : cards_) {
    if (card->isVisible() && card->rect().contains(card->mapFromGlobal(global))) {
      return card;
    }
  }
  return nullptr;
}

// --- runs ---

void ChartBoard::setRun(const RunSeries* run) {
  run_ = run;
  seeds_.clear();
  for (ChartCard* card : cards_) {
    card->plot().resetRanges();
  }
  const bool had_crosshair = std::exchange(crosshair_x_, std::nullopt).has_value();
  pinned_ = false;
  refresh();
  Q_EMIT zoomChanged();
  if (had_crosshair) {
    Q_EMIT crosshairMoved(0.0, QString());
  }
}

void ChartBoard::setSeeds(std::vector<const RunSeries*> seeds) {
  if (seeds != seeds_) {
    seeds_ = std::move(seeds);
    refresh();
  }
}

void ChartBoard::setOverlays(std::vector<charts::Overlay> overlays) {
  overlays_ = std::move(overlays);
  refresh();
}

void ChartBoard::refresh() {
  for (ChartCard* card : cards_) {
    card->plot().refresh();
  }
  if (crosshair_x_ && followed_ != nullptr) {
    reportCrosshair(*followed_);  // values there may be new
  }
}

charts::ChartInput ChartBoard::input(std::string_view id) const {
  return {.run = run_,
          .seeds = seeds_,
          .overlays = overlays_,
          .view = view(id),
          .at_step = crosshairStep()};
}

charts::ChartView ChartBoard::view(std::string_view id) const {
  return {.x = state_.x,
          .smoothing = state_.smoothing,
          .log_y = state_.log_y.contains(std::string(id)),
          .spread = state_.spread,
          .each_seed = state_.each_seed};
}

charts::ChartData ChartBoard::data(std::string_view id) {
  ChartCard* found = card(id);
  return found == nullptr ? charts::ChartData{} : found->plot().current();
}

// --- arrangement ---

void ChartBoard::setState(const charts::BoardState& state) {
  const bool other_axis = state.x != state_.x;
  const std::optional<double> step = crosshairStep();
  state_ = state;
  if (state_.shown().empty()) {
    state_.hidden.clear();
  }
  if (other_axis) {
    for (ChartCard* card : cards_) {
      card->plot().setXZoom(std::nullopt);
    }
    if (step && run_ != nullptr) {
      const StageCourse course(*run_, run_->stage(record::stage::kStudent),
                               charts::courseX(input({})));
      crosshair_x_ = course.at(*step);
      for (ChartCard* card : cards_) {
        PlotWidget& plot = card->plot();
        if (plot.isOverCourse() && plot.crosshair()) {
          plot.setCrosshair(crosshair_x_, pinned_);
        }
      }
    }
  }
  if (!maximised_.empty() && state_.hidden.contains(maximised_)) {
    maximised_.clear();
    Q_EMIT maximisedChanged({});
  }
  arrange();
  refresh();
  Q_EMIT stateChanged();
}

QByteArray ChartBoard::saveState() const {
  return QByteArray::fromStdString(charts::toText(state_));
}

bool ChartBoard::restoreState(const QByteArray& saved) {
  if (saved.isEmpty()) {
    return false;
  }
  setState(charts::fromText(saved.toStdString(), state_));
  return true;
}

void ChartBoard::resetState() {
  charts::BoardState state;
  for (const auto& chart : charts_) {
    state.order.emplace_back(chart->id());
  }
  setState(state);
}

void ChartBoard::setMaximised(std::string_view id) {
  const ChartCard* wanted = card(id);
  const bool shown = wanted != nullptr && !state_.hidden.contains(std::string(id));
  std::string now = shown ? std::string(id) : std::string();
  if (now == maximised_) {
    return;
  }
  const std::string before = std::exchange(maximised_, std::move(now));
  arrange();
  if (ChartCard* focused = card(maximised_.empty() ? before : maximised_)) {
    focused->plot().setFocus();
  }
  Q_EMIT maximisedChanged(QString::fromStdString(maximised_));
}

void ChartBoard::arrange() {
  const std::vector<std::string> ids =
      maximised_.empty() ? state_.shown() : std::vector<std::string>{maximised_};
  const int fitting = charts::columnsFor(ids.size(), width(), theme_.px(kChartWidth));
  const int columns = std::min(state_.columns > 0 ? state_.columns : fitting,
                               static_cast<int>(std::max<std::size_t>(1, ids.size())));
  const int rows = (static_cast<int>(ids.size()) + columns - 1) / columns;
  setRowHeights(rows);
  if (arranged_ == std::pair(ids, columns)) {
    return;  // a resized window moves the cards by itself
  }
  arranged_ = {ids, columns};
  while (QLayoutItem* item = grid_->takeAt(0)) {
    delete item;
  }
  for (int i = 0; i < kSpan; ++i) {
    grid_->setColumnStretch(i, 1);
  }
  for (ChartCard* card : cards_) {
    card->setVisible(std::ranges::find(ids, textOf(card->id())) != ids.end());
    card->setMaximised(!maximised_.empty());
  }
  QWidget* before = nullptr;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const int row = static_cast<int>(i) / columns;
    // A short last row shares the width.
    const int in_row =
        row + 1 < rows ? columns : static_cast<int>(ids.size()) - (rows - 1) * columns;
    const int span = kSpan / in_row;
    ChartCard* placed = card(ids[i]);
    grid_->addWidget(placed, row, (static_cast<int>(i) % columns) * span, 1, span);
    if (before != nullptr) {
      QWidget::setTabOrder(before, &placed->plot());
    }
    before = &placed->plot();
  }
  setRowHeights(rows);
}

// Where not all rows fit, a whole number of them does: no chart is cut off by the edge.
void ChartBoard::setRowHeights(int rows) {
  const int least = theme_.px(kChartHeight);
  const int room = height() + kGap;
  const int fitting = std::clamp(room / (least + kGap), 1, std::max(1, rows));
  const int row_height = std::max(least, room / fitting - kGap);
  for (int row = 0; row < std::max(rows, grid_->rowCount()); ++row) {
    grid_->setRowStretch(row, row < rows ? 1 : 0);
    grid_->setRowMinimumHeight(row, row < rows ? row_height : 0);
  }
}

void ChartBoard::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  arrange();
}

void ChartBoard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape && !maximised_.empty()) {
    setMaximised({});
    event->accept();
    return;
  }
  if (event->key() == Qt::Key_Escape && crosshair_x_) {
    releaseCrosshair();
    event->accept();
    return;
  }
  QWidget::keyPressEvent(event);
}

void ChartBoard::moveChart(const QString& id, int places) {
  const std::vector<std::string> ids = state_.shown();
  const auto place = std::ranges::find(ids, textOf(id)) - ids.begin() + places;
  if (place < 0 || place >= static_cast<std::ptrdiff_t>(ids.size())) {
    return;
  }
  charts::BoardState state = state_;
  state.move(textOf(id), static_cast<std::size_t>(place));
  setState(state);
}

void ChartBoard::dropChart(const QString& id, const QPoint& global) {
  const ChartCard* target = maximised_.empty() ? cardAt(global) : nullptr;
  for (ChartCard* card : cards_) {
    card->setDropTarget(false);
  }
  if (target != nullptr && target->id() != id) {
    const std::vector<std::string> ids = state_.shown();
    charts::BoardState state = state_;
    state.move(textOf(id), static_cast<std::size_t>(std::ranges::find(ids, textOf(target->id())) -
                                                    ids.begin()));
    setState(state);
  }
}

}  // namespace w2s::ui
