// w2s data: what data sets there are, and what is in one.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "app/command.h"
#include "app/data_card.h"
#include "app/options.h"
#include "app/output.h"
#include "core/config/settings.h"
#include "core/data/first_experiment.h"
#include "core/data/inspect.h"
#include "core/data/registry.h"

namespace w2s::app {
namespace {

using nlohmann::ordered_json;

struct ListOptions {
  std::string data_folder;
  bool json = false;
};

struct InspectOptions {
  std::string name;
  std::string data_folder;
  std::int64_t seed = 0;
  std::vector<std::string> settings;
  bool json = false;
};

ordered_json jsonOf(const data::DataSetCard& card) {
  ordered_json object;
  object["name"] = card.name;
  object["title"] = card.title;
  object["description"] = card.description;
  object["source"] = card.origin;
  object["licence"] = card.licence;
  object["modality"] = data::nameOf(card.modality);
  object["train_rows"] = card.rows(data::kTrainSource);
  object["test_rows"] = card.rows(data::kTestSource);
  object["shape"] = data::layoutOf(card.modality).shape;
  object["class_names"] = card.class_names;
  object["how_to_get"] = card.how_to_get;
  return object;
}

int listDataSets(const ListOptions& options) {
  auto list = ordered_json::array();
  for (const data::DataSetCard& card : data::knownDataSets()) {
    const auto source = data::openDataSet(card.name, options.data_folder);
    const std::string folder = source ? (*source)->folder().string() : std::string();
    const std::string place = !source          ? fmt::format("not installed: {}", card.how_to_get)
                              : folder.empty() ? "generated"
                                               : fmt::format("in {}", folder);
    auto entry = jsonOf(card);
    entry["installed"] = source.has_value();
    entry["folder"] = folder.empty() ? ordered_json(nullptr) : ordered_json(folder);
    list.push_back(std::move(entry));
    if (!options.json) {
      put("{:<16} {}: {}\n{:<16} {} + {} rows, {} classes, {} of {} values; {}\n{:<16} {}\n",
          card.name, card.title, card.description, "", card.rows(data::kTrainSource),
          card.rows(data::kTestSource), card.classes(), data::nameOf(card.modality),
          fmt::join(data::layoutOf(card.modality).shape, " x "), card.licence, "", place);
    }
  }
  if (options.json) {
    putJson(ordered_json{{"data_sets", std::move(list)}});
  }
  return 0;
}

ordered_json jsonOf(const data::SetSummary& set) {
  ordered_json object;
  object["name"] = set.name;
  object["rows"] = set.rows;
  object["class_counts"] = set.counts;
  object["majority_share"] = set.majority_share;
  if (!set.hash.empty()) {
    object["hash"] = set.hash;
  }
  return object;
}

ordered_json jsonOf(const std::vector<data::NamedRows>& sets,
                    const std::vector<data::DuplicateCount>& counts) {
  const auto row = [&](const data::DuplicateRow& duplicate) {
    return ordered_json{
        {"set", sets[duplicate.set].name}, {"row", duplicate.row}, {"label", duplicate.label}};
  };
  auto list = ordered_json::array();
  for (const data::DuplicateCount& count : counts) {
    auto examples = ordered_json::array();
    for (const data::DuplicateExample& example : count.examples) {
      examples.push_back({row(example.first), row(example.second)});
    }
    list.push_back({{"first", sets[count.first].name},
                    {"second", sets[count.second].name},
                    {"images", count.contents},
                    {"rows", count.rows},
                    {"conflicting_labels", count.conflicting},
                    {"examples", std::move(examples)}});
  }
  return list;
}

ordered_json shareJson(double share) {
  return std::isfinite(share) ? ordered_json(share) : ordered_json(nullptr);
}

std::string shareText(double share) {
  return std::isfinite(share) ? fmt::format("{:.1f} %", 100.0 * share) : "unknown";
}

ordered_json jsonOf(const data::Inspection& inspection, const InspectOptions& options) {
  ordered_json object;
  object["card"] = jsonOf(inspection.card);
  object["folder"] = inspection.folder.string();
  object["fingerprint"] = inspection.fingerprint;
  object["official_labels"] = inspection.official_labels;
  object["seed"] = options.seed;
  for (const auto& [key, sets] :
       {std::pair("files", &inspection.sources), {"splits", &inspection.splits}}) {
    object[key] = ordered_json::array();
    for (const data::SetSummary& set : *sets) {
      object[key].push_back(jsonOf(set));
    }
  }
  object["feature_sets"] = ordered_json::array();
  for (const data::FeatureSummary& set : inspection.features) {
    object["feature_sets"].push_back({{"name", set.name},
                                      {"width", set.width},
                                      {"type", set.type},
                                      {"constant_columns", set.constant_columns}});
  }
  object["weak_labels"] = ordered_json::array();
  for (const data::WeakLabelSet& set : inspection.card.weak_labels) {
    object["weak_labels"].push_back({{"name", set.name},
                                     {"train_rows", set.train_rows},
                                     {"train_accuracy", shareJson(set.train_accuracy)},
                                     {"test_rows", set.test_rows},
                                     {"test_accuracy", shareJson(set.test_accuracy)}});
  }
  object["groups"] = inspection.groups.there
                         ? ordered_json{{"groups", inspection.groups.groups},
                                        {"largest", inspection.groups.largest},
                                        {"in_two_splits", inspection.groups.in_two_splits}}
                         : ordered_json(nullptr);
  object["duplicates"] = jsonOf(inspection.split_rows, inspection.split_duplicates);
  object["duplicates_in_pools"] = jsonOf(inspection.pool_rows, inspection.pool_duplicates);
  return object;
}

void printSets(const data::DataSetCard& card, const std::vector<data::SetSummary>& sets) {
  for (const data::SetSummary& set : sets) {
    put("  {:<12} {:>7} {:>8.2f} %  ", set.name, set.rows, 100.0 * set.majority_share);
    for (std::size_t c = 0; c < card.class_names.size(); ++c) {
      put(" {:>6}", set.counts[c]);
    }
    put("\n");
  }
}

void printDuplicates(const std::vector<data::NamedRows>& sets,
                     const std::vector<data::DuplicateCount>& counts) {
  std::size_t printed = 0;
  for (const data::DuplicateCount& count : counts) {
    if (count.contents == 0) {
      continue;
    }
    ++printed;
    const std::string& first = sets[count.first].name;
    const std::string& second = sets[count.second].name;
    if (count.first == count.second) {
      put("  within {}: {} contents more than once ({} rows too many)", first, count.contents,
          count.rows);
    } else {
      put("  {} and {}: {} contents in both ({} rows of {})", first, second, count.contents,
          count.rows, second);
    }
    put(", {} with conflicting labels\n", count.conflicting);
    for (const auto& [a, b] : count.examples) {
      put("    {} row {} (label {}) = {} row {} (label {})\n", sets[a.set].name, a.row, a.label,
          sets[b.set].name, b.row, b.label);
    }
  }
  if (printed == 0) {
    put("  none\n");
  }
}

void printText(const data::Inspection& inspection, const InspectOptions& options) {
  const data::DataSetCard& card = inspection.card;
  put("{}: {}\nsource   {}\nlicence  {}\nfolder   {}\nhash     {}\n", card.title, card.description,
      card.origin, card.licence,
      inspection.folder.empty() ? "none: generated" : inspection.folder.string(),
      inspection.fingerprint);
  if (!card.official_labels.empty()) {
    put("labels   {}\n", inspection.official_labels
                             ? "those of the published training file"
                             : "NOT those of the published training file: validation rows are "
                               "drawn by class and seed");
  }
  put("\n  {:<12} {:>7} {:>10}   rows of each class\n", "", "rows", "majority");
  printSets(card, inspection.sources);
  put("\nSplits of seed {}\n", options.seed);
  printSets(card, inspection.splits);
  put("\nClasses: ");
  for (std::size_t c = 0; c < card.class_names.size(); ++c) {
    put("{}{} {}", c == 0 ? "" : ", ", c, card.class_names[c]);
  }
  put("\n");
  for (const data::FeatureSummary& set : inspection.features) {
    put("Features {}: {} numbers a row, {}; {} of them the same in every row", set.name, set.width,
        set.type, set.constant_columns.size());
    constexpr std::size_t kMostNamed = 8;
    if (!set.constant_columns.empty()) {
      put(" ({}{})",
          fmt::join(std::span(set.constant_columns)
                        .first(std::min(set.constant_columns.size(), kMostNamed)),
                    ", "),
          set.constant_columns.size() > kMostNamed ? ", ..." : "");
    }
    put("\n");
  }
  for (const data::WeakLabelSet& set : card.weak_labels) {
    put("Weak labels {}: {} training rows (accuracy {}), {} test rows (accuracy {})\n", set.name,
        set.train_rows, shareText(set.train_accuracy), set.test_rows, shareText(set.test_accuracy));
  }
  if (inspection.groups.there) {
    put("Groups: {}, the largest with {} rows; {} have rows in two splits\n",
        inspection.groups.groups, inspection.groups.largest, inspection.groups.in_two_splits);
  }
  put("\nExact duplicates within and across these splits\n");
  printDuplicates(inspection.split_rows, inspection.split_duplicates);
  put("\nExact duplicates within and across the pools that splits of any seed come from\n");
  printDuplicates(inspection.pool_rows, inspection.pool_duplicates);
}

Status inspectDataSet(const InspectOptions& options) {
  config::ExperimentConfig config;
  config.task.dataset = options.name;
  // A card's splits are those of its first experiment.
  if (data::isCardPath(options.name)) {
    W2S_TRY(config, data::loadExperimentOrCard(options.name));
  }
  W2S_CHECK(config::applySettings(config, options.settings));
  W2S_TRY(const auto source, data::openDataSet(config.task.dataset, options.data_folder));
  W2S_TRY(const data::Inspection inspection,
          data::inspect(*source, config.task, Seed{static_cast<std::uint64_t>(options.seed)},
                        config.weak.front().labels));
  if (options.json) {
    putJson(jsonOf(inspection, options));
  } else {
    printText(inspection, options);
  }
  return {};
}

void addCardVerb(CLI::App& verb, int& exit_code) {
  auto options = std::make_shared<CardOptions>();
  CLI::App* const card_verb =
      verb.add_subcommand("card", "Writes a first card of your own data by looking into its files");
  card_verb
      ->add_option("files", options->files,
                   "Files of the data set: .csv, .tsv, .jsonl, .npy, .safetensors")
      ->required();
  card_verb->add_option("-o,--output", options->output, "The card; card.toml beside the first file")
      ->type_name("FILE");
  card_verb->add_option("--name", options->name, "What the data set is called; its folder's name")
      ->check(notEmpty());
  for (const auto& [name, target, help] :
       {std::tuple("--labels", &options->labels, "The column or array with the labels"),
        {"--ids", &options->ids, "That which names each row, and joins files"},
        {"--groups", &options->groups, "That whose equal rows stay in one split"},
        {"--split", &options->split, "That with train, weak, transfer, validation, test"},
        {"--text", &options->text, "That with texts, whose words become features"}}) {
    card_verb->add_option(name, *target, help)->type_name("FILE#COLUMN");
  }
  card_verb->add_flag("--force", options->force, "Replaces a card that is there");
  card_verb->add_flag("--json", options->json, "One JSON object on standard output");
  card_verb->callback([options, &exit_code] {
    const auto outcome = writeCard(*options);
    exit_code = outcome ? *outcome : report(outcome.error());
  });
}

}  // namespace

void addDataCommand(CLI::App& parent, int& exit_code) {
  CLI::App* const verb =
      parent.add_subcommand("data", "Data sets: what is there, and what is in one");
  verb->require_subcommand(1);

  auto list = std::make_shared<ListOptions>();
  CLI::App* const list_verb =
      verb->add_subcommand("list", "The known data sets and where they lie");
  list_verb->add_option("--data", list->data_folder, "Folder to look in instead of the usual ones");
  list_verb->add_flag("--json", list->json, "One JSON object on standard output");
  list_verb->callback([list, &exit_code] { exit_code = listDataSets(*list); });

  auto options = std::make_shared<InspectOptions>();
  CLI::App* const inspect_verb =
      verb->add_subcommand("inspect", "Rows, classes, splits and duplicates of a data set");
  inspect_verb
      ->add_option("name", options->name,
                   "A name that `w2s data list` prints, or the path of a card of your own data")
      ->check(notEmpty());
  inspect_verb->add_option("--data", options->data_folder,
                           "Folder that holds the data set's files");
  inspect_verb->add_option("--seed", options->seed, "Seed of the splits")
      ->type_name("SEED")
      ->check(wholeNumber(0, config::kLargestSeed));
  inspect_verb->add_option("--set", options->settings, "task.weak_rows=500 and the like")
      ->type_name("KEY=VALUE...");
  inspect_verb->add_flag("--json", options->json, "One JSON object on standard output");
  inspect_verb->callback([options, &exit_code] {
    takeNameFromSettings(options->settings, options->name);
    if (options->name.empty()) {
      throw CLI::RequiredError("name (see `w2s data list`)");
    }
    const Status outcome = inspectDataSet(*options);
    exit_code = outcome ? 0 : report(outcome.error());
  });

  addCardVerb(*verb, exit_code);
}

}  // namespace w2s::app
