// Exact duplicates are found within and across sets, with conflicting labels told apart.
#include <algorithm>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/data/duplicates.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;

namespace {

// One pixel an image, so that equal numbers are equal images.
Images imagesOf(const std::vector<std::uint8_t>& pixels) {
  return {
      .rows = static_cast<std::int64_t>(pixels.size()), .height = 1, .width = 1, .pixels = pixels};
}

}  // namespace

class TstDuplicates : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void duplicatesAreCountedWithinAndAcrossSets() {
    //                                row:  0  1  2  3  4  5  6
    const Images train_images = imagesOf({10, 10, 10, 20, 30, 20, 40});
    const Labels train_labels = {1, 1, 1, 2, 3, 5, 4};
    const Images test_images = imagesOf({10, 30, 99, 10});
    const Labels test_labels = {1, 7, 0, 1};
    const std::vector<NamedRows> sets = {{"weak", Part::Train, {0, 1, 3}},
                                         {"transfer", Part::Train, {2, 4, 5, 6}},
                                         {"test", Part::Test, {0, 1, 2, 3}}};
    const auto counts =
        countDuplicates(sets, {train_images, train_labels}, {test_images, test_labels});
    QCOMPARE(counts.size(), std::size_t{6});
    const auto check = [&](std::size_t index, std::size_t first, std::size_t second, int images,
                           int rows, int conflicting) {
      const DuplicateCount& count = counts[index];
      QCOMPARE(count.first, first);
      QCOMPARE(count.second, second);
      QCOMPARE(count.images, std::int64_t{images});
      QCOMPARE(count.rows, std::int64_t{rows});
      QCOMPARE(count.conflicting, std::int64_t{conflicting});
      QCOMPARE(count.examples.size(), static_cast<std::size_t>(images));
    };
    check(0, 0, 0, 1, 1, 0);  // image 10 in rows 0 and 1
    check(1, 0, 1, 2, 2, 1);  // image 10; image 20 with the labels 2 and 5
    check(2, 0, 2, 1, 2, 0);  // image 10, twice in the test set
    check(3, 1, 1, 0, 0, 0);
    check(4, 1, 2, 2, 3, 1);  // image 10; image 30 with the labels 3 and 7
    check(5, 2, 2, 1, 1, 0);
    // The conflict comes first.
    QCOMPARE(counts[1].examples[0].first.row, std::int64_t{3});
    QCOMPARE(counts[1].examples[0].first.label, std::int64_t{2});
    QCOMPARE(counts[1].examples[0].second.row, std::int64_t{5});
    QCOMPARE(counts[1].examples[0].second.label, std::int64_t{5});
  }

  void countsAgreeWithComparingEveryPair() {
    SplitMix64 random(Seed{1});
    std::vector<std::uint8_t> pixels(300);
    Labels labels(300);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
      pixels[i] = static_cast<std::uint8_t>(random.below(250));
      labels[i] = static_cast<std::int64_t>(random.below(2));
    }
    const Images images = imagesOf(pixels);
    std::vector<NamedRows> sets = {{"a", Part::Train, {}}, {"b", Part::Train, {}}};
    for (std::int64_t row = 0; row < 300; ++row) {
      sets[row % 3 == 0 ? 0 : 1].rows.push_back(row);
    }
    const auto counts = countDuplicates(sets, {images, labels}, {images, labels}, 1000);
    const auto pixel = [&](std::int64_t row) { return pixels[static_cast<std::size_t>(row)]; };
    const auto isIn = [&](std::int64_t row, const NamedRows& set) {
      return std::any_of(set.rows.begin(), set.rows.end(),
                         [&](std::int64_t other) { return pixel(other) == pixel(row); });
    };
    const auto across = std::count_if(sets[1].rows.begin(), sets[1].rows.end(),
                                      [&](std::int64_t row) { return isIn(row, sets[0]); });
    QVERIFY(across > 0);
    QCOMPARE(counts[1].rows, std::int64_t{across});
    std::vector<std::uint8_t> of_b;
    for (const std::int64_t row : sets[1].rows) {
      of_b.push_back(pixel(row));
    }
    std::sort(of_b.begin(), of_b.end());
    const auto distinct = std::unique(of_b.begin(), of_b.end()) - of_b.begin();
    QCOMPARE(counts[2].rows, static_cast<std::int64_t>(sets[1].rows.size()) - distinct);
    for (const DuplicateCount& count : counts) {
      QCOMPARE(static_cast<std::int64_t>(count.examples.size()), count.images);
      for (const auto& [first, second] : count.examples) {
        QCOMPARE(pixel(first.row), pixel(second.row));
        QVERIFY(first.row != second.row);
      }
    }
  }
};

W2S_TEST(TstDuplicates)
#include "tst_duplicates.moc"
