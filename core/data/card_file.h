// A data set's card: a TOML file that names the files of a data set of one's own.
//
//   schema = 1
//   name = "my-task"
//   classes = ["negative", "positive"]     # or "labels" says which there are
//   [rows]
//   labels = "labels.npy"                  # numbers from 0, or names of classes
//   ids    = "rows.csv#id"                 # what joins files
//   groups = "rows.csv#question"           # rows of one group never meet in two splits
//   split  = "rows.csv#split"              # train, weak, transfer, validation, test
//   text   = "rows.csv#txt"                # what a person reads, and what words are counted in
//   [[features]]                           # any number; each is a backbone
//   name = "gpt2-layer-9"
//   file = "gpt2.safetensors#hidden"       # [N, D] float16, bfloat16, float32, float64
//   ids  = "gpt2_ids.npy"                  # where its rows are not those of "labels", in their order
//   [[features]]
//   name = "measured"
//   file = "rows.csv"                      # columns of a table; "rows.jsonl#embedding": lists of numbers
//   columns = ["length", "width"]          # else all that [rows] does not name
//   [[features]]
//   name = "words"
//   kind = "words"                         # of rows.text: word_counts.h
//   size = 1500                            # columns
//   ngrams = 1                             # terms of up to so many words
//   weight = "tf_idf"                      # presence | counts | tf_idf
//   hashed = false                         # true: terms fall into places, no vocabulary is chosen
//   [[weak_labels]]                        # made elsewhere: a supervisor without training
//   name = "gpt2"
//   file = "weak.jsonl#soft_label"         # [N, K] probabilities or logits, or classes; also the files
//   ids  = "weak.jsonl#id"                 # of OpenAI's weak-to-strong code as they are
//   values = "probabilities"               # probabilities | logits | classes
//   in_order = true                        # without ids: it has the rows of "labels" in their order
//
// Paths begin in the card's folder. This file reads the card; card_dataset.h opens what it names.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/config/problem.h"
#include "core/data/array_file.h"
#include "core/data/word_counts.h"

namespace w2s::data {

// A reference and the line of the card that has it, for messages.
struct CardRef {
  FileRef file;
  int line = 0;
};

// What a section [[features]] is made of. Another kind is a struct here, its keys in card_file.cpp, and
// what makes its rows in card_features.cpp.
struct ArrayFeatures {};                  // an array in the file
struct ColumnFeatures {                   // columns of the table in the file
  std::vector<std::string> columns = {};  // empty: all that [rows] does not name
};
struct WordFeatures {  // words of rows.text
  WordCounting counting = {};
};
using FeatureKind = std::variant<ArrayFeatures, ColumnFeatures, WordFeatures>;

struct CardFeatures {
  std::string name;
  FeatureKind kind = {};
  CardRef file = {};  // of words: the line alone
  std::optional<CardRef> ids = {};
};

enum class WeakValues { Probabilities, Logits, Classes };

struct CardWeakLabels {
  std::string name;
  CardRef file;
  std::optional<CardRef> ids;
  std::optional<WeakValues> values;  // empty: told from the file, where it tells
  bool in_order = false;  // without ids: the file has the rows of "labels" in their order
};

struct CardFile {
  std::string name;
  std::string title;
  std::string description;
  std::string origin;
  std::string licence;
  std::vector<std::string> classes;
  std::optional<CardRef> labels;
  std::optional<CardRef> ids;
  std::optional<CardRef> groups;
  std::optional<CardRef> split;
  std::optional<CardRef> text;
  std::vector<CardFeatures> features;
  std::vector<CardWeakLabels> weak_labels;
};

struct CardReading {
  CardFile card;
  std::vector<config::Problem> problems;  // in the order of the file
};

// `folder`: where relative paths begin.
[[nodiscard]] CardReading readCard(std::string_view text, const std::filesystem::path& folder);

// Whether a text of TOML has the sections of a card rather than those of an experiment.
[[nodiscard]] bool looksLikeCard(std::string_view text);

}  // namespace w2s::data
