// A file is read once while it stays as it is, and again when it does not.
#include <filesystem>
#include <fstream>
#include <memory>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/file_memo.h"
#include "core/base/hash.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

using std::chrono::hours;

// As if it had been written an hour, or more, ago.
void write(const std::filesystem::path& path, const std::string& text, hours age = hours(1)) {
  std::ofstream(path) << text;
  std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now() - age);
}

}  // namespace

class TstFileMemo : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir temporary_;
  std::unique_ptr<FileMemo<int>> memo_;
  int made_ = 0;

  std::filesystem::path path() const {
    return temporary_.filePath("file").toStdString();
  }
  Result<int> ask() {
    return memo_->get(path(), [this]() -> Result<int> { return ++made_; });
  }

 private Q_SLOTS:
  void init() {
    made_ = 0;
    memo_ = std::make_unique<FileMemo<int>>();
    write(path(), "one");
  }

  void aFileThatStaysIsReadOnce() {
    QCOMPARE(*ask(), 1);
    QCOMPARE(*ask(), 1);
  }

  void aChangeIsSeen_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("age");
    QTest::newRow("another size") << "longer" << 1;
    QTest::newRow("the same size at another time") << "two" << 2;
  }
  void aChangeIsSeen() {
    QFETCH(QString, text);
    QFETCH(int, age);
    QCOMPARE(*ask(), 1);
    write(path(), text.toStdString(), hours(age));
    QCOMPARE(*ask(), 2);
    QCOMPARE(*ask(), 2);
  }

  void anotherFileInItsPlaceIsSeen() {
    QCOMPARE(*ask(), 1);
    const auto time = std::filesystem::last_write_time(path());
    const std::filesystem::path other = path().string() + ".new";
    write(other, "two");
    std::filesystem::last_write_time(other, time);
    std::filesystem::rename(other, path());
    QCOMPARE(*ask(), 2);
  }

  void aFileChangedJustNowIsNotRemembered() {
    write(path(), "new", hours(0));
    QCOMPARE(*ask(), 1);
    QCOMPARE(*ask(), 2);
  }

  void anErrorIsNotRemembered() {
    std::filesystem::remove(path());
    QVERIFY(!rememberedHashOfFile(path()).has_value());
    write(path(), "one");
    QCOMPARE(*rememberedHashOfFile(path()), *hashOfFile(path()));
  }
};

W2S_TEST(TstFileMemo)
#include "tst_file_memo.moc"
