#include "ui/widgets/example_detail.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

#include <QPainter>

#include "ui/theme/theme.h"
#include "ui/widgets/folded_text.h"
#include "ui/widgets/format.h"
#include "ui/widgets/role_ink.h"

namespace w2s::ui {
namespace {

constexpr double kLargeImage = 196.0;  // at most
constexpr double kLeastImage = 84.0;   // and this much however low the page
constexpr double kHead = 44.0;
constexpr double kAnswer = 44.0;
constexpr double kAnswerLine = 24.0;  // without its bar, which the shares have
constexpr double kShareLine = 17.0;
constexpr double kSmallestHead = 8.0;  // pt at text scale 1: of the titles over the shares
constexpr double kGap = 10.0;
constexpr double kBetween = 8.0;   // two images
constexpr double kCaption = 16.0;  // below them

constexpr std::size_t kMostClasses = 12;

// Of many classes the true one, those that a model answers and those that any model gives most, in their
// order; the rest is one line.
std::vector<ClassShares> mostOf(std::vector<ClassShares> shares, const Example& example,
                                const QString& rest) {
  if (shares.size() <= kMostClasses) {
    return shares;
  }
  std::vector<double> weights;
  for (const ClassShares& one : shares) {
    double most = one.is_truth ? 2.0 : 0.0;
    for (const double share : one.of) {
      most = std::fmax(most, share);  // of those that are known
    }
    weights.push_back(most);
  }
  for (const auto& answer : example.answers) {
    if (answer && static_cast<std::size_t>(answer->predicted) < weights.size()) {
      weights[static_cast<std::size_t>(answer->predicted)] = 2.0;
    }
  }
  std::vector<std::size_t> order(shares.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return weights[i]; });
  const auto left_out = order.begin() + kMostClasses - 1;
  ClassShares others{.name = rest};
  for (auto i = left_out; i != order.end(); ++i) {
    for (std::size_t model = 0; model < others.of.size(); ++model) {
      others.of[model] += shares[*i].of[model];
    }
  }
  std::sort(order.begin(), left_out);
  std::vector<ClassShares> shown;
  for (auto i = order.begin(); i != left_out; ++i) {
    shown.push_back(std::move(shares[*i]));
  }
  shown.push_back(std::move(others));
  return shown;
}

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
                                int weak_side, std::vector<ClassShares> shares) {
  const bool is_as_high = example_.has_value() && shares_.empty() == shares.empty() &&
                          example_->text.isEmpty() && example.text.isEmpty();
  shares_ = mostOf(std::move(shares), example, tr("others"));
  example_ = example;
  image_ = image.copy();
  const bool is_same =
      weak_side <= 0 || image.isNull() || weak_side >= std::max(image.width(), image.height());
  weak_image_ = is_same ? QImage() : pooledImage(image_, weak_side);
  verdict_ = verdict;
  setAccessibleName(example.title());
  QStringList parts{verdict};
  if (!example.text.isEmpty()) {
    parts.prepend(example.text);
  }
  for (const Answerer model : kAnswerers) {
    if (const auto& answer = example.of(model)) {
      parts += tr("%1: %2, %3 %").arg(nameOf(model), answer->name, percentText(answer->confidence));
    }
  }
  for (const ClassShares& one : shares_) {
    QStringList given;
    for (const Answerer model : kAnswerers) {
      if (const double share = one.of[static_cast<std::size_t>(model)]; std::isfinite(share)) {
        given += QStringLiteral("%1 %2 %").arg(nameOf(model), percentText(share));
      }
    }
    parts += QStringLiteral("%1: %2").arg(one.name, given.join(QStringLiteral(", ")));
  }
  setAccessibleDescription(parts.join(QStringLiteral("; ")));
  if (!is_as_high) {
    updateGeometry();
  }
  update();
}

void ExampleDetail::clear() {
  example_.reset();
  image_ = weak_image_ = {};
  verdict_.clear();
  shares_.clear();
  setAccessibleName(tr("The chosen example"));
  setAccessibleDescription(tr("none is chosen"));
  updateGeometry();
  update();
}

// The font of a text that stands where others have a picture.
QFont ExampleDetail::textFont() const {
  return theme_.font(12.5);
}

int ExampleDetail::imageSide(int width) const {
  if (example_ && !example_->text.isEmpty()) {
    int room = theme_.px(kLargeImage);
    if (room_ > 0) {
      room = std::min(room, std::max(theme_.px(kLeastImage), room_ - heightOfTexts(width)));
    }
    return foldedHeight(textFont(), example_->text, width, room);
  }
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
         verdictHeight(width) +
         static_cast<int>(static_cast<double>(kAnswerers.size()) * answerHeight()) +
         (shares_.empty()
              ? 0
              : static_cast<int>(shares_.size() + 1) * theme_.px(kShareLine) + theme_.px(kGap));
}

