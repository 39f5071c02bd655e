// Results of others: the published ones are sound, a file says its faults by line, and folders of OpenAI's
// code become results with floor and ceiling, whatever else lies in them.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/file_io.h"
#include "core/base/resources.h"
#include "core/study/openai_results.h"
#include "core/study/reference_results.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::study;

namespace {

namespace fs = std::filesystem;

const std::string kHead = "name,title,by,task,method,weak,student,ceiling,pgr,seeds,note,source\n";

struct Folder {
  QTemporaryDir made;
  [[nodiscard]] fs::path path(const std::string& name = {}) const {
    return fs::path(made.path().toStdString()) / name;
  }
  void write(const std::string& name, const std::string& text) const {
    QVERIFY(writeFileAtomically(path(name), text).has_value());
  }
  // One trained model, as train_simple.py leaves it.
  void model(const std::string& name, const std::string& size, int seed,
             const std::string& accuracy, const std::string& weak = {},
             const std::string& loss = "xent") const {
    const auto settings = [seed](const std::string& of, const std::string& with) {
      return R"("batch_size": 32, "ds_name": "sciq", "loss": ")" + with + R"(", "model_size": ")" +
             of + R"(", "lr": 5e-05, "seed": )" + std::to_string(seed);
    };
    std::string config = "{" + settings(size, loss);
    if (!weak.empty()) {
      config += R"(, "weak_model_size": ")" + weak + R"(", "weak_model": {)" +
                settings(weak, "xent") + "}";
    }
    write(name + "/config.json", config + "}");
    write(name + "/results_summary.json", R"({"accuracy": )" + accuracy + "}");
  }
};

std::string refusal(const Result<OpenAiResults>& read) {
  return read ? std::string() : read.error().message;
}

}  // namespace

