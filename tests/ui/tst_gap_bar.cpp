// What the gap bar says of a common ceiling, and that both ceilings stand in its picture.
#include <QImage>
#include <QPainter>
#include <QTest>

#include "tests/support/synthetic_run.h"
#include "tests/support/test_main.h"
#include "ui/bridge/gap_scale.h"
#include "ui/presenter/presenter_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/gap_bar.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

constexpr double kWeak = 0.678;
constexpr double kStudent = 0.760;
constexpr double kCeiling = 0.823;

Readings readings(double common) {
  Readings made;
  made.weak = test::performanceOf(kWeak);
  made.student = test::performanceOf(kStudent);
  made.ceiling = test::performanceOf(kCeiling);
  made.provisional = false;
  const auto pgr = [](double ceiling) {
    return metrics::pgrOfAccuracies(Weak(kWeak), Student(kStudent), Ceiling(ceiling), 10'000, 0.1);
  };
  made.pgr = pgr(kCeiling);
  if (common > 0.0) {
    made.common_ceiling = test::performanceOf(common);
    made.pgr_common = pgr(common);
  }
  return made;
}

std::optional<double> commonPlace(const Readings& of) {
  return placeOnGap(of, of.common_ceiling);
}

QImage pictureOf(GapBar& bar) {
  QImage image(bar.size(), QImage::Format_RGB32);
  bar.render(&image);
  return image;
}

// Columns of the bar's line with the ceiling's colour: a filled dot and a ring.
std::vector<int> columnsOf(const QImage& image, const QColor& color, int y) {
  std::vector<int> columns;
  for (int x = 0; x < image.width(); ++x) {
    if (image.pixelColor(x, y) == color) {
      columns.push_back(x);
    }
  }
  return columns;
}

}  // namespace

