// Weak labels of a card: how their files are read, which rows splits draw then, and what a first card makes of
// files that look like them.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <limits>
#include <set>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/config/validate.h"
#include "core/data/draft_card.h"
#include "core/data/first_experiment.h"
#include "core/data/registry.h"
#include "core/data/splits.h"
#include "tests/support/card_files.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;

namespace {

namespace fs = std::filesystem;

// Which rows have a weak label, and what part of the data set a row is.
struct Case {
  int rows = 0;
  std::function<std::string(int)> split;
  std::function<bool(int)> has_label;
  std::function<int(int)> group = {};
};

const std::vector<std::pair<std::string, Case>>& cases() {
  const auto tested = [](int train) {
    return [train](int row) { return std::string(row < train ? "train" : "test"); };
  };
  static const std::vector<std::pair<std::string, Case>> all{
      {"a third without", {340, tested(300), [](int row) { return row < 200; }}},
      {"validation without",
       {340, [](int row) { return row < 240   ? "train"
                                  : row < 300 ? "validation"
                                              : "test"; },
        [](int row) { return row < 240; }}},
      {"transfer partly",
       {340, [](int row) { return row < 180   ? "transfer"
                                  : row < 300 ? "train"
                                              : "test"; },
        [](int row) { return row < 150 || row >= 180; }}},
      {"weak rows of its own",
       {340, [](int row) { return row < 60    ? "weak"
                                  : row < 300 ? "train"
                                              : "test"; },
        [](int row) { return row >= 120; }}},
      {"all", {340, tested(300), [](int) { return true; }}},
      {"whole groups",
       {340, tested(300), [](int row) { return row % 12 < 6; }, [](int row) { return row / 6; }}},
      {"a part of each group",
       {340, tested(300), [](int row) { return row % 6 < 4; }, [](int row) { return row / 6; }}},
      {"groups of which few have labels",
       {700, [](int row) { return row < 42    ? "weak"
                                  : row < 658 ? "train"
                                              : "test"; },
        [](int row) { return row >= 42 && row / 7 % 4 == 0; }, [](int row) { return row / 7; }}},
  };
  return all;
}

std::int64_t rowsOf(const config::TaskConfig& task, std::string_view split) {
  return split == split::kWeak       ? task.weak_rows
         : split == split::kTransfer ? task.transfer_rows
                                     : task.validation_rows;
}

}  // namespace

