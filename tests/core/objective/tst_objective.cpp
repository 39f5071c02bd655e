// The objective's terms against golden values, finite differences, autograd through independently
// written formulas, and invariants; every check runs on the row loops and on the whole-batch ATen
// form.
#include <cmath>
#include <functional>
#include <tuple>

#include <fmt/format.h>

#include <ATen/ops/_softmax.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/cross_entropy_loss.h>
#include <ATen/ops/full.h>
#include <ATen/ops/kl_div.h>
#include <ATen/ops/log.h>
#include <ATen/ops/log_softmax.h>
#include <ATen/ops/ones.h>
#include <ATen/ops/softmax.h>
#include <ATen/ops/zeros.h>

#include <QTest>

#include "core/objective/objective.h"
#include "tests/core/objective/batches.h"
#include "tests/support/test_main.h"

using namespace w2s;
using config::ObjectiveConfig;
using objective::Objective;
using test::BatchOfTest;
using test::TermWeights;

namespace {

constexpr double kEpsilonOfReverseKl = 0.01;
constexpr double kBeta = 0.3;

ObjectiveConfig configOf(config::Divergence divergence,
                         config::Confidence confidence = config::NoConfidence{}) {
  ObjectiveConfig config;
  config.divergence = divergence;
  config.confidence = confidence;
  return config;
}

const std::vector<std::pair<const char*, config::Divergence>>& divergences() {
  static const std::vector<std::pair<const char*, config::Divergence>> kAll{
      {"soft_ce", config::SoftCe{}},
      {"hard_ce", config::HardCe{}},
      {"forward_kl", config::ForwardKl{}},
      {"reverse_kl", config::ReverseKl{.smoothing = kEpsilonOfReverseKl}},
      {"jensen_shannon", config::JensenShannon{.beta = kBeta}},
      {"gkd", config::Gkd{.beta = kBeta}}};
  return kAll;
}

// Every kind of the variant with its defaults.
template <class Variant, std::size_t... I>
std::vector<Variant> allKinds(std::index_sequence<I...>) {
  return {Variant(std::in_place_index<I>)...};
}
template <class Variant>
std::vector<Variant> allKinds() {
  return allKinds<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}
// What the tests of gradients, norms, row weights, paths and extreme logits run over: every
// divergence beside one confidence, every confidence beside one divergence.
struct Case {
  std::string name;
  ObjectiveConfig config;
  int only_classes = 0;  // 0: any number
};
const std::vector<Case>& cases() {
  static const std::vector<Case> kAll = [] {
    std::vector<Case> all;
    for (const auto& [name, divergence] : divergences()) {
      all.push_back({name, configOf(divergence, config::ThresholdConfidence{})});
    }
    for (const config::Confidence& confidence : allKinds<config::Confidence>()) {
      if (!std::holds_alternative<config::ThresholdConfidence>(confidence)) {
        all.push_back(
            {"forward_kl, " + std::string(config::kindOf(confidence)),
             configOf(config::ForwardKl{}, confidence),
             std::holds_alternative<config::OpenaiReferenceConfidence>(confidence) ? 2 : 0});
      }
    }
    return all;
  }();
  return kAll;
}

// Kind, a, and (1 - a) soft_ce + a C over test::goldenBatch().
constexpr std::array kGoldenConfidence{std::tuple{"none", .5, 0.29223873},
                                       std::tuple{"argmax", .5, 0.47697745},
                                       std::tuple{"threshold", .05, 0.57372745},
                                       std::tuple{"threshold", .25, 0.53072745},
                                       std::tuple{"threshold", .5, 0.47697745},
                                       std::tuple{"threshold", .75, 0.42322745},
                                       std::tuple{"openai_reference", .05, 0.57372745},
                                       std::tuple{"openai_reference", .25, 0.53072745},
                                       std::tuple{"openai_reference", .5, 0.47697745},
                                       std::tuple{"openai_reference", .75, 0.42322745}};

constexpr std::array kPaths{Objective::Path::Automatic, Objective::Path::Aten};
const char* nameOf(Objective::Path path) {
  return path == Objective::Path::Automatic ? "loops" : "aten";
}

struct Evaluated {
  std::vector<double> values;
  std::vector<double> norms;
  at::Tensor gradient;
  double total;
};
Evaluated evaluate(const ObjectiveConfig& config, const BatchOfTest& batch,
                   const std::vector<double>& weights, double temperature = 1.0,
                   Objective::Path path = Objective::Path::Automatic) {
  const auto output = Objective(config, path).evaluate(batch.input(), weights, temperature);
  const auto measured = objective::toHost(output.measured);
  return {measured.values, measured.gradient_norms, output.gradient,
          objective::totalOf(measured.values, weights)};
}
Evaluated evaluate(const ObjectiveConfig& config, const BatchOfTest& batch,
                   const TermWeights& weights, double temperature = 1.0,
                   Objective::Path path = Objective::Path::Automatic) {
  return evaluate(config, batch, weights.list(), temperature, path);
}

double largest(const at::Tensor& tensor) {
  return tensor.abs().max().item<double>();
}

#define VERIFY_NEAR(actual, expected, tolerance)      \
  QVERIFY2(                                           \
      std::abs((actual) - (expected)) <= (tolerance), \
      qPrintable(QString("%1 instead of %2").arg(actual, 0, 'g', 12).arg(expected, 0, 'g', 12)))
#define VERIFY_SAME(actual, expected, tolerance)           \
  QVERIFY2(largest((actual).sub(expected)) <= (tolerance), \
           qPrintable(QString("differs by %1").arg(largest((actual).sub(expected)))))

// --- The same losses once more, from the libraries' own functions and with an autograd graph. ---

at::Tensor plainKd(const char* name, const at::Tensor& z, const at::Tensor& w, double t) {
  const std::string_view kind = name;
  const at::Tensor log_p = at::log_softmax(z.div(t), 1);
  const at::Tensor log_w = at::log_softmax(at::log(w).div(t), 1);
  const at::Tensor w_t = log_w.exp();
  if (kind == "soft_ce") {
    return at::cross_entropy_loss(z.div(t), w_t).mul(t * t);
  }
  if (kind == "hard_ce") {
    return at::cross_entropy_loss(z, w.argmax(1));
  }
  const auto rows = static_cast<double>(z.size(0));
  const auto kl = [&](const at::Tensor& log_from, const at::Tensor& log_to) {
    return at::kl_div(log_to, log_from, at::Reduction::Sum, /*log_target=*/true).div(rows);
  };
  if (kind == "forward_kl") {
    return kl(log_w, log_p).mul(t * t);
  }
  if (kind == "reverse_kl") {
    const double eps = kEpsilonOfReverseKl;
    const at::Tensor v = w.mul(1 - eps).add(eps / static_cast<double>(w.size(1)));
    return kl(log_p, at::log_softmax(at::log(v).div(t), 1)).mul(t * t);
  }
  const at::Tensor log_m = w_t.mul(kBeta).add(log_p.exp().mul(1 - kBeta)).log();
  const double factor = kind == "gkd" ? 1.0 : 1.0 / (kBeta * (1 - kBeta));
  return kl(log_w, log_m).mul(kBeta).add(kl(log_p, log_m).mul(1 - kBeta)).mul(t * t * factor);
}

}  // namespace

