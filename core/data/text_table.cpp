#include "core/data/text_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_read.h"
#include "core/base/json.h"
#include "core/data/csv.h"

namespace w2s::data {
namespace {

constexpr std::size_t kMostColumns = 10000;
constexpr std::size_t kMostLinesNamed = 5;
constexpr std::size_t kMostLineBytes = std::size_t{1} << 24U;

std::string extensionOf(const std::filesystem::path& path) {
  std::string text = path.extension().string();
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// Reads a file in pieces into something that is fed, and stops feeding it at the first failure or
// when it has enough.
template <class Feed>
Status feedFile(const std::filesystem::path& path, const Feed& feed) {
  Status fed;
  W2S_CHECK(readFileInPieces(path, [&](std::string_view piece) {
    if (fed) {
      fed = feed(piece);
    }
  }));
  return fed;
}

tl::unexpected<Error> tableError(const std::filesystem::path& path, const Error& cause) {
  return fail(ErrorCode::BadFormat, sentence("{}, {}.", path.string(), saidBy(cause)));
}

class CsvTable {
 public:
  CsvTable(const std::filesystem::path& path, const TableRequest& request)
      : path_(path), request_(request) {}

  Result<TextTable> read() {
    const char separator = extensionOf(path_) == ".csv" ? ',' : '\t';
    CsvParser parser(separator, [this](std::int64_t line, std::vector<std::string>& fields) {
      add(line, fields);
    });
    Status parsed = feedFile(path_, [&](std::string_view piece) -> Status {
      return isFull() ? Status{} : parser.feed(piece);
    });
    if (parsed && !isFull()) {
      parsed = parser.finish();
    }
    if (!parsed) {
      return parsed.error().code == ErrorCode::BadFormat &&
                     parsed.error().message.starts_with("line ")
                 ? tableError(path_, parsed.error())
                 : tl::unexpected(parsed.error());
    }
    if (!has_header_) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} is empty; its first line names the columns.", path_.string()));
    }
    if (!ragged_.empty()) {
      table_.problems.push_back(sentence("{}, {}: not {} fields as in the header, but {}.",
                                         path_.string(), linesText(ragged_), table_.names.size(),
                                         fmt::join(ragged_sizes_, ", ")));
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool isFull() const {
    return std::ssize(table_.lines) >= request_.most_rows;
  }

  void add(std::int64_t line, std::vector<std::string>& fields) {
    if (!has_header_) {
      header(fields);
      return;
    }
    if (isFull()) {
      return;
    }
    if (fields.size() != table_.names.size()) {
      ragged_.push_back(line);
      if (ragged_sizes_.size() < kMostLinesNamed) {
        ragged_sizes_.push_back(fields.size());
      }
      return;
    }
    table_.lines.push_back(line);
    for (std::size_t i = 0; i < places_.size(); ++i) {
      table_.columns[i].cells.push_back(std::move(fields[places_[i]]));
    }
  }

  void header(std::vector<std::string>& fields) {
    has_header_ = true;
    table_.names = fields;
    for (std::size_t place = 0; place < std::min(fields.size(), kMostColumns); ++place) {
      const std::string& name = fields[place];
      const bool wanted = request_.columns.empty() ||
                          std::ranges::find(request_.columns, name) != request_.columns.end();
      if (!wanted) {
        continue;
      }
      if (table_.find(name) != nullptr) {
        table_.problems.push_back(
            sentence("{} has two columns named \"{}\".", path_.string(), name));
        continue;
      }
      table_.columns.push_back({.name = name, .cells = {}});
      places_.push_back(place);
    }
  }

  const std::filesystem::path& path_;
  const TableRequest& request_;
  TextTable table_;
  std::vector<std::size_t> places_;  // of the wanted columns in a record
  std::vector<std::int64_t> ragged_;
  std::vector<std::size_t> ragged_sizes_;
  bool has_header_ = false;
};

class JsonLinesTable {
 public:
  JsonLinesTable(const std::filesystem::path& path, const TableRequest& request)
      : path_(path), request_(request) {
    for (const std::string& name : request.columns) {
      addColumn(name);
    }
  }

  Result<TextTable> read() {
    W2S_CHECK(feedFile(path_, [this](std::string_view piece) { return feed(piece); }));
    if (!line_.empty()) {
      add();
    }
    if (!damaged_.empty()) {
      table_.problems.push_back(sentence("{}, {}: no JSON object ({}).", path_.string(),
                                         linesText(damaged_), saidBy(*cause_)));
    }
    for (const auto& [name, lines] : missing_) {
      if (std::ssize(lines) < std::ssize(table_.lines)) {
        table_.problems.push_back(
            sentence("{}, {}: no \"{}\".", path_.string(), linesText(lines), name));
      }
    }
    std::erase_if(table_.columns, [&](const TextColumn& column) {
      const auto missing = missing_.find(column.name);
      return missing != missing_.end() && missing->second.size() == table_.lines.size();
    });
    return std::move(table_);
  }

 private:
  Status feed(std::string_view piece) {
    for (std::size_t begin = 0; begin < piece.size();) {
      if (std::exchange(carriage_return_, false) && piece[begin] == '\n') {
        ++begin;
        continue;
      }
      const std::size_t end = piece.find_first_of("\r\n", begin);
      line_ += piece.substr(begin, end == std::string_view::npos ? end : end - begin);
      if (line_.size() > kMostLineBytes) {
        return fail(ErrorCode::BadFormat, sentence("{}, line {}: longer than {} bytes.",
                                                   path_.string(), number_, kMostLineBytes));
      }
      if (end == std::string_view::npos) {
        return {};
      }
      add();
      line_.clear();
      ++number_;
      carriage_return_ = piece[end] == '\r';
      begin = end + 1;
    }
    return {};
  }

  void add() {
    const bool is_empty = std::ranges::all_of(line_, [](char c) { return c == ' ' || c == '\t'; });
    if (is_empty || std::ssize(table_.lines) >= request_.most_rows) {
      return;
    }
    auto json = parseJson(line_);
    if (!json || !json->is_object()) {
      damaged_.push_back(number_);
      if (!cause_) {
        cause_ = json ? Error{.message = "another value"} : json.error();
      }
      return;
    }
    const std::size_t row = table_.lines.size();
    for (const auto& [key, value] : json->items()) {
      if (names_.size() < kMostColumns && names_.insert(key).second) {
        table_.names.push_back(key);
        if (request_.columns.empty()) {
          addColumn(key);
        }
      }
      const auto place = places_.find(key);
      if (place != places_.end() && !value.is_null()) {
        table_.columns[place->second].cells.push_back(
            value.is_string() ? value.get<std::string>()
                              : value.dump(-1, ' ', false, Json::error_handler_t::replace));
      }
    }
    table_.lines.push_back(number_);
    for (TextColumn& column : table_.columns) {
      if (column.cells.size() == row) {
        missing_[column.name].push_back(number_);
        column.cells.emplace_back();
      }
    }
  }

  // A key that comes first on a later line was missing on those before.
  void addColumn(const std::string& name) {
    if (!places_.emplace(name, table_.columns.size()).second) {
      return;
    }
    table_.columns.push_back(
        {.name = name, .cells = std::vector<std::string>(table_.lines.size())});
    if (!table_.lines.empty()) {
      missing_[name] = table_.lines;
    }
  }

  const std::filesystem::path& path_;
  const TableRequest& request_;
  TextTable table_;
  std::unordered_set<std::string> names_;                // as table_.names
  std::unordered_map<std::string, std::size_t> places_;  // of the columns in the table
  std::string line_;
  std::int64_t number_ = 1;
  bool carriage_return_ = false;  // the last byte: with a newline behind it one end of a line
  std::vector<std::int64_t> damaged_;
  std::optional<Error> cause_;  // of the first of them
  std::map<std::string, std::vector<std::int64_t>> missing_;
};

}  // namespace

const TextColumn* TextTable::find(const std::string& name) const {
  const auto found = std::ranges::find(columns, name, &TextColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

bool isJsonLines(const std::filesystem::path& path) {
  return extensionOf(path) == ".jsonl" || extensionOf(path) == ".ndjson";
}

bool isTextTable(const std::filesystem::path& path) {
  constexpr std::array<std::string_view, 3> kSeparated{".csv", ".tsv", ".tab"};
  return isJsonLines(path) || std::ranges::find(kSeparated, extensionOf(path)) != kSeparated.end();
}

Result<TextTable> readTextTable(const std::filesystem::path& path, const TableRequest& request) {
  return isJsonLines(path) ? JsonLinesTable(path, request).read() : CsvTable(path, request).read();
}

Sentence linesText(const std::vector<std::int64_t>& lines) {
  if (lines.size() == 1) {
    return sentence("line {}", lines.front());
  }
  const auto named = std::span(lines).first(std::min(lines.size(), kMostLinesNamed));
  if (named.size() < lines.size()) {
    return sentence("lines {} and {} more", fmt::format("{}", fmt::join(named, ", ")),
                    lines.size() - named.size());
  }
  return sentence("lines {}", fmt::format("{}", fmt::join(named, ", ")));
}

}  // namespace w2s::data
