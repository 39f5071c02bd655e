// Runs as one file: what the library of runs takes from bundles and puts into them.
#include <system_error>
#include <vector>

#include "core/base/file_io.h"
#include "core/store/bundle.h"
#include "core/store/workspace.h"
#include "ui/bridge/background.h"
#include "ui/bridge/run_library.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

namespace {

namespace fs = std::filesystem;

}  // namespace

void RunLibrary::importBundle(const QString& path) {
  using Imported = Result<store::ImportedBundle>;
  post(
      worker_, this,
      [path, workspace = workspace_]() -> Imported {
        return store::importBundle(path.toStdString(), workspace);
      },
      [this](const Imported& bundle) {
        if (!bundle) {
          Q_EMIT failed(QString::fromStdString(said(bundle.error())));
          return;
        }
        QStringList ids;
        for (const std::string& id : bundle->contents.runs) {
          ids += QString::fromStdString(id);
        }
        QStringList faults;
        for (const Sentence& fault : bundle->faults) {
          faults += QString::fromStdString(said(fault));
        }
        refresh();
        Q_EMIT imported(ids, static_cast<int>(bundle->kept_runs.size()), faults);
      },
      &ending_);
}

void RunLibrary::writeBundle(const QStringList& ids, const QString& path) {
  post(
      worker_, this,
      [ids, path, workspace = workspace_]() -> Result<std::int64_t> {
        std::vector<fs::path> folders;
        for (const QString& id : ids) {
          folders.push_back(store::runsFolder(workspace) / id.toStdString());
        }
        const fs::path file = path.toStdString();
        // Beside it until it is whole: the one that is there may be all that somebody has.
        fs::path part = file;
        part += ".part";
        std::error_code error;
        fs::remove(part, error);
        W2S_CHECK(store::writeBundle(folders, {}, part));
        fs::rename(part, file, error);
        if (error) {
          const int reason = error.value();
          fs::remove(part, error);
          return systemError(sentence("write"), file, reason);
        }
        return static_cast<std::int64_t>(fs::file_size(file, error));
      },
      [this, path, runs = static_cast<int>(ids.size())](const Result<std::int64_t>& bytes) {
        if (bytes) {
          Q_EMIT bundled(path, runs, *bytes);
        } else {
          Q_EMIT failed(QString::fromStdString(said(bytes.error())));
        }
      });
}

}  // namespace w2s::ui
