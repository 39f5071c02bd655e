// Data of one's own: what the command line cannot show of cards (tests/cli/check_own_data.py has the rest).
#include <array>
#include <fstream>
#include <set>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/mapped_file.h"
#include "core/data/csv.h"
#include "core/data/npy.h"
#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/data/text_table.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::data;

namespace {

std::string npyOf(const std::string& descr, const std::string& shape, std::string_view values) {
  std::string header =
      "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
  std::string bytes = std::string("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size() & 0xFFU);
  bytes += static_cast<char>(header.size() >> 8U);
  return bytes + header + std::string(values);
}

std::vector<std::vector<std::string>> recordsOf(const std::vector<std::string>& pieces) {
  std::vector<std::vector<std::string>> records;
  CsvParser parser(
      ',', [&](std::int64_t, std::vector<std::string>& fields) { records.push_back(fields); });
  for (const std::string& piece : pieces) {
    if (!parser.feed(piece)) {
      return {{"refused"}};
    }
  }
  return parser.finish() ? records : std::vector<std::vector<std::string>>{{"refused"}};
}

}  // namespace

class TstCard : public QObject {
  Q_OBJECT

 private:
  std::filesystem::path write(const std::string& name, const std::string& content) {
    const auto path = std::filesystem::path(folder_.path().toStdString()) / name;
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }

  // 120 rows of 2 numbers, the first of which is the row's number.
  std::filesystem::path writeCard(const std::string& more = {}) {
    std::string labels;
    std::string values;
    for (int row = 0; row < 120; ++row) {
      labels += std::to_string(row % 3) + "\n";
      for (const float value : {static_cast<float>(row), 0.5F}) {
        values.append(reinterpret_cast<const char*>(&value), sizeof value);
      }
    }
    write("labels.csv", "y\n" + labels);
    write("x.npy", npyOf("<f4", "(120, 2)", values));
    return write("card.toml", "[rows]\nlabels = \"labels.csv\"\n" + more +
                                  "[[features]]\nname = \"x\"\nfile = \"x.npy\"\n");
  }

  QTemporaryDir folder_;

 private Q_SLOTS:
  void piecesOfATableMayEndAnywhere() {
    const std::string text =
        "\xEF\xBB\xBF"
        "a,\"b \"\"c\"\"\r\nd\"\r\n\r\n,\n\"\"\ne";
    const auto whole = recordsOf({text});
    const std::vector<std::vector<std::string>> expected{
        {"a", "b \"c\"\r\nd"}, {"", ""}, {""}, {"e"}};
    QVERIFY(whole == expected);
    for (std::size_t cut = 0; cut <= text.size(); ++cut) {
      QVERIFY(recordsOf({text.substr(0, cut), text.substr(cut)}) == expected);
    }
  }

  void linesEndInAnyOfTheThreeWays() {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
      const auto json = write("lines.jsonl", R"({"y":1,"z":null})" + end + end + R"({"y":"b"})" +
                                                 end + "{" + end + R"({"z":[2],"y":3})");
      const auto table = readTextTable(json);
      QVERIFY(table.has_value());
      QCOMPARE(table->lines, (std::vector<std::int64_t>{1, 3, 5}));
      QCOMPARE(table->names, (std::vector<std::string>{"y", "z"}));
      QCOMPARE(table->columns[0].cells, (std::vector<std::string>{"1", "b", "3"}));
      QCOMPARE(table->columns[1].cells, (std::vector<std::string>{"", "", "[2]"}));
      QCOMPARE(table->problems.size(), std::size_t{2});  // line 4, and z on lines 1, 3
      QVERIFY(table->problems[0].text.find("line 4:") != std::string::npos);
      const auto csv = readTextTable(write("lines.csv", "a,b" + end + "1,2" + end + "3" + end));
      QVERIFY(csv.has_value());
      QCOMPARE(csv->lines, std::vector<std::int64_t>{2});
      QCOMPARE(csv->problems.size(), std::size_t{1});
      QVERIFY2(csv->problems[0].text.find("line 3:") != std::string::npos,
               csv->problems[0].text.c_str());
    }
  }

  // One object a line with the most keys there may be, in other orders.
  void manyKeysALine() {
    constexpr int kKeys = 1000;
    std::string text;
    for (int line = 0; line < 2000; ++line) {
      for (int i = 0; i < kKeys; ++i) {
        text += (i == 0 ? "{\"k" : ",\"k") + std::to_string((i + line) % kKeys) + "\":0";
      }
      text += "}\n";
    }
    const auto table = readTextTable(write("wide.jsonl", text));
    QVERIFY(table.has_value());
    QCOMPARE(table->columns.size(), std::size_t{kKeys});
    QCOMPARE(table->columns[17].name, std::string("k17"));
    QCOMPARE(table->columns[17].cells.size(), std::size_t{2000});
    QVERIFY(table->problems.empty());
  }

