// Words as features, against numbers of scikit-learn, and the list of Debian's packages.
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include <QtTest/QtTest>

#include "core/data/debian_packages.h"
#include "core/data/word_counts.h"
#include "tests/support/test_main.h"

using namespace w2s::data;

namespace {

const std::vector<std::string> kTexts{"The cat sat on the mat.", "A dog chased the cat!",
                                      "Dogs and cats; cats and dogs: 2024 is C++ time"};
const std::vector<std::int64_t> kFit{0, 1};

}  // namespace

class TstWordCounts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // scikit-learn 1.9: CountVectorizer and TfidfVectorizer, fitted to the first two texts.
  void theNumbersAreThoseOfScikitLearn() {
    const CountedWords counts = countWords(kTexts, kFit, {.weight = WordWeight::Counts});
    QCOMPARE(counts.terms,
             (std::vector<std::string>{"cat", "chased", "dog", "mat", "on", "sat", "the"}));
    QCOMPARE(counts.values, (std::vector<float>{1, 0, 0, 1, 1, 1, 2, 1, 1, 1, 0, 0, 0, 1,  //
                                                0, 0, 0, 0, 0, 0, 0}));
    const CountedWords weighted = countWords(kTexts, kFit, {});
    const std::vector<float> expected{
        .302531F, 0,        0,        .425196F, .425196F, .425196F, .605061F,  //
        .409937F, .576152F, .576152F, 0,        0,        0,        .409937F,  //
        0,        0,        0,        0,        0,        0,        0};
    QCOMPARE(weighted.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
      QVERIFY(std::abs(weighted.values[i] - expected[i]) < 1e-6F);
    }
    const CountedWords pairs =
        countWords(kTexts, kFit, {.ngrams = 2, .weight = WordWeight::Presence});
    QCOMPARE(pairs.terms, (std::vector<std::string>{"cat", "cat sat", "chased", "chased the", "dog",
                                                    "dog chased", "mat", "on", "on the", "sat",
                                                    "sat on", "the", "the cat", "the mat"}));
    QCOMPARE(pairs.values[11], 1.0F);  // "the" is there twice
  }

  // Frequent terms first, of equally frequent ones the first in the order of their bytes.
  void theCommonestTermsAreKept() {
    const CountedWords few = countWords(kTexts, kFit, {.size = 3});
    QCOMPARE(few.terms, (std::vector<std::string>{"cat", "chased", "the"}));
    QCOMPARE(few.width, std::int64_t{3});
    QCOMPARE(countWords(kTexts, {}, {.size = 3}).width,
             std::int64_t{1});  // no term, one column of 0
  }

  // Every term of a text falls into a place, also one that the fit did not have.
  void hashedTermsNeedNoVocabulary() {
    const CountedWords hashed =
        countWords(kTexts, kFit, {.size = 64, .weight = WordWeight::Counts, .hashed = true});
    QCOMPARE(hashed.width, std::int64_t{64});
    for (std::size_t i = 0; i < kTexts.size(); ++i) {
      const auto* const row = hashed.values.data() + 64 * i;
      QCOMPARE(std::accumulate(row, row + 64, 0.0F),
               static_cast<float>(termsOf(kTexts[i], 1).size()));
    }
  }

  void wordsAreRunsOfLettersAndDigits() {
    QCOMPARE(
        termsOf("It's 3.14 \xE2\x80\x93 na\xC3\xAFve \xE2\x80\x9Cquoted\xE2\x80\x9D \xFFx1\xFE_y2",
                1),
        (std::vector<std::string>{"it", "14", "na\xC3\xAFve", "quoted", "x1", "y2"}));
    QVERIFY(termsOf("", 3).empty());
    QCOMPARE(termsOf("one two", 5), (std::vector<std::string>{"one", "one two", "two"}));
  }

  void ofPackagesOneASourceIsTaken() {
    const auto texts = packageTexts(
        "Package: a\nDescription: plays many old games\nSection: games\n\n"
        "Package: a-data\nSource: a (1.2)\nDescription: plays many old games, data\nSection: "
        "games\n\n"
        "Package: b\nSource: bb\nDescription: sends mail to \"friends\"\n more of it\nSection: "
        "contrib/mail\n\n"
        "Package: c\nDescription: two words\nSection: mail\n\n"
        "Package: d\nDescription: Transitional package for e\nSection: mail\n\n"
        "Package: e\nDescription: a library of numbers\nSection: libs");
    QCOMPARE(texts.size(), std::size_t{2});
    QCOMPARE(texts[0].source, std::string("a"));
    QCOMPARE(texts[1].source, std::string("bb"));
    QCOMPARE(texts[1].section, std::string("mail"));
    QCOMPARE(texts[1].description, std::string("sends mail to \"friends\""));
    QVERIFY(packageTexts("no list at all").empty());
  }
};

W2S_TEST(TstWordCounts)
#include "tst_word_counts.moc"
