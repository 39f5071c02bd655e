// The three looks: contrast of every pair of colours that meets on the screen, and following the
// desktop until a theme is chosen.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/test_main.h"
#include "ui/draw/panel.h"
#include "ui/figures/figure_palette.h"
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

  // An icon without a colour of its own is seen on the ground that it stands on.
  void iconsAreSeenInEveryTheme_data() {
    looks();
  }
  void iconsAreSeenInEveryTheme() {
    QFETCH(int, look);
    Theme theme;
    theme.choose(static_cast<ThemeChoice>(look + 1));  // the choices are the looks after "system"
    QCOMPARE(theme.tokens().surface, tokensOf(static_cast<Look>(look)).surface);
    for (const char* name : {"play", "pause", "export", "trash", "star", "search"}) {
      for (const QIcon::Mode mode : {QIcon::Normal, QIcon::Active, QIcon::Selected}) {
        const QImage icon = theme.icon(QString::fromLatin1(name)).pixmap(32, 32, mode).toImage();
        QVERIFY(!icon.isNull());
        double contrast = 1.0;
        for (int y = 0; y < icon.height(); ++y) {
          for (int x = 0; x < icon.width(); ++x) {
            const QColor color = icon.pixelColor(x, y);
            if (color.alpha() > 250) {
              contrast = std::max(contrast, contrastOf(color, theme.tokens().surface));
            }
          }
        }
        QVERIFY2(contrast >= 3.0, name);
      }
    }
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
    const std::map<std::string, std::pair<int, int>> homes{
        {"violet", {240, 280}}, {"brown", {15, 45}},  {"pink", {300, 345}}, {"olive", {65, 100}},
        {"blue", {190, 225}},   {"green", {95, 145}}, {"teal", {165, 195}}, {"gold", {35, 60}},
        {"purple", {270, 300}}, {"red", {-15, 15}}};
    for (const auto& [color, name] : figures::kRunColors) {
      QCOMPARE(runColorName(color).toLower(), QString::fromStdString(std::string(name)));
      const QColor shown = runColor(theme, color);
      if (const auto home = homes.find(std::string(name)); home != homes.end()) {
        const int hue = shown.hslHue() > 345 ? shown.hslHue() - 360 : shown.hslHue();
        QVERIFY2(hue >= home->second.first && hue <= home->second.second, name.data());
      } else {
        QVERIFY2(shown.hslSaturationF() < 0.25, name.data());
      }
    }
  }

  // Experiments of one hue differ in their dashes, in the table too.
  void samplesOfRunsHaveTheirDashes() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    std::set<QString> names;
    for (int kind = 0; kind < charts::kDashes; ++kind) {
      const int color = 4 + kind * charts::kOverlayInks;
      names.insert(runColorName(color));
      const QImage sample = runSwatch(theme, color).pixmap(16).toImage();
      const QImage next = runSwatch(theme, color + charts::kOverlayInks).pixmap(16).toImage();
      QVERIFY2(sample != next, qPrintable(runColorName(color)));
    }
    QCOMPARE(names.size(), std::size_t{charts::kDashes});
    QCOMPARE(runColorName(16), QStringLiteral("Slate, dashes 2"));
  }

  // Distances in CIE Lab (1976), as eyes with all colours, without the red and without the green cones
  // (Machado et al. 2009, severity 1) see them, and printed in grey.
  void coloursOfRunsStayApart_data() {
    looks();
  }
  void coloursOfRunsStayApart() {
    QFETCH(int, look);
    const Tokens& t = tokensOf(static_cast<Look>(look));
    constexpr std::size_t kRuns = charts::kOverlayInks;
    QVERIFY(kRuns >= 12);
    for (const auto& [eye, matrix] : kEyes) {
      const auto apart = [&matrix = matrix](const QColor& one, const QColor& other) {
        const Lab a = labOf(one, matrix);
        const Lab b = labOf(other, matrix);
        return std::hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
      };
      const bool all_cones = eye == "all";
      const auto isAtLeast = [&](const QColor& one, const QColor& other, double least) {
        const double distance = apart(one, other);
        QVERIFY2(distance >= least,
                 qPrintable(QStringLiteral("%1: %2 and %3 are %4 apart")
                                .arg(QLatin1String(eye.data()), one.name(), other.name())
                                .arg(distance)));
      };
      for (std::size_t i = 0; i < kRuns; ++i) {
        isAtLeast(t.overlay[i], t.overlay[(i + 1) % kRuns], all_cones ? 35.0 : 30.0);
        for (std::size_t k = i + 1; k < kRuns; ++k) {
          isAtLeast(t.overlay[i], t.overlay[k], all_cones ? 18.0 : 10.0);
        }
        for (const QColor& ground : {t.surface, t.canvas}) {
          isAtLeast(t.overlay[i], ground, 40.0);
        }
        if (all_cones) {
          for (const QColor& role : {t.weak_line, t.student, t.ceiling, t.trouble}) {
            isAtLeast(t.overlay[i], role, 12.0);
          }
        }
      }
    }
    for (std::size_t i = 0; i < kRuns; ++i) {
      const double grey = labOf(t.overlay[i], kEyes[0].second)[0];
      const double next = labOf(t.overlay[(i + 1) % kRuns], kEyes[0].second)[0];
      QVERIFY2(std::abs(grey - next) >= 14.0, qPrintable(t.overlay[i].name()));
      QVERIFY(contrastOf(t.overlay[i], t.surface) >= 3.0);
      QVERIFY(contrastOf(t.overlay[i], t.canvas) >= 3.0);
      const auto ink = charts::overlayInk(static_cast<int>(i));
      QVERIFY(contrastOf(t.textOf(ink), t.surface) >= 4.5);
    }
  }

  void runsThatWouldLookAlikeGetOtherDashes() {
    const std::vector<int> wanted{3, 3, 15, -1, 3, 0, -1};
    const std::vector<int> given = charts::looksApart(wanted);
    QCOMPARE(given[0], 3);
    QCOMPARE(given[1], 15);
    QCOMPARE(given[2], 27);  // another had its dashes
    QCOMPARE(given[4], 39);
    QCOMPARE(given[5], 0);
    QCOMPARE(std::set<int>(given.begin(), given.end()).size(), wanted.size());
    for (const std::size_t i : {1U, 2U, 4U}) {
      QVERIFY(charts::overlayInk(given[i]) == charts::overlayInk(3));
      QVERIFY(charts::overlayDash(given[i]) != charts::overlayDash(given[i - 1]));
    }
    QCOMPARE(charts::looksApart(given), given);
    // 72 looks; then they repeat.
    const std::vector<int> many(100, -1);
    const std::vector<int> all = charts::looksApart(many);
    QCOMPARE(std::set<int>(all.begin(), all.end()).size(), std::size_t{charts::kLooks});
    std::set<std::vector<double>> dashes;
    for (int dash = 0; dash < charts::kDashes; ++dash) {
      dashes.insert(draw::kindOfDashes(dash));
    }
    QCOMPARE(dashes.size(), std::size_t{charts::kDashes});
    // As people type them.
    for (int one = 0; one < charts::kLooks; ++one) {
      QCOMPARE(figures::lookNamed(figures::nameOfLook(one)), std::optional(one));
    }
    QVERIFY(!figures::lookNamed("violet-7"));
  }

  // 24 runs on paper without colours: no two have the same grey and the same dashes.
  void runsInGreyDiffer() {
    const draw::Palette palette = figures::printPalette(figures::PaletteKind::Grey);
    std::set<std::pair<int, std::vector<double>>> seen;
    for (int look = 0; look < 2 * charts::kOverlayInks; ++look) {
      const charts::Ink ink = charts::overlayInk(look);
      seen.insert({palette.line(ink).red, palette.dashes(ink, charts::overlayDash(look))});
    }
    QCOMPARE(seen.size(), std::size_t{2 * charts::kOverlayInks});
    // Of one ink, as seeds of one experiment beside each other have it: the dashes differ.
    for (int color = 0; color < charts::kOverlayInks; ++color) {
      std::set<std::vector<double>> dashes;
      for (int kind = 0; kind < charts::kDashes; ++kind) {
        const int look = color + kind * charts::kOverlayInks;
        dashes.insert(palette.dashes(charts::overlayInk(look), charts::overlayDash(look)));
      }
      QCOMPARE(dashes.size(), std::size_t{charts::kDashes});
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
  using Matrix = std::array<std::array<double, 3>, 3>;
  using Lab = std::array<double, 3>;
  static constexpr std::array<std::pair<std::string_view, Matrix>, 3> kEyes{
      {{"all", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
       {"no green cones",
        {{{0.367322, 0.860646, -0.227968},
          {0.280085, 0.672501, 0.047413},
          {-0.011820, 0.042940, 0.968881}}}},
       {"no red cones",
        {{{0.152286, 1.052583, -0.204868},
          {0.114503, 0.786281, 0.099216},
          {-0.003882, -0.048116, 1.051998}}}}}};
  // Of sRGB under D65, after the matrix on linear light.
  static Lab labOf(const QColor& color, const Matrix& eye) {
    const auto times = [](const Matrix& matrix, const Lab& v) {
      Lab product{};
      for (std::size_t i = 0; i < 3; ++i) {
        product[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
      }
      return product;
    };
    const auto linear = [](double value) {
      return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    Lab seen = times(eye, {linear(color.redF()), linear(color.greenF()), linear(color.blueF())});
    for (double& value : seen) {
      value = std::clamp(value, 0.0, 1.0);
    }
    constexpr Matrix kToXyz{{{0.4124564, 0.3575761, 0.1804375},
                             {0.2126729, 0.7151522, 0.0721750},
                             {0.0193339, 0.1191920, 0.9503041}}};
    const Lab xyz = times(kToXyz, seen);
    const auto f = [](double value) {
      return value > 216.0 / 24389.0 ? std::cbrt(value) : (24389.0 / 27.0 * value + 16.0) / 116.0;
    };
    const double x = f(xyz[0] / 0.95047);
    const double y = f(xyz[1]);
    const double z = f(xyz[2] / 1.08883);
    return {116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)};
  }
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
