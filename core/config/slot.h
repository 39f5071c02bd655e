// Runtime access to a configuration's settings. visitFields is a template; a Slot is one of its
// fields behind a plain type, so that readers, writers, forms, validation and fingerprints are
// ordinary code that is compiled once.
//
//   for (Slot& slot : slotsOf(config)) ...          // top level: schema, name, seeds, task, weak, ...
//   forEachSlot(slotsOf(config), [](const std::string& key, Slot& slot) { ... });
//                                                   // depth first, dotted keys
//
// A slot points into the configuration it was made from and is valid as long as that lives and, for
// slots inside an alternative, as long as the alternative is not exchanged. Readers of a const
// configuration make slots of a copy.
#pragma once

#include <array>
#include <cassert>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/config/field.h"
#include "core/config/schedule_config.h"

namespace w2s::config {

enum class SlotKind {
  Boolean,
  Integer,
  Real,
  Text,
  Integers,     // std::vector<std::int64_t>: seeds
  Enumeration,  // an enum with EnumNames
  Alternative,  // a std::variant of structs
  Schedule,
  Section,  // a nested struct
  List,     // entries, each a struct with a `name` that is its part of dotted keys
};

// A list that always has an entry. With one entry that has no name it is written like a section:
// [weak] is short for one entry of [[weak]], and its keys are weak.backbone, not
// weak.NAME.backbone.
template <class Entry>
class OneOrMore : public std::vector<Entry> {
 public:
  OneOrMore() : std::vector<Entry>(1) {}
};

struct Option {
  std::string_view name;  // as in files
  std::string_view label;
  std::string_view help;
};

class Slot;

namespace slot_detail {

// What a slot can do, one constant table for each member type.
struct Operations {
  SlotKind kind = SlotKind::Section;
  std::span<const Option> options;                            // Enumeration, Alternative
  std::size_t (*selected)(const void*) = nullptr;             // Enumeration, Alternative
  void (*select)(void*, std::size_t) = nullptr;               // Enumeration, Alternative
  bool (*select_by_text)(void*, std::string_view) = nullptr;  // Alternative
  std::vector<Slot> (*children)(void*,
                                const Field&) = nullptr;  // Alternative, Schedule, Section, List
  std::vector<Field> (*fields_of_option)(std::size_t) = nullptr;  // Alternative
  bool has_short_form = false;                                    // List, OneOrMore
  std::size_t (*size)(const void*) = nullptr;                     // List
  void (*resize)(void*, std::size_t) = nullptr;                   // List
  std::vector<Slot> (*entries)(void*, const Field&) = nullptr;    // List
  std::vector<Slot> (*fields_of_entry)(const Field&) = nullptr;   // List
};

}  // namespace slot_detail

class Slot {
 public:
  Slot(void* object, const slot_detail::Operations& operations, const Field& field)
      : object_(object), operations_(&operations), field_(field) {}

  [[nodiscard]] const Field& field() const {
    return field_;
  }
  [[nodiscard]] SlotKind kind() const {
    return operations_->kind;
  }

  // The value itself. T belongs to the kind: bool, std::int64_t, double, std::string,
  // std::vector<std::int64_t>, Schedule.
  template <class T>
  [[nodiscard]] T& as() const;

  // Enumeration and Alternative: what can be chosen, and what is.
  [[nodiscard]] std::span<const Option> options() const {
    return operations_->options;
  }
  [[nodiscard]] std::size_t selected() const {
    return operations_->selected(object_);
  }
  // An alternative starts from its own defaults, also when it is the present one.
  void select(std::size_t option) const {
    operations_->select(object_, option);
  }
  // Alternative: a text that stands for an alternative with its parameters (a file path). False: it
  // does not.
  [[nodiscard]] bool selectByText(std::string_view text) const {
    return operations_->select_by_text(object_, text);
  }
  // Alternative: the fields of an option, chosen or not.
  [[nodiscard]] std::vector<Field> fieldsOfOption(std::size_t option) const {
    return operations_->fields_of_option(option);
  }

  // List: its entries. New ones have their defaults and no name.
  [[nodiscard]] std::size_t size() const {
    return operations_->size(object_);
  }
  void resize(std::size_t entries) const {
    operations_->resize(object_, entries);
  }
  // Whether the list may be, and whether it is, written like a section (OneOrMore).
  [[nodiscard]] bool hasShortForm() const {
    return operations_->has_short_form;
  }
  [[nodiscard]] bool isShort() const;
  // One Section each, which bears the entry's name (valid until the entry is renamed). The first
  // child of each is `name`.
  [[nodiscard]] std::vector<Slot> entries() const {
    return operations_->entries(object_, field_);
  }
  // The fields of a new entry, to compare with.
  [[nodiscard]] std::vector<Slot> fieldsOfEntry() const {
    return operations_->fields_of_entry(field_);
  }

