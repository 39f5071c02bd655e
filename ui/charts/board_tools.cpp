#include "ui/charts/board_tools.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QWidgetAction>

#include "ui/charts/chart_board.h"
#include "ui/charts/seed_curves.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace w2s::ui {
namespace {

using X = charts::ChartView::X;

QToolButton* makeButton(QWidget* parent, const char* name, const QString& text,
                        const QString& tip) {
  auto* button = new QToolButton(parent);
  button->setObjectName(QLatin1String(name));
  button->setText(text);
  button->setProperty("compact", true);
  button->setToolTip(tip);
  button->setAccessibleName(tip);
  return button;
}

QString nameOf(X x) {
  switch (x) {
    case X::Step:
      return BoardTools::tr("Step");
    case X::Epoch:
      return BoardTools::tr("Epoch");
    case X::Seconds:
      return BoardTools::tr("Seconds");
  }
  return {};
}

}  // namespace

BoardTools::BoardTools(const Theme& theme, ChartBoard& board)
    : QWidget(&board), theme_(theme), board_(board) {
  setObjectName(QStringLiteral("charts.tools"));
  setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);  // shrinks to one button
  reset_ = makeButton(this, "charts.reset", tr("Reset view"),
                      tr("Shows all of every chart again (double click, 0)"));
  connect(reset_, &QAbstractButton::clicked, &board_, &ChartBoard::resetView);

  smoothing_label_ = new QLabel(this);
  smoothing_label_->setProperty("small", true);
  smoothing_ = new QSlider(Qt::Horizontal, this);
  smoothing_->setObjectName(QStringLiteral("charts.smoothing"));
  smoothing_->setRange(0, 99);
  smoothing_->setPageStep(10);
  smoothing_->setAccessibleName(tr("Smoothing of the objective's curves"));
  smoothing_->setToolTip(tr(
      "Smoothing: weight of the past in a debiased moving average of the loss terms; 0 shows the "
      "raw values, which otherwise stand pale behind"));
  connect(smoothing_, &QSlider::valueChanged, this, &BoardTools::setSmoothing);

  axis_ = makeButton(this, "charts.axis", {}, tr("Unit of the x axis"));
  axis_->setPopupMode(QToolButton::InstantPopup);
  axis_menu_ = new QMenu(axis_);
  axis_->setMenu(axis_menu_);
  connect(axis_menu_, &QMenu::aboutToShow, this, [this] {
    axis_menu_->clear();
    addAxes(*axis_menu_);
  });

  charts_ = makeButton(this, "charts.choose", tr("Charts"),
                       tr("Which charts are shown, and how they are arranged"));
  charts_->setPopupMode(QToolButton::InstantPopup);
  charts_menu_ = new QMenu(charts_);
  charts_->setMenu(charts_menu_);
  connect(charts_menu_, &QMenu::aboutToShow, this, &BoardTools::fillChartsMenu);

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->setSizeConstraint(QLayout::SetNoConstraint);
  row->addStretch(1);
  row->addWidget(reset_);
  row->addWidget(smoothing_label_);
  row->addWidget(smoothing_);
  row->addWidget(axis_);
  row->addWidget(charts_);

  connect(&board_, &ChartBoard::stateChanged, this, &BoardTools::refresh);
  connect(&board_, &ChartBoard::zoomChanged, this, &BoardTools::refresh);
  connect(&theme_, &Theme::changed, this, &BoardTools::style);
  style();
  refresh();
}

void BoardTools::style() {
  smoothing_->setFixedSize(theme_.px(84), theme_.px(22));
  for (QToolButton* button : {reset_, axis_, charts_}) {
    button->setFont(theme_.font(12));
  }
  reset_->setIcon(theme_.icon(QStringLiteral("reset")));
  reset_->setIconSize({theme_.px(14), theme_.px(14)});
}

