#include "core/models/seen_rows.h"

namespace w2s::models {

SeenRows seenRows(const config::Backbone& backbone, const data::Splits& splits) {
  const config::BackboneTraits traits = config::traitsOf(backbone);
  if (traits.weights != config::BackboneWeights::Stored) {
    return {};
  }
  if (splits.fixed_validation) {
    return {
        .splits = {std::string(data::split::kWeak), std::string(data::split::kTransfer)},
        .said = sentence("Every weak and transfer row was among the unlabelled images that {} was "
                         "pre-trained on; validation and test rows were not.",
                         traits.kind)};
  }
  SeenRows seen{.splits = {},
                .said = sentence("The files are not the published ones: any of their rows may have "
                                 "been among the unlabelled images that {} was pre-trained on.",
                                 traits.kind)};
  for (const data::Split& split : splits.all) {
    seen.splits.push_back(split.name);
  }
  return seen;
}

}  // namespace w2s::models
