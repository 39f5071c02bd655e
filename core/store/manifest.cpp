#include "core/store/manifest.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/config/fingerprint.h"
#include "core/config/json.h"
#include "core/store/described_json.h"
#include "core/store/json_seal.h"
#include "core/store/record_fields.h"

namespace w2s::store {
namespace {

std::tm utc(std::chrono::system_clock::time_point time) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  return parts;
}

std::string formatTime(std::chrono::system_clock::time_point time, const char* format) {
  const std::tm parts = utc(time);
  std::array<char, 32> text;
  return {text.data(), std::strftime(text.data(), text.size(), format, &parts)};
}

// Lower-case letters, digits and single hyphens.
std::string slugOf(std::string_view name) {
  constexpr std::size_t kMaxLength = 40;
  std::string slug;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (upper || plain) {
      slug += upper ? static_cast<char>(c - 'A' + 'a') : c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  slug.resize(std::min(slug.size(), kMaxLength));
  while (!slug.empty() && slug.back() == '-') {
    slug.pop_back();
  }
  return slug.empty() ? "run" : slug;
}

void checkSchema(const JsonFields& fields) {
  const std::int64_t schema = fields.integer("schema");
  if (schema != Manifest::kSchema) {
    throw BadField{
        sentence("its schema is {} and this program reads {}; {}", schema, Manifest::kSchema,
                 schema > Manifest::kSchema ? sentence("a later version of W2S Lab wrote it")
                                            : sentence("there never was such a schema"))};
  }
}

std::map<std::string, std::string> textsOf(const JsonFields& fields, const char* key) {
  std::map<std::string, std::string> texts;
  const JsonFields object = fields.child(key);
  for (const auto& [name, unused] : object.json().items()) {
    texts[name] = object.text(name.c_str());
  }
  return texts;
}

void readConfig(const JsonFields& fields, Manifest& manifest) {
  const std::string text = jsonText(fields.at("config"));
  auto recorded = config::recordedConfigFromJson(text, "config");
  if (!recorded) {
    throw BadField{sentence("\"config\": {}", saidBy(recorded.error()))};
  }
  manifest.config = std::move(recorded->config);
  manifest.unknown_settings = std::move(recorded->unknown);
  if (!manifest.unknown_settings.empty()) {
    manifest.whole_config = text;
  }
}

Manifest manifestOf(const JsonFields& fields) {
  checkSchema(fields);
  if (!fields.has(kChecksumOfKey) || fields.text(kChecksumOfKey) == fields.text("id")) {
    checkJsonSeal(fields);
  }
  Manifest manifest;
  describe(manifest, JsonReader(fields));
  readConfig(fields, manifest);
  manifest.split_hashes = textsOf(fields, "split_hashes");
  if (fields.has("series")) {
    for (const auto& [stage, columns] : fields.child("series").json().items()) {
      manifest.series[stageNamed(stage, "series")] =
          valueOf<record::SeriesSchema>(JsonFields(columns));
    }
  }
  if (fields.has("data")) {
    const JsonFields data = fields.child("data");
    manifest.data_fingerprint = data.text("fingerprint");
    manifest.data_folder = data.text("folder");
    if (data.has("weak_labels")) {
      manifest.weak_labels_hash = data.text("weak_labels");
    }
  }
  static const Json known = Json::parse(manifestToJson(Manifest()));
  for (const auto& [key, value] : fields.json().items()) {
    if (!known.contains(key) && key != kChecksumKey && key != kChecksumOfKey) {
      manifest.unknown_keys[key] = jsonText(value);
    }
  }
  return manifest;
}

}  // namespace

std::string manifestToJson(const Manifest& manifest) {
  JsonWriter writer;
  Json& json = writer.json();
  json["schema"] = Manifest::kSchema;
  describe(manifest, writer);
  json["split_hashes"] = manifest.split_hashes;
  json["data"] = {{"fingerprint", manifest.data_fingerprint}, {"folder", manifest.data_folder}};
  if (!manifest.weak_labels_hash.empty()) {
    json["data"]["weak_labels"] = manifest.weak_labels_hash;
  }
  json["series"] = Json::object();
  for (const auto& [stage, schema] : manifest.series) {
    json["series"][stage] = jsonOf(schema);
  }
  json["config"] = Json::parse(manifest.whole_config.empty() ? config::toJson(manifest.config)
                                                             : manifest.whole_config);
  for (const auto& [key, value] : manifest.unknown_keys) {
    json[key] = Json::parse(value);
  }
  return jsonText(json, 2) + "\n";
}

Status checkRepeatable(const Manifest& manifest) {
  if (manifest.unknown_settings.empty()) {
    return {};
  }
  return fail(ErrorCode::InvalidArgument,
              sentence("The run {} cannot be repeated or continued here: it was recorded by a "
                       "later version of W2S Lab with settings that this version does not know "
                       "({}). It can be shown and exported. Update W2S Lab to go on with it.",
                       manifest.id, fmt::join(manifest.unknown_settings, ", ")));
}

std::string experimentIdOf(const config::ExperimentConfig& config,
                           std::string_view data_fingerprint, std::string_view weak_labels_hash) {
  constexpr std::size_t kDigits = 12;
  config::ExperimentConfig any_seed = config;
  any_seed.seeds.clear();
  Hasher hasher;
  hasher.add(config::canonicalText(any_seed)).add(data_fingerprint);
  if (!weak_labels_hash.empty()) {
    hasher.add(weak_labels_hash);
  }
  return fmt::format("{}-{}", slugOf(config.name), hasher.hex().substr(0, kDigits));
}

Result<Manifest> manifestFromJson(std::string_view text, const std::filesystem::path& file) {
  return readJson(text, Sentence{.text = file.string()}, manifestOf);
}

std::string isoTime(std::chrono::system_clock::time_point time) {
  return formatTime(time, "%Y-%m-%dT%H:%M:%SZ");
}

std::string makeRunId(std::string_view name, std::int64_t seed,
                      std::chrono::system_clock::time_point now, std::uint32_t random) {
  return fmt::format("{}-{}-s{}-{:04x}", formatTime(now, "%Y%m%d-%H%M%S"), slugOf(name), seed,
                     random & 0xFFFFU);
}

}  // namespace w2s::store
