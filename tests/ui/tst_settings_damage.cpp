// The window's settings with bytes changed, dropped and added: the window opens, an arrangement that is not as it was
// stored is not used, and nothing takes the process down. W2S_FUZZ_SECONDS=3600 goes on for an hour, W2S_FUZZ_SEED
// chooses another course.
#include <array>
#include <ctime>
#include <random>

#include <QDir>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/figures/export_settings.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/page_host.h"
#include "ui/shell/settings_file.h"
#include "ui/shell/settings_seal.h"

using namespace w2s::ui;
using w2s::test::WindowBench;

namespace {

const QString kExperiment = QStringLiteral("experiment");

QByteArray contentAt(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString& path, const QByteArray& content) {
  QFile file(path);
  QVERIFY(file.open(QIODevice::WriteOnly));
  QCOMPARE(file.write(content), content.size());
}

QMap<QString, QVariant> valuesOf(const QSettings& settings, const QString& group) {
  QMap<QString, QVariant> values;
  for (const QString& key : settings.allKeys()) {
    if (key.startsWith(group + QLatin1Char('/'))) {
      values[key] = settings.value(key);
    }
  }
  return values;
}

int numberIn(const char* variable, int otherwise) {
  bool read = false;
  const int value = qEnvironmentVariableIntValue(variable, &read);
  return read ? value : otherwise;
}

// One to four changes, of those that damage and people make.
QByteArray mutated(QByteArray bytes, std::mt19937& random) {
  static const std::array<QByteArray, 12> kTokens{
      "@Variant(",      "@ByteArray(", "@Size(2147483647 2147483647)",
      "@Rect(1 2 3 4)", "@Invalid()",  "\n[layout]\n",
      "\\x0",           "4294967296",  "nan",
      "1e308",          "\"",          "\xff\xfe"};
  const auto below = [&](qsizetype end) {
    return static_cast<qsizetype>(random() %
                                  static_cast<std::uint32_t>(std::max<qsizetype>(end, 1)));
  };
  for (auto changes = 1 + below(4); changes > 0; --changes) {
    const qsizetype at = below(bytes.size());
    switch (below(5)) {
      case 0:
        if (!bytes.isEmpty()) {
          bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
        }
        break;
      case 1:
        bytes.remove(at, 1 + below(40));
        break;
      case 2:
        bytes.insert(at, kTokens[static_cast<std::size_t>(below(kTokens.size()))]);
        break;
      case 3:
        bytes.insert(at, bytes.mid(below(bytes.size()), below(80)));
        break;
      default:
        bytes.truncate(at);
    }
  }
  return bytes;
}

}  // namespace

class TstSettingsDamage : public QObject {
  Q_OBJECT

 public:
  // Qt ends a test that takes longer than five minutes.
  static void initMain() {
    qputenv("QTEST_FUNCTION_TIMEOUT",
            QByteArray::number(1000 * (300 + numberIn("W2S_FUZZ_SECONDS", 0))));
  }

 private Q_SLOTS:
  void initTestCase() {
    {
      WindowBench bench({.settings = openSettings(file()).settings});
      bench.window->resize(1200, 800);
      bench.find<QAction>("act.text.larger")->trigger();
      bench.window->pages().show(QStringLiteral("log"));
      bench.session->setLive(w2s::record::LiveParameter::KdWeight, 0.25);
      bench.window->close();
    }
    sound_ = contentAt(file());
    QVERIFY(sound_.contains("checksum"));
    const OpenedSettings opened = open(sound_);  // as text, as any later start reads it
    QVERIFY2(opened.note.isEmpty(), qPrintable(opened.note));
    layout_ = valuesOf(*opened.settings, kLayoutGroup);
    experiment_ = valuesOf(*opened.settings, kExperiment);
    QVERIFY(layout_.size() > 4);
    QVERIFY(experiment_.size() > 4);
  }

  void everyByteChangedInTurn() {
    constexpr std::array kMasks{'\x01', '\x20', '\x80'};
    for (qsizetype at = 0; at < sound_.size(); ++at) {
      QByteArray content = sound_;
      content[at] = static_cast<char>(content[at] ^ kMasks[static_cast<std::size_t>(at) % 3]);
      const QString label = QStringLiteral("byte %1").arg(at);
      checkReading(content, label);
      const QSettings settings(file(), QSettings::IniFormat);
      // What counts as sound is what was stored.
      for (const auto& [group, values] :
           {std::pair(kLayoutGroup, layout_), std::pair(kExperiment, experiment_)}) {
        QVERIFY2(sealOf(settings, group) != Seal::Sound || valuesOf(settings, group) == values,
                 qPrintable(label));
      }
      if (QTest::currentTestFailed()) {
        return;
      }
    }
  }

