// Regular files alone, and never more bytes than their kind has.
#include <filesystem>
#include <fstream>
#include <string>
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

}  // namespace

class TstFileRead : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir temporary_;

  [[nodiscard]] fs::path path(const char* name) const {
    return temporary_.filePath(name).toStdString();
  }

 private Q_SLOTS:
  void aFileIsReadWhole() {
    const std::string text(3'000'000, 'x');
    write(path("whole"), text + "end");
    QCOMPARE(readFile(path("whole"), kMostArrayBytes).value(), text + "end");
    write(path("empty"), "");
    QCOMPARE(readFile(path("empty"), 0).value(), std::string());
    std::string pieces;
    QVERIFY(readFileInPieces(path("whole"), [&](std::string_view piece) { pieces += piece; }));
    QCOMPARE(pieces, text + "end");
  }

  void theBoundIsTheLastSizeThatIsRead() {
    write(path("bound"), "12345");
    QCOMPARE(readFile(path("bound"), 5).value(), std::string("12345"));
    const auto refused = readFile(path("bound"), 4);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    const std::string& said = refused.error().message;
    QVERIFY2(said.find("bound has 5 bytes") != std::string::npos &&
                 said.find("at most 4;") != std::string::npos,
             said.c_str());
  }

  // Such a file takes no place on the disk; its size alone must not make anybody allocate it.
  void aFileOfHolesIsRefusedBeforeItIsRead() {
    write(path("holes"), "");
    fs::resize_file(path("holes"), kMostLogBytes * 16);
    QVERIFY(!readFile(path("holes"), kMostLogBytes));
  }
  void aTerabyteOfHolesIsNeitherHashedNorReadInPieces() {
    write(path("terabyte"), "");
    fs::resize_file(path("terabyte"), std::uint64_t{1} << 40U);
    std::size_t pieces = 0;
    const Status read = readFileInPieces(path("terabyte"), [&](std::string_view) { ++pieces; });
    QVERIFY(!read && read.error().code == ErrorCode::BadFormat);
    QCOMPARE(pieces, std::size_t{0});
    QVERIFY(!hashOfFile(path("terabyte")));
  }

  // The kernel's files say that they have no bytes.
  void aFileOfUnknownSizeIsReadToItsEndOrToTheBound() {
    QVERIFY(readFile("/proc/self/status", kMostSettingsBytes).value().size() > 100);
    const auto refused = readFile("/proc/self/status", 100);
    QVERIFY(!refused && refused.error().message.find("more than 100") != std::string::npos);
  }

  void onlyRegularFilesAreRead_data() {
    QTest::addColumn<QString>("path");
    const auto pipe = path("pipe");
    ::mkfifo(pipe.c_str(), 0600);
    fs::create_symlink("/dev/zero", path("zero"));
    fs::create_symlink(pipe, path("link"));
    fs::create_directory(path("folder"));
    QTest::newRow("a pipe that nobody writes to") << QString::fromStdString(pipe);
    QTest::newRow("a link to such a pipe") << temporary_.filePath("link");
    QTest::newRow("a link to a device without an end") << temporary_.filePath("zero");
    QTest::newRow("a folder") << temporary_.filePath("folder");
  }
  void onlyRegularFilesAreRead() {
    QFETCH(QString, path);
    const auto refused = readFile(path.toStdString(), kMostArrayBytes);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::BadFormat);
    QVERIFY(refused.error().message.starts_with(path.toStdString()));
    QVERIFY(!hashOfFile(path.toStdString()));
  }

  void aMissingFileIsNotFound() {
    QCOMPARE(readFile(path("none"), 1).error().code, ErrorCode::NotFound);
  }

  void bytesAreReadWhereTheyStand() {
    write(path("parts"), "0123456789");
    const auto file = RegularFile::open(path("parts"));
    QVERIFY(file.has_value());
    QCOMPARE(file->size(), std::uint64_t{10});
    std::string part(4, '\0');
    QCOMPARE(file->readAt(3, part).value(), std::size_t{4});
    QCOMPARE(part, std::string("3456"));
    QCOMPARE(file->readAt(8, part).value(), std::size_t{2});
    QCOMPARE(file->readAt(std::uint64_t{1} << 40, part).value(), std::size_t{0});
  }
};

W2S_TEST(TstFileRead)
#include "tst_file_read.moc"
