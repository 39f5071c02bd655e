// Finished stages by content: cache/<fingerprint>/ holds everything a stage gave. A stage whose
// fingerprint is here is not run again; its recorded series and evaluations appear at once.
//
//   result.json         StageResult, size and checksum of every other file, its own checksum (written
//                       last)
//   series.csv          training stages
//   evaluations.jsonl   Evaluated events
//   *                   model.safetensors, predictions.safetensors, ...: written by the engine
//
// Entries appear whole (temporary folder, sync, rename) and never change. An entry whose files are
// missing or of the wrong size (full disk, power failure, manual edit) counts as absent and is
// replaced by the next commit. A file is checked against its checksum when it is read: then the
// damaged entry is removed, and the log says so. Entries of version 0.1.0 have no checksums; their
// sizes are checked. All functions may be called from any thread and any
// number of processes on one workspace.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/metrics/evaluation.h"
#include "core/record/stage.h"
#include "core/store/ownership.h"
#include "core/store/series.h"

namespace w2s::store {

struct StageResult {
  record::StageId stage = record::stage::kStudent;
  double seconds = 0.0;                   // it took to compute
  metrics::Performance test;              // n = 0 for stages without one
  std::map<std::string, double> numbers;  // whatever else the engine wants back, by name
};

struct StageEntry {
  std::filesystem::path folder;
  StageResult result;

  std::map<std::string, std::string> checksums;  // by file; of the bytes (core/base/hash.h)

  [[nodiscard]] bool has(const std::string& file) const;
  // The bytes of one of its files. An error means that the entry cannot be used: make the stage anew.
  // Where the bytes are not those that were written, the entry is gone afterwards.
  [[nodiscard]] Result<std::string> read(const std::string& file) const;
  // Whether every file is the one that was written; errors as read().
  [[nodiscard]] Status check() const;
  // Empty when the stage recorded none. Errors as read(), and where a line is damaged.
  [[nodiscard]] Result<record::StepBlock> readSeries() const;
  [[nodiscard]] Result<std::vector<metrics::Evaluation>> readEvaluations() const;

 private:
  [[nodiscard]] Status check(const std::string& file) const;
  // `hash` is that of the file as it is now.
  [[nodiscard]] Status compare(const std::string& file, const std::string& hash) const;
};

struct EntryFault {
  enum class Kind {
    Damaged,    // not what was written: of no use, and made again
    Newer,      // sound, as far as this version can tell
    Unreadable  // now: the system refused, or its form is that of no version known here
  };
  Kind kind = Kind::Damaged;
  Sentence what;
};
// What is wrong with an entry, every byte of it looked at; empty: nothing.
[[nodiscard]] std::optional<EntryFault> faultOfEntry(const std::filesystem::path& folder);
// Removes an entry, whoever else reads or removes it at this moment.
[[nodiscard]] Status removeEntry(const std::filesystem::path& folder);

// An entry in the making. The engine writes its files into folder() and then commits; a writer that
// is destroyed uncommitted leaves nothing. One thread at a time.
class StageWriter {
 public:
  StageWriter(StageWriter&& other) noexcept;
  StageWriter& operator=(StageWriter&& other) noexcept;
  ~StageWriter();

  [[nodiscard]] const std::filesystem::path& folder() const {
    return folder_;
  }
  // Takes over the series file of a stage's run.
  [[nodiscard]] Status copySeries(const std::filesystem::path& from);
  [[nodiscard]] Status writeEvaluations(const record::StageId& stage,
                                        const std::vector<metrics::Evaluation>& evaluations);

  // Records sizes and checksums, syncs every file and renames the folder into place. When another writer of
  // the same fingerprint was first, its entry is kept and returned: both hold the same content. On
  // failure nothing is left.
  [[nodiscard]] Result<StageEntry> commit(const StageResult& result);

 private:
  friend class StageCache;
  StageWriter() = default;
  void removeFolder();

  std::filesystem::path folder_;  // empty once committed or moved from
  std::filesystem::path target_;
  Ownership owner_;  // tells an entry in the making from what a killed process left
};

class StageCache {
 public:
  // Touches nothing; the folder is made by begin().
  explicit StageCache(std::filesystem::path folder);  // cacheFolder(workspace)

  // The sound entry of that fingerprint, if there is one.
  [[nodiscard]] std::optional<StageEntry> find(const std::string& fingerprint) const;
  // Why there is none although its folder is there.
  [[nodiscard]] std::optional<Sentence> damageOf(const std::string& fingerprint) const;
  // A new entry. Fingerprints consist of letters, digits, '-' and '_'; anything else is an
  // InvalidArgument error.
  [[nodiscard]] Result<StageWriter> begin(const std::string& fingerprint) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace w2s::store
