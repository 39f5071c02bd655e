// A first card, written by looking into files.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

struct CardDraft {
  std::string toml;
  std::vector<Sentence> understood;  // what each file and column was taken for
};

struct DraftRequest {
  std::vector<std::filesystem::path> files;
  std::filesystem::path folder;  // of the card: paths in it begin there
  std::string name;
  // What a person says instead of leaving it to the names of files and columns: "labels", "ids",
  // "groups", "split", "text" to FILE#COLUMN.
  std::map<std::string, std::string> given;
};

// Columns and arrays are taken by their names (label, y, target; id; group, question; split; text), two-
// dimensional arrays of floating-point numbers and other columns of numbers as feature sets; a column
// soft_label, and an array with a number for each class in a file called weak, as weak labels. Errors:
// a file that cannot be read; no column is a label by its name, or several are: the candidates are
// listed.
[[nodiscard]] Result<CardDraft> draftCard(const DraftRequest& request);

}  // namespace w2s::data
