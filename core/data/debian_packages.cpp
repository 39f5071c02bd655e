#include "core/data/debian_packages.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cstdlib>
#include <system_error>
#include <unordered_set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/base/file_read.h"
#include "core/base/plain_text.h"
#include "core/base/process.h"
#include "core/data/card_dataset.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 10> kSections{"admin", "games",   "graphics", "mail", "math",
                                                     "net",   "science", "sound",    "text", "web"};
constexpr std::array<std::string_view, 4> kLeftOut{"transitional", "documentation", "debug",
                                                   "dummy"};
constexpr const char* kTable = "packages.csv";  // what is kept of the list
constexpr std::uint64_t kMostListBytes = std::uint64_t{1} << 28U;

// What the card of the table says beside its classes.
constexpr std::string_view kFeatures = R"(
[rows]
labels = "packages.csv#section"
ids = "packages.csv#source"
text = "packages.csv#description"
[[features]]
name = "few-words"
kind = "words"
size = 300
weight = "presence"
[[features]]
name = "words"
kind = "words"
size = 1500
weight = "presence"
[[features]]
name = "word-pairs"
kind = "words"
size = 4000
ngrams = 2
)";

std::string lowered(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

// The field's text up to the end of its line; empty: the paragraph has none.
std::string_view fieldOf(std::string_view paragraph, std::string_view name) {
  for (std::size_t at = 0; at < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
    const std::string_view line = paragraph.substr(at, end - at);
    if (line.starts_with(name) && line.substr(name.size()).starts_with(": ")) {
      return line.substr(name.size() + 2);
    }
    at = end + 1;
  }
  return {};
}

bool isTelling(std::string_view description) {
  const std::string small = lowered(description);
  const auto speaks_of = [&](std::string_view word) { return small.find(word) != small.npos; };
  std::size_t words = 0;
  for (std::size_t i = 0; i < small.size(); ++i) {
    words += static_cast<std::size_t>(small[i] != ' ' && (i == 0 || small[i - 1] == ' '));
  }
  return words > 2 && std::ranges::none_of(kLeftOut, speaks_of);
}

std::string inQuotes(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) {
    cell += c == '"' ? std::string("\"\"") : std::string(1, c);
  }
  return cell + "\"";
}

Result<std::string> tableOf(std::string_view list, const std::string& from) {
  const std::vector<PackageText> texts = packageTexts(list);
  if (texts.empty()) {
    return fail(ErrorCode::BadFormat,
                sentence("{} has no descriptions of packages. Run `sudo apt-get update`, or name a "
                         "folder with a file Packages of Debian with --data or W2S_DATA.",
                         from));
  }
  std::string table = "source,section,description\n";
  for (const PackageText& one : texts) {
    table +=
        fmt::format("{},{},{}\n", inQuotes(one.source), one.section, inQuotes(one.description));
  }
  return table;
}

fs::path keptFolder() {
  const char* const cache = std::getenv("XDG_CACHE_HOME");
  const char* const home = std::getenv("HOME");
  const fs::path parent = cache != nullptr && *cache != '\0' ? fs::path(cache)
                          : home != nullptr                  ? fs::path(home) / ".cache"
                                                             : fs::temp_directory_path();
  return parent / "w2s-lab" / "debian-packages";
}

Result<std::shared_ptr<Dataset>> openTable(const DataSetCard& card, const fs::path& folder) {
  const std::string text = fmt::format(
      "schema = 1\nname = \"{}\"\ntitle = \"{}\"\ndescription = \"{}\"\norigin = \"{}\"\nlicence "
      "= \"{}\"\nclasses = [\"{}\"]\n{}",
      card.name, card.title, card.description, card.origin, card.licence,
      fmt::join(kSections, "\", \""), kFeatures);
  return openCard(text, folder / "card.toml");
}

}  // namespace

DataSetCard debianPackages() {
  const auto words = [](const char* name, std::int64_t width) {
    return FeatureSet{.name = name, .vectors = {.width = width, .type = ValueType::Float}};
  };
  DataSetCard card{
      .name = "debian-packages",
      .title = "Debian package descriptions",
      .description = "One-line descriptions of programs; the class is the section of the archive.",
      .origin = "the package lists of Debian, packages.debian.org",
      .licence = "as each package states it",
      .modality = Vectors{.width = 300, .type = ValueType::Float},
      .sources = {{"train", 5209}, {"test", 1302}},
      .class_names = {},
      .how_to_get = "sudo apt-get update",
      .folders = {keptFolder()},
      .official_labels = {},
      .features = {words("few-words", 300), words("words", 1500), words("word-pairs", 4000)}};
  card.class_names.assign(kSections.begin(), kSections.end());
  return card;
}

std::vector<PackageText> packageTexts(std::string_view list) {
  std::vector<PackageText> texts;
  std::unordered_set<std::string_view> known;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find("\n\n"), list.size());
    const std::string_view paragraph = list.substr(0, end);
    list.remove_prefix(std::min(end + 2, list.size()));
    std::string_view section = fieldOf(paragraph, "Section");
    section.remove_prefix(section.rfind('/') + 1);  // "contrib/net"; npos + 1 is 0
    const std::string_view description = fieldOf(paragraph, "Description");
    std::string_view source = fieldOf(paragraph, "Source");
    source = source.empty() ? fieldOf(paragraph, "Package") : source.substr(0, source.find(' '));
    if (!source.empty() && std::ranges::find(kSections, section) != kSections.end() &&
        isTelling(description) && known.insert(source).second) {
      texts.push_back({std::string(source), std::string(section), std::string(description)});
    }
  }
  return texts;
}

Result<std::shared_ptr<Dataset>> openDebianPackages(const DataSetCard& card,
                                                    std::span<const fs::path> folders) {
  std::error_code error;
  for (const fs::path& named : folders) {
    for (const fs::path& folder : {named, named / card.name}) {
      if (fs::exists(folder / kTable, error)) {
        return openTable(card, folder);
      }
      if (fs::exists(folder / "Packages", error)) {
        W2S_TRY(const std::string list, readFile(folder / "Packages", kMostListBytes));
        W2S_TRY(const std::string table, tableOf(list, (folder / "Packages").string()));
        W2S_CHECK(writeFileAtomically(folder / kTable, table));
        return openTable(card, folder);
      }
    }
  }
  // A folder that was named is the only place.
  if (std::ranges::find(folders, card.folders.front()) == folders.end()) {
    return fail(ErrorCode::NotFound,
                sentence("{} has neither {} nor a file Packages of Debian's archive.",
                         folders.front().string(), kTable));
  }
  constexpr std::chrono::seconds kLimit(60);
  const auto list = runProgram({"apt-cache", "dumpavail"}, kLimit);
  if (!list || list->code != 0) {
    return fail(ErrorCode::NotFound,
                sentence("The descriptions of packages come from apt, which does not answer here: "
                         "{} Name a folder with a file Packages of Debian's archive with --data or "
                         "W2S_DATA.",
                         list ? plainText(list->errors) : list.error().message));
  }
  W2S_TRY(const std::string table, tableOf(list->output, "apt-cache dumpavail"));
  W2S_CHECK(writeFileAtomically(keptFolder() / kTable, table));
  return openTable(card, keptFolder());
}

}  // namespace w2s::data