class TstObjective : public QObject {
  Q_OBJECT

  static void addPaths(const std::function<void(Objective::Path, const char*)>& add) {
    for (const auto path : kPaths) {
      add(path, nameOf(path));
    }
  }

  // The first `count` of cases(), which begin with the divergences.
  static void addCases(std::size_t count = cases().size()) {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("temperature");
    QTest::addColumn<int>("classes");
    QTest::addColumn<int>("path");
    for (std::size_t kind = 0; kind < count; ++kind) {
      const Case& one = cases()[kind];
      for (const double temperature : {0.5, 1.0, 2.0, 20.0}) {
        for (const int classes : {2, 10}) {
          for (const auto path : kPaths) {
            if (one.only_classes == 0 || one.only_classes == classes) {
              QTest::addRow("%s, T = %g, %d classes, %s", one.name.c_str(), temperature, classes,
                            nameOf(path))
                  << static_cast<int>(kind) << temperature << classes << static_cast<int>(path);
            }
          }
        }
      }
    }
  }
  static void addDivergences() {
    addCases(divergences().size());
  }

 private Q_SLOTS:
  void goldenValues_data() {
    QTest::addColumn<int>("path");
    addPaths([](Objective::Path path, const char* name) {
      QTest::newRow(name) << static_cast<int>(path);
    });
  }
  void goldenValues() {
    QFETCH(int, path);
    const auto kd = [&](config::Divergence divergence, double temperature) {
      return evaluate(configOf(divergence), test::goldenBatch(), TermWeights{.kd = 1.0},
                      temperature, static_cast<Objective::Path>(path))
          .total;
    };
    VERIFY_NEAR(kd(config::SoftCe{}, 1.0), 0.58447745, 1e-8);
    VERIFY_NEAR(kd(config::ForwardKl{}, 1.0), 0.05713711, 1e-8);
    VERIFY_NEAR(kd(config::ForwardKl{}, 2.0), 0.06228906, 1e-8);
    VERIFY_NEAR(kd(config::ReverseKl{.smoothing = 0.0}, 1.0), 0.05961544, 1e-8);
    VERIFY_NEAR(kd(config::Gkd{.beta = 0.5}, 1.0), 0.01442895, 1e-8);
    VERIFY_NEAR(kd(config::JensenShannon{.beta = 0.5}, 1.0), 4 * 0.01442895, 4e-8);
    const config::ForwardKl forward_kl;
    VERIFY_NEAR(kd(config::SoftCe{}, 1.0) - kd(forward_kl, 1.0), 0.52734034, 1e-8);  // H(w)
  }

