// Pictures in IDX files, the cards of stored encoders, and the files of one's own data.
#include <numeric>

#include "core/data/array_file.h"
#include "core/data/card_file.h"
#include "core/data/idx.h"
#include "core/data/text_table.h"
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

bool readArray(std::string_view input) {
  static const ScratchFolder folder;
  const auto array = data::ArrayFile::open({.path = folder.put("x.npy", input), .part = {}});
  if (!array) {
    return false;
  }
  const data::ArrayLayout& layout = array->layout();
  const std::uint64_t bytes = static_cast<std::uint64_t>(layout.rows()) * array->rowBytes();
  promise(layout.offset + bytes == input.size(), "an array has other values than its file");
  if (layout.shape.size() == 2 && data::featureTypeOf(layout.type)) {
    std::vector<std::byte> all(bytes);
    promise(array->readBlock(0, all).has_value(), "an array cannot be read");
  }
  return true;
}

bool readTable(const char* name, std::string_view input) {
  static const ScratchFolder folder;
  const auto path = folder.put(name, input);
  const auto table = data::readTextTable(path);
  if (!table) {
    return false;
  }
  for (const data::TextColumn& column : table->columns) {
    promise(column.cells.size() == table->lines.size(), "a column has other rows than its table");
  }
  const auto first = data::readTextTable(path, {.columns = {"a", "id"}, .most_rows = 1});
  promise(!first || first->lines.size() <= 1, "a look at one row reads more");
  return table->problems.empty();
}

bool readCsv(std::string_view input) {
  return readTable("x.csv", input);
}

bool readJsonLines(std::string_view input) {
  return readTable("x.jsonl", input);
}

bool readDataCard(std::string_view input) {
  const data::CardReading reading = data::readCard(input, "/data");
  promise(!reading.problems.empty() || reading.card.labels.has_value(),
          "a card without labels has no problem");
  (void)data::looksLikeCard(input);
  return reading.problems.empty();
}

}  // namespace

std::vector<Target> dataTargets() {
  return {
      {"idx", {std::string("\0\0\x08\x03", 4), "\x1f\x8b", std::string(4, '\xff')}, readPictures},
      {"card",
       {"{", "}", "[", "]", ",", ":", "\"", "null", "true", "\"width\":", "\"input\":", "{}"},
       readCard},
      {"npy",
       {"{'descr': '<f4'", "'fortran_order': False", "'shape': (2, 3)", "(", ")", ",", "'<U4'"},
       readArray},
      {"csv", {",", "\"", "\"\"", "\r\n", "\n", "\xEF\xBB\xBF"}, readCsv},
      {"jsonl", {"{", "}", "[", "]", ",", ":", "\"", "\n", "null", "\"id\":"}, readJsonLines},
      {"data_card",
       {"[rows]", "[[features]]", "labels = ", "name = ", "file = ", "\"x#y\"", "#", "schema = 1"},
       readDataCard}};
}

}  // namespace w2s::fuzz
