// Text that somebody typed or that comes from a file (names, notes, descriptions, paths, messages with
// them) is shown as it is and never read as HTML, which Qt does by default with whatever looks like
// it: "<img src=...>" in a run's note would open that file.
//
// PlainText makes this so for the whole application: labels without a format of their own become
// plain, and tooltips that look like HTML are shown as plain text, in widgets, item views, menus and
// graphics views. Rich tooltips of the program's own go through setRichToolTip().
#pragma once

#include <QObject>
#include <QString>

class QHelpEvent;
class QWidget;

namespace w2s::ui {

// `text` as a tooltip that Qt shows as it is.
[[nodiscard]] QString plainTip(const QString& text);
// Instead of QToolTip::showText().
void showPlainTip(const QPoint& place, const QString& text, QWidget* widget);
// HTML of the program's own; what comes from elsewhere has been escaped by the caller.
void setRichToolTip(QWidget& widget, const QString& html);

class PlainText : public QObject {
  Q_OBJECT

 public:
  // For the whole application as long as it lives.
  explicit PlainText(QObject* parent);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
};

}  // namespace w2s::ui
