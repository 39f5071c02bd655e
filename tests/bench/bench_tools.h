// What the parts of the bench share: a folder for its files, the machine in words, peers.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/result.h"

namespace w2s::bench {

// A folder for temporary files, removed at the end.
class Scratch {
 public:
  // Error: the folder for temporary files takes none.
  static Result<Scratch> make();
  Scratch(Scratch&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  Scratch& operator=(Scratch&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~Scratch();
  [[nodiscard]] const std::filesystem::path& path() const {
    return path_;
  }

 private:
  explicit Scratch(std::filesystem::path path) : path_(std::move(path)) {}
  std::filesystem::path path_;
};

// Processor, cores, LibTorch.
[[nodiscard]] std::string machineText();

// The JSON object that a peer's script prints. Errors: Python or the script fails, it prints no JSON.
[[nodiscard]] Result<nlohmann::json> runPeer(const std::string& python,
                                             const std::filesystem::path& script,
                                             const std::vector<std::string>& arguments);

}  // namespace w2s::bench
