// Cards with weak labels for tests: two classes, features of two numbers, weak labels of chosen rows.
#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>

namespace w2s::test {

inline std::filesystem::path writeText(const std::filesystem::path& path,
                                       std::string_view content) {
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

inline std::string npyOf(const std::string& descr, const std::string& shape,
                         std::string_view values) {
  std::string header =
      "{'descr': '" + descr + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
  std::string bytes = std::string("\x93NUMPY\x01\x00", 8);
  bytes += static_cast<char>(header.size() & 0xFFU);
  bytes += static_cast<char>(header.size() >> 8U);
  return bytes + header + std::string(values);
}

struct WeakCard {
  int rows = 0;
  std::function<std::string(int)> split;  // of a row
  std::function<bool(int)> has_label;     // a weak one
  std::function<int(int)> group = {};     // empty: the card has none
  double share = 0.75;                    // of the right class
};

// The class of row r is r % 2, its id r, its first number its class. The card's weak labels are "theirs", in
// w.jsonl.
inline std::filesystem::path writeWeakCard(const std::filesystem::path& folder,
                                           const WeakCard& card) {
  std::string rows = "id,y,part,q\n";
  std::string labels;
  std::string values;
  for (int row = 0; row < card.rows; ++row) {
    const std::string id = "r" + std::to_string(row);
    const bool second = row % 2 == 1;
    rows += id + "," + std::to_string(row % 2) + "," + card.split(row) + ",q" +
            std::to_string(card.group ? card.group(row) : row) + "\n";
    for (const float value : {second ? 1.0F : -1.0F, static_cast<float>(row % 7)}) {
      values.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    if (card.has_label(row)) {
      const double first = second ? 1.0 - card.share : card.share;
      labels += "{\"id\": \"" + id + "\", \"p\": [" + std::to_string(first) + ", " +
                std::to_string(1.0 - first) + "]}\n";
    }
  }
  writeText(folder / "rows.csv", rows);
  writeText(folder / "w.jsonl", labels);
  writeText(folder / "x.npy", npyOf("<f4", "(" + std::to_string(card.rows) + ", 2)", values));
  return writeText(folder / "card.toml",
                   "[rows]\nlabels = \"rows.csv#y\"\nids = \"rows.csv#id\"\nsplit = "
                   "\"rows.csv#part\"\n" +
                       std::string(card.group ? "groups = \"rows.csv#q\"\n" : "") +
                       "[[features]]\nname = \"x\"\nfile = \"x.npy\"\n[[weak_labels]]\nname = "
                       "\"theirs\"\nfile = \"w.jsonl#p\"\nids = \"w.jsonl#id\"\n");
}

}  // namespace w2s::test
