#include "ui/shell/head_row.h"

#include <algorithm>

#include <QEvent>
#include <QMenuBar>
#include <QTabBar>

namespace w2s::ui {
namespace {

constexpr int kBetween = 24;  // at least, so that a menu and a tab are not taken for one row
constexpr int kEdge = 6;

}  // namespace

HeadRow::HeadRow(QMenuBar* menus, QTabBar* tabs, QWidget* parent)
    : QWidget(parent), menus_(menus), tabs_(tabs) {
  setObjectName(QStringLiteral("head"));
  setAttribute(Qt::WA_StyledBackground);
  menus_->setParent(this);
  tabs_->setParent(this);
}

bool HeadRow::fitsOneLine(int width) const {
  return menus_->sizeHint().width() + kBetween + tabs_->sizeHint().width() + kEdge <= width;
}

int HeadRow::heightForWidth(int width) const {
  const int menus = menus_->sizeHint().height();
  const int tabs = tabs_->sizeHint().height();
  return fitsOneLine(width) ? std::max(menus, tabs) : menus + tabs;
}

QSize HeadRow::sizeHint() const {
  const int width = menus_->sizeHint().width() + kBetween + tabs_->sizeHint().width() + kEdge;
  return {width, heightForWidth(width)};
}

QSize HeadRow::minimumSizeHint() const {
  return {0, std::max(menus_->sizeHint().height(), tabs_->sizeHint().height())};
}

void HeadRow::place() {
  const QSize menus = menus_->sizeHint();
  const QSize tabs = tabs_->sizeHint();
  if (fitsOneLine(width())) {
    menus_->setGeometry(0, (height() - menus.height()) / 2, width() - tabs.width() - kEdge,
                        menus.height());
    // On the lower edge, where the mark of the present page belongs.
    tabs_->setGeometry(width() - kEdge - tabs.width(), height() - tabs.height(), tabs.width(),
                       tabs.height());
  } else {
    menus_->setGeometry(0, 0, width(), menus.height());
    tabs_->setGeometry(0, menus.height(), width(), tabs.height());
  }
}

void HeadRow::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

// Another text size or language, another page.
bool HeadRow::event(QEvent* event) {
  if (event->type() == QEvent::LayoutRequest) {
    updateGeometry();
    place();
  }
  return QWidget::event(event);
}

}  // namespace w2s::ui
