#include "ui/shell/page_host.h"

#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTabBar>

namespace w2s::ui {
namespace {

// As small as its page can be, but never so large that the panels have no room: then it scrolls.
class PageScroll final : public QScrollArea {
 public:
  using QScrollArea::QScrollArea;

  [[nodiscard]] QSize minimumSizeHint() const override {
    const QSize least = widget() != nullptr ? widget()->minimumSizeHint() : QSize();
    const QSize room = window()->size();
    return least.boundedTo({room.width() / 2, room.height() * 3 / 5});
  }
};

}  // namespace

PageHost::PageHost(QWidget* parent)
    : QObject(parent), tabs_(new QTabBar(parent)), stack_(new QStackedWidget(parent)) {
  tabs_->setObjectName(QStringLiteral("pages"));
  tabs_->setAccessibleName(tr("Pages"));
  tabs_->setAccessibleDescription(tr("Chooses what the window shows"));
  tabs_->setToolTip(tr("Pages of the window"));
  tabs_->setDrawBase(false);
  tabs_->setExpanding(false);
  tabs_->setUsesScrollButtons(true);
  stack_->setObjectName(QStringLiteral("pages.stack"));
  connect(tabs_, &QTabBar::currentChanged, this, &PageHost::showPage);
}

void PageHost::add(Page page) {
  const bool before_log = !pages_.empty() && pages_.back().id == QLatin1String("log");
  const auto at = before_log ? pages_.end() - 1 : pages_.end();
  const int index = static_cast<int>(at - pages_.begin());
  const QString before = current();
  // A page that needs more room than there is scrolls.
  auto* scroll = new PageScroll(stack_);
  scroll->setObjectName(QStringLiteral("page.") + page.id);
  scroll->setProperty("page", true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidgetResizable(true);
  // It moves there when it is shown first: laying it out takes its time. Until then the window owns it.
  page.widget->setParent(stack_->window());
  page.widget->hide();
  stack_->addWidget(scroll);
  const QString title = page.title;
  pages_.insert(at, std::move(page));
  {
    const QSignalBlocker quiet(tabs_);
    tabs_->insertTab(index, title);
  }
  if (before.isEmpty()) {
    showPage(tabs_->currentIndex());
  } else {
    show(before);
  }
  Q_EMIT added();
}

void PageHost::show(const QString& id) {
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    if (pages_[i].id == id) {
      tabs_->setCurrentIndex(static_cast<int>(i));
    }
  }
}

QString PageHost::current() const {
  const int index = tabs_->currentIndex();
  return index >= 0 && static_cast<std::size_t>(index) < pages_.size()
             ? pages_[static_cast<std::size_t>(index)].id
             : QString();
}

QWidget* PageHost::page(const QString& id) const {
  for (const Page& page : pages_) {
    if (page.id == id) {
      return page.widget;
    }
  }
  return nullptr;
}

void PageHost::showPage(int index) {
  if (index < 0 || static_cast<std::size_t>(index) >= pages_.size()) {
    return;
  }
  const Page& page = pages_[static_cast<std::size_t>(index)];
  auto* scroll = stack_->findChild<QScrollArea*>(QStringLiteral("page.") + page.id,
                                                 Qt::FindDirectChildrenOnly);
  if (scroll->widget() == nullptr) {
    scroll->setWidget(page.widget);
  }
  stack_->setCurrentWidget(scroll);
  Q_EMIT shown(page.id);
}

}  // namespace w2s::ui
