// A value on its way into or out of a configuration, whatever the notation: TOML, JSON or --set.
// Values know where they were written, so that problems can name the line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/base/result.h"

namespace w2s::config {

struct Entry;

struct Value {
  std::variant<bool, std::int64_t, double, std::string, std::vector<Value>, std::vector<Entry>>
      content;
  int line = 0;  // 1-based; 0: not from a file
  int column = 0;
};

// One key of a table. The place is that of the key.
struct Entry {
  std::string key;
  Value value;
  int line = 0;
  int column = 0;
};

using Table = std::vector<Entry>;

[[nodiscard]] const Entry* findEntry(const Table& table, std::string_view key);

// What a person wrote, for messages: `the number 3`, `the text "many"`, `a list`.
[[nodiscard]] Sentence describeValue(const Value& value);

// Shortest text that reads back to the same double, always recognisable as a real number ("1.0",
// "3e-05").
[[nodiscard]] std::string realText(double value);

// The text as a TOML basic string, quotes included (also valid JSON for valid UTF-8).
[[nodiscard]] std::string quotedText(std::string_view text);

}  // namespace w2s::config
