// How a backbone's file makes it: a function makeFrom(Making<config::NAME>, config, options) for each
// alternative of config::Backbone. One that is missing is an error of the linker. Engine-internal.
#pragma once

#include <memory>
#include <string_view>

#include "core/models/backbone.h"

namespace w2s::models {

using MadeBackbone = Result<std::unique_ptr<Backbone>>;

// Declares the function, so that backbone.cpp needs no list of the files.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-template-friend"
template <class Config>
struct Making {
  friend MadeBackbone makeFrom(Making kind, const Config& config, const BackboneOptions& options);
};
#pragma GCC diagnostic pop

// What `options` say the rows are, for a backbone that needs this kind.
template <class Kind>
Result<Kind> inputFor(std::string_view backbone, const BackboneOptions& options) {
  if (const auto* kind = std::get_if<Kind>(&options.input)) {
    return *kind;
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("The backbone {} needs {}; the data set has {}.", backbone, Kind::kName,
                       data::nameOf(options.input)));
}

}  // namespace w2s::models
