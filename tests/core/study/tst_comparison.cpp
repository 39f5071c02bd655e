// Sets of runs beside each other: what is one set, what is paired and what is refused, and the rows
// that their students agree on.
#include <cmath>
#include <string>
#include <vector>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/store/workspace.h"
#include "core/study/comparison.h"
#include "core/weights/stored_answers.h"
#include "tests/support/compared_runs.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::study;
using w2s::test::ComparedSample;

namespace {

bool near(double a, double b) {
  return std::abs(a - b) < 1e-9;
}

// 20 rows with the labels 0, 1, 2, 0, ...; of them the first `right` are answered.
ComparedSample sample(const std::string& id, const std::string& experiment, std::int64_t seed,
                      std::size_t right) {
  ComparedSample made{
      .id = id, .experiment = experiment, .seed = seed, .labels = {}, .student = {}};
  for (std::size_t row = 0; row < 20; ++row) {
    made.labels.push_back(static_cast<std::int64_t>(row % 3));
    made.student.push_back(static_cast<std::int64_t>((row + (row < right ? 0 : 1)) % 3));
  }
  return made;
}

std::string noteWith(const Comparison& comparison, const std::string& part) {
  for (const Sentence& note : comparison.notes) {
    if (note.text.find(part) != std::string::npos) {
      return note.text;
    }
  }
  return {};
}

}  // namespace

