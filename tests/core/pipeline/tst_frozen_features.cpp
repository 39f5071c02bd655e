// Features of a frozen backbone: what one thread leaves half-made another goes on with, nothing is
// made twice, and the bits do not show who made them.
#include <atomic>
#include <map>
#include <thread>

#include <ATen/Parallel.h>
#include <ATen/ops/equal.h>

#include <QTemporaryDir>
#include <QtTest/QtTest>

#include "core/data/registry.h"
#include "core/engine/prepare_run.h"
#include "core/pipeline/feature_bank.h"
#include "core/pipeline/stages/frozen_features.h"
#include "core/pipeline/stages/stage_inputs.h"
#include "tests/support/small_experiment.h"
#include "tests/support/test_main.h"

using namespace w2s;
using namespace w2s::engine;
using namespace w2s::pipeline;

namespace {

constexpr std::int64_t kRows = 1100;  // five chunks, the last one short
constexpr int kChunks = 5;

Status goOn() {
  return {};
}

// Counts the rows that go through a backbone.
class CountingBackbone final : public models::Backbone {
 public:
  explicit CountingBackbone(std::shared_ptr<models::Backbone> inner) : inner_(std::move(inner)) {}
  [[nodiscard]] at::Tensor features(const models::Inputs& inputs,
                                    models::Mode mode) const override {
    rows += inputs.values.size(0);
    return inner_->features(inputs, mode);
  }
  [[nodiscard]] std::int64_t width() const override {
    return inner_->width();
  }
  [[nodiscard]] std::string fingerprint() const override {
    return inner_->fingerprint();
  }
  mutable std::atomic<std::int64_t> rows{0};

 private:
  std::shared_ptr<models::Backbone> inner_;
};

}  // namespace

class TstFrozenFeatures : public QObject {
  Q_OBJECT

 private:
  std::unique_ptr<QTemporaryDir> folder_;
  std::unique_ptr<RunSetup> setup_;
  std::unique_ptr<CountingBackbone> backbone_;

  Result<CachedFeatures> features(const std::function<Status()>& before_chunk = goOn) {
    return frozenFeatures(*setup_, sourceOf(*backbone_), setup_->splits.of("transfer").rows,
                          {.before_chunk = before_chunk});
  }

  void makeAnew() {
    folder_ = std::make_unique<QTemporaryDir>();
    config::ExperimentConfig config = test::smallExperiment();
    config.task.transfer_rows = kRows;
    config.strong.backbone = config::ConvnetBackbone{.width = 8};
    config.strong.tuning = config::Tuning::HeadOnly;
    const SharedParts shared{
        .open_data = [](const std::string& name) { return data::openDataSet(name); },
        .feature_bank = std::make_shared<FeatureBank>()};
    auto setup = makeSetup({.workspace = folder_->path().toStdString(), .data_folder = {}}, config,
                           0, shared);
    if (!setup) {
      qFatal("%s", setup.error().message.c_str());
    }
    setup_ = std::make_unique<RunSetup>(std::move(*setup));
    backbone_ =
        std::make_unique<CountingBackbone>(*makeBackboneOf(*setup_, config.strong, "strong"));
  }

 private Q_SLOTS:
  void initTestCase() {
    at::set_num_threads(1);
  }

  void init() {
    makeAnew();
  }

  void theyAreMadeOnceAndThenRead() {
    const auto first = features();
    QVERIFY(first.has_value() && !first->from_cache);
    QCOMPARE(first->values.sizes().vec(), (std::vector<std::int64_t>{kRows, backbone_->width()}));
    QCOMPARE(backbone_->rows.load(), kRows);
    const auto second = features();
    QVERIFY(second.has_value() && second->from_cache);
    QVERIFY(at::equal(first->values, second->values));
    QCOMPARE(backbone_->rows.load(), kRows);
  }

  void theBackboneIsNotLoadedForFeaturesThatAreThere() {
    const auto helped = [this] { return helpWithFeatures(*setup_, goOn); };
    QVERIFY(helped().has_value());
    // Without its weights nothing could be made any more.
    const auto source = strongSource(*setup_);
    QVERIFY(source.has_value());
    setup_->config.strong.backbone = config::FileBackbone{.path = "/nonexistent.safetensors"};
    QVERIFY(!strongSource(*setup_).has_value());
    FeatureSource unloadable = *source;
    unloadable.backbone = []() -> Result<std::shared_ptr<const models::Backbone>> {
      return fail(ErrorCode::Internal, "loaded");
    };
    const auto read = frozenFeatures(*setup_, unloadable, setup_->splits.of("transfer").rows,
                                     {.before_chunk = goOn});
    QVERIFY(read.has_value() && read->from_cache);
    const auto unmade =
        frozenFeatures(*setup_, unloadable, setup_->splits.of("weak").rows, {.before_chunk = goOn});
    QCOMPARE(unmade.error().message, std::string("loaded"));
  }

