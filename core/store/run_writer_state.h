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
#include "core/store/file_lock.h"
#include "core/store/prediction_log.h"
#include "core/store/run_folder.h"

namespace w2s::store {

struct RunWriter::State {
  std::mutex mutex;
  std::filesystem::path folder;
  Manifest manifest;
  FileLock lock;
  AppendFile events;
  std::map<record::StageId, AppendFile> series;
  std::map<record::StageId, PredictionWriter> predictions;
  std::vector<record::Intervention> to_replay;  // logged before the crash, not applied again yet
  bool has_run_started = false;
  bool over = false;    // a terminal event is in the log
  bool closed = false;  // finish() was called

  Status appendRows(const record::StageId& stage, std::string_view text);
  Status appendEvent(const record::Event& event, std::string line, double worked_seconds);
  Status cutSeries(const record::Rewound& rewound);
  Status cutPredictions(const record::Rewound& rewound);
  bool isReplayed(const record::Intervention& change);
};

}  // namespace w2s::store
