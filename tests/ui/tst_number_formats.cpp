// How numbers are written and rounded, and what the engine says with them, in the window's
// language.
#include <limits>
#include <string>
#include <vector>

#include <QTest>
#include <QTextBoundaryFinder>

#include "core/config/settings.h"
#include "core/store/event_json.h"
#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "tests/ui/figure_runs.h"
#include "ui/bridge/event_text.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/words.h"
#include "ui/charts/plot_words.h"
#include "ui/draw/number_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/state_chip.h"

using namespace w2s;
using namespace w2s::ui;
using test::German;

class TstNumberFormats : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // 7,995 of 10,000: cards write it as a percentage, charts as a share, some of them from a float.
  void sharesAndPercentagesRoundAlike() {
    for (int right = 5; right < 10'000; right += 10) {
      const double share = right / 10'000.0;
      const auto drawn = static_cast<double>(static_cast<float>(share));
      const QString percent = decimalText((right + 5) / 100.0, 1);  // the tie, rounded by hand
      QCOMPARE(percentText(share), percent);
      QCOMPARE(percentText(drawn), percent);
      const QString three = decimalText((right + 5) / 10'000.0, 3);
      QCOMPARE(numberText(share, 3), three);
      QCOMPARE(numberText(drawn, 3), three);
      QCOMPARE(QString::fromStdString(draw::numberText(drawn, 3)), three);
    }
    QCOMPARE(decimalText(0.0449, 1), QStringLiteral("0.0"));
    QCOMPARE(decimalText(-0.04, 1), QStringLiteral("0.0"));
    QCOMPARE(decimalText(0.07994, 3), QStringLiteral("0.080"));
    QCOMPARE(decimalText(0.79949, 3), QStringLiteral("0.799"));
    QCOMPARE(decimalText(1e18, 1), QStringLiteral("1,000,000,000,000,000,000.0"));
  }

  void partsAddUpAsTheyAreShown() {
    const std::vector<double> rounded = roundedToAddUp({0.204, 0.183, 0.003}, 0.39, 2);
    QCOMPARE(decimalText(rounded[0] + rounded[1] + rounded[2], 2), QStringLiteral("0.39"));
    QCOMPARE(roundedToAddUp({}, 0.5, 0).size(), std::size_t{0});
  }

  // Two rounded accuracies and their difference, whatever the third digit of each is.
  void differencesAddUpAsTheyAreShown() {
    QCOMPARE(pointsText(0.7978, 0.6834), QStringLiteral("+11.5"));  // 11.44, between 68.3 and 79.8
    for (int i = 0; i < 1'000; ++i) {
      const double share = 0.5 + 0.00037 * i;
      const double from = 0.9 - 0.00071 * i;
      const double shown = percentText(share).toDouble() - percentText(from).toDouble();
      QString points = pointsText(share, from);
      points.replace(QChar(0x2212), QLatin1Char('-'));
      QVERIFY(std::abs(points.toDouble() - shown) < 1e-9);
    }
  }

  // A line break may stand neither before a unit nor inside a number.
  void anUnbrokenTextIsOneWord() {
    const QString text = unbroken(QStringLiteral("0.5 = 1,250 of 39 M parameters"));
    QTextBoundaryFinder breaks(QTextBoundaryFinder::Line, text);
    QCOMPARE(breaks.toNextBoundary(), text.size());
    QString plain = text;
    plain.replace(QChar::Nbsp, QLatin1Char(' ')).remove(QChar(0x2060));
    QCOMPARE(plain, QStringLiteral("0.5 = 1,250 of 39 M parameters"));
  }

  // A loss that grew without bound: it has no parts that add up, and is left as it is.
  void partsOfADivergedLossComeBack() {
    const double infinite = std::numeric_limits<double>::infinity();
    const double no_number = std::numeric_limits<double>::quiet_NaN();
    for (const double total : {infinite, -infinite, no_number, 1e17, 1e25, -1e300}) {
      for (const double part : {0.5, infinite, no_number, 1e18, 1e300}) {
        QCOMPARE(roundedToAddUp({part, 0.25}, total, 2).size(), std::size_t{2});
      }
    }
  }

  // Of a damaged file, or of a rate that is not known yet.
  void whatIsNoNumberIsADash() {
    const double infinite = std::numeric_limits<double>::infinity();
    const double no_number = std::numeric_limits<double>::quiet_NaN();
    for (const double value : {infinite, -infinite, no_number, 1e17, 1e300, -1e300}) {
      QCOMPARE(durationText(value), QStringLiteral("\u2013"));
      QCOMPARE(rateText(value), QStringLiteral("\u2013"));
    }
    QCOMPARE(durationText(200.0), QStringLiteral("3 min 20 s"));
    QCOMPARE(rateText(9'812.0), QStringLiteral("9,800"));
  }

  void theShareOfAnyCountIsAShare() {
    const Theme theme;
    StateChip chip(theme);
    const auto most = std::numeric_limits<std::int64_t>::max();
    const auto textOf = [&](std::int64_t done, std::int64_t total) {
      chip.setReading(RunState::Running, {.done = done, .total = total, .unit = "steps"}, 0.0);
      return chip.wordings().join(QLatin1Char('\n'));
    };
    QVERIFY(textOf(29, 100).contains(QStringLiteral("29 %")));
    QVERIFY(textOf(2, 3).contains(QStringLiteral("66 %")));
    QVERIFY(textOf(most / 2 + 1, most).contains(QStringLiteral("50 %")));
    QVERIFY(textOf(most, 1).contains(QStringLiteral("100 %")));
  }

  void formatsFollowTheLanguage() {
    QCOMPARE(decimalText(-1234.5, 1), QStringLiteral("\u22121,234.5"));
    QCOMPARE(groupedNumber(-1'234), std::string("-1,234"));
    QCOMPARE(numberText(-1234.5, 1), QStringLiteral("\u22121,234.5"));
    const German german;
    QCOMPARE(decimalText(-1234.5, 1), QStringLiteral("\u22121.234,5"));
    QCOMPARE(countText(10'000), QStringLiteral("10.000"));
    QCOMPARE(pointsText(0.794, 0.700), QStringLiteral("+9,4"));
    QCOMPARE(durationText(0.25), QStringLiteral("0,3 s"));
    QCOMPARE(rateText(9800.0), QStringLiteral("9.800"));
    QCOMPARE(digitsText(2.5, 3), QStringLiteral("2,5"));
    QCOMPARE(cellText(1234.5, 'g', 7), QStringLiteral("1234,5"));
    QCOMPARE(groupedNumber(-1'000), std::string("-1.000"));
    QCOMPARE(groupedNumber(999), std::string("999"));
    QCOMPARE(inWords("{:.3f} {:.4g} {} {:.0f} {}", 0.8584, 0.5F, 0.25, 7.0, 12),
             std::string("0,858 0,5 0,25 7 12"));
  }

  void aRecordedFailureIsSaidInGerman() {
    record::RunFailed failed;
    failed.error = fail(ErrorCode::InvalidArgument,
                        sentence("{} is {}, but must be {}.", "objective.temperature", 0.01,
                                 sentence("a number{}", sentence(" of at least {}{}", 0.05, ""))))
                       .value();
    const auto back = store::eventFromJson(store::eventToJson(failed));
    QVERIFY(back.has_value());
    QCOMPARE(
        QString::fromStdString(logLineOf(*back)->text),
        QStringLiteral("objective.temperature is 0.01, but must be a number of at least 0.05."));
    const German german;
    const QString line = QString::fromStdString(logLineOf(*back)->text);
    QVERIFY2(line.contains(QStringLiteral("0,01")) && line.contains(QStringLiteral("0,05")),
             qPrintable(line));
    QVERIFY2(!line.contains(QStringLiteral("must")), qPrintable(line));
  }

  void whatASettingRefusesIsSaidInGerman() {
    const German german;
    config::ExperimentConfig experiment;
    const auto refused = config::applySetting(experiment, "objective.temperature", "0.01");
    QVERIFY(!refused);
    const QString text = QString::fromStdString(said(refused.error()));
    QVERIFY2(!text.contains(QStringLiteral("0.01")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("0,01")), qPrintable(text));
  }

  void whatAFigureRefusesIsSaidInGerman() {
    const German german;
    figures::FigureRequest request;
    request.charts = {"accuracy"};
    request.options.width_mm = 1.5;
    const auto refused = figures::makeFigure(request, {});
    QVERIFY(!refused);
    const QString text = QString::fromStdString(said(refused.error()));
    QVERIFY2(text.contains(QStringLiteral("1,5")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("outside")), qPrintable(text));
    QVERIFY(refused.error().message.find("1.5 is outside") != std::string::npos);
  }
};

W2S_WINDOW_TEST(TstNumberFormats)
#include "tst_number_formats.moc"
