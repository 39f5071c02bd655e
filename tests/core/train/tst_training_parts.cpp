// The parts of a training step against their formulas: optimisers, clipping, the linear probe's
// gradient, checkpoints.
#include <limits>

#include <ATen/TensorOperators.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/one_hot.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros.h>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/base/file_io.h"
#include "core/base/seed.h"
#include "core/train/input_batches.h"
#include "core/train/linear_probe.h"
#include "core/train/optimizer.h"
#include "core/train/training_state.h"
#include "core/weights/safetensors.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::train;

namespace {

at::Tensor randomMatrix(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  SplitMix64 random{Seed(seed)};
  std::vector<float> values(static_cast<std::size_t>(rows * columns));
  for (float& value : values) {
    value = static_cast<float>(random.normal());
  }
  return at::tensor(values, at::kFloat).view({rows, columns});
}

// Features that are at hand, read as those of a large file are.
class TensorReader final : public RowReader {
 public:
  explicit TensorReader(at::Tensor values) : values_(std::move(values)) {}
  [[nodiscard]] std::int64_t rows() const override {
    return values_.size(0);
  }
  [[nodiscard]] std::int64_t width() const override {
    return values_.size(1);
  }
  [[nodiscard]] at::Tensor gather(const at::Tensor& rows) const override {
    return values_.index_select(0, rows);
  }
  [[nodiscard]] at::Tensor block(std::int64_t first, std::int64_t count) const override {
    return values_.narrow(0, first, count);
  }

 private:
  at::Tensor values_;
};

// The textbook forms, in double, one weight at a time.
struct PlainAdamW {
  double m = 0.0;
  double v = 0.0;
  void step(double& w, double g, int t, double lr, const config::OptimizerConfig& c) {
    m = c.beta1 * m + (1 - c.beta1) * g;
    v = c.beta2 * v + (1 - c.beta2) * g * g;
    w -= lr * c.weight_decay * w;
    w -= lr * (m / (1 - std::pow(c.beta1, t))) / (std::sqrt(v / (1 - std::pow(c.beta2, t))) + 1e-8);
  }
};
struct PlainSgd {
  double b = 0.0;
  void step(double& w, double g, int t, double lr, const config::OptimizerConfig& c) {
    g += c.weight_decay * w;
    b = t == 1 ? g : c.momentum * b + g;
    w -= lr * b;
  }
};

template <class Plain>
void compareWithPlain(const config::OptimizerConfig& config) {
  constexpr int kWeights = 7;
  at::Tensor values = randomMatrix(1, kWeights, 1).view({kWeights});
  std::vector<double> expected;
  for (int i = 0; i < kWeights; ++i) {
    expected.push_back(values[i].item<double>());
  }
  std::vector<Plain> plain(kWeights);
  Optimizer optimizer(config, values);
  for (int t = 1; t <= 30; ++t) {
    const at::Tensor gradient =
        randomMatrix(1, kWeights, 100 + static_cast<std::uint64_t>(t)).view({kWeights});
    const double learning_rate = 0.01 * t;  // a schedule
    for (int i = 0; i < kWeights; ++i) {
      plain[i].step(expected[i], gradient[i].item<double>(), t, learning_rate, config);
    }
    optimizer.step(gradient, learning_rate);
    for (int i = 0; i < kWeights; ++i) {
      QVERIFY2(std::abs(values[i].item<double>() - expected[i]) <
                   2e-5 * std::max(1.0, std::abs(expected[i])),
               qPrintable(QString("step %1, weight %2").arg(t).arg(i)));
    }
  }
}

}  // namespace

