#include "core/models/backbone.h"

#include <variant>

#include "core/models/backbone_maker.h"

namespace w2s::models {

Result<std::unique_ptr<Backbone>> makeBackbone(const config::Backbone& config,
                                               const BackboneOptions& options) {
  if (const auto* pictures = std::get_if<data::Pictures>(&options.input);
      pictures != nullptr && pictures->channels != 1) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The backbone {} needs grey pictures; these have {} channels.",
                         config::traitsOf(config).kind, pictures->channels));
  }
  return std::visit(
      [&options]<class Chosen>(const Chosen& chosen) {
        return makeFrom(Making<Chosen>{}, chosen, options);
      },
      config);
}

}  // namespace w2s::models
