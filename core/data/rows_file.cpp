#include "core/data/rows_file.h"

#include <nlohmann/json.hpp>

namespace w2s::data {

SeenRows rowsSeenInPretraining(const Splits& splits) {
  if (splits.fixed_validation) {
    return {.splits = {"weak", "transfer"},
            .said = sentence("Every weak and transfer row was among the unlabelled images that the "
                             "backbone was pre-trained on; validation and test rows were not.")};
  }
  return {.splits = {"weak", "transfer", "validation", "test"},
          .said = sentence("The files are not the published ones: any of their rows may have been "
                           "among the unlabelled images that the backbone was pre-trained on.")};
}

std::string rowsToJson(const DataSetCard& card, const std::string& folder,
                       const std::string& fingerprint, const Splits& splits,
                       bool has_stored_weights) {
  using Json = nlohmann::ordered_json;
  const auto rows = [](const char* file, const std::vector<std::int64_t>& of_split) {
    return Json{{"file", file}, {"rows", of_split}};
  };
  Json json{{"schema", 1},
            {"data",
             {{"name", card.name},
              {"title", card.title},
              {"folder", folder},
              {"fingerprint", fingerprint}}},
            {"validation", splits.fixed_validation ? "last rows of the published file"
                                                   : "drawn by class and seed"},
            {"splits",
             {{"weak", rows("train", splits.weak)},
              {"transfer", rows("train", splits.transfer)},
              {"validation", rows("train", splits.validation)},
              {"test", rows("test", splits.test)}}}};
  if (has_stored_weights) {
    const SeenRows seen = rowsSeenInPretraining(splits);
    json["pretraining"] = {{"may_have_seen", seen.splits}, {"note", seen.said.text}};
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace w2s::data