  void aBackboneIsLoadedOnceHoweverManyAsk() {
    FeatureBank bank;
    QVERIFY(!bank.fingerprintOf(
        "a", []() -> Result<std::string> { return fail(ErrorCode::Io, "unreadable"); }));
    std::atomic<int> loads{0};
    std::array<Result<std::string>, 4> answers;
    {
      std::vector<std::jthread> threads;
      for (auto& answer : answers) {
        threads.emplace_back([&] {
          answer = bank.fingerprintOf("a", [&]() -> Result<std::string> {
            ++loads;
            return "of a";
          });
        });
      }
    }
    QCOMPARE(loads.load(), 1);
    for (const auto& answer : answers) {
      QCOMPARE(answer.value_or(""), std::string("of a"));
    }
    QCOMPARE(bank.fingerprintOf("b", [] { return std::string("of b"); }).value_or(""),
             std::string("of b"));
  }

  void whatIsHalfMadeIsKept() {
    int allowed = 2;
    const auto stopped = features([&]() -> Status {
      return allowed-- > 0 ? Status{} : fail(ErrorCode::Interrupted, "stopped");
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Interrupted);
    QCOMPARE(backbone_->rows.load(), std::int64_t{500});
    const auto whole = features();
    QVERIFY(whole.has_value());
    QCOMPARE(backbone_->rows.load(), kRows);
    const at::Tensor values = whole->values.clone();
    makeAnew();
    QVERIFY(at::equal(features()->values, values));
  }

  void abandonedOnesAreDropped() {
    int allowed = 2;
    QVERIFY(!features([&]() -> Status {
      return allowed-- > 0 ? Status{} : fail(ErrorCode::Interrupted, "stopped");
    }));
    setup_->feature_bank->dropAbandoned();
    QVERIFY(features().has_value());
    QCOMPARE(backbone_->rows.load(), kRows + 500);
  }

  void threadsShareTheWork() {
    at::Tensor alone = features()->values.clone();
    makeAnew();
    std::array<Result<CachedFeatures>, 3> all;
    std::array<std::atomic<int>, 3> chunks{};
    {
      std::vector<std::jthread> threads;
      for (std::size_t i = 0; i < all.size(); ++i) {
        threads.emplace_back([&, i] {
          at::set_num_threads(1);
          all[i] = features([&, i]() -> Status {
            ++chunks[i];
            return {};
          });
        });
      }
    }
    QCOMPARE(backbone_->rows.load(), kRows);
    QVERIFY(chunks[0] + chunks[1] + chunks[2] >= kChunks);
    for (const auto& features : all) {
      QVERIFY(features.has_value());
      QVERIFY(at::equal(features->values, alone));
    }
  }

  void featuresThatCannotBeCachedAreTold() {
    // A file where the cache's folder belongs.
    QFile obstacle(folder_->path() + QStringLiteral("/cache"));
    QVERIFY(obstacle.open(QIODevice::WriteOnly));
    obstacle.close();
    const auto refused = features();
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Io);
    QVERIFY(setup_->feature_bank->jobs() == 0);  // nothing of it stays in memory
  }

  // Between a look into the cache and the beginning of a job, another thread may begin and finish it.
  void featuresThatCameIntoTheCacheMeanwhileAreNotMadeAnew() {
    FeatureBank bank;
    const std::uint64_t before = bank.finished();
    const auto job = bank.findOrBegin("a", 10, 5, before);
    QVERIFY(job != nullptr);
    QCOMPARE(bank.findOrBegin("a", 10, 5, before), job);
    bank.remove("a");
    QVERIFY(bank.findOrBegin("a", 10, 5, before) == nullptr);
    QCOMPARE(bank.jobs(), std::size_t{0});
    QVERIFY(bank.findOrBegin("a", 10, 5, bank.finished()) != nullptr);
  }
};

W2S_TEST(TstFrozenFeatures)
#include "tst_frozen_features.moc"
