// What the user chooses about looks: theme, text size, reduced motion, language. Kept in the
// settings; the actions stand in the View menu.
#pragma once

#include <QObject>
#include <QString>

class QAction;
class QMenu;
class QSettings;
class QWidget;

namespace w2s::ui {

class Theme;

class Appearance : public QObject {
  Q_OBJECT

 public:
  // `settings` may be null: then nothing is kept.
  Appearance(Theme& theme, QSettings* settings, QWidget* window);

  // Theme, text size and motion as they were chosen. Values that make no sense count as not chosen.
  static void restore(Theme& theme, const QSettings& settings);

  void addTo(QMenu* view);

 public Q_SLOTS:
  void chooseTheme(int choice);
  void setFontScale(double scale);
  void larger();
  void smaller();

 Q_SIGNALS:
  // For a message: what was chosen takes effect at the next start.
  void languageChosen(const QString& native_name);

 private:
  void addThemes(QMenu* view);
  void addTextSize(QMenu* view);
  void addLanguages(QMenu* view);
  void keep(const QString& key, const QVariant& value);

  Theme& theme_;
  QSettings* settings_;
  QWidget* window_;
};

}  // namespace w2s::ui
