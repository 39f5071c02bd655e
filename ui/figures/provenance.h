// Where a figure's numbers come from: written into every exported file, so that a picture found in
// a paper leads back to its run. No time of export: the same figure is the same file.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace w2s::ui::figures {

struct Provenance {
  struct Run {
    std::string id;
    std::string name;
    std::int64_t seed = 0;
    std::string config;  // fingerprint of everything in the configuration that can change a result
  };

  std::string program;   // "0.1.0"
  std::string libtorch;  // "2.13.0"
  std::vector<Run> runs;
  std::string study;    // "weights: 12 cells, 5 seeds, 60 of 60 runs finished"; empty: of runs
  std::string command;  // that makes this figure again
  std::string caption;  // of a paper (paper_caption.h)

  // "program", "W2S Lab 0.1.0", ...: what the file formats write, in their order.
  [[nodiscard]] std::vector<std::pair<std::string, std::string>> entries() const;
  // All of it on one line.
  [[nodiscard]] std::string sentence() const;
};

}  // namespace w2s::ui::figures
