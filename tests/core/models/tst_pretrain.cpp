// Self-supervised training: its loss and its views against plain definitions, a run that is stopped
// and resumed, recipes.
#include <cmath>
#include <fstream>
#include <sstream>

#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/hash.h"
#include "core/config/pretrain_recipe.h"
#include "core/models/augment.h"
#include "core/models/encoder_file.h"
#include "core/models/nt_xent.h"
#include "core/models/pretrain.h"
#include "core/weights/safetensors.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::models;

namespace {

double ntXentByDefinition(const at::Tensor& projections, double temperature) {
  const at::Tensor z = projections.to(at::kDouble);
  const std::int64_t rows = z.size(0);
  const auto similarity = [&](std::int64_t i, std::int64_t k) {
    return (z[i].mul(z[k]).sum().item<double>()) /
           (z[i].norm().item<double>() * z[k].norm().item<double>());
  };
  double total = 0.0;
  for (std::int64_t i = 0; i < rows; ++i) {
    double sum = 0.0;
    for (std::int64_t k = 0; k < rows; ++k) {
      sum += k == i ? 0.0 : std::exp(similarity(i, k) / temperature);
    }
    total -= similarity(i, (i + rows / 2) % rows) / temperature - std::log(sum);
  }
  return total / static_cast<double>(rows);
}

// Two kinds of images, bars across and bars down, with labels.
struct Bars {
  std::vector<std::uint8_t> pixels;
  std::vector<std::int64_t> labels;
  explicit Bars(std::int64_t rows) {
    SplitMix64 random(Seed{5});
    for (std::int64_t row = 0; row < rows; ++row) {
      labels.push_back(row % 2);
      const auto phase = random.below(4);
      for (std::uint64_t y = 0; y < 28; ++y) {
        for (std::uint64_t x = 0; x < 28; ++x) {
          pixels.push_back(((row % 2 == 0 ? x : y) + phase) / 4 % 2 == 0 ? 200 : 10);
        }
      }
    }
  }
  [[nodiscard]] LabelledImages images() const {
    return {.pixels = pixels, .labels = labels, .shape = {}};
  }
};

config::PretrainConfig smallRecipe() {
  config::PretrainConfig recipe;
  recipe.width = 2;
  recipe.steps = 26;
  recipe.batch_images = 8;
  recipe.warmup_steps = 3;
  recipe.projector_hidden = 16;
  recipe.projector_out = 8;
  return recipe;
}

}  // namespace

