// w2s data card: a first card, written by looking into files.
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::app {

struct CardOptions {
  std::vector<std::string> files;
  std::string output;  // empty: card.toml beside the first file
  std::string name;    // empty: that of the folder
  std::string labels;
  std::string ids;
  std::string groups;
  std::string split;
  std::string text;
  bool force = false;  // replaces a card that is there
  bool json = false;
};

// Writes the card and says what was understood; the exit status says whether the data set is sound.
[[nodiscard]] Result<int> writeCard(const CardOptions& options);

}  // namespace w2s::app
