#include "ui/widgets/numbers_row.h"

#include <algorithm>
#include <array>

#include <QEvent>

#include "ui/theme/theme.h"
#include "ui/widgets/gap_bar.h"
#include "ui/widgets/stat_card.h"

namespace w2s::ui {
namespace {

constexpr int kGap = 10;
constexpr int kCards = 3;
// Of the room beyond what each needs at the least, in shares of a card's.
constexpr int kBarShare = 4;
// A card does not grow beyond what its texts fill.
constexpr double kWidestCard = 172.0;

}  // namespace

NumbersRow::NumbersRow(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      weak_(new StatCard(theme, charts::Ink::Weak, tr("Weak floor"), this)),
      student_(new StatCard(theme, charts::Ink::Student, tr("Student"), this)),
      ceiling_(new StatCard(theme, charts::Ink::Ceiling, tr("Ceiling"), this)),
      gap_(new GapBar(theme, this)) {
  setObjectName(QStringLiteral("run.numbers"));
  weak_->setObjectName(QStringLiteral("card.weak"));
  student_->setObjectName(QStringLiteral("card.student"));
  ceiling_->setObjectName(QStringLiteral("card.ceiling"));
  gap_->setObjectName(QStringLiteral("gap"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NumbersRow::setCompact(bool compact) {
  for (StatCard* card : {weak_, student_, ceiling_}) {
    card->setCompact(compact);
  }
  gap_->setCompact(compact);
}

bool NumbersRow::isOneRow(int width) const {
  return kCards * (weak_->minimumSizeHint().width() + kGap) + gap_->minimumSizeHint().width() <=
         width;
}

int NumbersRow::rowHeight() const {
  return std::max(weak_->sizeHint().height(), gap_->sizeHint().height());
}

QSize NumbersRow::sizeHint() const {
  const int width = kCards * (weak_->sizeHint().width() + kGap) + gap_->sizeHint().width();
  return {width, rowHeight()};
}

QSize NumbersRow::minimumSizeHint() const {
  const int cards = kCards * (weak_->minimumSizeHint().width() + kGap) - kGap;
  return {std::max(cards, gap_->minimumSizeHint().width()), rowHeight()};
}

void NumbersRow::place() {
  const int height = rowHeight();
  const std::array<StatCard*, kCards> cards{weak_, student_, ceiling_};
  const int least = weak_->minimumSizeHint().width();
  int card_width = (width() + kGap) / kCards - kGap;
  const bool one_row = isOneRow(width());
  setFixedHeight(one_row ? height : 2 * height + kGap);
  if (one_row) {
    const int spare = width() - kCards * (least + kGap) - gap_->minimumSizeHint().width();
    card_width = std::min(least + spare / (kCards + kBarShare), theme_.px(kWidestCard));
  }
  int left = 0;
  for (StatCard* card : cards) {
    card->setGeometry(left, 0, card_width, height);
    left += card_width + kGap;
  }
  if (one_row) {
    gap_->setGeometry(left, 0, width() - left, height);
  } else {
    // The last card takes the pixels that the division leaves.
    ceiling_->setGeometry(2 * (card_width + kGap), 0, width() - 2 * (card_width + kGap), height);
    gap_->setGeometry(0, height + kGap, width(), height);
  }
}

void NumbersRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

// Another text size, or compact.
bool NumbersRow::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) {
    place();
    updateGeometry();
  }
  return QWidget::event(event);
}

}  // namespace w2s::ui