class TstGapBar : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void saysBothRatios_data() {
    QTest::addColumn<double>("common");
    QTest::addColumn<QString>("said");
    QTest::newRow("none") << 0.0 << QString();
    QTest::newRow("a common ceiling") << 0.858 << QStringLiteral("against the common ceiling 0.46");
    QTest::newRow("one without a gap") << 0.6 << QStringLiteral("against the common ceiling n/a");
  }
  void saysBothRatios() {
    QFETCH(double, common);
    QFETCH(QString, said);
    Theme theme;
    theme.choose(ThemeChoice::Light);
    GapBar bar(theme);
    bar.setReadings(readings(common));
    QVERIFY(bar.accessibleDescription().contains(QStringLiteral("0.57")));
    if (said.isEmpty()) {
      QVERIFY(!bar.accessibleDescription().contains(QStringLiteral("common")));
      QVERIFY(!bar.toolTip().contains(QStringLiteral("common")));
    } else {
      QVERIFY(bar.accessibleDescription().contains(said));
      QVERIFY(bar.toolTip().contains(said));
    }
  }

  // The number of a run that was stopped early says why it is no result, and is drawn muted.
  void aRunStoppedEarlyIsNoResult() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    GapBar bar(theme);
    bar.resize(700, 96);
    Readings made = readings(0.0);
    bar.setReadings(made);
    const auto hasTextIn = [&](const QColor& color) {
      const QImage value = pictureOf(bar).copy(0, theme.px(28), theme.px(70), theme.px(24));
      for (int y = 0; y < value.height(); ++y) {
        if (!columnsOf(value, color, y).empty()) {
          return true;
        }
      }
      return false;
    };
    const Tokens& tokens = theme.tokens();
    QVERIFY(hasTextIn(tokens.text));
    made.stopped_at = 30;
    made.planned_steps = 1'000;
    bar.setReadings(made);
    QVERIFY(!made.isPgrMeaningful());
    for (const QString& said : {bar.accessibleDescription(), bar.toolTip()}) {
      QVERIFY2(said.contains(QStringLiteral("no result: stopped at step 30 of 1,000")),
               qPrintable(said));
    }
    QVERIFY(!hasTextIn(tokens.text));
    QVERIFY(hasTextIn(tokens.disabled));
  }

  // On the bar's scale the weak floor is 0 and the own ceiling 1; a higher common one moves it in from the end.
  void theOwnCeilingMovesInFromTheEnd() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    GapBar bar(theme);
    bar.resize(700, 96);
    const auto last_of = [&](double common) {
      bar.setReadings(readings(common));
      const QImage image = pictureOf(bar);
      const auto columns = columnsOf(image, theme.tokens().ceiling, theme.px(63));
      return columns.empty() ? std::pair{0, 0} : std::pair{columns.front(), columns.back()};
    };
    const auto [alone, alone_end] = last_of(0.0);
    const auto [own, end] = last_of(0.858);
    QVERIFY(alone > 650);
    QVERIFY(std::abs(alone_end - end) <= 4);
    const double share = (kCeiling - kWeak) / (0.858 - kWeak);
    const double inset = 16.0 + 7.0;
    QVERIFY2(std::abs(own - (inset + share * (700.0 - 2.0 * inset))) < 12.0,
             qPrintable(QString::number(own)));
  }

  void theScaleReachesAsFarAsItsMarks() {
    QCOMPARE(gapScaleOf({}).high, 1.0);
    QCOMPARE(gapScaleOf(readings(0.0)).high, 1.0);
    QVERIFY(!commonPlace(readings(0.0)).has_value());
    const double common = (0.858 - kWeak) / (kCeiling - kWeak);
    QCOMPARE(*commonPlace(readings(0.858)), common);
    QCOMPARE(gapScaleOf(readings(0.858)).high, common);
    QCOMPARE(gapScaleFor(0.5, 3.0).high, 2.0);
    QCOMPARE(gapScaleFor(1.2, 1.1).high, 1.25);
    QCOMPARE(gapScaleFor(-0.2).low, -0.25);
    Readings without_a_gap = readings(0.858);
    without_a_gap.pgr->status = metrics::PgrStatus::GapNotSignificant;
    QCOMPARE(gapScaleOf(without_a_gap).high, 1.0);
  }

  // What the weak supervisor's own labels give is a line across the bar, and told in words.
  void aReferenceIsALineAcrossTheBar() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    GapBar bar(theme);
    bar.resize(700, 96);
    Readings made = readings(0.0);
    bar.setReadings(made);
    const QImage without = pictureOf(bar);
    QVERIFY(!bar.accessibleDescription().contains(QStringLiteral("reference")));
    made.reference = test::performanceOf(0.8);
    bar.setReadings(made);
    QVERIFY(bar.accessibleDescription().contains(QStringLiteral("reference 80.0 %")));
    const double inset = 16.0 + 7.0;
    const int x = qRound(inset + (0.8 - kWeak) / (kCeiling - kWeak) * (700.0 - 2.0 * inset));
    const int above = theme.px(57);  // over the track, and clear of the dots
    QVERIFY(without.pixelColor(x, above) == theme.tokens().surface);
    QVERIFY(pictureOf(bar).pixelColor(x, above) != theme.tokens().surface);
    // One above the ceiling has its place too.
    made.reference = test::performanceOf(0.85);
    QCOMPARE(gapScaleOf(made).high, *placeOnGap(made, made.reference));
  }

  // A class sees the same marks on a bar that goes on beyond both ends: a hollow ring for the common ceiling, the own
  // ceiling where it lies on that scale.
  void thePresenterViewHasTheSameMarks() {
    Theme theme;
    theme.choose(ThemeChoice::Light);
    const PresenterLayout layout = layOutPresenter(1440.0, 900.0, 1.0, 1);
    const auto color_at = [&](double common, double pgr) {
      PresenterContent content;
      content.readings = readings(common);
      content.gap_scale = guessingScaleOf(content.readings, std::nullopt);
      QImage image(1440, 900, QImage::Format_RGB32);
      image.fill(theme.tokens().canvas);
      QPainter painter(&image);
      PresenterPainter(theme, layout).paint(painter, content, 0.57, QRectF(image.rect()));
      const double x = content.gap_scale.place(pgr, layout.gap_bar.left, layout.gap_bar.width);
      return image.pixelColor(qRound(x), qRound(layout.gap_bar.top + layout.gap_bar.height / 2.0));
    };
    QVERIFY(guessingScaleOf(readings(0.0), std::nullopt).low < 0.0);
    QCOMPARE(guessingScaleOf(readings(0.0), -0.5).low, -0.55);
    QCOMPARE(color_at(0.0, 1.0), theme.tokens().ceiling);
    QCOMPARE(color_at(0.858, 1.0), theme.tokens().ceiling);
    QCOMPARE(color_at(0.858, *commonPlace(readings(0.858))), theme.tokens().surface);
  }
};

W2S_WINDOW_TEST(TstGapBar)
#include "tst_gap_bar.moc"
