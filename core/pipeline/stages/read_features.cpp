#include "core/pipeline/stages/read_features.h"

#include <algorithm>
#include <array>
#include <span>

#include <ATen/core/grad_mode.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/linalg_vector_norm.h>
#include <ATen/ops/zeros.h>

#include "core/models/feature_scaling.h"
#include "core/pipeline/plan.h"
#include "core/pipeline/stages/stage_inputs.h"

namespace w2s::pipeline {
namespace {

constexpr std::int64_t kRowsABlock = 4096;

// Memory of a thread for one purpose, used again and again: large blocks that are taken and given back
// between small ones split the heap (a run of 600,000 rows grew to 4 GB).
enum class Purpose : std::size_t { Batch, BatchValues, Block, BlockValues };

at::Tensor scratch(Purpose purpose, at::ScalarType type, at::IntArrayRef shape) {
  thread_local std::array<at::Tensor, 4> kept;
  at::Tensor& memory = kept[static_cast<std::size_t>(purpose)];
  const std::int64_t count = shape[0] * shape[1];
  if (!memory.defined() || memory.scalar_type() != type || memory.numel() < count) {
    memory = at::empty({count}, type);
  }
  return memory.narrow(0, 0, count).view(shape);
}

// Refers to the run's setup, which outlives the run's stages.
class SplitReader final : public train::RowReader {
 public:
  SplitReader(const RunSetup& setup, const data::Rows& rows, std::string set)
      : setup_(setup), rows_(rows), set_(std::move(set)) {}

  [[nodiscard]] std::int64_t rows() const override {
    return rows_.size();
  }
  [[nodiscard]] std::int64_t width() const override {
    return data::layoutOf(setup_.dataset->card().input(set_)).shape.front();
  }

  [[nodiscard]] at::Tensor gather(const at::Tensor& rows) const override {
    const at::Tensor on_host = rows.to(at::kCPU).contiguous();
    const auto* first = on_host.const_data_ptr<std::int64_t>();
    data::Rows wanted{.source = rows_.source, .index = {}};
    wanted.index.reserve(static_cast<std::size_t>(on_host.numel()));
    for (std::int64_t i = 0; i < on_host.numel(); ++i) {
      wanted.index.push_back(rows_.index[static_cast<std::size_t>(first[i])]);
    }
    return read(wanted, Purpose::Batch);
  }

  [[nodiscard]] at::Tensor block(std::int64_t first, std::int64_t count) const override {
    return read(blockOf(first, count), Purpose::Block);
  }

  // Unscaled; valid until the thread's next call.
  [[nodiscard]] Result<at::Tensor> raw(std::int64_t first, std::int64_t count) const {
    return stored(blockOf(first, count), Purpose::Block);
  }

  void scaleWith(const models::FeatureScaling& scaling) {
    scaling_ = scaling;
  }
  [[nodiscard]] const models::FeatureScaling& scaling() const {
    return *scaling_;
  }

 private:
  [[nodiscard]] data::Rows blockOf(std::int64_t first, std::int64_t count) const {
    const auto begin = rows_.index.begin() + static_cast<std::ptrdiff_t>(first);
    return {.source = rows_.source, .index = {begin, begin + static_cast<std::ptrdiff_t>(count)}};
  }

  // As float32, in memory of the thread.
  [[nodiscard]] Result<at::Tensor> stored(const data::Rows& rows, Purpose purpose) const {
    const data::RowLayout layout = data::layoutOf(setup_.dataset->card().input(set_));
    const std::array shape{rows.size(), layout.shape.front()};
    const at::Tensor bytes = scratch(purpose, tensorTypeOf(layout.type), shape);
    W2S_CHECK(setup_.dataset->read(
        rows,
        {.values = std::span(static_cast<std::byte*>(bytes.mutable_data_ptr()), bytes.nbytes()),
         .features = set_}));
    at::Tensor values = scratch(
        purpose == Purpose::Batch ? Purpose::BatchValues : Purpose::BlockValues, at::kFloat, shape);
    values.copy_(bytes);
    return values.to(setup_.device);
  }

  [[nodiscard]] at::Tensor read(const data::Rows& rows, Purpose purpose) const {
    auto values = stored(rows, purpose);
    if (!values) {
      throw train::ReadFailure(values.error());
    }
    const at::NoGradGuard no_grad;
    return values->sub_(scaling_->mean()).mul_(scaling_->factor());
  }

  const RunSetup& setup_;
  const data::Rows& rows_;
  const std::string set_;
  std::optional<models::FeatureScaling> scaling_;
};

// As FeatureScaling::fit, block by block.
Result<models::FeatureScaling> fitInBlocks(
    const SplitReader& reader, const std::function<Status(std::int64_t done_rows)>& after_block) {
  const std::int64_t rows = reader.rows();
  at::Tensor sum = at::zeros({reader.width()}, at::kDouble);
  const auto for_each_block = [&](std::int64_t done_before, const auto& use) -> Status {
    for (std::int64_t first = 0; first < rows; first += kRowsABlock) {
      const std::int64_t count = std::min(kRowsABlock, rows - first);
      W2S_TRY(const at::Tensor block, reader.raw(first, count));
      use(block);
      W2S_CHECK(after_block((done_before + first + count) / 2));
    }
    return {};
  };
  W2S_CHECK(for_each_block(0, [&](const at::Tensor& block) {
    sum = sum.to(block.device());
    sum += block.sum(at::OptionalIntArrayRef(0), /*keepdim=*/false, at::kDouble);
  }));
  const at::Tensor mean = (sum / static_cast<double>(rows)).to(at::kFloat);
  double norms = 0.0;
  W2S_CHECK(for_each_block(rows, [&](const at::Tensor& block) {
    norms += at::linalg_vector_norm(block.sub(mean), 2, at::OptionalIntArrayRef(1))
                 .sum(at::kDouble)
                 .template item<double>();
  }));
  return models::FeatureScaling::of(mean, norms / static_cast<double>(rows));
}

}  // namespace

bool readsInBatches(const RunSetup& setup, const config::ModelConfig& model,
                    const std::vector<std::string_view>& splits) {
  const auto* features = std::get_if<config::FeaturesBackbone>(&model.backbone);
  if (features == nullptr || !usesFrozenFeatures(model) || isTree(model)) {
    return false;
  }
  const data::RowLayout layout = data::layoutOf(setup.dataset->card().input(features->set));
  std::int64_t rows = 0;
  for (const std::string_view name : splits) {
    rows += setup.splits.of(name).size();
  }
  return rows * layout.shape.front() * static_cast<std::int64_t>(sizeof(float)) > kMostFeatureBytes;
}

Result<train::SplitTensors> featureReaders(
    const RunSetup& setup, const config::ModelConfig& model, std::string_view trained_on,
    const std::vector<std::string_view>& splits,
    const std::function<Status(std::int64_t done_rows)>& after_block) {
  const std::string set = config::featureSetOf(model.backbone);
  const SplitReader training(setup, setup.splits.of(trained_on).rows, set);
  W2S_TRY(const models::FeatureScaling scaling, fitInBlocks(training, after_block));
  train::SplitTensors features{.trained_on = std::string(trained_on), .splits = {}};
  for (const std::string_view name : splits) {
    auto reader = std::make_shared<SplitReader>(setup, setup.splits.of(name).rows, set);
    reader->scaleWith(scaling);
    features.readers.emplace(name, std::move(reader));
  }
  return features;
}

const models::FeatureScaling& scalingOf(const train::SplitTensors& readers) {
  return static_cast<const SplitReader&>(*readers.readerOf(readers.trained_on)).scaling();
}

}  // namespace w2s::pipeline