class TstTrainingParts : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void adamwFollowsItsFormula() {
    compareWithPlain<PlainAdamW>(
        {.kind = config::OptimizerKind::AdamW, .weight_decay = 0.1, .beta1 = 0.8, .beta2 = 0.95});
  }

  void sgdFollowsItsFormula_data() {
    QTest::addColumn<double>("momentum");
    QTest::newRow("with momentum") << 0.9;
    QTest::newRow("without") << 0.0;
  }
  void sgdFollowsItsFormula() {
    QFETCH(double, momentum);
    compareWithPlain<PlainSgd>(
        {.kind = config::OptimizerKind::Sgd, .weight_decay = 0.05, .momentum = momentum});
  }

  void clippingBoundsTheNormAndKeepsTheDirection() {
    config::OptimizerConfig config{
        .kind = config::OptimizerKind::Sgd, .weight_decay = 0.0, .momentum = 0.0, .clip_norm = 0.5};
    at::Tensor values = at::zeros({9});
    Optimizer optimizer(config, values);
    const at::Tensor gradient = randomMatrix(1, 9, 4).view({9});
    const at::Tensor original = gradient.clone();
    optimizer.step(gradient, 1.0);
    QVERIFY(std::abs(at::linalg_vector_norm(values).item<double>() - 0.5) < 1e-4);
    QVERIFY(at::allclose(-values / 0.5, original / at::linalg_vector_norm(original), 1e-4, 1e-5));
    const at::Tensor small = original * 1e-3;
    const at::Tensor before = values.clone();
    optimizer.step(small.clone(), 1.0);
    QVERIFY(at::allclose(before - values, small, 1e-4, 1e-6));
  }

  void anOptimiserGoesOnFromItsState_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("adamw") << int(config::OptimizerKind::AdamW);
    QTest::newRow("sgd") << int(config::OptimizerKind::Sgd);
  }
  void anOptimiserGoesOnFromItsState() {
    QFETCH(int, kind);
    const config::OptimizerConfig config{.kind = static_cast<config::OptimizerKind>(kind)};
    at::Tensor straight = at::zeros({5});
    Optimizer one(config, straight);
    at::Tensor resumed;
    std::unique_ptr<Optimizer> two;
    for (std::uint64_t t = 0; t < 20; ++t) {
      if (t == 10) {
        resumed = straight.clone();
        two = std::make_unique<Optimizer>(config, resumed);
        two->load(one.state());
      }
      const at::Tensor gradient = randomMatrix(1, 5, t).view({5});
      one.step(gradient.clone(), 0.01);
      if (two) {
        two->step(gradient.clone(), 0.01);
        QVERIFY(at::equal(straight, resumed));
      }
    }
  }

  // Rows that are read a batch at a time give the same bits as rows in memory, over whole blocks too.
  void featuresThatAreReadTrainAsThoseInMemory() {
    const at::Tensor training = randomMatrix(300, 24, 5);
    const at::Tensor test = randomMatrix(9001, 24, 6);
    LinearProbe in_memory(
        {.trained_on = "transfer", .splits = {{"transfer", training}, {"test", test}}}, 3);
    LinearProbe read({.trained_on = "transfer",
                      .splits = {},
                      .readers = {{"transfer", std::make_shared<TensorReader>(training)},
                                  {"test", std::make_shared<TensorReader>(test)}}},
                     3);
    for (std::int64_t step = 0; step < 4; ++step) {
      const Batch batch{
          .rows = at::tensor(permutation(300, Seed(static_cast<std::uint64_t>(step))), at::kLong)
                      .narrow(0, 0, 33)
                      .contiguous()};
      const at::Tensor gradient = randomMatrix(33, 3, 10 + static_cast<std::uint64_t>(step));
      QVERIFY(at::equal(in_memory.forward(batch).clone(), read.forward(batch)));
      in_memory.backward(gradient);
      read.backward(gradient);
      QVERIFY(at::equal(in_memory.parameters().gradient(), read.parameters().gradient()));
      for (LinearProbe* probe : {&in_memory, &read}) {
        at::Tensor values = probe->parameters().values();
        values.sub_(probe->parameters().gradient());
      }
      QVERIFY(at::allclose(in_memory.logits("test"), read.logits("test"), 1e-5, 1e-5));
    }
  }

  void theLinearProbesGradientIsAutogradsOwn() {
    const at::Tensor features = randomMatrix(40, 12, 8);
    LinearProbe probe(
        {.trained_on = "transfer", .splits = {{"transfer", features}, {"test", features}}}, 3);
    at::Tensor start = probe.parameters().values();
    start.copy_(randomMatrix(1, start.numel(), 3).view({start.numel()}));
    const at::Tensor rows = at::tensor(std::vector<std::int64_t>{3, 1, 17, 39, 0}, at::kLong);
    const at::Tensor targets = at::tensor(std::vector<std::int64_t>{0, 2, 1, 1, 2}, at::kLong);

    at::Tensor weight = start.narrow(0, 0, 36).view({3, 12}).clone().requires_grad_();
    at::Tensor bias = start.narrow(0, 36, 3).clone().requires_grad_();
    const at::Tensor logits = features.index_select(0, rows).matmul(weight.t()) + bias;
    at::cross_entropy_loss(logits, targets).backward();

    const at::Tensor ours = probe.forward({.rows = rows});
    QVERIFY(at::allclose(ours, logits, 1e-5, 1e-5));
    probe.backward((at::softmax(ours, 1) - at::one_hot(targets, 3)) / 5.0);
    const at::Tensor gradient = probe.parameters().gradient();
    QVERIFY(at::allclose(gradient.narrow(0, 0, 36).view({3, 12}), weight.grad(), 1e-5, 1e-6));
    QVERIFY(at::allclose(gradient.narrow(0, 36, 3), bias.grad(), 1e-5, 1e-6));
    QVERIFY(at::allclose(probe.logits("test").index_select(0, rows), ours, 1e-5, 1e-5));
  }

  void augmentationMovesMirrorsAndRepeatsItself() {
    at::Tensor images = at::zeros({64, 1, 28, 28}, at::kByte);
    images.select(2, 14).select(2, 10).fill_(255);  // one bright pixel: y 14, x 10
    const at::Tensor rows = at::tensor(permutation(64, Seed(1)), at::kLong);
    InputBatches plain(images, config::Augmentation::None, Seed(2));
    QVERIFY(at::equal(plain.inputs(rows, 5).values,
                      models::inputsOf(images.index_select(0, rows)).values));

    InputBatches moved(images, config::Augmentation::ShiftFlip, Seed(2));
    const at::Tensor batch = moved.inputs(rows, 5).values;
    QVERIFY(at::equal(batch, moved.inputs(rows, 5).values));
    QVERIFY(!at::equal(batch, moved.inputs(rows, 6).values));
    std::set<std::int64_t> columns;
    for (std::int64_t i = 0; i < 64; ++i) {
      const at::Tensor image = batch[i][0];
      QCOMPARE(image.sum().item<float>(),
               1.0F);  // the pixel stays inside and nothing else lights up
      const std::int64_t place = image.argmax().item<std::int64_t>();
      QVERIFY(std::abs(place / 28 - 14) <= 2);
      const std::int64_t x = place % 28;
      QVERIFY(std::abs(x - 10) <= 2 || std::abs(x - 17) <= 2);  // 17 = 27 - 10
      columns.insert(x);
    }
    QVERIFY(columns.size() > 6);
  }

  void aCheckpointComesBackToTheBit() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/student.safetensors";
    TrainingState state;
    state.step = 123456789;
    state.evaluated_step = 123456000;
    state.position = {.epoch = 7, .cursor = 640};
    state.live_values = {{"objective.kd_weight.base", 1.0 / 3.0},
                         {"objective.term.margin.weight.base", 5e-324},
                         {"optimizer.steps", 400.0}};
    state.student_passed = true;
    state.best_agreement = {.step = 20,
                            .score = 0.7,
                            .accuracy = 0.6,
                            .test_logits = {},
                            .test_probabilities = randomMatrix(5, 3, 1)};
    state.parameters = randomMatrix(1, 11, 2).view({11});
    state.buffers = {{"blocks.0.running_mean", randomMatrix(1, 4, 3)}};
    state.optimizer = {{"optimizer.first_moment", randomMatrix(1, 11, 4)}};
    QVERIFY(saveState(file, state, "abc"));
    const auto loaded = loadState(file, "abc");
    QVERIFY(loaded);
    QCOMPARE(loaded->step, state.step);
    QCOMPARE(loaded->evaluated_step, state.evaluated_step);
    QCOMPARE(loaded->position, state.position);
    QCOMPARE(loaded->live_values, state.live_values);
    QVERIFY(loaded->student_passed);
    QCOMPARE(loaded->best_agreement.step, std::int64_t{20});
    QVERIFY(at::equal(loaded->best_agreement.test_probabilities,
                      state.best_agreement.test_probabilities));
    QCOMPARE(loaded->oracle.step, std::int64_t{0});
    QVERIFY(at::equal(loaded->parameters, state.parameters));
    QCOMPARE(loaded->buffers.front().name, state.buffers.front().name);
    QVERIFY(at::equal(loaded->optimizer.front().tensor, state.optimizer.front().tensor));

    const auto other = loadState(file, "abd");
    QVERIFY(!other);
    QVERIFY(QString::fromStdString(other.error().message).contains("another configuration"));
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    QVERIFY(!loadState(file, "abc"));
  }

  // It is as long as before and parses; only its checksum tells.
  void aChangedBitOfACheckpointIsNoticed() {
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/student.safetensors";
    TrainingState state;
    state.step = 7;
    state.parameters = randomMatrix(1, 11, 2).view({11});
    state.optimizer = {{"optimizer.first_moment", randomMatrix(1, 11, 4)}};
    QVERIFY(saveState(file, state, "abc"));
    QVERIFY(loadState(file, "abc"));
    std::string bytes = *readFile(file, kMostArrayBytes);
    bytes[bytes.size() - 3] ^= 1;
    QVERIFY(writeFileAtomically(file, bytes));
    const auto damaged = loadState(file, "abc");
    QVERIFY(!damaged);
    QVERIFY(QString::fromStdString(damaged.error().message).contains("checksum"));
  }

  // Without a checksum, as version 0.1.0 wrote them: a place before the first row would be read outside of the order.
  void aCheckpointBeyondAllStepsIsRefused_data() {
    QTest::addColumn<int>("part");
    QTest::addColumn<double>("value");
    for (const double value : {-1.0, 0.5, 1e300, std::numeric_limits<double>::quiet_NaN()}) {
      for (const int part : {0, 1, 2, 4, 5}) {
        QTest::addRow("%g for %d", value, part) << part << value;
      }
    }
  }
  void aCheckpointBeyondAllStepsIsRefused() {
    QFETCH(int, part);
    QFETCH(double, value);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/student.safetensors";
    std::vector<double> progress{40.0, 3.0, 64.0, 0.0, 40.0};
    std::vector<double> best{20.0, 0.5, 0.5};
    const auto read = [&] {
      const NamedTensors tensors{{"progress", at::tensor(progress, at::kDouble)},
                                 {"best_agreement", at::tensor(best, at::kDouble)},
                                 {"oracle", at::tensor(best, at::kDouble)},
                                 {"parameters", randomMatrix(1, 11, 2)}};
      return writeSafetensors(file, tensors, {{"fingerprint", "abc"}}) ? loadState(file, "abc")
                                                                       : TrainingState{};
    };
    const auto sound = read();
    QVERIFY(sound);
    QCOMPARE(sound->position.cursor, std::int64_t{64});
    (part < 5 ? progress[static_cast<std::size_t>(part)] : best[0]) = value;
    QVERIFY(!read());
  }

  // A tensor of one value would be spread over the whole model, and a missing one be zero.
  void aCheckpointOfAnotherModelIsRefused() {
    TrainingState fresh;
    fresh.parameters = at::zeros({11});
    fresh.buffers = {{"running_mean", at::zeros({4})}};
    fresh.optimizer = {{"optimizer.first_moment", at::zeros({11})}};
    QVERIFY(checkFits(fresh, fresh));
    TrainingState other = fresh;
    other.parameters = at::zeros({1});
    QVERIFY(!checkFits(other, fresh));
    other = fresh;
    other.buffers = {{"running_mean", at::zeros({1})}};
    QVERIFY(!checkFits(other, fresh));
    other = fresh;
    other.optimizer.clear();
    QVERIFY(!checkFits(other, fresh));
  }

  void liveValuesOfVersion010AreReadByTheirOrder() {
    const auto state = loadState(W2S_SOURCE_DIR
                                 "/tests/data/runs/20261129-233123-fashion-demo-s0-ab32/checkpoint/"
                                 "student.safetensors",
                                 "eabece3aeb17fe3f958748fa75e11be2");
    QVERIFY2(state, state ? "" : state.error().message.c_str());
    QCOMPARE(state->step, std::int64_t{75});
    const std::map<std::string, double> expected{
        {"objective.kd_weight.base", 1.0},           {"objective.temperature", 2.0},
        {"objective.confidence_weight.base", 0.25},  {"objective.confidence_weight.warmup", 0.2},
        {"objective.ground_truth_weight.base", 0.0}, {"objective.entropy_weight.base", 0.0},
        {"optimizer.learning_rate.base", 0.003},     {"optimizer.steps", 75.0}};
    QCOMPARE(state->live_values, expected);
  }
};

W2S_TEST(TstTrainingParts)
#include "tst_training_parts.moc"
