#include "core/store/check_run.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/seal.h"
#include "core/store/checkpoint_step.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/json_seal.h"
#include "core/store/ownership.h"
#include "core/store/prediction_log.h"
#include "core/store/recorded_run.h"
#include "core/store/run_files.h"
#include "core/store/run_folder.h"
#include "core/store/run_labels.h"
#include "core/store/saved_figures.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

class RunCheck {
 public:
  RunCheck(const fs::path& run, WorkspaceCheck& check) : run_(run), check_(check) {}

  void all() {
    if (Ownership::ownerOf(run_)) {
      check_.notes.push_back(
          {run_, sentence("The run {} is at work. Check it when it is over.", run_.string())});
      return;
    }
    const bool has_manifest = manifest();
    if (has_manifest && log()) {
      sealed();
      series();
      predictions();
      summary();
    }
    labels();
    figures();
    checkpoints();
  }

 private:
  // The first fault of a file is enough.
  void fault(const fs::path& file, Sentence what) {
    if (faulty_.insert(file).second) {
      check_.faults.push_back({file, std::move(what)});
    }
  }
  void damaged(const fs::path& file) {
    fault(file, sentence("{} is damaged: it is not what was written into it.", file.string()));
  }
  template <class Value>
  bool isSound(const fs::path& file, const Result<Value>& read) {
    if (!read) {
      fault(file, saidBy(read.error()));
    }
    return read.has_value();
  }
  static bool exists(const fs::path& file) {
    std::error_code ignored;
    return fs::exists(file, ignored);
  }
  // Of a JSON file that holds a checksum: byte for byte as it was written.
  void checkText(const fs::path& file) {
    const auto text = readFile(file, kMostRecordBytes);
    if (!isSound(file, text)) {
      return;
    }
    // An earlier version that made this run of another copied the checksum of that one.
    const bool is_copied = file.filename() == kManifestFile && !manifest_.extends.empty() &&
                           text->find(fmt::format("\"{}\": \"{}\"", kChecksumOfKey,
                                                  manifest_.id)) == std::string::npos;
    if (!is_copied && !isWrittenAsSealed(*text)) {
      damaged(file);
    } else if (text->find(kChecksumKey) == std::string::npos) {
      ++check_.without_hash;
    }
  }

  bool manifest() {
    const fs::path file = run_ / kManifestFile;
    auto read = readManifest(run_);
    if (!isSound(file, read)) {
      return false;
    }
    manifest_ = std::move(*read);
    checkText(file);
    if (manifest_.id != run_.filename()) {
      fault(file, sentence("{} is of the run {}: the folder was renamed, or the file is damaged.",
                           file.string(), manifest_.id));
    }
    return true;
  }

  bool log() {
    const fs::path file = run_ / kEventsFile;
    auto read = readEventLog(file, Keep::LastEvent);
    if (!isSound(file, read)) {
      return false;
    }
    log_ = std::move(*read);
    if (log_.missing > 0) {
      fault(file,
            sentence("{}: lines are missing that the run had written ({} of them), and with them "
                     "evaluations, live changes or stages.",
                     file.string(), log_.missing));
    }
    if (log_.lost_stamp) {
      damaged(file);
    }
    if (!log_.has_stamps && log_.line_count > 0) {
      ++check_.without_hash;
    }
    is_over_ = !log_.events.empty() && record::isTerminal(log_.events.back());
    checkEnd(file);
    for (const std::string& note : log_.notes) {
      check_.notes.push_back({run_, Sentence{.text = note}});
    }
    return true;
  }

  // A line that is whole but for its end was not cut off by the end of a process.
  void checkEnd(const fs::path& file) {
    const std::string_view tail = log_.torn_end;
    if (tail.empty()) {
      return;
    }
    for (const std::string_view one : {tail, tail.substr(0, tail.size() - 1)}) {
      if (const auto line = unstamped(one); line && line->number > 0) {
        damaged(file);
      }
    }
  }

