#include "ui/shell/tour.h"

#include <algorithm>
#include <array>

#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/main_window.h"
#include "ui/shell/page_host.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

struct TourStep {
  const char* page;  // that is shown
  const char* part;  // the object's name
  const char* title;
  const char* text;
};

constexpr std::array kTourSteps{
    TourStep{"run", "run.start", QT_TRANSLATE_NOOP("w2s::ui::Tour", "Start"),
             QT_TRANSLATE_NOOP(
                 "w2s::ui::Tour",
                 "Space, or this button, trains the experiment that is chosen beside it: a "
                 "weak supervisor, a student that learns from its labels, and a ceiling that "
                 "learns from true labels. It takes about a second.")},
    TourStep{"run", "card.accuracy", QT_TRANSLATE_NOOP("w2s::ui::Tour", "What they learn"),
             QT_TRANSLATE_NOOP(
                 "w2s::ui::Tour",
                 "The orange line is the weak floor, the green curve the ceiling, the blue "
                 "curve the student. Where the student ends between the two is the "
                 "performance gap recovered. Return makes a chart large, F1 explains it.")},
    TourStep{"run", "dock.settings", QT_TRANSLATE_NOOP("w2s::ui::Tour", "Settings"),
             QT_TRANSLATE_NOOP(
                 "w2s::ui::Tour",
                 "All that can be set. Weights and the learning rate change a run while it "
                 "trains; the charts mark the step from which the change counts. The menu of "
                 "a setting varies it in a study.")},
    TourStep{"run", "dock.runs", QT_TRANSLATE_NOOP("w2s::ui::Tour", "Runs"),
             QT_TRANSLATE_NOOP(
                 "w2s::ui::Tour",
                 "Every run stays on the disk and is listed here. Enter opens one, the eye "
                 "lays it over the charts, C compares the selected ones, the line above "
                 "filters: pgr > .4 seed = 1.")},
    TourStep{"run", "pages", QT_TRANSLATE_NOOP("w2s::ui::Tour", "Studies, comparisons, examples"),
             QT_TRANSLATE_NOOP(
                 "w2s::ui::Tour",
                 "Study trains many settings with many seeds, Compare tests whether one is "
                 "better than another, Examples shows the rows. Ctrl+E saves any chart as a "
                 "figure. Help, First steps has the same in writing.")}};

constexpr const char* kTourMenus = "head";  // the row of menus and pages
constexpr int kTourCardWidth = 340;         // at text scale 1
constexpr int kTourGap = 12;                // px between the part and the card
constexpr int kTourMargin = 4;              // px around the part
constexpr int kTourDarkness = 140;          // of 255: how dark the rest is

// Tab stays within the card.
class TourCard : public QFrame {
 public:
  using QFrame::QFrame;

 protected:
  bool focusNextPrevChild(bool next) override {
    const QList<QPushButton*> buttons = findChildren<QPushButton*>();
    const auto count = buttons.size();
    auto at = buttons.indexOf(qobject_cast<QPushButton*>(QApplication::focusWidget()));
    for (qsizetype i = 0; i < count; ++i) {
      at = (at + (next ? 1 : count - 1)) % count;
      if (buttons[at]->isEnabled()) {
        buttons[at]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
      }
    }
    return true;
  }
};

}  // namespace

int Tour::steps() {
  return static_cast<int>(kTourSteps.size());
}

Tour::Tour(MainWindow& window, const Theme& theme)
    : QWidget(&window), window_(window), theme_(theme), before_(QApplication::focusWidget()) {
  setObjectName(QStringLiteral("tour"));
  setAttribute(Qt::WA_DeleteOnClose);
  makeCard();
  qApp->installEventFilter(this);  // keys go to whatever has the focus
  setGeometry(window_.rect());
  show();
  raise();
  showStep(0);
  next_->setFocus(Qt::OtherFocusReason);
}

Tour::~Tour() {
  qApp->removeEventFilter(this);
}

void Tour::makeCard() {
  card_ = new TourCard(this);
  card_->setObjectName(QStringLiteral("tour.card"));
  card_->setProperty("card", true);
  const auto label = [this](const char* name) {
    auto* made = new QLabel(card_);
    made->setObjectName(QLatin1String(name));
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
  };
  title_ = label("tour.title");
  title_->setProperty("sentence", true);
  text_ = label("tour.text");
  number_ = label("tour.number");
  number_->setProperty("note", true);
  const auto button = [this](const char* name, const QString& text) {
    auto* made = new QPushButton(text, card_);
    made->setObjectName(QLatin1String(name));
    return made;
  };
  auto* end_button = button("tour.end", tr("End"));
  end_button->setToolTip(tr("Ends the tour (Esc)"));
  back_ = button("tour.back", tr("Back"));
  next_ = button("tour.next", {});
  next_->setProperty("primary", true);
  auto* row = new QHBoxLayout;
  row->addWidget(number_, 1);
  row->addWidget(end_button);
  row->addWidget(back_);
  row->addWidget(next_);
  auto* column = new QVBoxLayout(card_);
  column->setContentsMargins(14, 12, 14, 12);
  column->setSpacing(8);
  column->addWidget(title_);
  column->addWidget(text_);
  column->addLayout(row);
  connect(end_button, &QPushButton::clicked, this, &Tour::end);
  connect(back_, &QPushButton::clicked, this, [this] { showStep(step_ - 1); });
  connect(next_, &QPushButton::clicked, this, [this] { showStep(step_ + 1); });
}

