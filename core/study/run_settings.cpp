#include "core/study/run_settings.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include <fmt/format.h>

#include "core/base/hash.h"

namespace w2s::study {
namespace {

using config::Slot;
using config::SlotKind;

struct Owner {
  std::string_view label;
  std::string entry = {};
};

// As --set takes it.
std::string valueOfSlot(const Slot& slot) {
  switch (slot.kind()) {
    case SlotKind::Text:
      return slot.as<std::string>();
    case SlotKind::Real:
      return fmt::format("{}", slot.as<double>());
    default:
      return config::leafText(slot);
  }
}

class Flat {
 public:
  explicit Flat(config::ExperimentConfig config) : config_(std::move(config)) {
    for (const Slot& slot : config::slotsOf(config_)) {
      if (slot.field().name != "seeds") {
        add(slot, std::string(slot.field().name), {});
      }
    }
  }

  RunSettings::Described described;
  std::vector<std::string> values;

 private:
  void addAll(const std::vector<Slot>& slots, const std::string& prefix, const Owner& owner) {
    for (const Slot& slot : slots) {
      add(slot, config::joinKey(prefix, slot.field().name), owner);
    }
  }

  void add(const Slot& slot, const std::string& key, const Owner& owner) {
    const config::Field& field = slot.field();
    switch (slot.kind()) {
      case SlotKind::List:
        if (!slot.isShort()) {
          for (const Slot& entry : slot.entries()) {
            addAll(entry.children(), config::joinKey(key, entry.field().name),
                   {field.label, std::string(entry.field().name)});
          }
          return;
        }
        [[fallthrough]];
      case SlotKind::Section:
        addAll(slot.children(), key, {field.label});
        return;
      case SlotKind::Schedule:
        for (const Slot& part : slot.children()) {
          part.field().name == "base"
              ? add(part, key, owner)
              : add(part, config::joinKey(key, part.field().name), {field.label, owner.entry});
        }
        return;
      default:
        break;
    }
    if (field.affects_result) {
      described.push_back(
          {.key = key,
           .label = field.label,
           .owner = owner.label,
           .entry = owner.entry,
           .choices = slot.kind() == SlotKind::Enumeration || slot.kind() == SlotKind::Alternative
                          ? slot.options()
                          : std::span<const config::Option>(),
           .kind = slot.kind()});
      values.push_back(valueOfSlot(slot));
    }
    addAll(slot.children(), key, owner);
  }

  config::ExperimentConfig config_;
};

void markShared(RunSettings::Described& settings) {
  std::map<std::string_view, std::size_t> first;
  for (std::size_t i = 0; i < settings.size(); ++i) {
    const auto [known, is_new] = first.emplace(settings[i].label, i);
    if (!is_new) {
      settings[i].is_shared = settings[known->second].is_shared = true;
    }
  }
}

}  // namespace

std::string_view Setting::symbol() const {
  const auto size = label.size();
  const bool is_symbol = size > 2 && label[size - 2] == ' ' &&
                         std::isalpha(static_cast<unsigned char>(label[size - 1])) != 0 &&
                         !label.substr(0, size - 2).ends_with(" of");  // "Mixture share of w"
  return is_symbol ? label.substr(size - 1) : std::string_view();
}

const std::string* RunSettings::find(std::string_view key) const {
  const auto found = std::ranges::find(*described_, key, &Setting::key);
  return found == described_->end()
             ? nullptr
             : &values_[static_cast<std::size_t>(found - described_->begin())];
}

bool RunSettings::isDescribedLike(const RunSettings& other) const {
  return described_ == other.described_ ||
         std::ranges::equal(*described_, *other.described_, {}, &Setting::key, &Setting::key);
}

std::shared_ptr<const RunSettings> SettingsPool::of(const config::ExperimentConfig& config) {
  Flat flat(config);
  std::string keys;
  std::string all;
  for (std::size_t i = 0; i < flat.values.size(); ++i) {
    keys += flat.described[i].key + '\n';
    all += flat.described[i].key + '=' + flat.values[i] + '\n';
  }
  std::weak_ptr<const RunSettings>& kept = settings_[Hasher().add(all).hex()];
  if (auto known = kept.lock()) {
    return known;
  }
  std::shared_ptr<const RunSettings::Described>& described = described_[std::move(keys)];
  if (!described) {
    markShared(flat.described);
    described = std::make_shared<const RunSettings::Described>(std::move(flat.described));
  }
  auto made = std::make_shared<const RunSettings>(described, std::move(flat.values));
  kept = made;
  return made;
}

std::shared_ptr<const RunSettings> SettingsPool::of(
    const std::shared_ptr<const config::ExperimentConfig>& config) {
  Asked& asked = asked_[config.get()];
  auto settings = asked.config.lock() == config ? asked.settings.lock() : nullptr;
  if (!settings) {
    settings = of(*config);
    asked = {.config = config, .settings = settings};
  }
  return settings;
}

}  // namespace w2s::study
