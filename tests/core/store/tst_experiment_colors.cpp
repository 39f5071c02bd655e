// Which experiment has which colour: the same from day to day, whatever comes and goes.
#include <chrono>
#include <fstream>
#include <set>
#include <string>
#include <thread>
#include <utility>

#include "core/base/file_read.h"
#include "core/store/experiment_colors.h"
#include "core/store/workspace.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

namespace {

ExperimentColors readFrom(const sample::Workspace& workspace) {
  auto read = ExperimentColors::read(workspace.path());
  if (!read) {
    qFatal("%s", read.error().message.c_str());
  }
  return std::move(*read);
}

}  // namespace

class TstExperimentColors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placesStay() {
    const sample::Workspace workspace;
    ExperimentColors colors = readFrom(workspace);
    QCOMPARE(colors.of("a"), -1);
    QVERIFY(!colors.isChanged());
    QCOMPARE(colors.give("a"), 0);
    QCOMPARE(colors.give("b \"\u00fc\""), 1);
    QCOMPARE(colors.give("a"), 0);
    QVERIFY(colors.isChanged());
    VERIFY_OK(colors.write(workspace.path()));
    QVERIFY(!colors.isChanged());
    ExperimentColors again = readFrom(workspace);
    QCOMPARE(again.of("b \"\u00fc\""), 1);
    QCOMPARE(again.give("c"), 2);
  }

  void thoseThatAreGoneLeaveHoles() {
    const sample::Workspace workspace;
    ExperimentColors colors;
    for (int i = 0; i < 3000; ++i) {
      colors.give(std::to_string(i));
    }
    // A few that are gone may come back from the trash.
    std::set<std::string> present;
    for (int i = 1000; i < 3000; ++i) {
      present.insert(std::to_string(i));
    }
    colors.keepOnly(present);
    QCOMPARE(colors.of("7"), 7);
    colors.keepOnly({"2999", "5"});
    QCOMPARE(colors.of("7"), -1);
    VERIFY_OK(colors.write(workspace.path()));
    ExperimentColors again = readFrom(workspace);
    QCOMPARE(again.of("2999"), 2999);
    QCOMPARE(again.of("5"), 5);
    QCOMPARE(again.of("1000"), -1);
    QCOMPARE(again.of(""), -1);
    QCOMPARE(again.give("new"), 3000);
  }

  void aDamagedFileGivesColoursAnew_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("{");
    QTest::newRow("another kind") << QByteArray(R"({"schema":1,"order":[1]})");
    QTest::newRow("changed by hand")
        << QByteArray(R"({"schema":1,"order":["a"],"checksum_of":"colors.json","checksum":"0"})");
    QTest::newRow("of no version") << QByteArray(R"({"schema":0,"order":["a"]})");
  }
  void aDamagedFileGivesColoursAnew() {
    QFETCH(QByteArray, text);
    const sample::Workspace workspace;
    std::filesystem::create_directories(workspace.path());
    std::ofstream(workspace.path() / "colors.json") << text.toStdString();
    VERIFY_OK(changeColors(workspace.path(), [](ExperimentColors& colors) {
      QCOMPARE(colors.of("a"), -1);
      QCOMPARE(colors.give("b"), 0);
    }));
    QCOMPARE(readFrom(workspace).of("b"), 0);
  }

  void whatCannotBeReadIsLeftAsItIs() {
    const sample::Workspace workspace;
    std::filesystem::create_directories(workspace.path());
    const std::filesystem::path file = workspace.path() / kColorsFile;
    const std::string later = R"({"schema":2,"order":{"a":"#ff0000"}})";
    std::ofstream(file) << later;
    const auto give = [](ExperimentColors& colors) { colors.give("b"); };
    const Status changed = changeColors(workspace.path(), give);
    QVERIFY(!changed && changed.error().message.find(file.string()) != std::string::npos);
    QVERIFY(changed.error().message.find("later version") != std::string::npos);
    QCOMPARE(readFile(file, 1000).value_or(""), later);
    std::filesystem::remove(file);
    std::filesystem::create_directory(file);  // no file at all
    QVERIFY(!changeColors(workspace.path(), give));
    QVERIFY(std::filesystem::is_directory(file));
  }

  void nothingNewIsNotWritten() {
    const sample::Workspace workspace;
    const auto give = [](ExperimentColors& colors) { colors.give("a"); };
    VERIFY_OK(changeColors(workspace.path(), give));
    const std::filesystem::path file = workspace.path() / kColorsFile;
    const auto before = std::filesystem::last_write_time(file) - std::chrono::hours(1);
    std::filesystem::last_write_time(file, before);
    VERIFY_OK(changeColors(workspace.path(), give));
    QVERIFY(std::filesystem::last_write_time(file) == before);
  }

  // Two windows that give colours at the same time keep each other's.
  void changesAtTheSameTimeAreBothKept() {
    const sample::Workspace workspace;
    std::filesystem::create_directories(runsFolder(workspace.path()));
    constexpr int kEach = 40;
    const auto window = [&workspace](const std::string& name) {
      for (int i = 0; i < kEach; ++i) {
        const std::string experiment = name + std::to_string(i);
        QVERIFY(changeColors(workspace.path(),
                             [&experiment](ExperimentColors& colors) { colors.give(experiment); }));
      }
    };
    {
      const std::jthread one([&window] { window("a"); });
      const std::jthread other([&window] { window("b"); });
    }
    const ExperimentColors colors = readFrom(workspace);
    std::set<int> places;
    for (int i = 0; i < kEach; ++i) {
      places.insert(colors.of("a" + std::to_string(i)));
      places.insert(colors.of("b" + std::to_string(i)));
    }
    QCOMPARE(places.size(), std::size_t{2 * kEach});
    QVERIFY(!places.contains(-1));
  }

  void runsOfEarlierVersionsStandForThemselves() {
    QCOMPARE(coloredBy("", "run"), std::string("run"));
    QCOMPARE(coloredBy("experiment", "run"), std::string("experiment"));
  }
};

W2S_TEST(TstExperimentColors)
#include "tst_experiment_colors.moc"
