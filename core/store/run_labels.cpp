#include "core/store/run_labels.h"

#include <algorithm>
#include <map>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/store/json_fields.h"
#include "core/store/json_seal.h"
#include "core/store/labels_json.h"
#include "core/store/run_files.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSchema = 1;

std::string foldedTag(std::string tag) {
  std::ranges::transform(tag, tag.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return tag;
}

// What a later version added to the file stays. Whether it is anything.
bool addUnknownKeys(const fs::path& file, Json& json) {
  const auto text = readFile(file, kMostRecordBytes);
  const auto parsed = text ? parseJson(*text) : Result<Json>(Json::object());
  const Json present = parsed.value_or(Json::object());
  const std::size_t known = json.size();
  if (present.is_object()) {
    for (const auto& [key, value] : present.items()) {
      if (!json.contains(key) && key != kChecksumKey && key != kChecksumOfKey) {
        json[key] = value;
      }
    }
  }
  return json.size() > known;
}

}  // namespace

std::vector<std::string> withoutTags(std::vector<std::string> tags,
                                     const std::vector<std::string>& gone) {
  for (const std::string& tag : normalisedTags(gone)) {
    std::erase_if(tags, [folded = foldedTag(tag)](const std::string& one) {
      return foldedTag(one) == folded;
    });
  }
  return tags;
}

std::vector<std::string> normalisedTags(std::vector<std::string> tags) {
  std::map<std::string, std::string> by_folded;
  for (const std::string& tag : tags) {
    std::string text;
    for (const char letter : tag) {
      const auto byte = static_cast<unsigned char>(letter);
      if (byte > ' ' && byte != 0x7f && letter != ',') {
        text += letter;
      } else if (!text.empty() && text.back() != ' ') {
        text += ' ';
      }
    }
    text.resize(text.find_last_not_of(' ') + 1);
    if (!text.empty()) {
      by_folded.try_emplace(foldedTag(text), text);
    }
  }
  tags.clear();
  for (auto& [folded, tag] : by_folded) {
    tags.push_back(std::move(tag));
  }
  return tags;
}

Json labelsJson(const RunLabels& labels) {
  Json json{{"schema", kSchema},          {"name", labels.name},
            {"note", labels.note},        {"color", labels.color ? Json(*labels.color) : Json()},
            {"pinned", labels.pinned},    {"kept_as_is", labels.kept_as_is},
            {"tags", Json::array()},      {"starred", labels.starred},
            {"archived", labels.archived}};
  for (const std::string& tag : labels.tags) {
    json["tags"].push_back(tag);
  }
  return json;
}

RunLabels labelsOf(const JsonFields& fields) {
  if (const std::int64_t schema = fields.integer("schema"); schema != kSchema) {
    throw BadField{sentence("its schema is {} and this program reads {}", schema, kSchema)};
  }
  RunLabels labels;
  labels.name = fields.text("name");
  labels.note = fields.text("note");
  if (!fields.isNull("color")) {
    const std::int64_t color = fields.integer("color");
    if (color < 0 || color >= RunLabels::kColors) {
      throw BadField{sentence("\"color\" is {}, not 0 to {}", color, RunLabels::kColors - 1)};
    }
    labels.color = static_cast<int>(color);
  }
  labels.pinned = fields.boolean("pinned");
  labels.kept_as_is = fields.boolean("kept_as_is");
  if (fields.has("tags")) {
    for (const Json& tag : fields.list("tags")) {
      const Json& text =
          JsonFields::checked(tag, "tags", tag.is_string(), sentenceNoop("a list of texts"));
      labels.tags.push_back(text.get<std::string>());
    }
    labels.tags = normalisedTags(std::move(labels.tags));
  }
  labels.starred = fields.has("starred") && fields.boolean("starred");
  labels.archived = fields.has("archived") && fields.boolean("archived");
  return labels;
}

Result<RunLabels> readLabels(const fs::path& run_folder) {
  const fs::path file = run_folder / kLabelsFile;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    return RunLabels{};
  }
  W2S_TRY(const std::string text, readFile(file, kMostRecordBytes));
  return readJson(text, Sentence{.text = file.string()}, labelsOf);
}

Status writeLabels(const fs::path& run_folder, const RunLabels& labels) {
  std::error_code error;
  // Writing makes missing folders; a run that was deleted meanwhile must not come back as a shell.
  if (!fs::exists(run_folder / kManifestFile, error)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no run in {} any more.", run_folder.string()));
  }
  const fs::path file = run_folder / kLabelsFile;
  Json json = labelsJson(labels);
  if (const bool is_more = addUnknownKeys(file, json); labels == RunLabels{} && !is_more) {
    if (fs::remove(file, error); error) {
      return systemError(sentence("remove"), file, error.value());
    }
    return {};
  }
  return writeFileAtomically(file, sealedJson(std::move(json), kLabelsFile));
}

}  // namespace w2s::store
