// A line over a list or page that says what was done or found and offers what can be done about it
// ("Deleted 2 runs. Undo"). Takes no focus, blocks nothing, and stays until it is closed, answered
// or replaced.
#pragma once

#include <vector>

#include <QFrame>

#include "ui/bridge/offer.h"

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace w2s::ui {

class Theme;

class NoticeBar : public QFrame {
  Q_OBJECT

 public:
  NoticeBar(const Theme& theme, const QString& object_name, QWidget* parent = nullptr);

  // The bar hides before an offer's action is called; buttons are named
  // "<object name of the bar>.<name of the offer>".
  void say(const QString& text, std::vector<Offer> offers);
  [[nodiscard]] QString text() const;

 Q_SIGNALS:
  void closed();  // by its close button

 private:
  void restyle();

  const Theme& theme_;
  QLabel* text_;
  QHBoxLayout* offers_;
  QToolButton* close_;
};

}  // namespace w2s::ui
