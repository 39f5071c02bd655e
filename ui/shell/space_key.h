// Space is Start and Pause everywhere, except where the focused widget has its own use for it, as
// on any desktop: buttons, lists and ticks in tables. A row without a tick leaves Space to the run.
#pragma once

#include <QObject>

namespace w2s::ui {

class SpaceKey : public QObject {
  Q_OBJECT

 public:
  // Listens to the whole application as long as it lives.
  explicit SpaceKey(QObject* parent);

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;
};

}  // namespace w2s::ui
