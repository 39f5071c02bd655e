// Texts as vectors of numbers, without a language model: which words they have ("bag of words").
//
// A word is a run of letters and digits, in small letters (ASCII; other scripts as they are written),
// of two characters or more; a term is up to `ngrams` words that follow each other. Column j of row i,
// with c the number of times that the text has term j, n texts in the fit and d of them with the term:
//
//   presence  1 where c > 0
//   counts    c
//   tf_idf    c (ln((1 + n) / (1 + d)) + 1), then the row divided by its Euclidean norm
//
// The columns are the `size` terms that occur most often in the texts of the fit, in the order of their
// bytes (of equally frequent ones the first); or, hashed, `size` places that terms fall into.
// Source: scikit-learn's CountVectorizer and TfidfVectorizer, whose numbers these are; of equally
// frequent terms at the limit it keeps others. Deviation: hashed terms have no sign. Threads: pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace w2s::data {

enum class WordWeight { Presence, Counts, TfIdf };

struct WordCounting {
  static constexpr std::int64_t kMostColumns = 65'536;
  static constexpr std::int64_t kMostWordsATerm = 5;
  std::int64_t size = 1500;  // columns
  std::int64_t ngrams = 1;
  WordWeight weight = WordWeight::TfIdf;
  bool hashed = false;
};

// The terms of a text, in its order.
[[nodiscard]] std::vector<std::string> termsOf(std::string_view text, std::int64_t ngrams);

struct CountedWords {
  std::vector<std::string> terms;  // of the columns; empty where they are hashed
  std::int64_t width = 0;          // at least 1, at most the size that was asked for
  std::vector<float> values;       // [texts, width]
};

// `fit`: which texts choose the columns and weigh them.
[[nodiscard]] CountedWords countWords(std::span<const std::string> texts,
                                      std::span<const std::int64_t> fit,
                                      const WordCounting& counting);

}  // namespace w2s::data
