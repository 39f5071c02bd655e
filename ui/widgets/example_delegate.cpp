#include "ui/widgets/example_delegate.h"

#include <algorithm>

#include <QPainter>
#include <QPainterPath>

#include "core/base/rounding.h"
#include "ui/models/examples_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/folded_text.h"
#include "ui/widgets/role_ink.h"

namespace w2s::ui {
namespace {

constexpr double kWidth = 138.0;
constexpr double kHeight = 176.0;
constexpr double kInset = 3.0;  // between neighbouring cards: half of it
constexpr double kPadding = 8.0;
constexpr double kImage = 84.0;
constexpr double kLine = 17.0;

}  // namespace

ExampleDelegate::ExampleDelegate(const Theme& theme, const ExamplesModel& model, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme), model_(model) {}

QSize ExampleDelegate::leastSize() const {
  return {theme_.px(kWidth), theme_.px(kHeight)};
}

QSize ExampleDelegate::cellSize() const {
  return leastSize().expandedTo({width_, 0});
}

QSize ExampleDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
  return cellSize();
}

void ExampleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
  const Tokens& tokens = theme_.tokens();
  const Example example = model_.example(index.row());
  const double inset = theme_.px(kInset);
  const QRectF card = QRectF(option.rect).adjusted(inset, inset, -inset, -inset);
  const bool is_chosen = option.state.testFlag(QStyle::State_Selected);
  const bool is_hovered = option.state.testFlag(QStyle::State_MouseOver);

  painter->save();
  painter->setRenderHint(QPainter::Antialiasing);
  painter->setPen(is_chosen ? QPen(tokens.accent, std::max(2, theme_.px(2)))
                            : QPen(tokens.border, 1.0));
  painter->setBrush(is_hovered ? tokens.raised : tokens.surface);
  painter->drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(6), theme_.px(6));
  painter->setRenderHint(QPainter::Antialiasing, false);

  // A whole multiple of the pixels: none is wider than its neighbour.
  const QImage image = model_.image(index.row());
  const int longest = std::max({image.width(), image.height(), 1});
  const int times = std::max(1, theme_.px(kImage) / longest);
  const QSize size = image.size() * times;
  const double padding = theme_.px(kPadding);
  const QRect place(qRound(card.center().x() - size.width() / 2.0), qRound(card.top() + padding),
                    size.width(), size.height());
  painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
  painter->drawImage(place, image);
  if (!example.text.isEmpty()) {
    painter->setFont(theme_.font(11));
    painter->setPen(tokens.text);
    const QRectF room(card.left() + padding, card.top() + padding, card.width() - 2.0 * padding,
                      theme_.px(kImage));
    drawFolded(*painter, room, example.text);
  }

  QRectF line(card.left() + padding, card.top() + padding + theme_.px(kImage) + theme_.px(4),
              card.width() - 2.0 * padding, theme_.px(kLine));
  const QFont bold = theme_.font(12, QFont::DemiBold);
  painter->setFont(bold);
  painter->setPen(tokens.text);
  painter->drawText(
      line, Qt::AlignLeft | Qt::AlignVCenter,
      QFontMetrics(bold).elidedText(example.label_name, Qt::ElideRight, qRound(line.width())));
  for (const Answerer model : kAnswerers) {
    line.translate(0.0, theme_.px(kLine));
    const auto& answer = example.of(model);
    paintAnswer(*painter, line, model, answer ? &*answer : nullptr);
  }
  painter->restore();
}

void ExampleDelegate::paintAnswer(QPainter& painter, const QRectF& line, Answerer model,
                                  const Answer* answer) const {
  const Tokens& tokens = theme_.tokens();
  const QColor ink = tokens.textOf(inkOf(model));
  const QFont letter = theme_.font(10, QFont::Bold);
  const double badge = theme_.px(13);
  const QRectF box(line.left(), line.center().y() - badge / 2.0, badge, badge);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(ink, 1.0));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme_.px(3), theme_.px(3));
  painter.setFont(letter);
  painter.drawText(box, Qt::AlignCenter, letterOf(model));

  const double left = box.right() + theme_.px(4);
  const QFont font = theme_.font(11);
  painter.setFont(font);
  if (answer == nullptr) {
    painter.setPen(tokens.disabled);
    painter.drawText(QRectF(left, line.top(), line.right() - left, line.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("\u2013"));
    return;
  }
  const double mark = theme_.px(9);
  paintMark(painter, QRectF(left, line.center().y() - mark / 2.0, mark, mark), answer->is_right,
            tokens);
  const QFontMetrics metrics(font);
  const QString share = QString::number(wholeNumber<int>(100.0 * answer->confidence));
  const double share_width = metrics.horizontalAdvance(QStringLiteral("100")) + theme_.px(2);
  const double name_left = left + mark + theme_.px(4);
  painter.setPen(ink);
  painter.drawText(
      QRectF(name_left, line.top(), line.right() - share_width - name_left, line.height()),
      Qt::AlignLeft | Qt::AlignVCenter,
      metrics.elidedText(answer->name, Qt::ElideRight,
                         qRound(line.right() - share_width - name_left)));
  painter.setPen(tokens.muted);
  painter.drawText(QRectF(line.right() - share_width, line.top(), share_width, line.height()),
                   Qt::AlignRight | Qt::AlignVCenter, share);
}

}  // namespace w2s::ui