void Tour::showStep(int step) {
  if (step >= steps()) {
    end();
    return;
  }
  step_ = std::max(step, 0);
  const TourStep& shown = kTourSteps[static_cast<std::size_t>(step_)];
  window_.pages().show(QLatin1String(shown.page));
  part_ = window_.findChild<QWidget*>(QLatin1String(shown.part));
  const bool is_folded = part_ == nullptr || !part_->isVisible() || part_->window() != &window_;
  if (is_folded) {
    part_ = window_.findChild<QWidget*>(QLatin1String(kTourMenus));
  }
  title_->setText(tr(shown.title));
  text_->setText(
      is_folded ? tr("%1 It is folded or closed now: the menu View opens it.").arg(tr(shown.text))
                : tr(shown.text));
  number_->setText(tr("%1 of %2").arg(step_ + 1).arg(steps()));
  back_->setEnabled(step_ > 0);
  next_->setText(step_ + 1 < steps() ? tr("Next") : tr("Done"));
  card_->setAccessibleName(title_->text());
  card_->setAccessibleDescription(text_->text());
  place();
  next_->setFocus(Qt::OtherFocusReason);
}

QRect Tour::shownPart() const {
  if (part_ == nullptr || !part_->isVisible()) {
    return {};
  }
  const QRect part(part_->mapTo(&window_, QPoint(0, 0)), part_->size());
  return part.adjusted(-kTourMargin, -kTourMargin, kTourMargin, kTourMargin).intersected(rect());
}

// Beside the part where there is room for it, else within it.
void Tour::place() {
  const int width = std::min(theme_.px(kTourCardWidth), this->width() - 2 * kTourGap);
  card_->setFixedWidth(width);
  const int height = std::max(card_->layout()->heightForWidth(width), card_->sizeHint().height());
  card_->setFixedHeight(std::min(height, this->height()));
  const QRect part = shownPart();
  QPoint at((this->width() - width) / 2, (this->height() - height) / 2);
  if (!part.isEmpty()) {
    const QRect room = rect().adjusted(kTourGap, kTourGap, -kTourGap, -kTourGap);
    const std::array<QPoint, 5> places{
        QPoint(part.left(), part.bottom() + kTourGap),
        QPoint(part.left(), part.top() - kTourGap - height),
        QPoint(part.right() + kTourGap, part.top()),
        QPoint(part.left() - kTourGap - width, part.top()),
        QPoint(part.right() - kTourGap - width, part.bottom() - kTourGap - height)};
    const auto fits = [&](const QPoint& place) {
      return room.contains(QRect(place, QSize(width, height)));
    };
    const auto found = std::ranges::find_if(places, fits);
    at = found != places.end() ? *found : places.back();
    at.setX(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width)));
    at.setY(std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height)));
  }
  card_->move(at);
  update();
}

void Tour::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  QPainterPath dark;
  dark.addRect(rect());
  const QRect part = shownPart();
  if (!part.isEmpty()) {
    QPainterPath hole;
    hole.addRoundedRect(part, theme_.px(6), theme_.px(6));
    dark = dark.subtracted(hole);
  }
  painter.fillPath(dark, QColor(0, 0, 0, kTourDarkness));
  if (!part.isEmpty()) {
    painter.setPen(QPen(theme_.tokens().accent, 2.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(part, theme_.px(6), theme_.px(6));
  }
}

bool Tour::takeKey(int key) {
  switch (key) {
    case Qt::Key_Escape:
      end();
      return true;
    case Qt::Key_Right:
    case Qt::Key_PageDown:
      showStep(step_ + 1);
      return true;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
      showStep(step_ - 1);
      return true;
    default:
      return false;
  }
}

bool Tour::eventFilter(QObject* object, QEvent* event) {
  const bool is_in_window =
      object->isWidgetType() && static_cast<QWidget*>(object)->window() == &window_;
  switch (event->type()) {
    case QEvent::ShortcutOverride:
      if (is_in_window) {
        event->accept();  // no command of the window
        return true;
      }
      break;
    case QEvent::KeyPress:
      if (is_in_window && takeKey(static_cast<QKeyEvent*>(event)->key())) {
        return true;
      }
      break;
    case QEvent::Resize:
      if (object == &window_) {
        setGeometry(window_.rect());
        place();
      }
      [[fallthrough]];
    case QEvent::Move:
    case QEvent::Show:
    case QEvent::Hide:
      if (object == part_) {
        place();
      }
      break;
    default:
      break;
  }
  return QWidget::eventFilter(object, event);
}

void Tour::end() {
  qApp->removeEventFilter(this);
  if (before_ != nullptr) {
    before_->setFocus(Qt::OtherFocusReason);
  }
  close();
}

}  // namespace w2s::ui
