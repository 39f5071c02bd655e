#include "tests/support/clipped_texts.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QTabBar>
#include <QTextDocument>
#include <QToolButton>

namespace w2s::test {
namespace {

QString nameOf(const QWidget& widget) {
  return QStringLiteral("%1 \"%2\"")
      .arg(QLatin1String(widget.metaObject()->className()), widget.objectName());
}

bool scrolls(const QWidget& widget, const QWidget& window) {
  for (const QWidget* above = widget.parentWidget(); above != nullptr && above != &window;
       above = above->parentWidget()) {
    if (qobject_cast<const QAbstractScrollArea*>(above) != nullptr) {
      return true;
    }
  }
  return false;
}

QString faultOf(const QLabel& label) {
  if (label.text().isEmpty() || label.sizePolicy().horizontalPolicy() == QSizePolicy::Ignored) {
    return {};
  }
  const bool wraps = label.wordWrap();
  const int wanted_height = wraps ? label.heightForWidth(label.width()) : label.sizeHint().height();
  // A pixel of rounding is no cut text.
  if (!wraps && label.sizeHint().width() > label.width() + 1) {
    return QStringLiteral("%1 is %2 wide, its text \"%3\" needs %4")
        .arg(nameOf(label))
        .arg(label.width())
        .arg(label.text())
        .arg(label.sizeHint().width());
  }
  if (wanted_height > label.height() + 1) {
    return QStringLiteral("%1 is %2 high, its text \"%3\" needs %4")
        .arg(nameOf(label))
        .arg(label.height())
        .arg(label.text())
        .arg(wanted_height);
  }
  return {};
}

QString faultOf(const QAbstractButton& button) {
  const auto* tool = qobject_cast<const QToolButton*>(&button);
  const bool has_text = !button.text().isEmpty() &&
                        (tool == nullptr || tool->toolButtonStyle() != Qt::ToolButtonIconOnly);
  const QSize wanted = button.minimumSizeHint();
  if (has_text && (wanted.width() > button.width() + 1 || wanted.height() > button.height() + 1)) {
    return QStringLiteral("%1 is %2x%3, its text \"%4\" needs %5x%6")
        .arg(nameOf(button))
        .arg(button.width())
        .arg(button.height())
        .arg(button.text())
        .arg(wanted.width())
        .arg(wanted.height());
  }
  return {};
}

}  // namespace

QStringList clippedTexts(const QWidget& window) {
  QStringList faults;
  const auto add = [&faults](const QString& fault) {
    if (!fault.isEmpty()) {
      faults += fault;
    }
  };
  for (const QWidget* widget : window.findChildren<QWidget*>()) {
    if (!widget->isVisible() || widget->window() != &window ||
        widget->objectName().startsWith(QStringLiteral("qt_"))) {
      continue;
    }
    const auto* label = qobject_cast<const QLabel*>(widget);
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    const bool control = button != nullptr || qobject_cast<const QAbstractSlider*>(widget) ||
                         qobject_cast<const QAbstractSpinBox*>(widget) ||
                         qobject_cast<const QComboBox*>(widget);
    if (label != nullptr && label->pixmap().isNull()) {
      add(faultOf(*label));
    }
    if (button != nullptr && qobject_cast<const QTabBar*>(widget->parentWidget()) == nullptr) {
      add(faultOf(*button));
    }
    if ((label != nullptr || control) && !scrolls(*widget, window)) {
      const QRect place(widget->mapTo(&window, QPoint()), widget->size());
      if (!window.rect().contains(place)) {
        add(QStringLiteral("%1 reaches out of the window").arg(nameOf(*widget)));
      }
    }
  }
  return faults;
}

}  // namespace w2s::test
