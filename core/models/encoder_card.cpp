#include "core/models/encoder_card.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/base/file_io.h"
#include "core/base/file_memo.h"
#include "core/base/resources.h"

namespace w2s::models {
namespace {

using Json = nlohmann::ordered_json;

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

// Throws what nlohmann::json throws for missing keys and wrong types.
EncoderCard cardOf(const Json& json) {
  EncoderCard card{
      .architecture = json.at("architecture"),
      .input = {.height = json.at("input").at("height"), .width = json.at("input").at("width")},
      .width = json.at("width"),
      .features = json.at("features"),
      .parameters = json.at("parameters"),
      .file_hash = json.at("file_hash"),
      .method = json.at("method"),
      .data = json.at("data"),
      .data_fingerprint = json.at("data_fingerprint"),
      .images = json.at("images"),
      .recipe = json.at("recipe").dump(),
      .final_loss = json.at("final_loss"),
      .seconds = json.at("seconds"),
      .libtorch = json.at("libtorch"),
      .probes = {}};
  for (const Json& probe : json.at("linear_probes")) {
    card.probes.push_back({.labels = probe.at("labels"),
                           .accuracy = probe.at("accuracy"),
                           .judged_rows = probe.at("judged_rows")});
  }
  return card;
}

}  // namespace

std::filesystem::path cardPath(const std::filesystem::path& weights) {
  return std::filesystem::path(weights).replace_extension(".json");
}

namespace {

Result<EncoderCard> parseEncoderCard(const std::filesystem::path& path) {
  W2S_TRY(const std::string text, readFile(path));
  try {
    return cardOf(Json::parse(text));
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::BadFormat, sentence("{} is no model card that w2s pretrain wrote: {}.",
                                               path.string(), e.what()));
  }
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
