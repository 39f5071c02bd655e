// The look of the application: tokens, font, style sheet and icons, and the signal that they
// changed. One object, made in main, passed by reference; widgets that paint read tokens() when
// they paint.
#pragma once

#include <functional>

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QString>

#include "ui/theme/tokens.h"

class QLineEdit;

namespace w2s::ui {

enum class ThemeChoice { System, Light, Dark, HighContrast };

// What the desktop asks for. Qt >= 6.5 knows; before, the lightness of its window colour tells.
[[nodiscard]] Look systemLook();

class Theme : public QObject {
  Q_OBJECT

 public:
  static constexpr double kSmallestScale = 0.8;
  static constexpr double kLargestScale = 2.5;

  explicit Theme(QObject* parent = nullptr);
  // With another way to ask the desktop; for tests.
  Theme(std::function<Look()> system_look, QObject* parent);

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

  // True: nothing moves by itself; what would glide jumps.
  [[nodiscard]] bool reducedMotion() const {
    return reduced_motion_;
  }
  void setReducedMotion(bool reduced);
  [[nodiscard]] int px(double pixels) const;
  [[nodiscard]] QFont font(double pixels, QFont::Weight weight = QFont::Normal) const;

  // An icon of resources/icons in a token's colour. `name` without ending, e.g. "play".
  [[nodiscard]] QIcon icon(const QString& name) const;
  [[nodiscard]] QIcon icon(const QString& name, const QColor& color) const;

 Q_SIGNALS:
  void changed();

 protected:
  // The desktop's colours may change while the window is open.
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void followSystem();
  [[nodiscard]] QString styleSheet() const;

  std::function<Look()> ask_system_;

  ThemeChoice choice_ = ThemeChoice::System;
  Look system_look_ = Look::Light;
  Look look_ = Look::Light;
  double font_scale_ = 1.0;
  bool reduced_motion_ = false;
  bool applying_ = false;
  QString family_;
};

// Qt draws the button that clears a line in the system's colour, which some looks swallow.
void setClearIcon(QLineEdit& line, const Theme& theme);

}  // namespace w2s::ui
