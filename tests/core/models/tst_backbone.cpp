// The zoo: every kind of backbone by its configuration, heads, and the scaling between them.
#include <cmath>

#include <ATen/ops/equal.h>
#include <ATen/ops/full.h>
#include <ATen/ops/rand.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/zeros.h>

#include <QTest>

#include "core/models/backbone.h"
#include "core/models/feature_scaling.h"
#include "core/models/head.h"
#include "core/models/model_card.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::models;

namespace {

std::int64_t parameterCount(const NamedTensors& tensors) {
  std::int64_t count = 0;
  for (const NamedTensor& entry : tensors) {
    count += entry.tensor.numel();
  }
  return count;
}

}  // namespace

class TstBackbone : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyKindIsWhatItsDescriptionSays_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("pixels") << 0;
    QTest::newRow("mlp") << 1;
    QTest::newRow("convnet") << 2;
    QTest::newRow("fashion-ssl") << 3;
  }
  void everyKindIsWhatItsDescriptionSays() {
    QFETCH(int, kind);
    const config::Backbone kinds[] = {
        config::PixelsBackbone{.size = 7}, config::MlpBackbone{.size = 7, .width = 5, .layers = 3},
        config::ConvnetBackbone{.width = 3}, config::FashionSslBackbone{}};
    for (const config::Tuning tuning :
         {config::Tuning::HeadOnly, config::Tuning::Full, config::Tuning::Scratch}) {
      const config::ModelConfig config{
          .backbone = kinds[kind], .head = config::MlpHead{.width = 6}, .tuning = tuning};
      const auto description = describeModel(config, 10);
      QVERIFY2(description.has_value(), description ? "" : description.error().message.c_str());
      const auto backbone = makeBackbone(config.backbone, {.seed = Seed{1}, .tuning = tuning});
      QVERIFY2(backbone.has_value(), backbone ? "" : backbone.error().message.c_str());
      const auto head = makeHead(config.head, (*backbone)->width(), 10, Seed{2});
      QVERIFY(head.has_value());

      const at::Tensor features =
          (*backbone)->features({at::rand({4, 1, 28, 28})}, Mode::Inference);
      QCOMPARE(features.sizes().vec(), (std::vector<std::int64_t>{4, description->features}));
      QCOMPARE((*backbone)->width(), description->features);
      QCOMPARE(parameterCount(head->parameters()), description->head_parameters);
      QCOMPARE(parameterCount((*backbone)->parameters()) + description->head_parameters,
               description->trained_parameters);
      if (tuning != config::Tuning::HeadOnly) {
        QCOMPARE(parameterCount((*backbone)->parameters()), description->backbone_parameters);
        QCOMPARE(4 * (parameterCount((*backbone)->parameters()) +
                      parameterCount((*backbone)->buffers()) + description->head_parameters),
                 description->weight_bytes);
      }
    }
  }

  void seedsDecideRandomWeightsAndNothingElse_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("tuning");
    QTest::addColumn<bool>("random");
    QTest::newRow("mlp") << 0 << int(config::Tuning::HeadOnly) << true;
    QTest::newRow("convnet, frozen") << 1 << int(config::Tuning::HeadOnly) << true;
    QTest::newRow("fashion-ssl from its weights") << 2 << int(config::Tuning::Full) << false;
    QTest::newRow("fashion-ssl from scratch") << 2 << int(config::Tuning::Scratch) << true;
  }
  void seedsDecideRandomWeightsAndNothingElse() {
    QFETCH(int, kind);
    QFETCH(int, tuning);
    QFETCH(bool, random);
    const config::Backbone kinds[] = {config::MlpBackbone{}, config::ConvnetBackbone{.width = 3},
                                      config::FashionSslBackbone{}};
    const auto fingerprint = [&](std::uint64_t seed) {
      return (*makeBackbone(kinds[kind],
                            {.seed = Seed{seed}, .tuning = static_cast<config::Tuning>(tuning)}))
          ->fingerprint();
    };
    QCOMPARE(fingerprint(1), fingerprint(1));
    QCOMPARE(fingerprint(1) != fingerprint(2), random);
  }

  void frozenAndTrainableShippedEncodersAgree() {
    const at::Tensor images = at::rand({70, 1, 28, 28});
    const auto frozen =
        makeBackbone(config::FashionSslBackbone{}, {.tuning = config::Tuning::HeadOnly});
    const auto trainable =
        makeBackbone(config::FashionSslBackbone{}, {.tuning = config::Tuning::Full});
    QVERIFY(frozen.has_value() && trainable.has_value());
    const at::Tensor difference = (*frozen)
                                      ->features({images}, Mode::Inference)
                                      .sub((*trainable)->features({images}, Mode::Inference));
    QVERIFY(difference.abs().max().item<double>() < 1e-4);
    QCOMPARE((*frozen)->fingerprint(), (*trainable)->fingerprint());
  }

  void pixelsAreBlockMeans() {
    const at::Tensor images = at::rand({2, 1, 28, 28});
    const auto pixels = makeBackbone(config::PixelsBackbone{.size = 14}, {});
    const at::Tensor features = (*pixels)->features({images}, Mode::Inference);
    const double expected = images[1][0].narrow(0, 4, 2).narrow(1, 6, 2).mean().item<double>();
    QVERIFY(std::abs(features[1][2 * 14 + 3].item<double>() - expected) < 1e-6);
  }

  void fourierFeaturesApproximateTheirKernel() {
    constexpr double kScale = 1.3;
    const auto backbone = makeBackbone(config::FourierBackbone{.width = 8192, .scale = kScale},
                                       {.input = data::Points{}, .seed = Seed{3}});
    const at::Tensor points = at::rand({6, 2}).mul_(2.0);
    const at::Tensor features = (*backbone)->features({points}, Mode::Inference);
    const at::Tensor distances = (points.unsqueeze(0) - points.unsqueeze(1)).square().sum(2);
    const at::Tensor kernel = distances.mul(-kScale * kScale / 2.0).exp();
    // An average of 8,192 bounded terms: its error is below 0.02 in one standard deviation.
    QVERIFY((features.mm(features.t()) - kernel).abs().max().item<double>() < 0.08);
  }

  void coordinatesAreThePointsThemselves() {
    const auto backbone = makeBackbone(config::CoordinatesBackbone{}, {.input = data::Points{}});
    const at::Tensor points = at::rand({5, 2});
    QVERIFY(at::equal((*backbone)->features({points}, Mode::Inference), points));
  }

  void aBackboneForOtherDataIsRefused() {
    const auto pixels = makeBackbone(config::PixelsBackbone{}, {.input = data::Points{}});
    QVERIFY(!pixels.has_value());
    QCOMPARE(pixels.error().message,
             std::string("The backbone pixels needs pictures; the data set has points."));
    QVERIFY(!makeBackbone(config::FourierBackbone{}, {}).has_value());
    const auto coloured =
        makeBackbone(config::PixelsBackbone{}, {.input = data::Pictures{.channels = 3}});
    QVERIFY(!coloured.has_value());
    QCOMPARE(coloured.error().message,
             std::string("The backbone pixels needs grey pictures; these have 3 channels."));
    QVERIFY(!makeBackbone(config::FashionSslBackbone{}, {.input = data::Points{}}).has_value());
  }

  void inferenceBuildsNoGraph() {
    const auto backbone =
        makeBackbone(config::ConvnetBackbone{.width = 2}, {.tuning = config::Tuning::Scratch});
    for (const NamedTensor& entry : (*backbone)->parameters()) {
      entry.tensor.requires_grad_(true);
    }
    const at::Tensor images = at::rand({3, 1, 28, 28});
    QVERIFY(!(*backbone)->features({images}, Mode::Inference).requires_grad());
    QVERIFY((*backbone)->features({images}, Mode::Training).requires_grad());
  }

  void impossibleBackbonesAreExplained() {
    const auto large =
        makeBackbone(config::PixelsBackbone{.size = 20},
                     {.input = data::Pictures{.channels = 1, .height = 16, .width = 16}});
    QVERIFY(!large.has_value());
    QVERIFY(large.error().message.find("from 1 to 16") != std::string::npos);
    const auto other =
        makeBackbone(config::FashionSslBackbone{},
                     {.input = data::Pictures{.channels = 1, .height = 32, .width = 32}});
    QVERIFY(!other.has_value());
    QVERIFY(other.error().message.find("28 x 28") != std::string::npos);
    const auto missing =
        makeBackbone(config::FileBackbone{.path = "/nonexistent/e.safetensors"}, {});
    QVERIFY(!missing.has_value());
    QVERIFY(missing.error().message.find("e.safetensors") != std::string::npos);
    QVERIFY(!makeHead(config::TreeHead{}, 4, 2, Seed{0}).has_value());
  }

  void newHeadsPredictUniformly_data() {
    QTest::addColumn<bool>("linear");
    QTest::newRow("linear") << true;
    QTest::newRow("mlp") << false;
  }
  void newHeadsPredictUniformly() {
    QFETCH(bool, linear);
    const Head head = linear ? Head::linear(6, 3) : Head::mlp(6, 8, 3, Seed{1});
    QCOMPARE(head.logits(at::randn({5, 6})).abs().max().item<double>(), 0.0);
    QCOMPARE(head.isLinear(), linear);
  }

  void headsLoadWhatAnotherOneHolds() {
    const Head source = Head::mlp(6, 8, 3, Seed{1});
    for (const NamedTensor& entry : source.parameters()) {
      entry.tensor.copy_(at::randn(entry.tensor.sizes()));
    }
    Head target = Head::mlp(6, 8, 3, Seed{2});
    QVERIFY(target.load(source.parameters()).has_value());
    const at::Tensor features = at::randn({5, 6});
    QVERIFY(target.logits(features).equal(source.logits(features)));
    const Status misfit = target.load(Head::mlp(6, 9, 3, Seed{1}).parameters());
    QVERIFY(!misfit.has_value());
    QVERIFY(misfit.error().message.find("head.hidden.weight") != std::string::npos);
  }

  void scaledFeaturesAreCentredWithAMeanNormOf16AndKeepTheirProportions() {
    const at::Tensor features = at::randn({500, 12}).mul(at::rand({12}).mul(9.0)).add(3.0);
    const FeatureScaling scaling = FeatureScaling::fit(features);
    const at::Tensor scaled = scaling.apply(features);
    QVERIFY(scaled.mean(0).abs().max().item<double>() < 1e-4);
    QVERIFY(std::abs(scaled.norm(2, {1}, false).mean().item<double>() - 16.0) < 1e-3);
    const at::Tensor ratio = scaled.std(0).div(features.std(0));
    QVERIFY(ratio.max().sub(ratio.min()).item<double>() < 1e-4 * scaling.factor());
    const auto copy = FeatureScaling::fromTensors(scaling.tensors());
    QVERIFY(copy.has_value());
    QVERIFY(copy->apply(features).equal(scaled));
    QVERIFY(!FeatureScaling::fromTensors({}).has_value());
  }

  void equalRowsAreScaledToZero() {
    const at::Tensor features = at::full({4, 3}, 2.0);
    QCOMPARE(FeatureScaling::fit(features).apply(features).abs().max().item<double>(), 0.0);
  }
};

W2S_TEST(TstBackbone)
#include "tst_backbone.moc"
