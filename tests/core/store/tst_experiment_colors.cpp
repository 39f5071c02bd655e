// Which experiment has which colour: the same from day to day, whatever comes and goes.
#include <fstream>
#include <set>
#include <string>

#include "core/store/experiment_colors.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

class TstExperimentColors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void placesStay() {
    const sample::Workspace workspace;
    ExperimentColors colors = ExperimentColors::read(workspace.path());
    QCOMPARE(colors.of("a"), -1);
    QVERIFY(!colors.isChanged());
    QCOMPARE(colors.give("a"), 0);
    QCOMPARE(colors.give("b \"\u00fc\""), 1);
    QCOMPARE(colors.give("a"), 0);
    QVERIFY(colors.isChanged());
    VERIFY_OK(colors.write(workspace.path()));
    QVERIFY(!colors.isChanged());
    ExperimentColors again = ExperimentColors::read(workspace.path());
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
    ExperimentColors again = ExperimentColors::read(workspace.path());
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
    QTest::newRow("of a later version") << QByteArray(R"({"schema":2,"order":["a"]})");
  }
  void aDamagedFileGivesColoursAnew() {
    QFETCH(QByteArray, text);
    const sample::Workspace workspace;
    std::filesystem::create_directories(workspace.path());
    std::ofstream(workspace.path() / "colors.json") << text.toStdString();
    ExperimentColors colors = ExperimentColors::read(workspace.path());
    QCOMPARE(colors.of("a"), -1);
    QCOMPARE(colors.give("b"), 0);
    VERIFY_OK(colors.write(workspace.path()));
    QCOMPARE(ExperimentColors::read(workspace.path()).of("b"), 0);
  }

  void runsOfEarlierVersionsStandForThemselves() {
    QCOMPARE(coloredBy("", "run"), std::string("run"));
    QCOMPARE(coloredBy("experiment", "run"), std::string("experiment"));
  }
};

W2S_TEST(TstExperimentColors)
#include "tst_experiment_colors.moc"