class TstWeakLabels : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  const fs::path path_ = folder_.path().toStdString();

  fs::path write(const std::string& name, std::string_view content) {
    return test::writeText(path_ / name, content);
  }
  fs::path writeCase(const std::string& name) {
    const auto found = std::ranges::find(cases(), name, &std::pair<std::string, Case>::first);
    const Case& one = found->second;
    return test::writeWeakCard(
        path_,
        {.rows = one.rows, .split = one.split, .has_label = one.has_label, .group = one.group});
  }
  // 60 rows of which the last 12 are for the test, and a section of weak labels.
  fs::path writeCard(const std::string& section, const std::string& top = {},
                     const std::string& column = "y") {
    std::string rows = "id,y,name,part\n";
    std::string values;
    for (int row = 0; row < 60; ++row) {
      rows += "r" + std::to_string(row) + "," + std::to_string(row % 2) + "," +
              std::to_string(1 + row % 2) + "," + (row < 48 ? "train" : "test") + "\n";
      values.append(8, static_cast<char>(row % 60));
    }
    write("rows.csv", rows);
    write("x.npy", test::npyOf("<f4", "(60, 2)", values));
    return write("card.toml", top + "[rows]\nlabels = \"rows.csv#" + column +
                                  "\"\nids = \"rows.csv#id\"\nsplit = \"rows.csv#part\"\n" +
                                  "[[features]]\nname = \"x\"\nfile = \"x.npy\"\n" +
                                  "[[weak_labels]]\nname = \"theirs\"\n" + section);
  }
  std::string refusal(const fs::path& card) {
    const auto opened = openDataSet(card.string());
    return opened ? std::string("it was not refused") : opened.error().message;
  }
  double trainAccuracy(const fs::path& card) {
    const auto opened = openDataSet(card.string());
    if (!opened) {
      qWarning("%s", opened.error().message.c_str());
      return -1.0;
    }
    return (*opened)->card().weak_labels.front().train_accuracy;
  }

 private Q_SLOTS:
  void filesWithoutRowsAreRefused_data() {
    QTest::addColumn<QByteArray>("array");
    const auto add = [](const char* name, const char* shape) {
      const std::string bytes = test::npyOf("<f4", shape, {});
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    add("probabilities", "(0, 2)");
    add("classes", "(0,)");
  }
  void filesWithoutRowsAreRefused() {
    QFETCH(const QByteArray, array);
    write("w.npy", array.toStdString());
    write("ids.csv", "id\n");
    const std::string said = refusal(writeCard("file = \"w.npy\"\nids = \"ids.csv#id\"\n"));
    QVERIFY2(said.find("w.npy has no rows") != std::string::npos, said.c_str());
    QVERIFY2(said.find("line ") != std::string::npos, said.c_str());  // of the card
  }

  void aFileOfIdsThatChangesIsNoticed() {
    std::string labels = "c\n";
    std::string ids = "id\n";
    for (int row = 0; row < 60; ++row) {
      labels += std::to_string(row % 2) + "\n";
      ids += "r" + std::to_string(row) + "\n";
    }
    write("w.csv", labels);
    write("ids.csv", ids);
    const auto opened =
        openDataSet(writeCard("file = \"w.csv#c\"\nids = \"ids.csv#id\"\n").string());
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    QVERIFY((*opened)->isCurrent());
    write("new.csv", ids + "r60\n");
    fs::rename(path_ / "new.csv", path_ / "ids.csv");
    QVERIFY(!(*opened)->isCurrent());
  }

  // "1" is the first of the classes "1" and "2", in labels, weak labels and the truth beside them.
  void classesAreReadAsLabelsAre() {
    const std::string listed = "classes = [\"1\", \"2\"]\n";
    std::string names = "c\n";
    std::string openai;
    for (int row = 0; row < 60; ++row) {
      names += std::to_string(1 + row % 2) + "\n";
      openai += "{\"soft_label\": [" + std::string(row % 2 == 0 ? "0.9, 0.1" : "0.1, 0.9") +
                "], \"gt_label\": " + std::to_string(1 + row % 2) + "}\n";
    }
    write("w.csv", names);
    QCOMPARE(trainAccuracy(writeCard("file = \"w.csv#c\"\nin_order = true\n", listed, "name")),
             1.0);
    write("G2.JSONL", openai);
    QCOMPARE(trainAccuracy(writeCard("file = \"G2.JSONL\"\nin_order = true\n", listed, "name")),
             1.0);
    std::ranges::replace(names, '1', 'x');
    write("w.csv", names);
    const std::string said =
        refusal(writeCard("file = \"w.csv#c\"\nin_order = true\n", listed, "name"));
    QVERIFY2(said.find("the label \"x\" is no class; the classes are 1, 2") != std::string::npos,
             said.c_str());
  }

  void truthMayBeWrittenAsTrueAndFalse() {
    std::string openai;
    for (int row = 0; row < 60; ++row) {
      openai += std::string("{\"soft_label\": [") + (row % 2 == 0 ? "0.9, 0.1" : "0.1, 0.9") +
                "], \"gt_label\": " + (row % 2 == 0 ? "false" : "true") + "}\n";
    }
    write("w.jsonl", openai);
    QCOMPARE(trainAccuracy(writeCard("file = \"w.jsonl\"\nin_order = true\n")), 1.0);
  }

  void whatIsWrongWithNumbersIsSaid() {
    std::string lists = "p\n";
    for (int row = 0; row < 60; ++row) {
      lists += row == 0 ? "\"[0.5, 0.25, 0.25]\"\n" : "\"[0.5, 0.5]\"\n";
    }
    write("w.csv", lists);
    std::string said = refusal(writeCard("file = \"w.csv#p\"\nin_order = true\n"));
    QVERIFY2(said.find("w.csv, line 2: no list of 2 numbers") != std::string::npos, said.c_str());
    std::vector<float> values(120, 0.5F);
    values[3] = std::numeric_limits<float>::quiet_NaN();
    write("w.npy", test::npyOf("<f4", "(60, 2)",
                               {reinterpret_cast<const char*>(values.data()),
                                values.size() * sizeof(float)}));
    said = refusal(writeCard("file = \"w.npy\"\nin_order = true\n"));
    QVERIFY2(said.find("row 1") != std::string::npos, said.c_str());
    QVERIFY2(said.find("no finite number") != std::string::npos, said.c_str());
    QVERIFY2(said.find("logits") == std::string::npos, said.c_str());
  }

  // The experiment that a card gives runs, with every seed, and its rows are what the pools say.
  void theFirstExperimentFitsItsCard_data() {
    QTest::addColumn<QString>("name");
    for (const auto& [name, unused] : cases()) {
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
  }
  void theFirstExperimentFitsItsCard() {
    QFETCH(const QString, name);
    const fs::path card = writeCase(name.toStdString());
    const auto config = loadExperimentOrCard(card.string());
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    const auto dataset = *openDataSet(card.string());
    const std::string& labels = config->weak.front().labels;
    QCOMPARE(labels, std::string("theirs"));
    const Status valid = config::checkValid(*config, validationContext(dataset->card()));
    QVERIFY2(valid, valid ? "" : valid.error().message.c_str());
    const bool grouped = name.contains("group");
    for (const std::uint64_t seed : {0U, 1U, 2U}) {
      const auto splits = makeSplits(*dataset, config->task, Seed(seed), labels);
      QVERIFY2(splits, splits ? "" : splits.error().message.c_str());
      std::set<std::int64_t> seen;  // groups
      for (const Split& split : splits->all) {
        const auto values = *dataset->weakLabels(labels, split.rows);
        QVERIFY(split.name != split::kTransfer ||
                std::ranges::none_of(values, [](float share) { return std::isnan(share); }));
        const auto groups = *dataset->groups(split.rows);
        const std::set<std::int64_t> of_split(groups.begin(), groups.end());
        for (const std::int64_t group : of_split) {
          QVERIFY2(seen.insert(group).second, "a group is in two splits");
        }
      }
    }
    if (grouped) {
      return;  // fewer rows find room than there are
    }
    // One row more than the pools have is refused.
    const Pools pools = poolsOf(dataset->card(), labels, config->task.weak_rows);
    QCOMPARE(config->task.validation_rows, pools.validation);
    QCOMPARE(config->task.transfer_rows,
             pools.shared ? pools.training - config->task.weak_rows : pools.transfer);
    for (std::int64_t config::TaskConfig::*rows :
         {&config::TaskConfig::transfer_rows, &config::TaskConfig::validation_rows}) {
      config::TaskConfig more = config->task;
      ++(more.*rows);
      QVERIFY(!makeSplits(*dataset, more, Seed(0), labels));
    }
  }

  void sizesAreThoseOfTheLabelledRows() {
    const auto task = [&](const char* name) {
      return loadExperimentOrCard(writeCase(name).string())->task;
    };
    const auto is = [&](const char* name, std::int64_t weak, std::int64_t transfer,
                        std::int64_t validation) {
      const config::TaskConfig found = task(name);
      QCOMPARE(rowsOf(found, split::kWeak), weak);
      QCOMPARE(rowsOf(found, split::kTransfer), transfer);
      QCOMPARE(rowsOf(found, split::kValidation), validation);
    };
    is("a third without", 100, 184, 16);
    is("validation without", 120, 120, 60);
    is("transfer partly", 110, 150, 10);
    is("weak rows of its own", 60, 165, 15);
    is("all", 137, 138, 25);
  }

  void tooFewLabelledRowsAreSaid() {
    const fs::path card = test::writeWeakCard(
        path_, {.rows = 600,
                .split = [](int row) { return std::string(row < 500 ? "train" : "test"); },
                .has_label = [](int row) { return row < 100; }});
    const auto config = loadExperimentOrCard(card.string());
    QVERIFY(!config);
    QVERIFY2(config.error().message.find("100 of 500 training rows have a weak label of theirs") !=
                 std::string::npos,
             config.error().message.c_str());
  }

  void whichRowsAreMissingIsSaid() {
    const fs::path card = writeCase("a third without");
    auto config = loadExperimentOrCard(card.string());
    config->task.transfer_rows = 185;
    const auto dataset = *openDataSet(card.string());
    const auto splits = makeSplits(*dataset, config->task, Seed(0), "theirs");
    QVERIFY(!splits);
    QVERIFY2(splits.error().message.find("weak labels theirs") != std::string::npos,
             splits.error().message.c_str());
  }

  // A split that the card marks is never filled with rows that it marks for another.
  void markedRowsStayWhereTheyAreMarked() {
    const auto dataset = *openDataSet(writeCase("transfer partly").string());
    auto sources = *splitSources(*dataset);
    QVERIFY(keepLabelled(sources, *dataset, "theirs", 10).has_value());
    const auto marked = *dataset->reserved();
    for (std::size_t row = 0; row < marked.size(); ++row) {
      const Reserved now = sources.reserved[row];
      QVERIFY(now == marked[row] || now == Reserved::Excluded);
    }
  }

  void aFirstCardTellsWeakLabelsFromFeatures() {
    std::string soft = "y,soft_label,hard_label\n";
    for (int row = 0; row < 60; ++row) {
      soft += std::to_string(row % 2) + ",\"[0.5, 0.5]\"," + std::to_string(row % 2) + "\n";
    }
    write("soft.csv", soft);
    for (const auto& [name, width] : {std::pair("weak_gpt2.npy", 3), std::pair("weak.npy", 2)}) {
      const std::vector<float> values(static_cast<std::size_t>(60 * width), 0.5F);
      write(name, test::npyOf("<f4", "(60, " + std::to_string(width) + ")",
                              {reinterpret_cast<const char*>(values.data()),
                               values.size() * sizeof(float)}));
    }
    fs::create_directories(path_ / "other");
    fs::copy_file(path_ / "weak.npy", path_ / "other" / "weak.npy",
                  fs::copy_options::overwrite_existing);
    const auto draft = draftCard({.files = {path_ / "soft.csv", path_ / "weak_gpt2.npy",
                                            path_ / "weak.npy", path_ / "other" / "weak.npy"},
                                  .folder = path_,
                                  .name = "mine",
                                  .given = {}});
    QVERIFY2(draft, draft ? "" : draft.error().message.c_str());
    const auto opened = openDataSet(write("drafted.toml", draft->toml).string());
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    const DataSetCard& card = (*opened)->card();
    QCOMPARE(card.features.size(), std::size_t{1});
    QCOMPARE(card.features.front().name, std::string("weak_gpt2"));
    QCOMPARE(card.weak_labels.size(), std::size_t{3});
    QCOMPARE(card.weak_labels.front().name, std::string("soft"));
  }
};

W2S_TEST(TstWeakLabels)
#include "tst_weak_labels.moc"
