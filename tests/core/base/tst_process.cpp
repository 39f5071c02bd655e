// A program's end, its two outputs, and what is done about one that does not end.
#include <string>

#include <QtTest/QtTest>

#include "core/base/process.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace std::chrono_literals;

class TstProcess : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void argumentsAreWords() {
    const auto end = runProgram({"printf", "%s|", "a b", "$(c)", "'\"", ""}, 60s);
    QVERIFY2(end.has_value(), end ? "" : end.error().message.c_str());
    QCOMPARE(end->output, std::string("a b|$(c)|'\"||"));
    QCOMPARE(end->code, 0);
  }

  // More of both than a pipe holds, so that neither may wait for the other.
  void bothOutputsAreRead() {
    const auto end = runProgram(
        {"sh", "-c", "yes error | head -c 300000 >&2; yes out | head -c 300000; cat; exit 7"}, 60s);
    QVERIFY2(end.has_value(), end ? "" : end.error().message.c_str());
    QCOMPARE(end->output.size(), std::size_t{300'000});
    QCOMPARE(end->errors.size(), std::size_t{300'000});
    QCOMPARE(end->code, 7);
  }

  void aSignalIsACode() {
    QCOMPARE(runProgram({"sh", "-c", "kill -TERM $$"}, 60s)->code, 128 + 15);
  }

  void whatIsNotThereIsSaid() {
    const auto end = runProgram({"no-such-program-of-w2s"}, 60s);
    QVERIFY(!end);
    QCOMPARE(end.error().code, ErrorCode::NotFound);
    QVERIFY(end.error().message.find("no-such-program-of-w2s") != std::string::npos);
  }

  void whatDoesNotEndIsEnded() {
    const auto slow = runProgram({"sleep", "1000"}, 1s);
    QVERIFY(!slow);
    QCOMPARE(slow.error().message, std::string("The program sleep does not answer; it was ended."));
    const auto endless = runProgram({"yes"}, 60s);
    QVERIFY(!endless);
    QCOMPARE(endless.error().code, ErrorCode::Io);
  }
};

W2S_TEST(TstProcess)
#include "tst_process.moc"
