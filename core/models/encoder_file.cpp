#include "core/models/encoder_file.h"

#include <string>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_memo.h"
#include "core/models/encoder_check.h"
#include "core/weights/safetensors.h"

namespace w2s::models {

Result<StoredEncoder> readEncoder(const std::filesystem::path& path) {
  W2S_TRY(const SafetensorsFile file, readSafetensors(path));
  if (const auto found = file.metadata.find("architecture");
      found == file.metadata.end() || found->second != kEncoderArchitecture) {
    return fail(ErrorCode::BadFormat,
                sentence("{} is no encoder that w2s pretrain wrote: its metadata do not name the "
                         "architecture {}.",
                         path.string(), kEncoderArchitecture));
  }
  W2S_TRY(Encoder encoder, Encoder::fromTensors(file.tensors, path.string()));
  W2S_TRY(EncoderCard card, readEncoderCard(cardPath(path)));
  W2S_TRY(const std::string hash, rememberedHashOfFile(path));
  if (card.file_hash != hash) {
    return fail(ErrorCode::BadFormat,
                sentence("{} and its card {} do not belong together: the card is of weights with "
                         "the hash {}, these have {}. Copy both from the same place.",
                         path.string(), cardPath(path).string(), card.file_hash, hash));
  }
  return StoredEncoder{.encoder = std::move(encoder), .card = std::move(card)};
}

Status checkStoredWeights(const config::Backbone& backbone) {
  std::filesystem::path path;
  if (const auto* file = std::get_if<config::FileBackbone>(&backbone)) {
    path = file->path;
  } else if (std::holds_alternative<config::FashionSslBackbone>(backbone)) {
    W2S_TRY(path, shippedEncoderPath());
  } else {
    return {};
  }
  W2S_CHECK(readEncoder(path));
  return {};
}

Status writeEncoder(const std::filesystem::path& path, const Encoder& encoder) {
  NamedTensors stored = encoder.parameters();
  const NamedTensors statistics = encoder.buffers();
  stored.insert(stored.end(), statistics.begin(), statistics.end());
  for (NamedTensor& entry : stored) {
    entry.tensor = entry.tensor.detach().to(at::kHalf);
  }
  return writeSafetensors(path, stored, {{"architecture", std::string(kEncoderArchitecture)}});
}

}  // namespace w2s::models
