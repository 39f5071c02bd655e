// The safetensors format: what is written comes back, bytes are those of the specification, damage
// is refused by name.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string>

#include <ATen/ops/arange.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <ATen/ops/zeros.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_io.h"
#include "core/weights/safetensors.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

std::string fileOf(const std::string& header, std::size_t data_bytes) {
  std::string bytes(8, '\0');
  const std::uint64_t length = header.size();
  std::memcpy(bytes.data(), &length, 8);
  return bytes + header + std::string(data_bytes, '\0');
}

// JSON is easier to read with single quotes.
std::string json(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return text;
}

at::Tensor numbers(at::ScalarType type) {
  return at::arange(6, at::kFloat).view({2, 3}).sub(2.0).to(type);
}

}  // namespace

class TstSafetensors : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyTypeComesBackBitForBit() {
    NamedTensors written;
    for (const at::ScalarType type :
         {at::kBool, at::kByte, at::kChar, at::kShort, at::kInt, at::kLong, at::kHalf,
          at::kBFloat16, at::kFloat, at::kDouble}) {
      written.push_back({std::string("tensor ") + c10::toString(type), numbers(type)});
    }
    written.push_back({"scalar", at::full({}, 2.5)});
    written.push_back({"empty", at::zeros({0, 3})});
    written.push_back({"transposed", numbers(at::kFloat).t()});
    written.push_back({"not finite", at::full({1}, std::numeric_limits<double>::quiet_NaN())});
    const SafetensorsMetadata metadata{{"recipe", "{\"a\": \"\\ \n \u00e9\"}"}, {"empty", ""}};
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("x.safetensors").toStdString();
    QVERIFY(writeSafetensors(path, written, metadata).has_value());

