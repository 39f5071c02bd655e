#include "ui/widgets/example_detail.h"

#include <algorithm>

#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/role_ink.h"

namespace w2s::ui {
namespace {

constexpr double kLargeImage = 196.0;  // at most
constexpr double kLeastImage = 84.0;   // and this much however low the page
constexpr double kHead = 44.0;
constexpr double kAnswer = 44.0;
constexpr double kGap = 10.0;
constexpr double kBetween = 8.0;   // two images
constexpr double kCaption = 16.0;  // below them

}  // namespace

QImage pooledImage(const QImage& image, int side) {
  const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
  QImage pooled(side, side, QImage::Format_Grayscale8);
  const auto begin = [side](int i, int pixels) { return i * pixels / side; };
  const auto end = [side](int i, int pixels) { return ((i + 1) * pixels + side - 1) / side; };
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      int sum = 0;
      int count = 0;
      for (int v = begin(y, grey.height()); v < end(y, grey.height()); ++v) {
        for (int u = begin(x, grey.width()); u < end(x, grey.width()); ++u) {
          sum += grey.constScanLine(v)[u];
          ++count;
        }
      }
      pooled.scanLine(y)[x] = static_cast<uchar>((sum + count / 2) / count);
    }
  }
  return pooled;
}

ExampleDetail::ExampleDetail(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
  setObjectName(QStringLiteral("examples.detail"));
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
  connect(&theme_, &Theme::changed, this, [this] {
    updateGeometry();
    update();
  });
  clear();
}

void ExampleDetail::showExample(const Example& example, const QImage& image, const QString& verdict,
                                int weak_side) {
  const bool was_empty = !example_.has_value();
  example_ = example;
  image_ = image.copy();
  const bool is_same =
      weak_side <= 0 || image.isNull() || weak_side >= std::max(image.width(), image.height());
  weak_image_ = is_same ? QImage() : pooledImage(image_, weak_side);
  verdict_ = verdict;
  setAccessibleName(tr("Test image %1: %2").arg(countText(example.row), example.label_name));
  QStringList parts{verdict};
  for (const Answerer model : kAnswerers) {
    if (const auto& answer = example.of(model)) {
      parts += tr("%1: %2, %3 %").arg(nameOf(model), answer->name, percentText(answer->confidence));
    }
  }
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
  if (was_empty) {
    updateGeometry();
  }
  update();
}

void ExampleDetail::clear() {
  example_.reset();
  image_ = weak_image_ = {};
  verdict_.clear();
  setAccessibleName(tr("The chosen image"));
  setAccessibleDescription(tr("none is chosen"));
  updateGeometry();
  update();
}

int ExampleDetail::imageSide(int width) const {
  const int longest = std::max({image_.width(), image_.height(), 28});
  const int across =
      weak_image_.isNull() ? width : (width - theme_.px(kBetween)) / 2;  // beside each other
  int room = std::min(across, theme_.px(kLargeImage));
  if (room_ > 0) {
    room = std::min(room, std::max(theme_.px(kLeastImage), room_ - heightOfTexts(width)));
  }
  return std::max(1, room / longest) * longest;
}

// Two lines always, so that nothing jumps from image to image.
int ExampleDetail::verdictHeight(int) const {
  return 2 * QFontMetrics(theme_.font(12)).lineSpacing();
}

QSize ExampleDetail::sizeHint() const {
  const int width = theme_.px(230);
  return {width, heightForWidth(width)};
}

QSize ExampleDetail::minimumSizeHint() const {
  const int width = theme_.px(180);
  return {width, heightForWidth(width)};
}

bool ExampleDetail::hasHeightForWidth() const {
  return true;
}

int ExampleDetail::heightForWidth(int width) const {
  return imageSide(width) + heightOfTexts(width);
}

int ExampleDetail::heightOfTexts(int width) const {
  return theme_.px(kHead) + theme_.px(kGap) + theme_.px(weak_image_.isNull() ? 0.0 : kCaption) +
         verdictHeight(width) + static_cast<int>(kAnswerers.size()) * theme_.px(kAnswer);
}

void ExampleDetail::setRoom(int height) {
  if (height != room_) {
    room_ = height;
    updateGeometry();
    update();
  }
}

