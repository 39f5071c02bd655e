// Filters, orders and counts of the examples against brute force and against the agreement chart's
// definitions.
#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "core/metrics/agreement.h"
#include "tests/support/example_run.h"
#include "tests/support/test_main.h"
#include "ui/models/examples_model.h"

using namespace w2s;
using namespace w2s::ui;
using test::madeUpSet;

namespace {

std::vector<std::uint32_t> shown(const ExamplesModel& model) {
  std::vector<std::uint32_t> positions;
  for (int row = 0; row < model.rowCount(); ++row) {
    positions.push_back(model.example(row).position);
  }
  return positions;
}

std::int64_t rounded(double value) {
  return std::llround(value);
}

}  // namespace

class TstExamplesModel : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void countsAreThoseOfTheAgreementChart() {
    const auto set = madeUpSet(3000);
    const auto agreement = metrics::agreementOf(set->of(Answerer::Weak).classes,
                                                set->of(Answerer::Student).classes, set->labels);
    const CategoryCounts counts = countCategories(*set);
    const auto wrong = static_cast<double>(agreement.weak_wrong_rows);
    const auto right = static_cast<double>(agreement.weak_right_rows);
    QCOMPARE(counts.weak_wrong, agreement.weak_wrong_rows);
    QCOMPARE(counts.weak_right, agreement.weak_right_rows);
    QCOMPARE(counts[Category::All], std::int64_t(3000));
    QCOMPARE(counts[Category::Fixed], rounded(agreement.correction * wrong));
    QCOMPARE(counts[Category::Copied], rounded(agreement.weak_wrong * wrong));
    QCOMPARE(counts[Category::Broke], rounded(agreement.harm * right));
    QCOMPARE(counts[Category::Fixed] + counts[Category::Copied] + counts[Category::WrongAnotherWay],
             counts.weak_wrong);
    QVERIFY(counts[Category::WrongAnotherWay] > 0);
    for (const Category category : kCategories) {
      QVERIFY(counts[category] > 0);
    }
  }

  void everyFilterShowsWhatBruteForceFinds() {
    const auto set = madeUpSet(2000);
    ExamplesModel model;
    QAbstractItemModelTester tester(&model);
    model.setExamples(set);
    const auto& weak = set->of(Answerer::Weak).classes;
    const auto& student = set->of(Answerer::Student);
    const auto& ceiling = set->of(Answerer::Ceiling).classes;
    const ConfusionCell cell{.model = Answerer::Weak, .truth = 3, .predicted = 5};
    for (const Category category : kCategories) {
      for (const auto& label : {std::optional<int>(), std::optional<int>(4)}) {
        for (const double least : {0.0, 0.6}) {
          for (const bool with_cell : {false, true}) {
            const ExampleFilter filter{.category = category,
                                       .label = label,
                                       .least_confidence = least,
                                       .most_confidence = 0.8,
                                       .cell = with_cell ? std::optional(cell) : std::nullopt};
            model.setFilter(filter);
            std::vector<std::uint32_t> expected;
            for (std::uint32_t i = 0; i < set->size(); ++i) {
              const int y = set->labels[i];
              const bool w = weak[i] == y;
              const bool s = student.classes[i] == y;
              const auto sure = static_cast<double>(student.confidences[i]);
              const bool kept =
                  (category == Category::All || (category == Category::Fixed && !w && s) ||
                   (category == Category::Copied && !w && student.classes[i] == weak[i]) ||
                   (category == Category::WrongAnotherWay && !w && !s &&
                    student.classes[i] != weak[i]) ||
                   (category == Category::Broke && w && !s) ||
                   (category == Category::CeilingDisagrees && student.classes[i] != ceiling[i])) &&
                  (!label || *label == y) && sure >= least && sure <= 0.8 &&
                  (!with_cell || (y == 3 && weak[i] == 5));
              if (kept) {
                expected.push_back(i);
              }
            }
            QCOMPARE(shown(model), expected);
          }
        }
      }
    }
  }

  void ordersAreOrdered() {
    const auto set = madeUpSet(500);
    ExamplesModel model;
    model.setExamples(set);
    const auto& sure = set->of(Answerer::Student).confidences;
    model.setOrder(ExampleOrder::MostSure);
    const auto most = shown(model);
    QCOMPARE(most.size(), std::size_t(500));
    QVERIFY(std::ranges::is_sorted(most, std::greater<>(), [&](auto i) { return sure[i]; }));
    model.setOrder(ExampleOrder::LeastSure);
    QVERIFY(std::ranges::is_sorted(shown(model), {}, [&](auto i) { return sure[i]; }));
    model.setOrder(ExampleOrder::Disagreement);
    const auto contested = shown(model);
    const Example first = model.example(0);
    QVERIFY(first.of(Answerer::Student)->predicted != first.of(Answerer::Weak)->predicted);
    const Example last = model.example(499);
    QCOMPARE(last.of(Answerer::Student)->predicted, last.of(Answerer::Weak)->predicted);
    QCOMPARE(last.of(Answerer::Student)->predicted, last.of(Answerer::Ceiling)->predicted);
    model.setOrder(ExampleOrder::File);
    QVERIFY(std::ranges::is_sorted(shown(model)));
  }

  void confusionCountsEveryRowOnce() {
    const auto set = madeUpSet(1500);
    for (const Answerer answerer : kAnswerers) {
      const Confusion confusion = confusionOf(*set, answerer);
      QCOMPARE(confusion.rows, std::int64_t(1500));
      QCOMPARE(static_cast<double>(confusion.right) / 1500.0,
               metrics::shareOfEqual(set->of(answerer).classes, set->labels));
      std::int64_t total = 0;
      for (std::size_t truth = 0; truth < 10; ++truth) {
        QCOMPARE(confusion.rowsOf(truth), std::int64_t(150));
        for (std::size_t predicted = 0; predicted < 10; ++predicted) {
          const auto count = std::ranges::count_if(set->rows, [&](std::uint32_t i) {
            return set->labels[i] == truth && set->of(answerer).classes[i] == predicted;
          });
          QCOMPARE(confusion.at(truth, predicted), std::int64_t(count));
          total += count;
        }
      }
      QCOMPARE(total, std::int64_t(1500));
    }
  }

  void newAnswersForTheSameImagesKeepTheRows() {
    const auto first = madeUpSet(200, 100);
    const auto second = std::make_shared<ExampleSet>(*first);
    second->of(Answerer::Student).classes[7] = 9;
    ExamplesModel model;
    model.setExamples(first);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setExamples(second);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(model.example(7).of(Answerer::Student)->predicted, 9);
    model.setFilter({.category = Category::Fixed});
    QCOMPARE(resets.count(), 1);
    model.setExamples(nullptr);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.counts()[Category::All], std::int64_t(0));
  }

  void withoutAStudentTheWeakSupervisorIsShownAlone() {
    const auto set = madeUpSet(100);
    set->of(Answerer::Student) = {};
    set->of(Answerer::Ceiling) = {};
    ExamplesModel model;
    model.setExamples(set);
    QCOMPARE(model.rowCount(), 100);
    QVERIFY(!model.example(0).of(Answerer::Student).has_value());
    QVERIFY(model.verdict(0).isEmpty());
    QCOMPARE(confusionOf(*set, Answerer::Student).rows, std::int64_t(0));
    for (const Category category : kCategories) {
      QCOMPARE(model.counts()[category],
               category == Category::All ? std::int64_t(100) : std::int64_t(0));
    }
    // The confidence is the weak supervisor's then.
    model.setFilter({.least_confidence = 0.6});
    const auto& sure = set->of(Answerer::Weak).confidences;
    QCOMPARE(model.rowCount(), static_cast<int>(std::ranges::count_if(
                                   sure, [](float c) { return static_cast<double>(c) >= 0.6; })));
  }

  void aRowInWordsAndForASpreadsheet() {
    ExamplesModel model;
    const auto set = madeUpSet(20);
    model.setExamples(set);
    const QString words = model.data(model.index(3), Qt::AccessibleTextRole).toString();
    QVERIFY(words.contains("class 3") && words.contains("student") && words.contains("ceiling"));
    QCOMPARE(model.clipboardLine(3).count('\t'), model.clipboardHeader().count('\t'));
    QVERIFY(model.clipboardLine(3).startsWith("3\tclass 3\t"));
    // A class may have any name: no formula, no cell or line of its own.
    auto named = std::make_shared<ExampleSet>(*set);
    named->class_names[static_cast<std::size_t>(named->labels[3])] = "=HYPERLINK(A1)\t@x\nb";
    model.setExamples(named);
    QVERIFY(model.clipboardLine(3).startsWith("3\t'=HYPERLINK(A1) @x b\t"));
    QCOMPARE(model.clipboardLine(3).count('\n'), 0);
    model.setExamples(set);
    QCOMPARE(model.image(3).pixelColor(5, 5).red(), 90);
    QCOMPARE(model.rowOf(3), 3);
    model.setFilter({.label = 4});
    QCOMPARE(model.rowOf(3), -1);
    QCOMPARE(model.rowOf(14), 1);
  }
};

W2S_TEST(TstExamplesModel)
#include "tst_examples_model.moc"
