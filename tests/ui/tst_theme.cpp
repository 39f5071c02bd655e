// The three looks: contrast of every pair of colours that meets on the screen, and following the
// desktop until a theme is chosen.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/test_main.h"
#include "ui/figures/overlay_looks.h"
#include "ui/models/run_color.h"
#include "ui/theme/theme.h"

using namespace w2s::ui;

namespace {

double channel(double value) {
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
  return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) +
         0.0722 * channel(color.blueF());
}

// WCAG 2's ratio of the relative luminances, 1 to 21.
double contrastOf(const QColor& one, const QColor& other) {
  const double first = luminance(one) + 0.05;
  const double second = luminance(other) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

}  // namespace

class TstTheme : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void contrastIsThatOfTheStandard() {
    QCOMPARE(contrastOf(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrastOf(Qt::white, Qt::white), 1.0);
    // The example of WCAG's techniques: #767676 is the lightest grey with 4.5:1 on white.
    QVERIFY(contrastOf(QColor("#767676"), Qt::white) >= 4.5);
    QVERIFY(contrastOf(QColor("#777777"), Qt::white) < 4.5);
  }

  void textHasEnoughContrast_data() {
    looks();
  }
  void textHasEnoughContrast() {
    QFETCH(int, look);
    const Tokens& t = tokensOf(static_cast<Look>(look));
    struct Pair {
      const char* name;
      QColor text;
      QColor ground;
    };
    std::vector<Pair> pairs{{"accent text on accent", t.accent_text, t.accent},
                            {"link on surface", t.accent, t.surface},
                            {"text on warning", t.text, t.warning_surface}};
    for (const QColor& ground : {t.canvas, t.surface, t.sunken, t.raised, t.chip}) {
      pairs.push_back({"text", t.text, ground});
      pairs.push_back({"muted", t.muted, ground});
    }
    for (const charts::Ink ink : kInks) {
      for (const QColor& ground : {t.surface, t.canvas}) {
        pairs.push_back({"ink", t.textOf(ink), ground});
      }
    }
    for (const Pair& pair : pairs) {
      const double contrast = contrastOf(pair.text, pair.ground);
      QVERIFY2(contrast >= 4.5,
               qPrintable(QStringLiteral("%1 %2 on %3: %4")
                              .arg(QLatin1String(pair.name), pair.text.name(), pair.ground.name())
                              .arg(contrast)));
    }
  }

  void linesAndMarksHaveEnoughContrast_data() {
    looks();
  }
  void linesAndMarksHaveEnoughContrast() {
    QFETCH(int, look);
    const Tokens& t = tokensOf(static_cast<Look>(look));
    std::vector<QColor> marks{t.accent, t.live, t.trouble};
    for (const charts::Ink ink : kInks) {
      marks.push_back(t.of(ink));
    }
    if (static_cast<Look>(look) == Look::HighContrast) {
      marks.push_back(t.border);  // cards and inputs are told apart by their borders alone
      marks.push_back(t.track);
    }
    for (const QColor& mark : marks) {
      const double contrast = contrastOf(mark, t.surface);
      QVERIFY2(contrast >= 3.0,
               qPrintable(QStringLiteral("%1: %2").arg(mark.name()).arg(contrast)));
    }
    // The words of what cannot be used now, and in high contrast all that carries a number.
    const bool high = static_cast<Look>(look) == Look::HighContrast;
    for (const QColor& ground : {t.surface, t.sunken}) {
      QVERIFY2(contrastOf(t.disabled, ground) >= (high ? 4.5 : 3.0),
               qPrintable(QString::number(contrastOf(t.disabled, ground))));
    }
    const auto mixed = [&](const QColor& ink, double alpha) {
      const auto part = [alpha](double over, double under) {
        return static_cast<float>(alpha * over + (1.0 - alpha) * under);
      };
      return QColor::fromRgbF(part(ink.redF(), t.surface.redF()),
                              part(ink.greenF(), t.surface.greenF()),
                              part(ink.blueF(), t.surface.blueF()));
    };
    for (const charts::Ink ink : kInks) {
      if (high && ink < charts::Ink::Overlay1) {
        QVERIFY(contrastOf(mixed(t.of(ink), t.area_alpha / 255.0), t.surface) >= 3.0);
        QVERIFY(contrastOf(mixed(t.of(ink), t.cell_alpha), t.sunken) >= 3.0);
      }
    }
    QVERIFY(contrastOf(t.focus, t.accent) >= 1.5);
    QVERIFY(contrastOf(t.focus, t.surface) >= 3.0);
  }

