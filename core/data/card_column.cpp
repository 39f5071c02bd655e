#include "core/data/card_column.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/utf8.h"
#include "core/config/suggest.h"

namespace w2s::data {
namespace {

constexpr std::uint64_t kMostColumnBytes = std::uint64_t{1} << 32U;
constexpr std::size_t kMostRowsNamed = 5;

template <class Number, class Wide>
std::vector<Wide> widened(const std::vector<std::byte>& bytes) {
  std::vector<Wide> numbers(bytes.size() / sizeof(Number));
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    Number number;
    std::memcpy(&number, bytes.data() + i * sizeof number, sizeof number);
    numbers[i] = static_cast<Wide>(number);
  }
  return numbers;
}

void appendUtf8(std::string& text, std::uint32_t point) {
  if (point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
    point = 0xFFFD;
  }
  if (point < 0x80) {
    text += static_cast<char>(point);
  } else if (point < 0x800) {
    text += {static_cast<char>(0xC0 | (point >> 6U)), static_cast<char>(0x80 | (point & 0x3FU))};
  } else if (point < 0x10000) {
    text += {static_cast<char>(0xE0 | (point >> 12U)),
             static_cast<char>(0x80 | ((point >> 6U) & 0x3FU)),
             static_cast<char>(0x80 | (point & 0x3FU))};
  } else {
    text += {static_cast<char>(0xF0 | (point >> 18U)),
             static_cast<char>(0x80 | ((point >> 12U) & 0x3FU)),
             static_cast<char>(0x80 | ((point >> 6U) & 0x3FU)),
             static_cast<char>(0x80 | (point & 0x3FU))};
  }
}

std::vector<std::string> textsOf(const std::vector<std::byte>& bytes, const ArrayLayout& layout) {
  std::vector<std::string> texts(bytes.size() / layout.item_bytes);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::byte* const item = bytes.data() + i * layout.item_bytes;
    if (layout.type == ArrayType::Bytes) {
      texts[i].assign(reinterpret_cast<const char*>(item), layout.item_bytes);
      texts[i].resize(std::strlen(texts[i].c_str()));
      continue;
    }
    for (std::size_t c = 0; c < layout.item_bytes / 4; ++c) {
      std::uint32_t point = 0;
      std::memcpy(&point, item + 4 * c, sizeof point);
      if (point == 0) {
        break;
      }
      appendUtf8(texts[i], point);
    }
  }
  return texts;
}

Result<Column> columnOfArray(const FileRef& ref) {
  W2S_TRY(const ArrayFile array, ArrayFile::open(ref));
  const ArrayLayout& layout = array.layout();
  if (layout.shape.empty() || layout.width() != 1) {
    return fail(ErrorCode::BadFormat,
                sentence("{} has the shape ({}), but a column is one value a row.", ref.text(),
                         fmt::join(layout.shape, ", ")));
  }
  const auto rows = static_cast<std::uint64_t>(layout.rows());
  if (rows * layout.item_bytes > kMostColumnBytes) {
    return fail(ErrorCode::BadFormat,
                sentence("{} has {} rows, more than a column can have.", ref.text(), rows));
  }
  std::vector<std::byte> bytes(static_cast<std::size_t>(rows) * layout.item_bytes);
  W2S_CHECK(array.readBlock(0, bytes));
  Column column{.ref = ref, .values = {}};
  switch (layout.type) {
    case ArrayType::Bool:
    case ArrayType::U8:
      column.values = widened<std::uint8_t, std::int64_t>(bytes);
      break;
    case ArrayType::I8:
      column.values = widened<std::int8_t, std::int64_t>(bytes);
      break;
    case ArrayType::I16:
      column.values = widened<std::int16_t, std::int64_t>(bytes);
      break;
    case ArrayType::I32:
      column.values = widened<std::int32_t, std::int64_t>(bytes);
      break;
    case ArrayType::I64:
      column.values = widened<std::int64_t, std::int64_t>(bytes);
      break;
    case ArrayType::U64: {
      // Beyond 2^63 they are no number of a class, but may be ids: as they are written.
      const auto numbers = widened<std::uint64_t, std::uint64_t>(bytes);
      if (std::ranges::all_of(numbers,
                              [](std::uint64_t n) { return std::in_range<std::int64_t>(n); })) {
        column.values = widened<std::int64_t, std::int64_t>(bytes);
      } else {
        std::vector<std::string> texts;
        for (const std::uint64_t number : numbers) {
          texts.push_back(fmt::to_string(number));
        }
        column.values = std::move(texts);
      }
      break;
    }
    case ArrayType::U16:
      column.values = widened<std::uint16_t, std::int64_t>(bytes);
      break;
    case ArrayType::U32:
      column.values = widened<std::uint32_t, std::int64_t>(bytes);
      break;
    case ArrayType::F16:
    case ArrayType::BF16:
    case ArrayType::F32:
    case ArrayType::F64: {
      std::vector<double> numbers(static_cast<std::size_t>(rows));
      for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = numberAt(*featureTypeOf(layout.type), bytes.data() + i * layout.item_bytes);
      }
      column.values = std::move(numbers);
      break;
    }
    case ArrayType::Text:
    case ArrayType::Bytes:
      column.values = textsOf(bytes, layout);
      break;
  }
  return column;
}

}  // namespace

