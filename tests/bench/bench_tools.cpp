#include "tests/bench/bench_tools.h"

#include <cstdlib>
#include <fstream>
#include <system_error>
#include <unistd.h>

#include <fmt/format.h>

#include "core/base/version.h"
#include "tests/bench/process.h"

namespace w2s::bench {

namespace fs = std::filesystem;

Result<Scratch> Scratch::make() {
  std::string name = (fs::temp_directory_path() / "w2s-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::Io,
                fmt::format("Cannot make a folder in {}.", fs::temp_directory_path().string()));
  }
  return Scratch(name);
}

Scratch::~Scratch() {
  if (!path_.empty()) {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
}

std::string machineText() {
  std::string cpu = "unknown processor";
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    if (line.starts_with("model name")) {
      cpu = line.substr(line.find(':') + 2);
      break;
    }
  }
  return fmt::format("{}, {} cores, LibTorch {}", cpu, ::sysconf(_SC_NPROCESSORS_ONLN),
                     kLibTorchVersion);
}

Result<nlohmann::json> runPeer(const std::string& python, const fs::path& script,
                               const std::vector<std::string>& arguments) {
  std::vector<std::string> words{python, script.string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  W2S_TRY(const Finished finished, runProcess(words));
  auto result = nlohmann::json::parse(finished.output, nullptr, /*allow_exceptions=*/false);
  if (result.is_discarded()) {
    return fail(ErrorCode::BadFormat,
                fmt::format("{} printed no JSON: {}", script.string(), finished.output));
  }
  return result;
}

}  // namespace w2s::bench
