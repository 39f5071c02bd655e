// What a setting is edited with: one widget for each kind of value.
//
//   Boolean        a switch            beside the label
//   Integer, Real  a number box        beside the label; with a slider where one is of use
//   Choice         buttons or a list
//   Text, Seeds    a line of text
#pragma once

#include <QWidget>

#include "core/config/form.h"

namespace w2s::ui {

class Theme;

class FieldEditor : public QWidget {
  Q_OBJECT

 public:
  // objectName "field.<key>.<part>" on what can have the focus.
  [[nodiscard]] static FieldEditor* make(const Theme& theme, const config::FormField& field,
                                         QWidget* parent);

  // Shows the value, without a signal.
  virtual void setField(const config::FormField& field) = 0;
  // The names and texts for assistive technology and the tooltip.
  virtual void describe(const QString& name, const QString& description,
                        const QString& tooltip) = 0;
  // Whether it has room in the line of the label.
  [[nodiscard]] virtual bool isBesideLabel() const {
    return false;
  }

 Q_SIGNALS:
  // The user wants another value: a text for config::applySetting, not checked yet.
  void edited(const QString& value);
  // What follows is another edit.
  void gestureEnded();

 protected:
  using QWidget::QWidget;
};

}  // namespace w2s::ui
