#include "core/data/word_counts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <unordered_map>

#include "core/base/hash.h"
#include "core/base/utf8.h"

namespace w2s::data {
namespace {

// Beyond ASCII everything is a letter but marks and spaces.
bool isOfWord(char32_t code) {
  if (code < 0x80) {
    return (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') ||
           (code >= 'A' && code <= 'Z');
  }
  const bool is_mark = (code <= 0xBF && code != 0xAA && code != 0xB5 && code != 0xBA) ||
                       code == 0xD7 || code == 0xF7 || (code >= 0x2000 && code <= 0x206F) ||
                       (code >= 0x2190 && code <= 0x2BFF) || (code >= 0x3000 && code <= 0x303F) ||
                       code == 0xFEFF || code == 0xFFFD;
  return !is_mark;
}

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  std::size_t characters = 0;
  const auto end = [&] {
    if (characters >= 2) {
      words.push_back(word);
    }
    word.clear();
    characters = 0;
  };
  while (!text.empty()) {
    const CodePoint point = firstCodePoint(text);
    const std::size_t bytes = std::max<std::size_t>(point.size, 1);
    if (point.size == 0 || !isOfWord(point.code)) {
      end();
    } else {
      const bool is_capital = point.code >= 'A' && point.code <= 'Z';
      word += is_capital ? std::string(1, static_cast<char>(point.code - 'A' + 'a'))
                         : std::string(text.substr(0, bytes));
      ++characters;
    }
    text.remove_prefix(bytes);
  }
  end();
  return words;
}

// The terms that occur most often in the texts of the fit, in the order of their bytes.
std::vector<std::string> commonest(const std::vector<std::vector<std::string>>& terms,
                                   std::span<const std::int64_t> fit, std::int64_t size) {
  std::unordered_map<std::string_view, std::int64_t> occurrences;
  for (const std::int64_t row : fit) {
    for (const std::string& term : terms[static_cast<std::size_t>(row)]) {
      ++occurrences[term];
    }
  }
  std::vector<std::pair<std::int64_t, std::string_view>> by_count;
  by_count.reserve(occurrences.size());
  for (const auto& [term, count] : occurrences) {
    by_count.emplace_back(-count, term);
  }
  std::ranges::sort(by_count);
  by_count.resize(std::min(by_count.size(), static_cast<std::size_t>(size)));
  std::vector<std::string> chosen;
  for (const auto& [unused, term] : by_count) {
    chosen.emplace_back(term);
  }
  std::ranges::sort(chosen);
  return chosen;
}

std::int64_t placeOf(const std::string& term, std::int64_t size) {
  const std::string hex = hashOfBytes(term).substr(0, 15);
  std::uint64_t number = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
  return static_cast<std::int64_t>(number % static_cast<std::uint64_t>(size));
}

}  // namespace

std::vector<std::string> termsOf(std::string_view text, std::int64_t ngrams) {
  const std::vector<std::string> words = wordsOf(text);
  std::vector<std::string> terms;
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::string term;
    for (std::size_t n = 0; n < static_cast<std::size_t>(ngrams) && first + n < words.size(); ++n) {
      term += (n == 0 ? "" : " ") + words[first + n];
      terms.push_back(term);
    }
  }
  return terms;
}

CountedWords countWords(std::span<const std::string> texts, std::span<const std::int64_t> fit,
                        const WordCounting& counting) {
  std::vector<std::vector<std::string>> terms;
  terms.reserve(texts.size());
  for (const std::string& text : texts) {
    terms.push_back(termsOf(text, counting.ngrams));
  }
  CountedWords made{.terms = {}, .width = counting.size, .values = {}};
  std::unordered_map<std::string_view, std::int64_t> columns;
  if (!counting.hashed) {
    made.terms = commonest(terms, fit, counting.size);
    made.width = std::max<std::int64_t>(1, std::ssize(made.terms));
    for (const std::string& term : made.terms) {
      columns.emplace(term, std::ssize(columns));
    }
  }
  std::vector<std::map<std::int64_t, double>> counts(texts.size());  // by column
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const std::string& term : terms[i]) {
      if (counting.hashed) {
        ++counts[i][placeOf(term, made.width)];
      } else if (const auto column = columns.find(term); column != columns.end()) {
        ++counts[i][column->second];
      }
    }
  }
  std::vector<std::int64_t> texts_with(static_cast<std::size_t>(made.width));
  for (const std::int64_t row : fit) {
    for (const auto& [column, unused] : counts[static_cast<std::size_t>(row)]) {
      ++texts_with[static_cast<std::size_t>(column)];
    }
  }
  std::vector<double> factor(texts_with.size(), 1.0);
  if (counting.weight == WordWeight::TfIdf) {
    std::ranges::transform(texts_with, factor.begin(), [&](std::int64_t with) {
      return std::log((1.0 + static_cast<double>(fit.size())) / (1.0 + static_cast<double>(with))) +
             1.0;
    });
  }
  made.values.resize(texts.size() * factor.size());
  for (std::size_t i = 0; i < texts.size(); ++i) {
    double squares = 0.0;
    for (auto& [column, value] : counts[i]) {
      value = counting.weight == WordWeight::Presence
                  ? 1.0
                  : value * factor[static_cast<std::size_t>(column)];
      squares += value * value;
    }
    const double norm = counting.weight == WordWeight::TfIdf ? std::sqrt(squares) : 1.0;
    for (const auto& [column, value] : counts[i]) {
      made.values[i * factor.size() + static_cast<std::size_t>(column)] =
          static_cast<float>(value / norm);
    }
  }
  return made;
}

}  // namespace w2s::data