    const auto read = readSafetensors(path);
    QVERIFY2(read.has_value(), read ? "" : read.error().message.c_str());
    QCOMPARE(read->tensors.size(), written.size());
    QVERIFY(read->metadata == metadata);
    for (const NamedTensor& entry : written) {
      const at::Tensor* found = findTensor(read->tensors, entry.name);
      QVERIFY2(found != nullptr, entry.name.c_str());
      QCOMPARE(found->scalar_type(), entry.tensor.scalar_type());
      QVERIFY(found->sizes() == entry.tensor.sizes());
      const at::Tensor contiguous = entry.tensor.contiguous();
      QCOMPARE(found->nbytes(), contiguous.nbytes());
      // A tensor without elements has no bytes to compare, and no address.
      QVERIFY(found->nbytes() == 0 ||
              std::memcmp(found->const_data_ptr(), contiguous.const_data_ptr(), found->nbytes()) ==
                  0);
    }
  }

  void bytesAreThoseOfTheReferenceWriter() {
    // Written with the reference implementation: largest alignment first, then names; header padded
    // to 8 with spaces.
    const std::string header = json(
        "{'__metadata__':{'k':'v'},'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'z':{'"
        "dtype':'F32','shape':[],'data_offsets':[4,8]},'b':{'dtype':'U8','shape':[2],'data_offsets'"
        ":[8,10]}}");
    std::string padded = header;
    padded.resize((header.size() + 7) / 8 * 8, ' ');
    std::string expected = fileOf(padded, 0);
    const float values[] = {1.5F, -2.0F};
    expected.append(reinterpret_cast<const char*>(values), 8);
    expected += std::string("\x03\x03", 2);
    const auto bytes = formatSafetensors({{"z", at::full({}, -2.0F, at::kFloat)},
                                          {"b", at::full({2}, 3, at::kByte)},
                                          {"a", at::full({1}, 1.5F, at::kFloat)}},
                                         {{"k", "v"}});
    QVERIFY(bytes.has_value());
    QCOMPARE(QByteArray::fromStdString(*bytes), QByteArray::fromStdString(expected));
  }

  void whatCannotBeStoredIsRefused() {
    const at::Tensor x = at::zeros({1});
    QVERIFY(!formatSafetensors({{"x", x}, {"x", x}}).has_value());
    QVERIFY(!formatSafetensors({{"__metadata__", x}}).has_value());
    QVERIFY(!formatSafetensors({{"c", x.to(at::kComplexFloat)}}).has_value());
    QVERIFY(!formatSafetensors({{"undefined", at::Tensor()}}).has_value());
    QVERIFY(!formatSafetensors({{"\xff", x}}).has_value());
  }

  void damagedFilesAreRefusedWithTheCause_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char* name, const std::string& bytes, const char* cause) {
      QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(cause);
    };
    const std::string f32 = json("{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}");
    const auto entry = [](const std::string& shape, const std::string& offsets,
                          const std::string& dtype = "F32") {
      return json("{'t':{'dtype':'") + dtype + json("','shape':") + shape +
             json(",'data_offsets':") + offsets + "}}";
    };
    row("no bytes at all", "", "too few for a header");
    row("seven bytes", std::string(7, '\0'), "too few for a header");
    row("header longer than the file", fileOf(f32, 8).substr(0, 20), "header claims");
    std::string huge = fileOf(f32, 8);
    huge[7] = '\x7f';
    row("header of 2^62 bytes", huge, "header claims");
    row("no JSON", fileOf("{nonsense", 0), "not valid JSON");
    row("an array as header", fileOf("[1,2]", 0), "does not start with '{'");
    row("a space before the header", fileOf(" {}", 0), "does not start with '{'");
    row("text after the header", fileOf("{} x", 0), "not valid JSON");
    row("not UTF-8", fileOf("{\"\xff\":1}", 0), "not valid JSON");
    row("truncated data", fileOf(f32, 7), "ends at byte 8 of 7");
    row("trailing bytes", fileOf(f32, 9), "belong to no tensor");
    row("a hole", fileOf(entry("[1]", "[4,8]"), 8), "leaves a hole");
    row("an overlap",
        fileOf(json("{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'b':{'dtype':'F32','"
                    "shape':[1],'data_offsets':[4,8]}}"),
               8),
        "'b' overlaps");
    row("end before begin", fileOf(entry("[1]", "[8,4]"), 8), "ends at byte 4");
    row("shape larger than the bytes", fileOf(entry("[3]", "[0,8]"), 8),
        "its shape and type need 12");
    row("extents that overflow", fileOf(entry("[4611686018427387904,4]", "[0,8]"), 8),
        "more than 2^64");
    row("a huge extent beside a zero", fileOf(entry("[18446744073709551615,0]", "[0,0]"), 0),
        "more than 2^64");
    row("nine dimensions", fileOf(entry("[1,1,1,1,1,1,1,1,1]", "[0,4]"), 4),
        "more than 8 dimensions");
    row("a negative extent", fileOf(entry("[-1]", "[0,4]"), 4), "negative number");
    row("an extent with a fraction", fileOf(entry("[1.5]", "[0,4]"), 4), "not a 64-bit integer");
    row("one offset", fileOf(entry("[1]", "[4]"), 4), "not two numbers");
    row("three offsets", fileOf(entry("[1]", "[0,4,8]"), 4), "not two numbers");
    row("a type that does not exist", fileOf(entry("[1]", "[0,4]", "F31"), 4), "'F31'");
    row(
        "booleans of 2",
        [] {
          std::string bytes =
              fileOf(json("{'t':{'dtype':'BOOL','shape':[1],'data_offsets':[0,1]}}"), 1);
          bytes.back() = 2;
          return bytes;
        }(),
        "booleans other than 0 and 1");
    row("a duplicate name",
        fileOf(json("{'t':{'dtype':'U8','shape':[0],'data_offsets':[0,0]},'t':{'dtype':'U8','shape'"
                    ":[0],'data_offsets':[0,0]}}"),
               0),
        "'t' appears twice");
    row("a duplicate key",
        fileOf(json("{'t':{'dtype':'U8','dtype':'U8','shape':[0],'data_offsets':[0,0]}}"), 0),
        "appears twice");
    row("a missing key", fileOf(json("{'t':{'dtype':'U8','shape':[0]}}"), 0), "lacks one of");
    row("an unknown key",
        fileOf(json("{'t':{'dtype':'U8','x':1,'shape':[0],'data_offsets':[0,0]}}"), 0),
        "unknown key 'x'");
    row("metadata that are no text", fileOf(json("{'__metadata__':{'k':1}}"), 0),
        "a number stands");
    row("metadata in metadata", fileOf(json("{'__metadata__':{'k':{}}}"), 0), "an object stands");
    row("deep nesting", fileOf("{\"t\":" + std::string(100000, '[') + "}", 0), "an array stands");
    row("deep nesting of objects",
        fileOf(
            [] {
              std::string nested;
              for (int i = 0; i < 50000; ++i) {
                nested += "{\"dtype\":";
              }
              return nested;
            }(),
            0),
        "stands where");
  }
  void damagedFilesAreRefusedWithTheCause() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, cause);
    const auto read = parseSafetensors(bytes.toStdString(), "model.safetensors");
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().code, ErrorCode::BadFormat);
    const QString message = QString::fromStdString(read.error().message);
    QVERIFY2(message.contains(cause), qPrintable(message));
    QVERIFY2(message.startsWith("model.safetensors"), qPrintable(message));
  }

  void everyPrefixAndEveryFlippedHeaderByteIsSurvived() {
    const auto bytes =
        formatSafetensors({{"a", numbers(at::kFloat)}, {"b", numbers(at::kBool)}}, {{"k", "v"}});
    QVERIFY(bytes.has_value());
    for (std::size_t length = 0; length < bytes->size(); ++length) {
      QVERIFY(!parseSafetensors(std::string_view(*bytes).substr(0, length), "cut").has_value());
    }
    for (std::size_t i = 0; i + 30 < bytes->size(); ++i) {
      for (int bit = 0; bit < 8; ++bit) {
        std::string changed = *bytes;
        changed[i] = static_cast<char>(changed[i] ^ (1 << bit));
        (void)parseSafetensors(changed, "flipped");  // any answer but a crash
      }
    }
  }

  void aMissingFileIsNamed() {
    const auto read = readSafetensors("/nonexistent/m.safetensors");
    QVERIFY(!read.has_value());
    QVERIFY(read.error().message.find("m.safetensors") != std::string::npos);
  }
};

W2S_TEST(TstSafetensors)
#include "tst_safetensors.moc"
