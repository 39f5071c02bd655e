#include "tests/support/config_texts.h"

#include "core/config/form.h"
#include "core/config/presets.h"
#include "core/config/settings.h"
#include "core/config/slot.h"
#include "core/metrics/pgr.h"

namespace w2s::test {
namespace {

void add(std::set<std::string>& texts, std::string_view text) {
  if (!text.empty()) {
    texts.emplace(text);
  }
}

void addForm(std::set<std::string>& texts, const config::ExperimentConfig& config) {
  for (const config::FormField& field : config::describe(config)) {
    add(texts, field.section_label);
    add(texts, field.label);
    add(texts, field.help);
    add(texts, field.unit);
    for (const config::FormChoice& choice : field.choices) {
      add(texts, choice.label);
      add(texts, choice.help);
    }
  }
}

}  // namespace

std::set<std::string> configTexts() {
  std::set<std::string> texts;
  // Each alternative brings fields of its own; one choice at a time reaches all of them, since none
  // is nested in another.
  for (const config::FormField& field : config::describe({})) {
    for (const config::FormChoice& choice : field.choices) {
      config::ExperimentConfig config;
      if (config::applySetting(config, field.key, choice.name)) {
        addForm(texts, config);
      }
    }
  }
  addForm(texts, {});
  // Entries of lists, of each kind.
  config::ExperimentConfig with_term;
  with_term.objective.terms = {{.name = "more"}};
  for (const config::FormField& field : config::describe(with_term)) {
    for (const config::FormChoice& choice :
         field.entry.empty() ? std::vector<config::FormChoice>{} : field.choices) {
      config::ExperimentConfig config = with_term;
      if (config::applySetting(config, field.key, choice.name)) {
        addForm(texts, config);
      }
    }
  }
  if (const auto presets = config::listPresets()) {
    for (const config::PresetInfo& preset : *presets) {
      add(texts, preset.title);
      add(texts, preset.look_for);
    }
  }
  for (const metrics::PgrStatus status : metrics::kPgrStatuses) {
    if (status != metrics::PgrStatus::Ok) {
      add(texts, metrics::explain(status));
    }
  }
  return texts;
}

std::string configTextsFile() {
  std::string file =
      "// The engine's texts, for lupdate alone; never compiled. Written by\n"
      "// build/release/tests/write_config_texts resources/translations/config_texts.h\n"
      "// clang-format off\n";
  for (const std::string& text : configTexts()) {
    std::string quoted;
    for (const char c : text) {
      quoted += c == '"' || c == '\\' ? std::string{'\\', c}
                : c == '\n'           ? "\\n"
                                      : std::string(1, c);
    }
    file += "QT_TRANSLATE_NOOP(\"config\", \"" + quoted + "\")\n";
  }
  return file;
}

}  // namespace w2s::test