  // What the log says that the other files hold.
  void sealed() {
    for (const auto& [name, seals] : log_.seals) {
      const FileSeal& seal = seals.back();
      const fs::path file = run_ / name;
      std::error_code error;
      const auto size = fs::file_size(file, error);
      if (error) {
        fault(file, sentence("{} is missing or cannot be read.", file.string()));
        continue;
      }
      const bool is_whole = size == seal.bytes;
      if (is_over_ && !is_whole) {
        damaged(file);
        continue;
      }
      const auto is_same = [&]() -> Result<bool> {
        if (is_whole) {
          W2S_TRY(const std::string hash, hashOfFile(file));
          return hash == seal.hash;
        }
        SealCheck part({seal});
        W2S_CHECK(readFileInPieces(file, [&](std::string_view piece) { part.add(piece); }));
        return part.part(/*is_over=*/false).is_whole;
      }();
      if (isSound(file, is_same) && !*is_same) {
        damaged(file);
      }
    }
  }

  void series() {
    for (const record::StageId& stage : stagesWithFiles(run_)) {
      if (const fs::path file = seriesFile(run_, stage); exists(file)) {
        isSound(file, readSeries(file, Rows::Last));
        check_.without_hash += log_.seals.contains(nameInRun(file, run_)) ? 0 : 1;
      }
    }
  }

  void predictions() {
    for (const record::StageId& stage : stagesWithFiles(run_)) {
      const fs::path file = predictionsFile(run_, stage);
      if (!exists(file)) {
        continue;
      }
      auto opened = PredictionLog::open(file);
      for (std::size_t i = 0; isSound(file, opened) && i < opened->steps().size(); ++i) {
        isSound(file, opened->read(i));
      }
    }
    tensors(run_ / kPredictionsFile);
  }

  // Whether the safetensors file is there.
  bool tensors(const fs::path& file) {
    if (!exists(file)) {
      return false;
    }
    if (!isSound(file, RegularFile::open(file))) {
      return true;  // the system's reason is said
    }
    // What the file should be long stands in its header: a file of holes is not read to its end.
    if (!hasSoundHeader(file)) {
      damaged(file);
      return true;
    }
    if (const auto seal = sealOfFile(file); isSound(file, seal)) {
      if (*seal == Seal::Broken) {
        damaged(file);
      }
      check_.without_hash += *seal == Seal::Missing ? 1 : 0;
    }
    return true;
  }

  void summary() {
    const fs::path file = run_ / kSummaryFile;
    if (!exists(file)) {
      return;
    }
    const auto text = readFile(file, kMostRecordBytes);
    const auto summary =
        text ? summaryFromJson(*text) : Result<record::RunSummary>(tl::unexpected(text.error()));
    if (!isSound(file, summary)) {
      return;
    }
    checkText(file);
    if (const auto* finished =
            log_.events.empty() ? nullptr : std::get_if<record::RunFinished>(&log_.events.back())) {
      if (summaryToJson(*summary) != summaryToJson(finished->summary)) {
        fault(file, sentence("{} says other numbers than the log of the run.", file.string()));
      }
    } else if (faulty_.empty()) {
      checkFinishedStages();
    }
  }

  // A summary is written when every stage is done.
  void checkFinishedStages() {
    const auto run = loadRun(run_, Rows::Last);
    const bool is_done =
        run && std::ranges::all_of(manifest_.stages, [&](const StageFingerprint& planned) {
          const auto stage = run->stages.find(planned.stage);
          return stage != run->stages.end() && stage->second.finished;
        });
    if (const fs::path file = run_ / kEventsFile; !is_done) {
      fault(file,
            sentence("{} ends before the run did: its last lines are missing.", file.string()));
    }
  }

  void labels() {
    if (const fs::path file = run_ / kLabelsFile; exists(file)) {
      isSound(file, readLabels(run_));
      checkText(file);
    }
  }

  void figures() {
    if (const fs::path file = run_ / kFiguresFile; exists(file)) {
      isSound(file, readFigures(run_));
      checkText(file);
    }
  }

  void checkpoints() {
    std::error_code error;
    for (fs::directory_iterator at(run_ / kCheckpointFolder, error), end; !error && at != end;
         at.increment(error)) {
      const auto extension = at->path().extension();
      if (extension == ".safetensors" || extension == kPreviousExtension) {
        check_.checkpoints += tensors(at->path()) ? 1 : 0;
      }
    }
  }

  const fs::path& run_;
  WorkspaceCheck& check_;
  Manifest manifest_;
  EventLog log_;
  bool is_over_ = false;
  std::set<fs::path> faulty_;
};

}  // namespace

void checkRun(const fs::path& run, WorkspaceCheck& check) {
  ++check.runs;
  RunCheck(run, check).all();
}

}  // namespace w2s::store
