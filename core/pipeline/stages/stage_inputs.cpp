#include "core/pipeline/stages/stage_inputs.h"

#include <span>

#include <ATen/ops/empty.h>

namespace w2s::pipeline {

Result<at::Tensor> storedRows(const RunSetup& setup, const data::Rows& rows) {
  const data::RowLayout layout = data::layoutOf(setup.dataset->card().modality);
  std::vector<std::int64_t> shape{rows.size()};
  shape.insert(shape.end(), layout.shape.begin(), layout.shape.end());
  at::Tensor stored =
      at::empty(shape, layout.type == data::ValueType::Byte ? at::kByte : at::kFloat);
  W2S_CHECK(setup.dataset->read(
      rows, {std::span(static_cast<std::byte*>(stored.mutable_data_ptr()), stored.nbytes())}));
  return stored.to(setup.device);
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(const RunSetup& setup,
                                                         const config::ModelConfig& model,
                                                         std::string_view purpose) {
  W2S_TRY(auto backbone,
          models::makeBackbone(model.backbone, {.input = setup.dataset->card().modality,
                                                .seed = setup.seedOf(purpose).child("backbone"),
                                                .tuning = model.tuning,
                                                .device = setup.device}));
  return std::shared_ptr<models::Backbone>(std::move(backbone));
}

}  // namespace w2s::pipeline
