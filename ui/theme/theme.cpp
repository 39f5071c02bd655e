#include "ui/theme/theme.h"

#include <algorithm>

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QFontDatabase>
#include <QLineEdit>
#include <QPalette>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QStyleHints>

#include "ui/theme/svg_icon.h"

static void initResources() {
  Q_INIT_RESOURCE(resources);
}

namespace w2s::ui {
namespace {

QPalette paletteOf(const Tokens& tokens) {
  QPalette palette;
  palette.setColor(QPalette::Window, tokens.surface);
  palette.setColor(QPalette::WindowText, tokens.text);
  palette.setColor(QPalette::Base, tokens.surface);
  palette.setColor(QPalette::AlternateBase, tokens.sunken);
  palette.setColor(QPalette::Text, tokens.text);
  palette.setColor(QPalette::PlaceholderText, tokens.muted);
  palette.setColor(QPalette::Button, tokens.surface);
  palette.setColor(QPalette::ButtonText, tokens.text);
  palette.setColor(QPalette::BrightText, tokens.trouble);
  palette.setColor(QPalette::Highlight, tokens.accent);
  palette.setColor(QPalette::HighlightedText, tokens.accent_text);
  palette.setColor(QPalette::Link, tokens.accent);
  palette.setColor(QPalette::ToolTipBase, tokens.surface);
  palette.setColor(QPalette::ToolTipText, tokens.text);
  palette.setColor(QPalette::Light, tokens.raised);
  palette.setColor(QPalette::Midlight, tokens.raised);
  palette.setColor(QPalette::Mid, tokens.border);
  palette.setColor(QPalette::Dark, tokens.border);
  palette.setColor(QPalette::Shadow, tokens.border);
  for (const QPalette::ColorRole role :
       {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
    palette.setColor(QPalette::Disabled, role, tokens.disabled);
  }
  return palette;
}

}  // namespace

Look systemLook() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown) {
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark ? Look::Dark
                                                                                 : Look::Light;
  }
#endif
  // Without a palette of ours the application has the desktop's.
  const QPalette ours = QApplication::palette();
  QApplication::setPalette(QPalette());
  const double lightness = QApplication::palette().color(QPalette::Window).lightnessF();
  QApplication::setPalette(ours);
  return lightness < 0.5 ? Look::Dark : Look::Light;
}

Theme::Theme(QObject* parent) : Theme(systemLook, parent) {}

Theme::Theme(std::function<Look()> system_look, QObject* parent)
    : QObject(parent), ask_system_(std::move(system_look)) {
  initResources();
  system_look_ = ask_system_();
  look_ = system_look_;
  family_ = QFontDatabase::hasFamily(QStringLiteral("Inter")) ? QStringLiteral("Inter")
                                                              : QApplication::font().family();
  QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
  qApp->installEventFilter(this);
}

void Theme::choose(ThemeChoice choice) {
  choice_ = choice;
  switch (choice) {
    case ThemeChoice::System:
      look_ = system_look_;
      break;
    case ThemeChoice::Light:
      look_ = Look::Light;
      break;
    case ThemeChoice::Dark:
      look_ = Look::Dark;
      break;
    case ThemeChoice::HighContrast:
      look_ = Look::HighContrast;
      break;
  }
  apply();
}

bool Theme::eventFilter(QObject* object, QEvent* event) {
  if (event->type() == QEvent::ApplicationPaletteChange && object == qApp && !applying_) {
    // Later: the palette is being set at this moment.
    QMetaObject::invokeMethod(this, &Theme::followSystem, Qt::QueuedConnection);
  }
  return QObject::eventFilter(object, event);
}

void Theme::followSystem() {
  applying_ = true;
  const Look look = ask_system_();
  applying_ = false;
  if (look != system_look_) {
    system_look_ = look;
    choose(choice_);
  }
}

void Theme::setFontScale(double scale) {
  const double allowed = std::clamp(scale, kSmallestScale, kLargestScale);
  if (allowed != font_scale_) {
    font_scale_ = allowed;
    apply();
  }
}

