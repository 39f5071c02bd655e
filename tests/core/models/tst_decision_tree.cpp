// The tree against a brute-force search over all splits, and the properties that hold for every
// tree.
#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <vector>

#include <QTest>

#include "core/base/seed.h"
#include "core/models/decision_tree.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::models;

namespace {

struct Problem {
  std::vector<float> values = {};
  std::vector<std::int64_t> labels = {};
  std::int64_t rows = 0;
  std::int64_t columns = 0;
  std::int64_t classes = 0;

  [[nodiscard]] FeatureRows features() const {
    return {.values = values, .rows = rows, .columns = columns};
  }
  [[nodiscard]] float at(std::int64_t row, std::int64_t column) const {
    return values[static_cast<std::size_t>(row * columns + column)];
  }
};

// Few distinct values, so that ties within and between features are common; labels follow feature 0
// loosely.
Problem randomProblem(std::int64_t rows, std::int64_t columns, std::int64_t classes,
                      std::uint64_t seed) {
  SplitMix64 random(Seed{seed});
  Problem problem{.rows = rows, .columns = columns, .classes = classes};
  for (std::int64_t i = 0; i < rows * columns; ++i) {
    problem.values.push_back(0.25F * static_cast<float>(random.below(9)));
  }
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto noise = static_cast<std::int64_t>(random.below(2));
    problem.labels.push_back((static_cast<std::int64_t>(problem.at(row, 0) * 2) + noise) % classes);
  }
  return problem;
}

double impurityTimesRows(const Problem& problem, const std::vector<std::int64_t>& rows) {
  std::map<std::int64_t, double> counts;
  for (const std::int64_t row : rows) {
    counts[problem.labels[static_cast<std::size_t>(row)]] += 1.0;
  }
  double squares = 0.0;
  for (const auto& [label, count] : counts) {
    squares += count * count;
  }
  const auto n = static_cast<double>(rows.size());
  return n - squares / n;
}

// The lowest weighted impurity over every feature and every value as threshold, written without any
// of the fit's ideas.
double bestImpurity(const Problem& problem, const std::vector<std::int64_t>& rows,
                    std::int64_t min_leaf_rows) {
  double best = impurityTimesRows(problem, rows);
  for (std::int64_t column = 0; column < problem.columns; ++column) {
    for (const std::int64_t candidate : rows) {
      std::vector<std::int64_t> left;
      std::vector<std::int64_t> right;
      for (const std::int64_t row : rows) {
        (problem.at(row, column) <= problem.at(candidate, column) ? left : right).push_back(row);
      }
      if (static_cast<std::int64_t>(std::min(left.size(), right.size())) >= min_leaf_rows) {
        best = std::min(best, impurityTimesRows(problem, left) + impurityTimesRows(problem, right));
      }
    }
  }
  return best;
}

}  // namespace

