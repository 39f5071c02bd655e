#include "core/config/toml.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/file_io.h"
#include "core/config/assign.h"
#include "core/config/setting_messages.h"
#include "core/config/slot.h"
#include "core/config/toml_syntax.h"

namespace w2s::config {

namespace {

bool isPlainSchedule(const Schedule& schedule) {
  return schedule.shape == ScheduleShape::Constant && schedule.warmup == 0.0;
}

// [0,1] as [0, 1]
std::string spaced(std::string text) {
  for (std::size_t i = text.find(','); i != std::string::npos; i = text.find(',', i + 2)) {
    text.insert(i + 1, " ");
  }
  return text;
}

std::string inlineTable(const std::vector<std::string>& parts) {
  return fmt::format("{{ {} }}", fmt::join(parts, ", "));
}

// The text right of the equals sign. `standard` is the same slot in the default configuration.
std::string valueText(const Slot& slot, const Slot* standard) {
  switch (slot.kind()) {
    case SlotKind::Boolean:
    case SlotKind::Integer:
    case SlotKind::Real:
    case SlotKind::Text:
      return leafText(slot);
    case SlotKind::Integers:
      return spaced(leafText(slot));
    case SlotKind::Enumeration:
      return quotedText(leafText(slot));
    case SlotKind::Schedule:
      // A bare number leaves shape and warm-up at their defaults, so it will do only where those
      // are plain.
      if (isPlainSchedule(slot.as<Schedule>()) && standard != nullptr &&
          isPlainSchedule(standard->as<Schedule>())) {
        return realText(slot.as<Schedule>().base);
      }
      break;
    case SlotKind::Alternative:
    case SlotKind::Section:
    case SlotKind::List:  // stands in tables of its own
      break;
  }
  std::vector<std::string> parts;
  if (slot.kind() == SlotKind::Alternative) {
    parts.push_back(fmt::format("{} = {}", slot.field().selector,
                                quotedText(slot.options()[slot.selected()].name)));
  }
  const std::vector<Slot> children = slot.children();
  for (const Slot& child : children) {
    parts.push_back(fmt::format("{} = {}", child.field().name, valueText(child, nullptr)));
  }
  const bool is_name_alone = slot.kind() == SlotKind::Alternative && children.empty();
  return is_name_alone ? quotedText(slot.options()[slot.selected()].name) : inlineTable(parts);
}

std::string wrappedComment(std::string_view text) {
  constexpr std::size_t kWidth = 98;
  std::string result;
  while (!text.empty()) {
    std::size_t end = text.size();
    if (end > kWidth) {
      end = text.rfind(' ', kWidth);
      end = end == std::string_view::npos ? std::min(text.find(' '), text.size()) : end;
    }
    result += fmt::format("# {}\n", text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string commentOf(const Slot& slot) {
  const Field& field = slot.field();
  std::string text = fmt::format("{}: {}", field.label, field.help);
  if (!field.formula.empty()) {
    text += fmt::format(" Formula: {}.", field.formula);
  }
  if (!field.source.empty()) {
    text += fmt::format(" Source: {}.", field.source);
  }
  if (slot.kind() != SlotKind::Text && slot.kind() != SlotKind::Section) {
    text += fmt::format(" Allowed: {}.", allowedText(slot));
  }
  return wrappedComment(text);
}

class Writer {
 public:
  explicit Writer(WriteMode mode) : mode_(mode) {}

  // Keys first: after the first [section] header they would belong to that section.
  void table(const std::vector<Slot>& slots, const std::vector<Slot>& standard,
             const std::string& prefix) {
    std::string keys;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      if (!isTable(slots[i])) {
        keys += line(slots[i], standard[i], prefix);
      }
    }
    if (!keys.empty()) {
      text_ += prefix.empty() ? keys : fmt::format("\n[{}]\n{}", prefix, keys);
    }
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const std::string key = joinKey(prefix, slots[i].field().name);
      if (slots[i].kind() == SlotKind::List && !slots[i].isShort()) {
        entries(slots[i], key);
      } else if (isTable(slots[i])) {
        table(slots[i].children(), standard[i].children(), key);
      }
    }
  }

  [[nodiscard]] std::string text() && {
    return std::move(text_);
  }

 private:
  [[nodiscard]] static bool isTable(const Slot& slot) {
    return slot.kind() == SlotKind::Section || slot.kind() == SlotKind::List;
  }

  void entries(const Slot& list, const std::string& key) {
    const std::vector<Slot> standard = list.fieldsOfEntry();
    for (const Slot& entry : list.entries()) {
      text_ += fmt::format("\n[[{}]]\n", key);
      const std::vector<Slot> fields = entry.children();
      for (std::size_t i = 0; i < fields.size(); ++i) {
        // What an entry is called and what kind it is are said even where they are the default.
        text_ += i == 0 || fields[i].kind() == SlotKind::Alternative
                     ? fmt::format("{} = {}\n", fields[i].field().name,
                                   valueText(fields[i], &standard[i]))
                     : line(fields[i], standard[i], key);
      }
    }
  }

  [[nodiscard]] std::string line(const Slot& slot, const Slot& standard,
                                 const std::string& prefix) const {
    const std::string value = valueText(slot, &standard);
    const std::string key = joinKey(prefix, slot.field().name);
    const bool always = key == "schema" || key == "name";
    if (mode_ == WriteMode::Minimal && !always && value == valueText(standard, &standard)) {
      return {};
    }
    const std::string comment =
        mode_ == WriteMode::Commented ? "\n" + commentOf(slot) : std::string();
    return fmt::format("{}{} = {}\n", comment, slot.field().name, value);
  }

  WriteMode mode_;
  std::string text_;
};

}  // namespace

ReadOutcome readExperiment(std::string_view text) {
  std::vector<Problem> problems;
  const Table table = readTomlSyntax(text, problems);
  if (!problems.empty()) {
    return {{}, std::move(problems)};
  }
  return readTable(table);
}

Result<ExperimentConfig> parseExperiment(std::string_view text, std::string_view source_name) {
  ReadOutcome outcome = readExperiment(text);
  if (!outcome.problems.empty()) {
    return tl::unexpected<Error>(errorOf(outcome.problems, source_name));
  }
  return std::move(outcome.config);
}

Result<ExperimentConfig> loadExperiment(const std::filesystem::path& path) {
  const auto text = readFile(path, kMostSettingsBytes);
  if (!text && text.error().code == ErrorCode::NotFound) {
    return fail(ErrorCode::NotFound,
                sentence("There is no configuration file \"{}\".", path.string()));
  }
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  return parseExperiment(*text, path.string());
}

std::string toToml(const ExperimentConfig& config, WriteMode mode) {
  ExperimentConfig copy = config;
  ExperimentConfig standard;
  Writer writer(mode);
  writer.table(slotsOf(copy), slotsOf(standard), {});
  return std::move(writer).text();
}

}  // namespace w2s::config
