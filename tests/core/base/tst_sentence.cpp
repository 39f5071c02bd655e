// A sentence says in English what fmt would, and in another language the same with the places where that language has them.
#include <map>

#include <QtTest/QtTest>

#include "core/base/result.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

std::string german(const std::string& pattern) {
  static const std::map<std::string, std::string> kWords{
      {"Cannot {} {}: {}.", "{1}: {0} geht nicht ({2})."},
      {"open", "Öffnen"},
      {"{} of {:.2f}", "{1} {0}"},
      {"a {{brace}} {}", "eine {{Klammer}} {}"},
      {"no {place} at all", "gar kein {Platz}"},
      {"broken {}", "kaputt {} {}"},
  };
  const auto found = kWords.find(pattern);
  return found == kWords.end() ? pattern : found->second;
}

QString said(const Sentence& sentence) {
  return QString::fromStdString(textIn(sentence, german));
}

}  // namespace

class TstSentence : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void englishIsWhatFmtSays() {
    QCOMPARE(sentence("{} of {:.2f}", 3, 2.0 / 3.0).text, std::string("3 of 0.67"));
    QCOMPARE(sentence("{1} before {0}", "b", "a").text, std::string("a before b"));
    QCOMPARE(sentence("nothing").text, std::string("nothing"));
  }

  void anotherLanguageHasItsOwnOrder() {
    const Sentence refused =
        sentence("Cannot {} {}: {}.", sentence("open"), std::string("/x"), "Permission denied");
    QCOMPARE(refused.text, std::string("Cannot open /x: Permission denied."));
    QCOMPARE(said(refused), QStringLiteral("/x: Öffnen geht nicht (Permission denied)."));
  }

  void numbersKeepTheFormOfThePattern() {
    QCOMPARE(said(sentence("{} of {:.2f}", 3, 2.0 / 3.0)), QStringLiteral("0.67 3"));
  }

  // Real ones alone: a file name keeps its points, and so does a version.
  void realNumbersAreWrittenInTheLanguage() {
    const auto comma = [](const std::string& number) {
      return QString::fromStdString(number)
          .replace(QLatin1Char('.'), QLatin1Char(','))
          .toStdString();
    };
    const Sentence all =
        sentence("{:.2f} in {}, {} of {}", 0.5F, "x.toml", sentence("{} s", 1.25), 3);
    QCOMPARE(textIn(all, german, comma), std::string("0,50 in x.toml, 1,25 s of 3"));
    QCOMPARE(textIn(all, german), std::string("0.50 in x.toml, 1.25 s of 3"));
  }

  void doubledBracesAreBraces() {
    QCOMPARE(said(sentence("a {{brace}} {}", 1)), QStringLiteral("eine {Klammer} 1"));
    QCOMPARE(said(sentence("{{alone}}")), QStringLiteral("{alone}"));
  }

  void valuesAreNotTranslated() {
    QCOMPARE(said({.text = "open"}), QStringLiteral("open"));
    QCOMPARE(said(sentence("unknown {}", "open")), QStringLiteral("unknown open"));
  }

  void aTranslationThatDoesNotFitFallsBackToEnglish() {
    QCOMPARE(said(sentence("broken {}", 7)), QStringLiteral("broken 7"));
  }

  void failuresKeepTheirSentence() {
    const Status literal = fail(ErrorCode::Io, "no {place} at all");
    QCOMPARE(literal.error().message, std::string("no {place} at all"));
    QCOMPARE(said(literal.error().said), QStringLiteral("gar kein {Platz}"));
    const Status made = fail(ErrorCode::Io, sentence("unknown {}", 5), "detail");
    QCOMPARE(made.error().message, std::string("unknown 5"));
    QCOMPARE(made.error().detail, std::string("detail"));
    const Status plain = fail(ErrorCode::Io, std::string("plain"));
    QCOMPARE(said(plain.error().said), QString());
    QCOMPARE(plain.error().message, std::string("plain"));
  }
};

W2S_TEST(TstSentence)
#include "tst_sentence.moc"