class TstPretrain : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theContrastiveLossIsItsDefinition() {
    for (const double temperature : {0.1, 0.2, 1.0}) {
      const at::Tensor projections = at::randn({12, 5});
      QVERIFY(std::abs(ntXent(projections, temperature).item<double>() -
                       ntXentByDefinition(projections, temperature)) < 1e-5);
    }
  }

  void viewsWithoutAnyChangeAreTheImagesOrTheirMirror() {
    const config::AugmentConfig still{.min_area = 1.0,
                                      .max_aspect = 1.0,
                                      .max_rotation = 0.0,
                                      .min_gain = 1.0,
                                      .max_gain = 1.0,
                                      .min_gamma = 1.0,
                                      .max_gamma = 1.0,
                                      .erase_probability = 0.0};
    const at::Tensor images = at::rand({64, 1, 28, 28});
    const at::Tensor views = augment(images, still, Seed{1});
    int mirrored = 0;
    for (std::int64_t i = 0; i < 64; ++i) {
      const bool same = views[i].sub(images[i]).abs().max().item<double>() < 1e-5;
      const bool flipped = views[i].sub(images[i].flip({2})).abs().max().item<double>() < 1e-5;
      QVERIFY(same != flipped);
      mirrored += flipped ? 1 : 0;
    }
    QVERIFY(mirrored > 16 && mirrored < 48);
  }

  void viewsStayInRangeAndDependOnTheSeedAlone() {
    const at::Tensor images = at::rand({40, 1, 28, 28});
    const at::Tensor views = augment(images, {}, Seed{1});
    QVERIFY(views.min().item<double>() >= 0.0 && views.max().item<double>() <= 1.0);
    QVERIFY(views.equal(augment(images, {}, Seed{1})));
    QVERIFY(!views.equal(augment(images, {}, Seed{2})));
  }

  void erasedRectanglesHaveTheSidesAskedFor() {
    const config::AugmentConfig erase{.min_area = 1.0,
                                      .max_aspect = 1.0,
                                      .max_rotation = 0.0,
                                      .min_gain = 1.0,
                                      .max_gain = 1.0,
                                      .min_gamma = 1.0,
                                      .max_gamma = 1.0,
                                      .erase_probability = 1.0,
                                      .min_erase = 4,
                                      .max_erase = 6};
    const at::Tensor views = augment(at::rand({50, 1, 28, 28}).mul(0.5).add(0.5), erase, Seed{3});
    for (std::int64_t i = 0; i < 50; ++i) {
      const at::Tensor zero = views[i][0].eq(0.0);
      const auto height = zero.any(1).sum().item<std::int64_t>();
      const auto width = zero.any(0).sum().item<std::int64_t>();
      QVERIFY(height >= 4 && height <= 6 && width >= 4 && width <= 6);
      QCOMPARE(zero.sum().item<std::int64_t>(), height * width);
    }
  }

  void aStoppedTrainingGoesOnAsIfItNeverStopped() {
    const Bars bars(40);
    const PretrainData data{.training = bars.images(),
                            .judged = bars.images(),
                            .classes = 2,
                            .description = "bars",
                            .fingerprint = "b"};
    QTemporaryDir folder;
    const auto path = [&](const char* name) {
      return std::filesystem::path(folder.filePath(name).toStdString());
    };
    const auto straight =
        pretrain(data, {.config = smallRecipe(), .output = path("a.safetensors")});
    QVERIFY2(straight.has_value(), straight ? "" : straight.error().message.c_str());

    const auto stopped =
        pretrain(data, {.config = smallRecipe(),
                        .output = path("b.safetensors"),
                        .observer = [](const PretrainProgress& p) { return p.step < 20; }});
    QVERIFY(!stopped.has_value());
    QCOMPARE(stopped.error().code, ErrorCode::Interrupted);
    QVERIFY(!std::filesystem::exists(path("b.safetensors")));
    const auto resumed =
        pretrain(data, {.config = smallRecipe(), .output = path("b.safetensors"), .resume = true});
    QVERIFY2(resumed.has_value(), resumed ? "" : resumed.error().message.c_str());
    QCOMPARE(QString::fromStdString(resumed->file_hash),
             QString::fromStdString(straight->file_hash));
    QCOMPARE(resumed->final_loss, straight->final_loss);
    QVERIFY(!std::filesystem::exists(path("b.safetensors.checkpoint")));

    const auto stored = readEncoder(path("b.safetensors"));
    QVERIFY2(stored.has_value(), stored ? "" : stored.error().message.c_str());
    QCOMPARE(stored->encoder.width(), 2);
    QCOMPARE(stored->card.probes.size(), 2U);
    QVERIFY(stored->card.probes[0].accuracy > 0.9);  // bars across and bars down are easy
  }

  void aCheckpointWithoutItsStepIsRefused_data() {
    QTest::addColumn<QString>("step");
    QTest::newRow("missing") << QString();
    QTest::newRow("not a number") << QStringLiteral("twelve");
    QTest::newRow("cut short") << QStringLiteral("12.");
    QTest::newRow("negative") << QStringLiteral("-3");
  }
  void aCheckpointWithoutItsStepIsRefused() {
    QFETCH(QString, step);
    const Bars bars(40);
    const PretrainData data{.training = bars.images(),
                            .judged = {},
                            .classes = 2,
                            .description = "bars",
                            .fingerprint = "b"};
    QTemporaryDir folder;
    const std::filesystem::path output = folder.filePath("a.safetensors").toStdString();
    (void)pretrain(data, {.config = smallRecipe(),
                          .output = output,
                          .observer = [](const PretrainProgress&) { return false; }});
    const std::filesystem::path checkpoint = output.string() + ".checkpoint";
    auto file = readSafetensors(checkpoint);
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    QCOMPARE(file->metadata.count("step"), 1U);
    file->metadata["step"] = step.toStdString();
    QVERIFY(writeSafetensors(checkpoint, file->tensors, file->metadata));
    const auto resumed =
        pretrain(data, {.config = smallRecipe(), .output = output, .resume = true});
    QVERIFY(!resumed.has_value());
    QCOMPARE(resumed.error().code, ErrorCode::BadFormat);
    QVERIFY(QString::fromStdString(resumed.error().message).contains("is damaged"));
  }

  void theCheckpointOfAnotherRecipeIsRefused() {
    const Bars bars(40);
    const PretrainData data{.training = bars.images(),
                            .judged = {},
                            .classes = 2,
                            .description = "bars",
                            .fingerprint = "b"};
    QTemporaryDir folder;
    const std::filesystem::path output = folder.filePath("a.safetensors").toStdString();
    (void)pretrain(data, {.config = smallRecipe(),
                          .output = output,
                          .observer = [](const PretrainProgress&) { return false; }});
    config::PretrainConfig other = smallRecipe();
    other.learning_rate = 1e-4;
    const auto resumed = pretrain(data, {.config = other, .output = output, .resume = true});
    QVERIFY(!resumed.has_value());
    QVERIFY(resumed.error().message.find("another recipe") != std::string::npos);
  }

  void tooFewImagesAreRefused() {
    const Bars bars(7);
    const PretrainData data{.training = bars.images(),
                            .judged = {},
                            .classes = 2,
                            .description = {},
                            .fingerprint = {}};
    const auto card = pretrain(data, {.config = smallRecipe(), .output = "unused.safetensors"});
    QVERIFY(!card.has_value());
    QVERIFY(card.error().message.find("fewer than one batch of 8") != std::string::npos);
  }

  void theShippedRecipeIsTheDefault() {
    const auto recipe =
        config::loadPretrainRecipe(W2S_SOURCE_DIR "/resources/backbones/fashion-ssl.toml");
    QVERIFY2(recipe.has_value(), recipe ? "" : recipe.error().message.c_str());
    QVERIFY(*recipe == config::PretrainConfig{});
  }

  void theShippedEncoderIsTheOneOfTheShippedRecipe() {
    const auto stored = readEncoder(W2S_SOURCE_DIR "/resources/backbones/fashion-ssl.safetensors");
    QVERIFY2(stored.has_value(), stored ? "" : stored.error().message.c_str());
    QCOMPARE(QString::fromStdString(stored->card.recipe),
             QString::fromStdString(config::toJson(config::PretrainConfig{})));
    QCOMPARE(stored->card.images, 55000);
  }

  void mistakesInRecipesAreNamed_data() {
    QTest::addColumn<QString>("toml");
    QTest::addColumn<QString>("cause");
    QTest::newRow("an unknown key") << "step = 3"
                                    << "step";
    QTest::newRow("out of range") << "temperature = -1.0"
                                  << "temperature";
    QTest::newRow("a text") << "steps = \"many\""
                            << "steps";
    QTest::newRow("not TOML") << "steps = = 3"
                              << "line 1";
    QTest::newRow("bounds the wrong way round") << "augment.min_erase = 20"
                                                << "augment.min_erase";
  }
  void mistakesInRecipesAreNamed() {
    QFETCH(QString, toml);
    QFETCH(QString, cause);
    const auto recipe = config::parsePretrainRecipe(toml.toStdString(), "r.toml");
    QVERIFY(!recipe.has_value());
    const QString message = QString::fromStdString(recipe.error().message);
    QVERIFY2(message.contains(cause) && message.contains("r.toml"), qPrintable(message));
  }

  void settingsChangeARecipe() {
    config::PretrainConfig recipe;
    QVERIFY(
        config::applyPretrainSettings(recipe, {"steps=300", "augment.min_area = 0.5"}).has_value());
    QCOMPARE(recipe.steps, 300);
    QCOMPARE(recipe.augment.min_area, 0.5);
    QVERIFY(!config::applyPretrainSettings(recipe, {"steps=1", "nonsense=1"}).has_value());
    QCOMPARE(recipe.steps, 300);
  }
};

W2S_TEST(TstPretrain)
#include "tst_pretrain.moc"
