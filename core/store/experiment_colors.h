// The order in which the experiments of a workspace got their colours: colors.json in the workspace.
// From it a curve has the colour tomorrow that it has today, in the window and in figures, whatever
// else comes or goes. Runs that differ in their seed alone are one experiment.
//
//   {"schema": 1, "order": ["fashion-demo-1f0c9a6e5b3d", "", ...]}
//
// "": one that is gone. No result depends on the file. Where it is missing or damaged, colours are given
// anew; one that cannot be read, or that a later version wrote, is left as it is.
#pragma once

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"

namespace w2s::store {

inline constexpr const char* kColorsFile = "colors.json";

class ExperimentColors {
 public:
  // Knows none where the file is missing or damaged. Errors: it cannot be read, or a later version wrote
  // it.
  [[nodiscard]] static Result<ExperimentColors> read(const std::filesystem::path& workspace);

  // Its place, from 0; -1: it has none yet.
  [[nodiscard]] int of(std::string_view experiment) const;
  // Its place; one that has none gets the next.
  int give(std::string_view experiment);
  // The others leave holes, once most of them are gone. The places of these stay.
  void keepOnly(const std::set<std::string>& experiments);
  // Whether write() has something to say that read() did not.
  [[nodiscard]] bool isChanged() const {
    return is_changed_;
  }
  // Replaces the file whole. Errors: the disk.
  [[nodiscard]] Status write(const std::filesystem::path& workspace);

 private:
  std::vector<std::string> order_;
  std::unordered_map<std::string, int> places_;
  bool is_changed_ = false;
};

// Reads the colours, lets `give` give places and writes what is new, while no other program does: of two
// that do so at once both are kept. `give` is called again where the file is written, with what stands
// there then. Errors: those of read() and write(); Unavailable: another program does not come to an end.
[[nodiscard]] Status changeColors(const std::filesystem::path& workspace,
                                  const std::function<void(ExperimentColors&)>& give);

// What a run is coloured by: its experiment; one of an earlier version stands for itself.
[[nodiscard]] inline const std::string& coloredBy(const std::string& experiment,
                                                  const std::string& run_id) {
  return experiment.empty() ? run_id : experiment;
}

}  // namespace w2s::store