std::int64_t Column::size() const {
  return std::visit([](const auto& all) { return std::ssize(all); }, values);
}

std::string Column::text(std::int64_t row) const {
  const auto i = static_cast<std::size_t>(row);
  if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&values)) {
    return fmt::to_string((*numbers)[i]);
  }
  if (const auto* numbers = std::get_if<std::vector<double>>(&values)) {
    const double number = (*numbers)[i];
    if (!std::isfinite(number)) {
      return {};
    }
    return std::trunc(number) == number && std::abs(number) < 1e15
               ? fmt::to_string(static_cast<std::int64_t>(number))
               : fmt::to_string(number);
  }
  return std::get<std::vector<std::string>>(values)[i];
}

std::optional<std::int64_t> Column::integer(std::int64_t row) const {
  const auto i = static_cast<std::size_t>(row);
  if (const auto* numbers = std::get_if<std::vector<std::int64_t>>(&values)) {
    return (*numbers)[i];
  }
  const std::string written = text(row);
  std::int64_t number = 0;
  const auto parsed = std::from_chars(written.data(), written.data() + written.size(), number);
  const bool is_whole = parsed.ec == std::errc() && parsed.ptr == written.data() + written.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

Sentence Column::places(const std::vector<std::int64_t>& rows) const {
  if (lines.empty()) {
    return sentence("{}, {}", ref.path.string(), rowsText(rows));
  }
  std::vector<std::int64_t> at;
  for (const std::int64_t row : rows) {
    at.push_back(lines[static_cast<std::size_t>(row)]);
  }
  return sentence("{}, {}", ref.path.string(), linesText(at));
}

Sentence rowsText(const std::vector<std::int64_t>& rows, std::int64_t all) {
  all = std::max(all, std::ssize(rows));
  if (all == 1) {
    return sentence("row {} (the first is 0)", rows.front());
  }
  const auto named = std::span(rows).first(std::min(rows.size(), kMostRowsNamed));
  const std::string list = fmt::format("{}", fmt::join(named, ", "));
  return std::ssize(named) < all
             ? sentence("rows {} and {} more (the first is 0)", list, all - std::ssize(named))
             : sentence("rows {} (the first is 0)", list);
}

std::vector<std::string> uniqueTexts(const Column& ids, std::vector<Sentence>& problems) {
  std::vector<std::string> texts;
  std::unordered_map<std::string, std::int64_t> first;
  std::vector<std::int64_t> missing;
  std::vector<std::pair<std::string, std::vector<std::int64_t>>> twice;
  for (std::int64_t row = 0; row < ids.size(); ++row) {
    texts.push_back(ids.text(row));
    if (texts.back().empty()) {
      missing.push_back(row);
      continue;
    }
    const auto [entry, is_new] = first.try_emplace(texts.back(), row);
    if (!is_new) {
      twice.emplace_back(texts.back(), std::vector<std::int64_t>{entry->second, row});
    }
  }
  if (!missing.empty()) {
    problems.push_back(sentence("{}: no id.", ids.places(missing)));
  }
  constexpr std::size_t kMostNamed = 5;
  for (std::size_t i = 0; i < std::min(twice.size(), kMostNamed); ++i) {
    problems.push_back(sentence("{}: the id \"{}\" is there more than once.",
                                ids.places(twice[i].second), twice[i].first));
  }
  if (twice.size() > kMostNamed) {
    problems.push_back(sentence("{} has {} more ids that are there more than once.", ids.ref.text(),
                                twice.size() - kMostNamed));
  }
  return missing.empty() && twice.empty() ? std::move(texts) : std::vector<std::string>{};
}

std::vector<std::int64_t> placesById(const std::vector<std::string>& wanted,
                                     const std::vector<std::string>& texts,
                                     std::vector<std::int64_t>& missing) {
  std::unordered_map<std::string, std::int64_t> place;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    place.emplace(texts[i], static_cast<std::int64_t>(i));
  }
  std::vector<std::int64_t> places;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto found = place.find(wanted[i]);
    places.push_back(found == place.end() ? -1 : found->second);
    if (found == place.end()) {
      missing.push_back(static_cast<std::int64_t>(i));
    }
  }
  return places;
}

