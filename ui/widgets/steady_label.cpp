#include "ui/widgets/steady_label.h"

#include <QEvent>
#include <QFontMetrics>

namespace w2s::ui {
namespace {

constexpr std::size_t kMostRooms = 64;

bool isOneParagraph(const QString& html) {
  return !html.contains(QLatin1String("<br")) && !html.contains(QLatin1String("<p")) &&
         !html.contains(QLatin1Char('\n'));
}

}  // namespace

QString SteadyLabel::withoutTags(QString html) {
  html.replace(QLatin1String("&nbsp;"), QString(QChar(QChar::Nbsp)));
  QString plain;
  plain.reserve(html.size());
  bool inside = false;
  for (const QChar c : html) {
    if (c == QLatin1Char('<')) {
      inside = true;
    } else if (c == QLatin1Char('>')) {
      inside = false;
    } else if (!inside) {
      plain += c;
    }
  }
  return plain;
}

// Valid until the next event: a new style voids all answers.
SteadyLabel::Room& SteadyLabel::room() const {
  Q_ASSERT(isOneParagraph(text()));
  const int advance = fontMetrics().horizontalAdvance(withoutTags(text()));
  if (rooms_.size() > kMostRooms) {
    rooms_.clear();
  }
  return rooms_[advance];
}

// Each asks the label first and keeps the answer then: the first question polishes it, which is
// such an event.
QSize SteadyLabel::sizeHint() const {
  if (const auto kept = room().hint) {
    return *kept;
  }
  const QSize size = QLabel::sizeHint();
  room().hint = size;
  return size;
}

QSize SteadyLabel::minimumSizeHint() const {
  if (const auto kept = room().minimum) {
    return *kept;
  }
  const QSize size = QLabel::minimumSizeHint();
  room().minimum = size;
  return size;
}

int SteadyLabel::heightForWidth(int width) const {
  if (const auto& heights = room().heights; heights.contains(width)) {
    return heights.at(width);
  }
  const int height = QLabel::heightForWidth(width);
  room().heights[width] = height;
  return height;
}

void SteadyLabel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
    rooms_.clear();
  }
  QLabel::changeEvent(event);
}

}  // namespace w2s::ui
