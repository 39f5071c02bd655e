#include "core/store/manifest.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include "core/config/json.h"
#include "core/store/json_fields.h"

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

Json toJson(const Versions& versions) {
  return {{"program", versions.program},
          {"libtorch", versions.libtorch},
          {"compiler", versions.compiler},
          {"cpu", versions.cpu},
          {"git", versions.git}};
}

// Field by field rather than as one braced list: GCC 12 destroys members twice when a designated
// initialiser throws.
Versions versionsOf(const JsonFields& fields) {
  Versions versions;
  versions.program = fields.text("program");
  versions.libtorch = fields.text("libtorch");
  versions.compiler = fields.text("compiler");
  versions.cpu = fields.text("cpu");
  versions.git = fields.text("git");
  return versions;
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

Manifest manifestOf(const JsonFields& fields) {
  checkSchema(fields);
  Manifest manifest;
  manifest.id = fields.text("id");
  manifest.name = fields.text("name");
  manifest.created = fields.text("created");
  manifest.extends = fields.text("extends");
  manifest.seed = fields.integer("seed");
  manifest.device = fields.text("device");
  manifest.threads = fields.integer("threads");
  manifest.versions = versionsOf(fields.child("versions"));
  auto config = config::experimentFromJson(jsonText(fields.at("config")), "config");
  if (!config) {
    throw BadField{sentence("\"config\": {}", saidBy(config.error()))};
  }
  manifest.config = std::move(*config);
  const JsonFields hashes = fields.child("split_hashes");
  for (const auto& [split, unused] : fields.at("split_hashes").items()) {
    manifest.split_hashes[split] = hashes.text(split.c_str());
  }
  for (const Json& entry : fields.list("stages")) {
    const JsonFields stage(entry);
    StageFingerprint fingerprint;
    fingerprint.stage = stage.stage("stage");
    fingerprint.fingerprint = stage.text("fingerprint");
    manifest.stages.push_back(std::move(fingerprint));
  }
  if (fields.has("planned_interventions")) {
    for (const Json& entry : fields.list("planned_interventions")) {
      manifest.planned_interventions.push_back(interventionOf(JsonFields(entry)));
    }
  }
  if (fields.has("data")) {
    const JsonFields data = fields.child("data");
    manifest.data_fingerprint = data.text("fingerprint");
    manifest.data_folder = data.text("folder");
  }
  manifest.is_replay = fields.has("is_replay") && fields.boolean("is_replay");
  return manifest;
}

}  // namespace

std::string manifestToJson(const Manifest& manifest) {
  Json hashes = Json::object();
  for (const auto& [split, hash] : manifest.split_hashes) {
    hashes[split] = hash;
  }
  Json stages = Json::array();
  for (const auto& [stage, fingerprint] : manifest.stages) {
    stages.push_back({{"stage", stage}, {"fingerprint", fingerprint}});
  }
  Json planned = Json::array();
  for (const record::Intervention& change : manifest.planned_interventions) {
    planned.push_back(toJson(change));
  }
  const Json json{
      {"schema", Manifest::kSchema},
      {"id", manifest.id},
      {"name", manifest.name},
      {"created", manifest.created},
      {"extends", manifest.extends},
      {"seed", manifest.seed},
      {"device", manifest.device},
      {"threads", manifest.threads},
      {"versions", toJson(manifest.versions)},
      {"split_hashes", std::move(hashes)},
      {"data", {{"fingerprint", manifest.data_fingerprint}, {"folder", manifest.data_folder}}},
      {"stages", std::move(stages)},
      {"is_replay", manifest.is_replay},
      {"planned_interventions", std::move(planned)},
      {"config", Json::parse(config::toJson(manifest.config))}};
  return jsonText(json, 2) + "\n";
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
