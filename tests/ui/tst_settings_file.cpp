// Damaged settings never keep the window from opening, and are never thrown away.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDateTime>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/shell/appearance.h"
#include "ui/shell/settings_file.h"
#include "ui/shell/settings_seal.h"

using namespace w2s::ui;
using w2s::test::WindowBench;

class TstSettingsFile : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void soundSettingsAreReadWithoutANote() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    QSettings(path, QSettings::IniFormat).setValue(QStringLiteral("window/font_scale"), 1.25);
    const OpenedSettings opened = openSettings(path);
    QVERIFY(opened.note.isEmpty());
    QCOMPARE(opened.settings->value(QStringLiteral("window/font_scale")).toDouble(), 1.25);
  }

  void aMissingFileIsNoFault() {
    QTemporaryDir folder;
    QVERIFY(openSettings(folder.filePath(QStringLiteral("none.conf"))).note.isEmpty());
  }

  void aDamagedFileIsKeptAsideAndDefaultsHold_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("no settings at all") << QByteArray("this is\nnot a settings file\n[[[");
    QTest::newRow("binary") << QByteArray("[window]\nfont_scale=\0\xff\x01\x02", 24);
    QTest::newRow("torn section") << QByteArray("[window\nfont_scale=2\n");
  }
  void aDamagedFileIsKeptAsideAndDefaultsHold() {
    QFETCH(QByteArray, content);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    OpenedSettings opened = openSettings(path);
    QVERIFY(opened.note.contains(QStringLiteral(".damaged")));
    QVERIFY(opened.settings->allKeys().isEmpty());
    QFile kept(path + QStringLiteral(".damaged"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), content);
    // What is set now is kept.
    opened.settings->setValue(QStringLiteral("a"), 1);
    opened.settings.reset();
    QVERIFY(openSettings(path).note.isEmpty());
  }

  void aDamagedArrangementIsNotUsed() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    {
      QSettings settings(path, QSettings::IniFormat);
      settings.setValue(kLayoutGroup + QStringLiteral("/docks"), QByteArray("\x01\x02\xff bytes"));
      settings.setValue(kLayoutGroup + QStringLiteral("/size_of_runs"), QStringList{"0", "150.5"});
      settings.setValue(QStringLiteral("window/font_scale"), 1.25);
      sealGroup(settings, kLayoutGroup);
      QVERIFY(sealOf(settings, kLayoutGroup) == Seal::Sound);
    }
    QVERIFY(openSettings(path).note.isEmpty());
    QVERIFY(sealOf(QSettings(path, QSettings::IniFormat), kLayoutGroup) == Seal::Sound);
    QByteArray content = contentOf(path);
    content.replace("150.5", "150.4");
    write(path, content);
    const OpenedSettings opened = openSettings(path);
    QVERIFY2(opened.note.contains(QStringLiteral("arrangement")), qPrintable(opened.note));
    QVERIFY(opened.note.contains(path + QStringLiteral(".damaged")));
    QCOMPARE(contentOf(path + QStringLiteral(".damaged")), content);
    // The rest is.
    QCOMPARE(opened.settings->allKeys(), QStringList{QStringLiteral("window/font_scale")});
    QVERIFY(openSettings(path).note.isEmpty());
  }

  // Earlier versions stored it without a checksum, and sizes as bytes that Qt reads without a limit.
  void anArrangementOfAnEarlierVersionIsNotUsed() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    const QByteArray content =
        "[window]\ndock_sizes\\runs=@Variant(\\0\\0\\0\\x16\\0\\0)\ndocks=@ByteArray(\\0\\xff)\n"
        "font_scale=1.25\ngeometry=@ByteArray(\\x1\\xd9)\npage=log\n";
    write(path, content);
    {
      const OpenedSettings opened = openSettings(path);
      QVERIFY(opened.note.contains(QStringLiteral("earlier versions")));
      QCOMPARE(contentOf(path + QStringLiteral(".damaged")), content);
      QCOMPARE(opened.settings->allKeys(), QStringList{QStringLiteral("window/font_scale")});
    }
    QVERIFY(openSettings(path).note.isEmpty());
    // Another old file does not take the place of the first.
    write(path, content);
    QVERIFY(openSettings(path).note.contains(QStringLiteral(".damaged2")));
  }

  void whatIsNoFileIsNotRead() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    QCOMPARE(mkfifo(qPrintable(path), 0600), 0);
    OpenedSettings opened = openSettings(path);
    QVERIFY(opened.settings == nullptr);
    QVERIFY(opened.note.contains(QStringLiteral("no file")));
    QFile::remove(path);
    QVERIFY(QFile::link(QStringLiteral("/dev/zero"), path));
    QVERIFY(openSettings(path).settings == nullptr);
  }

  // A process that ends before its window was seen: the next one does without these settings.
  void aStartThatFailedIsFollowedByOneWithDefaults() {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("w2slab.conf"));
    const QByteArray content = "[window]\nfont_scale=1.25\n";
    write(path, content);
    startAndEnd(path, AfterFirstFrame::No);
    OpenedSettings opened = openSettings(path);
    QVERIFY(opened.note.contains(QStringLiteral("last start")));
    QVERIFY(opened.note.contains(path + QStringLiteral(".unopened")));
    QCOMPARE(contentOf(path + QStringLiteral(".unopened")), content);
    QVERIFY(opened.settings->allKeys().isEmpty());
    opened = {};
    // This one gave its mark back.
    write(path, content);
    opened = openSettings(path);
    QVERIFY(opened.note.isEmpty());
    // A second window beside one that is still starting has not failed.
    QVERIFY(openSettings(path).note.isEmpty());
    opened = {};
    startAndEnd(path, AfterFirstFrame::Yes);
    opened = openSettings(path);
    QVERIFY2(opened.note.isEmpty(), qPrintable(opened.note));
    QCOMPARE(opened.settings->value(QStringLiteral("window/font_scale")).toDouble(), 1.25);
  }

  void valuesWithoutSenseCountAsNotSet() {
    QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("w2slab.conf")), QSettings::IniFormat);
    settings.setValue(QStringLiteral("window/font_scale"), QStringLiteral("enormous"));
    settings.setValue(QStringLiteral("window/theme"), 99);
    Theme theme;
    Appearance::restore(theme, settings);
    QCOMPARE(theme.fontScale(), 1.0);
    QCOMPARE(theme.choice(), ThemeChoice::System);
    settings.setValue(QStringLiteral("window/font_scale"), 40.0);
    Appearance::restore(theme, settings);
    QCOMPARE(theme.fontScale(), Theme::kLargestScale);
  }

  void theWindowOpensOnANonsensicalLayout() {
    QTemporaryDir folder;
    auto settings = std::make_unique<QSettings>(folder.filePath(QStringLiteral("w2slab.conf")),
                                                QSettings::IniFormat);
    settings->setValue(QStringLiteral("window/geometry"), QStringLiteral("nonsense"));
    settings->setValue(QStringLiteral("window/docks"), QByteArray("nonsense"));
    settings->setValue(QStringLiteral("window/page"), QStringLiteral("no such page"));
    WindowBench bench({.settings = std::move(settings)});
    QVERIFY(bench.find<QWidget>("run_page")->isVisible());
    QVERIFY(bench.find<QWidget>("dock.settings")->isVisible());
  }

  void theNoteStandsInTheWindowAndInTheLog() {
    Theme theme;
    ExperimentSession session(std::make_unique<w2s::test::FakeRunner>());
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"), .title = QStringLiteral("Demo")}};
    options.settings_note = QStringLiteral("The settings are damaged.");
    MainWindow window(theme, session, std::move(options));
    window.show();
    QVERIFY(window.findChild<QWidget*>(QStringLiteral("notice"))->isVisible());
    QCOMPARE(window.findChild<QLabel*>(QStringLiteral("notice.text"))->text(),
             QStringLiteral("The settings are damaged."));
    QVERIFY(window.findChild<QPlainTextEdit*>(QStringLiteral("log"))
                ->toPlainText()
                .contains(QStringLiteral("damaged")));
  }

 private:
  enum class AfterFirstFrame { No, Yes };

  static QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
  }

  static void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
    QVERIFY(file.flush());
    // QSettings remembers a file by its length and time, and a test takes less than a tick of the clock.
    QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(2),
                             QFileDevice::FileModificationTime));
  }

  // Another process opens the settings and is gone, without a word.
  static void startAndEnd(const QString& path, AfterFirstFrame after) {
    const pid_t process = fork();
    if (process == 0) {
      OpenedSettings opened = openSettings(path);
      if (after == AfterFirstFrame::Yes) {
        opened.start.reset();
      }
      _exit(0);
    }
    QCOMPARE(waitpid(process, nullptr, 0), process);
  }
};

W2S_WINDOW_TEST(TstSettingsFile)
#include "tst_settings_file.moc"