  void inkColoursAreTheRolesOfTheDesign() {
    QCOMPARE(tokensOf(Look::Light).weak, QColor("#E69F00"));
    QCOMPARE(tokensOf(Look::Light).student, QColor("#0072B2"));
    QCOMPARE(tokensOf(Look::Light).ceiling, QColor("#009E73"));
    QCOMPARE(tokensOf(Look::Light).trouble, QColor("#D55E00"));
  }

  // In the menu of runs, and as people type them.
  void theNamesOfRunColoursAreThoseOfTheirHues() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    // Degrees of the colour circle in which each name is at home; slate is nearly grey.
    const std::map<std::string, std::pair<int, int>> homes{{"violet", {240, 280}},
                                                           {"brown", {15, 45}},
                                                           {"pink", {300, 345}},
                                                           {"olive", {65, 100}},
                                                           {"blue", {190, 225}}};
    for (const auto& [color, name] : figures::kRunColors) {
      QCOMPARE(runColorName(color).toLower(), QString::fromStdString(std::string(name)));
      const QColor shown = runColor(theme, color);
      if (const auto home = homes.find(std::string(name)); home != homes.end()) {
        QVERIFY2(shown.hslHue() >= home->second.first && shown.hslHue() <= home->second.second,
                 name.data());
      } else {
        QVERIFY2(shown.hslSaturationF() < 0.25, name.data());
      }
    }
  }

  void followsTheDesktopUntilAThemeIsChosen() {
    Look desktop = Look::Light;
    Theme theme([&desktop] { return desktop; }, nullptr);
    theme.choose(ThemeChoice::System);
    QCOMPARE(theme.look(), Look::Light);
    const auto tell = [] {
      QEvent event(QEvent::ApplicationPaletteChange);
      QCoreApplication::sendEvent(qApp, &event);
    };
    desktop = Look::Dark;
    tell();
    QTRY_COMPARE(theme.look(), Look::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Window), tokensOf(Look::Dark).surface);
    theme.choose(ThemeChoice::HighContrast);
    desktop = Look::Light;
    tell();
    QCoreApplication::processEvents();
    QCOMPARE(theme.look(), Look::HighContrast);
    theme.choose(ThemeChoice::System);
    QCOMPARE(theme.look(), Look::Light);
  }

  void askingTheDesktopLeavesOurPalette() {
    Theme theme;
    theme.choose(ThemeChoice::Dark);
    const QColor before = QApplication::palette().color(QPalette::Window);
    QCOMPARE(systemLook(), Look::Light);  // the offscreen platform's
    QCOMPARE(QApplication::palette().color(QPalette::Window), before);
  }

  void motionIsReducedAtRunTime() {
    Theme theme;
    QSignalSpy changed(&theme, &Theme::changed);
    theme.setReducedMotion(true);
    QVERIFY(theme.reducedMotion());
    QCOMPARE(changed.count(), 1);
  }

 private:
  static constexpr std::array kInks{
      charts::Ink::Weak,        charts::Ink::Student, charts::Ink::Ceiling,
      charts::Ink::Trouble,     charts::Ink::Kd,      charts::Ink::Confidence,
      charts::Ink::GroundTruth, charts::Ink::Entropy, charts::Ink::Total};
  static void looks() {
    QTest::addColumn<int>("look");
    QTest::newRow("light") << static_cast<int>(Look::Light);
    QTest::newRow("dark") << static_cast<int>(Look::Dark);
    QTest::newRow("high contrast") << static_cast<int>(Look::HighContrast);
  }
};

W2S_WINDOW_TEST(TstTheme)
#include "tst_theme.moc"
