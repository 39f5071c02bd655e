// Generated points: pure functions of their place in the data set, on the shapes that points.h writes down.
#include <cmath>
#include <cstring>
#include <numbers>
#include <set>

#include <QtTest/QtTest>

#include "core/data/inspect.h"
#include "core/data/registry.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;

namespace {

constexpr double kPi = std::numbers::pi;

std::vector<std::array<float, 2>> pointsOf(Dataset& dataset, const data::Rows& rows) {
  std::vector<std::array<float, 2>> points(rows.index.size());
  if (!dataset.read(rows, {std::as_writable_bytes(std::span(points))})) {
    points.clear();
  }
  return points;
}

// Squared distance to the nearest place of the class's shape, from a fine grid of them.
double squaredDistance(const QString& name, std::int64_t label, double x, double y) {
  double nearest = 1e9;
  for (int i = 0; i <= 2000; ++i) {
    const double t = i / 2000.0;
    double px = 0.0;
    double py = 0.0;
    const auto c = static_cast<double>(label);
    if (name == "blobs") {
      px = std::cos(kPi / 2 * c);
      py = std::sin(kPi / 2 * c);
    } else if (name == "moons") {
      px = label == 0 ? std::cos(kPi * t) : 1.0 - std::cos(kPi * t);
      py = label == 0 ? std::sin(kPi * t) : 0.5 - std::sin(kPi * t);
    } else if (name == "rings") {
      px = 2.0 * (c + 1.0) / 3.0 * std::cos(2.0 * kPi * t);
      py = 2.0 * (c + 1.0) / 3.0 * std::sin(2.0 * kPi * t);
    } else {
      const double r = std::sqrt(0.02 + 0.98 * t);
      px = 2.0 * r * std::cos(2.0 * kPi * (c / 3.0 + r));
      py = 2.0 * r * std::sin(2.0 * kPi * (c / 3.0 + r));
    }
    nearest = std::min(nearest, (x - px) * (x - px) + (y - py) * (y - py));
  }
  return nearest;
}

}  // namespace

class TstPoints : public QObject {
  Q_OBJECT

 private:
  static void addShapes() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"blobs", "moons", "rings", "spirals"}) {
      QTest::newRow(name) << QString(name);
    }
  }

 private Q_SLOTS:
  void pointsLieOnTheirShapes_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("noise");
    QTest::newRow("blobs") << QString("blobs") << 0.45;
    QTest::newRow("moons") << QString("moons") << 0.20;
    QTest::newRow("rings") << QString("rings") << 0.10;
    QTest::newRow("spirals") << QString("spirals") << 0.10;
  }
  void pointsLieOnTheirShapes() {
    QFETCH(QString, name);
    QFETCH(double, noise);
    const auto dataset = openDataSet(name.toStdString());
    QVERIFY(dataset.has_value());
    data::Rows rows{.source = "train", .index = {}};
    for (std::int64_t row = 0; row < 1500; ++row) {
      rows.index.push_back(37 * row);
    }
    const auto points = pointsOf(**dataset, rows);
    const Labels labels = *(*dataset)->targets(rows);
    double sum = 0.0;
    for (std::size_t i = 0; i < points.size(); ++i) {
      const double squared = squaredDistance(name, labels[i], points[i][0], points[i][1]);
      sum += squared;
      QVERIFY(squared < 25.0 * 2.0 * noise * noise);  // five standard deviations in each direction
    }
    const double mean = sum / static_cast<double>(points.size());
    // Of a blob both directions count: 2 s^2. Of a curve only the one across it: s^2, less near
    // ends and neighbours.
    const double expected = (name == "blobs" ? 2.0 : 1.0) * noise * noise;
    QVERIFY2(mean > 0.7 * expected && mean < 1.15 * expected, qPrintable(QString::number(mean)));
  }

  void rowsAreTheSameHoweverTheyAreRead_data() {
    addShapes();
  }
  void rowsAreTheSameHoweverTheyAreRead() {
    QFETCH(QString, name);
    const auto one = openDataSet(name.toStdString());
    const auto two = openDataSet(name.toStdString());
    const auto together = pointsOf(**one, {.source = "test", .index = {7, 9999, 7, 0}});
    QCOMPARE(together[0], together[2]);
    QCOMPARE(together[3], pointsOf(**two, {.source = "test", .index = {0}})[0]);
    QVERIFY(together[3] != pointsOf(**two, {.source = "train", .index = {0}})[0]);
    const auto view = (*two)->view("test", 9999);
    QCOMPARE(std::get<PointView>(*view).x, together[1][0]);
    QCOMPARE(std::get<PointView>(*view).y, together[1][1]);
    QCOMPARE(*(*one)->fingerprint(), *(*two)->fingerprint());
  }

  void shapesDifferInTheirFingerprints() {
    std::set<std::string> fingerprints;
    for (const char* name : {"blobs", "moons", "rings", "spirals"}) {
      fingerprints.insert(*(*openDataSet(name))->fingerprint());
    }
    QCOMPARE(fingerprints.size(), std::size_t{4});
  }

  void classesAreEquallyOftenAndSplitsAsUsual_data() {
    addShapes();
  }
  void classesAreEquallyOftenAndSplitsAsUsual() {
    QFETCH(QString, name);
    const auto dataset = openDataSet(name.toStdString());
    const config::TaskConfig task{
        .weak_rows = 100, .transfer_rows = 2000, .validation_rows = 500, .test_rows = 2000};
    const auto found = inspect(**dataset, task, Seed{0});
    QVERIFY2(found.has_value(), found ? "" : found.error().message.c_str());
    const auto classes = static_cast<double>(found->card.classes());
    for (const std::int64_t count : found->sources[0].counts) {
      // 60,000 / K rows expected, sd below sqrt(60,000 / 4) = 122
      QVERIFY(std::abs(static_cast<double>(count) - 60000.0 / classes) < 600.0);
    }
    QVERIFY(found->splits[0].majority_share < 1.0 / classes + 0.02);
    for (const DuplicateCount& count : found->pool_duplicates) {
      QCOMPARE(count.contents, std::int64_t{0});
    }
  }

  void aRowThatIsNotThereIsAnError() {
    const auto moons = openDataSet("moons");
    QVERIFY(!(*moons)->view("train", 60000).has_value());
    QVERIFY(!(*moons)->view("validation", 0).has_value());
    QVERIFY(!(*moons)->targets({.source = "test", .index = {-1}}).has_value());
  }
};

W2S_TEST(TstPoints)
#include "tst_points.moc"
