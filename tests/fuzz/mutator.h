// Damaged versions of sound inputs, each a pure function of its seed and its number, so that every
// one can be made again.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace w2s::fuzz {

struct Corpus {
  std::vector<std::string> inputs;  // at least one
  std::vector<std::string> words;   // what the format is made of: "[", "\"step\"", "\x1f\x8b"
};

// One to eight changes of one input: bits, bytes, numbers, words, parts cut out, doubled, moved, or
// taken from another input. At most 256 KiB.
[[nodiscard]] std::string mutant(const Corpus& corpus, std::uint64_t seed, std::uint64_t number);

}  // namespace w2s::fuzz
