#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/workspace.h"
#include "tests/core/store/sample_run.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

class TstWorkspace : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theDefaultFollowsTheEnvironment_data() {
    QTest::addColumn<QByteArray>("chosen");
    QTest::addColumn<QByteArray>("xdg");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("home alone") << QByteArray() << QByteArray()
                                << QByteArray("/home/a/.local/share/w2s-lab");
    QTest::newRow("data home") << QByteArray() << QByteArray("/data")
                               << QByteArray("/data/w2s-lab");
    QTest::newRow("relative data home")
        << QByteArray() << QByteArray("data") << QByteArray("/home/a/.local/share/w2s-lab");
    QTest::newRow("chosen") << QByteArray("/mine") << QByteArray("/data") << QByteArray("/mine");
  }
  void theDefaultFollowsTheEnvironment() {
    QFETCH(QByteArray, chosen);
    QFETCH(QByteArray, xdg);
    QFETCH(QByteArray, expected);
    const QByteArray home = qgetenv("HOME");
    qputenv("HOME", "/home/a");
    qputenv("XDG_DATA_HOME", xdg);
    qputenv("W2S_WORKSPACE", chosen);
    const auto workspace = defaultWorkspace();
    qunsetenv("XDG_DATA_HOME");
    qunsetenv("W2S_WORKSPACE");
    qputenv("HOME", home);
    QCOMPARE(QByteArray::fromStdString(workspace.string()), expected);
  }

  void preparingMakesTheFoldersAndLeavesNoProbe() {
    const sample::Workspace outer;
    const auto workspace = outer.path() / "deep" / "er";
    VERIFY_OK(prepareWorkspace(workspace));
    VERIFY_OK(prepareWorkspace(workspace));
    QVERIFY(std::filesystem::is_directory(runsFolder(workspace)));
    QVERIFY(std::filesystem::is_directory(cacheFolder(workspace)));
    for (const auto& entry : std::filesystem::directory_iterator(workspace)) {
      QVERIFY(entry.is_directory());
    }
  }

  void anUnusableWorkspaceSaysWhichWhyAndWhatToDo_data() {
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("a file in its place") << QByteArray("file");
    QTest::newRow("below a file") << QByteArray("file/sub");
    QTest::newRow("a file in place of runs") << QByteArray("taken");
    QTest::newRow("a file system that takes no folders") << QByteArray("/proc/w2s");
  }
  void anUnusableWorkspaceSaysWhichWhyAndWhatToDo() {
    QFETCH(QByteArray, place);
    const sample::Workspace outer;
    VERIFY_OK(writeFileAtomically(outer.path() / "file", "x"));
    VERIFY_OK(writeFileAtomically(outer.path() / "taken" / "runs", "x"));
    const auto workspace = outer.path() / place.toStdString();  // an absolute place replaces it
    const Status prepared = prepareWorkspace(workspace);
    QVERIFY(!prepared.has_value());
    QCOMPARE(prepared.error().code, ErrorCode::Io);
    for (const std::string& part :
         {workspace.string(), std::string("--workspace"), std::string("W2S_WORKSPACE")}) {
      QVERIFY2(prepared.error().message.find(part) != std::string::npos,
               prepared.error().message.c_str());
    }
  }

  void freeSpaceIsCheckedBeforeTheWorkspaceExists() {
    const sample::Workspace outer;
    const auto workspace = outer.path() / "not" / "yet";
    VERIFY_OK(freeBytes(workspace));
    VERIFY_OK(checkFreeSpace(workspace, 0));
    const Status enough = checkFreeSpace(workspace, std::numeric_limits<std::uint64_t>::max());
    QVERIFY(!enough.has_value());
    for (const char* part : {"not/yet", " free, and this needs about ", "GB", "Free some space"}) {
      QVERIFY2(enough.error().message.find(part) != std::string::npos,
               enough.error().message.c_str());
    }
  }
};

W2S_TEST(TstWorkspace)
#include "tst_workspace.moc"