void ExampleDetail::paintEvent(QPaintEvent*) {
  const Tokens& tokens = theme_.tokens();
  QPainter painter(this);
  if (!example_) {
    painter.setFont(theme_.font(12));
    painter.setPen(tokens.muted);
    painter.drawText(rect(), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                     tr("\nChoose an image to see it in large."));
    return;
  }
  const QFont title = theme_.font(15, QFont::DemiBold);
  painter.setFont(title);
  painter.setPen(tokens.text);
  painter.drawText(0, theme_.px(17),
                   QFontMetrics(title).elidedText(example_->label_name, Qt::ElideRight, width()));
  const QFont small = theme_.font(11.5);
  painter.setFont(small);
  painter.setPen(tokens.muted);
  painter.drawText(
      0, theme_.px(35),
      fittingText({tr("true class \u00b7 row %1 of the test file").arg(countText(example_->row)),
                   tr("true class \u00b7 row %1").arg(countText(example_->row))},
                  QFontMetrics(small), width()));

  paintImages(painter);

  double top = theme_.px(kHead) + imageSide(width()) + theme_.px(kGap) +
               theme_.px(weak_image_.isNull() ? 0.0 : kCaption);
  painter.setFont(theme_.font(12));
  painter.setPen(tokens.text);
  painter.drawText(QRectF(0, top, width(), verdictHeight(width())),
                   Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, verdict_);
  top += verdictHeight(width());
  for (const Answerer model : kAnswerers) {
    paintAnswer(painter, QRectF(0, top, width(), theme_.px(kAnswer)), model);
    top += theme_.px(kAnswer);
  }
}

void ExampleDetail::paintImages(QPainter& painter) const {
  const int side = imageSide(width());
  const auto paint = [&](const QImage& image, int left, int room, const QString& caption) {
    const int longest = std::max({image.width(), image.height(), 1});
    const QSize size = image.size() * std::max(1, side / longest);
    painter.drawImage(
        QRect(left + (room - size.width()) / 2, theme_.px(kHead), size.width(), size.height()),
        image);
    const QRect below(left, theme_.px(kHead) + side, room, theme_.px(kCaption));
    painter.drawText(below, Qt::AlignHCenter | Qt::AlignBottom,
                     painter.fontMetrics().elidedText(caption, Qt::ElideRight, room));
  };
  painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
  if (weak_image_.isNull()) {
    paint(image_, 0, width(), {});
    return;
  }
  painter.setFont(theme_.font(11));
  painter.setPen(theme_.tokens().muted);
  const int room = (width() - theme_.px(kBetween)) / 2;
  paint(image_, 0, room, tr("image"));
  paint(weak_image_, width() - room, room,
        tr("weak: %1 \u00d7 %1", "what the weak model gets").arg(weak_image_.width()));
}

void ExampleDetail::paintAnswer(QPainter& painter, const QRectF& area, Answerer model) const {
  const Tokens& tokens = theme_.tokens();
  const auto& answer = example_->of(model);
  const QFont font = theme_.font(12, QFont::DemiBold);
  const QFontMetrics metrics(font);
  const double baseline = area.top() + theme_.px(19);
  painter.setFont(font);
  painter.setPen(tokens.textOf(inkOf(model)));
  const QString title = titleOf(model);
  painter.drawText(QPointF(area.left(), baseline), title);
  const double left = area.left() + metrics.horizontalAdvance(title) + theme_.px(6);
  const QRectF bar(area.left(), area.top() + theme_.px(27), area.width(), theme_.px(7));
  const double radius = bar.height() / 2.0;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(tokens.track);
  painter.drawRoundedRect(bar, radius, radius);
  const QFont value = theme_.font(12);
  painter.setFont(value);
  if (!answer) {
    painter.setPen(tokens.muted);
    painter.drawText(QPointF(left, baseline), tr("not evaluated yet"));
    return;
  }
  const double filled = std::max(answer->confidence * bar.width(), bar.height());
  painter.setBrush(tokens.of(inkOf(model)));
  painter.drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), radius, radius);
  const QString share = tr("%1 %").arg(percentText(answer->confidence));
  const QFontMetrics value_metrics(value);
  const double share_left = area.right() - value_metrics.horizontalAdvance(share);
  painter.setPen(tokens.muted);
  painter.drawText(QPointF(share_left, baseline), share);
  const double mark = theme_.px(10);
  const double mark_left = share_left - mark - theme_.px(6);
  paintMark(painter, QRectF(mark_left, baseline - mark + theme_.px(1), mark, mark),
            answer->is_right, tokens);
  painter.setPen(tokens.text);
  painter.drawText(QPointF(left, baseline),
                   value_metrics.elidedText(answer->name, Qt::ElideRight,
                                            qRound(mark_left - theme_.px(6) - left)));
}

}  // namespace w2s::ui