void ColumnReader::want(const FileRef& ref) {
  if (!isTextTable(ref.path)) {
    return;
  }
  Wanted& wanted = tables_[ref.path.string()];
  wanted.wants_all = wanted.wants_all || ref.part.empty();
  wanted.columns.push_back(ref.part);
}

Result<const TextTable*> ColumnReader::tableOf(const FileRef& ref,
                                               std::vector<Sentence>& problems) {
  Wanted& wanted = tables_[ref.path.string()];
  if (!wanted.table) {
    wanted.table = readTextTable(
        ref.path, {.columns = wanted.wants_all ? std::vector<std::string>{} : wanted.columns});
    if (*wanted.table) {
      for (const Sentence& problem : (*wanted.table)->problems) {
        problems.push_back(problem);
      }
    }
  }
  if (!*wanted.table) {
    return tl::unexpected(wanted.table->error());
  }
  return &**wanted.table;
}

Result<std::vector<std::string>> ColumnReader::namesOf(const FileRef& ref,
                                                       std::vector<Sentence>& problems) {
  W2S_TRY(const TextTable* const table, tableOf(ref, problems));
  return table->names;
}

Result<Column> ColumnReader::read(const FileRef& ref, std::vector<Sentence>& problems) {
  if (!isTextTable(ref.path)) {
    const std::string extension = ref.path.extension().string();
    if (extension != ".npy" && extension != ".safetensors") {
      return fail(ErrorCode::InvalidArgument,
                  sentence("{} is no kind of file that a card reads; those are .csv, .tsv, .jsonl, "
                           ".npy and .safetensors.",
                           ref.path.string()));
    }
    return columnOfArray(ref);
  }
  W2S_TRY(const TextTable* const table, tableOf(ref, problems));
  const TextColumn* const found = ref.part.empty() && table->columns.size() == 1
                                      ? &table->columns.front()
                                      : table->find(ref.part);
  if (found == nullptr) {
    return fail(
        ErrorCode::NotFound,
        ref.part.empty()
            ? sentence("{} has {} columns; say which one as {}#COLUMN: {}.", ref.path.string(),
                       table->names.size(), ref.path.filename().string(),
                       fmt::join(table->names, ", "))
            : sentence("{} has no column \"{}\"{}; it has {}.", ref.path.string(), ref.part,
                       config::didYouMean(ref.part, table->names), fmt::join(table->names, ", ")));
  }
  Column column{.ref = ref, .values = found->cells, .lines = table->lines};
  std::vector<std::int64_t> damaged;
  for (std::int64_t row = 0; row < column.size(); ++row) {
    const std::string& cell = found->cells[static_cast<std::size_t>(row)];
    if (soundUtf8(cell) != cell.size()) {
      damaged.push_back(row);
    }
  }
  if (!damaged.empty()) {
    return fail(ErrorCode::BadFormat,
                sentence("{}: the column \"{}\" is no UTF-8; save the file as UTF-8.",
                         column.places(damaged), found->name));
  }
  return column;
}

}  // namespace w2s::data
