// The prior-matched threshold: golden labels, class balance, degenerate batches, both computing
// paths.
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <stdexcept>

#include <ATen/ops/_softmax.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <QTest>

#include "core/objective/objective.h"
#include "core/objective/openai_reference_confidence.h"
#include "core/objective/threshold_confidence.h"
#include "tests/core/objective/batches.h"
#include "tests/support/test_main.h"

using namespace w2s;
using objective::Batch;

namespace {

std::vector<std::int64_t> toVector(const at::Tensor& classes) {
  const auto* data = classes.const_data_ptr<std::int64_t>();
  return {data, data + classes.numel()};
}

std::vector<std::int64_t> inLoops(const Batch& batch) {
  const at::Tensor p = batch.p().contiguous();
  const at::Tensor log_p = batch.logP().contiguous();
  const at::Tensor w = batch.w().contiguous();
  return objective::hardenRows(
      config::ThresholdConfidence{},
      objective::BatchRows<double>{batch.rows(), batch.classes(), p.const_data_ptr<double>(),
                                   log_p.const_data_ptr<double>(), w.const_data_ptr<double>()});
}

// Both computing paths, which must agree.
std::vector<std::int64_t> hardened(const at::Tensor& logits, const at::Tensor& weak) {
  const Batch batch(logits, weak);
  const auto result = inLoops(batch);
  if (toVector(objective::harden(config::ThresholdConfidence{}, batch)) != result) {
    throw std::logic_error("loops and tensors differ");
  }
  return result;
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
    QCOMPARE(hardened(batch.logits, batch.weak), expected);
    QCOMPARE(toVector(objective::harden(config::OpenaiReferenceConfidence{}, both)), expected);
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
    const double ones = static_cast<double>(counts(inLoops(Batch(logits, weak)), 2)[1]);
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
    for (const std::int64_t count : counts(hardened(logits, weak), kClasses)) {
      QVERIFY2(count > kRows / kClasses / 3 && count < kRows / 2,
               qPrintable(QString::number(count)));
    }
  }

  void aPriorLikeTheStudentsIsPlainArgmax() {
    const at::Tensor logits = test::randomNormal(64, 10, Seed(7));
    const at::Tensor p = at::_softmax(logits, 1, false);
    QCOMPARE(hardened(logits, p), toVector(p.argmax(1)));
  }

