#include "core/config/toml_syntax.h"

#include <algorithm>
#include <sstream>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "core/config/toml_check.h"

namespace w2s::config {

namespace {

Table convertTable(const toml::table& table);

Value convert(const toml::node& node) {
  Value value;
  value.line = static_cast<int>(node.source().begin.line);
  value.column = static_cast<int>(node.source().begin.column);
  node.visit([&value](const auto& typed) {
    using Node = std::remove_cvref_t<decltype(typed)>;
    if constexpr (toml::is_table<Node>) {
      value.content = convertTable(typed);
    } else if constexpr (toml::is_array<Node>) {
      std::vector<Value> list;
      for (const toml::node& element : typed) {
        list.push_back(convert(element));
      }
      value.content = std::move(list);
    } else if constexpr (toml::is_boolean<Node> || toml::is_integer<Node> ||
                         toml::is_floating_point<Node> || toml::is_string<Node>) {
      value.content = typed.get();
    } else {
      std::ostringstream text;
      text << typed.get();
      value.content = text.str();
    }
  });
  return value;
}

Table convertTable(const toml::table& table) {
  Table entries;
  for (auto&& [key, node] : table) {
    const toml::source_position place = key.source().begin;
    entries.push_back({std::string(key.str()), convert(node), static_cast<int>(place.line),
                       static_cast<int>(place.column)});
  }
  // toml++ sorts by key.
  std::ranges::stable_sort(entries, [](const Entry& a, const Entry& b) {
    return std::pair(a.line, a.column) < std::pair(b.line, b.column);
  });
  return entries;
}

}  // namespace

Table readTomlSyntax(std::string_view text, std::vector<Problem>& problems) {
  if (auto problem = problemOfTomlText(text)) {
    problems.push_back(std::move(*problem));
    return {};
  }
  const toml::parse_result result = toml::parse(text);
  if (!result) {
    const toml::source_position place = result.error().source().begin;
    problems.push_back({{},
                        std::string(result.error().description()),
                        static_cast<int>(place.line),
                        static_cast<int>(place.column)});
    return {};
  }
  return convertTable(result.table());
}

}  // namespace w2s::config
