// Agreement: counted by hand, bound by its identity, whatever integer type the classes have.
#include <cmath>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/metrics/agreement.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

class TstAgreement : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowsAreCountedByHand() {
    const std::vector<std::int64_t> labels = {0, 0, 1, 1, 2, 2, 2, 0};
    const std::vector<std::int32_t> weak = {0, 0, 1, 0, 1, 0, 2, 1};     // right on rows 0 1 2 6
    const std::vector<std::uint8_t> student = {0, 1, 1, 1, 1, 2, 2, 2};  // right on rows 0 2 3 5 6
    const Agreement agreement = agreementOf(weak, student, labels);
    QCOMPARE(agreement.weak_right_rows, std::int64_t{4});
    QCOMPARE(agreement.weak_wrong_rows, std::int64_t{4});
    QCOMPARE(agreement.overall, 4.0 / 8.0);     // rows 0 2 4 6
    QCOMPARE(agreement.weak_right, 3.0 / 4.0);  // rows 0 2 6
    QCOMPARE(agreement.weak_wrong, 1.0 / 4.0);  // row 4
    QCOMPARE(agreement.correction, 2.0 / 4.0);  // rows 3 5
    QCOMPARE(agreement.harm, 1.0 / 4.0);        // row 1
    QCOMPARE(performanceOf(student, labels).accuracy, 5.0 / 8.0);
    QCOMPARE(performanceOf(student, labels).n, std::int64_t{8});
    QVERIFY(std::isnan(performanceOf(student, labels).loss));
    QCOMPARE(performanceOf(student, labels, 0.7).loss, 0.7);
  }

  void theStudentsAccuracyFollowsFromCorrectionAndHarm_data() {
    QTest::addColumn<int>("classes");
    QTest::newRow("two classes") << 2;
    QTest::newRow("three classes") << 3;
    QTest::newRow("ten classes") << 10;
  }
  void theStudentsAccuracyFollowsFromCorrectionAndHarm() {
    QFETCH(int, classes);
    SplitMix64 random(Seed{static_cast<std::uint64_t>(classes)});
    for (int round = 0; round < 50; ++round) {
      const auto draw = [&] {
        return static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(classes)));
      };
      std::vector<std::int64_t> labels(200);
      std::vector<std::int64_t> weak(200);
      std::vector<std::int64_t> student(200);
      for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = draw();
        weak[i] = random.uniform() < 0.5 ? labels[i] : draw();
        student[i] = random.uniform() < 0.5 ? weak[i] : draw();
      }
      const Agreement a = agreementOf(weak, student, labels);
      const double weak_accuracy = shareOfEqual(weak, labels);
      const double accuracy = shareOfEqual(student, labels);
      QVERIFY(std::abs(accuracy - (weak_accuracy * (1.0 - a.harm) +
                                   (1.0 - weak_accuracy) * a.correction)) < 1e-12);
      QVERIFY(std::abs(a.overall - (weak_accuracy * a.weak_right +
                                    (1.0 - weak_accuracy) * a.weak_wrong)) < 1e-12);
      QVERIFY(std::abs(a.weak_right + a.harm - 1.0) < 1e-12);
      QVERIFY(a.weak_wrong + a.correction <= 1.0 + 1e-12);
      QVERIFY(classes > 2 || std::abs(a.weak_wrong + a.correction - 1.0) < 1e-12);
    }
  }

  void sharesOfNoRowsAreUndefined() {
    const std::vector<std::int64_t> labels = {0, 1};
    const Agreement all_right = agreementOf(labels, labels, labels);
    QCOMPARE(all_right.weak_right, 1.0);
    QCOMPARE(all_right.harm, 0.0);
    QVERIFY(std::isnan(all_right.weak_wrong) && std::isnan(all_right.correction));
    const std::vector<std::int64_t> none;
    QVERIFY(std::isnan(agreementOf(none, none, none).overall));
    QVERIFY(std::isnan(performanceOf(none, none).accuracy));
  }
};

W2S_TEST(TstAgreement)
#include "tst_agreement.moc"