void Theme::setReducedMotion(bool reduced) {
  if (reduced != reduced_motion_) {
    reduced_motion_ = reduced;
    Q_EMIT changed();
  }
}

int Theme::px(double pixels) const {
  return qRound(pixels * font_scale_);
}

QFont Theme::font(double pixels, QFont::Weight weight) const {
  QFont font(family_);
  font.setPixelSize(px(pixels));
  font.setWeight(weight);
  return font;
}

void Theme::apply() {
  applying_ = true;
  // Each of the three reaches every widget there is: only what changes is set.
  if (const QPalette palette = paletteOf(tokens()); QApplication::palette() != palette) {
    QApplication::setPalette(palette);
  }
  if (const QFont body = font(13); QApplication::font() != body) {
    QApplication::setFont(body);
  }
  if (const QString sheet = styleSheet(); qApp->styleSheet() != sheet) {
    qApp->setStyleSheet(sheet);
  }
  applying_ = false;
  Q_EMIT changed();
}

QIcon Theme::icon(const QString& name) const {
  return icon(name, tokens().text);
}

QIcon Theme::icon(const QString& name, const QColor& color) const {
  return svgIcon(QStringLiteral(":/icons/%1.svg").arg(name), color, tokens().disabled);
}

// The sheet is written with @token for colours and @px(n) for sizes.
QString Theme::styleSheet() const {
  QFile file(QStringLiteral(":/theme/style.qss"));
  if (!file.open(QIODevice::ReadOnly)) {
    return {};
  }
  QString sheet = QString::fromUtf8(file.readAll());
  const Tokens& t = tokens();
  // Longer names first, so that @accent does not match the beginning of @accent_text.
  const std::pair<const char*, QColor> colors[] = {
      {"@accent_text", t.accent_text},
      {"@accent", t.accent},
      {"@focus", t.focus},
      {"@canvas", t.canvas},
      {"@surface", t.surface},
      {"@sunken", t.sunken},
      {"@raised", t.raised},
      {"@border", t.border},
      {"@disabled", t.disabled},
      {"@muted", t.muted},
      {"@text", t.text},
      {"@track", t.track},
      {"@chip", t.chip},
      {"@trouble_text", t.trouble_text},
      {"@trouble", t.trouble},
      {"@warning", t.warning_surface},
      {"@grid", t.grid},
  };
  for (const auto& [token, color] : colors) {
    sheet.replace(QLatin1String(token), color.name());
  }
  sheet.replace(QLatin1String("@chevron"), isDark(look_)
                                               ? QStringLiteral(":/icons/chevron_dark.svg")
                                               : QStringLiteral(":/icons/chevron_light.svg"));
  // On the surface rather than on the accent.
  sheet.replace(QLatin1String("@menu_tick"), isDark(look_)
                                                 ? QStringLiteral(":/icons/check_light.svg")
                                                 : QStringLiteral(":/icons/check_dark.svg"));
  sheet.replace(QLatin1String("@tick"), isDark(look_) ? QStringLiteral(":/icons/check_dark.svg")
                                                      : QStringLiteral(":/icons/check_light.svg"));
  static const QRegularExpression kPixels(QStringLiteral(R"(@px\(([0-9.]+)\))"));
  qsizetype from = 0;
  for (auto match = kPixels.match(sheet); match.hasMatch(); match = kPixels.match(sheet, from)) {
    const QString size = QStringLiteral("%1px").arg(px(match.captured(1).toDouble()));
    sheet.replace(match.capturedStart(), match.capturedLength(), size);
    from = match.capturedStart() + size.size();
  }
  return sheet;
}

void setClearIcon(QLineEdit& line, const Theme& theme) {
  if (auto* clear = line.findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction"))) {
    clear->setIcon(theme.icon(QStringLiteral("close"), theme.tokens().muted));
  }
}

}  // namespace w2s::ui
