// What a RunWriter holds. Private to the .cpp files of this folder: run_writer.cpp writes with it,
// new_run.cpp and reopened_run.cpp make it.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_io.h"
#include "core/record/series.h"
#include "core/store/ownership.h"
#include "core/store/prediction_log.h"
#include "core/store/run_folder.h"

namespace w2s::store {

struct RunWriter::State {
  struct SeriesFile {
    AppendFile file;
    record::SharedSchema schema;  // of its header, which an empty file gets with its first rows
  };

  std::mutex mutex;
  std::filesystem::path folder;
  Manifest manifest;
  Ownership owner;
  AppendFile events;
  std::map<record::StageId, SeriesFile> series;
  std::map<record::StageId, PredictionWriter> predictions;
  std::vector<record::Intervention> to_replay;  // logged before the crash, not applied again yet
  bool has_run_started = false;
  bool over = false;    // a terminal event is in the log
  bool closed = false;  // finish() was called

  Result<SeriesFile*> openSeries(const record::StageId& stage);
  // The columns in which rows of that schema are to be written. A file that lacks some of them (an
  // older version began it) gets them.
  Result<record::SharedSchema> columnsOf(const record::StageId& stage, const record::SharedSchema& rows);
  Status appendRows(const record::StageId& stage, std::string_view text);
  [[nodiscard]] Status mayWrite() const;
  Status appendEvent(const record::Event& event, std::string line, double worked_seconds);
  Status cutSeries(const record::Rewound& rewound);
  Status cutPredictions(const record::Rewound& rewound);
  bool isReplayed(const record::Intervention& change);
};

}  // namespace w2s::store
