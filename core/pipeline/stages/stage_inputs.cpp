#include "core/pipeline/stages/stage_inputs.h"

#include <cstring>

#include <ATen/ops/empty.h>

namespace w2s::pipeline {

Result<at::Tensor> imageRows(const RunSetup& setup, data::Part part,
                             const std::vector<std::int64_t>& rows) {
  W2S_TRY(const auto images, setup.source->images(part));
  at::Tensor gathered = at::empty(
      {static_cast<std::int64_t>(rows.size()), 1, images->height, images->width}, at::kByte);
  auto* target = gathered.mutable_data_ptr<std::uint8_t>();
  for (const std::int64_t row : rows) {
    const auto source = images->row(row);
    std::memcpy(target, source.data(), source.size());
    target += source.size();
  }
  return gathered.to(setup.device);
}

Result<std::shared_ptr<models::Backbone>> makeBackboneOf(const RunSetup& setup,
                                                         const config::ModelConfig& model,
                                                         std::string_view purpose) {
  const data::DataSetCard& card = setup.source->card();
  W2S_TRY(auto backbone, models::makeBackbone(
                             model.backbone, {.input = {.height = card.height, .width = card.width},
                                              .seed = setup.seedOf(purpose).child("backbone"),
                                              .tuning = model.tuning,
                                              .device = setup.device}));
  return std::shared_ptr<models::Backbone>(std::move(backbone));
}

}  // namespace w2s::pipeline
