#include "ui/draw/legend_names.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace w2s::ui::draw {
namespace {

constexpr std::string_view kEllipsis = "\u2026";
constexpr std::size_t kFewLetters = 4;  // less is not worth an ellipsis

enum class Part { End, Middle, Start };

bool isBetweenWords(char letter) {
  return std::string_view(" ,;:/_-=").find(letter) != std::string_view::npos;
}

std::string_view nameOf(const LegendName& name) {
  return std::string_view(name.text).substr(0, name.name);
}

// Those whose words are compared.
std::vector<std::string_view> compared(std::span<const LegendName> names) {
  std::vector<std::string_view> others;
  std::vector<std::string_view> all;
  for (const LegendName& name : names) {
    if (name.name == 0) {
      continue;
    }
    all.push_back(nameOf(name));
    if (name.other) {
      others.push_back(nameOf(name));
    }
  }
  return others.size() < 2 ? all : others;
}

// Bytes of whole words; at least one word of each name is left.
std::size_t commonStart(std::span<const std::string_view> names) {
  if (names.size() < 2) {
    return 0;
  }
  std::size_t shared = names.front().size();
  for (const std::string_view name : names) {
    const auto [mine, its] = std::ranges::mismatch(names.front().substr(0, shared), name);
    shared = static_cast<std::size_t>(mine - names.front().begin());
  }
  while (shared > 0 && !isBetweenWords(names.front()[shared - 1])) {
    --shared;
  }
  const auto ends_there = [shared](std::string_view name) { return name.size() == shared; };
  return shared < kFewLetters || std::ranges::any_of(names, ends_there) ? 0 : shared;
}

std::size_t commonEnd(std::span<const std::string_view> names) {
  std::vector<std::string> reversed;
  for (const std::string_view name : names) {
    reversed.emplace_back(name.rbegin(), name.rend());
  }
  return commonStart(std::vector<std::string_view>(reversed.begin(), reversed.end()));
}

// Where letters of UTF-8 begin, and the end.
std::vector<std::size_t> lettersOf(std::string_view text) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
      starts.push_back(i);
    }
  }
  starts.push_back(text.size());
  return starts;
}

// So many letters of the name are left; the value behind it stays.
std::string cut(const LegendName& name, const std::vector<std::size_t>& letters, std::size_t kept,
                Part part) {
  const std::size_t all = letters.size() - 1;
  const std::size_t head = part == Part::End ? kept : part == Part::Start ? 0 : (kept + 1) / 2;
  const std::size_t tail = kept - head;
  std::string_view before = nameOf(name).substr(0, letters[head]);
  before = before.substr(0, before.find_last_not_of(' ') + 1);
  std::string_view after = nameOf(name).substr(letters[all - tail]);
  after.remove_prefix(std::min(after.find_first_not_of(' '), after.size()));
  std::string shown(before);
  if (!before.ends_with(kEllipsis) || !after.empty()) {
    shown += kEllipsis;
  }
  shown += after;
  return shown + name.text.substr(name.name);
}

std::string cutToRoom(const LegendName& name, Part part, double size, bool bold,
                      const TextWidth& text_width) {
  if (text_width(name.text, size, bold) <= name.room) {
    return name.text;
  }
  const std::vector<std::size_t> letters = lettersOf(nameOf(name));
  std::size_t fits = 0;
  std::size_t beyond = letters.size() - 1;
  while (fits + 1 < beyond) {
    const std::size_t kept = (fits + beyond) / 2;
    const bool has_room = text_width(cut(name, letters, kept, part), size, bold) <= name.room;
    (has_room ? fits : beyond) = kept;
  }
  return cut(name, letters, fits, part);
}

