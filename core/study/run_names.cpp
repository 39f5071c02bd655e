#include "core/study/run_names.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "core/study/effects.h"

namespace w2s::study {
namespace {

constexpr std::size_t kMostParts = 4;    // settings in a name; more are a sentence
constexpr std::size_t kMostLetters = 7;  // a drawn number has up to 17 digits

// Runs that have the same settings, whatever their values.
struct Alike {
  const RunSettings* first = nullptr;
  std::vector<bool> differs;
};

std::vector<Alike> alike(std::span<const RunSettings* const> runs) {
  std::unordered_map<const void*, std::size_t> places;
  std::vector<Alike> all;
  const RunSettings* last = nullptr;
  for (const RunSettings* run : runs) {
    if (run == nullptr || run == last) {
      continue;
    }
    last = run;
    const auto [place, is_new] = places.emplace(run->described().get(), all.size());
    if (is_new) {
      // Of another pool, it may still be alike.
      const auto found = std::ranges::find_if(
          all, [&](const Alike& one) { return one.first->isDescribedLike(*run); });
      place->second = static_cast<std::size_t>(found - all.begin());
      if (found == all.end()) {
        all.push_back({run, std::vector<bool>(run->values().size())});
      }
    }
    Alike& one = all[place->second];
    for (std::size_t i = 0; i < one.differs.size(); ++i) {
      if (!one.differs[i] && run->values()[i] != one.first->values()[i]) {
        one.differs[i] = true;
      }
    }
  }
  return all;
}

std::string keysOf(const RunSettings& settings) {
  std::string keys;
  for (const Setting& setting : *settings.described()) {
    keys += setting.key + '\n';
  }
  return keys;
}

std::string displayed(const Setting& setting, const NamedRun& run) {
  const std::string* value = run.settings != nullptr ? run.settings->find(setting.key) : nullptr;
  return value != nullptr ? valueWordsOf(setting, *value) : std::string();
}

// Which of the settings a name says. One that some runs lack usually follows from the choice that
// brings it: it is said only where it tells more runs apart than those before it; so are settings
// beyond the number that a name holds.
std::vector<Setting> shownOf(const std::vector<Setting>& all,
                             const std::vector<const RunSettings*>& runs) {
  std::vector<std::size_t> classes(runs.size());
  std::size_t number = 1;
  std::vector<bool> tells(all.size());
  std::vector<bool> everywhere(all.size(), true);
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::map<std::pair<std::size_t, std::string_view>, std::size_t> finer;
    for (std::size_t run = 0; run < runs.size(); ++run) {
      const std::string* value = runs[run]->find(all[i].key);
      everywhere[i] = everywhere[i] && value != nullptr;
      const std::string_view text = value != nullptr ? std::string_view(*value) : "\n";
      classes[run] = finer.emplace(std::pair(classes[run], text), finer.size()).first->second;
    }
    tells[i] = finer.size() > number;
    number = finer.size();
  }
  std::vector<bool> shown(all.size());
  std::size_t count = 0;
  for (const std::vector<bool>* wanted : {&tells, &everywhere}) {
    for (std::size_t i = 0; i < all.size() && count < kMostParts; ++i) {
      if ((*wanted)[i] && !shown[i]) {
        shown[i] = true;
        ++count;
      }
    }
  }
  std::vector<Setting> settings;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (shown[i]) {
      settings.push_back(all[i]);
    }
  }
  return settings;
}

// A choice without what it adds in parentheses.
std::string shortened(std::string text) {
  return text.substr(0, text.find(" ("));
}

std::string partOf(const Setting& setting, const std::string& value, const NameWords& words) {
  const std::string_view symbol = setting.is_shared ? std::string_view() : setting.symbol();
  return fmt::format("{} = {}", symbol.empty() ? titleOf(setting, words) : std::string(symbol),
                     valueWordsOf(setting, value, words));
}

}  // namespace

std::string titleOf(const Setting& setting, const NameWords& words) {
  const std::string label = words.label(setting.label);
  if (setting.entry.empty() && (!setting.is_shared || setting.owner.empty())) {
    return label;
  }
  return fmt::format("{}{}: {}", words.label(setting.owner),
                     setting.entry.empty() ? "" : " " + setting.entry, label);
}

std::string valueWordsOf(const Setting& setting, const std::string& value, const NameWords& words) {
  for (const config::Option& choice : setting.choices) {
    if (choice.name == value) {
      return shortened(words.label(choice.label));
    }
  }
  if (setting.kind == config::SlotKind::Boolean) {
    return words.said(value == "true" ? sentence("on") : sentence("off"));
  }
  if (setting.kind != config::SlotKind::Real && setting.kind != config::SlotKind::Integer) {
    return value;
  }
  const auto number = numberOf(value);
  return words.number(number && value.size() > kMostLetters &&
                              setting.kind == config::SlotKind::Real
                          ? fmt::format("{:.4g}", *number)
                          : value);
}

