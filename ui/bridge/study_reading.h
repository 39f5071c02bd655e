// What the window reads of a workspace's studies: manifests of thousands of runs, so not on its own
// thread. Values in, values out.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QString>

#include "core/base/result.h"
#include "core/study/newcomers.h"
#include "core/study/study.h"
#include "core/study/study_state.h"

namespace w2s::ui {

// A study of the workspace.
struct KeptStudy {
  QString name;
  std::filesystem::path file;
};

struct StudyQuestion {
  // The study that is open, that of a file, or the one that was last written.
  enum class Wanted { Present, File, Latest };
  std::filesystem::path workspace;
  Wanted wanted = Wanted::Present;
  std::filesystem::path file;
  std::optional<study::Study> present;
  bool starts = false;      // its runs are to begin
  bool asks_queue = false;  // of a cluster, which may take seconds; else `queued` is taken over
  std::size_t queued = 0;
};

struct StudyAnswer {
  std::vector<KeptStudy> kept;
  bool is_none = false;             // no study is kept
  std::optional<Error> unreadable;  // of the last study whose file cannot be read
  Result<study::Study> study = tl::unexpected(Error{});
  Result<std::vector<study::CellState>> state = tl::unexpected(Error{});
  std::shared_ptr<study::Newcomers> newcomers;  // of a start
  std::size_t queued = 0;
};

[[nodiscard]] StudyAnswer readStudies(const StudyQuestion& question);

}  // namespace w2s::ui
