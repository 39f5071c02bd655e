#include "core/models/rows_file.h"

#include <iterator>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/models/seen_rows.h"

namespace w2s::models {
namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

// The numbers of rows go into the text as they are: as values of JSON they would take sixteen bytes
// each, and as many again when they go, in a destructor that cannot say that there is no memory.
std::string splitsText(const data::Splits& splits) {
  std::string text;
  for (const data::Split& split : splits.all) {
    fmt::format_to(std::back_inserter(text), R"({}{}:{{"source":{},"rows":[{}]}})",
                   text.empty() ? "" : ",", textOf(split.name), textOf(split.rows.source),
                   fmt::join(split.rows.index, ","));
  }
  return text;
}

}  // namespace

Result<std::string> rowsToJson(data::Dataset& dataset, const data::Splits& splits,
                               std::span<const config::Backbone> backbones) {
  W2S_TRY(const std::string fingerprint, dataset.fingerprint());
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
  const Json data{{"name", dataset.card().name},
                  {"title", dataset.card().title},
                  {"folder", dataset.folder().string()},
                  {"fingerprint", fingerprint}};
  return fmt::format(R"({{"schema":1,"data":{},"validation":{},"splits":{{{}}},"pretraining":{}}})"
                     "\n",
                     textOf(data),
                     textOf(splits.fixed_validation ? "last rows of the published file"
                                                    : "drawn by class and seed"),
                     splitsText(splits), textOf(pretraining));
}

}  // namespace w2s::models