std::vector<LegendName> withoutCommonEnd(std::vector<LegendName> names) {
  const std::vector<std::string_view> shared = compared(names);
  const std::size_t bytes = commonEnd(shared);
  if (bytes == 0) {
    return names;
  }
  const std::string end(shared.front().substr(shared.front().size() - bytes));
  for (LegendName& name : names) {
    if (nameOf(name).ends_with(end)) {
      name.text.replace(name.name - bytes, bytes, kEllipsis);
      name.name += kEllipsis.size() - bytes;
    }
  }
  return names;
}

std::vector<std::string_view> splitAtSpaces(std::string_view text) {
  std::vector<std::string_view> words;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return words;
}

// "T = 1, seed 2", "T = 2, seed 1": "...1, ...2", "...2, ...1". Names of other numbers of words stay.
std::vector<LegendName> withoutWordsInCommon(std::vector<LegendName> names) {
  std::vector<std::vector<std::string>> all;
  for (const std::string_view name : compared(names)) {
    const std::vector<std::string_view> words = splitAtSpaces(name);
    all.emplace_back(words.begin(), words.end());
    if (all.back().size() != all.front().size()) {
      return names;
    }
  }
  if (all.size() < 2) {
    return names;
  }
  std::vector<bool> is_shared;
  for (std::size_t i = 0; i < all.front().size(); ++i) {
    is_shared.push_back(std::ranges::all_of(
        all, [&](const std::vector<std::string>& words) { return words[i] == all.front()[i]; }));
  }
  if (std::ranges::find(is_shared, false) == is_shared.end()) {
    return names;  // all are the same
  }
  for (LegendName& name : names) {
    const std::vector<std::string_view> words = splitAtSpaces(nameOf(name));
    if (std::ranges::find(all, std::vector<std::string>(words.begin(), words.end())) == all.end()) {
      continue;
    }
    std::string shown;
    for (std::size_t i = 0; i < words.size(); ++i) {
      const bool goes_on = i > 0 && !is_shared[i - 1];
      if (!is_shared[i]) {
        shown += goes_on ? " " : "";
        shown += words[i];
      } else if (i == 0 || goes_on) {
        shown += i == 0 ? "" : " ";
        shown += kEllipsis;
      }
    }
    name.text.replace(0, name.name, shown);
    name.name = shown.size();
  }
  return names;
}

bool haveRoom(std::span<const LegendName> names, double size, bool bold,
              const TextWidth& text_width) {
  return std::ranges::all_of(names, [&](const LegendName& name) {
    return text_width(name.text, size, bold) <= name.room;
  });
}

}  // namespace

std::vector<LegendName> withoutCommonWords(std::vector<LegendName> names) {
  const std::vector<std::string_view> shared = compared(names);
  const std::size_t bytes = commonStart(shared);
  if (bytes == 0) {
    return names;
  }
  const std::string start(shared.front().substr(0, bytes));
  for (LegendName& name : names) {
    if (nameOf(name).starts_with(start)) {
      name.text.replace(0, bytes, kEllipsis);
      name.name += kEllipsis.size() - bytes;
    }
  }
  return names;
}

std::vector<std::string> fitted(std::span<const LegendName> names, double size, bool bold,
                                const TextWidth& text_width) {
  std::vector<LegendName> left(names.begin(), names.end());
  for (const auto shorten : {withoutCommonWords, withoutCommonEnd, withoutWordsInCommon}) {
    if (!haveRoom(left, size, bold, text_width)) {
      left = shorten(std::move(left));
    }
  }
  std::vector<std::string> best;
  std::size_t most = 0;
  for (const Part part : {Part::End, Part::Middle, Part::Start}) {
    std::vector<std::string> shown;
    for (const LegendName& name : left) {
      shown.push_back(cutToRoom(name, part, size, bold, text_width));
    }
    const std::size_t different = std::set<std::string>(shown.begin(), shown.end()).size();
    if (different > most) {
      most = different;
      best = std::move(shown);
    }
    if (most == left.size()) {
      break;
    }
  }
  return best;
}

}  // namespace w2s::ui::draw
