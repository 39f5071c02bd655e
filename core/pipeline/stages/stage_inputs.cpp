#include "core/pipeline/stages/stage_inputs.h"

#include <span>

#include <ATen/ops/empty.h>

namespace w2s::pipeline {

at::ScalarType tensorTypeOf(data::ValueType type) {
  switch (type) {
    case data::ValueType::Byte:
      return at::kByte;
    case data::ValueType::Half:
      return at::kHalf;
    case data::ValueType::BFloat16:
      return at::kBFloat16;
    case data::ValueType::Float:
      return at::kFloat;
    case data::ValueType::Double:
      return at::kDouble;
  }
  return at::kFloat;
}

Result<at::Tensor> storedRows(const RunSetup& setup, const data::Rows& rows,
                              std::string_view feature_set) {
  const data::RowLayout layout = data::layoutOf(setup.dataset->card().input(feature_set));
  std::vector<std::int64_t> shape{rows.size()};
  shape.insert(shape.end(), layout.shape.begin(), layout.shape.end());
  at::Tensor stored = at::empty(shape, tensorTypeOf(layout.type));
  W2S_CHECK(setup.dataset->read(
      rows,
      {.values = std::span(static_cast<std::byte*>(stored.mutable_data_ptr()), stored.nbytes()),
       .features = feature_set}));
  return stored.to(setup.device);
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(const RunSetup& setup,
                                                         const config::ModelConfig& model,
                                                         std::string_view purpose) {
  W2S_TRY(auto backbone,
          models::makeBackbone(model.backbone, {.input = setup.dataset->card().input(
                                                    config::featureSetOf(model.backbone)),
                                                .seed = setup.seedOf(purpose).child("backbone"),
                                                .tuning = model.tuning,
                                                .device = setup.device}));
  return std::shared_ptr<models::Backbone>(std::move(backbone));
}

}  // namespace w2s::pipeline
