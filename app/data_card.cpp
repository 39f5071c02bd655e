#include "app/data_card.h"

#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/output.h"
#include "core/base/file_io.h"
#include "core/data/draft_card.h"
#include "core/data/registry.h"

namespace w2s::app {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

data::DraftRequest requestOf(const CardOptions& options, const fs::path& card) {
  data::DraftRequest request;
  request.files.assign(options.files.begin(), options.files.end());
  request.folder = card.parent_path();
  request.name = options.name.empty() ? request.folder.filename().string() : options.name;
  for (const auto& [role, ref] : {std::pair("labels", &options.labels),
                                  {"ids", &options.ids},
                                  {"groups", &options.groups},
                                  {"split", &options.split},
                                  {"text", &options.text}}) {
    if (!ref->empty()) {
      request.given[role] = *ref;
    }
  }
  return request;
}

}  // namespace

Result<int> writeCard(const CardOptions& options) {
  const fs::path output = options.output.empty()
                              ? fs::path(options.files.front()).parent_path() / "card.toml"
                              : fs::path(options.output);
  const fs::path card = fs::absolute(output).lexically_normal();
  std::error_code error;
  if (fs::exists(card, error) && !options.force) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} is there already; --force replaces it, -o names another file.",
                         output.string()));
  }
  W2S_TRY(const data::CardDraft draft, data::draftCard(requestOf(options, card)));
  W2S_CHECK(writeFileAtomically(card, draft.toml));
  const auto opened = data::openDataSet(card.string());
  if (options.json) {
    ordered_json said;
    said["card"] = card.string();
    said["understood"] = ordered_json::array();
    for (const Sentence& line : draft.understood) {
      said["understood"].push_back(line.text);
    }
    said["sound"] = opened.has_value();
    said["problems"] = opened ? ordered_json(nullptr) : ordered_json(opened.error().message);
    putJson(said);
    return opened ? 0 : 1;
  }
  for (const Sentence& line : draft.understood) {
    put("  {}\n", line.text);
  }
  put("{}: written.\n", output.string());
  if (!opened) {
    return tl::unexpected(opened.error());
  }
  const data::DataSetCard& described = (*opened)->card();
  put("{} + {} rows, {} classes, {} feature sets.\n", described.rows(data::kTrainSource),
      described.rows(data::kTestSource), described.classes(), described.features.size());
  if (described.features.empty()) {
    put("Nothing to train on yet: add a section [[features]] with a name and a file.\n");
  } else {
    put("Look at it: w2s data inspect {0}\nTrain on it: w2s run {0}\n", output.string());
  }
  return 0;
}

}  // namespace w2s::app
