#include "core/store/bundle.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <zip.h>

#include "core/base/file_io.h"
#include "core/base/temporary_name.h"
#include "core/base/write_all.h"
#include "core/store/bundle_archive.h"
#include "core/store/check_run.h"
#include "core/store/folder.h"
#include "core/store/ownership.h"
#include "core/store/recorded_run.h"
#include "core/store/workspace.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHeader = "{\"format\": \"w2s-bundle\", \"schema\": 1}\n";

// The file is new; no link is followed.
Status unpackEntry(zip_t* archive, const Entry& entry, const fs::path& to, const fs::path& bundle) {
  W2S_CHECK(makeFolders(to.parent_path()));
  const OpenEntry from(zip_fopen_index(archive, entry.index, 0));
  if (from == nullptr) {
    return notABundle(bundle, sentence("\"{}\" is damaged", entry.name));
  }
  const int descriptor =
      ::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (descriptor < 0) {
    return systemError(sentence("write"), to, errno);
  }
  std::array<char, 65536> piece{};
  std::uint64_t written = 0;
  Status status;
  for (;;) {
    const zip_int64_t got = zip_fread(from.get(), piece.data(), piece.size());
    written += static_cast<std::uint64_t>(std::max<zip_int64_t>(got, 0));
    if (got < 0 || written > entry.size || (got == 0 && written != entry.size)) {
      status = notABundle(bundle, sentence("\"{}\" is damaged", entry.name));
      break;
    }
    if (got == 0) {
      break;
    }
    if (const int problem = writeAll(descriptor, {piece.data(), static_cast<std::size_t>(got)});
        problem != 0) {
      status = systemError(sentence("write"), to, problem);
      break;
    }
  }
  ::close(descriptor);
  return status;
}

// Those files of a folder that a bundle has, by their place in it.
Result<std::vector<fs::path>> filesOf(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end;
       at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (at->symlink_status(error).type() == fs::file_type::regular && name != kOwnerFile &&
        name.find(kTemporaryInfix) == std::string::npos && !name.starts_with('.')) {
      files.push_back(at->path());
    }
  }
  if (error) {
    return systemError(sentence("read the folder"), folder, error.value());
  }
  std::ranges::sort(files);
  return files;
}

Status addFile(zip_t* archive, const std::string& name, zip_source_t* source) {
  if (source == nullptr || zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
    zip_source_free(source);
    return zipError(name, *zip_get_error(archive));
  }
  return {};
}

Status addFolder(zip_t* archive, const fs::path& folder, const std::string& place) {
  W2S_TRY(const auto files, filesOf(folder));
  for (const fs::path& file : files) {
    const std::string name = place + file.lexically_relative(folder).string();
    if (!isPlaceInBundle(name)) {
      continue;  // a file that a person has put there
    }
    std::error_code error;
    if (const auto bytes = fs::file_size(file, error); !error && bytes > kMostEntryBytes) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} has {} bytes; a file in a bundle has at most {}, so it is damaged.",
                           file.string(), bytes, kMostEntryBytes));
    }
    W2S_CHECK(addFile(archive, name, zip_source_file(archive, file.c_str(), 0, -1)));
  }
  return {};
}

struct UnpackedBundle {
  fs::path folder;
  explicit UnpackedBundle(fs::path made) : folder(std::move(made)) {}
  UnpackedBundle(const UnpackedBundle&) = delete;
  UnpackedBundle& operator=(const UnpackedBundle&) = delete;
  ~UnpackedBundle() {
    std::error_code ignored;
    fs::remove_all(folder, ignored);
  }
};

