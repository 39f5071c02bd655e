// The linear head's hand-written products against ATen's in double, for shapes that fill no
// register and no tile too.
#include <array>
#include <cmath>

#include <ATen/TensorOperators.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/addmm.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/full.h>
#include <ATen/ops/index_select.h>
#include <ATen/ops/tensor.h>

#include <QtTest/QtTest>

#include "core/base/seed.h"
#include "core/train/linear_kernels.h"
#include "tests/support/test_main.h"

using namespace w2s;

namespace {

at::Tensor normal(std::vector<std::int64_t> shape, std::string_view name) {
  at::Tensor tensor = at::empty(shape, at::kFloat);
  SplitMix64 random(Seed(5).child(name));
  auto* data = tensor.mutable_data_ptr<float>();
  for (std::int64_t i = 0; i < tensor.numel(); ++i) {
    data[i] = static_cast<float>(random.normal());
  }
  return tensor;
}

double largest(const at::Tensor& difference) {
  return difference.abs().max().item<double>();
}

}  // namespace

class TstLinearKernels : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void theyAreTheMatrixProducts_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("classes");
    QTest::addColumn<bool>("gathered");
    QTest::newRow("the built-in experiment") << 128 << 256 << 10 << true;
    QTest::newRow("a whole split") << 301 << 256 << 10 << false;
    QTest::newRow("one row") << 1 << 16 << 5 << true;
    QTest::newRow("two classes") << 9 << 40 << 2 << true;
    QTest::newRow("odd everything") << 13 << 51 << 13 << true;
    QTest::newRow("fewer features than a register") << 17 << 3 << 7 << false;
  }
  void theyAreTheMatrixProducts() {
    QFETCH(int, rows);
    QFETCH(int, features);
    QFETCH(int, classes);
    QFETCH(bool, gathered);
    const at::Tensor all = normal({rows + 50, features}, "features");
    const at::Tensor weight = normal({classes, features}, "weight");
    const at::Tensor bias = normal({classes}, "bias");
    const at::Tensor gradient = normal({rows, classes}, "gradient");
    std::vector<std::int64_t> order = permutation(rows + 50, Seed(1));
    order.resize(static_cast<std::size_t>(rows));
    const std::int64_t* indices = gathered ? order.data() : nullptr;
    const at::Tensor x =
        gathered ? at::index_select(all, 0, at::tensor(order, at::kLong)) : all.narrow(0, 0, rows);
    const train::LinearShape shape{.rows = rows, .features = features, .classes = classes};

    at::Tensor logits = at::full({rows, classes}, 7.0, at::kFloat);
    train::linearForward(shape, all.const_data_ptr<float>(), indices,
                         weight.const_data_ptr<float>(), bias.const_data_ptr<float>(),
                         logits.mutable_data_ptr<float>());
    const at::Tensor expected =
        at::addmm(bias.to(at::kDouble), x.to(at::kDouble), weight.to(at::kDouble).t());
    QVERIFY(largest(logits - expected) < 1e-4);

    at::Tensor weight_gradient = at::full({classes, features}, 7.0, at::kFloat);
    at::Tensor bias_gradient = at::full({classes}, 7.0, at::kFloat);
    train::linearBackward(
        shape, all.const_data_ptr<float>(), indices, gradient.const_data_ptr<float>(),
        weight_gradient.mutable_data_ptr<float>(), bias_gradient.mutable_data_ptr<float>());
    const at::Tensor wide = gradient.to(at::kDouble);
    QVERIFY(largest(weight_gradient - wide.t().mm(x.to(at::kDouble))) < 1e-4);
    QVERIFY(largest(bias_gradient - wide.sum(0)) < 1e-4);
  }

  // Wider registers must not change a number: eight sums a product, added up in pairs.
  void aProductIsTheSumOfEightLanes_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("features");
    QTest::addColumn<int>("classes");
    QTest::newRow("the built-in experiment") << 129 << 256 << 10;
    QTest::newRow("fewer classes than a tile") << 8 << 64 << 3;
    QTest::newRow("one row, more classes than a tile") << 1 << 8 << 23;
    QTest::newRow("an odd number of rows") << 7 << 784 << 12;
  }
  void aProductIsTheSumOfEightLanes() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") == 0 || __builtin_cpu_supports("fma") == 0) {
      QSKIP("This processor has no such kernel.");
    }
    QFETCH(int, rows);
    QFETCH(int, features);
    QFETCH(int, classes);
    const at::Tensor all = normal({rows, features}, "features");
    const at::Tensor weight = normal({classes, features}, "weight");
    const at::Tensor bias = normal({classes}, "bias");
    at::Tensor logits = at::full({rows, classes}, 7.0, at::kFloat);
    train::linearForward({.rows = rows, .features = features, .classes = classes},
                         all.const_data_ptr<float>(), nullptr, weight.const_data_ptr<float>(),
                         bias.const_data_ptr<float>(), logits.mutable_data_ptr<float>());
    for (int i = 0; i < rows; ++i) {
      for (int k = 0; k < classes; ++k) {
        const float* const x = all.const_data_ptr<float>() + i * features;
        const float* const w = weight.const_data_ptr<float>() + k * features;
        std::array<float, 8> lanes{};
        for (int d = 0; d < features; ++d) {
          float& lane = lanes[static_cast<std::size_t>(d % 8)];
          lane = std::fma(x[d], w[d], lane);
        }
        const float even = (lanes[0] + lanes[4]) + (lanes[2] + lanes[6]);
        const float odd = (lanes[1] + lanes[5]) + (lanes[3] + lanes[7]);
        const float expected = bias.const_data_ptr<float>()[k] + (even + odd);
        QVERIFY(logits.const_data_ptr<float>()[i * classes + k] == expected);
      }
    }
#else
    QSKIP("This processor has no such kernel.");
#endif
  }
};

W2S_TEST(TstLinearKernels)
#include "tst_linear_kernels.moc"