  void rowsAreThoseOfTheFile() {
    const auto dataset = openDataSet(writeCard().string());
    QVERIFY2(dataset, dataset ? "" : dataset.error().message.c_str());
    std::set<float> seen;
    for (const std::string_view name : {kTrainSource, kTestSource}) {
      const Source source = *findSource(**dataset, name);
      const data::Rows rows = allRows(source);
      std::vector<std::array<float, 2>> values(rows.index.size());
      QVERIFY(
          (*dataset)
              ->read(rows, {.values = std::as_writable_bytes(std::span(values)), .features = "x"})
              .has_value());
      const Labels labels = *(*dataset)->targets(rows);
      for (std::size_t i = 0; i < values.size(); ++i) {
        QCOMPARE(static_cast<std::int64_t>(values[i][0]) % 3, labels[i]);
        seen.insert(values[i][0]);
      }
    }
    QCOMPARE(seen.size(), std::size_t{120});
    QVERIFY(!(*dataset)->view(kTestSource, 24));
    QVERIFY((*dataset)->view(kTestSource, 23));
    std::array<std::byte, 8> none{};
    QVERIFY(!(*dataset)->read({"train", {0}}, {.values = none, .features = "y"}));
  }

  // A test row in five, of each class, the same every time.
  void testRowsAreAShareOfEachClass() {
    const auto path = writeCard().string();
    const auto first = openDataSet(path);
    const auto again = openDataSet(path);
    const Source test = *findSource(**first, kTestSource);
    QCOMPARE(test.rows, 24);
    const Labels labels = *(*first)->targets(allRows(test));
    QVERIFY(countsOfClasses(labels, 3) == (std::vector<std::int64_t>{8, 8, 8}));
    QVERIFY(*(*first)->fingerprint() == *(*again)->fingerprint());
  }

  void aFileThatIsCutShortIsAnErrorAndNoCrash() {
    const auto dataset = openDataSet(writeCard().string());
    QVERIFY(dataset && (*dataset)->isCurrent());
    std::filesystem::resize_file(folder_.filePath("x.npy").toStdString(), 0);
    QVERIFY(!(*dataset)->isCurrent());
    std::array<std::byte, 8> row{};
    const Status read = (*dataset)->read({"train", {5}}, {.values = row});
    QVERIFY(!read);
    QVERIFY(read.error().message.find("x.npy was changed while it was in use") !=
            std::string::npos);
  }

  void anotherFileOfTheSameNameIsNoticed() {
    const auto card = writeCard();
    const auto dataset = openDataSet(card.string());
    QVERIFY((*dataset)->isCurrent());
    write("new.csv", "y\n");
    std::filesystem::rename(folder_.filePath("new.csv").toStdString(),
                            folder_.filePath("labels.csv").toStdString());
    QVERIFY(!(*dataset)->isCurrent());
    QVERIFY(findCard(card.string()).has_value());
    QVERIFY(!findCard((card.parent_path() / "other.toml").string()).has_value());
  }

  // Whatever is reserved, no row and no group is in two splits, and reserved rows stay where they are.
  void reservedRowsStayInTheirSplits() {
    SplitSources sources{
        .train_labels = {}, .test_labels = {}, .train_groups = {}, .test_groups = {}, .classes = 2};
    for (std::int64_t row = 0; row < 600; ++row) {
      sources.train_labels.push_back(row % 2);
      sources.train_groups.push_back(row / 3);
      const std::int64_t part = row / 60;  // whole groups
      sources.reserved.push_back(part < 2    ? Reserved::Transfer
                                 : part == 2 ? Reserved::Validation
                                             : Reserved::Open);
    }
    for (std::int64_t row = 0; row < 50; ++row) {
      sources.test_labels.push_back(row % 2);
      sources.test_groups.push_back(1000 + row);
    }
    config::TaskConfig task;
    task.weak_rows = 90;
    task.transfer_rows = 100;
    task.validation_rows = 50;
    task.test_rows = 50;
    for (const bool grouped : {true, false}) {
      if (!grouped) {
        sources.train_groups.clear();
        sources.test_groups.clear();
      }
      const auto splits = drawSplits(sources, task, Seed{4});
      QVERIFY2(splits, splits ? "" : splits.error().message.c_str());
      for (const std::int64_t row : splits->of(split::kTransfer).rows.index) {
        QVERIFY(row < 120);
      }
      for (const std::int64_t row : splits->of(split::kValidation).rows.index) {
        QVERIFY(row >= 120 && row < 180);
      }
      for (const std::int64_t row : splits->of(split::kWeak).rows.index) {
        QVERIFY(row >= 180);
      }
    }
    task.transfer_rows = 121;
    QVERIFY(!drawSplits(sources, task, Seed{4}));
  }

  void headersOfArraysAreRead() {
    const std::string sound = npyOf("<f2", "(3, 2)", std::string(12, '\0'));
    const auto layout = readNpyHeader(sound, sound.size(), "x");
    QVERIFY(layout && layout->type == ArrayType::F16 && layout->rows() == 3 &&
            layout->width() == 2);
    for (std::size_t cut = 0; cut < sound.size(); ++cut) {
      QVERIFY(!readNpyHeader(sound.substr(0, cut), cut, "x"));
    }
    const std::string huge = npyOf("<f8", "(4611686018427387904, 4611686018427387904)", "");
    QVERIFY(!readNpyHeader(huge, huge.size(), "x"));
  }
};

W2S_TEST(TstCard)
#include "tst_card.moc"
