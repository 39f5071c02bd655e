// Measures of a model's answers, against values worked out by hand.
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <QtTest/QtTest>

#include "core/metrics/measures.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::metrics;

namespace {

// Four rows of three classes; the first two and the last are right.
const std::vector<float> kProbabilities{0.5F, 0.25F, 0.25F, 0.0F, 0.75F, 0.25F,
                                        1.0F, 0.0F,  0.0F,  0.1F, 0.1F,  0.8F};
const std::vector<std::int64_t> kLabels{0, 1, 2, 2};
const std::vector<std::int64_t> kPredicted{0, 1, 0, 2};
const Answers kAnswers{.probabilities = kProbabilities, .labels = kLabels, .predicted = kPredicted};

double valueOf(const char* name) {
  return findMeasure(name)->of(kAnswers);
}

bool near(double a, double b) {
  return std::abs(a - b) < 1e-6;
}

}  // namespace

class TstMeasures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyMeasureIsDescribed() {
    std::set<std::string_view> names;
    for (const Measure& measure : measures()) {
      QVERIFY(names.insert(measure.name).second);
      QCOMPARE(findMeasure(measure.name), &measure);
      QVERIFY(!measure.title.pattern.empty() && measure.how.text.ends_with("."));
      QVERIFY(measure.of != nullptr);
      QVERIFY(std::isnan(measure.of(Answers{})));
    }
    QCOMPARE(findMeasure("of a later version"), nullptr);
  }

  void valuesAreThoseByHand() {
    QVERIFY(near(valueOf("accuracy"), 0.75));
    // The third row gives its right class nothing: as much as the smallest normal number.
    const double third = -std::log(static_cast<double>(std::numeric_limits<float>::min()));
    QVERIFY(near(valueOf("cross_entropy"),
                 (std::log(2.0) - std::log(0.75) + third - std::log(0.8)) / 4.0));
    // Four bins of one row: 0.5, 0.25, 1 and 0.2 away.
    QVERIFY(near(valueOf("calibration_error"), (0.5 + 0.25 + 1.0 + 0.2) / 4.0));
  }

  void aGapHasEveryMeasureOfTheThreeModels() {
    const std::vector<std::int64_t> first{0, 0, 0, 0};
    const Answers weak{.probabilities = kProbabilities, .labels = kLabels, .predicted = first};
    const Answers best{.probabilities = kProbabilities, .labels = kLabels, .predicted = kLabels};
    const auto gap = measureGap(weak, kAnswers, best);
    QCOMPARE(gap.size(), measures().size());
    QCOMPARE(gap.front().measure, std::string("accuracy"));
    QVERIFY(near(gap.front().weak, 0.25) && near(gap.front().student, 0.75) &&
            near(gap.front().ceiling, 1.0));
  }

  // A model that overflowed gives no probabilities, and no number is made of them.
  void aRowThatIsNoNumberHasNoCrossEntropy() {
    std::vector<float> probabilities = kProbabilities;
    std::fill_n(probabilities.begin() + 3, 3, std::numeric_limits<float>::quiet_NaN());
    const Answers answers{
        .probabilities = probabilities, .labels = kLabels, .predicted = kPredicted};
    QVERIFY(std::isnan(findMeasure("cross_entropy")->of(answers)));
    QVERIFY(near(findMeasure("accuracy")->of(answers), 0.75));
  }
};

W2S_TEST(TstMeasures)
#include "tst_measures.moc"