void BoardTools::refresh() {
  const charts::BoardState& state = board_.state();
  reset_->setVisible(board_.isZoomed());
  updateGeometry();
  axis_->setText(nameOf(state.x));
  const QSignalBlocker blocker(smoothing_);
  smoothing_->setValue(static_cast<int>(std::lround(100.0 * state.smoothing)));
  smoothing_label_->setText(tr("Smoothing %1").arg(decimalText(state.smoothing, 2)));
}

QSize BoardTools::sizeOf(bool compact) const {
  QSize size;
  for (const QWidget* widget : std::initializer_list<const QWidget*>{reset_, smoothing_label_,
                                                                     smoothing_, axis_, charts_}) {
    const bool shown = widget == charts_ || (widget == reset_ ? board_.isZoomed() : !compact);
    if (shown) {
      // The slider has a fixed width, which its hint does not know.
      QSize hint =
          widget->sizeHint().expandedTo(widget->minimumSize()).boundedTo(widget->maximumSize());
      if (widget == reset_ && compact) {
        hint.setWidth(hint.height() * 4 / 3);  // its symbol alone
      }
      size = {size.width() + hint.width() + layout()->spacing(),
              std::max(size.height(), hint.height())};
    }
  }
  return size;
}

QSize BoardTools::sizeHint() const {
  return sizeOf(false);
}

QSize BoardTools::minimumSizeHint() const {
  return sizeOf(true);
}

void BoardTools::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  setCompact(width() < sizeOf(false).width());
}

// A larger font needs more room in a row of the same width.
bool BoardTools::event(QEvent* event) {
  const bool done = QWidget::event(event);
  if (event->type() == QEvent::LayoutRequest) {
    setCompact(width() < sizeOf(false).width());
  }
  return done;
}

void BoardTools::setCompact(bool compact) {
  if (compact == compact_) {
    return;
  }
  compact_ = compact;
  for (QWidget* widget : std::initializer_list<QWidget*>{smoothing_, smoothing_label_, axis_}) {
    widget->setVisible(!compact);
  }
  reset_->setToolButtonStyle(compact ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextOnly);
}

void BoardTools::setSmoothing(int percent) {
  charts::BoardState state = board_.state();
  state.smoothing = percent / 100.0;
  board_.setState(state);
}

void BoardTools::addSmoothing(QMenu& menu) {
  auto* box = new QWidget(&menu);
  auto* label = new QLabel(smoothing_label_->text(), box);
  auto* slider = new QSlider(Qt::Horizontal, box);
  slider->setObjectName(QStringLiteral("charts.smoothing.menu"));
  slider->setRange(smoothing_->minimum(), smoothing_->maximum());
  slider->setPageStep(smoothing_->pageStep());
  slider->setValue(smoothing_->value());
  slider->setAccessibleName(smoothing_->accessibleName());
  slider->setToolTip(smoothing_->toolTip());
  slider->setMinimumSize(theme_.px(110), theme_.px(22));
  connect(slider, &QSlider::valueChanged, this, &BoardTools::setSmoothing);
  connect(slider, &QSlider::valueChanged, label,
          [this, label] { label->setText(smoothing_label_->text()); });
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(theme_.px(14), theme_.px(4), theme_.px(14), theme_.px(4));
  row->addWidget(label);
  row->addWidget(slider);
  auto* action = new QWidgetAction(&menu);
  action->setDefaultWidget(box);
  menu.addAction(action);
}

void BoardTools::addAxes(QMenu& menu) {
  auto* units = new QActionGroup(&menu);
  const RunSeries* run = board_.run();
  for (const X x : {X::Step, X::Epoch, X::Seconds}) {
    QAction* action = menu.addAction(compact_ ? tr("x axis: %1").arg(nameOf(x)) : nameOf(x));
    action->setObjectName(QStringLiteral("charts.axis.%1").arg(static_cast<int>(x)));
    action->setCheckable(true);
    action->setChecked(board_.state().x == x);
    action->setEnabled(x != X::Epoch || run == nullptr || run->steps_per_epoch > 0.0);
    units->addAction(action);
    connect(action, &QAction::triggered, this, [this, x] {
      charts::BoardState state = board_.state();
      state.x = x;
      board_.setState(state);
    });
  }
  units->actions().back()->setToolTip(tr("Measured at evaluations, interpolated between them"));
  menu.setToolTipsVisible(true);
}