  // Alternative: the fields of the chosen one. Schedule: base (described by its owner), shape,
  // warmup. Section: its fields. List: its entries; in the short form the fields of the one entry.
  // Other kinds have none. Flags (live, advanced, ...) are already those that count here.
  [[nodiscard]] std::vector<Slot> children() const {
    return operations_->children == nullptr ? std::vector<Slot>{}
                                            : operations_->children(object_, field_);
  }

 private:
  void* object_;
  const slot_detail::Operations* operations_;
  Field field_;
};

template <class Struct>
[[nodiscard]] std::vector<Slot> slotsOf(Struct& owner);

[[nodiscard]] inline std::string joinKey(std::string_view prefix, std::string_view name) {
  std::string key(prefix);
  if (!key.empty()) {
    key += '.';
  }
  key += name;
  return key;
}

// Calls visit(dotted key, slot) for every slot, parents before children. A visitor may exchange an
// alternative: its new fields are visited.
template <class Visitor>
void forEachSlot(std::vector<Slot> slots, Visitor&& visit, const std::string& prefix = {}) {
  for (Slot& slot : slots) {
    const std::string key = joinKey(prefix, slot.field().name);
    visit(key, slot);
    forEachSlot(slot.children(), visit, key);
  }
}

// The slot's own value in one canonical text, of which files and fingerprints are made: 0.5,
// "text", [0,1], forward_kl. Empty for slots that are no more than their children.
[[nodiscard]] std::string leafText(const Slot& slot);

// --- Implementation ---

namespace slot_detail {

template <class T>
inline constexpr bool kIsVariant = false;
template <class... Ts>
inline constexpr bool kIsVariant<std::variant<Ts...>> = true;

// A vector of structs, or a class made from one.
template <class T>
concept IsList = requires(typename T::value_type& entry) {
  { entry.name } -> std::convertible_to<std::string>;
}
&&std::is_base_of_v<std::vector<typename T::value_type>, T>;

template <class T>
[[nodiscard]] constexpr SlotKind kindOf() {
  if constexpr (std::is_same_v<T, bool>) {
    return SlotKind::Boolean;
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return SlotKind::Integer;
  } else if constexpr (std::is_same_v<T, double>) {
    return SlotKind::Real;
  } else if constexpr (std::is_same_v<T, std::string>) {
    return SlotKind::Text;
  } else if constexpr (std::is_same_v<T, std::vector<std::int64_t>>) {
    return SlotKind::Integers;
  } else if constexpr (std::is_enum_v<T>) {
    return SlotKind::Enumeration;
  } else if constexpr (kIsVariant<T>) {
    return SlotKind::Alternative;
  } else if constexpr (std::is_same_v<T, Schedule>) {
    return SlotKind::Schedule;
  } else if constexpr (IsList<T>) {
    return SlotKind::List;
  } else {
    return SlotKind::Section;
  }
}

[[nodiscard]] inline Field inherit(Field field, const Field& owner) {
  field.live = field.live && owner.live;
  field.live_warmup = field.live_warmup && owner.live;
  field.affects_result = field.affects_result && owner.affects_result;
  field.advanced = field.advanced || owner.advanced;
  return field;
}

template <class Struct>
[[nodiscard]] std::vector<Slot> childrenOfStruct(Struct& owner, const Field* owner_field);

// Flags of the owner alone: an entry is described like its list.
[[nodiscard]] inline Field fieldOfEntry(const Field& list, std::string_view name) {
  Field field = list;
  field.name = name;
  return field;
}

[[nodiscard]] std::vector<Slot> childrenOfList(const Slot& list);

[[nodiscard]] std::vector<Slot> childrenOfSchedule(Schedule& schedule, const Field& owner_field);

template <class E>
[[nodiscard]] std::span<const Option> optionsOfEnum() {
  static const auto options = [] {
    std::array<Option, EnumNames<E>::kAll.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) {
      const auto& entry = EnumNames<E>::kAll[i];
      all[i] = Option{entry.name, entry.label, entry.help};
    }
    return all;
  }();
  return options;
}

template <class... Ts>
[[nodiscard]] std::span<const Option> optionsOfVariant(const std::variant<Ts...>*) {
  static constexpr std::array<Option, sizeof...(Ts)> kOptions{
      Option{Ts::kKind, Ts::kLabel, Ts::kHelp}...};
  return kOptions;
}

template <class Variant, std::size_t... I>
void emplaceAlternative(Variant& variant, std::size_t option, std::index_sequence<I...>) {
  (void)((I == option && (variant.template emplace<I>(), true)) || ...);
}

template <class Alternative>
[[nodiscard]] bool alternativeFromText(std::string_view text, Alternative& alternative) {
  if constexpr (requires { Alternative::fromText(text, alternative); }) {
    return Alternative::fromText(text, alternative);
  } else {
    return false;
  }
}

template <class Variant, std::size_t... I>
[[nodiscard]] bool selectVariantByText(Variant& variant, std::string_view text,
                                       std::index_sequence<I...>) {
  const auto attempt = [&]<class Alternative>(Alternative candidate) {
    if (!alternativeFromText(text, candidate)) {
      return false;
    }
    variant = std::move(candidate);
    return true;
  };
  return (attempt(std::variant_alternative_t<I, Variant>{}) || ...);
}

template <class Variant, std::size_t... I>
[[nodiscard]] std::vector<Field> fieldsOfAlternative(std::size_t option,
                                                     std::index_sequence<I...>) {
  std::vector<Field> fields;
  const auto collect = [&fields]<class Alternative>(Alternative alternative) {
    Alternative::visitFields(alternative,
                             [&](auto&, const Field& field) { fields.push_back(field); });
    return true;
  };
  (void)((I == option && collect(std::variant_alternative_t<I, Variant>{})) || ...);
  return fields;
}

template <class T>
[[nodiscard]] const Operations& operationsOf() {
  static const Operations operations = [] {
    Operations made;
    made.kind = kindOf<T>();
    if constexpr (kindOf<T>() == SlotKind::Enumeration) {
      made.options = optionsOfEnum<T>();
      made.selected = [](const void* object) {
        std::size_t option = 0;
        while (EnumNames<T>::kAll[option].value != *static_cast<const T*>(object)) {
          ++option;
        }
        return option;
      };
      made.select = [](void* object, std::size_t option) {
        *static_cast<T*>(object) = EnumNames<T>::kAll[option].value;
      };
    } else if constexpr (kindOf<T>() == SlotKind::Alternative) {
      using Indices = std::make_index_sequence<std::variant_size_v<T>>;
      made.options = optionsOfVariant(static_cast<const T*>(nullptr));
      made.selected = [](const void* object) { return static_cast<const T*>(object)->index(); };
      made.select = [](void* object, std::size_t option) {
        emplaceAlternative(*static_cast<T*>(object), option, Indices{});
      };
      made.select_by_text = [](void* object, std::string_view text) {
        return selectVariantByText(*static_cast<T*>(object), text, Indices{});
      };
      made.children = [](void* object, const Field& field) {
        return std::visit([&](auto& alternative) { return childrenOfStruct(alternative, &field); },
                          *static_cast<T*>(object));
      };
      made.fields_of_option = [](std::size_t option) {
        return fieldsOfAlternative<T>(option, Indices{});
      };
    } else if constexpr (kindOf<T>() == SlotKind::Schedule) {
      made.children = [](void* object, const Field& field) {
        return childrenOfSchedule(*static_cast<Schedule*>(object), field);
      };
    } else if constexpr (kindOf<T>() == SlotKind::Section) {
      made.children = [](void* object, const Field& field) {
        return childrenOfStruct(*static_cast<T*>(object), &field);
      };
    } else if constexpr (kindOf<T>() == SlotKind::List) {
      using Entry = typename T::value_type;
      made.has_short_form = !std::is_same_v<T, std::vector<Entry>>;
      made.size = [](const void* object) { return static_cast<const T*>(object)->size(); };
      made.resize = [](void* object, std::size_t entries) {
        static_cast<T*>(object)->resize(entries);
      };
      made.entries = [](void* object, const Field& field) {
        std::vector<Slot> slots;
        for (Entry& entry : *static_cast<T*>(object)) {
          slots.emplace_back(&entry, operationsOf<Entry>(), fieldOfEntry(field, entry.name));
        }
        return slots;
      };
      made.children = [](void* object, const Field& field) {
        return childrenOfList(Slot(object, operationsOf<T>(), field));
      };
      made.fields_of_entry = [](const Field& field) {
        static thread_local Entry entry;  // a slot needs an object to point to
        entry = Entry{};
        return childrenOfStruct(entry, &field);
      };
    }
    return made;
  }();
  return operations;
}

template <class Struct>
std::vector<Slot> childrenOfStruct(Struct& owner, const Field* owner_field) {
  std::vector<Slot> slots;
  Struct::visitFields(owner, [&]<class Member>(Member& member, const Field& field) {
    slots.emplace_back(&member, operationsOf<Member>(),
                       owner_field == nullptr ? field : inherit(field, *owner_field));
  });
  return slots;
}

}  // namespace slot_detail

template <class T>
T& Slot::as() const {
  assert(slot_detail::kindOf<T>() == kind());
  return *static_cast<T*>(object_);
}

template <class Struct>
std::vector<Slot> slotsOf(Struct& owner) {
  static_assert(!std::is_const_v<Struct>, "make slots of a copy");
  return slot_detail::childrenOfStruct(owner, nullptr);
}

}  // namespace w2s::config
