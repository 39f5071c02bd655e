// What is logged and who hears of it.
#include <string>
#include <thread>
#include <vector>

#include <QtTest/QtTest>

#include "core/base/log.h"
#include "core/base/warnings.h"
#include "tests/support/test_main.h"

using namespace w2s;

class TstLog : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  // Whoever handles an error shows it; a warning has nobody else.
  void eachWarningIsToldOnce() {
    std::vector<std::string> told;
    tellWarnings([&told](std::string_view text) { told.emplace_back(text); });
    logger("w2s.test")->info("nothing of note");
    logger("w2s.test")->warn("{} is damaged", "a");
    logger("w2s.other")->warn("a is damaged");
    logger("w2s.test")->error("that failed");
    std::thread([] { logger("w2s.test")->warn("{} is damaged", "b"); }).join();
    logger("w2s.test")->warn("a is damaged");
    QCOMPARE(told, (std::vector<std::string>{"a is damaged", "b is damaged"}));
  }
};

W2S_TEST(TstLog)
#include "tst_log.moc"