class TstReferenceResults : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void thePublishedOnesAreSound() {
    const QTemporaryDir none;
    const ReferenceList list = referencesIn(none.path().toStdString());
    QVERIFY2(list.problems.empty(),
             list.problems.empty() ? "" : list.problems.front().text.c_str());
    QVERIFY(list.results.size() > 40);
    for (const ReferenceResult& one : list.results) {
      // A PGR that was published beside its accuracies is theirs, up to rounding.
      ReferenceResult computed = one;
      computed.published_pgr.reset();
      if (one.published_pgr && computed.pgr()) {
        QVERIFY2(std::abs(*one.published_pgr - *computed.pgr()) < 0.02, one.name.c_str());
      }
    }
    const auto found =
        findReferences(none.path().toStdString(), std::vector<std::string>{"burns-imagenet-vitb8"});
    QVERIFY(found.has_value());
    QCOMPARE(*found->front().pgr(), 0.415);
    const auto unknown =
        findReferences(none.path().toStdString(), std::vector<std::string>{"burns-imagenet-vitb9"});
    QVERIFY(!unknown && unknown.error().message.find("burns-imagenet-vitb8") != std::string::npos);
  }

  void aResultIsALine() {
    const Folder folder;
    const std::vector<ReferenceResult> results{
        {.name = "a.1",
         .title = "One, \"two\"",
         .by = "X",
         .task = "t",
         .method = "m",
         .weak = 0.5,
         .student = 0.625,
         .ceiling = 0.75,
         .seeds = 3,
         .note = "n",
         .source = "s"},
        {.name = "b", .title = "T", .by = "Y", .published_pgr = -0.25, .source = "s"}};
    folder.write("x.csv", referencesText(results));
    const auto read = readReferences(folder.path("x.csv"));
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QVERIFY(*read == results);
    QCOMPARE(*read->front().pgr(), 0.5);
    QCOMPARE(*read->back().pgr(), -0.25);
  }

  void noRatioOfAGapBelowAPoint() {
    ReferenceResult one{.weak = 0.490, .student = 0.496, .ceiling = 0.496};
    QVERIFY(!one.pgr());
    one.ceiling = 0.500;
    QVERIFY(one.pgr() && std::abs(*one.pgr() - 0.6) < 1e-9);
    one.student.reset();
    QVERIFY(!one.pgr());
  }

  void whatIsWrongIsSaid_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const std::string& text, const char* part) {
      QTest::newRow(name) << QString::fromStdString(text) << QString::fromLatin1(part);
    };
    row("empty", "", "is empty");
    row("a column is missing", "name,title\na,b\n", "no column \"by\"");
    row("ragged", kHead + "a,b\n", "line 2");
    row("no name", kHead + ",T,B,,,,,,,,,s\n", "line 2: \"name\" is empty");
    row("no source", kHead + "a,T,B,,,,,,,,,\n", "\"source\" is empty");
    row("other letters", kHead + "A b,T,B,,,,,,,,,s\n", "small letters");
    row("per cent", kHead + "a,T,B,,,56.6,,,,,,s\n", "line 2: \"weak\" is 56.6");
    row("no number", kHead + "a,T,B,,,,x,,,,,s\n", "\"student\" is x");
    row("no finite number", kHead + "a,T,B,,,,,,inf,,,s\n", "\"pgr\" is inf");
    row("twice", kHead + "a,T,B,,,,,,,,,s\na,T,B,,,,,,,,,s\n", "line 3: there is another");
    row("an open quote", kHead + "a,\"T,B\n", "line 2");
  }
  void whatIsWrongIsSaid() {
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    const Folder folder;
    folder.write("references/x.csv", text.toStdString());
    const auto read = readReferences(folder.path("references/x.csv"));
    QVERIFY(!read);
    const QString said = QString::fromStdString(read.error().message);
    QVERIFY2(said.contains(part) && said.contains(QStringLiteral("x.csv")), qPrintable(said));
    // The others are shown all the same.
    const ReferenceList list = referencesIn(folder.path());
    QCOMPARE(list.problems.size(), std::size_t{1});
    QVERIFY(!list.results.empty());
  }

  void aSweepIsOneResultAPairAndLoss() {
    const Folder folder;
    for (const int seed : {0, 1}) {
      const std::string s = "s" + std::to_string(seed) + "/";
      folder.model(s + "weak", "gpt2", seed, seed == 0 ? "0.60" : "0.62");
      folder.model(s + "strong", "gpt2-xl", seed, seed == 0 ? "0.80" : "0.82");
      folder.model(s + "student", "gpt2-xl", seed, seed == 0 ? "0.70" : "0.72", "gpt2");
      folder.model(s + "confident", "gpt2-xl", seed, "0.80", "gpt2", "logconf");
    }
    folder.model("alone", "gpt2-large", 0, "0.7", "gpt2-medium");
    const auto read = readOpenAiResults(folder.path());
    QVERIFY2(read.has_value(), refusal(read).c_str());
    QCOMPARE(read->results.size(), std::size_t{3});
    const auto named = [&](const std::string& name) {
      return *std::ranges::find(read->results, name, &ReferenceResult::name);
    };
    const ReferenceResult student = named("gpt2-to-gpt2-xl-on-sciq-xent");
    QCOMPARE(student.seeds, std::int64_t{2});
    QVERIFY(std::abs(*student.weak - 0.61) < 1e-12 && std::abs(*student.ceiling - 0.81) < 1e-12);
    QVERIFY(std::abs(*student.pgr() - 0.5) < 1e-9);
    QVERIFY(std::abs(*named("gpt2-to-gpt2-xl-on-sciq-logconf").student - 0.8) < 1e-12);
    const ReferenceResult alone = named("gpt2-medium-to-gpt2-large-on-sciq-xent");
    QVERIFY(!alone.weak && !alone.pgr() && !alone.note.empty());
    // A file of the student finds the models beside its folder.
    const auto beside = readOpenAiResults(folder.path("s0/student/results_summary.json"));
    QVERIFY(beside && beside->results.size() == 2);
    QCOMPARE(*beside->results.back().weak, 0.60);
  }

  void theOlderScriptsFileIsOneResultALoss() {
    const Folder folder;
    folder.write("gpt2_gpt2-xl.results_summary.json",
                 R"({"weak_acc": 0.6, "strong_acc": 0.8, "transfer_acc_xent": 0.7,
                     "transfer_acc_logconf": 0.75})");
    const auto read = readOpenAiResults(folder.path("gpt2_gpt2-xl.results_summary.json"));
    QVERIFY2(read.has_value(), refusal(read).c_str());
    QCOMPARE(read->results.size(), std::size_t{2});
    QCOMPARE(read->results[0].title, std::string("gpt2_gpt2-xl (logconf)"));
    QVERIFY(std::abs(*read->results[0].pgr() - 0.75) < 1e-9);
  }

  void whatIsImportedIsListedAndReplaced() {
    const Folder from;
    const Folder workspace;
    from.model("weak", "gpt2", 0, "0.6");
    from.model("strong", "gpt2-xl", 0, "0.8");
    from.model("student", "gpt2-xl", 0, "0.7", "gpt2");
    const auto first = importOpenAiResults(from.path(), workspace.path());
    QVERIFY2(first.has_value(), first ? "" : first.error().message.c_str());
    from.model("student", "gpt2-xl", 0, "0.75", "gpt2");
    const auto again = importOpenAiResults(from.path(), workspace.path());
    QVERIFY(again && again->file == first->file);
    const ReferenceList list = referencesIn(workspace.path());
    QVERIFY(list.problems.empty());
    const std::string name = first->file.stem().string() + "/gpt2-to-gpt2-xl-on-sciq-xent";
    QCOMPARE(std::ranges::count(list.results, name, &ReferenceResult::name), 1);
    const auto found = findReferences(workspace.path(), std::vector{name});
    QVERIFY(found && std::abs(*found->front().pgr() - 0.75) < 1e-9);
  }

  void damagedFilesAreLeftOutAndSaid_data() {
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("summary");
    QTest::addColumn<QString>("part");
    const QString config = QStringLiteral(R"({"ds_name": "sciq", "model_size": "a", "loss": "x"})");
    const QString good = QStringLiteral(R"({"accuracy": 0.5})");
    QTest::newRow("cut") << config << QStringLiteral("{\"accur") << QStringLiteral("no JSON");
    QTest::newRow("NaN") << config << QStringLiteral("{\"accuracy\": NaN}")
                         << QStringLiteral("no JSON");
    QTest::newRow("null") << config << QStringLiteral("{\"accuracy\": null}")
                          << QStringLiteral("between 0 and 1");
    QTest::newRow("text") << config << QStringLiteral("{\"accuracy\": \"0.5\"}")
                          << QStringLiteral("accuracy");
    QTest::newRow("per cent") << config << QStringLiteral("{\"accuracy\": 50}")
                              << QStringLiteral("between 0 and 1");
    QTest::newRow("none") << config << QStringLiteral("{}") << QStringLiteral("accuracy");
    QTest::newRow("a list") << config << QStringLiteral("[1]")
                            << QStringLiteral("results_summary.json");
    QTest::newRow("deep") << config << QString(QLatin1Char('[')).repeated(100'000)
                          << QStringLiteral("results_summary.json");
    QTest::newRow("no data set") << QStringLiteral(R"({"model_size": "a", "loss": "x"})") << good
                                 << QStringLiteral("ds_name");
    QTest::newRow("a long name") << QStringLiteral(
                                        R"({"ds_name": "%1", "model_size": "a", "loss": "x"})")
                                        .arg(QString(QLatin1Char('x')).repeated(5000))
                                 << good << QStringLiteral("ds_name");
    QTest::newRow("a weak model that is none")
        << QStringLiteral(R"({"ds_name": "s", "model_size": "a", "loss": "x", "weak_model": 3})")
        << good << QStringLiteral("weak_model");
    QTest::newRow("a pickle") << QStringLiteral("\x80\x04\x95") << good
                              << QStringLiteral("config.json");
  }
  void damagedFilesAreLeftOutAndSaid() {
    QFETCH(const QString, config);
    QFETCH(const QString, summary);
    QFETCH(const QString, part);
    const Folder folder;
    folder.write("bad/config.json", config.toStdString());
    folder.write("bad/results_summary.json", summary.toStdString());
    const QString said = QString::fromStdString(refusal(readOpenAiResults(folder.path())));
    QVERIFY2(said.contains(part) && said.contains(QStringLiteral("bad/")), qPrintable(said));
    folder.write("a_b.results_summary.json",
                 R"({"weak_acc": 0.6, "strong_acc": 0.8, "transfer_acc_xent": 0.7})");
    const auto rest = readOpenAiResults(folder.path());
    QVERIFY2(rest.has_value(), refusal(rest).c_str());
    QCOMPARE(rest->results.size(), std::size_t{1});
    QCOMPARE(rest->notes.size(), std::size_t{1});
  }

  void hostileFolders() {
    const Folder folder;
    QVERIFY(refusal(readOpenAiResults(folder.path())).find("has no results") != std::string::npos);
    QVERIFY(refusal(readOpenAiResults(folder.path("nowhere"))).find("nowhere") !=
            std::string::npos);
    // A folder that contains itself, and a result that is a link to another file: neither is followed.
    std::error_code error;
    fs::create_directory(folder.path("in"));
    fs::create_directory_symlink(folder.path(), folder.path("in/again"), error);
    folder.write("secret", R"({"weak_acc": 0.6, "strong_acc": 0.8, "transfer_acc_xent": 0.7})");
    fs::create_symlink(folder.path("secret"), folder.path("x_y.results_summary.json"), error);
    QVERIFY(!error);
    QVERIFY(!readOpenAiResults(folder.path()));
    // More bytes than such a file has, and a name that steers a terminal.
    folder.write("big.results_summary.json", std::string(2U << 20U, ' '));
    QVERIFY(!readOpenAiResults(folder.path()));
    folder.write("a\x1b[2J.results_summary.json",
                 R"({"weak_acc": 0.6, "strong_acc": 0.8, "transfer_acc_=cmd": 0.7})");
    const auto read = readOpenAiResults(folder.path());
    QVERIFY2(read.has_value(), refusal(read).c_str());
    QVERIFY(read->results.front().title.find('\x1b') == std::string::npos);
    const Folder workspace;
    QVERIFY(importOpenAiResults(folder.path(), workspace.path()).has_value());
    QVERIFY(referencesIn(workspace.path()).problems.empty());
  }
};

W2S_TEST(TstReferenceResults)
#include "tst_reference_results.moc"
