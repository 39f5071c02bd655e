#include "ui/widgets/confusion_view.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "ui/models/examples_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/role_ink.h"

namespace w2s::ui {
namespace {

constexpr double kTitle = 20.0;

}  // namespace

ConfusionView::ConfusionView(const Theme& theme, Answerer model, QWidget* parent)
    : QWidget(parent), theme_(theme), model_(model), current_{.model = model} {
  setObjectName(QStringLiteral("examples.confusion.%1").arg(static_cast<int>(model)));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  describeAll();
}

void ConfusionView::setConfusion(const Confusion& confusion, const QStringList& class_names,
                                 bool has_ended) {
  confusion_ = confusion;
  has_ended_ = has_ended;
  names_ = class_names;
  const int last = std::max(static_cast<int>(confusion_.classes) - 1, 0);
  current_.truth = std::clamp(current_.truth, 0, last);
  current_.predicted = std::clamp(current_.predicted, 0, last);
  describeAll();
  update();
}

void ConfusionView::setChosen(const std::optional<ConfusionCell>& cell) {
  const auto mine = cell && cell->model == model_ ? cell : std::nullopt;
  if (mine != chosen_) {
    chosen_ = mine;
    if (mine) {
      current_ = *mine;
    }
    update();
  }
}

void ConfusionView::describeAll() {
  setAccessibleName(tr("Confusion matrix of the %1").arg(nameOf(model_)));
  if (confusion_.rows == 0) {
    setAccessibleDescription(has_ended_ ? tr("not recorded") : tr("not known yet"));
    return;
  }
  // The commonest error in words, which the picture shows by its darkest cell off the diagonal.
  ConfusionCell worst{.model = model_};
  std::int64_t most = 0;
  for (std::size_t truth = 0; truth < confusion_.classes; ++truth) {
    for (std::size_t predicted = 0; predicted < confusion_.classes; ++predicted) {
      if (truth != predicted && confusion_.at(truth, predicted) > most) {
        most = confusion_.at(truth, predicted);
        worst.truth = static_cast<int>(truth);
        worst.predicted = static_cast<int>(predicted);
      }
    }
  }
  const QString right =
      tr("%1 of %2 right").arg(countText(confusion_.right), countText(confusion_.rows));
  setAccessibleDescription(most > 0 ? tr("%1; commonest error: %2").arg(right, describe(worst))
                                    : right);
}

QSize ConfusionView::sizeHint() const {
  return {theme_.px(250), theme_.px(230)};
}

QSize ConfusionView::minimumSizeHint() const {
  return {theme_.px(150), theme_.px(150)};
}

ConfusionView::Layout ConfusionView::layout() const {
  Layout made;
  if (confusion_.classes == 0) {
    return made;
  }
  const auto classes = static_cast<double>(confusion_.classes);
  const double top = theme_.px(kTitle);
  const QFontMetricsF metrics(theme_.font(10));
  double widest = 0.0;
  for (const QString& name : names_) {
    widest = std::max(widest, metrics.horizontalAdvance(name));
  }
  const double wanted = std::min(widest + theme_.px(6), static_cast<double>(theme_.px(70)));
  made.title_height = std::ceil(metrics.height() + theme_.px(1));
  const auto sideWith = [&](double label) {
    const double taken = label + made.title_height;
    return std::floor(std::min((width() - taken) / classes, (height() - top - taken) / classes));
  };
  // Names take room from the cells: drawn only where both can be read.
  double side = sideWith(wanted);
  if (side >= metrics.height() * 0.85) {
    made.label_width = made.label_height = wanted;
  } else {
    side = sideWith(theme_.px(2));
  }
  made.side = std::max(side, 1.0);
  const double span = made.side * classes;
  const double beside = made.label_width + made.title_height;
  const double left = (width() - beside - span) / 2.0 + beside;
  made.cells = QRectF(std::max(std::floor(left), beside),
                      top + made.title_height + made.label_height, span, span);
  return made;
}

QRectF ConfusionView::cellRect(int truth, int predicted) const {
  const Layout made = layout();
  const auto classes = static_cast<int>(confusion_.classes);
  if (truth < 0 || predicted < 0 || truth >= classes || predicted >= classes) {
    return {};
  }
  return {made.cells.left() + predicted * made.side, made.cells.top() + truth * made.side,
          made.side, made.side};
}

std::optional<ConfusionCell> ConfusionView::cellAt(const QPointF& point) const {
  const Layout made = layout();
  if (!made.cells.contains(point)) {
    return std::nullopt;
  }
  const int last = static_cast<int>(confusion_.classes) - 1;
  return ConfusionCell{
      .model = model_,
      .truth = std::min(static_cast<int>((point.y() - made.cells.top()) / made.side), last),
      .predicted = std::min(static_cast<int>((point.x() - made.cells.left()) / made.side), last)};
}

QString ConfusionView::describe(const ConfusionCell& cell) const {
  const auto truth = static_cast<std::size_t>(cell.truth);
  const auto predicted = static_cast<std::size_t>(cell.predicted);
  const std::int64_t rows = confusion_.rowsOf(truth);
  const std::int64_t count = confusion_.at(truth, predicted);
  const QString share = rows > 0
                            ? percentText(static_cast<double>(count) / static_cast<double>(rows))
                            : percentText(0.0);
  return tr("%1 of %2 examples of %3 taken for %4 (%5 %)")
      .arg(countText(count), countText(rows), names_.value(cell.truth),
           names_.value(cell.predicted), share);
}

void ConfusionView::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  const QFont bold = theme_.font(12, QFont::DemiBold);
  painter.setFont(bold);
  painter.setPen(tokens.textOf(inkOf(model_)));
  const QString title = titleOf(model_);
  const int baseline = theme_.px(13);
  painter.drawText(0, baseline, title);
  const int after = QFontMetrics(bold).horizontalAdvance(title) + theme_.px(8);
  const QFont small = theme_.font(11);
  painter.setFont(small);
  painter.setPen(tokens.muted);
  if (confusion_.rows == 0) {
    painter.drawText(after, baseline,
                     fittingText(has_ended_ ? QStringList{tr("not recorded"), tr("none")}
                                            : QStringList{tr("not evaluated yet"), tr("none yet")},
                                 QFontMetrics(small), width() - after));
    return;
  }
  const QString share =
      percentText(static_cast<double>(confusion_.right) / static_cast<double>(confusion_.rows));
  painter.drawText(after, baseline,
                   fittingText({tr("%1 % right, n = %2").arg(share, countText(confusion_.rows)),
                                tr("%1 % right").arg(share), tr("%1 %").arg(share)},
                               QFontMetrics(small), width() - after));
  const Layout made = layout();
  paintAxisTitle(painter, Qt::Horizontal);
  paintAxisTitle(painter, Qt::Vertical);
  paintLabels(painter, made);
  paintCells(painter, made);
}

