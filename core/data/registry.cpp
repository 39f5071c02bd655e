#include "core/data/registry.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <system_error>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/config/suggest.h"
#include "core/data/card_dataset.h"
#include "core/data/debian_packages.h"
#include "core/data/idx_source.h"
#include "core/data/points.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

DataSetCard fashionMnist() {
  return {
      .name = "fashion-mnist",
      .title = "Fashion-MNIST",
      .description =
          "Grey photographs of clothes in ten classes, with the shape and files of MNIST.",
      .origin =
          "Xiao, Rasul and Vollgraf 2017, arXiv 1708.07747; "
          "github.com/zalandoresearch/fashion-mnist",
      .licence = "MIT, copyright 2017 Zalando SE",
      .modality = Pictures{.channels = 1, .height = 28, .width = 28},
      .sources = {{"train", 60000}, {"test", 10000}},
      .class_names = {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                      "Sneaker", "Bag", "Ankle boot"},
      .how_to_get = "sudo apt-get install dataset-fashion-mnist",
      .folders = {"/usr/share/datasets/fashion-mnist"},
      .official_labels = "364c204d707a3f3cfbbe1f801e61c87a",
  };
}

// As it is where the present folder is gone.
fs::path absoluteFolder(const fs::path& path) {
  std::error_code error;
  fs::path found = fs::absolute(path, error).lexically_normal();
  return error ? path : found;
}

// A data set and how it is opened: in the folders that may hold it.
struct Registered {
  DataSetCard card;
  Result<std::shared_ptr<Dataset>> (*open)(const DataSetCard& card,
                                           std::span<const fs::path> folders);
};

// Every data set of the lab.
const std::vector<Registered>& registered() {
  static const std::vector<Registered> all = [] {
    std::vector<Registered> list = {{fashionMnist(), openIdx},
                                    {debianPackages(), openDebianPackages}};
    for (const DataSetCard& card : pointCards()) {
      list.push_back({card, openPoints});
    }
    return list;
  }();
  return all;
}

// Absolute: runs record the folder, and are repeated from elsewhere.
std::vector<fs::path> foldersOf(const DataSetCard& card, const fs::path& data_folder) {
  if (!data_folder.empty()) {
    return {absoluteFolder(data_folder)};
  }
  std::vector<fs::path> folders;
  if (const char* const variable = std::getenv("W2S_DATA");
      variable != nullptr && *variable != '\0') {
    folders.push_back(absoluteFolder(fs::path(variable)));
  }
  folders.insert(folders.end(), card.folders.begin(), card.folders.end());
  return folders;
}

Result<const Registered*> find(std::string_view name) {
  const auto& all = registered();
  const auto is_named = [&](const Registered& one) { return one.card.name == name; };
  if (const auto found = std::ranges::find_if(all, is_named); found != all.end()) {
    return &*found;
  }
  std::vector<std::string> names;
  for (const Registered& one : all) {
    names.push_back(one.card.name);
  }
  if (const auto near = config::closest(name, names)) {
    return fail(ErrorCode::NotFound,
                sentence("There is no data set named \"{}\". Did you mean \"{}\"? Known: {}.", name,
                         *near, fmt::join(names, ", ")));
  }
  return fail(ErrorCode::NotFound, sentence("There is no data set named \"{}\". Known: {}.", name,
                                            fmt::join(names, ", ")));
}

// What cards of one's own said when they were opened last, by the path they were named with.
class OpenedCards {
 public:
  void keep(std::string_view name, const DataSetCard& card) {
    const std::lock_guard lock(mutex_);
    cards_[std::string(name)] = std::make_shared<const DataSetCard>(card);
  }
  Result<std::shared_ptr<const DataSetCard>> find(std::string_view name) {
    const std::lock_guard lock(mutex_);
    if (const auto found = cards_.find(std::string(name)); found != cards_.end()) {
      return found->second;
    }
    return fail(ErrorCode::Unavailable, sentence("The card {} was not read yet.", name));
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const DataSetCard>> cards_;
};

OpenedCards& openedCards() {
  static OpenedCards opened;
  return opened;
}

}  // namespace

const std::vector<DataSetCard>& knownDataSets() {
  static const std::vector<DataSetCard> cards = [] {
    std::vector<DataSetCard> all;
    for (const Registered& one : registered()) {
      all.push_back(one.card);
    }
    return all;
  }();
  return cards;
}

bool isCardPath(std::string_view name) {
  return name.ends_with(".toml") || name.find('/') != std::string_view::npos;
}

Result<std::shared_ptr<const DataSetCard>> findCard(std::string_view name) {
  if (isCardPath(name)) {
    return openedCards().find(name);
  }
  W2S_TRY(const Registered* const found, find(name));
  // The list lives as long as the program.
  return std::shared_ptr<const DataSetCard>(std::shared_ptr<void>(), &found->card);
}

Result<std::shared_ptr<Dataset>> openDataSet(std::string_view name, const fs::path& data_folder) {
  if (isCardPath(name)) {
    W2S_TRY(auto dataset, openCard(fs::path(name)));
    openedCards().keep(name, dataset->card());
    return dataset;
  }
  W2S_TRY(const Registered* const found, find(name));
  return found->open(found->card, foldersOf(found->card, data_folder));
}

}  // namespace w2s::data
