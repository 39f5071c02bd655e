// Exact duplicates are found within and across sets, with conflicting labels told apart.
#include <algorithm>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/data/duplicates.h"
#include "core/data/splits.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;

namespace {

// Pictures of one pixel in both sources, so that equal numbers are equal rows.
class Pixels final : public Dataset {
 public:
  Pixels(std::vector<std::uint8_t> train, std::vector<std::uint8_t> test)
      : train_(std::move(train)), test_(std::move(test)) {
    card_.modality = Pictures{.channels = 1, .height = 1, .width = 1};
  }
  const DataSetCard& card() const override {
    return card_;
  }
  Result<std::vector<Source>> sources() override {
    return std::vector<Source>{{"train", std::ssize(train_)}, {"test", std::ssize(test_)}};
  }
  Result<std::string> fingerprint() override {
    return std::string("pixels");
  }
  Result<Labels> targets(const data::Rows& rows) override {
    return Labels(rows.index.size(), 0);
  }
  Status read(const data::Rows& rows, HostBlock block) override {
    for (std::size_t i = 0; i < rows.index.size(); ++i) {
      block.values[i] = std::byte(
          (rows.source == "train" ? train_ : test_)[static_cast<std::size_t>(rows.index[i])]);
    }
    return {};
  }

 private:
  DataSetCard card_;
  std::vector<std::uint8_t> train_;
  std::vector<std::uint8_t> test_;
};

}  // namespace

class TstDuplicates : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void duplicatesAreCountedWithinAndAcrossSets() {
    //                                row:  0  1  2  3  4  5  6
    Pixels dataset({10, 10, 10, 20, 30, 20, 40}, {10, 30, 99, 10});
    const Labels train = {1, 1, 1, 2, 3, 5, 4};
    const std::vector<NamedRows> sets = {
        {"weak", {"train", {0, 1, 3}}, labelsAt(train, std::vector<std::int64_t>{0, 1, 3})},
        {"transfer",
         {"train", {2, 4, 5, 6}},
         labelsAt(train, std::vector<std::int64_t>{2, 4, 5, 6})},
        {"test", {"test", {0, 1, 2, 3}}, {1, 7, 0, 1}}};
    const auto counts = countDuplicates(dataset, sets).value();
    QCOMPARE(counts.size(), std::size_t{6});
    const auto check = [&](std::size_t index, std::size_t first, std::size_t second, int images,
                           int rows, int conflicting) {
      const DuplicateCount& count = counts[index];
      QCOMPARE(count.first, first);
      QCOMPARE(count.second, second);
      QCOMPARE(count.contents, std::int64_t{images});
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
    Pixels dataset(pixels, {});
    std::vector<NamedRows> sets = {{"a", {"train", {}}, {}}, {"b", {"train", {}}, {}}};
    for (std::int64_t row = 0; row < 300; ++row) {
      NamedRows& set = sets[row % 3 == 0 ? 0 : 1];
      set.rows.index.push_back(row);
      set.labels.push_back(labels[static_cast<std::size_t>(row)]);
    }
    const auto counts = countDuplicates(dataset, sets, 1000).value();
    const auto pixel = [&](std::int64_t row) { return pixels[static_cast<std::size_t>(row)]; };
    const auto isIn = [&](std::int64_t row, const NamedRows& set) {
      return std::any_of(set.rows.index.begin(), set.rows.index.end(),
                         [&](std::int64_t other) { return pixel(other) == pixel(row); });
    };
    const auto across = std::count_if(sets[1].rows.index.begin(), sets[1].rows.index.end(),
                                      [&](std::int64_t row) { return isIn(row, sets[0]); });
    QVERIFY(across > 0);
    QCOMPARE(counts[1].rows, std::int64_t{across});
    std::vector<std::uint8_t> of_b;
    for (const std::int64_t row : sets[1].rows.index) {
      of_b.push_back(pixel(row));
    }
    std::sort(of_b.begin(), of_b.end());
    const auto distinct = std::unique(of_b.begin(), of_b.end()) - of_b.begin();
    QCOMPARE(counts[2].rows, static_cast<std::int64_t>(sets[1].rows.index.size()) - distinct);
    for (const DuplicateCount& count : counts) {
      QCOMPARE(static_cast<std::int64_t>(count.examples.size()), count.contents);
      for (const auto& [first, second] : count.examples) {
        QCOMPARE(pixel(first.row), pixel(second.row));
        QVERIFY(first.row != second.row);
      }
    }
  }
};

W2S_TEST(TstDuplicates)
#include "tst_duplicates.moc"