  // The bytes that ended the program: in the state of the panels and in the geometry.
  void theWindowOpensOnADamagedArrangement() {
    std::mt19937 random(1);
    for (const char* key : {"docks=", "geometry="}) {
      const qsizetype begin = sound_.indexOf(key);
      QVERIFY(begin > 0);
      const qsizetype end = sound_.indexOf('\n', begin);
      for (int i = 0; i < 6; ++i) {
        QByteArray content = sound_;
        const auto at =
            begin + 20 +
            static_cast<qsizetype>(random() % static_cast<std::uint32_t>(end - begin - 22));
        content[at] = content[at] == '7' ? '6' : '7';
        openWindow(content);
        QVERIFY(note_.contains(QStringLiteral("arrangement")));
        QVERIFY(note_.contains(QStringLiteral(".damaged")));
      }
    }
  }

  void mutantsOfTheCorpus() {
    QDir corpus(QStringLiteral(W2S_SOURCE_DIR "/tests/data/fuzz/window_settings"));
    std::vector<QByteArray> seeds{sound_};
    for (const QString& name : corpus.entryList(QDir::Files)) {
      seeds.push_back(contentAt(corpus.filePath(name)));
      openWindow(seeds.back());
    }
    QVERIFY(seeds.size() > 2);
    std::mt19937 random(static_cast<std::uint32_t>(numberIn("W2S_FUZZ_SEED", 1)));
    const int seconds = numberIn("W2S_FUZZ_SECONDS", 0);
    constexpr int kMutants = 300;
    constexpr int kBetweenWindows = 15;
    QElapsedTimer clock;
    clock.start();
    int count = 0;
    for (; count < kMutants || clock.elapsed() < 1000 * seconds; ++count) {
      const QByteArray content = mutated(seeds[random() % seeds.size()], random);
      const std::clock_t begin = std::clock();  // of the processor: other programs do not count
      if (count % kBetweenWindows == 0) {
        openWindow(content);
      } else {
        checkReading(content, QStringLiteral("mutant %1").arg(count));
      }
      QVERIFY2(!QTest::currentTestFailed() && std::clock() - begin < 5 * CLOCKS_PER_SEC,
               qPrintable(
                   QStringLiteral("mutant %1:\n%2").arg(count).arg(QString::fromLatin1(content))));
    }
    qInfo("%d mutants", count);
  }

 private:
  [[nodiscard]] QString file() const {
    return folder_.filePath(QStringLiteral("w2slab%1.conf").arg(number_));
  }

  OpenedSettings open(const QByteArray& content) {
    for (const QString& name : QDir(folder_.path()).entryList(QDir::Files)) {
      QFile::remove(folder_.filePath(name));
    }
    ++number_;  // QSettings remembers a file by name, size and time
    write(file(), content);
    OpenedSettings opened = openSettings(file());
    note_ = opened.note;
    return opened;
  }

  // Everything that a start reads.
  void checkReading(const QByteArray& content, const QString& label) {
    const OpenedSettings opened = open(content);
    QVERIFY(opened.settings != nullptr);
    for (const QString& key : opened.settings->allKeys()) {
      QVERIFY2(opened.settings->value(key).typeId() != QMetaType::QImage, qPrintable(label));
    }
    if (sealOf(*opened.settings, kLayoutGroup) != Seal::Sound) {
      QVERIFY2(valuesOf(*opened.settings, kLayoutGroup).isEmpty(), qPrintable(label));
    }
    (void)chosenLanguage(*opened.settings);
    (void)restoreRequest(*opened.settings, QStringLiteral("export"));
    if (!note_.isEmpty()) {
      QVERIFY2(QDir(folder_.path())
                       .entryList(QDir::Files)
                       .filter(QStringLiteral("conf.damaged"))
                       .size() == 1,
               qPrintable(label + QLatin1Char('\n') + note_));
    }
  }

  void openWindow(const QByteArray& content) {
    OpenedSettings opened = open(content);
    QVERIFY(opened.settings != nullptr);
    Theme theme;
    Appearance::restore(theme, *opened.settings);
    QVERIFY(theme.fontScale() >= Theme::kSmallestScale &&
            theme.fontScale() <= Theme::kLargestScale);
    WindowBench bench({.settings = std::move(opened.settings), .size = {}});
    QVERIFY(bench.window->isVisible());
    QVERIFY(bench.window->width() <= 16'384 && bench.window->height() <= 16'384);
    bench.window->close();
  }

  // Each of some thousand starts writes and syncs files: in memory where there is such a folder.
  QTemporaryDir folder_{QDir(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                                 ? QStringLiteral("/dev/shm")
                                 : QDir::tempPath())
                            .filePath(QStringLiteral("w2s-settings-XXXXXX"))};
  QByteArray sound_;
  QMap<QString, QVariant> layout_;
  QMap<QString, QVariant> experiment_;
  QString note_;
  int number_ = 0;
};

W2S_WINDOW_TEST(TstSettingsDamage)
#include "tst_settings_damage.moc"
