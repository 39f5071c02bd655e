// Damaged settings never keep the window from opening, and are never thrown away.
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTemporaryDir>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/shell/appearance.h"
#include "ui/shell/settings_file.h"

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
};

W2S_WINDOW_TEST(TstSettingsFile)
#include "tst_settings_file.moc"
