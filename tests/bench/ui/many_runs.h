// A workspace with many run folders: copies of one real run, each with an id and a time of its own, with
// settings that differ.
#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace w2s::bench {

class ManyRuns {
 public:
  // `w2s` is the program that makes the run, in `workspace`; `data_folder` empty: the data set's usual places.
  [[nodiscard]] static Result<ManyRuns> make(const std::string& w2s, const std::string& data_folder,
                                             const std::filesystem::path& workspace);

  // Adds folders until there are `count` of them. The copies' series are links to the files of the run.
  [[nodiscard]] Status fillTo(int count);
  [[nodiscard]] int count() const {
    return count_;
  }

 private:
  std::filesystem::path runs_;
  std::filesystem::path original_;
  std::string manifest_;
  std::string created_;  // of the original, as its manifest has it
  int count_ = 1;
};

}  // namespace w2s::bench
