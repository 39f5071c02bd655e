// What a RunWriter holds. Private to the .cpp files of this folder: run_writer.cpp writes with it,
// new_run.cpp and reopened_run.cpp make it.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/byte_hasher.h"
#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/record/series.h"
#include "core/store/log_stamp.h"
#include "core/store/ownership.h"
#include "core/store/prediction_log.h"
#include "core/store/run_folder.h"

namespace w2s::store {

// Shared, so that sync() works on it without a lock, whatever becomes of the writer's own meanwhile.
// Of its members only append() and truncate() need the lock.
using SharedFile = std::shared_ptr<AppendFile>;

[[nodiscard]] inline Result<SharedFile> openShared(const std::filesystem::path& path) {
  W2S_TRY(AppendFile file, AppendFile::open(path));
  return std::make_shared<AppendFile>(std::move(file));
}

struct RunWriter::State {
  struct SeriesFile {
    SharedFile file;
    record::SharedSchema schema;  // of its header, which an empty file gets with its first rows
    ByteHasher hasher;            // of all that is in the file
    FileSeal seal() const {
      return {.bytes = file->size(), .hash = hasher.hex()};
    }
  };

  std::mutex mutex;
  std::filesystem::path folder;
  Manifest manifest;
  Ownership owner;
  SharedFile events;
  std::size_t log_lines = 0;              // of `events`
  std::map<std::string, FileSeal> seals;  // the last of each file in `events`
  std::map<record::StageId, SeriesFile> series;
  // With a mutex of its own, since thinning one out reads, writes and syncs a file: the other stages
  // do not wait for that.
  struct StagePredictions {
    std::mutex mutex;
    PredictionWriter writer;
  };
  std::map<record::StageId, std::shared_ptr<StagePredictions>> predictions;
  std::vector<record::Intervention> to_replay;  // logged before the crash, not applied again yet
  std::map<record::StageId, std::int64_t> cut_back;  // steps; said in the log by the next write()
  bool has_run_started = false;
  bool over = false;    // a terminal event is in the log
  bool closed = false;  // finish() was called

  Status appendLines(const std::vector<std::string>& lines);
  // Says in the log what the file holds, where that is news.
  Status appendSeal(const std::filesystem::path& file, const FileSeal& seal);
  Status sealOpenSeries();
  // The same for every file of a run that ends. What cannot be read stays without.
  Status sealAllFiles();
  // A series as it stands in its file; one that is not there yet is begun.
  static Status openSeriesFile(const std::filesystem::path& path, SeriesFile& open);
  Result<SeriesFile*> openSeries(const record::StageId& stage);
  // The columns in which rows of that schema are to be written. A file that lacks some of them (an
  // older version began it) gets them.
  Result<record::SharedSchema> columnsOf(const record::StageId& stage,
                                         const record::SharedSchema& rows);
  static bool hasColumns(const record::SharedSchema& file, const record::SeriesSchema& rows);
  Status appendRows(const record::StageId& stage, std::string_view text);
  [[nodiscard]] Status mayWrite() const;
  // Files that are written whole would make a removed folder anew.
  [[nodiscard]] Status checkOwner() const;
  Status appendEvent(const record::Event& event, std::string line, double worked_seconds);
  // These take the lock themselves. Only the thread of that stage calls them, as it alone adds to its
  // series and predictions.
  Status cutBack(const record::Rewound& rewound);
  Status cutSeries(const record::Rewound& rewound);
  Status cutPredictions(const record::Rewound& rewound);
  std::shared_ptr<StagePredictions> predictionsOf(const record::StageId& stage);
  bool isReplayed(const record::Intervention& change);
};

}  // namespace w2s::store
