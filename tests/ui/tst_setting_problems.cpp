// What is wrong with the settings is found, and every fix that is offered mends it.
#include <algorithm>

#include <QTemporaryDir>
#include <QTest>

#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/data/first_experiment.h"
#include "tests/support/card_files.h"
#include "tests/support/test_main.h"
#include "ui/bridge/setting_problems.h"
#include "ui/form/model_choices.h"

using namespace w2s;
using namespace w2s::ui;

namespace {

const SettingProblem* problemAt(const std::vector<SettingProblem>& problems,
                                const std::string& key) {
  const auto found = std::ranges::find(problems, key, &SettingProblem::key);
  return found == problems.end() ? nullptr : &*found;
}

}  // namespace

class TstSettingProblems : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void presetsHaveNone() {
    const auto presets = config::listPresets();
    QVERIFY(presets);
    for (const config::PresetInfo& preset : *presets) {
      QVERIFY2(problemsOf(*config::loadPreset(preset.name)).empty(), preset.name.c_str());
    }
  }

  // Rows without a weak label are not the student's.
  void theExperimentOfAPartlyLabelledCardHasNone() {
    const QTemporaryDir folder;
    const auto card = test::writeWeakCard(
        folder.path().toStdString(),
        {.rows = 340,
         .split = [](int row) { return std::string(row < 300 ? "train" : "test"); },
         .has_label = [](int row) { return row < 200; }});
    auto config = data::loadExperimentOrCard(card.string());
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    const auto sound = problemsOf(*config);
    QVERIFY2(sound.empty(), sound.empty() ? "" : sound.front().message.c_str());
    config->task.transfer_rows = 185;
    const auto problems = problemsOf(*config);
    const SettingProblem* const problem = problemAt(problems, "task.transfer_rows");
    QVERIFY(problem != nullptr && !problem->fixes.empty());
    QCOMPARE(problem->fixes.front().value, std::string("184"));
  }

  // Settings that do not go together, the setting that says so, and the first fix.
  void everyFixMends_data() {
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QString>("at");
    QTest::addColumn<QString>("first_fix");
    const auto row = [](const char* name, const QStringList& settings, const char* at,
                        const char* fix) {
      QTest::newRow(name) << settings << QString::fromLatin1(at) << QString::fromLatin1(fix);
    };
    row("too many transfer rows", {"task.transfer_rows=60000"}, "task.transfer_rows",
        "task.transfer_rows=54000");
    row("too many rows together", {"task.weak_rows=20000", "task.transfer_rows=50000"},
        "task.transfer_rows", "task.transfer_rows=35000");
    row("too many test rows", {"task.test_rows=20000"}, "task.test_rows", "task.test_rows=10000");
    row("unknown data set", {"task.dataset=fasion-mnist"}, "task.dataset",
        "task.dataset=fashion-mnist");
    row("a tree as student", {"strong.head=tree"}, "strong.head", "strong.head=linear");
    row("training pixels", {"strong.backbone=pixels", "strong.tuning=full"}, "strong.tuning",
        "strong.tuning=head");
    row("nothing to start from", {"strong.backbone=convnet", "strong.tuning=full"}, "strong.tuning",
        "strong.tuning=head");
    row("augmented stored labels", {"supervision.augmentation=shift_flip", "strong.tuning=full"},
        "supervision.augmentation", "supervision.augmentation=none");
    row("shuffled live labels", {"supervision.shuffle=true", "supervision.delivery=live"},
        "supervision.shuffle", "supervision.shuffle=false");
    row("no ground truth to weigh",
        {"objective.ground_truth_weight=1", "objective.ground_truth_fraction=0"},
        "objective.ground_truth_fraction", "objective.ground_truth_fraction=1");
    row("two classes only", {"objective.confidence=openai_reference"}, "objective.confidence",
        "objective.confidence=none");
    row("equal seeds", {"seeds=1,2,1"}, "seeds", "seeds=1, 2");
    row("no name", {"name="}, "name", "name=fashion-demo");
    row("an odd device", {"device=gpu"}, "device", "device=auto");
  }
  void everyFixMends() {
    QFETCH(QStringList, settings);
    QFETCH(QString, at);
    QFETCH(QString, first_fix);
    config::ExperimentConfig config;
    for (const QString& setting : settings) {
      QVERIFY2(config::applySetting(config, setting.toStdString()), qPrintable(setting));
    }
    const std::vector<SettingProblem> problems = problemsOf(config);
    const SettingProblem* problem = problemAt(problems, at.toStdString());
    QVERIFY(problem != nullptr);
    QVERIFY(problem->message.size() > 20);
    QVERIFY(!problem->fixes.empty() && problem->fixes.size() <= 3);
    const SettingFix& first = problem->fixes.front();
    QCOMPARE(QString::fromStdString(first.key + "=" + first.value), first_fix);
    for (const SettingFix& fix : problem->fixes) {
      config::ExperimentConfig mended = config;
      QVERIFY(config::applySetting(mended, fix.key, fix.value));
      QVERIFY(problemsOf(mended).size() < problems.size());
      QVERIFY(!fix.label.empty() && !fix.value_label.empty());
    }
  }

  void severalProblemsAreSaidAtOnce() {
    config::ExperimentConfig config;
    config.name.clear();
    config.task.test_rows = 20000;
    config.device = "gpu";
    QCOMPARE(problemsOf(config).size(), std::size_t{3});
  }

  void theGalleryOffersWhatCanBeTrained() {
    config::ExperimentConfig config;
    for (const ModelRole role : {ModelRole::Weak, ModelRole::Strong}) {
      const std::vector<config::ModelConfig> choices = modelChoices(config, role);
      QVERIFY(choices.size() >= 10);
      QCOMPARE(std::ranges::count(choices, modelOf(config, role)), 1);
      for (const config::ModelConfig& model : choices) {
        config::ExperimentConfig with = config;
        modelOf(with, role) = model;
        QVERIFY(problemsOf(with).empty());
        QVERIFY(factsOf(with, role).has_value());
        QVERIFY(role == ModelRole::Weak || !std::holds_alternative<config::TreeHead>(model.head));
      }
    }
  }

  void theGalleryKeepsTheNumbersOfThePresentModel() {
    config::ExperimentConfig config;
    config.weak.front().backbone = config::PixelsBackbone{.size = 7};
    for (const config::ModelConfig& model : modelChoices(config, ModelRole::Weak)) {
      if (const auto* pixels = std::get_if<config::PixelsBackbone>(&model.backbone)) {
        QCOMPARE(pixels->size, std::int64_t{7});
      }
    }
  }

  // fashion-ssl of width 32: 1*32*9 + 32*64*9 + 64*128*9 + 128*256*9 weights, two more a channel.
  void factsAreThoseOfTheModel() {
    config::ExperimentConfig config;
    const auto strong = factsOf(config, ModelRole::Strong);
    QVERIFY(strong.has_value());
    QCOMPARE(strong->backbone_parameters, std::int64_t{288 + 18432 + 73728 + 294912 + 2 * 480});
    QCOMPARE(strong->features, std::int64_t{256});
    QCOMPARE(strong->head_parameters, std::int64_t{2570});
    QCOMPARE(strong->trained_parameters, std::int64_t{2570});
    QCOMPARE(strong->training_bytes, std::int64_t{12 * 2570});
    QCOMPARE(strong->weight_bytes, 4 * (strong->backbone_parameters + 960 + 2570));
    const auto weak = factsOf(config, ModelRole::Weak);
    QVERIFY(weak.has_value() && weak->is_tree);
    QCOMPARE(weak->head_parameters, std::int64_t{333});  // 1,000 rows, 3 a leaf
    QCOMPARE(weak->weight_bytes, std::int64_t{16 * 665 + 40 * 333});
    QCOMPARE(weak->training_bytes, std::int64_t{0});
  }

  void aMissingCardIsSaid() {
    config::ExperimentConfig config;
    config.strong.backbone = config::FileBackbone{.path = "nowhere.safetensors"};
    std::string why;
    QVERIFY(!factsOf(config, ModelRole::Strong, &why));
    QVERIFY(why.find("nowhere") != std::string::npos);
  }
};

W2S_TEST(TstSettingProblems)
#include "tst_setting_problems.moc"
