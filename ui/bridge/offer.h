// Something a notice offers to do.
#pragma once

#include <functional>

#include <QString>

namespace w2s::ui {

struct Offer {
  QString text;
  QString object_name;  // the last part of its button's name
  QString tooltip;
  std::function<void()> action;
};

}  // namespace w2s::ui
