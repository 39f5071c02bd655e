// Pictures in IDX files and the cards of stored encoders.
#include <numeric>

#include "core/data/idx.h"
#include "core/models/encoder_card.h"
#include "core/models/model_card.h"
#include "tests/fuzz/targets.h"

namespace w2s::fuzz {
namespace {

bool readPictures(std::string_view input) {
  static const ScratchFolder folder;
  const auto path = folder.put("images", input);
  bool accepted = false;
  for (const int dimensions : {1, 3}) {
    const auto array = data::readIdx(path, dimensions);
    if (array) {
      const auto values = std::accumulate(array->shape.begin(), array->shape.end(), std::int64_t{1},
                                          std::multiplies<>());
      promise(std::ssize(array->values) == values, "an IDX file has other values than its header");
    }
    accepted = accepted || array.has_value();
  }
  return accepted;
}

bool readCard(std::string_view input) {
  static const ScratchFolder folder;
  const auto path = folder.put("encoder.json", input);
  const auto card = models::readEncoderCard(path);
  config::ModelConfig model;
  model.backbone = config::FileBackbone{.path = (folder.path() / "encoder.safetensors").string()};
  const auto described = models::describeModel(model, 10);
  promise(described.has_value() == card.has_value(), "a card is read but not described");
  if (card) {
    promise(!models::toJson(*card).empty(), "a card cannot be written");
  }
  return card.has_value();
}

}  // namespace

std::vector<Target> dataTargets() {
  return {
      {"idx", {std::string("\0\0\x08\x03", 4), "\x1f\x8b", std::string(4, '\xff')}, readPictures},
      {"card",
       {"{", "}", "[", "]", ",", ":", "\"", "null", "true", "\"width\":", "\"input\":", "{}"},
       readCard}};
}

}  // namespace w2s::fuzz
