#include "ui/figures/provenance.h"

#include <fmt/format.h>

namespace w2s::ui::figures {

std::vector<std::pair<std::string, std::string>> Provenance::entries() const {
  std::vector<std::pair<std::string, std::string>> all;
  all.emplace_back("program", fmt::format("W2S Lab {}", program));
  all.emplace_back("libtorch", libtorch);
  for (const Run& run : runs) {
    all.emplace_back("run",
                     fmt::format("{} (seed {}, configuration {})", run.id, run.seed, run.config));
  }
  if (!study.empty()) {
    all.emplace_back("study", study);
  }
  all.emplace_back("command", command);
  if (!caption.empty()) {
    all.emplace_back("caption", caption);
  }
  return all;
}

std::string Provenance::sentence() const {
  std::string text = fmt::format("W2S Lab {}, LibTorch {}", program, libtorch);
  for (const Run& run : runs) {
    text += fmt::format("; run {}, seed {}, configuration {}", run.id, run.seed, run.config);
  }
  if (!study.empty()) {
    text += "; study " + study;
  }
  return text + "; " + command;
}

}  // namespace w2s::ui::figures
