// The look of the application: tokens, font, style sheet and icons, and the signal that they
// changed. One object, made in main, passed by reference; widgets that paint read tokens() when
// they paint.
#pragma once

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include "ui/theme/tokens.h"

namespace w2s::ui {

enum class ThemeChoice { System, Light, Dark };

class Theme : public QObject {
  Q_OBJECT

 public:
  explicit Theme(QObject* parent = nullptr);

  // Fusion style, font, palette and style sheet of the whole application. Call once, and again
  // after a change.
  void apply();

  [[nodiscard]] ThemeChoice choice() const {
    return choice_;
  }
  void choose(ThemeChoice choice);

  [[nodiscard]] Look look() const {
    return look_;
  }
  [[nodiscard]] const Tokens& tokens() const {
    return tokensOf(look_);
  }

  // 1 = normal; every size in the window follows.
  [[nodiscard]] double fontScale() const {
    return font_scale_;
  }
  void setFontScale(double scale);
  [[nodiscard]] int px(double pixels) const;
  [[nodiscard]] QFont font(double pixels, QFont::Weight weight = QFont::Normal) const;

  // An icon of resources/icons in a token's colour. `name` without ending, e.g. "play".
  [[nodiscard]] QIcon icon(const QString& name) const;
  [[nodiscard]] QIcon icon(const QString& name, const QColor& color) const;

 Q_SIGNALS:
  void changed();

 private:
  [[nodiscard]] QString styleSheet() const;

  ThemeChoice choice_ = ThemeChoice::System;
  Look system_look_ = Look::Light;
  Look look_ = Look::Light;
  double font_scale_ = 1.0;
  QString family_;
};

}  // namespace w2s::ui