Status checkUnpackedRun(const fs::path& run, const fs::path& bundle, ImportedBundle& imported) {
  const std::string id = run.filename().string();
  const auto manifest = loadManifest(run);
  if (!manifest) {
    return notABundle(bundle, sentence("the run {} in it has no sound manifest", id));
  }
  if (manifest->id != id) {
    return notABundle(bundle, sentence("the run {} in it calls itself {}", id, manifest->id));
  }
  WorkspaceCheck check;
  checkRun(run, check);
  for (Finding& fault : check.faults) {
    imported.faults.push_back(sentence("{}: {} is not what was written into it.", id,
                                       fault.path.lexically_relative(run).string()));
  }
  return {};
}

// Whether it is new there.
Result<bool> moveIn(const fs::path& from, const fs::path& to) {
  W2S_CHECK(makeFolders(to.parent_path()));
  return moveIfFree(from, to);
}

}  // namespace

Status writeBundle(const std::vector<fs::path>& runs, const std::vector<fs::path>& studies,
                   const fs::path& file) {
  for (const fs::path& run : runs) {
    if (Ownership::ownerOf(run)) {
      return fail(
          ErrorCode::Unavailable,
          sentence("The run {} is running; bundle it when it is over.", run.filename().string()));
    }
  }
  std::error_code error;
  if (fs::exists(fs::symlink_status(file, error))) {
    return fail(ErrorCode::InvalidArgument,
                sentence("{} exists already; choose another name.", file.string()));
  }
  int problem = 0;
  Archive archive(zip_open(file.c_str(), ZIP_CREATE | ZIP_EXCL, &problem));
  if (archive == nullptr) {
    return zipError(file, problem);
  }
  W2S_CHECK(addFile(archive.get(), kBundleHeaderFile,
                    zip_source_buffer(archive.get(), kHeader, std::strlen(kHeader), 0)));
  for (const fs::path& run : runs) {
    W2S_CHECK(addFolder(archive.get(), run, "runs/" + run.filename().string() + "/"));
  }
  for (const fs::path& study : studies) {
    W2S_CHECK(addFolder(archive.get(), study, "studies/" + study.filename().string() + "/"));
  }
  if (zip_close(archive.get()) != 0) {  // writes a temporary file and renames it
    return zipError(file, *zip_get_error(archive.get()));
  }
  (void)archive.release();                                // zip_close() has freed it
  if (const auto written = openBundle(file); !written) {  // a file of holes packs too well
    fs::remove(file, error);
    return tl::unexpected<Error>(written.error());
  }
  return {};
}

Result<BundleContents> readBundle(const fs::path& file) {
  W2S_TRY(OpenBundle bundle, openBundle(file));
  return std::move(bundle.contents);
}

Result<ImportedBundle> importBundle(const fs::path& file, const fs::path& workspace) {
  W2S_TRY(OpenBundle bundle, openBundle(file));
  W2S_CHECK(prepareWorkspace(workspace));
  W2S_CHECK(checkFreeSpace(workspace, bundle.contents.bytes));
  W2S_TRY(fs::path made, makeTemporaryFolder(runsFolder(workspace), "import"));
  const UnpackedBundle unpacked(std::move(made));
  for (const Entry& entry : bundle.entries) {
    W2S_CHECK(unpackEntry(bundle.archive.get(), entry, unpacked.folder / entry.name, file));
  }
  ImportedBundle imported;
  for (const std::string& id : bundle.contents.runs) {
    W2S_CHECK(checkUnpackedRun(unpacked.folder / "runs" / id, file, imported));
  }
  W2S_CHECK(syncTree(unpacked.folder));
  for (const std::string& id : bundle.contents.runs) {
    W2S_TRY(const bool is_new, moveIn(unpacked.folder / "runs" / id, runsFolder(workspace) / id));
    if (!is_new) {
      imported.kept_runs.push_back(id);
    }
  }
  for (const std::string& name : bundle.contents.studies) {
    W2S_TRY(const bool is_new,
            moveIn(unpacked.folder / "studies" / name, workspace / "studies" / name));
    if (!is_new) {
      imported.kept_studies.push_back(name);
    }
  }
  imported.contents = std::move(bundle.contents);
  return imported;
}

}  // namespace w2s::store
