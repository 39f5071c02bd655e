// JSON is parsed within limits, and what is wrong with it is said in our own words.
#include <string>

#include <QtTest/QtTest>

#include "core/base/json.h"
#include "core/base/utf8.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

std::string keys(std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) {
    all += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":0";
  }
  return "{" + all + "}";
}

}  // namespace

class TstJson : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void aDocumentWithinTheLimitsIsParsed() {
    const JsonLimits limits;
    const std::string deepest = times(limits.depth, "[") + times(limits.depth, "]");
    QVERIFY(parseJson(deepest).has_value());
    QVERIFY(parseJson(keys(limits.members)).has_value());
    QVERIFY(parseJson("[" + times(limits.values - 2, "0,") + "0]").has_value());
    // Brackets and commas in texts are none.
    QCOMPARE(parseJson("[\"" + times(100, "[{,") + "\\\"[\"]")->size(), std::size_t{1});
    QCOMPARE(parseJson(R"({"b": 1, "a": 2})")->dump(), std::string(R"({"b":1,"a":2})"));
  }

  // In a time that follows the number of keys, not its square: that would be hours.
  void manyKeysAreReadInTheirOrder() {
    constexpr std::size_t kKeys = 1'000'000;
    const auto json = parseJson(keys(kKeys), {.members = kKeys});
    QVERIFY(json.has_value());
    QCOMPARE(json->size(), kKeys);
    QCOMPARE(std::next(json->begin(), 999).key(), std::string("999"));
  }

  // As the library's own builder has it.
  void ofAKeyThatComesTwiceTheLastValueCounts() {
    QCOMPARE(parseJson(R"({"a": 1, "b": {"c": [2, {}]}, "a": "x"})")->dump(),
             std::string(R"({"a":"x","b":{"c":[2,{}]}})"));
    std::string many = keys(40);
    many.insert(many.size() - 1, R"(,"7":[1],"39":null,"40":-1.5)");
    const auto json = parseJson(many);
    QCOMPARE(json->size(), std::size_t{41});
    QCOMPARE(json->dump(), Json::parse(many).dump());
  }

  void whatIsWrongIsSaid_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("cause");
    const auto row = [](const char* name, const std::string& text, const char* cause) {
      QTest::newRow(name) << QByteArray::fromStdString(text) << cause;
    };
    row("deep lists", times(200'000, "["), "it is nested deeper than 64 levels");
    row("deep objects", times(65, "{\"a\":") + "1" + times(65, "}"),
        "it is nested deeper than 64 levels");
    row("many keys", keys(1001), "an object in it has more than 1000 keys");
    row("many values", "[" + times(1U << 20U, "0,") + "0]", "it has more than 1048576 values");
    row("nothing", "", "parse error at line 1, column 1");
    row("cut", "{\n  \"a\": ", "parse error at line 2, column 8");
    row("a bracket too many", "[]]", "parse error at line 1, column 3");
    row("no UTF-8", "[\"\xff\"]", "parse error at line 1, column 3");
    row("beyond double", "[1e999]", "a number in it is beyond the range of double precision");
  }
  void whatIsWrongIsSaid() {
    QFETCH(QByteArray, text);
    QFETCH(QString, cause);
    const auto json = parseJson(text.toStdString());
    QVERIFY(!json);
    QCOMPARE(json.error().code, ErrorCode::BadFormat);
    QCOMPARE(QString::fromStdString(json.error().message), cause);
  }

  void aFieldIsReadAsWhatItShouldBe_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char* text, const char* problem) {
      QTest::newRow(text) << QByteArray(text) << problem;
    };
    row("[]", "it is not an object");
    row("{}", "\"n\" is missing");
    row(R"({"n": 0.5})", "\"n\" is not an integer");
    row(R"({"n": 9223372036854775808})", "\"n\" is not an integer");
    row(R"({"n": 0})", "\"n\" is 0, not 1 to 3");
    row(R"({"n": 4})", "\"n\" is 4, not 1 to 3");
    row("{", "it is no JSON (parse error at line 1, column 2)");
  }
  void aFieldIsReadAsWhatItShouldBe() {
    QFETCH(QByteArray, text);
    QFETCH(QString, problem);
    const auto read = [](const JsonFields& fields) { return fields.integerWithin("n", 1, 3); };
    const auto value = readJson(text.toStdString(), Sentence{.text = "x.json"}, read);
    QVERIFY(!value);
    QCOMPARE(QString::fromStdString(value.error().message),
             "x.json cannot be read: " + problem + ".");
    QCOMPARE(*readJson(R"({"n": 3})", Sentence{}, read), std::int64_t{3});
  }

  // What the library throws is said without its words.
  void aValueOfAnotherTypeIsAnErrorToo() {
    const auto value = readJson(
        R"({"list": ["text"]})", Sentence{.text = "x.json"},
        [](const JsonFields& fields) -> int { return fields.list("list").at(0).get<int>(); });
    QVERIFY(!value);
    QCOMPARE(value.error().message,
             std::string("x.json cannot be read: a value in it is of another type than it should "
                         "be."));
  }

  void utf8IsJudged_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("sound");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("one to four bytes") << QByteArray("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") << 10;
    QTest::newRow("the last ones") << QByteArray("\xED\x9F\xBF\xEF\xBF\xBF\xF4\x8F\xBF\xBF") << 10;
    QTest::newRow("a byte that begins none") << QByteArray("ab\xFFz") << 2;
    QTest::newRow("a byte that goes on") << QByteArray("a\x80") << 1;
    QTest::newRow("cut") << QByteArray("a\xE2\x82") << 1;
    QTest::newRow("not continued") << QByteArray("a\xE2\x82z") << 1;
    QTest::newRow("longer than needed, two") << QByteArray("a\xC1\xBF") << 1;
    QTest::newRow("longer than needed, three") << QByteArray("a\xE0\x9F\xBF") << 1;
    QTest::newRow("longer than needed, four") << QByteArray("a\xF0\x8F\xBF\xBF") << 1;
    QTest::newRow("a surrogate") << QByteArray("a\xED\xA0\x80") << 1;
    QTest::newRow("beyond the last") << QByteArray("a\xF4\x90\x80\x80") << 1;
  }
  void utf8IsJudged() {
    QFETCH(QByteArray, text);
    QFETCH(int, sound);
    QCOMPARE(static_cast<int>(soundUtf8(text.toStdString())), sound);
  }
};

W2S_TEST(TstJson)
#include "tst_json.moc"
