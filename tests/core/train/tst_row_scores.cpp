// What an evaluation keeps of each row, in one pass, against ATen's own passes: equal to the last
// bit, and refused where it would not be.
#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <ATen/core/Tensor.h>
#include <ATen/ops/argmax.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/tensor.h>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/train/evaluator.h"
#include "core/train/row_scores.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

at::Tensor logitsOf(std::int64_t rows, std::int64_t classes, double scale) {
  at::Tensor logits = at::empty({rows, classes}, at::kFloat);
  SplitMix64 random(Seed(static_cast<std::uint64_t>(classes)).child("logits"));
  auto* data = logits.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < logits.numel(); ++i) {
    data[i] = static_cast<float>(scale * random.normal());
  }
  return logits;
}

bool hasAvx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
#else
  return false;
#endif
}

struct Scored {
  bool is_sound = false;
  std::vector<std::int64_t> best;
  std::vector<float> best_log_p;
  std::vector<float> label_log_p;
};

Scored scoresOf(const at::Tensor& logits, train::ScoreOrder order,
                const std::vector<std::int64_t>& labels) {
  Scored scored;
  scored.best.resize(labels.size());
  scored.best_log_p.resize(labels.size());
  scored.label_log_p.resize(labels.size());
  scored.is_sound = train::scoreRows(
      {logits.const_data_ptr<float>(), logits.size(0), logits.size(1)}, order, labels.data(),
      {scored.best.data(), scored.best_log_p.data(), scored.label_log_p.data()});
  return scored;
}

std::vector<std::int64_t> labelsOf(std::int64_t rows, std::int64_t classes) {
  std::vector<std::int64_t> labels;
  for (std::int64_t i = 0; i < rows; ++i) {
    labels.push_back((7 * i + 3) % classes);
  }
  return labels;
}

void compareWithAten(const at::Tensor& logits) {
  const std::int64_t classes = logits.size(1);
  const auto order = train::scoreOrderOf(classes);
  QVERIFY2(order.has_value(), "neither order of adding gives what at::log_softmax gives");
  const auto labels = labelsOf(logits.size(0), classes);
  const Scored scored = scoresOf(logits, *order, labels);
  QVERIFY(scored.is_sound);
  const at::Tensor log_p = at::log_softmax(logits, 1).contiguous();
  const at::Tensor best = at::argmax(logits, 1).contiguous();
  const auto* const expected = log_p.const_data_ptr<float>();
  for (std::int64_t i = 0; i < logits.size(0); ++i) {
    const auto row = static_cast<std::size_t>(i);
    QCOMPARE(scored.best[row], best.const_data_ptr<std::int64_t>()[i]);
    const auto is_same = [&](float value, std::int64_t of_class) {
      return std::memcmp(&value, expected + i * classes + of_class, sizeof value) == 0;
    };
    QVERIFY2(is_same(scored.best_log_p[row], scored.best[row]), "of the best class");
    QVERIFY2(is_same(scored.label_log_p[row], labels[row]), "of the label");
  }
}

// A model that gives what it was made with.
class Fixed final : public train::Trainable {
 public:
  explicit Fixed(at::Tensor logits) : logits_(std::move(logits)) {}
  at::Tensor forward(const train::Batch&) override {
    return {};
  }
  void backward(const at::Tensor&) override {}
  at::Tensor logits(std::string_view) override {
    return logits_;
  }
  const train::FlatParameters& parameters() const override {
    return parameters_;
  }

 private:
  at::Tensor logits_;
  train::FlatParameters parameters_;
};

}  // namespace

