// The training loop with a linear head: what row weights do to a step, where it goes
// back to after a loss that is not finite, and when reports, evaluations and checkpoints are due.
#include <cmath>
#include <functional>
#include <limits>

#include <ATen/TensorOperators.h>
#include <ATen/ops/allclose.h>
#include <ATen/ops/equal.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/tensor.h>

#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/record/run_control.h"
#include "core/supervision/delivery.h"
#include "core/train/linear_probe.h"
#include "core/train/trainer.h"
#include "core/train/training_intervals.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::train;

namespace {

constexpr std::int64_t kRows = 24;
constexpr std::int64_t kFeatures = 5;
constexpr std::int64_t kClasses = 3;

at::Tensor randomMatrix(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
  SplitMix64 random{Seed(seed)};
  std::vector<float> values(static_cast<std::size_t>(rows * columns));
  for (float& value : values) {
    value = static_cast<float>(random.normal());
  }
  return at::tensor(values, at::kFloat).view({rows, columns});
}

// Keeps what is reported. Answers each divergence by halving the learning rate.
class Report final : public TrainingReport {
 public:
  record::StepBlock rows;
  std::vector<std::int64_t> good_steps;
  std::vector<std::int64_t> rewound_to;
  std::function<void(std::int64_t step)> on_evaluation = [](std::int64_t) {};
  std::function<void()> on_divergence = [] {};

  Status onSteps(record::StepBlock more) override {
    rows.append(more);
    return {};
  }
  Status onEvaluation(const metrics::Evaluation& evaluation) override {
    on_evaluation(evaluation.step);
    return {};
  }
  Status onIntervention(const record::Intervention&) override {
    return {};
  }
  Status onPaused() override {
    return {};
  }
  Status onContinued() override {
    return {};
  }
  Status onCheckpoint(const TrainingState&) override {
    return {};
  }
  Result<std::optional<record::DivergenceDecision>> onDivergence(std::int64_t, const std::string&,
                                                                 std::int64_t last_good) override {
    good_steps.push_back(last_good);
    on_divergence();
    return record::DivergenceDecision::HalveLearningRateAndRetry;
  }
  Status onRewound(std::int64_t step) override {
    rewound_to.push_back(step);
    return {};
  }
};

// A student on `features` with weak labels, steered by `setup`.
struct Training {
  at::Tensor features = randomMatrix(kRows, kFeatures, 1);
  at::Tensor weak = at::softmax(randomMatrix(kRows, kClasses, 2), 1);
  at::Tensor targets = at::tensor(std::vector<std::int64_t>(kRows, 1), at::kLong);
  at::Tensor row_weights;
  LastGoodPlace last_good;
  config::ObjectiveConfig objective;
  config::OptimizerConfig optimizer;
  std::vector<record::Intervention> replay;
  Report report;

  Training() {
    objective.ground_truth_weight.base = 0.25;
    optimizer.batch_rows = 8;
    optimizer.steps = 12;
  }

  // The parameters at the end.
  at::Tensor run() {
    LinearProbe model(
        {.trained_on = "transfer",
         .splits = {{"transfer", features}, {"validation", features}, {"test", features}}},
        kClasses);
    const auto supervision = supervision::storedSupervision(weak);
    const std::vector<std::int64_t> labels(kRows, 0);
    const Evaluator evaluator(
        {.test_labels = labels, .weak_test = {}, .weak_validation = {}, .validation_labels = {}},
        at::kCPU);
    TrainingSetup setup;
    setup.objective = objective;
    setup.optimizer = optimizer;
    setup.evaluate_every = 4;
    setup.replay = replay;
    setup.rows = kRows;
    setup.model = &model;
    setup.supervision = supervision.get();
    setup.targets = targets;
    setup.row_weights = row_weights;
    setup.evaluator = &evaluator;
    setup.last_good = last_good;
    record::RunControl control;
    const auto outcome = Trainer(std::move(setup), control, report).run();
    if (!outcome) {
      qFatal("%s", outcome.error().message.c_str());
    }
    return outcome->state.parameters.clone();
  }
};

}  // namespace

