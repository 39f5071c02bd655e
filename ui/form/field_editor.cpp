#include "ui/form/field_editor.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include "ui/bridge/translated.h"
#include "ui/form/form_layout.h"
#include "ui/form/setting_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/choice_field.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/slider_field.h"
#include "ui/widgets/toggle_switch.h"

namespace w2s::ui {
namespace {

using config::FieldKind;
using config::FormField;

QString nameOf(const FormField& field) {
  return QStringLiteral("field.") + QString::fromStdString(field.key);
}

void fill(QWidget* outer, QWidget* inner) {
  auto* row = new QHBoxLayout(outer);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(inner);
  outer->setFocusProxy(inner);
}

class NumberEditor final : public FieldEditor {
 public:
  NumberEditor(const Theme& theme, const FormField& field, QWidget* parent)
      : FieldEditor(parent), integer_(field.kind == FieldKind::Integer), alone_(!hasSlider(field)) {
    const config::Field numbers{.name = {},
                                .label = {},
                                .help = {},
                                .min = field.min,
                                .max = field.max,
                                .slider_min = field.slider_min,
                                .slider_max = field.slider_max,
                                .scale = field.scale,
                                .decimals = field.decimals};
    editor_ = new SliderField(
        theme, QString::fromStdString(field.key), numbers,
        integer_ ? SliderField::Number::Integer : SliderField::Number::Real,
        alone_ ? SliderField::Parts::BoxAlone : SliderField::Parts::SliderAndBox, this);
    fill(this, editor_);
    connect(editor_, &SliderField::gestureEnded, this, &FieldEditor::gestureEnded);
    connect(editor_, &SliderField::edited, this, [this](double value) {
      // The shortest text that is this number; whole ones without an exponent.
      const bool is_whole = integer_ && value == std::trunc(value);
      Q_EMIT edited(QString::fromStdString(is_whole ? fmt::format("{:.0f}", value)
                                                    : fmt::format("{}", value)));
    });
  }
  void setField(const FormField& field) override {
    editor_->setValue(integer_ ? static_cast<double>(std::get<std::int64_t>(field.value))
                               : std::get<double>(field.value));
  }
  void describe(const QString& name, const QString& description, const QString& tooltip) override {
    editor_->describe(name, description, tooltip);
  }
  [[nodiscard]] bool isBesideLabel() const override {
    return alone_;
  }

 private:
  bool integer_;
  bool alone_;
  SliderField* editor_;
};

class ChoiceEditor final : public FieldEditor {
 public:
  ChoiceEditor(const Theme& theme, const FormField& field, QWidget* parent)
      : FieldEditor(parent), choices_(field.choices) {
    std::vector<ChoiceField::Option> options;
    for (const config::FormChoice& choice : choices_) {
      options.push_back({translated(choice.label), translated(choice.help)});
    }
    editor_ = new ChoiceField(theme, QString::fromStdString(field.key), options, this);
    fill(this, editor_);
    connect(editor_, &ChoiceField::edited, this, [this](int index) {
      Q_EMIT edited(QString::fromStdString(choices_[static_cast<std::size_t>(index)].name));
      Q_EMIT gestureEnded();
    });
  }
  void setField(const FormField& field) override {
    const auto found =
        std::ranges::find(choices_, std::get<std::string>(field.value), &config::FormChoice::name);
    editor_->setCurrent(static_cast<int>(found - choices_.begin()));
  }
  void describe(const QString& name, const QString& description, const QString& tooltip) override {
    editor_->describe(name, description, tooltip);
  }

 private:
  std::vector<config::FormChoice> choices_;
  ChoiceField* editor_;
};

class BooleanEditor final : public FieldEditor {
 public:
  BooleanEditor(const Theme& theme, const FormField& field, QWidget* parent)
      : FieldEditor(parent), editor_(new ToggleSwitch(theme, this)) {
    editor_->setObjectName(nameOf(field) + QStringLiteral(".switch"));
    fill(this, editor_);
    connect(editor_, &QAbstractButton::clicked, this, [this](bool on) {
      Q_EMIT edited(on ? QStringLiteral("true") : QStringLiteral("false"));
      Q_EMIT gestureEnded();
    });
  }
  void setField(const FormField& field) override {
    editor_->setChecked(std::get<bool>(field.value));
  }
  void describe(const QString& name, const QString& description, const QString& tooltip) override {
    editor_->setAccessibleName(name);
    editor_->setAccessibleDescription(description);
    setRichToolTip(*editor_, tooltip);
  }
  [[nodiscard]] bool isBesideLabel() const override {
    return true;
  }

 private:
  ToggleSwitch* editor_;
};

// Undo and redo belong to the window, except while the text is half typed.
class SettingLine final : public QLineEdit {
 public:
  using QLineEdit::QLineEdit;
  QString shown;

 protected:
  bool event(QEvent* event) override {
    if (event->type() == QEvent::ShortcutOverride && text() == shown) {
      auto* key = static_cast<QKeyEvent*>(event);
      if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
        event->ignore();
        return true;
      }
    }
    return QLineEdit::event(event);
  }
};

class TextEditor final : public FieldEditor {
 public:
  TextEditor(const FormField& field, QWidget* parent)
      : FieldEditor(parent), editor_(new SettingLine(this)) {
    editor_->setObjectName(nameOf(field) + QStringLiteral(".text"));
    if (field.kind == FieldKind::Seeds) {
      editor_->setPlaceholderText(QStringLiteral("0-4, 7"));
    }
    fill(this, editor_);
    connect(editor_, &QLineEdit::editingFinished, this, [this] {
      if (editor_->text() != editor_->shown) {
        editor_->shown = editor_->text();
        Q_EMIT edited(editor_->text());
        Q_EMIT gestureEnded();
      }
    });
  }
  void setField(const FormField& field) override {
    const QString text = QString::fromStdString(editText(field));
    if (text != editor_->shown || text != editor_->text()) {
      editor_->shown = text;
      editor_->setText(text);
      editor_->setCursorPosition(0);
    }
  }
  void describe(const QString& name, const QString& description, const QString& tooltip) override {
    editor_->setAccessibleName(name);
    editor_->setAccessibleDescription(description);
    setRichToolTip(*editor_, tooltip);
  }

 private:
  SettingLine* editor_;
};

}  // namespace

FieldEditor* FieldEditor::make(const Theme& theme, const FormField& field, QWidget* parent) {
  FieldEditor* editor = nullptr;
  switch (field.kind) {
    case FieldKind::Boolean:
      editor = new BooleanEditor(theme, field, parent);
      break;
    case FieldKind::Integer:
    case FieldKind::Real:
      editor = new NumberEditor(theme, field, parent);
      break;
    case FieldKind::Choice:
      editor = new ChoiceEditor(theme, field, parent);
      break;
    case FieldKind::Text:
    case FieldKind::Seeds:
      editor = new TextEditor(field, parent);
      break;
  }
  editor->setField(field);
  return editor;
}

}  // namespace w2s::ui