  void goldenConfidence_data() {
    QTest::addColumn<int>("path");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("expected");
    addPaths([](Objective::Path path, const char* name) {
      for (const auto& [kind, a, expected] : kGoldenConfidence) {
        QTest::addRow("%s, a = %g, %s", kind, a, name)
            << static_cast<int>(path) << QString::fromLatin1(kind) << a << expected;
      }
    });
  }
  void goldenConfidence() {
    QFETCH(int, path);
    QFETCH(QString, kind);
    QFETCH(double, a);
    QFETCH(double, expected);
    const auto kinds = allKinds<config::Confidence>();
    const auto confidence = std::ranges::find(kinds, kind.toStdString(),
                                              [](const auto& one) { return config::kindOf(one); });
    QVERIFY(confidence != kinds.end());
    const auto result = evaluate(configOf(config::SoftCe{}, *confidence), test::goldenBatch(),
                                 TermWeights{.kd = 1.0 - a, .confidence = a}, 1.0,
                                 static_cast<Objective::Path>(path));
    VERIFY_NEAR(result.total, expected, 1e-8);
  }

  void everyKindHasAValueOfItsOwn() {
    const auto require = [](std::string_view kind, const auto& known, const char* where) {
      const bool is_known =
          std::ranges::any_of(known, [kind](const auto& one) { return kind == std::get<0>(one); });
      QVERIFY2(is_known, fmt::format("add {} to {} in tst_objective.cpp", kind, where).c_str());
    };
    for (const config::Divergence& kind : allKinds<config::Divergence>()) {
      require(config::kindOf(kind), divergences(), "divergences() and plainKd()");
    }
    for (const config::Confidence& kind : allKinds<config::Confidence>()) {
      require(config::kindOf(kind), kGoldenConfidence, "kGoldenConfidence");
    }
  }

