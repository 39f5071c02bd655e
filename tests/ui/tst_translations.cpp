// German is complete and fits its English, every text of the sources and of the engine is in it,
// and longer texts than either do not break the window.
#include <cerrno>
#include <memory>
#include <system_error>

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

#include "core/base/file_io.h"
#include "core/config/toml.h"
#include "tests/support/clipped_texts.h"
#include "tests/support/config_texts.h"
#include "tests/support/german.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/bridge/words.h"
#include "ui/shell/cheat_sheet.h"
#include "ui/shell/language.h"
#include "ui/shell/page_host.h"
#include "ui/widgets/role_ink.h"

using namespace w2s::ui;
using w2s::test::clippedTexts;
using w2s::test::WindowBench;

namespace {

struct Message {
  QString context;
  QString source;
  QString translation;
  bool finished = true;
  bool plural = false;
};

std::vector<Message> readTs(const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    qFatal("cannot read %s", qPrintable(path));
  }
  std::vector<Message> messages;
  QXmlStreamReader xml(&file);
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) {
      continue;
    }
    if (xml.name() == QLatin1String("name")) {
      context = xml.readElementText();
    } else if (xml.name() == QLatin1String("message")) {
      const bool plural = xml.attributes().hasAttribute(QLatin1String("numerus"));
      messages.push_back({.context = context, .plural = plural});
    } else if (xml.name() == QLatin1String("source")) {
      messages.back().source = xml.readElementText();
    } else if (xml.name() == QLatin1String("translation")) {
      messages.back().finished = xml.attributes().value(QLatin1String("type")).isEmpty();
      if (!messages.back().plural) {
        messages.back().translation = xml.readElementText();
      }
    } else if (xml.name() == QLatin1String("numerusform")) {
      messages.back().translation = xml.readElementText();  // the last form stands for all
    }
  }
  if (xml.hasError()) {
    qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
  }
  return messages;
}

QStringList sorted(const QString& text, const QString& pattern) {
  QStringList found;
  auto matches = QRegularExpression(pattern).globalMatch(text);
  while (matches.hasNext()) {
    found += matches.next().captured();
  }
  found.sort();
  return found;
}

QString germanFile() {
  return QStringLiteral(W2S_SOURCE_DIR "/resources/translations/w2slab_de.ts");
}

// Texts lengthened by about 40 per cent, with letters that a font must have.
class PseudoLocale final : public QTranslator {
 public:
  [[nodiscard]] QString translate(const char*, const char* source, const char*,
                                  int) const override {
    const QString text = QString::fromUtf8(source);
    // Rich text and placeholders keep their form: only the end grows.
    const auto more = static_cast<qsizetype>(0.4 * static_cast<double>(text.size())) + 1;
    return text + QString(more, QChar(0x00e4));
  }
  [[nodiscard]] bool isEmpty() const override {
    return false;
  }
};

}  // namespace

