#include "tests/bench/bench_problem.h"

#include <span>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/supervision/tree_model.h"
#include "core/train/evaluator.h"
#include "core/train/input_batches.h"

namespace w2s::bench {
namespace {

constexpr std::int64_t kSide = 28;
constexpr Seed kSeed{0};

Result<at::Tensor> gather(data::Dataset& dataset, const data::Rows& rows) {
  at::Tensor gathered = at::empty({rows.size(), 1, kSide, kSide}, at::kByte);
  W2S_CHECK(dataset.read(
      rows, {std::span(static_cast<std::byte*>(gathered.mutable_data_ptr()), gathered.nbytes())}));
  return gathered;
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(const config::Backbone& backbone,
                                                         config::Tuning tuning) {
  W2S_TRY(auto made,
          models::makeBackbone(
              backbone, {.input = data::Pictures{.channels = 1, .height = kSide, .width = kSide},
                         .seed = kSeed,
                         .tuning = tuning,
                         .device = at::kCPU}));
  return std::shared_ptr<models::Backbone>(std::move(made));
}

}  // namespace

Result<std::shared_ptr<models::Backbone>> makeStrongBackbone(config::Tuning tuning) {
  return makeBackboneOf(config::ExperimentConfig{}.strong.backbone, tuning);
}

Result<Problem> makeProblem(const ProblemSize& size) {
  const at::NoGradGuard no_grad;
  config::ExperimentConfig config;
  config.task.transfer_rows = size.transfer_rows;
  config.task.validation_rows = size.validation_rows;
  config.task.test_rows = size.test_rows;
  W2S_TRY(const auto dataset, data::openDataSet(config.task.dataset));
  const std::int64_t classes = dataset->card().classes();
  W2S_TRY(const auto splits, data::makeSplits(*dataset, config.task, kSeed));
  const data::Split& weak = splits.of(data::split::kWeak);
  const data::Split& test = splits.of(data::split::kTest);
  W2S_TRY(const at::Tensor images, gather(*dataset, splits.of(data::split::kTransfer).rows));
  W2S_TRY(const at::Tensor test_images, gather(*dataset, test.rows));
  W2S_TRY(const at::Tensor validation_images,
          gather(*dataset, splits.of(data::split::kValidation).rows));
  W2S_TRY(const at::Tensor weak_rows, gather(*dataset, weak.rows));

  W2S_TRY(const auto thumbnails,
          makeBackboneOf(config.weak.front().backbone, config::Tuning::HeadOnly));
  const auto& tree_head = std::get<config::TreeHead>(config.weak.front().head);
  const models::Inputs weak_images = models::inputsOf(weak_rows);
  W2S_TRY(auto tree,
          supervision::TreeModel::fit(thumbnails->features(weak_images, models::Mode::Inference),
                                      weak.labels, classes,
                                      {.depth = tree_head.depth,
                                       .min_leaf_rows = tree_head.min_leaf_rows,
                                       .laplace = tree_head.laplace}));
  const supervision::TreeModel weak_model(thumbnails, std::move(tree));

  W2S_TRY(const auto backbone, makeStrongBackbone(config::Tuning::HeadOnly));
  const at::Tensor raw = backbone->features(models::inputsOf(images), models::Mode::Inference);
  const auto scaling = models::FeatureScaling::fit(raw);
  return Problem{
      .config = config,
      .images = images,
      .test_images = test_images,
      .test_labels = test.labels,
      .weak = weak_model.probabilities(models::inputsOf(images)),
      .features = scaling.apply(raw),
      .test_features =
          scaling.apply(backbone->features(models::inputsOf(test_images), models::Mode::Inference)),
      .validation_features = scaling.apply(
          backbone->features(models::inputsOf(validation_images), models::Mode::Inference)),
      .weak_test = train::argmaxOf(weak_model.probabilities(models::inputsOf(test_images))),
      .weak_validation =
          train::argmaxOf(weak_model.probabilities(models::inputsOf(validation_images))),
      .scaling = scaling};
}

}  // namespace w2s::bench
