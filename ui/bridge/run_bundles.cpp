// Runs as one file: what the library of runs takes from bundles and puts into them.
#include <atomic>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <QCoreApplication>

#include "core/base/file_io.h"
#include "core/base/temporary_name.h"
#include "core/store/bundle.h"
#include "core/store/workspace.h"
#include "core/study/openai_results.h"
#include "ui/bridge/background.h"
#include "ui/bridge/run_library.h"
#include "ui/bridge/words.h"

namespace w2s::ui {

namespace {

namespace fs = std::filesystem;

// The sentence with another file's name in it.
Sentence renamedIn(Sentence sentence, const std::string& from, const std::string& to) {
  for (auto at = sentence.text.find(from); at != std::string::npos;
       at = sentence.text.find(from, at + to.size())) {
    sentence.text.replace(at, from.size(), to);
  }
  for (Sentence& argument : sentence.arguments) {
    argument = renamedIn(std::move(argument), from, to);
  }
  return sentence;
}

// Bytes. Beside the file until it is whole: the one that is there may be all that somebody has.
Result<std::int64_t> writeWhole(const std::vector<fs::path>& runs,
                                const std::vector<fs::path>& studies, const fs::path& file) {
  static std::atomic<unsigned> counter{0};
  fs::path part = file;
  part += fmt::format("{}{}-{}", kTemporaryInfix, QCoreApplication::applicationPid(), counter++);
  if (Status written = store::writeBundle(runs, studies, part); !written) {
    return tl::unexpected(
        Error{.code = written.error().code,
              .message = renamedIn({.text = written.error().message}, part, file).text,
              .detail = written.error().detail,
              .said = renamedIn(written.error().said, part, file)});
  }
  std::error_code error;
  const auto bytes = fs::file_size(part, error);
  if (!error) {
    fs::rename(part, file, error);
  }
  if (error) {
    const int reason = error.value();
    fs::remove(part, error);
    return systemError(sentence("write"), file, reason);
  }
  return static_cast<std::int64_t>(bytes);
}

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

void RunLibrary::importResults(const QString& path) {
  using Imported = Result<study::ImportedResults>;
  post(
      worker_, this,
      [path, workspace = workspace_]() -> Imported {
        return study::importOpenAiResults(path.toStdString(), workspace);
      },
      [this](const Imported& imported) {
        if (!imported) {
          Q_EMIT failed(QString::fromStdString(said(imported.error())));
          return;
        }
        QStringList notes;
        for (const Sentence& note : imported->read.notes) {
          notes += QString::fromStdString(said(note));
        }
        Q_EMIT referencesImported(static_cast<int>(imported->read.results.size()), notes);
      },
      &ending_);
}

void RunLibrary::writeBundle(const QStringList& ids, const QString& path,
                             const std::vector<fs::path>& studies) {
  const int runs = static_cast<int>(ids.size());
  post(
      bundler_, this,
      [ids, path, studies, workspace = workspace_]() -> Result<std::int64_t> {
        std::vector<fs::path> folders;
        for (const QString& id : ids) {
          folders.push_back(store::runsFolder(workspace) / id.toStdString());
        }
        return writeWhole(folders, studies, path.toStdString());
      },
      [this, path, runs](const Result<std::int64_t>& bytes) {
        if (bytes) {
          Q_EMIT bundled(path, runs, *bytes);
        } else {
          Q_EMIT failed(QString::fromStdString(said(bytes.error())));
        }
      },
      &ending_);
  Q_EMIT bundling(path, runs);
}

}  // namespace w2s::ui
