#include "core/store/saved_figures.h"

#include <system_error>

#include "core/base/file_io.h"
#include "core/store/json_fields.h"
#include "core/store/json_seal.h"
#include "core/store/record_lock.h"
#include "core/store/run_files.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kFiguresSchema = 1;

std::vector<SavedFigure> figuresOf(const JsonFields& fields) {
  if (const std::int64_t schema = fields.integer("schema"); schema != kFiguresSchema) {
    throw BadField{sentence("its schema is {} and this program reads {}", schema, kFiguresSchema)};
  }
  checkJsonSeal(fields);
  std::vector<SavedFigure> figures;
  for (const Json& one : fields.list("figures")) {
    const JsonFields figure(
        JsonFields::checked(one, "figures", one.is_object(), sentenceNoop("a list of figures")));
    figures.push_back({.name = figure.text("name"), .command = figure.text("command")});
  }
  return figures;
}

// A file that is there as long as the run or the study is.
fs::path ownFileOf(const fs::path& folder) {
  std::error_code error;
  const fs::path manifest = folder / kManifestFile;
  return fs::exists(manifest, error) ? manifest : folder / "study.toml";
}

Status writeFigures(const fs::path& folder, const std::vector<SavedFigure>& figures) {
  std::error_code error;
  const fs::path file = folder / kFiguresFile;
  if (figures.empty()) {
    if (fs::remove(file, error); error) {
      return systemError(sentence("remove"), file, error.value());
    }
    return {};
  }
  Json json{{"schema", kFiguresSchema}, {"figures", Json::array()}};
  for (const SavedFigure& figure : figures) {
    json["figures"].push_back({{"name", figure.name}, {"command", figure.command}});
  }
  return writeFileAtomically(file, sealedJson(std::move(json), kFiguresFile));
}

}  // namespace

Result<std::vector<SavedFigure>> readFigures(const fs::path& folder) {
  const fs::path file = folder / kFiguresFile;
  std::error_code ignored;
  if (!fs::exists(file, ignored)) {
    return std::vector<SavedFigure>{};
  }
  W2S_TRY(const std::string text, readFile(file, kMostRecordBytes));
  return readJson(text, Sentence{.text = file.string()}, figuresOf);
}

Status changeFigures(const fs::path& folder,
                     const std::function<void(std::vector<SavedFigure>&)>& change) {
  const fs::path own = ownFileOf(folder);
  std::error_code error;
  // Writing makes missing folders; what was deleted meanwhile must not come back as a shell.
  if (!fs::exists(own, error)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no run and no study in {}: figures cannot be kept there.",
                         folder.string()));
  }
  RecordLock lock;
  W2S_CHECK(lock.take(own));
  W2S_TRY(const std::vector<SavedFigure> before, readFigures(folder));
  std::vector<SavedFigure> figures = before;
  change(figures);
  return figures == before ? Status{} : writeFigures(folder, figures);
}

}  // namespace w2s::store
