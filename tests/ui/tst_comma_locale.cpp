// In a process whose C locale writes "0,5", as Qt makes it for most of Europe: numbers of files and charts stay what they
// are. The locale is made here, since few machines have one.
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/json.h"
#include "core/config/settings.h"
#include "core/config/toml.h"
#include "core/store/event_json.h"
#include "tests/support/test_main.h"
#include "ui/bridge/number_language.h"
#include "ui/draw/panel.h"

using namespace w2s;
using namespace w2s::ui;

class TstCommaLocale : public QObject {
  Q_OBJECT

 public:
  // Before the application object, which takes the locale over.
  static void initMain() {
    static const QTemporaryDir folder;
    const std::string place = folder.filePath(QStringLiteral("de_DE.UTF-8")).toStdString();
    const std::string make = "localedef -f UTF-8 -i de_DE '" + place + "' > /dev/null 2>&1";
    static_cast<void>(!std::system(make.c_str()));
    qputenv("LOCPATH", folder.path().toUtf8());
    qputenv("LC_ALL", "de_DE.UTF-8");
  }

 private Q_SLOTS:
  void initTestCase() {
    if (*std::localeconv()->decimal_point != ',') {
      QSKIP(
          "There is no locale with a comma here, and localedef makes none (Debian: apt install "
          "locales).");
    }
    char text[8];
    std::snprintf(text, sizeof(text), "%.1f", 0.5);
    QCOMPARE(QByteArray(text), QByteArray("0,5"));
  }

  void theLabelAtACurvesEndIsItsValue() {
    charts::ChartData chart;
    chart.addOwned({.label = "student"}, {.x = {0.0, 100.0}, .y = {0.25F, 0.8125F}});
    draw::Palette palette;
    palette.line = palette.letters = [](charts::Ink) { return draw::Color{}; };
    const draw::Panel panel =
        draw::layOutPanel(chart, {.left = 0.0, .top = 0.0, .width = 400.0, .height = 250.0}, {},
                          palette, [](std::string_view text, double size, bool) {
                            return 0.5 * size * static_cast<double>(text.size());
                          });
    QStringList labels;
    for (const draw::SceneShape& shape : panel.shapes) {
      if (const auto* text = std::get_if<draw::TextShape>(&shape);
          text != nullptr && text->role == draw::Role::Label) {
        labels += QString::fromStdString(text->text);
      }
    }
    QCOMPARE(labels, QStringList{QStringLiteral("student 0.813")});
  }

  void filesAreReadAndWrittenAsEver() {
    const auto json = parseJson(R"({"a": 0.25, "b": 1.5e-3})");
    QVERIFY(json && json->at("a") == 0.25 && json->at("b") == 0.0015);
    QCOMPARE(QByteArray::fromStdString(json->dump()), QByteArray(R"({"a":0.25,"b":0.0015})"));
    config::ExperimentConfig config;
    QVERIFY(config::applySetting(config, "objective.temperature", "2.5"));
    const std::string toml = config::toToml(config);
    QVERIFY(toml.find("2.5") != std::string::npos && toml.find("2,5") == std::string::npos);
    record::Evaluated event;
    event.evaluation.test.accuracy = 0.8125;
    const auto back = store::eventFromJson(store::eventToJson(event));
    QVERIFY(back);
    QCOMPARE(std::get<record::Evaluated>(*back).evaluation.test.accuracy, 0.8125);
    QCOMPARE(inWords("{:.3f}", 0.8125), std::string("0.813"));
  }
};

W2S_TEST(TstCommaLocale)
#include "tst_comma_locale.moc"
