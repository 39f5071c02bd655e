// Puts values of any notation into a configuration through its slots, and says what does not fit.
// Shared by TOML, JSON and --set, so that all three accept the same and complain alike.
//
// What is accepted beyond the obvious:
//   real number     a whole number
//   whole number    a real number without a fraction (1e3)
//   schedule        a number, short for { base = number }; in a table, keys not given keep their values
//   alternative     its name, short for { kind = name }, which starts from that kind's defaults; a table
//                   without a kind changes the present alternative; for a backbone also the path of a
//                   .safetensors file
//   list            a list of tables, each with its name ([[weak]]): replaces all entries; a table changes
//                   entries by name, and where the list may be short, the one entry itself ([weak])
//   seeds           a list, a single number, or a text such as "0-9,12"
#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/config/problem.h"
#include "core/config/slot.h"
#include "core/config/value.h"

namespace w2s::config {

// Slots that got a bad value keep their old one. `known_keys` feeds the suggestions for unknown
// keys.
void assignValue(const Slot& slot, const std::string& key, const Value& value,
                 const std::vector<std::string>& known_keys, std::vector<Problem>& problems);
void assignTable(const std::vector<Slot>& slots, const std::string& prefix, const Table& table,
                 const std::vector<std::string>& known_keys, std::vector<Problem>& problems);

// Whether an entry of a list may be called so: its name is a part of dotted keys and of names of
// columns.
[[nodiscard]] bool isEntryName(std::string_view name);

// Every dotted key there is, those of alternatives that are not chosen included.
[[nodiscard]] std::vector<std::string> allKeys(std::vector<Slot> slots);

// "0-4,7" -> 0 1 2 3 4 7. Spaces are allowed, order is kept. Errors: empty, not numbers, descending
// range, negative, above 2^53 - 1, more than kMostSeeds.
inline constexpr std::int64_t kMostSeeds = 10000;
inline constexpr std::int64_t kLargestSeed = 9007199254740991;  // 2^53 - 1: a double holds it
[[nodiscard]] Result<std::vector<std::int64_t>> parseSeeds(std::string_view text);

}  // namespace w2s::config