class TstTrainer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void rowWeightsOfOneGiveTheBitsOfNone() {
    Training plain;
    Training weighted;
    weighted.row_weights = at::ones({kRows}, at::kFloat);
    QVERIFY(at::equal(plain.run(), weighted.run()));
    QCOMPARE(plain.report.rows.size(), std::size_t{12});
    QVERIFY(plain.report.rows == weighted.report.rows);
  }

  void rowsOfWeightZeroDoNotTrain() {
    Training first;
    first.row_weights = at::ones({kRows}, at::kFloat);
    first.row_weights.narrow(0, 0, 7).fill_(0.0);
    Training second;
    second.row_weights = first.row_weights;
    second.features = first.features.clone();
    second.features.narrow(0, 0, 7).fill_(3.0);
    second.weak = first.weak.clone();
    second.weak.narrow(0, 0, 7).copy_(at::tensor({0.0F, 0.0F, 1.0F}));
    second.targets = first.targets.clone();
    second.targets.narrow(0, 0, 7).fill_(2);
    QVERIFY(at::equal(first.run(), second.run()));
    QVERIFY(first.report.rows == second.report.rows);

    second.row_weights = at::Tensor();  // and where they count, they matter
    first.row_weights = at::Tensor();
    QVERIFY(!at::equal(first.run(), second.run()));
  }

  // One step of plain gradient descent from the zero head, with the batch of all rows:
  // W = -lr sum_n r_n (p_n - w_n) x_n^T / sum_n r_n, where p is 1 / K.
  void aStepFollowsTheWeightedMean() {
    Training training;
    training.row_weights = randomMatrix(1, kRows, 3).abs().view({kRows});
    training.objective = {};
    training.objective.confidence_weight.base = 0.0;
    training.optimizer = {.kind = config::OptimizerKind::Sgd,
                          .learning_rate = {.base = 0.5},
                          .weight_decay = 0.0,
                          .momentum = 0.0,
                          .batch_rows = kRows,
                          .steps = 1};
    const at::Tensor ours = training.run().to(at::kDouble);
    const at::Tensor r = training.row_weights.to(at::kDouble).div(training.row_weights.sum());
    const at::Tensor residual = (training.weak.to(at::kDouble) * -1.0).add(1.0 / kClasses);
    const at::Tensor gradient = residual.mul(r.unsqueeze(1));
    const at::Tensor weight = gradient.t().mm(training.features.to(at::kDouble)).mul(-0.5);
    const at::Tensor bias = gradient.sum(0).mul(-0.5);
    QVERIFY(at::allclose(ours.narrow(0, 0, kClasses * kFeatures).view({kClasses, kFeatures}),
                         weight, 1e-5, 1e-6));
    QVERIFY(at::allclose(ours.narrow(0, kClasses * kFeatures, kClasses), bias, 1e-5, 1e-6));
  }

  void itGoesBackToTheLastEvaluation_data() {
    QTest::addColumn<bool>("in_file");
    QTest::newRow("kept in memory") << false;
    QTest::newRow("kept in a file") << true;
  }
  // The features become infinite after step 4 and are as before once the training asks what to do:
  // the end is that of a training whose rate was halved at step 4, and nothing else.
  void itGoesBackToTheLastEvaluation() {
    QFETCH(bool, in_file);
    QTemporaryDir folder;
    const std::filesystem::path file = folder.path().toStdString() + "/student.last_good";
    Training training;
    if (in_file) {
      training.last_good = {.file = file, .bytes_in_memory = 0};
    }
    const at::Tensor well = training.features.clone();
    bool file_seen = false;
    training.report.on_evaluation = [&](std::int64_t step) {
      if (step == 4 && training.report.good_steps.empty()) {
        training.features.fill_(std::numeric_limits<float>::infinity());
      }
    };
    training.report.on_divergence = [&] {
      file_seen = std::filesystem::exists(file);
      training.features.copy_(well);
    };
    const at::Tensor end = training.run();
    QCOMPARE(training.report.good_steps, std::vector<std::int64_t>{4});
    QCOMPARE(training.report.rewound_to, std::vector<std::int64_t>{4});
    QCOMPARE(file_seen, in_file);
    QVERIFY(!std::filesystem::exists(file));

    Training halved;
    halved.replay = {{.step = 4,
                      .parameter = record::LiveParameter::LearningRate,
                      .old_value = 3e-3,
                      .new_value = 1.5e-3}};
    QVERIFY(at::equal(end, halved.run()));
  }

  void aStateThatCannotBeWrittenIsAnError() {
    QTemporaryFile no_folder;
    QVERIFY(no_folder.open());
    LastGoodState kept(
        {.file = no_folder.fileName().toStdString() + "/student.last_good", .bytes_in_memory = 0});
    TrainingState state;
    state.parameters = at::ones({3});
    const Status status = kept.keep(state);
    QVERIFY(!status);
    QVERIFY(QString::fromStdString(status.error().message).contains(no_folder.fileName()));
  }

  void whatIsDueFollowsStepAndTime() {
    using Due = TrainingIntervals::Due;
    using std::chrono::milliseconds;
    const TrainingIntervals::Clock::time_point begin{};
    TrainingIntervals intervals(10, /*reports_by_time=*/true);
    intervals.start(begin);
    QCOMPARE(intervals.after(9, 100, begin), Due());
    QCOMPARE(intervals.after(10, 100, begin), Due{.evaluation = true});
    QCOMPARE(intervals.after(95, 95, begin), Due{.evaluation = true});  // the last step
    QCOMPARE(intervals.after(9, 100, begin + milliseconds(50)), Due{.report = true});
    intervals.noteReport(begin + milliseconds(50));
    QCOMPARE(intervals.after(9, 100, begin + milliseconds(99)), Due());
    intervals.noteReport(begin + milliseconds(1000));
    QCOMPARE(intervals.after(9, 100, begin + milliseconds(1000)), Due{.checkpoint = true});
    // One that took 100 ms is written again after 2 s, not after 1 s.
    intervals.noteCheckpoint(begin + milliseconds(1000), begin + milliseconds(1100));
    intervals.noteReport(begin + milliseconds(3100));
    QCOMPARE(intervals.after(9, 100, begin + milliseconds(3099)), Due());
    QCOMPARE(intervals.after(9, 100, begin + milliseconds(3100)), Due{.checkpoint = true});
    TrainingIntervals on_device(10, /*reports_by_time=*/false);
    on_device.start(begin);
    QCOMPARE(on_device.after(9, 100, begin + milliseconds(500)), Due());
  }
};

W2S_TEST(TstTrainer)
#include "tst_trainer.moc"