  void aClassTheWeakLabelsNeverUseIsNeverChosen() {
    at::Tensor weak = at::full({64, 4}, 1.0 / 3.0, at::kDouble);
    weak.select(1, 2).zero_();
    QCOMPARE(counts(hardened(test::randomNormal(64, 4, Seed(8)), weak), 4)[2], 0);
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
      test::BatchOfTest batch = test::randomBatch(37, classes, seed);
      (void)hardened(batch.logits, batch.weak);
      (void)hardened(batch.logits.round(), batch.weak.round());  // many ties
    }
  }

  void untiedRowsAreHardenedAsByTheQuantile() {
    // The paper's rule and the released script's differ from ours in ties alone.
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const test::BatchOfTest batch = test::randomBatch(37, 2, seed);
      QCOMPARE(hardened(batch.logits, batch.weak),
               toVector(objective::harden(config::OpenaiReferenceConfidence{},
                                          Batch(batch.logits, batch.weak))));
    }
  }

  void tiedRowsAreSplitAsNearThePriorAsPossible_data() {
    QTest::addColumn<double>("weak_share");
    QTest::addColumn<int>("ones");
    const double shares[] = {0.0, 0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9, 1.0};
    const int nearest[] = {0, 0, 1, 1, 2, 2, 3, 4, 4};  // of 4 * share
    for (std::size_t i = 0; i < std::size(shares); ++i) {
      QTest::addRow("share %g", shares[i]) << shares[i] << nearest[i];
    }
  }
  void tiedRowsAreSplitAsNearThePriorAsPossible() {
    QFETCH(double, weak_share);
    QFETCH(int, ones);
    at::Tensor weak = at::full({4, 2}, weak_share, at::kDouble);
    weak.select(1, 0).fill_(1.0 - weak_share);
    const auto classes = hardened(at::zeros({4, 2}, at::kDouble), weak);
    QCOMPARE(counts(classes, 2)[1], ones);
    QVERIFY(std::is_sorted(classes.rbegin(), classes.rend()));  // equal labels: the first rows
  }

  void ofTiedRowsThoseWhoseWeakLabelLeansMostGetTheClass() {
    constexpr std::array<double, 8> kWeak{.9, .1, .2, .8, .6, .4, .3, .7};
    const std::vector<std::int64_t> expected{0, 1, 0, 1};
    QCOMPARE(hardened(at::zeros({4, 2}, at::kDouble), test::matrix(4, 2, kWeak.data())), expected);
    // More classes: each row follows its own weak label among its equal scores.
    constexpr std::array<double, 9> kThree{.2, .5, .3, .3, .2,
                                           .5, .5, .3, .2};  // balanced: all scores are equal
    const std::vector<std::int64_t> of_three{1, 2, 0};
    QCOMPARE(hardened(at::zeros({3, 3}, at::kDouble), test::matrix(3, 3, kThree.data())), of_three);
  }

  void aPriorOfOneClassAloneIsThatClass() {
    for (const std::int64_t only : {0, 1}) {
      at::Tensor weak = at::zeros({9, 2}, at::kDouble);
      weak.select(1, only).fill_(1.0);
      QCOMPARE(counts(hardened(test::randomNormal(9, 2, Seed(9)), weak),
                      2)[static_cast<std::size_t>(only)],
               9);
    }
  }

  void probabilitiesThatUnderflowKeepTheirOrder() {
    // p of class 2 is exp(-1600), 0 in every floating-point type.
    constexpr std::array<double, 6> kThree{0, 800, -800, 0, 700, -900};
    at::Tensor weak = at::zeros({2, 3}, at::kDouble);
    weak.select(1, 2).fill_(1.0);
    const at::Tensor logits = test::matrix(2, 3, kThree.data());
    QCOMPARE(hardened(logits, weak), (std::vector<std::int64_t>{2, 2}));
    for (const auto path :
         {objective::Objective::Path::Automatic, objective::Objective::Path::Aten}) {
      const auto output =
          objective::Objective(config::ObjectiveConfig{}, path)
              .evaluate({.logits = logits, .weak = weak, .targets = {}, .row_weights = {}},
                        test::TermWeights{.confidence = 1.0}.list(), 1.0);
      QCOMPARE(objective::toHost(output.measured).values[1], 1600.0);
    }
    // Two classes: both p of class 0 are 1, but the second row is nearer to class 1.
    constexpr std::array<double, 4> kTwo{900, -900, 400, -400};
    const at::Tensor half = at::full({2, 2}, 0.5, at::kDouble);
    QCOMPARE(hardened(test::matrix(2, 2, kTwo.data()), half), (std::vector<std::int64_t>{0, 1}));
  }

  void oneRowHasNoBalanceToKeep() {
    constexpr std::array<double, 3> kLogits{.7, -.55, -1.25};
    constexpr std::array<double, 3> kWeak{.1, .3, .6};
    QCOMPARE(hardened(test::matrix(1, 3, kLogits.data()), test::matrix(1, 3, kWeak.data())),
             std::vector<std::int64_t>{0});
    QCOMPARE(hardened(test::matrix(1, 2, kLogits.data()), test::matrix(1, 2, kWeak.data())),
             std::vector<std::int64_t>{0});
  }

  void notANumberDoesNotCrash() {
    const test::BatchOfTest batch = test::randomBatch(33, 2, 3);
    batch.logits.select(0, 4).fill_(std::numeric_limits<double>::quiet_NaN());
    const objective::Objective objective{config::ObjectiveConfig{}};
    const auto output = objective.evaluate(
        batch.input(), test::TermWeights{.kd = 0.5, .confidence = 0.5}.list(), 1.0);
    QVERIFY(std::isnan(objective::toHost(output.measured).values[0]));
    QVERIFY(std::isnan(objective::toHost(output.measured).values[1]));
  }
};

W2S_TEST(TstThresholdConfidence)
#include "tst_threshold_confidence.moc"