class TstComparison : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;

  [[nodiscard]] std::filesystem::path workspace() const {
    return folder_.path().toStdString();
  }
  void record(const ComparedSample& run) const {
    test::recordComparedRun(workspace(), run);
  }
  [[nodiscard]] Comparison compared(const std::vector<std::string>& names) const {
    auto sets = findSets(workspace(), names);
    if (!sets) {
      qFatal("%s", sets.error().message.c_str());
    }
    return *compare(std::move(*sets));
  }
  [[nodiscard]] std::string refusal(const std::vector<std::string>& names) const {
    auto sets = findSets(workspace(), names);
    if (!sets) {
      return sets.error().message;
    }
    const auto all = compare(std::move(*sets));
    return all ? std::string() : all.error().message;
  }

 private Q_SLOTS:
  void initTestCase() {
    // Seeds 0, 1, 2 of one experiment and 1, 2, 3 of the other.
    for (std::int64_t seed = 0; seed < 3; ++seed) {
      const auto n = static_cast<std::size_t>(seed);
      record(sample("r-a" + std::to_string(n), "one-1", seed, 15 + n));
      ComparedSample other = sample("r-b" + std::to_string(n), "two-2", seed + 1, 14);
      other.temperature = 2.0;
      record(other);
    }
    ComparedSample rows = sample("r-rows", "three-3", 1, 15);
    rows.test_rows = "other";
    record(rows);
    ComparedSample data = sample("r-data", "four-4", 1, 15);
    data.data = "other";
    record(data);
  }

  void storedAnswersAreReadWithoutLibTorch() {
    const auto file = store::runsFolder(workspace()) / "r-a0" / "predictions.safetensors";
    const auto answers = readStoredAnswers(file);
    QVERIFY2(answers.has_value(), answers ? "" : answers.error().message.c_str());
    const ComparedSample run = sample("r-a0", "one-1", 0, 15);
    QCOMPARE(answers->labels, run.labels);
    QCOMPARE(answers->student, run.student);
    QCOMPARE(answers->rows.front(), 10);
    // Cut anywhere, or without one of its parts, it is refused with its name.
    const std::string bytes = test::answersFile(run);
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{7}, std::size_t{40}, bytes.size() - 1}) {
      const auto cut = workspace() / "cut.safetensors";
      QVERIFY(writeFileAtomically(cut, bytes.substr(0, size)).has_value());
      const auto read = readStoredAnswers(cut);
      QVERIFY(!read && read.error().message.find("cut.safetensors") != std::string::npos);
    }
    // Labels made elsewhere may have none of the test rows; student and ceiling always answer.
    const auto read_without = [this, &bytes](const std::string& name, const std::string& instead) {
      std::string other = bytes;
      other.replace(other.find(name), name.size(), instead);
      return writeFileAtomically(workspace() / "other", other)
                 ? readStoredAnswers(workspace() / "other")
                 : Result<StoredAnswers>(tl::unexpect, Error{});
    };
    const auto without_weak = read_without("weak.test", "week.test");
    QVERIFY(without_weak && without_weak->weak.empty());
    QCOMPARE(without_weak->student.size(), without_weak->rows.size());
    const auto without = read_without("ceiling.test", "selling.test");
    QVERIFY(!without && without.error().message.find("ceiling.test") != std::string::npos);
  }

  void setsArePairedOverTheSeedsThatBothHave() {
    const Comparison all = compared({"one-1", "two"});
    QCOMPARE(all.settings.size(), std::size_t{1});
    QCOMPARE(all.settings[0].key, std::string("objective.temperature"));
    QCOMPARE(all.settings[0].values[1], std::string("2"));
    const PairedSets& pair = all.pair(1, 0);
    QCOMPARE(pair.runs, (std::vector<std::pair<std::string, std::string>>{{"r-a1", "r-b0"},
                                                                          {"r-a2", "r-b1"}}));
    QVERIFY(near(pair.accuracy.value, (.8 - .7 + .85 - .7) / 2));
    QVERIFY(near(pair.accuracy.p, .5) && near(pair.accuracy_holm, .5));
    QCOMPARE(pair.rows.first_alone, 2 + 3);
    QCOMPARE(pair.rows.second_alone, 0);
    QCOMPARE(pair.rows.both, 28);
    QVERIFY(near(all.agreement(0, 1), (18.0 / 20 + 17.0 / 20) / 2));
    QVERIFY(near(all.agreement(1, 1), 1.0));
    QVERIFY(near(all.agreement(0, 0), (19.0 + 18 + 19) / 60));
    QVERIFY(!noteWith(all, "2 of A's 3 seeds").empty());
    QVERIFY(!noteWith(all, "With 2 seeds").empty());
    QVERIFY(noteWith(all, "With 2 seeds").find("0.5") != std::string::npos);
  }

  void oneSeedEachIsComparedOverRows() {
    const Comparison all = compared({"r-a2", "r-b0"});
    const PairedSets& pair = all.pairs.front();
    QCOMPARE(pair.over, PairedSets::Over::Rows);
    QCOMPARE(pair.accuracy.n, 20);
    QVERIFY(near(pair.accuracy.value, 3.0 / 20) && near(pair.accuracy.p, .25));
    QVERIFY(std::isnan(all.agreement(0, 0)));
    QVERIFY(!noteWith(all, "another seed").empty());
    const auto rows =
        rowsRightAlone(all.sets[0].folders.at("r-a2"), all.sets[1].folders.at("r-b0"));
    QCOMPARE(*rows, (std::vector<std::int64_t>{24, 25, 26}));
  }

  void otherDataAndOtherRowsAreNeitherAveragedNorPaired() {
    const Comparison all = compared({"one-1", "r-rows", "r-data"});
    QVERIFY(all.pair(0, 1).refusal.text.find("test rows") != std::string::npos);
    QVERIFY(all.pair(0, 2).refusal.text.find("different data") != std::string::npos);
    QVERIFY(std::isnan(all.pair(0, 1).accuracy.value) && std::isnan(all.agreement(0, 2)));
    QVERIFY(!noteWith(all, "A and B: They were judged on different test rows").empty());
  }

  void runsOfOneExperimentAreOneSet() {
    const auto sets =
        setsOfRuns(workspace(), std::vector<std::string>{"r-b1", "r-a0", "r-b0", "r-rows"});
    QVERIFY(sets.has_value());
    QCOMPARE(sets->size(), std::size_t{3});
    QCOMPARE((*sets)[0].name, std::string("two-2"));
    QCOMPARE((*sets)[0].seeds(), (std::vector<std::int64_t>{1, 2}));
    QCOMPARE((*sets)[1].name, std::string("r-a0"));
    const auto again = findSets(workspace(), std::vector<std::string>{(*sets)[0].asked, "r-a0"});
    QVERIFY(again && (*again)[0].seeds() == (*sets)[0].seeds());
    // Nothing else is chosen: its seeds beside each other.
    const auto seeds = setsOfRuns(workspace(), std::vector<std::string>{"r-b1", "r-b0"});
    QCOMPARE(seeds->size(), std::size_t{2});
    QCOMPARE(compare(*seeds)->pairs.front().over, PairedSets::Over::Rows);
  }

  void whatIsNamedWronglyIsSaid() {
    QVERIFY(refusal({"one-1", "nowhere"}).find("nowhere") != std::string::npos);
    QVERIFY(refusal({"one-1"}).find("2 to 26") != std::string::npos);
    QVERIFY(refusal({"one-1", "one-1"}).find("named twice") != std::string::npos);
    QVERIFY(refusal({"r-a", "one-1"}).find("r-a0") != std::string::npos);
    QVERIFY(refusal({"r-a0+r-b0", "one-1"}).find("not averaged") != std::string::npos);
    QVERIFY(refusal({"no study:1", "one-1"}).find("no study") != std::string::npos);
  }
};

W2S_TEST(TstComparison)
#include "tst_comparison.moc"
