#include "core/store/experiment_colors.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/base/file_io.h"
#include "core/store/json_fields.h"
#include "core/store/json_seal.h"
#include "core/store/record_lock.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

constexpr std::int64_t kColorsSchema = 1;
constexpr std::size_t kFewGone = 1000;

// Empty: a later version wrote it.
std::optional<std::vector<std::string>> orderOf(const JsonFields& fields) {
  const std::int64_t schema = fields.integer("schema");
  if (schema > kColorsSchema) {
    return std::nullopt;
  }
  checkJsonSeal(fields);
  if (schema != kColorsSchema) {
    throw BadField{sentence("its schema is {} and this program reads {}", schema, kColorsSchema)};
  }
  std::vector<std::string> order;
  for (const Json& one : fields.list("order")) {
    order.push_back(
        JsonFields::checked(one, "order", one.is_string(), sentenceNoop("a list of texts"))
            .get<std::string>());
  }
  return order;
}

}  // namespace

Result<ExperimentColors> ExperimentColors::read(const std::filesystem::path& workspace) {
  ExperimentColors colors;
  const std::filesystem::path file = workspace / kColorsFile;
  const auto text = readFile(file, kMostRecordBytes);
  if (!text) {
    return text.error().code == ErrorCode::NotFound ? Result<ExperimentColors>(colors)
                                                    : tl::unexpected(text.error());
  }
  if (auto order = readJson(*text, Sentence{.text = file.string()}, orderOf)) {
    if (!*order) {
      return fail(ErrorCode::BadFormat,
                  sentence("A later version of W2S Lab wrote {}; it stays as it is, and colours of "
                           "new experiments are not kept.",
                           file.string()));
    }
    colors.order_ = std::move(**order);
  }
  for (std::size_t place = 0; place < colors.order_.size(); ++place) {
    if (!colors.order_[place].empty()) {
      colors.places_.try_emplace(colors.order_[place], static_cast<int>(place));
    }
  }
  return colors;
}

int ExperimentColors::of(std::string_view experiment) const {
  const auto found = places_.find(std::string(experiment));
  return found == places_.end() ? -1 : found->second;
}

int ExperimentColors::give(std::string_view experiment) {
  const auto [place, is_new] =
      places_.try_emplace(std::string(experiment), static_cast<int>(order_.size()));
  if (is_new) {
    order_.emplace_back(experiment);
    is_changed_ = true;
  }
  return place->second;
}

void ExperimentColors::keepOnly(const std::set<std::string>& experiments) {
  if (places_.size() <= 2 * experiments.size() + kFewGone) {
    return;
  }
  for (std::string& one : order_) {
    if (!one.empty() && !experiments.contains(one)) {
      places_.erase(one);
      one.clear();
    }
  }
  is_changed_ = true;
}

Status ExperimentColors::write(const std::filesystem::path& workspace) {
  is_changed_ = false;
  Json json{{"schema", kColorsSchema}, {"order", Json::array()}};
  for (const std::string& one : order_) {
    json["order"].push_back(one);
  }
  return writeFileAtomically(workspace / kColorsFile, sealedJson(std::move(json), kColorsFile));
}

Status changeColors(const std::filesystem::path& workspace,
                    const std::function<void(ExperimentColors&)>& give) {
  W2S_TRY(ExperimentColors colors, ExperimentColors::read(workspace));
  give(colors);
  if (!colors.isChanged()) {
    return {};
  }
  RecordLock lock;
  W2S_CHECK(lock.take(runsFolder(workspace)));
  W2S_TRY(colors, ExperimentColors::read(workspace));
  give(colors);
  return colors.isChanged() ? colors.write(workspace) : Status{};
}

}  // namespace w2s::store
