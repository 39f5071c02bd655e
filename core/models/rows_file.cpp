#include "core/models/rows_file.h"

#include <set>

#include <nlohmann/json.hpp>

#include "core/models/seen_rows.h"

namespace w2s::models {

Result<std::string> rowsToJson(data::Dataset& dataset, const data::Splits& splits,
                               std::span<const config::Backbone> backbones) {
  using Json = nlohmann::ordered_json;
  W2S_TRY(const std::string fingerprint, dataset.fingerprint());
  Json rows = Json::object();
  for (const data::Split& split : splits.all) {
    rows[split.name] = {{"source", split.rows.source}, {"rows", split.rows.index}};
  }
  Json pretraining = Json::array();
  std::set<std::string_view> listed;
  for (const config::Backbone& backbone : backbones) {
    const std::string_view kind = config::traitsOf(backbone).kind;
    const SeenRows seen = seenRows(backbone, splits);
    if (!seen.splits.empty() && listed.insert(kind).second) {
      pretraining.push_back(
          {{"backbone", kind}, {"may_have_seen", seen.splits}, {"note", seen.said.text}});
    }
  }
  const Json file{{"schema", 1},
                  {"data",
                   {{"name", dataset.card().name},
                    {"title", dataset.card().title},
                    {"folder", dataset.folder().string()},
                    {"fingerprint", fingerprint}}},
                  {"validation", splits.fixed_validation ? "last rows of the published file"
                                                         : "drawn by class and seed"},
                  {"splits", std::move(rows)},
                  {"pretraining", std::move(pretraining)}};
  return file.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace w2s::models