class TstRowScores : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theyAreAtensToTheLastBit_data() {
    QTest::addColumn<int>("classes");
    for (const int classes : {2, 3, 7, 8, 9, 10, 12, 15}) {
      QTest::addRow("%d classes", classes) << classes;
    }
  }
  void theyAreAtensToTheLastBit() {
    if (!hasAvx2()) {
      QSKIP("This processor has no such kernel.");
    }
    QFETCH(int, classes);
    for (const int rows : {1, 7, 8, 9, 2003}) {
      for (const double scale : {1e-3, 1.0, 12.0, 200.0, 1e30}) {
        compareWithAten(logitsOf(rows, classes, scale));
      }
    }
  }

  void equalAndExtremeScores() {
    if (!hasAvx2()) {
      QSKIP("This processor has no such kernel.");
    }
    const float most = std::numeric_limits<float>::max();
    const float least = std::numeric_limits<float>::denorm_min();
    compareWithAten(at::tensor({0.0F,       -0.0F,      0.0F,       //
                                2.0F,       5.0F,       5.0F,       //
                                5.0F,       2.0F,       5.0F,       //
                                -kInfinity, 1.0F,       0.5F,       //
                                1.0F,       -kInfinity, 1.0F,       //
                                most,       -most,      0.0F,       //
                                least,      -least,     2 * least,  //
                                0.0F,       -103.5F,    -88.0F,     //
                                0.0F,       -104.5F,    -87.3F})
                        .view({9, 3}));
  }

  void aRowThatIsNotFiniteIsRefused() {
    for (const float bad : {kNaN, kInfinity}) {
      for (const int at : {0, 1, 2}) {
        at::Tensor logits = logitsOf(11, 3, 1.0);
        logits[9][at] = bad;
        QVERIFY(!scoresOf(logits, train::ScoreOrder::InTurn, labelsOf(11, 3)).is_sound);
      }
    }
    at::Tensor lost = logitsOf(11, 3, 1.0);
    lost[2].fill_(-kInfinity);
    QVERIFY(!scoresOf(lost, train::ScoreOrder::InTurn, labelsOf(11, 3)).is_sound);
  }

  void theClassOfARowIsAtens() {
    for (const int classes : {1, 2, 10, 100}) {
      for (const bool with_nan : {false, true}) {
        at::Tensor scores = logitsOf(101, classes, 1.0).round();  // many ties
        if (with_nan) {
          scores[17][classes - 1] = kNaN;
          scores[55].fill_(kNaN);
        }
        scores[3].fill_(-kInfinity);
        scores[4].fill_(kInfinity);
        const at::Tensor expected = at::argmax(scores, 1);
        const auto best = train::argmaxOf(scores);
        QVERIFY(at::equal(at::tensor(best, at::kLong), expected));
      }
    }
  }

  void moreClassesAreLeftToAten() {
    QVERIFY(!train::scoreOrderOf(1));
    QVERIFY(!train::scoreOrderOf(16));
    QVERIFY(!scoresOf(logitsOf(8, 16, 1.0), train::ScoreOrder::InTurn, labelsOf(8, 16)).is_sound);
    QVERIFY(!scoresOf(logitsOf(8, 7, 1.0), train::ScoreOrder::EightLanes, labelsOf(8, 7)).is_sound);
  }

  void anEvaluationIsTheSameEitherWay_data() {
    QTest::addColumn<int>("classes");
    QTest::addColumn<bool>("is_finite");
    QTest::newRow("in one pass") << 10 << true;
    QTest::newRow("too many classes for it") << 20 << true;
    QTest::newRow("a model that has diverged") << 10 << false;
  }
  void anEvaluationIsTheSameEitherWay() {
    QFETCH(int, classes);
    QFETCH(bool, is_finite);
    at::Tensor logits = logitsOf(1003, classes, 3.0);
    if (!is_finite) {
      logits[500][2] = kNaN;
    }
    const auto labels = labelsOf(1003, classes);
    Fixed model(logits);
    const train::Evaluator evaluator(
        {.test_labels = labels, .weak_test = {}, .weak_validation = {}, .validation_labels = {}},
        at::kCPU);
    const auto result = evaluator.evaluate(model, 3);
    const double loss =
        at::cross_entropy_loss(logits, at::tensor(labels, at::kLong)).item<double>();
    QVERIFY(is_finite ? result.evaluation.test.loss == loss
                      : std::isnan(result.evaluation.test.loss));
    const at::Tensor log_p = at::log_softmax(logits, 1).contiguous();
    std::int64_t right = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const auto best = result.test_predictions[i];
      right += best == labels[i] ? 1 : 0;
      const float expected =
          std::exp(log_p.const_data_ptr<float>()[static_cast<std::int64_t>(i) * classes + best]);
      QVERIFY(result.test_confidences[i] == expected ||
              (std::isnan(expected) && std::isnan(result.test_confidences[i])));
    }
    QCOMPARE(result.evaluation.test.accuracy, static_cast<double>(right) / 1003.0);
    QVERIFY(at::equal(at::tensor(result.test_predictions, at::kLong), at::argmax(logits, 1)));
  }

  // A label that is no class is ATen's to refuse: nothing is read beyond the rows.
  void aLabelBeyondTheClassesIsRefused() {
    Fixed model(logitsOf(4, 3, 1.0));
    const train::Evaluator evaluator({.test_labels = {0, 1, 7, 2},
                                      .weak_test = {},
                                      .weak_validation = {},
                                      .validation_labels = {}},
                                     at::kCPU);
    QVERIFY_EXCEPTION_THROWN((void)evaluator.evaluate(model, 1), std::exception);
  }
};

W2S_TEST(TstRowScores)
#include "tst_row_scores.moc"
