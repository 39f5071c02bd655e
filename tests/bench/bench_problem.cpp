#include "tests/bench/bench_problem.h"

#include <cstring>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>

#include "core/data/registry.h"
#include "core/data/splits.h"
#include "core/supervision/tree_model.h"
#include "core/train/image_batches.h"

namespace w2s::bench {
namespace {

constexpr std::int64_t kSide = 28;
constexpr Seed kSeed{0};

at::Tensor gather(const data::Images& images, const std::vector<std::int64_t>& rows) {
  at::Tensor gathered = at::empty(
      {static_cast<std::int64_t>(rows.size()), 1, images.height, images.width}, at::kByte);
  auto* target = gathered.mutable_data_ptr<std::uint8_t>();
  for (const std::int64_t row : rows) {
    const auto source = images.row(row);
    std::memcpy(target, source.data(), source.size());
    target += source.size();
  }
  return gathered;
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(const config::Backbone& backbone,
                                                         config::Tuning tuning) {
  W2S_TRY(auto made, models::makeBackbone(backbone, {.input = {.height = kSide, .width = kSide},
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
  config.task.test_rows = size.test_rows;
  W2S_TRY(const auto source, data::openDataSet(config.task.dataset));
  W2S_TRY(const auto train_labels, source->labels(data::Part::Train));
  W2S_TRY(const auto test_labels, source->labels(data::Part::Test));
  const std::int64_t classes = source->card().classes();
  W2S_TRY(const auto splits, data::makeSplits(*train_labels, *test_labels, classes,
                                              /*published=*/true, config.task, kSeed));
  W2S_TRY(const auto train_images, source->images(data::Part::Train));
  W2S_TRY(const auto official_test_images, source->images(data::Part::Test));
  const at::Tensor images = gather(*train_images, splits.transfer);
  const at::Tensor test_images = gather(*official_test_images, splits.test);

  W2S_TRY(const auto thumbnails,
          makeBackboneOf(config.weak.front().backbone, config::Tuning::HeadOnly));
  const auto& tree_head = std::get<config::TreeHead>(config.weak.front().head);
  const at::Tensor weak_images = train::unitImages(gather(*train_images, splits.weak));
  W2S_TRY(auto tree,
          supervision::TreeModel::fit(thumbnails->features(weak_images, models::Mode::Inference),
                                      data::labelsAt(*train_labels, splits.weak), classes,
                                      {.depth = tree_head.depth,
                                       .min_leaf_rows = tree_head.min_leaf_rows,
                                       .laplace = tree_head.laplace}));
  const supervision::TreeModel weak_model(thumbnails, std::move(tree));

  W2S_TRY(const auto backbone, makeStrongBackbone(config::Tuning::HeadOnly));
  const at::Tensor raw = backbone->features(train::unitImages(images), models::Mode::Inference);
  const auto scaling = models::FeatureScaling::fit(raw);
  return Problem{.config = config,
                 .images = images,
                 .test_images = test_images,
                 .test_labels = data::labelsAt(*test_labels, splits.test),
                 .weak = weak_model.probabilities(train::unitImages(images)),
                 .features = scaling.apply(raw),
                 .test_features = scaling.apply(
                     backbone->features(train::unitImages(test_images), models::Mode::Inference)),
                 .scaling = scaling};
}

}  // namespace w2s::bench