// Above the names of the columns, left of those of the rows; they may reach over the empty corner
// between the two.
QRectF ConfusionView::axisTitleRect(Qt::Orientation axis) const {
  const Layout made = layout();
  const QRectF& cells = made.cells;
  const double left = cells.left() - made.label_width;
  const double top = cells.top() - made.label_height;
  return axis == Qt::Horizontal
             ? QRectF(left, top - made.title_height, cells.right() - left, made.title_height)
             : QRectF(left - made.title_height, top, made.title_height, cells.bottom() - top);
}

void ConfusionView::paintAxisTitle(QPainter& painter, Qt::Orientation axis) const {
  const QRectF rect = axisTitleRect(axis);
  const bool down = axis == Qt::Vertical;
  const QFont font = theme_.font(10, QFont::DemiBold);
  const QStringList wordings = down ? QStringList{tr("true class"), tr("true")}
                                    : QStringList{tr("predicted class"), tr("predicted")};
  const double length = down ? rect.height() : rect.width();
  painter.save();
  painter.setFont(font);
  painter.setPen(theme_.tokens().muted);
  painter.translate(down ? rect.bottomLeft() : rect.topLeft());
  painter.rotate(down ? -90.0 : 0.0);
  // Towards the cells, away from the corner.
  painter.drawText(QRectF(0.0, 0.0, length, down ? rect.width() : rect.height()),
                   (down ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                   fittingText(wordings, QFontMetrics(font), static_cast<int>(length)));
  painter.restore();
}

void ConfusionView::paintLabels(QPainter& painter, const Layout& layout) const {
  if (layout.label_width <= 0.0) {
    return;
  }
  const QFont font = theme_.font(10);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  painter.setPen(theme_.tokens().muted);
  const double gap = theme_.px(4);
  for (int i = 0; i < names_.size(); ++i) {
    const QString name =
        metrics.elidedText(names_[i], Qt::ElideRight, layout.label_width - gap - 1.0);
    const double along = (i + 0.5) * layout.side;
    painter.drawText(QRectF(layout.cells.left() - layout.label_width,
                            layout.cells.top() + along - metrics.height() / 2.0,
                            layout.label_width - gap, metrics.height()),
                     Qt::AlignRight | Qt::AlignVCenter, name);
    painter.save();
    painter.translate(layout.cells.left() + along, layout.cells.top() - gap);
    painter.rotate(-90.0);
    painter.drawText(QRectF(0.0, -metrics.height() / 2.0, layout.label_height, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.restore();
  }
}

void ConfusionView::paintCells(QPainter& painter, const Layout& layout) const {
  const Tokens& tokens = theme_.tokens();
  const QColor role = tokens.of(inkOf(model_));
  const double inset = layout.side > 6.0 ? 0.5 : 0.0;
  painter.setPen(Qt::NoPen);
  for (std::size_t truth = 0; truth < confusion_.classes; ++truth) {
    const auto rows = static_cast<double>(std::max<std::int64_t>(confusion_.rowsOf(truth), 1));
    for (std::size_t predicted = 0; predicted < confusion_.classes; ++predicted) {
      const double share = static_cast<double>(confusion_.at(truth, predicted)) / rows;
      const QRectF cell = cellRect(static_cast<int>(truth), static_cast<int>(predicted))
                              .adjusted(inset, inset, -inset, -inset);
      painter.fillRect(cell, tokens.sunken);
      // The square root makes errors of a few per cent visible beside the diagonal.
      QColor tint = role;
      const double least = share > 0.0 ? tokens.cell_alpha : 0.0;
      tint.setAlphaF(static_cast<float>(least + (1.0 - least) * std::sqrt(share)));
      painter.fillRect(cell, tint);
    }
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(tokens.border, 1.0));
  painter.drawRect(layout.cells);
  const auto frame = [&](const ConfusionCell& cell, const QColor& color, double line) {
    painter.setPen(QPen(color, line));
    painter.drawRect(cellRect(cell.truth, cell.predicted).adjusted(0.5, 0.5, -0.5, -0.5));
  };
  if (hasFocus()) {
    frame(current_, tokens.accent, std::max(1.5, theme_.px(1.5) * 1.0));
  }
  if (chosen_) {
    frame(*chosen_, tokens.text, std::max(2, theme_.px(2)));
  }
}

void ConfusionView::mousePressEvent(QMouseEvent* event) {
  if (const auto cell = cellAt(event->position());
      cell && event->button() == Qt::LeftButton && confusion_.rows > 0) {
    current_ = *cell;
    update();
    Q_EMIT activated(*cell);
    return;
  }
  QWidget::mousePressEvent(event);
}

void ConfusionView::keyPressEvent(QKeyEvent* event) {
  const int last = static_cast<int>(confusion_.classes) - 1;
  if (last < 0 || confusion_.rows == 0) {
    QWidget::keyPressEvent(event);
    return;
  }
  switch (event->key()) {
    case Qt::Key_Left:
      current_.predicted = std::max(current_.predicted - 1, 0);
      break;
    case Qt::Key_Right:
      current_.predicted = std::min(current_.predicted + 1, last);
      break;
    case Qt::Key_Up:
      current_.truth = std::max(current_.truth - 1, 0);
      break;
    case Qt::Key_Down:
      current_.truth = std::min(current_.truth + 1, last);
      break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      Q_EMIT activated(current_);
      return;
    default:
      QWidget::keyPressEvent(event);
      return;
  }
  // The cell in words, where a pointer would get its tooltip.
  showPlainTip(mapToGlobal(cellRect(current_.truth, current_.predicted).bottomRight().toPoint()),
               describe(current_), this);
  update();
}

bool ConfusionView::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto cell = confusion_.rows > 0 ? cellAt(help->pos()) : std::nullopt;
    if (cell) {
      showPlainTip(help->globalPos(), describe(*cell), this);
    } else {
      showPlainTip(help->globalPos(),
                   tr("Rows: true classes. Columns: what the %1 says. Tint: share of the "
                      "row, on a square-root scale. "
                      "Click a cell to see its examples.")
                       .arg(nameOf(model_)),
                   this);
    }
    return true;
  }
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    update();
  }
  return QWidget::event(event);
}

}  // namespace w2s::ui
