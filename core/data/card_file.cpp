#include "core/data/card_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <functional>
#include <map>
#include <ranges>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/slot.h"
#include "core/config/suggest.h"
#include "core/config/toml_syntax.h"
#include "core/data/text_table.h"

namespace w2s::data {
namespace {

using config::Entry;
using config::Table;
using config::Value;

// A name is a part of keys, files and series.
bool isName(std::string_view name) {
  return !name.empty() && name.size() <= 64 && std::ranges::all_of(name, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.';
  });
}

class CardReader {
 public:
  CardReader(const Table& table, const std::filesystem::path& folder)
      : table_(table), folder_(folder) {}

  CardReading read() {
    CardFile& card = reading_.card;
    section(
        table_, {},
        {{"schema", [this](const Entry& entry) { schema(entry); }},
         {"name", [&](const Entry& entry) { text(entry, "name", card.name); }},
         {"title", [&](const Entry& entry) { text(entry, "title", card.title); }},
         {"description", [&](const Entry& entry) { text(entry, "description", card.description); }},
         {"origin", [&](const Entry& entry) { text(entry, "origin", card.origin); }},
         {"licence", [&](const Entry& entry) { text(entry, "licence", card.licence); }},
         {"classes", [this](const Entry& entry) { classes(entry); }},
         {"rows", [this](const Entry& entry) { rows(entry); }},
         {"features", [this](const Entry& entry) { features(entry); }},
         {"weak_labels", [this](const Entry& entry) { weakLabels(entry); }}});
    if (!card.name.empty() && !isName(card.name)) {
      report("name", lineOf("name"),
             sentence("name is \"{}\"; use letters, digits, -, _ and . alone.", card.name));
    }
    if (!card.labels && !labels_are_wrong_) {
      report("rows.labels", lineOf("rows"),
             sentence("The card names no labels; add labels = \"FILE\" to its section [rows]."));
    }
    std::stable_sort(reading_.problems.begin(), reading_.problems.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(reading_);
  }

 private:
  using Readers = std::vector<std::pair<std::string, std::function<void(const Entry&)>>>;

  void report(std::string field, int line, Sentence said) {
    reading_.problems.push_back(config::problemOf(std::move(field), std::move(said), line));
  }

  [[nodiscard]] int lineOf(std::string_view key) const {
    const Entry* const entry = config::findEntry(table_, key);
    return entry == nullptr ? 0 : entry->line;
  }

  // Every key of the table goes to its reader; others are problems.
  void section(const Table& table, const std::string& prefix, const Readers& readers) {
    std::vector<std::string> names;
    for (const auto& [name, unused] : readers) {
      names.push_back(name);
    }
    for (const Entry& entry : table) {
      const auto reader = std::ranges::find(readers, entry.key, &Readers::value_type::first);
      if (reader != readers.end()) {
        reader->second(entry);
        continue;
      }
      report(config::joinKey(prefix, entry.key), entry.line,
             sentence("A card has no key {}{}; known here: {}.", config::joinKey(prefix, entry.key),
                      config::didYouMean(entry.key, names), fmt::join(names, ", ")));
    }
  }

  bool wrongType(const Entry& entry, std::string_view key, const Sentence& wanted) {
    report(std::string(key), entry.line,
           sentence("{} is {}, but must be {}.", key, config::describeValue(entry.value), wanted));
    return false;
  }

  bool text(const Entry& entry, std::string_view key, std::string& target) {
    const auto* text = std::get_if<std::string>(&entry.value.content);
    if (text == nullptr) {
      return wrongType(entry, key, sentence("a text"));
    }
    target = *text;
    return true;
  }

  bool reference(const Entry& entry, const std::string& key, std::optional<CardRef>& target) {
    std::string text_of;
    if (!text(entry, key, text_of)) {
      return false;
    }
    if (text_of.empty() || text_of.front() == '#') {
      report(key, entry.line, sentence("{} is \"{}\", which names no file.", key, text_of));
      return false;
    }
    target = CardRef{.file = FileRef::parse(text_of, folder_), .line = entry.line};
    return true;
  }

  void schema(const Entry& entry) {
    const auto* number = std::get_if<std::int64_t>(&entry.value.content);
    if (number == nullptr || *number != 1) {
      (void)wrongType(entry, "schema", sentence("1, the version of the format"));
    }
  }

  void classes(const Entry& entry) {
    const auto* list = std::get_if<std::vector<Value>>(&entry.value.content);
    if (list == nullptr) {
      (void)wrongType(entry, "classes", sentence("a list of names"));
      return;
    }
    for (const Value& value : *list) {
      const auto* name = std::get_if<std::string>(&value.content);
      if (name == nullptr) {
        report("classes", entry.line,
               sentence("classes has {}, but must be a list of names in quotes.",
                        config::describeValue(value)));
        return;
      }
      auto& names = reading_.card.classes;
      if (std::ranges::find(names, *name) != names.end()) {
        report("classes", entry.line, sentence("classes has \"{}\" more than once.", *name));
      }
      names.push_back(*name);
    }
    if (list->size() < 2) {
      report("classes", entry.line,
             sentence("classes has {} names, but at least two are needed.", list->size()));
    }
  }

  void rows(const Entry& entry) {
    const auto* table = std::get_if<Table>(&entry.value.content);
    if (table == nullptr) {
      (void)wrongType(entry, "rows", sentence("a section, [rows]"));
      labels_are_wrong_ = true;
      return;
    }
    CardFile& card = reading_.card;
    const auto column = [this](std::optional<CardRef>& target) {
      return [this, &target](const Entry& one) {
        (void)reference(one, config::joinKey("rows", one.key), target);
      };
    };
    section(*table, "rows",
            {{"labels",
              [&](const Entry& one) {
                labels_are_wrong_ = !reference(one, "rows.labels", card.labels);
              }},
             {"ids", column(card.ids)},
             {"groups", column(card.groups)},
             {"split", column(card.split)},
             {"text", column(card.text)}});
  }

  // Calls `read` with each section of a list of them.
  void sections(const Entry& entry, const std::function<void(const Table&, int line)>& read) {
    const auto* list = std::get_if<std::vector<Value>>(&entry.value.content);
    const auto is_table = [](const Value& value) {
      return std::holds_alternative<Table>(value.content);
    };
    if (list == nullptr || !std::ranges::all_of(*list, is_table)) {
      (void)wrongType(entry, entry.key, sentence("one or more sections [[{}]]", entry.key));
      return;
    }
    for (const Value& value : *list) {
      const auto& table = std::get<Table>(value.content);
      read(table, table.empty() ? entry.line : table.front().line);
    }
  }

  // Name and file of a section are there, and the name is its own.
  template <class Section>
  void keep(std::string_view list, const Table& table, int line, Section section,
            const std::optional<CardRef>& file, std::vector<Section>& sections) {
    if (!file && config::findEntry(table, "file") == nullptr) {
      report(config::joinKey(list, "file"), line,
             sentence("A section [[{}]] names no file; add file = \"FILE\".", list));
    }
    if (!isName(section.name)) {
      report(config::joinKey(list, "name"), line,
             sentence("A section [[{}]] has the name \"{}\"; give it one of letters, digits, -, _ "
                      "and . alone.",
                      list, section.name));
    } else if (std::ranges::find(sections, section.name, &Section::name) != sections.end()) {
      report(config::joinKey(list, "name"), line,
             sentence("Two sections [[{}]] have the name \"{}\".", list, section.name));
    }
    if (file) {
      section.file = *file;
      sections.push_back(std::move(section));
    }
  }

  void features(const Entry& entry) {
    sections(entry, [this](const Table& table, int line) {
      CardFeatures set;
      std::optional<CardRef> file;
      std::string kind;
      ColumnFeatures columns;
      WordCounting counting;
      const auto whole = [this](std::int64_t& target, std::int64_t most) {
        return [this, &target, most](const Entry& one) { number(one, target, most); };
      };
      section(
          table, "features",
          {{"name", [&](const Entry& one) { text(one, "features.name", set.name); }},
           {"kind", [&](const Entry& one) { text(one, "features.kind", kind); }},
           {"file", [&](const Entry& one) { reference(one, "features.file", file); }},
           {"ids", [&](const Entry& one) { reference(one, "features.ids", set.ids); }},
           {"columns", [&](const Entry& one) { names(one, "features.columns", columns.columns); }},
           {"size", whole(counting.size, WordCounting::kMostColumns)},
           {"ngrams", whole(counting.ngrams, WordCounting::kMostWordsATerm)},
           {"weight", [&](const Entry& one) { weight(one, counting.weight); }},
           {"hashed", [&](const Entry& one) { flag(one, "features.hashed", counting.hashed); }}});
      if (kind.empty()) {
        kind = file && isTextTable(file->file.path) ? "columns" : "array";
      }
      checkKeysOfKind(table, kind, line);
      if (kind == "words") {
        set.kind = WordFeatures{counting};
        file = CardRef{.file = {}, .line = line};
        needsText(line);
      } else if (kind == "columns") {
        set.kind = std::move(columns);
      }
      keep("features", table, line, std::move(set), file, reading_.card.features);
    });
  }

  // The kinds of features, and the keys that each has beside its name.
  void checkKeysOfKind(const Table& table, const std::string& kind, int line) {
    static const std::map<std::string, std::vector<std::string>> kinds{
        {"array", {"file", "ids"}},
        {"columns", {"file", "ids", "columns"}},
        {"words", {"size", "ngrams", "weight", "hashed"}}};
    const auto known = kinds.find(kind);
    if (known == kinds.end()) {
      report("features.kind", line,
             sentence("features.kind is \"{}\"; the kinds of features are {}.", kind,
                      fmt::join(std::views::keys(kinds), ", ")));
      return;
    }
    for (const auto& [unused, keys] : kinds) {
      for (const std::string& key : keys) {
        const Entry* const entry = config::findEntry(table, key);
        if (entry != nullptr && std::ranges::find(known->second, key) == known->second.end() &&
            reported_.insert(entry).second) {
          report(config::joinKey("features", key), entry->line,
                 sentence("Features of the kind {} have no {}; they have {}.", kind, key,
                          fmt::join(known->second, ", ")));
        }
      }
    }
  }

  void needsText(int line) {
    const Entry* const entry = config::findEntry(table_, "rows");
    const auto* rows = entry != nullptr ? std::get_if<Table>(&entry->value.content) : nullptr;
    if (rows == nullptr || config::findEntry(*rows, "text") == nullptr) {
      report("rows.text", line,
             sentence("Words are counted in rows.text, which the card does not name; add text = "
                      "\"FILE#COLUMN\" to its section [rows]."));
    }
  }

  void number(const Entry& entry, std::int64_t& target, std::int64_t most) {
    const auto* number = std::get_if<std::int64_t>(&entry.value.content);
    if (number == nullptr || *number < 1 || *number > most) {
      (void)wrongType(entry, config::joinKey("features", entry.key),
                      sentence("a whole number from 1 to {}", most));
      return;
    }
    target = *number;
  }

  bool names(const Entry& entry, std::string_view key, std::vector<std::string>& target) {
    const auto* list = std::get_if<std::vector<Value>>(&entry.value.content);
    std::vector<std::string> read;
    for (const Value& value : list != nullptr ? *list : std::vector<Value>()) {
      const auto* name = std::get_if<std::string>(&value.content);
      if (name != nullptr && !name->empty() && std::ranges::find(read, *name) == read.end()) {
        read.push_back(*name);
      }
    }
    if (list == nullptr || list->empty() || read.size() != list->size()) {
      return wrongType(entry, key, sentence("a list of different names in quotes"));
    }
    target = std::move(read);
    return true;
  }

  void weight(const Entry& entry, WordWeight& target) {
    constexpr std::array<std::pair<std::string_view, WordWeight>, 3> kNames{
        {{"presence", WordWeight::Presence},
         {"counts", WordWeight::Counts},
         {"tf_idf", WordWeight::TfIdf}}};
    const auto* name = std::get_if<std::string>(&entry.value.content);
    const auto found = std::ranges::find_if(
        kNames, [&](const auto& known) { return name != nullptr && known.first == *name; });
    if (found == kNames.end()) {
      (void)wrongType(entry, "features.weight", sentence("\"presence\", \"counts\" or \"tf_idf\""));
      return;
    }
    target = found->second;
  }

  void weakLabels(const Entry& entry) {
    sections(entry, [this](const Table& table, int line) {
      CardWeakLabels set;
      std::optional<CardRef> file;
      section(table, "weak_labels",
              {{"name", [&](const Entry& one) { text(one, "weak_labels.name", set.name); }},
               {"file", [&](const Entry& one) { reference(one, "weak_labels.file", file); }},
               {"ids", [&](const Entry& one) { reference(one, "weak_labels.ids", set.ids); }},
               {"values", [&](const Entry& one) { values(one, set.values); }},
               {"in_order",
                [&](const Entry& one) { flag(one, "weak_labels.in_order", set.in_order); }}});
      keep("weak_labels", table, line, std::move(set), file, reading_.card.weak_labels);
    });
  }

  void flag(const Entry& entry, std::string_view key, bool& target) {
    if (const auto* flag = std::get_if<bool>(&entry.value.content)) {
      target = *flag;
    } else {
      (void)wrongType(entry, key, sentence("true or false"));
    }
  }

  void values(const Entry& entry, std::optional<WeakValues>& target) {
    constexpr std::array<std::pair<std::string_view, WeakValues>, 3> kNames{
        {{"probabilities", WeakValues::Probabilities},
         {"logits", WeakValues::Logits},
         {"classes", WeakValues::Classes}}};
    const auto* name = std::get_if<std::string>(&entry.value.content);
    for (const auto& [known, values] : kNames) {
      if (name != nullptr && *name == known) {
        target = values;
        return;
      }
    }
    (void)wrongType(entry, "weak_labels.values",
                    sentence("\"probabilities\", \"logits\" or \"classes\""));
  }

  const Table& table_;
  const std::filesystem::path& folder_;
  CardReading reading_;
  bool labels_are_wrong_ = false;  // and that was said
  std::set<const Entry*> reported_;
};

}  // namespace

CardReading readCard(std::string_view text, const std::filesystem::path& folder) {
  std::vector<config::Problem> problems;
  const Table table = config::readTomlSyntax(text, problems);
  if (!problems.empty()) {
    return {.card = {}, .problems = std::move(problems)};
  }
  return CardReader(table, folder).read();
}

bool looksLikeCard(std::string_view text) {
  std::vector<config::Problem> problems;
  const Table table = config::readTomlSyntax(text, problems);
  return config::findEntry(table, "rows") != nullptr ||
         config::findEntry(table, "features") != nullptr ||
         config::findEntry(table, "weak_labels") != nullptr;
}

}  // namespace w2s::data