class TstDecisionTree : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everySplitIsTheBestOneBruteForceFinds_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("min_leaf_rows");
    QTest::newRow("two classes") << 40 << 3 << 2 << 1;
    QTest::newRow("many classes, leaves of 3") << 90 << 4 << 5 << 3;
    QTest::newRow("one feature") << 30 << 1 << 3 << 2;
    QTest::newRow("leaves of a third of the rows") << 60 << 3 << 4 << 20;
  }
  void everySplitIsTheBestOneBruteForceFinds() {
    QFETCH(int, rows);
    QFETCH(int, columns);
    QFETCH(int, classes);
    QFETCH(int, min_leaf_rows);
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const Problem problem = randomProblem(rows, columns, classes, seed);
      const TreeOptions options{.depth = 5, .min_leaf_rows = min_leaf_rows, .laplace = 0.0};
      const auto tree =
          DecisionTree::fit(problem.features(), problem.labels, problem.classes, options);
      QVERIFY(tree.has_value());
      std::vector<std::int64_t> all(static_cast<std::size_t>(problem.rows));
      std::iota(all.begin(), all.end(), std::int64_t{0});
      checkNode(problem, tree->tables(), options, 0, 0, all);
    }
  }

  void leafProbabilitiesAreSmoothedClassShares() {
    const std::vector<float> values{0, 0, 0, 0, 1, 1, 1, 1};
    const std::vector<std::int64_t> labels{0, 0, 0, 1, 2, 2, 2, 2};
    const auto tree = DecisionTree::fit({.values = values, .rows = 8, .columns = 1}, labels, 3,
                                        {.depth = 3, .min_leaf_rows = 1, .laplace = 0.5});
    QVERIFY(tree.has_value());
    QCOMPARE(tree->leaves(), 2);
    QCOMPARE(tree->tables().threshold[0], 0.5F);
    const std::vector<float> probe{0, 1};
    const auto p = tree->probabilities({.values = probe, .rows = 2, .columns = 1});
    const std::vector<float> expected{3.5F / 5.5F, 1.5F / 5.5F, 0.5F / 5.5F,
                                      0.5F / 5.5F, 0.5F / 5.5F, 4.5F / 5.5F};
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY2(std::abs(p[i] - expected[i]) < 1e-6F, qPrintable(QString::number(i)));
    }
  }

  void anUnlimitedTreeFitsDistinctRowsExactly() {
    Problem problem = randomProblem(200, 6, 4, 3);
    for (std::int64_t row = 0; row < problem.rows; ++row) {
      problem.values[static_cast<std::size_t>(row * 6 + 5)] =
          static_cast<float>(row);  // an identifier
    }
    const auto tree = DecisionTree::fit(problem.features(), problem.labels, problem.classes,
                                        {.depth = 64, .min_leaf_rows = 1, .laplace = 0.0});
    QVERIFY(tree.has_value());
    const auto p = tree->probabilities(problem.features());
    for (std::size_t row = 0; row < 200; ++row) {
      QCOMPARE(p[row * 4 + static_cast<std::size_t>(problem.labels[row])], 1.0F);
    }
  }

  void aThresholdSeparatesNeighbouringNumbers() {
    const float low = 1.0F;
    const float high = std::nextafter(low, 2.0F);
    const std::vector<float> values{low, high, low, high};
    const std::vector<std::int64_t> labels{0, 1, 0, 1};
    const auto tree = DecisionTree::fit({.values = values, .rows = 4, .columns = 1}, labels, 2,
                                        {.depth = 1, .min_leaf_rows = 1, .laplace = 0.0});
    QVERIFY(tree.has_value());
    const auto p = tree->probabilities({.values = values, .rows = 4, .columns = 1});
    QCOMPARE(p, (std::vector<float>{1, 0, 0, 1, 1, 0, 0, 1}));
  }

  void equallyGoodSplitsGoToTheFirstFeatureWhateverTheRowOrder() {
    std::vector<float> values = {};
    std::vector<std::int64_t> labels = {};
    for (int row = 0; row < 10; ++row) {
      const float x = static_cast<float>(row);
      values.insert(values.end(), {5.0F, x, -x, x});  // columns 1 to 3 split equally well
      labels.push_back(row < 5 ? 0 : 1);
    }
    const auto tree =
        DecisionTree::fit({.values = values, .rows = 10, .columns = 4}, labels, 2, {});
    QVERIFY(tree.has_value());
    QCOMPARE(tree->tables().feature[0], 1);
    QCOMPARE(tree->depth(), 1);
  }

  void tablesGiveTheSameTreeBack() {
    const Problem problem = randomProblem(150, 5, 3, 11);
    const auto tree = DecisionTree::fit(problem.features(), problem.labels, 3, {});
    QVERIFY(tree.has_value());
    const auto copy = DecisionTree::fromTables(tree->tables());
    QVERIFY(copy.has_value());
    QCOMPARE(copy->probabilities(problem.features()), tree->probabilities(problem.features()));
  }

  void damagedTablesAreRefused_data() {
    QTest::addColumn<int>("damage");
    QTest::newRow("a child before its parent") << 0;
    QTest::newRow("a child beyond the nodes") << 1;
    QTest::newRow("a feature beyond the columns") << 2;
    QTest::newRow("probabilities that do not sum to 1") << 3;
    QTest::newRow("a list that is too short") << 4;
    QTest::newRow("no nodes") << 5;
  }
  void damagedTablesAreRefused() {
    QFETCH(int, damage);
    const Problem problem = randomProblem(150, 5, 3, 11);
    TreeTables tables = DecisionTree::fit(problem.features(), problem.labels, 3, {})->tables();
    QVERIFY(DecisionTree::fromTables(tables).has_value());
    switch (damage) {
      case 0:
        tables.left[0] = 0;
        break;
      case 1:
        tables.right[0] = 100000;
        break;
      case 2:
        tables.feature[0] = 5;
        break;
      case 3:
        tables.probabilities[0] = 2.0F;
        break;
      case 4:
        tables.threshold.pop_back();
        break;
      default:
        tables = TreeTables{.columns = 5, .classes = 3};
        break;
    }
    QCOMPARE(DecisionTree::fromTables(tables).error().code, ErrorCode::BadFormat);
  }

  void badInputIsRefusedAndNamed() {
    Problem problem = randomProblem(10, 2, 2, 1);
    problem.values[5] = std::numeric_limits<float>::quiet_NaN();
    const auto nan = DecisionTree::fit(problem.features(), problem.labels, 2, {});
    QVERIFY(!nan.has_value());
    QVERIFY(nan.error().message.find("Feature 1 of row 2") != std::string::npos);
    problem = randomProblem(10, 2, 2, 1);
    problem.labels[7] = 2;
    const auto label = DecisionTree::fit(problem.features(), problem.labels, 2, {});
    QVERIFY(!label.has_value());
    QVERIFY(label.error().message.find("Row 7 has the label 2") != std::string::npos);
  }

 private:
  static void checkNode(const Problem& problem, const TreeTables& tables,
                        const TreeOptions& options, std::size_t node, std::int64_t depth,
                        const std::vector<std::int64_t>& rows) {
    QVERIFY(static_cast<std::int64_t>(rows.size()) >= options.min_leaf_rows);
    const double unsplit = impurityTimesRows(problem, rows);
    const double best = bestImpurity(problem, rows, options.min_leaf_rows);
    if (tables.feature[node] < 0) {
      QVERIFY(depth == options.depth || best > unsplit - 1e-9);
      return;
    }
    std::vector<std::int64_t> left;
    std::vector<std::int64_t> right;
    for (const std::int64_t row : rows) {
      const bool goes_left = problem.at(row, tables.feature[node]) <= tables.threshold[node];
      (goes_left ? left : right).push_back(row);
    }
    const double taken = impurityTimesRows(problem, left) + impurityTimesRows(problem, right);
    QVERIFY2(std::abs(taken - best) < 1e-9, "a better split exists");
    QVERIFY2(taken < unsplit, "the split lowers nothing");
    checkNode(problem, tables, options, static_cast<std::size_t>(tables.left[node]), depth + 1,
              left);
    checkNode(problem, tables, options, static_cast<std::size_t>(tables.right[node]), depth + 1,
              right);
  }
};

W2S_TEST(TstDecisionTree)
#include "tst_decision_tree.moc"
