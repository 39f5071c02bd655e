// The prior-matched threshold: golden labels, class balance, degenerate batches, both computing
// paths.
#include <cmath>
#include <limits>

#include <ATen/ops/_softmax.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <QTest>

#include "core/objective/objective.h"
#include "core/objective/threshold_confidence.h"
#include "tests/core/objective/batches.h"

using namespace w2s;
using objective::Batch;

namespace {

std::vector<std::int64_t> toVector(const at::Tensor& classes) {
  const auto* data = classes.const_data_ptr<std::int64_t>();
  return {data, data + classes.numel()};
}

std::vector<std::int64_t> inLoops(const at::Tensor& p, const at::Tensor& w) {
  const auto* p_data = p.const_data_ptr<double>();
  const auto* w_data = w.const_data_ptr<double>();
  return p.size(1) == 2 ? objective::hardenByQuantile(p_data, w_data, p.size(0))
                        : objective::hardenByPrior(p_data, w_data, p.size(0), p.size(1));
}

std::vector<std::int64_t> counts(const std::vector<std::int64_t>& classes,
                                 std::int64_t class_count) {
  std::vector<std::int64_t> result(static_cast<std::size_t>(class_count));
  for (const std::int64_t c : classes) {
    ++result[static_cast<std::size_t>(c)];
  }
  return result;
}

}  // namespace

class TstThresholdConfidence : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void goldenBatchIsHardenedAsTheReferenceDoes() {
    const test::BatchOfTest batch = test::goldenBatch();
    const Batch both(batch.logits, batch.weak);
    const std::vector<std::int64_t> expected{0, 1, 1, 0};
    QCOMPARE(toVector(objective::harden(config::ThresholdConfidence{}, both)), expected);
    QCOMPARE(inLoops(both.p(), batch.weak), expected);
  }

  void twoClassesKeepTheWeakShare_data() {
    QTest::addColumn<double>("weak_share");  // of class 1
    QTest::addColumn<double>("bias");        // of the student, towards class 0
    for (const double share : {0.1, 0.35, 0.5, 0.9}) {
      for (const double bias : {-6.0, 0.0, 6.0}) {
        QTest::addRow("share %g, student biased by %g", share, bias) << share << bias;
      }
    }
  }
  void twoClassesKeepTheWeakShare() {
    QFETCH(double, weak_share);
    QFETCH(double, bias);
    constexpr std::int64_t kRows = 101;
    at::Tensor logits = test::randomNormal(kRows, 2, Seed(5));
    logits.select(1, 0).add_(bias);
    at::Tensor weak = at::full({kRows, 2}, weak_share, at::kDouble);
    weak.select(1, 0).fill_(1.0 - weak_share);
    const auto hardened = inLoops(at::_softmax(logits, 1, false), weak);
    const double ones = static_cast<double>(counts(hardened, 2)[1]);
    QVERIFY2(std::abs(ones - weak_share * kRows) <= 1.0, qPrintable(QString::number(ones)));
  }

  void aDriftToOneClassIsUndone() {
    // A student that leans to class 0 everywhere: argmax gives it nearly all rows, the threshold a
    // fair share.
    constexpr std::int64_t kRows = 512;
    constexpr std::int64_t kClasses = 5;
    at::Tensor logits = test::randomNormal(kRows, kClasses, Seed(6));
    logits.select(1, 0).add_(4.0);
    const at::Tensor p = at::_softmax(logits, 1, false);
    const at::Tensor weak = at::full({kRows, kClasses}, 0.2, at::kDouble);
    QVERIFY(counts(toVector(p.argmax(1)), kClasses)[0] > 450);
    for (const std::int64_t count : counts(inLoops(p, weak), kClasses)) {
      QVERIFY2(count > kRows / kClasses / 3 && count < kRows / 2,
               qPrintable(QString::number(count)));
    }
  }

  void aPriorLikeTheStudentsIsPlainArgmax() {
    const at::Tensor p = at::_softmax(test::randomNormal(64, 10, Seed(7)), 1, false);
    QCOMPARE(inLoops(p, p), toVector(p.argmax(1)));
  }

  void aClassTheWeakLabelsNeverUseIsNeverChosen() {
    const at::Tensor p = at::_softmax(test::randomNormal(64, 4, Seed(8)), 1, false);
    at::Tensor weak = at::full({64, 4}, 1.0 / 3.0, at::kDouble);
    weak.select(1, 2).zero_();
    QCOMPARE(counts(inLoops(p, weak), 4)[2], 0);
  }

  void loopsAndTensorsAgree_data() {
    QTest::addColumn<int>("classes");
    QTest::newRow("two classes") << 2;
    QTest::newRow("three classes") << 3;
    QTest::newRow("ten classes") << 10;
  }
  void loopsAndTensorsAgree() {
    QFETCH(int, classes);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const test::BatchOfTest batch = test::randomBatch(37, classes, seed);
      const Batch both(batch.logits, batch.weak);
      QCOMPARE(inLoops(both.p(), batch.weak),
               toVector(objective::harden(config::ThresholdConfidence{}, both)));
    }
  }

  void oneRowAndExtremeSharesAreFine() {
    const at::Tensor p = at::full({1, 2}, 0.5, at::kDouble);
    QCOMPARE(inLoops(p, p), std::vector<std::int64_t>{0});
    const at::Tensor many = at::_softmax(test::randomNormal(9, 2, Seed(9)), 1, false);
    at::Tensor all_one = at::zeros({9, 2}, at::kDouble);
    all_one.select(1, 1).fill_(1.0);
    QCOMPARE(counts(inLoops(many, all_one), 2)[0], 1);  // the row at the maximum itself
    QCOMPARE(counts(inLoops(many, at::full({9, 2}, 1.0, at::kDouble).sub(all_one)), 2)[0], 9);
  }

  void notANumberDoesNotCrash() {
    const test::BatchOfTest batch = test::randomBatch(33, 2, 3);
    batch.logits.select(0, 4).fill_(std::numeric_limits<double>::quiet_NaN());
    const objective::Objective objective{config::ObjectiveConfig{}};
    const auto output =
        objective.evaluate(batch.logits, batch.weak, {}, {.kd = 0.5, .confidence = 0.5}, 1.0);
    QVERIFY(std::isnan(objective::toHost(output.values)[0]));
    QVERIFY(std::isnan(objective::toHost(output.values)[1]));
  }
};

QTEST_APPLESS_MAIN(TstThresholdConfidence)
#include "tst_threshold_confidence.moc"
