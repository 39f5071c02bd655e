// Labels beside curves: apart, in order, inside, and moved as little as possible.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <QTest>

#include "core/base/seed.h"
#include "tests/support/test_main.h"
#include "ui/charts/label_layout.h"

using namespace w2s;
using namespace w2s::ui::charts;

class TstLabelLayout : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void leavesLabelsThatFitWhereTheyWant() {
    const std::vector<double> wanted{150, 20, 90};
    QCOMPARE(layOutLabels(wanted, {.top = 0, .bottom = 200, .height = 14}), wanted);
  }

  void movesTwoOverlappingLabelsApartBySymmetricAmounts() {
    const std::vector<double> wanted{100, 104};
    const auto placed = layOutLabels(wanted, {.top = 0, .bottom = 200, .height = 14});
    QCOMPARE(placed[0], 95.0);
    QCOMPARE(placed[1], 109.0);
  }

  void keepsOrderDistanceAndBoundsForAnyInput() {
    SplitMix64 random{Seed{11}};
    for (int trial = 0; trial < 500; ++trial) {
      const auto n = static_cast<std::size_t>(1 + random.below(9));
      const LabelSpace space{.top = 10, .bottom = 180, .height = 14};
      std::vector<double> wanted(n);
      for (double& value : wanted) {
        value = -20.0 + 230.0 * random.uniform();
      }
      const auto placed = layOutLabels(wanted, space);
      std::vector<std::size_t> order(n);
      std::iota(order.begin(), order.end(), std::size_t{0});
      std::sort(order.begin(), order.end(),
                [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
      for (std::size_t i = 0; i < n; ++i) {
        QVERIFY(placed[i] >= space.top + 7 - 1e-9 && placed[i] <= space.bottom - 7 + 1e-9);
        if (i > 0) {
          QVERIFY(placed[order[i]] - placed[order[i - 1]] >= space.height - 1e-9);
        }
      }
    }
  }

  void sharesAPlaceThatIsTooSmall() {
    const std::vector<double> wanted{5, 5, 5, 5};
    const auto placed = layOutLabels(wanted, {.top = 0, .bottom = 40, .height = 14});
    QCOMPARE(placed, (std::vector<double>{5, 15, 25, 35}));
  }

  void hasNothingToPlaceForNothing() {
    QVERIFY(layOutLabels({}, {.top = 0, .bottom = 10, .height = 14}).empty());
  }
};

W2S_TEST(TstLabelLayout)
#include "tst_label_layout.moc"
