// What the window remembers of the experiment from one start to the next, and what it does where
// that is of no use any more.
#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>

#include "core/config/toml.h"
#include "tests/support/test_main.h"
#include "tests/support/window_bench.h"
#include "ui/form/settings_basis.h"
#include "ui/shell/config_files.h"

using namespace w2s;
using namespace w2s::ui;
using test::WindowBench;

namespace {

std::vector<SettingsBasis> presets() {
  config::ExperimentConfig cold;
  cold.name = "cold";
  cold.seeds = {5};
  cold.objective.temperature = 2.0;
  return {
      presetBasis(QStringLiteral("demo"), QStringLiteral("Demo"), QStringLiteral("Watch."), {}),
      presetBasis(QStringLiteral("cold"), QStringLiteral("Cold"), QStringLiteral("Wait."), cold)};
}

}  // namespace

class TstSessionRestore : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void init() {
    folder_ = std::make_unique<QTemporaryDir>();
  }

  void theFirstStartIsTheFirstPreset() {
    const WindowBench bench(options());
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Demo"));
    QCOMPARE(bench.window->focusWidget(), bench.find<QWidget>("run.start"));
    QVERIFY(!bench.find<QWidget>("notice")->isVisible());
  }

  void presetSettingsSeedAndSpeedComeBack() {
    {
      const WindowBench bench(options());
      bench.window->choosePreset(1);
      bench.session->setLive(record::LiveParameter::KdWeight, 0.25);
      bench.session->setSeed(42);
      bench.session->setSpeed(17.0);
      QVERIFY(bench.window->close());
    }
    QVERIFY(stored("experiment/settings").contains(QStringLiteral("[objective]")));
    const WindowBench bench(options());
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Cold"));
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("Wait."));
    QCOMPARE(bench.session->config().objective.kd_weight.base, 0.25);
    QCOMPARE(bench.session->config().objective.temperature, 2.0);
    QCOMPARE(bench.session->seed(), 42);
    QCOMPARE(bench.find<QLineEdit>("run.seeds")->text(), QStringLiteral("42"));
    QCOMPARE(bench.session->speed(), 17.0);
    QVERIFY(bench.find<QWidget>("field.objective.kd_weight.base.changed")->isVisible());
    QVERIFY(!bench.find<QWidget>("field.objective.temperature.changed")->isVisible());
    QVERIFY(!bench.find<QAction>("act.edit.undo")->isEnabled());
    QVERIFY(!bench.find<QWidget>("notice")->isVisible());
    bench.find<QAction>("act.edit.reset")->trigger();
    QCOMPARE(bench.session->config().objective.kd_weight.base, 1.0);
  }

  // The window may end in other ways than by being closed.
  void whatIsChangedIsKeptSoonAfter() {
    WindowBench bench(options());
    bench.session->setSeed(3);
    QTRY_COMPARE(stored("experiment/seed"), QStringLiteral("3"));
    QCOMPARE(stored("experiment/basis"), QStringLiteral("preset"));
    QCOMPARE(stored("experiment/name"), QStringLiteral("demo"));
    QCOMPARE(stored("experiment/settings"), QString());  // as the preset has them
  }

  // Unchanged settings are the preset's, also where a later version has another one.
  void anUnchangedPresetIsThatOfThisVersion() {
    {
      const WindowBench bench(options());
      QVERIFY(bench.window->close());
    }
    WindowBench::Options later = options();
    later.presets.front().config.objective.temperature = 2.5;
    const WindowBench bench(std::move(later));
    QCOMPARE(bench.session->config().objective.temperature, 2.5);
  }

  void aFileComesBackAsItWas() {
    const QString path = folder_->filePath(QStringLiteral("mine.toml"));
    {
      const WindowBench bench(options());
      QFile file(path);
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(
          "schema = 1\nname = \"mine\"\ndescription = \"See.\"\n[objective]\ntemperature = 3\n");
      file.close();
      bench.window->files().open(path);
      bench.session->setLive(record::LiveParameter::KdWeight, 0.5);
      QVERIFY(bench.window->close());
    }
    QVERIFY(QFile::remove(path));
    const WindowBench bench(options());
    const auto* list = bench.find<QComboBox>("preset");
    QCOMPARE(list->currentText(), QStringLiteral("mine"));
    QCOMPARE(list->count(), 3);
    QCOMPARE(bench.find<QLabel>("settings.sentence")->text(), QStringLiteral("See."));
    QCOMPARE(bench.session->config().objective.temperature, 3.0);
    QVERIFY(bench.find<QWidget>("field.objective.kd_weight.base.changed")->isVisible());
    QVERIFY(!bench.find<QWidget>("field.objective.temperature.changed")->isVisible());
  }

  void aRunsSettingsComeBack() {
    config::ExperimentConfig config;
    config.name = "hot";
    config.objective.temperature = 5.0;
    store({{"experiment/basis", "run"},
           {"experiment/name", "20250101-1"},
           {"experiment/began_as", QString::fromStdString(config::toToml(config))}});
    const WindowBench bench(options());
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Run hot"));
    QVERIFY(bench.find<QLabel>("settings.sentence")->text().contains(QStringLiteral("hot")));
    QCOMPARE(bench.session->config().objective.temperature, 5.0);
  }

  void whatTheStartAsksForWins() {
    {
      const WindowBench bench(options());
      bench.window->choosePreset(1);
      QVERIFY(bench.window->close());
    }
    WindowBench::Options asked = options();
    asked.first_asked_for = true;
    const WindowBench bench(std::move(asked));
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Demo"));
    QCOMPARE(bench.session->config().objective.temperature, 1.0);
  }

  // Settings that no run starts with are shown with what is wrong, not kept.
  void settingsInTroubleAreNotKept() {
    {
      const WindowBench bench(options());
      config::ExperimentConfig config;
      config.objective.temperature = 1.5;
      bench.session->setConfig(config);
      QTRY_VERIFY(stored("experiment/settings").contains(QStringLiteral("1.5")));
      config.strong.head = config::TreeHead{};
      config.objective.temperature = 1.75;
      bench.session->setConfig(config);
      QVERIFY(bench.window->close());
    }
    const WindowBench bench(options());
    QCOMPARE(bench.session->config().objective.temperature, 1.5);
  }

  void whatIsOfNoUseIsSaid_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* key, const char* text, const char* said) {
      QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(text)
                          << QString::fromLatin1(said);
    };
    row("no TOML", "experiment/settings", "schema = 1\nname = \"x", "line 2");
    row("an unknown setting", "experiment/settings", "schema = 1\n[objective]\nheat = 1\n", "heat");
    row("out of range", "experiment/settings", "schema = 1\n[objective]\ntemperature = -1\n",
        "objective.temperature");
    row("against a rule", "experiment/settings", "schema = 1\n[strong]\nhead = \"tree\"\n",
        "strong.head");
    row("nothing", "experiment/settings", "", "missing");
    row("a preset that is gone", "experiment/name", "lukewarm", "lukewarm");
    row("a kind that is not known", "experiment/basis", "dream", "dream");
    row("no file's settings", "experiment/basis", "file", "missing");
  }
  void whatIsOfNoUseIsSaid() {
    QFETCH(QString, key);
    QFETCH(QString, text);
    QFETCH(QString, said);
    store({{"experiment/basis", "preset"}, {"experiment/name", "cold"}, {"experiment/seed", "9"}});
    store({{key, text}});
    const WindowBench bench(options());
    QCOMPARE(bench.find<QComboBox>("preset")->currentText(), QStringLiteral("Demo"));
    QCOMPARE(bench.session->config(), config::ExperimentConfig{});
    QCOMPARE(bench.session->seed(), 0);
    QVERIFY(bench.find<QWidget>("notice")->isVisible());
    const QString notice = bench.find<QLabel>("notice.text")->text();
    QVERIFY2(notice.contains(said), qPrintable(notice));
    QVERIFY2(notice.contains(QStringLiteral("Demo")), qPrintable(notice));
  }

  void whatIsOfNoUseIsNotWrittenOver() {
    const auto lose = [&](const QString& text) {
      store({{"experiment/basis", "preset"},
             {"experiment/name", "cold"},
             {"experiment/settings", text}});
      const WindowBench bench(options());
      const QString notice = bench.find<QLabel>("notice.text")->text();
      bench.session->setSeed(3);
      bench.session->setLive(record::LiveParameter::KdWeight, 0.25);
      [&] { QVERIFY(bench.window->close()); }();
      return notice;
    };
    const QString first = QStringLiteral("schema = 1\nname = \"x");
    const QString second = QStringLiteral("schema = 1\n[objective]\nheat = 1\n");
    QString notice = lose(first);
    QVERIFY2(notice.contains(QDir::toNativeSeparators(path())), qPrintable(notice));
    QVERIFY2(notice.contains(QStringLiteral("experiment/lost1")), qPrintable(notice));
    QCOMPARE(stored("experiment/lost1/settings"), first);
    QCOMPARE(stored("experiment/lost1/name"), QStringLiteral("cold"));
    QCOMPARE(stored("experiment/name"), QStringLiteral("demo"));
    notice = lose(second);
    QVERIFY2(notice.contains(QStringLiteral("experiment/lost2")), qPrintable(notice));
    QCOMPARE(stored("experiment/lost1/settings"), first);
    QCOMPARE(stored("experiment/lost2/settings"), second);
    const WindowBench bench(options());
    QVERIFY(!bench.find<QWidget>("notice")->isVisible());
    QCOMPARE(bench.session->config().objective.kd_weight.base, 0.25);
  }

  void nonsensicalSeedAndSpeedAreThePresets() {
    store({{"experiment/basis", "preset"},
           {"experiment/name", "cold"},
           {"experiment/seed", "-4"},
           {"experiment/speed", "nan"}});
    const WindowBench bench(options());
    QCOMPARE(bench.session->seed(), 5);
    QCOMPARE(bench.session->speed(), presets()[1].steps_per_second);
  }

 private:
  [[nodiscard]] QString path() const {
    return folder_->filePath(QStringLiteral("w2slab.conf"));
  }
  [[nodiscard]] WindowBench::Options options() const {
    return {.settings = std::make_unique<QSettings>(path(), QSettings::IniFormat),
            .presets = presets()};
  }
  [[nodiscard]] QString stored(const char* key) const {
    return QSettings(path(), QSettings::IniFormat).value(QLatin1String(key)).toString();
  }
  void store(const std::vector<std::pair<QString, QString>>& values) const {
    QSettings settings(path(), QSettings::IniFormat);
    for (const auto& [key, value] : values) {
      settings.setValue(key, value);
    }
  }
  std::unique_ptr<QTemporaryDir> folder_;
};

W2S_WINDOW_TEST(TstSessionRestore)
#include "tst_session_restore.moc"
