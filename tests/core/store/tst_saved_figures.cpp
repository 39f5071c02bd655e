// Figures that are kept with a run or a study: they come back as they were, two programs lose nothing of
// each other's, and a damaged file is said and left as it is.
#include <fstream>
#include <future>
#include <sstream>

#include "core/store/bundle.h"
#include "core/store/check_run.h"
#include "core/store/run_folder.h"
#include "core/store/saved_figures.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

namespace {

namespace fs = std::filesystem;

const SavedFigure kOne{.name = "figure \"1\" \u2013 \U0001F600",
                       .command = "w2slab export run --chart accuracy --out 'a b.svg'"};
const SavedFigure kTwo{.name = "2", .command = "w2slab export run --chart pgr --out b.svg"};

std::string textOf(const fs::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

Status keep(const fs::path& folder, const SavedFigure& figure) {
  return changeFigures(folder, [&figure](auto& figures) { figures.push_back(figure); });
}

}  // namespace

class TstSavedFigures : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void figuresComeBackInTheirOrder() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const fs::path run = workspace.run("run");
    QVERIFY(readFigures(run)->empty());
    VERIFY_OK(keep(run, kOne));
    VERIFY_OK(keep(run, kTwo));
    QVERIFY((*readFigures(run) == std::vector{kOne, kTwo}));
    WorkspaceCheck check;
    checkRun(run, check);
    for (const Finding& fault : check.faults) {
      QVERIFY(fault.path.filename() != kFiguresFile);
    }
    // Without any there is no file.
    VERIFY_OK(changeFigures(run, [](auto& figures) { figures.clear(); }));
    QVERIFY(!fs::exists(run / kFiguresFile));
  }

  void aFileThatIsNotWhatWasWrittenIsSaidAndLeft_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("cut") << QByteArray("{\"schema\":1,\"figures\":[{\"na");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("later version") << QByteArray(R"({"schema":2,"figures":[]})");
    QTest::newRow("no list") << QByteArray(R"({"schema":1,"figures":{"name":"a"}})");
    QTest::newRow("no name") << QByteArray(R"({"schema":1,"figures":[{"command":"a"}]})");
    QTest::newRow("no text") << QByteArray(R"({"schema":1,"figures":[{"name":"a","command":7}]})");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("changed by hand") << QByteArray();
  }
  void aFileThatIsNotWhatWasWrittenIsSaidAndLeft() {
    QFETCH(const QByteArray, text);
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const fs::path file = workspace.run("run") / kFiguresFile;
    std::string written = text.toStdString();
    if (std::string_view(QTest::currentDataTag()) == "changed by hand") {
      VERIFY_OK(keep(workspace.run("run"), kTwo));
      written = textOf(file);
      written.replace(written.find("pgr"), 3, "PGR");
    }
    std::ofstream(file) << written;
    const auto figures = readFigures(workspace.run("run"));
    QVERIFY(!figures);
    QVERIFY2(figures.error().message.find(file.string()) != std::string::npos,
             figures.error().message.c_str());
    const Status kept = keep(workspace.run("run"), kOne);
    QVERIFY(!kept && kept.error().message == figures.error().message);
    QCOMPARE(textOf(file), written);
    WorkspaceCheck check;
    checkRun(workspace.run("run"), check);
    QVERIFY(std::ranges::any_of(check.faults,
                                [&file](const Finding& fault) { return fault.path == file; }));
  }

  void whatIsGoneDoesNotComeBack() {
    const sample::Workspace workspace;
    const Status kept = keep(workspace.run("run"), kOne);
    QVERIFY(!kept && kept.error().code == ErrorCode::NotFound);
    QVERIFY(!fs::exists(workspace.run("run")));
  }

  void ofTwoProgramsBothAreKept() {
    const sample::Workspace workspace;
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    const auto many = [run = workspace.run("run")](const std::string& name) {
      for (int i = 0; i < 20; ++i) {
        if (!keep(run, {.name = name + std::to_string(i), .command = name})) {
          return false;
        }
      }
      return true;
    };
    auto other = std::async(std::launch::async, many, "other");
    QVERIFY(many("one"));
    QVERIFY(other.get());
    QCOMPARE(readFigures(workspace.run("run"))->size(), std::size_t{40});
  }

  void aStudysFiguresAreInItsBundle() {
    const sample::Workspace workspace;
    const sample::Workspace elsewhere;
    const fs::path study = workspace.path() / "studies" / "one";
    fs::create_directories(study);
    std::ofstream(study / "study.toml") << "schema = 1\n";
    VERIFY_OK(keep(study, kOne));
    const fs::path bundle = workspace.path() / "study.w2s";
    VERIFY_OK(RunWriter::create(workspace.path(), sample::manifest()));
    VERIFY_OK(writeBundle({workspace.run("run")}, {study}, bundle));
    VERIFY_OK(importBundle(bundle, elsewhere.path()));
    QVERIFY((*readFigures(elsewhere.path() / "studies" / "one") == std::vector{kOne}));
  }
};

W2S_TEST(TstSavedFigures)
#include "tst_saved_figures.moc"
