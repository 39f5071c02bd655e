// One of several named alternatives: a few short ones stand side by side as buttons, more drop
// down.
#pragma once

#include <vector>

#include <QWidget>

class QButtonGroup;
class QComboBox;

namespace w2s::ui {

class Theme;

class ChoiceField : public QWidget {
  Q_OBJECT

 public:
  struct Option {
    QString label;
    QString help;
  };

  // `key` is the dotted key: objectName "field.<key>.editor"; its parts "field.<key>.0", ".1", ...
  // or "field.<key>.list".
  ChoiceField(const Theme& theme, const QString& key, const std::vector<Option>& options,
              QWidget* parent = nullptr);

  [[nodiscard]] int current() const {
    return current_;
  }
  // Without a signal.
  void setCurrent(int index);
  void describe(const QString& name, const QString& description, const QString& tooltip);

 Q_SIGNALS:
  void edited(int index);

 private:
  void makeButtons(const QString& name);
  void makeList(const QString& name);
  void change(int index);

  std::vector<Option> options_;
  QButtonGroup* buttons_ = nullptr;
  QComboBox* list_ = nullptr;
  int current_ = -1;
};

}  // namespace w2s::ui