// What charts show of several seeds.
void BoardTools::addSeeds(QMenu& menu) {
  QMenu* seeds = menu.addMenu(tr("Several seeds"));
  seeds->setObjectName(QStringLiteral("charts.seeds"));
  auto* bands = new QActionGroup(seeds);
  for (const auto& [spread, name] : metrics::kSpreads) {
    QAction* action =
        seeds->addAction(tr("Band: %1").arg(QString::fromStdString(charts::wordsOfSpread(spread))));
    action->setObjectName(QStringLiteral("charts.band.") + QString::fromUtf8(name));
    action->setCheckable(true);
    action->setChecked(board_.state().spread == spread);
    bands->addAction(action);
    connect(action, &QAction::triggered, this, [this, spread = spread] {
      charts::BoardState state = board_.state();
      state.spread = spread;
      board_.setState(state);
    });
  }
  seeds->addSeparator();
  QAction* each = seeds->addAction(tr("A curve for each seed"));
  each->setObjectName(QStringLiteral("charts.each_seed"));
  each->setCheckable(true);
  each->setChecked(board_.state().each_seed);
  connect(each, &QAction::toggled, this, [this](bool shown) {
    charts::BoardState state = board_.state();
    state.each_seed = shown;
    board_.setState(state);
  });
}

void BoardTools::fillChartsMenu() {
  charts_menu_->clear();
  const charts::BoardState& now = board_.state();
  for (const std::string& id : now.order) {
    QString title = QString::fromStdString(id);
    for (const auto& chart : board_.charts()) {
      if (chart->id() == id) {
        title = QString::fromStdString(chart->title());
      }
    }
    QAction* action = charts_menu_->addAction(title);
    action->setObjectName(QStringLiteral("charts.show.%1").arg(QString::fromStdString(id)));
    action->setCheckable(true);
    action->setChecked(!now.hidden.contains(id));
    // The last one stays.
    action->setEnabled(now.hidden.contains(id) || now.shown().size() > 1);
    connect(action, &QAction::toggled, this, [this, id](bool shown) {
      charts::BoardState state = board_.state();
      if (shown) {
        state.hidden.erase(id);
      } else {
        state.hidden.insert(id);
      }
      board_.setState(state);
    });
  }
  charts_menu_->addSeparator();
  auto* columns = new QActionGroup(charts_menu_);
  const QStringList names{tr("Columns by width"), tr("One column"), tr("Two columns"),
                          tr("Three columns")};
  for (int i = 0; i < names.size(); ++i) {
    QAction* action = charts_menu_->addAction(names[i]);
    action->setObjectName(QStringLiteral("charts.columns.%1").arg(i));
    action->setCheckable(true);
    action->setChecked(now.columns == i);
    columns->addAction(action);
    connect(action, &QAction::triggered, this, [this, i] {
      charts::BoardState state = board_.state();
      state.columns = i;
      board_.setState(state);
    });
  }
  charts_menu_->addSeparator();
  if (compact_) {
    addAxes(*charts_menu_);
    addSmoothing(*charts_menu_);
    charts_menu_->addSeparator();
  }
  addSeeds(*charts_menu_);
  QAction* link = charts_menu_->addAction(tr("Link zoom and crosshair of all charts"));
  link->setObjectName(QStringLiteral("charts.link"));
  link->setCheckable(true);
  link->setChecked(now.linked);
  connect(link, &QAction::toggled, this, [this](bool linked) {
    charts::BoardState state = board_.state();
    state.linked = linked;
    board_.setState(state);
  });
  QAction* reset = charts_menu_->addAction(tr("Reset arrangement"));
  reset->setObjectName(QStringLiteral("charts.reset_arrangement"));
  connect(reset, &QAction::triggered, &board_, &ChartBoard::resetState);
}

}  // namespace w2s::ui
