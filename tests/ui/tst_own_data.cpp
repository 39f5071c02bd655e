// A card of one's own data in the window: opened as a file, its feature sets to choose, a run on it, its
// rows on the page of examples.
#include <fstream>
#include <set>
#include <vector>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/data/registry.h"
#include "core/engine/runner.h"
#include "tests/support/test_main.h"
#include "ui/bridge/example_set.h"
#include "ui/bridge/experiment_session.h"
#include "ui/bridge/setting_problems.h"
#include "ui/form/model_choices.h"
#include "ui/main_window.h"
#include "ui/models/examples_model.h"
#include "ui/shell/config_files.h"
#include "ui/theme/theme.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

constexpr int kLongestMs = 60'000;

std::string npyOf(const std::string& shape, const std::vector<float>& values) {
  const std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n";
  std::string bytes = std::string("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size() & 0xFFU);
  bytes += static_cast<char>(header.size() >> 8U);
  bytes += header;
  return bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
}

}  // namespace

class TstOwnData : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;

  QString write(const QString& name, const std::string& content) {
    const QString path = folder_.filePath(name);
    std::ofstream(path.toStdString(), std::ios::binary) << content;
    return path;
  }

  // 400 rows; the class is where the wide features begin, and there with noise in the narrow ones.
  QString writeCard() {
    std::string labels = "label\n";
    std::vector<float> narrow;
    std::vector<float> wide;
    for (int row = 0; row < 400; ++row) {
      const int label = row * 7 % 3 == 0 ? 1 : 0;
      const float noise = static_cast<float>(row * 37 % 11) - 5.0F;
      labels += label == 1 ? "yes\n" : "no\n";
      narrow.insert(narrow.end(), {static_cast<float>(4 * label) + noise, noise});
      wide.insert(wide.end(), {static_cast<float>(label), noise, 1.0F, 0.5F});
    }
    write("rows.csv", labels);
    write("narrow.npy", npyOf("(400, 2)", narrow));
    write("wide.npy", npyOf("(400, 4)", wide));
    return write("card.toml",
                 "name = \"mine\"\n[rows]\nlabels = \"rows.csv\"\n"
                 "[[features]]\nname = \"narrow\"\nfile = \"narrow.npy\"\n"
                 "[[features]]\nname = \"wide\"\nfile = \"wide.npy\"\n");
  }

 private Q_SLOTS:
  void aCardIsOpenedTrainedOnAndLookedAt() {
    const QString card = writeCard();
    const std::filesystem::path workspace = folder_.filePath("workspace").toStdString();
    auto runner = engine::makeRunner({.workspace = workspace, .data_folder = {}, .workers = 2});
    ExperimentSession session(std::move(*runner));
    Theme theme;
    MainWindow::Options options;
    options.presets = {{.name = QStringLiteral("demo"),
                        .title = QStringLiteral("Demo"),
                        .sentence = QStringLiteral("Look."),
                        .config = {}}};
    options.workspace = workspace;
    MainWindow window(theme, session, std::move(options));
    window.show();
    QSignalSpy failed(&window.files(), &ConfigFiles::failed);
    window.files().open(card);
    QVERIFY(QTest::qWaitFor([&] { return session.config().name == "mine"; }, kLongestMs));
    QVERIFY(failed.isEmpty());

    // What the form knows of it.
    config::ExperimentConfig config = session.config();
    QCOMPARE(config.task.dataset, card.toStdString());
    QVERIFY(problemsOf(config).empty());
    std::set<std::string> sets;
    for (const config::ModelConfig& model : modelChoices(config, ModelRole::Strong)) {
      sets.insert(config::featureSetOf(model.backbone));
    }
    QVERIFY(sets.contains("narrow") && sets.contains("wide"));
    const auto facts = factsOf(config, ModelRole::Strong);
    QVERIFY(facts && facts->features == 4);
    config.task.test_rows = 81;
    QVERIFY(!problemsOf(config).empty());
    config.task.test_rows = 80;
    config.strong.backbone = config::FeaturesBackbone{.set = "none"};
    QVERIFY(!problemsOf(config).empty());

    session.start();
    QVERIFY(
        QTest::qWaitFor([&] { return session.focus().state() == RunState::Finished; }, kLongestMs));
    const std::string run = session.focus().series().id;
    QVERIFY(session.focus().series().summary->ceiling.accuracy > 0.95);
    window.grab();

    ExampleReader reader;
    const auto examples = reader.read({.workspace = workspace,
                                       .data_folder = {},
                                       .run_id = run,
                                       .data_set = card.toStdString(),
                                       .step = {}});
    QVERIFY2(examples, examples ? "" : examples.error().message.c_str());
    QCOMPARE((*examples)->size(), std::size_t{80});
    ExamplesModel model;
    model.setExamples(*examples);
    QCOMPARE(model.rowCount(), 80);
    QCOMPARE(model.image(0).size(),
             QSize(2, 1));  // the narrow features, which are the card's first
    QVERIFY(model.example(0).label_name == "yes" || model.example(0).label_name == "no");
  }

  void aCardWithMistakesSaysAllOfThem() {
    const QString card = writeCard();
    write("wide.npy", npyOf("(1, 4)", {1, 2, 3, 4}));
    write("rows.csv", "label\nno\nno\n");
    auto runner = engine::makeRunner(
        {.workspace = folder_.filePath("other").toStdString(), .data_folder = {}, .workers = 1});
    ExperimentSession session(std::move(*runner));
    QWidget window;
    ConfigFiles files(session, nullptr, &window);
    QSignalSpy failed(&files, &ConfigFiles::failed);
    QSignalSpy opened(&files, &ConfigFiles::opened);
    files.open(card);
    QVERIFY(QTest::qWaitFor([&] { return !failed.isEmpty(); }, kLongestMs));
    const QString text = failed.front().at(1).toString();
    QVERIFY2(text.contains("one class") && text.contains("wide.npy") && text.contains("narrow.npy"),
             qPrintable(text));
    QVERIFY(opened.isEmpty());
  }
};

W2S_WINDOW_TEST(TstOwnData)
#include "tst_own_data.moc"
