#include "ui/bridge/setting_problems.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/config/form.h"
#include "core/config/settings.h"
#include "core/config/validate.h"
#include "core/data/registry.h"
#include "core/data/splits.h"
#include "ui/bridge/number_language.h"
#include "ui/bridge/setting_fields.h"
#include "ui/bridge/words.h"

namespace w2s::ui {
namespace {

using config::ExperimentConfig;
using config::FieldKind;
using config::FormField;

constexpr std::size_t kMostFixes = 3;

struct Candidate {
  std::string key;
  std::string value;
};

struct Found {
  SettingProblem problem;
  std::vector<Candidate> candidates;  // beside the general ones
};

void checkRows(const ExperimentConfig& config, const data::DataSetCard& card,
               std::vector<Found>& found) {
  const config::TaskConfig& task = config.task;
  const std::string& labels = config.weak.front().labels;
  const data::Pools pools = data::poolsOf(card, labels, task.weak_rows);
  // `room`: what is left of the pool beside what else takes from it.
  const auto check = [&](const char* name, std::int64_t asked, std::int64_t there,
                         const std::string& where, std::int64_t room) {
    if (asked <= there) {
      return true;
    }
    const std::string key = fmt::format("task.{}", name);
    found.push_back(
        {{key, inWords(words("form", "{} is {}, but {} has {} rows {}; use {} at most."), key,
                       groupedNumber(asked), card.title, groupedNumber(there), where,
                       groupedNumber(room))},
         {{key, std::to_string(room)}}});
    return false;
  };
  const std::string together = words("form", "for weak supervisor and transfer together");
  const std::string training = labels.empty() ? together : words("form", "with a weak label");
  const auto beside = [&](std::int64_t other) {
    return other < pools.training ? pools.training - other : pools.training;
  };
  const bool weak_fits =
      check("weak_rows", task.weak_rows, pools.weak, pools.shared ? training : together,
            pools.shared ? beside(task.transfer_rows) : pools.weak);
  const bool transfer_fits = check("transfer_rows", task.transfer_rows, pools.transfer, training,
                                   pools.shared ? beside(task.weak_rows) : pools.transfer);
  check("validation_rows", task.validation_rows, pools.validation, words("form", "for validation"),
        pools.validation);
  check("test_rows", task.test_rows, pools.test, words("form", "in its test file"), pools.test);
  if (weak_fits && transfer_fits && pools.shared &&
      task.weak_rows > pools.training - task.transfer_rows) {
    found.push_back(
        {{"task.transfer_rows",
          inWords(words("form",
                        "task.weak_rows and task.transfer_rows are {} together, but {} has {} rows "
                        "{}; use {} transfer rows at most."),
                  groupedNumber(task.weak_rows + task.transfer_rows), card.title,
                  groupedNumber(pools.training), training,
                  groupedNumber(pools.training - task.weak_rows)),
          {"task.weak_rows"}},
         {{"task.transfer_rows", std::to_string(pools.training - task.weak_rows)},
          {"task.weak_rows", std::to_string(pools.training - task.transfer_rows)}}});
  }
}

std::vector<Found> findProblems(const ExperimentConfig& config) {
  std::vector<Found> found;
  const auto card = data::findCard(config.task.dataset);
  config::ValidationContext context;
  if (card) {
    context = data::validationContext(**card);
  }
  for (config::Problem& problem : config::validate(config, context)) {
    found.push_back(
        {{std::move(problem.field), said(problem.said), std::move(problem.related)}, {}});
  }
  const auto on_the_data_set = [](const Found& one) { return one.problem.key == "task.dataset"; };
  if (card) {
    checkRows(config, **card, found);
  } else if (!data::isCardPath(config.task.dataset) &&
             std::ranges::none_of(found, on_the_data_set)) {
    found.push_back({{"task.dataset", said(card.error())}, {}});
  }
  return found;
}

// Every value worth a try for a setting, best first.
void addCandidates(const FormField& field, const FormField* standard,
                   std::vector<Candidate>& candidates) {
  const auto add = [&](std::string value) { candidates.push_back({field.key, std::move(value)}); };
  switch (field.kind) {
    case FieldKind::Choice:
      for (const config::FormChoice& choice : field.choices) {
        if (choice.name != std::get<std::string>(field.value)) {
          add(choice.name);
        }
      }
      break;
    case FieldKind::Boolean:
      add(std::get<bool>(field.value) ? "false" : "true");
      break;
    case FieldKind::Integer:
    case FieldKind::Real: {
      const double value = field.kind == FieldKind::Real
                               ? std::get<double>(field.value)
                               : static_cast<double>(std::get<std::int64_t>(field.value));
      if (value < field.min) {
        add(fmt::format("{}", field.min));
      } else if (value > field.max) {
        add(fmt::format("{}", field.max));
      } else if (standard != nullptr) {
        add(config::valueText(*standard));
      }
      break;
    }
    case FieldKind::Seeds: {
      auto seeds = std::get<std::vector<std::int64_t>>(field.value);
      std::vector<std::int64_t> once;
      for (const std::int64_t seed : seeds) {
        if (seed >= 0 && std::ranges::find(once, seed) == once.end()) {
          once.push_back(seed);
        }
      }
      add(once.empty() ? "0" : seedsText(once));
      break;
    }
    case FieldKind::Text:
      if (standard != nullptr) {
        add(config::valueText(*standard));
      }
      break;
  }
}

std::string valueLabel(const FormField& field, const std::string& value) {
  for (const config::FormChoice& choice : field.choices) {
    if (choice.name == value) {
      return choice.label;
    }
  }
  if (field.kind == FieldKind::Boolean) {
    return value == "true" ? "on" : "off";
  }
  if (field.kind == FieldKind::Integer &&
      value.find_first_not_of("0123456789") == std::string::npos && value.size() < 16) {
    return groupedNumber(std::stoll(value));
  }
  return field.kind == FieldKind::Real ? localNumber(value) : value;
}

bool solves(const ExperimentConfig& mended, const Found& problem,
            const std::vector<Found>& before) {
  const auto same = [](const Found& a, const Found& b) {
    return a.problem.key == b.problem.key && a.problem.related == b.problem.related;
  };
  return std::ranges::all_of(findProblems(mended), [&](const Found& left) {
    return !same(left, problem) &&
           std::ranges::any_of(before, [&](const Found& old) { return same(left, old); });
  });
}

void addFixes(const ExperimentConfig& config, const std::vector<FormField>& fields,
              const std::vector<FormField>& standard, const std::vector<Found>& all, Found& found) {
  std::vector<Candidate> candidates = found.candidates;
  std::vector<std::string> keys{found.problem.key};
  keys.insert(keys.end(), found.problem.related.begin(), found.problem.related.end());
  for (const std::string& key : keys) {
    for (const std::string& name : {key, key + ".base"}) {
      if (const FormField* field = findField(fields, name)) {
        addCandidates(*field, findField(standard, name), candidates);
      }
    }
  }
  for (const Candidate& candidate : candidates) {
    if (found.problem.fixes.size() == kMostFixes) {
      return;
    }
    ExperimentConfig mended = config;
    const FormField* field = findField(fields, candidate.key);
    if (field == nullptr || !config::applySetting(mended, candidate.key, candidate.value) ||
        mended == config || !solves(mended, found, all)) {
      continue;
    }
    SettingFix fix{candidate.key, candidate.value, field->section, field->label,
                   valueLabel(*field, candidate.value)};
    if (std::ranges::find(found.problem.fixes, fix) == found.problem.fixes.end()) {
      found.problem.fixes.push_back(std::move(fix));
    }
  }
}

}  // namespace

std::vector<SettingProblem> problemsOf(const ExperimentConfig& config) {
  std::vector<Found> found = findProblems(config);
  std::vector<SettingProblem> problems;
  if (found.empty()) {
    return problems;
  }
  const std::vector<FormField> fields = config::describe(config);
  const std::vector<FormField> standard = config::describe(ExperimentConfig{});
  const std::vector<Found> all = found;
  for (Found& one : found) {
    addFixes(config, fields, standard, all, one);
    problems.push_back(std::move(one.problem));
  }
  return problems;
}

}  // namespace w2s::ui
