#include <fstream>
#include <string>
#include <string_view>

#include "core/base/version.h"
#include "core/store/manifest.h"

namespace w2s::store {
namespace {

std::string compilerName() {
#if defined(__clang__)
  return "Clang " __clang_version__;
#elif defined(__GNUC__)
  return "GCC " __VERSION__;
#else
  return {};
#endif
}

// "model name" on x86; ARM kernels name no model.
std::string cpuName() {
  std::ifstream info("/proc/cpuinfo");
  for (std::string line; std::getline(info, line);) {
    constexpr std::string_view kKey = "model name";
    const auto colon = line.find(": ");
    if (line.starts_with(kKey) && colon != std::string::npos) {
      return line.substr(colon + 2);
    }
  }
  return {};
}

}  // namespace

Versions currentVersions() {
  return {.program = kVersion,
          .libtorch = kLibTorchVersion,
          .compiler = compilerName(),
          .cpu = cpuName(),
          .git = W2S_GIT_ID};
}

}  // namespace w2s::store