  void gradientIsTheSlopeOfTheTotal_data() {
    addCases();
  }
  void gradientIsTheSlopeOfTheTotal() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const ObjectiveConfig& config = cases()[static_cast<std::size_t>(kind)].config;
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    const BatchOfTest batch = test::randomBatch(6, classes, 11);
    const auto total = [&] {
      return evaluate(config, batch, weights, temperature, static_cast<Objective::Path>(path))
          .total;
    };
    const at::Tensor gradient =
        evaluate(config, batch, weights, temperature, static_cast<Objective::Path>(path)).gradient;
    constexpr double kStep = 1e-5;
    // Besides the truncation error: rounding of the total, large at high T for soft_ce.
    const double tolerance = 1e-8 + 1e-15 * std::abs(total()) / kStep;
    auto* logits = batch.logits.mutable_data_ptr<double>();
    const auto* slopes = gradient.const_data_ptr<double>();
    for (std::int64_t n = 0; n < batch.logits.numel(); ++n) {
      const double kept = logits[n];
      logits[n] = kept + kStep;
      const double above = total();
      logits[n] = kept - kStep;
      const double below = total();
      logits[n] = kept;
      VERIFY_NEAR(slopes[n], (above - below) / (2 * kStep), tolerance);
    }
  }

  void valueAndGradientAgreeWithAutograd_data() {
    addDivergences();
  }
  void valueAndGradientAgreeWithAutograd() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const auto& [name, divergence] = divergences()[static_cast<std::size_t>(kind)];
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    BatchOfTest batch = test::randomBatch(32, classes, 12);
    const auto result = evaluate(configOf(divergence, config::ArgmaxConfidence{}), batch, weights,
                                 temperature, static_cast<Objective::Path>(path));

    const at::Tensor z = batch.logits.clone().requires_grad_(true);
    const at::Tensor p = at::softmax(z, 1);
    const at::Tensor kd = plainKd(name, z, batch.weak, temperature);
    const at::Tensor confidence = at::cross_entropy_loss(z, z.argmax(1));
    const at::Tensor ground_truth =
        at::cross_entropy_loss(z, batch.targets, {}, at::Reduction::Mean, /*ignore_index=*/-1);
    const at::Tensor entropy = p.mul(p.log()).sum(1).mean().neg();
    VERIFY_NEAR(result.values[0], kd.item<double>(), 1e-11);
    VERIFY_NEAR(result.values[1], confidence.item<double>(), 1e-12);
    VERIFY_NEAR(result.values[2], ground_truth.item<double>(), 1e-12);
    VERIFY_NEAR(result.values[3], entropy.item<double>(), 1e-12);
    kd.mul(weights.kd)
        .add(confidence, weights.confidence)
        .add(ground_truth, weights.ground_truth)
        .add(entropy, weights.entropy)
        .backward();
    VERIFY_SAME(result.gradient, z.grad(), 1e-12);
  }

  void floatLoopsFloatTensorsAndDoubleAgree_data() {
    addCases();
  }
  void floatLoopsFloatTensorsAndDoubleAgree() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const ObjectiveConfig& config = cases()[static_cast<std::size_t>(kind)].config;
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    const BatchOfTest batch = test::randomBatch(128, classes, 13);
    const BatchOfTest narrow{.logits = batch.logits.to(at::kFloat),
                             .weak = batch.weak.to(at::kFloat),
                             .targets = batch.targets};
    const auto wide_result = evaluate(config, batch, weights, temperature);
    const auto result =
        evaluate(config, narrow, weights, temperature, static_cast<Objective::Path>(path));
    QCOMPARE(result.gradient.scalar_type(), at::kFloat);
    const double scale =
        temperature * temperature;  // T^2 times a difference of nearly equal logarithms
    for (std::size_t term = 0; term < wide_result.values.size(); ++term) {
      VERIFY_NEAR(result.values[term], wide_result.values[term], 2e-6 * std::max(1.0, scale));
    }
    VERIFY_SAME(result.gradient.to(at::kDouble), wide_result.gradient,
                1e-7 * std::max(1.0, temperature));
  }

  void halfPrecisionLogitsAreEvaluatedInFloat() {
    const BatchOfTest batch = test::randomBatch(16, 10, 14);
    const at::Tensor logits = batch.logits.to(at::kBFloat16);
    const BatchOfTest rounded{.logits = logits.to(at::kFloat),
                              .weak = batch.weak.to(at::kFloat),
                              .targets = batch.targets};
    const BatchOfTest half{.logits = logits, .weak = rounded.weak, .targets = batch.targets};
    const TermWeights weights{.kd = 0.5, .confidence = 0.5};
    const auto expected = evaluate(ObjectiveConfig{}, rounded, weights);
    const auto result = evaluate(ObjectiveConfig{}, half, weights);
    QCOMPARE(result.total, expected.total);
    QCOMPARE(result.gradient.scalar_type(), at::kBFloat16);
  }

  void stridedLogitsAndAutogradLogitsAreFine() {
    const BatchOfTest batch = test::randomBatch(16, 10, 15);
    const auto expected = evaluate(ObjectiveConfig{}, batch, TermWeights{.kd = 1.0});
    const BatchOfTest strided{.logits = batch.logits.t().contiguous().t(),
                              .weak = batch.weak.t().contiguous().t(),
                              .targets = batch.targets};
    const auto of_strided = evaluate(ObjectiveConfig{}, strided, TermWeights{.kd = 1.0});
    QVERIFY(of_strided.gradient.equal(expected.gradient));

    const at::Tensor z = batch.logits.clone().requires_grad_(true);
    const at::Tensor logits = z.mul(2.0);
    const auto output =
        Objective(ObjectiveConfig{})
            .evaluate({.logits = logits, .weak = batch.weak, .targets = {}, .row_weights = {}},
                      TermWeights{.kd = 1.0}.list(), 1.0);
    QVERIFY(!output.gradient.requires_grad());
    logits.backward(output.gradient);
    VERIFY_SAME(z.grad(), output.gradient.mul(2.0), 0.0);
  }

  void gradientRowsSumToZeroAndShiftsDoNotMatter_data() {
    addCases();
  }
  void gradientRowsSumToZeroAndShiftsDoNotMatter() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const ObjectiveConfig& config = cases()[static_cast<std::size_t>(kind)].config;
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    BatchOfTest batch = test::randomBatch(24, classes, 16);
    const auto result =
        evaluate(config, batch, weights, temperature, static_cast<Objective::Path>(path));
    QVERIFY(largest(result.gradient.sum(1)) < 1e-14);
    batch.logits =
        batch.logits.add(test::randomNormal(24, 1, Seed(1)).mul(100.0));  // another shift a row
    const auto shifted =
        evaluate(config, batch, weights, temperature, static_cast<Objective::Path>(path));
    VERIFY_NEAR(shifted.total, result.total, 1e-10);
    VERIFY_SAME(shifted.gradient, result.gradient, 1e-12);
  }

  void orderOfRowsDoesNotMatter() {
    const ObjectiveConfig config;  // the threshold reads the whole batch
    const TermWeights weights{.kd = 0.5, .confidence = 0.5, .ground_truth = 1.0, .entropy = 0.1};
    for (const int classes : {2, 10}) {
      const BatchOfTest batch = test::randomBatch(40, classes, 17);
      const BatchOfTest reversed{.logits = batch.logits.flip(0),
                                 .weak = batch.weak.flip(0),
                                 .targets = batch.targets.flip(0)};
      const auto result = evaluate(config, batch, weights);
      const auto of_reversed = evaluate(config, reversed, weights);
      VERIFY_NEAR(of_reversed.total, result.total, 1e-13);
      VERIFY_SAME(of_reversed.gradient.flip(0), result.gradient, 0.0);
    }
  }

  void gradientIsTheWeightedSumOfTheTermsGradients() {
    const ObjectiveConfig config;
    const BatchOfTest batch = test::randomBatch(32, 10, 18);
    const auto all = evaluate(
        config, batch,
        TermWeights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3}, 2.0);
    const at::Tensor sum =
        evaluate(config, batch, TermWeights{.kd = 1.0}, 2.0)
            .gradient.mul(0.7)
            .add(evaluate(config, batch, TermWeights{.confidence = 1.0}, 2.0).gradient, 0.4)
            .add(evaluate(config, batch, TermWeights{.ground_truth = 1.0}, 2.0).gradient, 0.9)
            .add(evaluate(config, batch, TermWeights{.entropy = 1.0}, 2.0).gradient, -0.3);
    VERIFY_SAME(all.gradient, sum, 1e-15);
    // Bit for bit: the recorded total is made of the recorded values and weights alone.
    QCOMPARE(all.total, ((0.7 * all.values[0] + 0.4 * all.values[1]) + 0.9 * all.values[2]) +
                            -0.3 * all.values[3]);
    // A weight changes no value, so the curves of terms at weight 0 can be drawn.
    QCOMPARE(evaluate(config, batch, TermWeights{}, 2.0).values, all.values);
    QCOMPARE(largest(evaluate(config, batch, TermWeights{}, 2.0).gradient), 0.0);
  }

  void gradientNormsAreThoseOfTheValues_data() {
    addCases();
  }
  void gradientNormsAreThoseOfTheValues() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const ObjectiveConfig& config = cases()[static_cast<std::size_t>(kind)].config;
    const BatchOfTest batch = test::randomBatch(32, classes, 29);
    const auto norms =
        evaluate(config, batch, TermWeights{}, temperature, static_cast<Objective::Path>(path))
            .norms;
    QCOMPARE(norms.size(), std::size_t{4});
    for (std::size_t term = 0; term < norms.size(); ++term) {
      // The gradient of the loss in which this term alone trains, with weight 1.
      std::vector<double> alone(4);
      alone[term] = 1.0;
      const at::Tensor gradient = evaluate(config, batch, alone, temperature).gradient;
      const double expected = std::sqrt(gradient.mul(gradient).sum().item<double>());
      VERIFY_NEAR(norms[term], expected, 1e-12);
      // A weight scales the term's part of the loss, not the norm.
      alone[term] = 3.0;
      const auto weighted =
          evaluate(config, batch, alone, temperature, static_cast<Objective::Path>(path));
      VERIFY_NEAR(weighted.norms[term], expected, 1e-12);
    }
  }

  void aTermThatDoesNotTrainHasNoGradient() {
    // Entropy of a uniform student: its value is log K, its gradient 0.
    BatchOfTest batch = test::randomBatch(8, 10, 30);
    batch.logits = at::zeros({8, 10}, at::kDouble);
    for (const auto path : kPaths) {
      const auto result =
          evaluate(ObjectiveConfig{}, batch, TermWeights{.entropy = 1.0}, 1.0, path);
      VERIFY_NEAR(result.values[3], std::log(10.0), 1e-14);
      QVERIFY(result.norms[3] < 1e-15);
    }
  }

  void furtherTermsJoinTheSum_data() {
    QTest::addColumn<int>("path");
    addPaths([](Objective::Path path, const char* name) {
      QTest::newRow(name) << static_cast<int>(path);
    });
  }
  void furtherTermsJoinTheSum() {
    QFETCH(int, path);
    ObjectiveConfig config = configOf(config::ForwardKl{}, config::ThresholdConfidence{});
    config.terms = {
        {.name = "entropy2", .kind = config::Entropy{}},
        {.name = "reverse", .kind = config::ReverseKl{.smoothing = kEpsilonOfReverseKl}},
        {.name = "own", .kind = config::ArgmaxConfidence{}},
        {.name = "truth", .kind = config::GroundTruth{}}};
    const BatchOfTest batch = test::randomBatch(32, 10, 31);
    const std::vector<double> weights{0.7, 0.4, 0.9, -0.3, 0.2, 0.5, 0.6, 0.8};
    const auto all = evaluate(config, batch, weights, 2.0, static_cast<Objective::Path>(path));
    const auto of = [&](config::Divergence divergence, config::Confidence confidence,
                        const TermWeights& alone) {
      return evaluate(configOf(divergence, confidence), batch, alone, 2.0);
    };
    const auto reverse = of(config::ReverseKl{.smoothing = kEpsilonOfReverseKl},
                            config::NoConfidence{}, TermWeights{.kd = 1.0});
    const auto own =
        of(config::ForwardKl{}, config::ArgmaxConfidence{}, TermWeights{.confidence = 1.0});
    const auto truth =
        of(config::ForwardKl{}, config::NoConfidence{}, TermWeights{.ground_truth = 1.0});
    const auto entropy =
        of(config::ForwardKl{}, config::NoConfidence{}, TermWeights{.entropy = 1.0});
    VERIFY_NEAR(all.values[4], entropy.values[3], 1e-12);
    VERIFY_NEAR(all.values[5], reverse.values[0], 1e-11);
    VERIFY_NEAR(all.values[6], own.values[1], 1e-12);
    VERIFY_NEAR(all.values[7], truth.values[2], 1e-12);
    const at::Tensor four =
        evaluate(configOf(config::ForwardKl{}, config::ThresholdConfidence{}), batch,
                 TermWeights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3},
                 2.0)
            .gradient;
    VERIFY_SAME(all.gradient,
                four.add(entropy.gradient, 0.2)
                    .add(reverse.gradient, 0.5)
                    .add(own.gradient, 0.6)
                    .add(truth.gradient, 0.8),
                1e-13);
    double total = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      total += weights[i] * all.values[i];
    }
    QCOMPARE(all.total, total);
  }

  void rowsOfWeightZeroAreNotThere_data() {
    addCases();
  }
  void rowsOfWeightZeroAreNotThere() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    const ObjectiveConfig& config = cases()[static_cast<std::size_t>(kind)].config;
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    BatchOfTest batch = test::randomBatch(24, classes, 32);
    const BatchOfTest first{.logits = batch.logits.narrow(0, 0, 16),
                            .weak = batch.weak.narrow(0, 0, 16),
                            .targets = batch.targets.narrow(0, 0, 16)};
    batch.row_weights = at::zeros({24}, at::kDouble);
    batch.row_weights.narrow(0, 0, 16).fill_(2.0);  // only the ratio between rows counts
    batch.logits.narrow(0, 16, 8).fill_(1e30);      // what lies under a mask does not matter
    const auto masked =
        evaluate(config, batch, weights, temperature, static_cast<Objective::Path>(path));
    const auto expected = evaluate(config, first, weights, temperature);
    for (std::size_t term = 0; term < 4; ++term) {
      VERIFY_NEAR(masked.values[term], expected.values[term], 1e-10);
      VERIFY_NEAR(masked.norms[term], expected.norms[term], 1e-12);
    }
    VERIFY_SAME(masked.gradient.narrow(0, 0, 16), expected.gradient, 1e-12);
    QCOMPARE(largest(masked.gradient.narrow(0, 16, 8)), 0.0);
  }

  void aRowOfWeightTwoCountsTwice() {
    const ObjectiveConfig config = configOf(config::ForwardKl{}, config::ArgmaxConfidence{});
    const TermWeights weights{.kd = 0.7, .confidence = 0.4, .ground_truth = 0.9, .entropy = -0.3};
    BatchOfTest batch = test::randomBatch(8, 5, 33);
    batch.row_weights = at::ones({8}, at::kDouble);
    batch.row_weights.select(0, 0).fill_(2.0);
    const auto twice = [](const at::Tensor& tensor) {
      return at::cat({tensor, tensor.narrow(0, 0, 1)});
    };
    const BatchOfTest longer{
        .logits = twice(batch.logits), .weak = twice(batch.weak), .targets = twice(batch.targets)};
    for (const auto path : kPaths) {
      const auto weighted = evaluate(config, batch, weights, 1.5, path);
      const auto expected = evaluate(config, longer, weights, 1.5, path);
      for (std::size_t term = 0; term < 4; ++term) {
        VERIFY_NEAR(weighted.values[term], expected.values[term], 1e-12);
      }
      VERIFY_SAME(weighted.gradient.narrow(0, 1, 7), expected.gradient.narrow(0, 1, 7), 1e-13);
      VERIFY_SAME(weighted.gradient.select(0, 0),
                  expected.gradient.select(0, 0).add(expected.gradient.select(0, 8)), 1e-13);
    }
  }

  void withoutConfidenceWeightItIsPlainKd() {
    const BatchOfTest batch = test::randomBatch(32, 10, 19);
    const auto plain = evaluate(configOf(config::ForwardKl{}), batch, TermWeights{.kd = 1.0});
    const auto with_term = evaluate(configOf(config::ForwardKl{}, config::ThresholdConfidence{}),
                                    batch, TermWeights{.kd = 1.0});
    QCOMPARE(with_term.total, plain.total);
    QVERIFY(with_term.gradient.equal(plain.gradient));
    QCOMPARE(plain.values[1], 0.0);
    QVERIFY(with_term.values[1] > 0.0);
  }

  void aStudentLikeItsWeakSupervisorIsAtTheMinimum_data() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<double>("temperature");
    for (const int kind : {0, 1, 2, 3}) {
      for (const double temperature : {0.5, 1.0, 4.0}) {
        QTest::addRow("%s, T = %g",
                      std::array{"forward_kl", "reverse_kl", "jensen_shannon",
                                 "gkd"}[static_cast<std::size_t>(kind)],
                      temperature)
            << kind << temperature;
      }
    }
  }
  void aStudentLikeItsWeakSupervisorIsAtTheMinimum() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    const std::array<config::Divergence, 4> kinds{
        config::ForwardKl{}, config::ReverseKl{.smoothing = 0.0},
        config::JensenShannon{.beta = kBeta}, config::Gkd{.beta = kBeta}};
    BatchOfTest batch = test::randomBatch(32, 10, 20);
    batch.weak = at::_softmax(batch.logits, 1, false);
    const auto result = evaluate(configOf(kinds[static_cast<std::size_t>(kind)]), batch,
                                 TermWeights{.kd = 1.0}, temperature);
    VERIFY_NEAR(result.total, 0.0, 1e-14);
    QVERIFY(largest(result.gradient) < 1e-15);
  }

  void jensenShannonJoinsTheTwoKls() {
    const BatchOfTest batch = test::randomBatch(32, 10, 28);
    const auto kd = [&](config::Divergence divergence) {
      return evaluate(configOf(divergence), batch, TermWeights{.kd = 1.0});
    };
    const auto forward = kd(config::ForwardKl{});
    const auto reverse = kd(config::ReverseKl{.smoothing = 0.0});
    const auto near_forward = kd(config::JensenShannon{.beta = 1e-6});
    const auto near_reverse = kd(config::JensenShannon{.beta = 1.0 - 1e-6});
    VERIFY_NEAR(near_forward.total, forward.total, 1e-5 * forward.total);
    VERIFY_SAME(near_forward.gradient, forward.gradient, 1e-6);
    VERIFY_NEAR(near_reverse.total, reverse.total, 1e-5 * reverse.total);
    VERIFY_SAME(near_reverse.gradient, reverse.gradient, 1e-6);
  }

  void atHighTemperatureForwardKlMatchesLogits() {
    // Hinton et al. 2015, section 2.1: for T -> inf the gradient is (z - v) / (B K) with both sets
    // of logits centred.
    const BatchOfTest batch = test::randomBatch(16, 10, 21);
    const at::Tensor v = at::log(batch.weak);
    const at::Tensor difference =
        batch.logits.sub(batch.logits.mean(1, true)).sub(v.sub(v.mean(1, true)));
    const auto result = evaluate(configOf(config::ForwardKl{}), batch, TermWeights{.kd = 1.0}, 1e4);
    VERIFY_SAME(result.gradient, difference.div(16.0 * 10.0), 1e-5);
  }

  void hardLabelsIgnoreTheTemperature() {
    const BatchOfTest batch = test::randomBatch(16, 10, 22);
    const auto at_one = evaluate(configOf(config::HardCe{}), batch, TermWeights{.kd = 1.0}, 1.0);
    const auto at_four = evaluate(configOf(config::HardCe{}), batch, TermWeights{.kd = 1.0}, 4.0);
    QCOMPARE(at_four.total, at_one.total);
    QVERIFY(at_four.gradient.equal(at_one.gradient));
  }

  void weakLabelsOfZeroAreExact_data() {
    addDivergences();
  }
  void weakLabelsOfZeroAreExact() {
    QFETCH(int, kind);
    QFETCH(double, temperature);
    QFETCH(int, classes);
    QFETCH(int, path);
    // One-hot weak labels: every divergence but reverse KL is a function of p at that class alone.
    BatchOfTest batch = test::randomBatch(16, classes, 23);
    const at::Tensor winners = batch.weak.argmax(1, /*keepdim=*/true);
    batch.weak = at::zeros({16, classes}, at::kDouble).scatter(1, winners, 1.0);
    const auto& [name, divergence] = divergences()[static_cast<std::size_t>(kind)];
    const auto result = evaluate(configOf(divergence), batch, TermWeights{.kd = 1.0}, temperature,
                                 static_cast<Objective::Path>(path));
    QVERIFY(std::isfinite(result.total) && std::isfinite(largest(result.gradient)));
    const at::Tensor log_p = at::log_softmax(batch.logits.div(temperature), 1);
    const at::Tensor q = log_p.gather(1, winners).exp();
    const double factor = temperature * temperature;
    if (std::string_view(name) == "forward_kl" || std::string_view(name) == "soft_ce") {
      VERIFY_NEAR(result.total, q.log().mean().item<double>() * -factor, 1e-11 * factor);
    } else if (const bool is_raw = std::string_view(name) == "gkd";
               is_raw || std::string_view(name) == "jensen_shannon") {
      const at::Tensor m = q.mul(1 - kBeta).add(kBeta);
      const at::Tensor others = q.neg().add(1.0).mul(-std::log(1 - kBeta));
      const at::Tensor from_student = q.mul(q.div(m).log()).add(others);
      const at::Tensor expected = m.log().mul(-kBeta).add(from_student, 1 - kBeta);
      const double normalised = is_raw ? factor : factor / (kBeta * (1 - kBeta));
      VERIFY_NEAR(result.total, expected.mean().item<double>() * normalised, 1e-10 * factor);
    }
  }

  void farApartStudentAndWeakLabelsStayFinite() {
    BatchOfTest batch = test::randomBatch(8, 10, 24);
    batch.logits = batch.logits.mul(300.0).to(at::kFloat);
    batch.weak = at::zeros({8, 10}, at::kFloat);
    batch.weak.select(1, 9).fill_(1.0);
    for (const Case& one : cases()) {
      for (const auto path : kPaths) {
        if (one.only_classes == 2) {
          continue;
        }
        const auto result = evaluate(
            one.config, batch,
            TermWeights{.kd = 1, .confidence = 1, .ground_truth = 1, .entropy = 1}, 1.0, path);
        QVERIFY2(std::isfinite(result.total) && std::isfinite(largest(result.gradient)),
                 one.name.c_str());
      }
    }
  }

  void groundTruthAloneIsPlainCrossEntropy() {
    BatchOfTest batch = test::randomBatch(32, 10, 25);
    batch.targets = batch.targets.clamp_min(0);
    batch.weak = at::Tensor();
    for (const auto path : kPaths) {
      const auto result =
          evaluate(ObjectiveConfig{}, batch, TermWeights{.ground_truth = 1.0}, 1.0, path);
      VERIFY_NEAR(result.total, at::cross_entropy_loss(batch.logits, batch.targets).item<double>(),
                  1e-13);
      QCOMPARE(result.values[0], 0.0);
      QCOMPARE(result.values[1], 0.0);
    }
  }

  void aBatchWithoutAllowedGroundTruthContributesNothing() {
    BatchOfTest batch = test::randomBatch(32, 10, 26);
    batch.targets = at::full({32}, -1, at::kLong);
    for (const auto path : kPaths) {
      const auto result =
          evaluate(ObjectiveConfig{}, batch, TermWeights{.ground_truth = 1.0}, 1.0, path);
      QCOMPARE(result.total, 0.0);
      QCOMPARE(largest(result.gradient), 0.0);
    }
  }

  void brokenContractsAreRefused() {
    const BatchOfTest batch = test::randomBatch(4, 3, 27);
    const Objective objective{ObjectiveConfig{}};
    const std::vector<double> both = TermWeights{.kd = 1.0, .ground_truth = 1.0}.list();
    const auto refuses = [&](const at::Tensor& logits, const at::Tensor& weak,
                             const at::Tensor& targets, double temperature) {
      QVERIFY_THROWS_EXCEPTION(
          std::exception,
          (void)objective.evaluate(
              {.logits = logits, .weak = weak, .targets = targets, .row_weights = {}}, both,
              temperature));
    };
    refuses(batch.logits, batch.weak.narrow(0, 0, 3), batch.targets, 1.0);
    refuses(batch.logits, batch.weak.to(at::kFloat), batch.targets, 1.0);
    refuses(batch.logits, {}, batch.targets, 1.0);
    refuses(batch.logits, batch.weak, {}, 1.0);
    refuses(batch.logits, batch.weak, batch.targets.add(3), 1.0);
    refuses(batch.logits, batch.weak, batch.targets, 0.0);
    QVERIFY_THROWS_EXCEPTION(std::exception,
                             (void)objective.evaluate(batch.input(), std::vector{1.0}, 1.0));
    BatchOfTest weighted = batch;
    weighted.row_weights = at::ones({3}, at::kDouble);
    QVERIFY_THROWS_EXCEPTION(std::exception, (void)objective.evaluate(weighted.input(), both, 1.0));
    for (const auto path : kPaths) {
      const Objective of_path(configOf(config::ForwardKl{}, config::OpenaiReferenceConfidence{}),
                              path);
      QVERIFY_THROWS_EXCEPTION(
          std::exception,
          (void)of_path.evaluate(batch.input(), TermWeights{.kd = 1.0}.list(), 1.0));
    }
  }
};

W2S_TEST(TstObjective)
#include "tst_objective.moc"