class TstTranslations : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void nothingIsUnfinished() {
    for (const Message& message : readTs(germanFile())) {
      QVERIFY2(message.finished && !message.translation.isEmpty(), qPrintable(message.source));
    }
  }

  // In labels and in the help: a row of the transfer split has one German name.
  void transferRowsHaveOneName() {
    QStringList files{germanFile()};
    const QDir help(QStringLiteral(W2S_SOURCE_DIR "/resources/help/de"));
    for (const QFileInfo& page : help.entryInfoList({QStringLiteral("*.md")})) {
      files += page.filePath();
    }
    QVERIFY(files.size() > 10);
    for (const QString& path : files) {
      QFile file(path);
      QVERIFY(file.open(QIODevice::ReadOnly));
      QVERIFY2(!file.readAll().contains("Transferbeispiel"), qPrintable(path));
    }
  }

  void placeholdersTagsAndMnemonicsMatch() {
    for (const Message& message : readTs(germanFile())) {
      for (const char* pattern : {"%L?[0-9n]", "</?[a-z0-9]+", "\\{[^}]*\\}"}) {
        QVERIFY2(sorted(message.translation, QLatin1String(pattern)) ==
                     sorted(message.source, QLatin1String(pattern)),
                 qPrintable(message.source + QStringLiteral(" | ") + message.translation));
      }
      const QString mnemonic = QStringLiteral("&(?=[^\\s&])(?!\\w+;)");
      QVERIFY2(
          sorted(message.translation, mnemonic).size() == sorted(message.source, mnemonic).size(),
          qPrintable(message.translation));
    }
  }

  void everyTextOfTheSourcesIsThere() {
    QTemporaryDir folder;
    const QString copy = folder.filePath(QStringLiteral("w2slab_de.ts"));
    QVERIFY(QFile::copy(germanFile(), copy));
    QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner);
    QProcess lupdate;
    lupdate.setWorkingDirectory(QStringLiteral(W2S_SOURCE_DIR));
    lupdate.start(
        QStringLiteral(W2S_LUPDATE),
        {QStringLiteral("-silent"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
         QStringLiteral("none"), QStringLiteral("-extensions"), QStringLiteral("cpp,h"),
         QStringLiteral("-tr-function-alias"),
         QStringLiteral("translate+=words,QT_TRANSLATE_NOOP+=wordsNoop"), QStringLiteral("ui"),
         QStringLiteral("app"), QStringLiteral("resources/translations/config_texts.h"),
         QStringLiteral("resources/translations/engine_texts.h"), QStringLiteral("-I"),
         QStringLiteral("."), QStringLiteral("-ts"), copy});
    QVERIFY(lupdate.waitForFinished(60000));
    QCOMPARE(lupdate.exitCode(), 0);
    QStringList missing;
    for (const Message& message : readTs(copy)) {
      if (!message.finished) {
        missing += message.context + QStringLiteral(": ") + message.source;
      }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(QLatin1Char('\n'))));
  }

  void theModelsHaveLettersOfTheirOwn() {
    const auto letters = [] {
      QSet<QString> found;
      for (const Answerer model : kAnswerers) {
        found += letterOf(model);
      }
      return found;
    };
    QCOMPARE(letters(),
             (QSet<QString>{QStringLiteral("W"), QStringLiteral("S"), QStringLiteral("C")}));
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/w2slab_de.qm")));
    QCoreApplication::installTranslator(&german);
    QCOMPARE(letters().size(), 3);
    for (const QString& letter : letters()) {
      QCOMPARE(letter.size(), 1);
    }
    QCoreApplication::removeTranslator(&german);
  }

  void everyContextBelongsToAClass() {
    for (const Message& message : readTs(germanFile())) {
      // Contexts of texts that no class of Qt's owns are named where they are used.
      const bool named = QStringList{QStringLiteral("config"),   QStringLiteral("charts"),
                                     QStringLiteral("figures"),  QStringLiteral("log"),
                                     QStringLiteral("engine"),   QStringLiteral("form"),
                                     QStringLiteral("runs"),     QStringLiteral("Roles"),
                                     QStringLiteral("RunColor"), QStringLiteral("RunRecord"),
                                     QStringLiteral("PgrText")}
                             .contains(message.context);
      QVERIFY2(message.context.startsWith(QStringLiteral("w2s::ui::")) || named,
               qPrintable(message.context + QStringLiteral(": ") + message.source));
    }
  }

  void theEnginesTextsAreThere() {
    QFile file(QStringLiteral(W2S_SOURCE_DIR "/resources/translations/config_texts.h"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()),
             QString::fromStdString(w2s::test::configTextsFile()));
    QSet<QString> known;
    for (const Message& message : readTs(germanFile())) {
      if (message.context == QLatin1String("config")) {
        known += message.source;
      }
    }
    const auto texts = w2s::test::configTexts();
    QVERIFY(texts.size() > 100);
    for (const std::string& text : texts) {
      QVERIFY2(known.contains(QString::fromStdString(text)), text.c_str());
    }
  }

  // The engine knows no language: a failure keeps its pattern and its values, and the window says
  // it in its own.
  void theEnginesFailuresAreSaidInGerman() {
    auto german = std::make_unique<w2s::test::German>();
    const auto missing = w2s::config::loadExperiment("/nowhere/x.toml");
    QCOMPARE(missing.error().message,
             std::string("There is no configuration file \"/nowhere/x.toml\"."));
    QCOMPARE(QString::fromStdString(said(missing.error())),
             QStringLiteral("Es gibt keine Konfigurationsdatei „/nowhere/x.toml“."));
    const auto wrong =
        w2s::config::parseExperiment("[objective]\ntemperature = \"warm\"\n", "x.toml");
    QCOMPARE(
        QString::fromStdString(said(wrong.error())),
        QStringLiteral("x.toml, Zeile 2: objective.temperature ist der Text \"warm\", erlaubt ist: "
                       "eine Zahl von 0,05 bis 100."));
    // What the operating system says stands as it is.
    const auto refused = w2s::systemError(w2s::sentence("write"), "/x", ENOSPC);
    QCOMPARE(QString::fromStdString(said(refused.value())),
             QStringLiteral("Schreiben nicht möglich: /x: %1. Platz schaffen oder einen anderen "
                            "Arbeitsbereich wählen.")
                 .arg(QString::fromStdString(std::generic_category().message(ENOSPC))));
    german.reset();
    QCOMPARE(said(missing.error()), missing.error().message);
  }

  void germanIsSpokenWhenChosen() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
    QCOMPARE(chosenLanguage(settings), QString());
    chooseLanguage(settings, QStringLiteral("de"));
    QCOMPARE(chosenLanguage(settings), QStringLiteral("de"));
    settings.setValue(QStringLiteral("window/language"), QStringLiteral("klingon"));
    QCOMPARE(chosenLanguage(settings), QString());

    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/translations/w2slab_de.qm")));
    QCoreApplication::installTranslator(&german);
    {
      WindowBench bench;
      QCOMPARE(bench.find<QAbstractButton>("run.start")->text(), QStringLiteral("Starten"));
      const QStringList faults = clippedTexts(*bench.window);
      QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
    }
    QCoreApplication::removeTranslator(&german);
  }

  void longerTextsAreNotCutOff_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("large") << QSize(1440, 900);
    QTest::newRow("small") << QSize(1024, 700);
  }
  void longerTextsAreNotCutOff() {
    QFETCH(QSize, size);
    PseudoLocale pseudo;
    QCoreApplication::installTranslator(&pseudo);
    {
      WindowBench bench({.size = size});
      bench.finishARun();
      for (const PageHost::Page& page : bench.window->pages().pages()) {
        bench.window->pages().show(page.id);
        QCoreApplication::processEvents();
        const QStringList faults = clippedTexts(*bench.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
      }
      for (const char* action : {"act.keys", "act.about"}) {
        bench.window->findChild<QAction*>(QLatin1String(action))->trigger();
        auto* dialog = QApplication::activeModalWidget();
        QVERIFY(dialog != nullptr);
        QCoreApplication::processEvents();
        const QStringList faults = clippedTexts(*dialog);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QLatin1Char('\n'))));
        dialog->close();
        QCoreApplication::processEvents();
      }
    }
    QCoreApplication::removeTranslator(&pseudo);
  }

  void initTestCase() {
    // The translations are in the library: this links them in.
    QCOMPARE(installLanguage(*QCoreApplication::instance(), QStringLiteral("none")),
             QStringLiteral("en"));
  }
};

W2S_WINDOW_TEST(TstTranslations)
#include "tst_translations.moc"
