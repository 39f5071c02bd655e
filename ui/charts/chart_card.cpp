#include "ui/charts/chart_card.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_table_dialog.h"
#include "ui/theme/theme.h"

namespace w2s::ui {

ChartCard::ChartCard(const Theme& theme, const QString& id, PlotWidget::Source source,
                     QWidget* parent)
    : QFrame(parent), theme_(theme), id_(id) {
  setProperty("card", true);
  setObjectName(QStringLiteral("card.%1").arg(id));
  plot_ = new PlotWidget(theme_, std::move(source), this);
  plot_->setObjectName(QStringLiteral("chart.%1").arg(id));
  auto* inside = new QVBoxLayout(this);
  inside->setContentsMargins(1, 1, 1, 1);
  inside->addWidget(plot_);

  button_ = new QToolButton(this);
  button_->setObjectName(QStringLiteral("chart.%1.maximise").arg(id));
  button_->setProperty("flat", true);
  button_->setAutoRaise(true);
  button_->setFocusPolicy(Qt::NoFocus);  // Return on the chart does the same
  connect(button_, &QAbstractButton::clicked, plot_, &PlotWidget::maximiseWanted);
  connect(plot_, &PlotWidget::menuWanted, this, &ChartCard::showMenu);
  connect(plot_, &PlotWidget::tableWanted, this, &ChartCard::showTable);
  connect(plot_, &PlotWidget::legendWanted, this, &ChartCard::showLegend);
  connect(plot_, &PlotWidget::copyWanted, this, &ChartCard::copyImage);
  connect(plot_, &PlotWidget::moveWanted, this, &ChartCard::moveWanted);
  connect(&theme_, &Theme::changed, this, [this] { setMaximised(maximised_); });
  setMaximised(false);
}

void ChartCard::setMaximised(bool maximised) {
  maximised_ = maximised;
  const QString title = maximised ? tr("Back to all charts (Esc)")
                                  : tr("Maximise this chart (double click on its title, Return)");
  button_->setIcon(theme_.icon(maximised ? QStringLiteral("restore") : QStringLiteral("maximise"),
                               theme_.tokens().muted));
  button_->setToolTip(title);
  button_->setAccessibleName(title);
  button_->setIconSize({theme_.px(13), theme_.px(13)});
  placeButton();
}

void ChartCard::placeButton() {
  button_->setFixedSize(theme_.px(22), theme_.px(22));
  button_->move(width() - button_->width() - theme_.px(7), theme_.px(7));
  button_->raise();
  plot_->setTitleMargin(theme_.px(20));
}

void ChartCard::resizeEvent(QResizeEvent* event) {
  QFrame::resizeEvent(event);
  placeButton();
}

void ChartCard::setDropTarget(bool target) {
  if (property("drop_target").toBool() != target) {
    setProperty("drop_target", target);
    style()->unpolish(this);
    style()->polish(this);
  }
}

void ChartCard::showMenu(const QPoint& global) {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("chart.menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](const char* name, const QString& text, const QKeySequence& key,
                       auto&& receiver, auto&& slot) {
    QAction* action = menu->addAction(text);
    action->setObjectName(QStringLiteral("chart.menu.%1").arg(QLatin1String(name)));
    action->setShortcut(key);
    action->setShortcutVisibleInContextMenu(true);
    connect(action, &QAction::triggered, receiver, slot);
    return action;
  };
  add("maximise", maximised_ ? tr("Back to all charts") : tr("Maximise"),
      QKeySequence(maximised_ ? Qt::Key_Escape : Qt::Key_Return), plot_,
      &PlotWidget::maximiseWanted);
  QAction* log =
      add("log", tr("Logarithmic y axis"), QKeySequence(Qt::Key_L), plot_, &PlotWidget::logWanted);
  log->setCheckable(true);
  log->setChecked(plot_->content().log_y);
  QAction* reset =
      add("reset", tr("Reset view"), QKeySequence(Qt::Key_0), plot_, &PlotWidget::resetWanted);
  reset->setEnabled(plot_->isZoomed());
  menu->addSeparator();
  add("table", tr("Show as table"), QKeySequence(Qt::CTRL | Qt::Key_T), this,
      &ChartCard::showTable);
  add("legend", tr("Names of all curves"), {}, this, &ChartCard::showLegend);
  add("copy", tr("Copy image"), QKeySequence(Qt::CTRL | Qt::Key_C), this, &ChartCard::copyImage);
  add("export", tr("Export..."), {}, this, [this] { Q_EMIT exportRequested(id_); });
  menu->addSeparator();
  add("earlier", tr("Move earlier"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left), this,
      [this] { Q_EMIT moveWanted(-1); });
  add("later", tr("Move later"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right), this,
      [this] { Q_EMIT moveWanted(1); });
  add("hide", tr("Hide this chart"), {}, this, &ChartCard::hideWanted);
  menu->popup(global);
}

void ChartCard::showTable() {
  auto* dialog = new ChartTableDialog(theme_, plot_->current(), window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->show();  // beside the window, not over it: the run goes on
}

void ChartCard::showLegend() {
  auto* legend = new ChartLegend(theme_, plot_->current(), this);
  legend->setAttribute(Qt::WA_DeleteOnClose);
  legend->openOver(*plot_);
}

void ChartCard::copyImage() {
  QApplication::clipboard()->setImage(plot_->image(2.0));
}

}  // namespace w2s::ui
