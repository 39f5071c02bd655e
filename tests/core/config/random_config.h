// Valid configurations with every setting drawn at random, for round-trip tests.
#pragma once

#include <algorithm>
#include <array>
#include <string>

#include "core/base/seed.h"
#include "core/config/experiment_config.h"
#include "core/config/slot.h"
#include "core/config/validate.h"

namespace w2s::config {

inline std::string randomText(SplitMix64& random) {
  constexpr std::array<std::string_view, 12> kPieces{"a",  "B7", " ", "\"", "\\",       "'",
                                                     "\n", "\t", "#", "=",  "\xC3\xA9", "\x01"};
  std::string text;
  for (std::uint64_t i = 0, n = 1 + random.below(12); i < n; ++i) {
    text += kPieces[random.below(kPieces.size())];
  }
  return text;
}

inline double randomReal(SplitMix64& random, const Field& field) {
  const double low = std::max(field.min, -1e6);
  const double high = std::min(field.max, 1e6);
  return random.below(8) == 0 ? low : std::min(high, low + (high - low) * random.uniform());
}

inline void randomise(const std::string& key, const Slot& slot, SplitMix64& random) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
      slot.as<bool>() = random.below(2) == 1;
      break;
    case SlotKind::Integer:
      slot.as<std::int64_t>() = static_cast<std::int64_t>(randomReal(random, slot.field()));
      break;
    case SlotKind::Real:
      slot.as<double>() = randomReal(random, slot.field());
      break;
    case SlotKind::Text:
      if (key.ends_with(".name")) {
        break;  // of an entry of a list, which has its name already
      }
      slot.as<std::string>() = key == "device" ? "cuda:1" : randomText(random);
      break;
    case SlotKind::Integers:
      slot.as<std::vector<std::int64_t>>().resize(1 + random.below(4));
      for (std::int64_t& seed : slot.as<std::vector<std::int64_t>>()) {
        seed = static_cast<std::int64_t>(random.below(std::uint64_t{1} << 53U));
      }
      break;
    case SlotKind::Enumeration:
    case SlotKind::Alternative:
      slot.select(random.below(slot.options().size()));
      break;
    case SlotKind::List:
      if (!slot.hasShortForm()) {
        slot.resize(random.below(3));
        for (std::size_t i = 0; i < slot.size(); ++i) {
          slot.entries()[i].children().front().as<std::string>() = i == 0 ? "first" : "second-2";
        }
      }
      break;
    case SlotKind::Schedule:
    case SlotKind::Section:
      break;
  }
}

inline ExperimentConfig randomConfig(SplitMix64& random) {
  while (true) {
    ExperimentConfig config;
    forEachSlot(slotsOf(config),
                [&](const std::string& key, const Slot& slot) { randomise(key, slot, random); });
    if (validate(config).empty()) {
      return config;
    }
  }
}

}  // namespace w2s::config
