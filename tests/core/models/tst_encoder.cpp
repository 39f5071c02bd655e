// The encoder against features that PyTorch's own layers computed in double precision from the same
// weights (tests/data/encoder_golden.safetensors), its folded form, and its way from file to
// weights.
#include <string>

#include <ATen/ops/rand.h>
#include <ATen/ops/zeros.h>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/file_io.h"
#include "core/models/encoder.h"
#include "core/models/encoder_backbone.h"
#include "core/models/encoder_file.h"
#include "core/weights/safetensors.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::models;

namespace {

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return a.sub(b).abs().max().item<double>();
}

NamedTensors withPrefix(const NamedTensors& tensors, std::string_view prefix) {
  NamedTensors chosen;
  for (const NamedTensor& entry : tensors) {
    if (entry.name.starts_with(prefix)) {
      chosen.push_back(entry);
    }
  }
  return chosen;
}

}  // namespace

class TstEncoder : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    const auto file = readSafetensors(W2S_SOURCE_DIR "/tests/data/encoder_golden.safetensors");
    QVERIFY2(file.has_value(), file ? "" : file.error().message.c_str());
    golden_ = file->tensors;
    images_ = *findTensor(golden_, "images");
  }

  void featuresWithRunningStatisticsAreThoseOfPyTorch() {
    const at::Tensor features = goldenEncoder().features(images_, NormStatistics::Running);
    QVERIFY(largestDifference(features, *findTensor(golden_, "features.running")) < 1e-5);
  }

  void featuresWithBatchStatisticsAreThoseOfPyTorchAndMoveTheRunningOnes() {
    const Encoder encoder = goldenEncoder();
    const at::Tensor features = encoder.features(images_, NormStatistics::Batch);
    QVERIFY(largestDifference(features, *findTensor(golden_, "features.batch")) < 1e-4);
    for (const NamedTensor& statistic : encoder.buffers()) {
      const at::Tensor* expected = findTensor(golden_, "after." + statistic.name);
      QVERIFY(expected != nullptr);
      QVERIFY2(largestDifference(statistic.tensor, *expected) < 1e-4, statistic.name.c_str());
    }
  }

  void foldingKeepsTheFeatures() {
    const Encoder encoder = goldenEncoder();
    const FrozenEncoder frozen(encoder);
    QVERIFY(largestDifference(frozen.features({images_}, Mode::Inference),
                              *findTensor(golden_, "features.running")) < 1e-5);
    QCOMPARE(frozen.fingerprint(), EncoderBackbone(encoder).fingerprint());
    QVERIFY(frozen.parameters().empty());
  }

  void aLargeBatchIsTheSameAsItsPieces() {
    const FrozenEncoder frozen(goldenEncoder());
    const at::Tensor images = images_.repeat({67, 1, 1, 1});  // 201 rows: no multiple of a piece
    const at::Tensor features = frozen.features({images}, Mode::Inference);
    QCOMPARE(features.size(0), 201);
    QVERIFY(largestDifference(features,
                              frozen.features({images_}, Mode::Inference).repeat({67, 1})) < 1e-5);
  }

  void gradientsReachEveryParameterAndMatchFiniteDifferences() {
    const EncoderBackbone backbone(goldenEncoder());
    const at::Tensor direction = at::rand({3, 16});
    for (const NamedTensor& entry : backbone.parameters()) {
      at::Tensor parameter = entry.tensor;
      parameter.requires_grad_(true);
    }
    backbone.features({images_}, Mode::Training).mul(direction).sum().backward();
    for (const NamedTensor& entry : backbone.parameters()) {
      QVERIFY2(entry.tensor.grad().defined(), entry.name.c_str());
      QVERIFY2(entry.tensor.grad().abs().max().item<double>() > 0.0, entry.name.c_str());
    }
    // The last block's shift moves features behind no further normalisation: its slope is smooth
    // enough to measure.
    const at::Tensor shift = findShift(backbone.parameters());
    const double analytic = shift.grad()[0].item<double>();
    const auto value = [&](double change) {
      shift.detach()[0].add_(change);
      const double total =
          backbone.features({images_}, Mode::Training).mul(direction).sum().item<double>();
      shift.detach()[0].sub_(change);
      return total;
    };
    const double measured = (value(1e-2) - value(-1e-2)) / 2e-2;
    QVERIFY2(std::abs(analytic - measured) < 0.05 * std::abs(analytic) + 1e-3,
             qPrintable(QString("%1 against %2").arg(analytic).arg(measured)));
  }

  void equalSeedsGiveEqualWeights() {
    const EncoderBackbone a(Encoder::random(4, Seed{7}));
    QCOMPARE(a.fingerprint(), EncoderBackbone(Encoder::random(4, Seed{7})).fingerprint());
    QVERIFY(a.fingerprint() != EncoderBackbone(Encoder::random(4, Seed{8})).fingerprint());
    QCOMPARE(a.width(), 32);
  }

  void aFileNeedsItsOwnCard() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("e.safetensors").toStdString();
    QVERIFY(writeEncoder(path, goldenEncoder()).has_value());
    const auto without = readEncoder(path);
    QVERIFY(!without.has_value());
    QVERIFY(without.error().message.find("e.json") != std::string::npos);

    EncoderCard card{.architecture = std::string(kEncoderArchitecture),
                     .input = {.height = 28, .width = 28},
                     .width = 4,
                     .features = 32,
                     .file_hash = "of something else",
                     .recipe = "{}",
                     .probes = {}};
    QVERIFY(writeEncoderCard(cardPath(path), card).has_value());
    const auto foreign = readEncoder(path);
    QVERIFY(!foreign.has_value());
    QVERIFY(foreign.error().message.find("do not belong together") != std::string::npos);
  }

  void aCardWithNumbersThatCannotBeIsRefused_data() {
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("cause");
    QTest::newRow("no width") << QByteArray("\"width\": 4,") << QByteArray("\"width\": 0,")
                              << "\"width\" is 0, not 1 to 4096";
    QTest::newRow("a width beyond 64 bits")
        << QByteArray("\"width\": 4,") << QByteArray("\"width\": 18446744073709551615,")
        << "\"width\" is not an integer";
    QTest::newRow("no pixels") << QByteArray("\"height\": 28") << QByteArray("\"height\": -1")
                               << "\"height\" is -1, not 1 to 4096";
    QTest::newRow("no features") << QByteArray("\"features\": 32") << QByteArray("\"other\": 32")
                                 << "\"features\" is missing";
    QTest::newRow("nested without end")
        << QByteArray("\"recipe\": {}") << "\"recipe\": " + QByteArray(200'000, '[')
        << "nested deeper than 64 levels";
  }
  void aCardWithNumbersThatCannotBeIsRefused() {
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, cause);
    const EncoderCard sound{.architecture = std::string(kEncoderArchitecture),
                            .input = {.height = 28, .width = 28},
                            .width = 4,
                            .features = 32,
                            .recipe = "{}",
                            .probes = {}};
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("e.json").toStdString();
    QByteArray text = QByteArray::fromStdString(toJson(sound));
    QVERIFY(text.contains(from));
    QVERIFY(writeFileAtomically(path, text.toStdString()).has_value());
    QVERIFY(readEncoderCard(path).has_value());
    QVERIFY(writeFileAtomically(path, text.replace(from, to).toStdString()).has_value());
    const auto card = readEncoderCard(path);
    QVERIFY(!card.has_value());
    const QString message = QString::fromStdString(card.error().message);
    QVERIFY2(message.contains(cause) && message.contains("e.json"), qPrintable(message));
  }

  void badTensorsAreNamed_data() {
    QTest::addColumn<int>("damage");
    QTest::addColumn<QString>("cause");
    QTest::newRow("a missing tensor") << 0 << "holds no tensor 'blocks.2.shift'";
    QTest::newRow("a surplus tensor") << 1 << "holds 21 tensors";
    QTest::newRow("a wrong shape") << 2 << "'blocks.1.weight' has the shape";
    QTest::newRow("a value that is not finite") << 3 << "not finite";
    QTest::newRow("a negative variance") << 4 << "negative variance";
    QTest::newRow("nothing at all") << 5 << "is no encoder";
  }
  void badTensorsAreNamed() {
    QFETCH(int, damage);
    QFETCH(QString, cause);
    NamedTensors tensors = withPrefix(golden_, "blocks.");
    const auto at = [&tensors](std::string_view name) -> at::Tensor& {
      return std::ranges::find(tensors, name, &NamedTensor::name)->tensor;
    };
    switch (damage) {
      case 0:
        std::erase_if(tensors, [](const NamedTensor& t) { return t.name == "blocks.2.shift"; });
        break;
      case 1:
        tensors.push_back({"extra", at::zeros({1})});
        break;
      case 2:
        at("blocks.1.weight") = at::zeros({4, 4, 3, 3});
        break;
      case 3:
        at("blocks.0.scale") = at("blocks.0.scale").div(0.0);
        break;
      case 4:
        at("blocks.3.running_variance") = at("blocks.3.running_variance").neg();
        break;
      default:
        tensors.clear();
    }
    const auto encoder = Encoder::fromTensors(tensors, "e.safetensors");
    QVERIFY(!encoder.has_value());
    const QString message = QString::fromStdString(encoder.error().message);
    QVERIFY2(message.contains(cause) && message.startsWith("e.safetensors"), qPrintable(message));
  }

 private:
  [[nodiscard]] Encoder goldenEncoder() const {
    auto encoder = Encoder::fromTensors(withPrefix(golden_, "blocks."), "golden");
    return std::move(encoder.value());
  }
  static at::Tensor findShift(const NamedTensors& parameters) {
    return *findTensor(parameters, "blocks.3.shift");
  }

  NamedTensors golden_;
  at::Tensor images_;
};

W2S_TEST(TstEncoder)
#include "tst_encoder.moc"
