#include "core/data/word_counts.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

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

// Each term once, and of each text the numbers of its terms: texts repeat few of them often.
struct Terms {
  std::vector<std::string> all;
  std::vector<std::vector<std::uint32_t>> of_text;
};

Terms termsIn(std::span<const std::string> texts, std::int64_t ngrams) {
  Terms terms;
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (const std::string& text : texts) {
    std::vector<std::uint32_t>& of_text = terms.of_text.emplace_back();
    for (std::string& term : termsOf(text, ngrams)) {
      const auto next = static_cast<std::uint32_t>(numbers.size());
      of_text.push_back(numbers.try_emplace(std::move(term), next).first->second);
    }
  }
  terms.all.resize(numbers.size());
  while (!numbers.empty()) {
    auto node = numbers.extract(numbers.begin());
    terms.all[node.mapped()] = std::move(node.key());
  }
  return terms;
}

// Those that occur most often in the texts of the fit, in the order of their bytes.
std::vector<std::uint32_t> commonest(const Terms& terms, std::span<const std::int64_t> fit,
                                     std::int64_t size) {
  std::vector<std::int64_t> occurrences(terms.all.size());
  for (const std::int64_t row : fit) {
    for (const std::uint32_t term : terms.of_text[static_cast<std::size_t>(row)]) {
      ++occurrences[term];
    }
  }
  std::vector<std::uint32_t> chosen;
  for (std::uint32_t term = 0; term < occurrences.size(); ++term) {
    if (occurrences[term] > 0) {
      chosen.push_back(term);
    }
  }
  const auto by_count = [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(occurrences[b], terms.all[a]) < std::tie(occurrences[a], terms.all[b]);
  };
  std::ranges::sort(chosen, by_count);
  chosen.resize(std::min(chosen.size(), static_cast<std::size_t>(size)));
  std::ranges::sort(chosen, {},
                    [&](std::uint32_t term) { return std::string_view(terms.all[term]); });
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
  const Terms terms = termsIn(texts, counting.ngrams);
  CountedWords made{.terms = {}, .width = counting.size, .values = {}};
  std::vector<std::int64_t> column_of(terms.all.size(), -1);
  if (counting.hashed) {
    std::ranges::transform(terms.all, column_of.begin(),
                           [&](const std::string& term) { return placeOf(term, made.width); });
  } else {
    for (const std::uint32_t term : commonest(terms, fit, counting.size)) {
      column_of[term] = std::ssize(made.terms);
      made.terms.push_back(terms.all[term]);
    }
    made.width = std::max<std::int64_t>(1, std::ssize(made.terms));
  }
  std::vector<std::vector<std::pair<std::int64_t, double>>> counts;  // of each text, by column
  for (const std::vector<std::uint32_t>& of_text : terms.of_text) {
    std::map<std::int64_t, double> row;
    for (const std::uint32_t term : of_text) {
      if (column_of[term] >= 0) {
        ++row[column_of[term]];
      }
    }
    counts.emplace_back(row.begin(), row.end());
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