double ExampleDetail::answerHeight() const {
  return theme_.px(shares_.empty() ? kAnswer : kAnswerLine);
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
                     tr("\nChoose an example to see it in large."));
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
  painter.drawText(0, theme_.px(35),
                   fittingText({(example_->split == ExampleSplit::Test
                                     ? tr("true class \u00b7 row %1 of the test file")
                                     : tr("true class \u00b7 row %1 of the training file"))
                                    .arg(countText(example_->row)),
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
    paintAnswer(painter, QRectF(0, top, width(), answerHeight()), model);
    top += answerHeight();
  }
  if (!shares_.empty()) {
    paintShares(painter, top + theme_.px(kGap));
  }
}

// A line a class: its name, and a bar with its number for each model.
void ExampleDetail::paintShares(QPainter& painter, double top) const {
  const Tokens& tokens = theme_.tokens();
  const QFont plain = theme_.font(11);
  const QFont strong = theme_.font(11, QFont::DemiBold);
  const double line = theme_.px(kShareLine);
  const double gap = theme_.px(6);
  const double least =
      QFontMetrics(plain).horizontalAdvance(QStringLiteral("100.0")) + theme_.px(6);
  const auto widest = [](const QFont& font) {
    double width = 0.0;
    for (const Answerer model : kAnswerers) {
      width = std::max(width, QFontMetricsF(font).horizontalAdvance(titleOf(model)));
    }
    return std::ceil(width) + 1.0;  // a whole pixel more: what just fits is not cut
  };
  const double wanted = widest(strong);
  const auto models = static_cast<double>(kAnswerers.size());
  const double names = std::max(0.3 * width(), width() - models * (std::max(least, wanted) + gap));
  const double room = std::max(1.0, (width() - names) / models - gap);
  const auto columnOf = [&](Answerer model) {
    return names + gap + static_cast<double>(model) * (room + gap);
  };
  painter.setFont(plain);
  painter.setPen(tokens.muted);
  painter.drawText(QRectF(0, top, names, line), Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(tr("class, %"), Qt::ElideRight, qRound(names)));
  QFont head = strong;  // smaller where the columns are narrow: a cut title says nothing
  for (double points = 10.5; points >= kSmallestHead && widest(head) > room; points -= 0.5) {
    head = theme_.font(points, QFont::DemiBold);
  }
  painter.setFont(head);
  for (const Answerer model : kAnswerers) {
    painter.setPen(tokens.textOf(inkOf(model)));
    painter.drawText(
        QRectF(columnOf(model), top, room, line), Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(titleOf(model), Qt::ElideRight, qRound(room)));
  }
  painter.setRenderHint(QPainter::Antialiasing, false);
  for (const ClassShares& one : shares_) {
    top += line;
    painter.setFont(one.is_truth ? strong : plain);
    painter.setPen(one.is_truth ? tokens.text : tokens.muted);
    painter.drawText(QRectF(0, top, names, line), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(one.name, Qt::ElideRight, qRound(names)));
    for (const Answerer model : kAnswerers) {
      const double share = std::clamp(one.of[static_cast<std::size_t>(model)], 0.0, 1.0);
      const QRectF cell(columnOf(model), top + theme_.px(1.5), room, line - theme_.px(3));
      painter.fillRect(cell, tokens.sunken);
      QColor bar = tokens.of(inkOf(model));
      bar.setAlpha(tokens.area_alpha);
      if (share > 0.0) {  // not where it is unknown, NaN
        painter.fillRect(QRectF(cell.left(), cell.top(), share * cell.width(), cell.height()), bar);
      }
      painter.setPen(share >= 0.0005 ? tokens.text : tokens.muted);
      painter.drawText(cell.adjusted(0, 0, -theme_.px(3), 0), Qt::AlignRight | Qt::AlignVCenter,
                       percentText(share));
    }
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
  if (!example_->text.isEmpty()) {
    painter.setFont(textFont());
    painter.setPen(theme_.tokens().text);
    drawFolded(painter, QRectF(0, theme_.px(kHead), width(), side), example_->text);
    return;
  }
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
  const bool has_bar = shares_.empty();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  if (has_bar) {
    painter.setBrush(tokens.track);
    painter.drawRoundedRect(bar, radius, radius);
  }
  const QFont value = theme_.font(12);
  painter.setFont(value);
  if (!answer) {
    painter.setPen(tokens.muted);
    painter.drawText(QPointF(left, baseline),
                     example_->has_ended ? tr("not recorded") : tr("not evaluated yet"));
    return;
  }
  if (has_bar) {
    const double filled = std::max(answer->confidence * bar.width(), bar.height());
    painter.setBrush(tokens.of(inkOf(model)));
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), filled, bar.height()), radius, radius);
  }
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