std::vector<Setting> differing(std::span<const RunSettings* const> runs) {
  std::vector<Alike> all = alike(runs);
  // Whatever the order of the runs, that of the settings is the same.
  std::ranges::sort(all, [](const Alike& a, const Alike& b) {
    const auto sizes = std::pair(a.differs.size(), b.differs.size());
    return sizes.first != sizes.second ? sizes.first > sizes.second
                                       : keysOf(*a.first) < keysOf(*b.first);
  });
  struct Found {
    Setting setting;
    std::string value;
    std::size_t in = 0;
    bool differs = false;
  };
  std::vector<Found> found;
  for (const Alike& one : all) {
    auto before = found.begin();
    for (std::size_t i = 0; i < one.differs.size(); ++i) {
      const Setting& setting = (*one.first->described())[i];
      const std::string& value = one.first->values()[i];
      auto known = std::ranges::find_if(
          found, [&](const Found& each) { return each.setting.key == setting.key; });
      if (known == found.end()) {
        known = found.insert(before, {setting, value});
      }
      known->in += 1;
      known->differs = known->differs || one.differs[i] || known->value != value;
      known->setting.is_shared = known->setting.is_shared || setting.is_shared;
      before = known + 1;
    }
  }
  std::vector<Setting> settings;
  for (Found& one : found) {
    if (one.differs || one.in < all.size()) {
      settings.push_back(std::move(one.setting));
    }
  }
  return settings;
}

RunNames::RunNames(std::span<const NamedRun> runs) : runs_(runs.size()) {
  std::unordered_map<std::string_view, std::size_t> titles;
  std::vector<std::vector<std::size_t>> members;
  std::vector<const RunSettings*> all;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const auto [title, is_new] = titles.emplace(runs[i].title, members.size());
    if (is_new) {
      members.emplace_back();
    }
    members[title->second].push_back(i);
    all.push_back(runs[i].settings);
  }
  settings_ = differing(all);
  for (const std::vector<std::size_t>& group : members) {
    addGroup(runs, group);
    groups_.back().says_title = members.size() > 1 || group.size() == 1;
  }
}

void RunNames::addGroup(std::span<const NamedRun> runs, const std::vector<std::size_t>& members) {
  Group group;
  std::unordered_set<const RunSettings*> distinct;
  std::vector<const RunSettings*> settings;
  const NamedRun& first = runs[members.front()];
  for (const std::size_t i : members) {
    const NamedRun& run = runs[i];
    group.says_seed = group.says_seed || run.seed != first.seed;
    group.says_live_changes = group.says_live_changes || run.live_changes != first.live_changes;
    if (run.settings != nullptr && distinct.insert(run.settings).second) {
      settings.push_back(run.settings);
    }
    runs_[i].group = static_cast<std::uint32_t>(groups_.size());
  }
  if (settings.size() > 1) {
    group.shown = shownOf(differing(settings), settings);
  }
  // Those that are still alike are told apart by their id.
  std::unordered_map<const RunSettings*, std::string> texts;
  std::unordered_map<std::string, std::size_t> known;
  for (const std::size_t i : members) {
    const NamedRun& run = runs[i];
    const auto [text, is_new] = texts.emplace(run.settings, std::string());
    if (is_new) {
      for (const Setting& setting : group.shown) {
        text->second += displayed(setting, run) + '\n';
      }
    }
    const auto [other, is_first] =
        known.emplace(fmt::format("{}{} {}", text->second, run.seed, run.live_changes), i);
    if (!is_first) {
      runs_[other->second].says_id = runs_[i].says_id = true;
    }
  }
  groups_.push_back(std::move(group));
}

std::string RunNames::settingsPartOf(std::size_t place, const NamedRun& run,
                                     const NameWords& words) const {
  std::string part;
  for (const Setting& setting : groups_[runs_[place].group].shown) {
    const std::string* value = run.settings != nullptr ? run.settings->find(setting.key) : nullptr;
    if (value != nullptr) {
      part += (part.empty() ? "" : ", ") + partOf(setting, *value, words);
    }
  }
  return part;
}

std::string RunNames::of(std::size_t place, const NamedRun& run, const NameWords& words,
                         NameExtent extent) const {
  return joined(place, run, settingsPartOf(place, run, words), words, extent);
}

std::string RunNames::joined(std::size_t place, const NamedRun& run,
                             const std::string& settings_part, const NameWords& words,
                             NameExtent extent) const {
  const Group& group = groups_[runs_[place].group];
  std::string name = group.says_title ? std::string(run.title) : std::string();
  const auto add = [&name](const std::string& part) {
    name += (name.empty() || part.empty() ? "" : ", ") + part;
  };
  add(settings_part);
  if (group.says_live_changes && run.live_changes > 0) {
    add(words.said(run.live_changes == 1 ? sentence("1 live change")
                                         : sentence("{} live changes", run.live_changes)));
  }
  const bool is_whole = extent == NameExtent::Whole;
  if (group.says_seed && is_whole) {
    add(words.said(sentence("seed {}", run.seed)));
  }
  if (name.empty()) {
    name = run.title;
  }
  if (runs_[place].says_id && is_whole) {
    add(std::string(run.id.substr(run.id.rfind('-') + 1)));
  }
  return name;
}

std::vector<std::string> namesOf(std::span<const NamedRun> runs, const NameWords& words,
                                 NameExtent extent) {
  const RunNames names(runs);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    texts.push_back(names.of(i, runs[i], words, extent));
  }
  return texts;
}

}  // namespace w2s::study
