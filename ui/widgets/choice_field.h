// One setting with named alternatives: two stand side by side as buttons, more drop down. For the
// next run.
#pragma once

#include <span>

#include <QWidget>

#include "core/config/field.h"
#include "core/config/slot.h"

class QButtonGroup;
class QComboBox;

namespace w2s::ui {

class ChoiceField : public QWidget {
  Q_OBJECT

 public:
  // objectName "field.<key>"; its parts ".0", ".1" or ".list".
  ChoiceField(const QString& key, const config::Field& field,
              std::span<const config::Option> options, QWidget* parent = nullptr);

  [[nodiscard]] int current() const {
    return current_;
  }
  // Without a signal.
  void setCurrent(int index);

 Q_SIGNALS:
  void edited(int index);

 private:
  void change(int index);

  QButtonGroup* buttons_ = nullptr;
  QComboBox* list_ = nullptr;
  int current_ = -1;
};

}  // namespace w2s::ui
