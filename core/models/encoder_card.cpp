#include "core/models/encoder_card.h"

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/base/file_memo.h"
#include "core/base/json.h"
#include "core/base/resources.h"

namespace w2s::models {
namespace {

Json jsonOf(const EncoderCard& card) {
  Json probes = Json::array();
  for (const ProbeResult& probe : card.probes) {
    probes.push_back({{"labels", probe.labels},
                      {"accuracy", probe.accuracy},
                      {"judged_rows", probe.judged_rows}});
  }
  return {{"architecture", card.architecture},
          {"input", {{"height", card.input.height}, {"width", card.input.width}}},
          {"width", card.width},
          {"features", card.features},
          {"parameters", card.parameters},
          {"file_hash", card.file_hash},
          {"method", card.method},
          {"data", card.data},
          {"data_fingerprint", card.data_fingerprint},
          {"images", card.images},
          {"recipe", Json::parse(card.recipe)},
          {"final_loss", card.final_loss},
          {"seconds", card.seconds},
          {"libtorch", card.libtorch},
          {"linear_probes", std::move(probes)}};
}

constexpr std::int64_t kMostPixels = 1 << 12;    // of a side
constexpr std::int64_t kMostFeatures = 1 << 15;  // 8 for each channel of the first block
constexpr std::int64_t kMostOfAnything = std::int64_t{1} << 53;

EncoderCard cardOf(const JsonFields& json) {
  const JsonFields input = json.child("input");
  EncoderCard card{.architecture = json.text("architecture"),
                   .input = {.height = input.integerWithin("height", 1, kMostPixels),
                             .width = input.integerWithin("width", 1, kMostPixels)},
                   .width = json.integerWithin("width", 1, kMostFeatures / 8),
                   .features = json.integerWithin("features", 1, kMostFeatures),
                   .parameters = json.integerWithin("parameters", 0, kMostOfAnything),
                   .file_hash = json.text("file_hash"),
                   .method = json.text("method"),
                   .data = json.text("data"),
                   .data_fingerprint = json.text("data_fingerprint"),
                   .images = json.integerWithin("images", 0, kMostOfAnything),
                   .recipe = json.child("recipe").json().dump(),
                   .final_loss = json.number("final_loss"),
                   .seconds = json.number("seconds"),
                   .libtorch = json.text("libtorch"),
                   .probes = {}};
  for (const Json& entry : json.list("linear_probes")) {
    const JsonFields probe(entry);
    card.probes.push_back({.labels = probe.integerWithin("labels", 0, kMostOfAnything),
                           .accuracy = probe.number("accuracy"),
                           .judged_rows = probe.integerWithin("judged_rows", 0, kMostOfAnything)});
  }
  return card;
}

}  // namespace

std::filesystem::path cardPath(const std::filesystem::path& weights) {
  return std::filesystem::path(weights).replace_extension(".json");
}

namespace {

Result<EncoderCard> parseEncoderCard(const std::filesystem::path& path) {
  W2S_TRY(const std::string text, readFile(path, kMostSettingsBytes));
  return readJson(text, sentence("The model card {}", path.string()), cardOf);
}

}  // namespace

Result<EncoderCard> readEncoderCard(const std::filesystem::path& path) {
  static FileMemo<EncoderCard> memo;
  return memo.get(path, [&] { return parseEncoderCard(path); });
}

Status writeEncoderCard(const std::filesystem::path& path, const EncoderCard& card) {
  return writeFileAtomically(path, toJson(card) + "\n");
}

std::string toJson(const EncoderCard& card) {
  return jsonOf(card).dump(2);
}

Result<std::filesystem::path> shippedEncoderPath() {
  return resourceFile("backbones/fashion-ssl.safetensors");
}

Result<std::filesystem::path> storedWeightsOf(const config::Backbone& backbone) {
  if (std::holds_alternative<config::FashionSslBackbone>(backbone)) {
    return shippedEncoderPath();
  }
  const auto* const file = std::get_if<config::FileBackbone>(&backbone);
  return file != nullptr ? std::filesystem::path(file->path) : std::filesystem::path();
}

Result<std::string> storedWeightsHash(const config::Backbone& backbone) {
  W2S_TRY(const std::filesystem::path path, storedWeightsOf(backbone));
  return path.empty() ? Result<std::string>(std::string()) : rememberedHashOfFile(path);
}

}  // namespace w2s::models
