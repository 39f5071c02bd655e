// Who owns a folder: one at a time, for as long as it lives.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>
#include <vector>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file_io.h"
#include "core/store/ownership.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::store;

namespace fs = std::filesystem;

namespace {

std::string textOf(const OwnerRecord& owner) {
  return QStringLiteral(R"({"host": "%1", "boot": "%2", "space": "%3", "pid": %4, "started": %5})")
      .arg(QString::fromStdString(owner.host), QString::fromStdString(owner.boot),
           QString::fromStdString(owner.space))
      .arg(owner.pid)
      .arg(owner.started)
      .toStdString();
}

}  // namespace

class TstOwnership : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
  }

  void oneAtATime() {
    auto first = Ownership::claim(path());
    QVERIFY(first && *first);
    QVERIFY(Ownership::ownerOf(path()) == thisProcess());
    QVERIFY(!*Ownership::claim(path()));
    (*first)->release();
    QVERIFY(!fs::exists(file()));
    QVERIFY(!Ownership::ownerOf(path()));
    QVERIFY(*Ownership::claim(path()));
  }

  void aFolderThatMovesKeepsItsOwner() {
    fs::create_directory(path() / "a");
    {
      auto owner = Ownership::claim(path() / "a");
      fs::rename(path() / "a", path() / "b");
      QVERIFY((*owner)->isLost());
      (*owner)->moveTo(path() / "b");
      QVERIFY(!(*owner)->isLost());
      QVERIFY(!*Ownership::claim(path() / "b"));
    }
    QVERIFY(fs::is_empty(path() / "b"));
  }

  // The heartbeat plays no part: a process of this machine is there or not.
  void aDeadProcessOfThisMachineOwnsNothing() {
    OwnerRecord dead = thisProcess();
    QVERIFY(dead.started > 0);
    --dead.started;  // another process had this number before
    write(dead);
    QVERIFY(!Ownership::ownerOf(path()));
    QVERIFY(*Ownership::claim(path()));
    QVERIFY(!fs::exists(file()));
  }

  void theOldHeartbeatOfALivingProcessDoesNotMatter() {
    write(thisProcess());
    grow(std::chrono::hours(5));
    QVERIFY(Ownership::ownerOf(path()));
    QVERIFY(!*Ownership::claim(path()));
  }

  void anOwnerElsewhereLivesWhileItsHeartbeatIsYoung_data() {
    QTest::addColumn<bool>("other_host");
    QTest::addColumn<int>("seconds");
    QTest::addColumn<bool>("lives");
    for (const bool other_host : {true, false}) {  // false: this one, before it was started again
      const char* place = other_host ? "another host" : "an earlier boot";
      QTest::addRow("%s, now", place) << other_host << 0 << true;
      QTest::addRow("%s, half a minute ago", place) << other_host << 30 << true;
      QTest::addRow("%s, two minutes ago", place) << other_host << 120 << false;
      QTest::addRow("%s, its clock ahead", place) << other_host << -30 << true;
      QTest::addRow("%s, its clock broken", place) << other_host << -100'000 << false;
    }
  }
  void anOwnerElsewhereLivesWhileItsHeartbeatIsYoung() {
    QFETCH(bool, other_host);
    QFETCH(int, seconds);
    QFETCH(bool, lives);
    OwnerRecord other = thisProcess();
    (other_host ? other.host : other.boot) = "another";
    write(other);
    grow(std::chrono::seconds(seconds));
    QCOMPARE(Ownership::ownerOf(path()).has_value(), lives);
    QCOMPARE(Ownership::claim(path())->has_value(), !lives);
  }

  // Between making and writing it, or for ever when the process died just then.
  void anEmptyFileOwnsForAWhile() {
    QVERIFY(writeFileAtomically(file(), ""));
    QVERIFY(!*Ownership::claim(path()));
    grow(std::chrono::minutes(2));
    QVERIFY(*Ownership::claim(path()));
  }

  void ofManyOnlyOneReplacesADeadOwner() {
    for (int round = 0; round < 50; ++round) {
      OwnerRecord dead = thisProcess();
      --dead.started;
      write(dead);
      std::atomic<int> owners = 0;
      std::atomic<int> together = 0;
      std::vector<std::jthread> threads;
      for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
          auto owner = Ownership::claim(path());
          owners += owner && *owner ? 1 : 0;
          ++together;
          while (together < 4) {  // nobody gives up before all have tried
            std::this_thread::yield();
          }
        });
      }
      threads.clear();
      QCOMPARE(owners.load(), 1);
    }
  }

  void whoWasReplacedNoticesAndLeavesTheOtherAlone() {
    auto owner = Ownership::claim(path());
    QVERIFY(!(*owner)->isLost());
    fs::remove(file());
    write(thisProcess());
    QVERIFY((*owner)->isLost());
    owner->reset();
    QVERIFY(fs::exists(file()));
  }

  void aFolderThatCannotBeWrittenIsAnError() {
    QVERIFY(!Ownership::claim(path() / "missing"));
  }

 private:
  [[nodiscard]] fs::path path() const {
    return folder_->path().toStdString();
  }
  [[nodiscard]] fs::path file() const {
    return path() / "owner.json";
  }
  void write(const OwnerRecord& owner) const {
    QVERIFY(writeFileAtomically(file(), textOf(owner)));
  }
  void grow(std::chrono::seconds older) const {
    fs::last_write_time(file(), fs::last_write_time(file()) - older);
  }

  std::unique_ptr<QTemporaryDir> folder_;
};

W2S_TEST(TstOwnership)
#include "tst_ownership.moc"
