#include "ui/shell/appearance.h"

#include <array>
#include <cmath>

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QSettings>

#include "ui/shell/language.h"
#include "ui/theme/theme.h"

namespace w2s::ui {
namespace {

const QString kTheme = QStringLiteral("window/theme");
const QString kFontScale = QStringLiteral("window/font_scale");
const QString kReducedMotion = QStringLiteral("window/reduced_motion");

constexpr std::array kScales{0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5};
constexpr int kThemes = 4;

}  // namespace

Appearance::Appearance(Theme& theme, QSettings* settings, QWidget* window)
    : QObject(window), theme_(theme), settings_(settings), window_(window) {}

void Appearance::restore(Theme& theme, const QSettings& settings) {
  bool number = false;
  const double scale = settings.value(kFontScale, 1.0).toDouble(&number);
  theme.setFontScale(number && std::isfinite(scale) ? scale : 1.0);
  theme.setReducedMotion(settings.value(kReducedMotion, false).toBool());
  const int choice = settings.value(kTheme, 0).toInt(&number);
  theme.choose(number && choice >= 0 && choice < kThemes ? static_cast<ThemeChoice>(choice)
                                                         : ThemeChoice::System);
}

void Appearance::keep(const QString& key, const QVariant& value) {
  if (settings_ != nullptr) {
    settings_->setValue(key, value);
  }
}

void Appearance::chooseTheme(int choice) {
  theme_.choose(static_cast<ThemeChoice>(choice));
  keep(kTheme, choice);
}

void Appearance::setFontScale(double scale) {
  theme_.setFontScale(scale);
  keep(kFontScale, theme_.fontScale());
}

void Appearance::larger() {
  for (const double scale : kScales) {
    if (scale > theme_.fontScale() + 1e-6) {
      setFontScale(scale);
      return;
    }
  }
}

void Appearance::smaller() {
  for (auto scale = kScales.rbegin(); scale != kScales.rend(); ++scale) {
    if (*scale < theme_.fontScale() - 1e-6) {
      setFontScale(*scale);
      return;
    }
  }
}

void Appearance::addTo(QMenu* view) {
  addThemes(view);
  addTextSize(view);
  auto* motion = view->addAction(tr("Reduced &motion"));
  motion->setObjectName(QStringLiteral("act.reduced_motion"));
  motion->setStatusTip(tr("Nothing glides or blinks by itself"));
  motion->setCheckable(true);
  motion->setChecked(theme_.reducedMotion());
  connect(motion, &QAction::toggled, this, [this](bool reduced) {
    theme_.setReducedMotion(reduced);
    keep(kReducedMotion, reduced);
  });
  addLanguages(view);
}

void Appearance::addThemes(QMenu* view) {
  QMenu* menu = view->addMenu(tr("&Theme"));
  auto* group = new QActionGroup(this);
  const std::array<QString, kThemes> names{tr("Follow the system"), tr("Light"), tr("Dark"),
                                           tr("High contrast")};
  for (int i = 0; i < kThemes; ++i) {
    QAction* look = menu->addAction(names[static_cast<std::size_t>(i)]);
    look->setObjectName(QStringLiteral("act.theme.%1").arg(i));
    look->setCheckable(true);
    group->addAction(look);
    connect(look, &QAction::triggered, this, [this, i] { chooseTheme(i); });
    const auto follow = [this, look, i] {
      look->setChecked(static_cast<int>(theme_.choice()) == i);
    };
    follow();
    connect(&theme_, &Theme::changed, look, follow);
  }
}

void Appearance::addTextSize(QMenu* view) {
  QMenu* menu = view->addMenu(tr("Te&xt size"));
  const auto action = [menu](const char* name, const QString& text, const QString& tip) {
    QAction* made = menu->addAction(text);
    made->setObjectName(QLatin1String(name));
    made->setStatusTip(tip);
    return made;
  };
  QAction* larger_text = action("act.text.larger", tr("&Larger"), tr("Larger text and symbols"));
  larger_text->setShortcuts(
      {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
  connect(larger_text, &QAction::triggered, this, &Appearance::larger);
  QAction* smaller_text =
      action("act.text.smaller", tr("&Smaller"), tr("Smaller text and symbols"));
  smaller_text->setShortcut(Qt::CTRL | Qt::Key_Minus);
  connect(smaller_text, &QAction::triggered, this, &Appearance::smaller);
  QAction* normal = action("act.text.normal", tr("&Normal"), tr("Text and symbols in first size"));
  normal->setShortcut(Qt::CTRL | Qt::Key_0);
  connect(normal, &QAction::triggered, this, [this] { setFontScale(1.0); });
  menu->addSeparator();
  auto* group = new QActionGroup(this);
  for (const double scale : kScales) {
    QAction* exact = menu->addAction(tr("%1 %").arg(qRound(100.0 * scale)));
    exact->setObjectName(QStringLiteral("act.text.%1").arg(qRound(100.0 * scale)));
    exact->setCheckable(true);
    group->addAction(exact);
    connect(exact, &QAction::triggered, this, [this, scale] { setFontScale(scale); });
    const auto follow = [this, exact, scale] {
      exact->setChecked(std::abs(theme_.fontScale() - scale) < 1e-6);
    };
    follow();
    connect(&theme_, &Theme::changed, exact, follow);
  }
}

void Appearance::addLanguages(QMenu* view) {
  QMenu* menu = view->addMenu(tr("L&anguage"));
  auto* group = new QActionGroup(this);
  const QString chosen = settings_ != nullptr ? chosenLanguage(*settings_) : QString();
  for (const Language& language : languages()) {
    QAction* action =
        menu->addAction(language.code.isEmpty() ? tr("Follow the system") : language.native_name);
    action->setObjectName(QStringLiteral("act.language.") + language.code);
    action->setStatusTip(tr("The language of the window, from its next start on"));
    action->setCheckable(true);
    action->setChecked(language.code == chosen);
    group->addAction(action);
    connect(action, &QAction::triggered, this, [this, language] {
      if (settings_ != nullptr) {
        chooseLanguage(*settings_, language.code);
      }
      Q_EMIT languageChosen(language.native_name);
    });
  }
}

}  // namespace w2s::ui
