#include "tests/fuzz/mutator.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "core/base/seed.h"

namespace w2s::fuzz {
namespace {

constexpr std::size_t kMostBytes = std::size_t{1} << 18U;

constexpr std::array<std::string_view, 22> kNumbers{"0",
                                                    "-1",
                                                    "1",
                                                    "255",
                                                    "65536",
                                                    "2147483647",
                                                    "2147483648",
                                                    "4294967296",
                                                    "1e308",
                                                    "1e999",
                                                    "-0.0",
                                                    "nan",
                                                    "inf",
                                                    "-inf",
                                                    "1e-400",
                                                    "0.1",
                                                    "4611686018427387904",
                                                    "9223372036854775807",
                                                    "9223372036854775808",
                                                    "-9223372036854775808",
                                                    "18446744073709551615",
                                                    "99999999999999999999999999"};

constexpr std::array<std::uint64_t, 12> kBits{0,
                                              1,
                                              0x7F,
                                              0xFF,
                                              0x7FFF,
                                              0xFFFF,
                                              0x7FFFFFFF,
                                              0xFFFFFFFF,
                                              std::uint64_t{1} << 32U,
                                              std::uint64_t{1} << 62U,
                                              ~std::uint64_t{0} >> 1U,
                                              ~std::uint64_t{0}};

bool isDigit(char c) {
  return std::isdigit(static_cast<unsigned char>(c)) != 0;
}

class Mutation {
 public:
  Mutation(const Corpus& corpus, SplitMix64 random) : corpus_(corpus), random_(random) {
    text_ = anInput();
  }

  std::string made() && {
    const std::uint64_t changes = std::uint64_t{1} << random_.below(4);
    for (std::uint64_t i = 0; i < changes; ++i) {
      change();
    }
    text_.resize(std::min(text_.size(), kMostBytes));
    return std::move(text_);
  }

 private:
  const std::string& anInput() {
    return corpus_.inputs[random_.below(corpus_.inputs.size())];
  }
  // Of a text of `size` bytes; its end counts as a place.
  std::size_t place(std::size_t size) {
    return random_.below(size + 1);
  }
  // Mostly short.
  std::size_t length() {
    return 1 + random_.below(std::uint64_t{1} << random_.below(11));
  }
  char& aByte() {
    return text_[random_.below(text_.size())];
  }
  std::string part(const std::string& of) {
    return of.substr(place(of.size()), length());
  }
  void insert(std::string_view what) {
    text_.insert(place(text_.size()), what);
  }

  void change() {
    if (text_.empty()) {
      text_ = part(anInput());
      return;
    }
    switch (random_.below(13)) {
      case 0:
        aByte() ^= static_cast<char>(1U << random_.below(8));
        break;
      case 1:
        aByte() = static_cast<char>(random_.below(256));
        break;
      case 2:
        insert(std::string(length(), static_cast<char>(random_.below(256))));
        break;
      case 3:
        text_.erase(place(text_.size()), length());
        break;
      case 4:
        insert(part(text_));
        break;
      case 5:
        insert(part(anInput()));
        break;
      case 6:
        text_.resize(place(text_.size()));
        break;
      case 7:
        replaceNumber();
        break;
      case 8:
        overwriteBits();
        break;
      case 9:
      case 10:
        insertWord();
        break;
      case 11:
        repeat();
        break;
      default:
        moveLine();
        break;
    }
  }

  // The digits around a place, or what is there.
  void replaceNumber() {
    std::size_t begin = random_.below(text_.size());
    while (begin < text_.size() && !isDigit(text_[begin])) {
      ++begin;
    }
    std::size_t end = begin;
    while (end < text_.size() && isDigit(text_[end])) {
      ++end;
    }
    text_.replace(begin, end - begin, kNumbers[random_.below(kNumbers.size())]);
  }

  // A number of 1, 2, 4 or 8 bytes in either order.
  void overwriteBits() {
    const std::size_t width = std::size_t{1} << random_.below(4);
    const std::uint64_t value = kBits[random_.below(kBits.size())];
    const bool big_endian = random_.below(2) == 0;
    const std::size_t at = random_.below(text_.size());
    for (std::size_t i = 0; i < width && at + i < text_.size(); ++i) {
      text_[at + i] = static_cast<char>(value >> (8 * (big_endian ? width - 1 - i : i)));
    }
  }

  void insertWord() {
    if (!corpus_.words.empty()) {
      insert(corpus_.words[random_.below(corpus_.words.size())]);
    }
  }

  // Deep nesting, long lists, long names.
  void repeat() {
    const bool use_word = !corpus_.words.empty() && random_.below(2) == 0;
    const std::string unit =
        use_word ? corpus_.words[random_.below(corpus_.words.size())] : part(text_);
    const std::uint64_t times = 1 + random_.below(std::uint64_t{1} << random_.below(15));
    std::string all;
    for (std::uint64_t i = 0; i < times && all.size() < kMostBytes; ++i) {
      all += unit;
    }
    insert(all);
  }

  void moveLine() {
    const std::size_t begin = text_.rfind('\n', random_.below(text_.size())) + 1;
    const std::size_t end = std::min(text_.find('\n', begin), text_.size() - 1) + 1;
    if (begin < end) {
      const std::string line = text_.substr(begin, end - begin);
      text_.erase(begin, end - begin);
      insert(line);
    }
  }

  const Corpus& corpus_;
  SplitMix64 random_;
  std::string text_;
};

}  // namespace

std::string mutant(const Corpus& corpus, std::uint64_t seed, std::uint64_t number) {
  return Mutation(corpus, SplitMix64(Seed(seed).child(number))).made();
}

}  // namespace w2s::fuzz
