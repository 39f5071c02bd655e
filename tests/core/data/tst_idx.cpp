// IDX files: what is written is read, and every way to be damaged has its own sentence.
#include <QtTest/QtTest>

#include "core/data/idx.h"
#include "tests/support/idx_files.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::test;

namespace {

const std::string kTwelveValues = "abcdefghijkl";

std::string imagesOf(const std::string& values) {
  return idxBytes({2, 3, 2}, values);
}

}  // namespace

class TstIdx : public QObject {
  Q_OBJECT

 private:
  QTemporaryDir folder_;
  std::filesystem::path write(const std::string& bytes) {
    const auto path = std::filesystem::path(folder_.path().toStdString()) / "file.idx";
    writeBytes(path, bytes);
    return path;
  }

 private Q_SLOTS:
  void whatIsWrittenIsRead_data() {
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) {
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
    };
    const std::string plain = imagesOf(kTwelveValues);
    row("plain", plain);
    row("gzip", gzipped(plain));
    row("gzip of two members", gzipped(plain.substr(0, 9)) + gzipped(plain.substr(9)));
  }
  void whatIsWrittenIsRead() {
    QFETCH(QByteArray, bytes);
    const auto array = data::readIdx(write(bytes.toStdString()), 3);
    QVERIFY2(array.has_value(), array ? "" : array.error().message.c_str());
    QCOMPARE(array->shape, (std::vector<std::int64_t>{2, 3, 2}));
    QCOMPARE(std::string(array->values.begin(), array->values.end()), kTwelveValues);
  }

  void valuesThatPackWellAreReadWhole() {
    const std::string values(3 * 1000 * 1000,
                             'x');  // packs about 1000 : 1, so the buffer has to grow
    const auto array = data::readIdx(write(gzipped(idxBytes({3, 1000, 1000}, values))), 3);
    QVERIFY(array.has_value());
    QCOMPARE(std::string(array->values.begin(), array->values.end()), values);
  }

  void damageIsNamed_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char* name, const std::string& bytes, const char* cause) {
      QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                          << cause;
    };
    const std::string plain = imagesOf(kTwelveValues);
    const std::string packed = gzipped(plain);
    row("empty file", "", "too short to hold an IDX header");
    row("header cut in the magic", plain.substr(0, 3), "too short to hold an IDX header");
    row("header cut in the sizes", plain.substr(0, 10), "too short to hold an IDX header");
    row("values cut", plain.substr(0, plain.size() - 1),
        "promises 2 x 3 x 2 = 12 values, 11 are there");
    row("bytes left over", plain + "!", "bytes after the 2 x 3 x 2 = 12 values");
    row("neither gzip nor IDX", "<!DOCTYPE html>",
        "is not an IDX file (nor gzip): it begins with the bytes 3c 21");
    row("gzip of something else", gzipped("<!DOCTYPE html>"),
        "is not an IDX file inside its gzip stream");
    row("floats", idxBytes({2, 3, 2}, kTwelveValues, 0x0D), "type 0x0d (32-bit float)");
    row("a type nobody defined", idxBytes({2, 3, 2}, kTwelveValues, 0x42), "type 0x42 (unknown)");
    row("labels instead of images", idxBytes({12}, kTwelveValues),
        "has 1 dimension where 3 are expected");
    row("no rows", idxBytes({0, 28, 28}, ""), "is empty: its header says 0 x 28 x 28");
    row("sizes beyond 64 bits", idxBytes({0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF}, kTwelveValues),
        "4294967295 x 4294967295 x 4294967295 values cannot be");
    row("a header that promises more than any memory",
        idxBytes({0x7FFFFFFF, 0xFFFFFFFF, 1}, kTwelveValues), "values cannot be, at most");
    row("the same, packed", gzipped(idxBytes({0x7FFFFFFF, 0xFFFFFFFF, 1}, kTwelveValues)),
        "values cannot be, at most");
    row("more rows than are read", idxBytes({0x01000001, 1, 1}, kTwelveValues),
        "16777217 rows cannot be");
    row("the most that a header may promise", idxBytes({0x00FFFFFF, 8, 8}, kTwelveValues),
        "= 1073741760 values, 12 are there");
    row("the same promise, packed", gzipped(idxBytes({0x00FFFFFF, 8, 8}, kTwelveValues)),
        "12 are there");
    // Refused before anything of them is unpacked.
    row("zeros that unpack to more than is read",
        gzipped(idxBytes({0x00FFFFFF, 28, 28}, std::string(1 << 20, '\0'))), "values cannot be");
    row("gzip cut in its header", packed.substr(0, 5), "is cut short");
    row("gzip cut in the values", packed.substr(0, 14), "is cut short");
    row("gzip cut in its checksum", packed.substr(0, packed.size() - 3), "is cut short");
    std::string wrong_sum = packed;
    wrong_sum[wrong_sum.size() - 6] ^= 1;
    row("gzip with a wrong checksum", wrong_sum, "is damaged");
    std::string wrong_stream = packed;
    wrong_stream[10] = '\xff';
    row("gzip with a damaged stream", wrong_stream, "is damaged");
    row("gzip followed by something else", packed + "tail", "4 bytes after its gzip stream");
    row("gzip with bytes left over", gzipped(plain + "!"), "bytes after the 2 x 3 x 2 = 12 values");
  }
  void damageIsNamed() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cause);
    const auto path = write(bytes.toStdString());
    const auto array = data::readIdx(path, 3);
    QVERIFY(!array.has_value());
    QCOMPARE(array.error().code, ErrorCode::BadFormat);
    const auto message = QString::fromStdString(array.error().message);
    QVERIFY2(message.contains(cause), qPrintable(message));
    QVERIFY2(message.contains(QString::fromStdString(path.string())), qPrintable(message));
  }

  void everyCutOfAPackedFileIsAnError() {
    const std::string packed = gzipped(imagesOf(kTwelveValues));
    for (std::size_t size = 0; size < packed.size(); ++size) {
      QVERIFY2(!data::readIdx(write(packed.substr(0, size)), 3).has_value(),
               qPrintable(QString::number(size)));
    }
  }

  void aMissingFileIsNotFound() {
    const auto path = std::filesystem::path(folder_.path().toStdString()) / "nothing-here";
    const auto array = data::readIdx(path, 3);
    QVERIFY(!array.has_value());
    QCOMPARE(array.error().code, ErrorCode::NotFound);
    QVERIFY(array.error().message.find("nothing-here") != std::string::npos);
  }
};

W2S_TEST(TstIdx)
#include "tst_idx.moc"
