// w2s-bench --study: a study of the built-in experiment, 32 settings by 5 seeds with cached features,
// on one core and on all, against Python peers that train the same students.
#pragma once

#include <string>

namespace w2s::bench {

struct StudyPrograms {
  std::string python;  // with torch; empty: no peers
  std::string w2s;
  std::string peers;  // the folder of their scripts
};

// Reads its own options; prints a table or JSON. Gives the exit code.
[[nodiscard]] int studyBench(int argc, char** argv, StudyPrograms programs);

}  // namespace w2s::bench
