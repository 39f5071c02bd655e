// One description of each setting, and the visitor protocol that reads it.
//
// Each config struct lists its fields once, in a static member template
//
//     template <class Self, class Visitor>
//     static void visitFields(Self& self, Visitor&& visit) {
//       visit(self.temperature, Field{.name = "temperature", .label = "Temperature T", .min = 0.05, ...});
//     }
//
// (Self is the struct or its const). From that one list come TOML reading and writing, `--set
// a.b=c`, the generated form with its tooltips, the diff view, validation and the fingerprint.
// Names are TOML keys and form object names.
//
// Values a visitor meets: bool, std::int64_t, double, std::string, std::vector<std::int64_t>, an
// enum with EnumNames, a Schedule, a nested struct with visitFields, and Alternative variants
// (std::variant of structs, each with kKind).
#pragma once

#include <array>
#include <limits>
#include <string_view>
#include <variant>

namespace w2s::config {

enum class Scale { Linear, Logarithmic };

struct Field {
  std::string_view name;          // TOML key, snake_case
  std::string_view label;         // what a form shows
  std::string_view help;          // a sentence or two: what it does, what to expect
  std::string_view formula = {};  // plain text, e.g. "T^2 KL(w_T || p_T)"
  std::string_view source = {};   // paper and equation
  std::string_view unit = {};     // rows, steps, ...; empty for a pure number
  // Allowed range, both ends included (numbers only). `slider_min` and `slider_max` are the part a
  // slider offers.
  double min = -std::numeric_limits<double>::infinity();
  double max = std::numeric_limits<double>::infinity();
  double slider_min = std::numeric_limits<double>::quiet_NaN();  // NaN: same as min
  double slider_max = std::numeric_limits<double>::quiet_NaN();
  Scale scale = Scale::Linear;
  int decimals = 2;            // digits a spin box shows
  bool live = false;           // may change while a run goes on (schedules: the base)
  bool live_warmup = false;    // schedules: the warm-up may change too
  bool affects_result = true;  // false: left out of fingerprints (name, device, ...)
  bool advanced = false;       // folded away in forms
  // Alternatives: the key that names the kind in a table. `kind` is understood everywhere.
  std::string_view selector = "kind";
};
// A section passes its flags down: a field is live only inside a live section, is left out of
// fingerprints with its section, and is folded away with it.

// Specialise for each enum: a constexpr array of {value, "toml_name", "Label", "help"}.
template <class E>
struct EnumName {
  E value;
  std::string_view name;
  std::string_view label;
  std::string_view help = {};
};

template <class E>
struct EnumNames;  // static constexpr std::array<EnumName<E>, N> kAll

template <class E>
[[nodiscard]] constexpr std::string_view nameOf(E value) {
  for (const auto& entry : EnumNames<E>::kAll) {
    if (entry.value == value) {
      return entry.name;
    }
  }
  return {};
}

// The name of the chosen kind of an Alternative.
template <class... Kinds>
[[nodiscard]] std::string_view kindOf(const std::variant<Kinds...>& alternative) {
  return std::visit([](const auto& kind) { return std::string_view(kind.kKind); }, alternative);
}

}  // namespace w2s::config
