#include "core/data/registry.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/suggest.h"
#include "core/data/idx_source.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

DataSetCard fashionMnist() {
  return {
      .name = "fashion-mnist",
      .title = "Fashion-MNIST",
      .description =
          "Grey photographs of clothes in ten classes, with the shape and files of MNIST.",
      .source =
          "Xiao, Rasul and Vollgraf 2017, arXiv 1708.07747; "
          "github.com/zalandoresearch/fashion-mnist",
      .licence = "MIT, copyright 2017 Zalando SE",
      .train_rows = 60000,
      .test_rows = 10000,
      .height = 28,
      .width = 28,
      .class_names = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                      "Sneaker", "Bag", "Ankle boot"},
      .how_to_get = "sudo apt-get install dataset-fashion-mnist",
      .folders = {"/usr/share/datasets/fashion-mnist"},
      .official_labels = "364c204d707a3f3cfbbe1f801e61c87a",
  };
}

const std::vector<DataSetCard>& cards() {
  static const std::vector<DataSetCard> all = {fashionMnist()};
  return all;
}

// The folder itself or its sub-folder of the data set's name, whichever has files of the data set.
std::optional<fs::path> locate(const DataSetCard& card, const fs::path& folder) {
  for (const fs::path& candidate : {folder / card.name, folder}) {
    if (holdsIdxFiles(candidate)) {
      return candidate;
    }
  }
  return std::nullopt;
}

}  // namespace

std::span<const DataSetCard> knownDataSets() {
  return cards();
}

Result<const DataSetCard*> findCard(std::string_view name) {
  const auto found = std::find_if(cards().begin(), cards().end(),
                                  [&](const DataSetCard& card) { return card.name == name; });
  if (found != cards().end()) {
    return &*found;
  }
  std::vector<std::string> names;
  for (const DataSetCard& card : cards()) {
    names.push_back(card.name);
  }
  if (const auto near = config::closest(name, names)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no data set named \"{}\". Did you mean \"{}\"? Known: {}.", name,
                         *near, fmt::join(names, ", ")));
  }
  return fail(ErrorCode::NotFound, sentence("There is no data set named \"{}\". Known: {}.", name,
                                            fmt::join(names, ", ")));
}

Result<std::shared_ptr<DataSource>> openDataSet(std::string_view name,
                                                const fs::path& data_folder) {
  W2S_TRY(const DataSetCard* const card, findCard(name));
  std::vector<fs::path> folders;
  if (!data_folder.empty()) {
    folders = {data_folder};
  } else {
    if (const char* const variable = std::getenv("W2S_DATA");
        variable != nullptr && *variable != '\0') {
      folders.emplace_back(variable);
    }
    folders.insert(folders.end(), card->folders.begin(), card->folders.end());
  }
  for (const fs::path& folder : folders) {
    if (const auto found = locate(*card, folder)) {
      return openIdxFolder(*card, *found);
    }
  }
  std::vector<std::string> searched;
  Sentence near;
  for (const fs::path& folder : folders) {
    searched.push_back(folder.string());
    near = near.text.empty() ? nearMissesIn(folder) : near;
  }
  return fail(
      ErrorCode::NotFound,
      sentence("{} is not in {}. Install it with `{}`, or name the folder that holds its files "
               "with --data or W2S_DATA.{}",
               card->title, fmt::join(searched, " or "), card->how_to_get, near));
}

}  // namespace w2s::data
