#include "core/models/backbone.h"

#include <algorithm>
#include <type_traits>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "core/models/encoder_backbone.h"
#include "core/models/encoder_card.h"
#include "core/models/encoder_file.h"
#include "core/models/feature_backbone.h"
#include "core/models/pixel_backbone.h"
#include "core/models/point_backbone.h"

namespace w2s::models {
namespace {

using MadeBackbone = Result<std::unique_ptr<Backbone>>;

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

Status checkThumbnail(std::int64_t size, const data::Pictures& input) {
  const std::int64_t side = std::min(input.height, input.width);
  if (size < 1 || size > side) {
    return fail(ErrorCode::InvalidArgument,
                sentence("A thumbnail of {} x {} pixels cannot be made from images of {} x {}: "
                         "choose a size from 1 to {}.",
                         size, size, input.height, input.width, side));
  }
  return {};
}

MadeBackbone wrap(Encoder encoder, const BackboneOptions& options) {
  encoder.moveTo(options.device);
  if (options.tuning == config::Tuning::HeadOnly) {
    return std::make_unique<FrozenEncoder>(encoder);
  }
  return std::make_unique<EncoderBackbone>(std::move(encoder));
}

MadeBackbone makeStored(std::string_view kind, const std::filesystem::path& path,
                        const BackboneOptions& options) {
  W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(kind, options));
  W2S_TRY(StoredEncoder stored, readEncoder(path));
  if (stored.card.input != pictures) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The encoder {} is for images of {} x {} pixels; these have {} x {}.",
                         path.string(), stored.card.input.height, stored.card.input.width,
                         pictures.height, pictures.width));
  }
  if (options.tuning == config::Tuning::Scratch) {
    return wrap(Encoder::random(stored.encoder.width(), options.seed), options);
  }
  return wrap(std::move(stored.encoder), options);
}

struct Maker {
  const BackboneOptions& options;

  MadeBackbone operator()(const config::PixelsBackbone& config) const {
    W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(config.kKind, options));
    W2S_CHECK(checkThumbnail(config.size, pictures));
    return std::make_unique<PixelBackbone>(config.size);
  }
  MadeBackbone operator()(const config::MlpBackbone& config) const {
    W2S_TRY(const data::Pictures pictures, inputFor<data::Pictures>(config.kKind, options));
    W2S_CHECK(checkThumbnail(config.size, pictures));
    return std::make_unique<MlpBackbone>(config, options.seed, options.tuning, options.device);
  }
  MadeBackbone operator()(const config::ConvnetBackbone& config) const {
    W2S_CHECK(inputFor<data::Pictures>(config.kKind, options));
    return wrap(Encoder::random(config.width, options.seed), options);
  }
  MadeBackbone operator()(const config::FashionSslBackbone& config) const {
    W2S_TRY(const std::filesystem::path path, shippedEncoderPath());
    return makeStored(config.kKind, path, options);
  }
  MadeBackbone operator()(const config::FileBackbone& config) const {
    return makeStored(config.kKind, config.path, options);
  }
  MadeBackbone operator()(const config::CoordinatesBackbone& config) const {
    W2S_CHECK(inputFor<data::Points>(config.kKind, options));
    return std::make_unique<CoordinatesBackbone>();
  }
  MadeBackbone operator()(const config::FourierBackbone& config) const {
    W2S_CHECK(inputFor<data::Points>(config.kKind, options));
    return std::make_unique<FourierBackbone>(config, options.seed, options.device);
  }
  MadeBackbone operator()(const config::FeaturesBackbone& config) const {
    W2S_TRY(const data::Vectors vectors, inputFor<data::Vectors>(config.kKind, options));
    return std::make_unique<FeatureBackbone>(config.set, vectors);
  }
};

}  // namespace

Result<std::unique_ptr<Backbone>> makeBackbone(const config::Backbone& config,
                                               const BackboneOptions& options) {
  if (const auto* pictures = std::get_if<data::Pictures>(&options.input);
      pictures != nullptr && pictures->channels != 1) {
    return fail(ErrorCode::InvalidArgument,
                sentence("The backbone {} needs grey pictures; these have {} channels.",
                         config::traitsOf(config).kind, pictures->channels));
  }
  return std::visit(Maker{options}, config);
}

}  // namespace w2s::models
