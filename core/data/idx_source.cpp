#include "core/data/idx_source.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cctype>
#include <cstring>
#include <iterator>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/config/suggest.h"
#include "core/data/idx.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

// The two files of a source.
struct SourceFiles {
  fs::path images;
  fs::path labels;
};

// What a file's name says, in any of the usual spellings: train-images-idx3-ubyte, train-images.idx3-ubyte,
// train_images.idx3, each with .gz or without, in any case. "t10k" and "test" are the same.
struct NameParts {
  std::string_view source;  // kTrainSource, kTestSource
  int dimensions = 0;       // 3 images, 1 labels
};

constexpr std::array<NameParts, 4> kFiles = {
    {{kTrainSource, 3}, {kTrainSource, 1}, {kTestSource, 3}, {kTestSource, 1}}};

std::string usualName(const NameParts& parts) {
  return fmt::format("{}-{}-ubyte", parts.source == kTrainSource ? "train" : "t10k",
                     parts.dimensions == 3 ? "images-idx3" : "labels-idx1");
}

std::vector<std::string> wordsOf(std::string_view name) {
  std::vector<std::string> words(1);
  for (const char c : name) {
    if (c == '-' || c == '_' || c == '.') {
      words.emplace_back();
    } else {
      words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  return words;
}

bool spells(std::string_view name, const NameParts& parts) {
  const std::vector<std::string> words = wordsOf(name);
  const bool images = parts.dimensions == 3;
  const bool is_source =
      parts.source == kTrainSource ? words[0] == "train" : words[0] == "t10k" || words[0] == "test";
  if (!is_source || words.size() < 2 || words[1] != (images ? "images" : "labels")) {
    return false;
  }
  return std::all_of(words.begin() + 2, words.end(), [&](const std::string& word) {
    return word == (images ? "idx3" : "idx1") || word == "ubyte" || word == "gz";
  });
}

std::vector<std::string> filesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (auto entry = fs::directory_iterator(folder, ignored); entry != fs::directory_iterator();
       entry.increment(ignored)) {
    if (entry->is_regular_file(ignored)) {
      names.push_back(entry->path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

// The usual name before other spellings, files with content before empty ones (an unpacking that
// ran out of space leaves one beside the packed file), plain before packed. Empty: there is none.
fs::path findFile(const fs::path& folder, const NameParts& parts) {
  const std::string usual = usualName(parts);
  const auto rank = [&](const std::string& name) {
    std::error_code ignored;
    const bool has_content = fs::file_size(folder / name, ignored) > 0;
    return std::tuple(!has_content, !name.starts_with(usual), name.size(), name);
  };
  std::vector<std::string> found = filesIn(folder);
  std::erase_if(found, [&](const std::string& name) { return !spells(name, parts); });
  const auto best = std::ranges::min_element(found, {}, rank);
  return best == found.end() ? fs::path() : folder / *best;
}

// A file that may be meant by the missing one: its name is a slip away.
std::optional<std::string> nearMiss(const fs::path& folder, const NameParts& missing) {
  std::vector<std::string> others = filesIn(folder);
  std::erase_if(others, [](const std::string& name) {
    return std::ranges::any_of(kFiles, [&](const NameParts& parts) { return spells(name, parts); });
  });
  const std::string usual = usualName(missing);
  auto found = config::closest(usual, others);
  return found ? found : config::closest(usual + ".gz", others);
}

// A value that is made at most once, however many threads ask; one that failed is tried again.
template <class T>
class Once {
 public:
  template <class Make>
  Result<T> get(Make&& make) {
    const std::lock_guard lock(mutex_);
    if (!value_) {
      W2S_TRY(value_, std::forward<Make>(make)());
    }
    return value_;
  }

 private:
  std::mutex mutex_;
  T value_{};
};

class IdxDataset final : public Dataset {
 public:
  IdxDataset(DataSetCard card, fs::path folder, std::array<SourceFiles, 2> files)
      : card_(std::move(card)),
        pictures_(std::get<Pictures>(card_.modality)),
        folder_(std::move(folder)),
        files_(std::move(files)) {}

  const DataSetCard& card() const override {
    return card_;
  }

  fs::path folder() const override {
    return folder_;
  }

  Result<std::vector<Source>> sources() override {
    std::vector<Source> all;
    for (const std::string_view name : {kTrainSource, kTestSource}) {
      W2S_TRY(const auto labels, labelsOf(name));
      all.push_back({.name = std::string(name), .rows = std::ssize(*labels)});
    }
    return all;
  }

  Result<std::string> fingerprint() override {
    W2S_TRY(const auto text, fingerprint_.get([this] { return hashFiles(); }));
    return *text;
  }

  Result<Labels> targets(const Rows& rows) override {
    W2S_TRY(const auto labels, labelsOf(rows.source));
    Labels chosen(rows.index.size());
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      W2S_CHECK(checkRow(rows.index[i], std::ssize(*labels)));
      chosen[i] = (*labels)[static_cast<std::size_t>(rows.index[i])];
    }
    return chosen;
  }

  Status read(const Rows& rows, HostBlock block) override {
    W2S_TRY(const auto pixels, imagesOf(rows.source));
    const std::size_t bytes = layoutOf(card_.modality).bytes();
    assert(block.values.size() == rows.index.size() * bytes);
    std::byte* target = block.values.data();
    for (const std::int64_t row : rows.index) {
      W2S_CHECK(checkRow(row, static_cast<std::int64_t>(pixels->size() / bytes)));
      std::memcpy(target, pixels->data() + static_cast<std::size_t>(row) * bytes, bytes);
      target += bytes;
    }
    return {};
  }

 private:
  [[nodiscard]] Result<std::size_t> indexOf(std::string_view source) const {
    if (source == kTrainSource || source == kTestSource) {
      return source == kTrainSource ? 0 : 1;
    }
    return fail(ErrorCode::NotFound, sentence("{} has no rows named \"{}\".", card_.title, source));
  }

  [[nodiscard]] Status checkRow(std::int64_t row, std::int64_t rows) const {
    if (row >= 0 && row < rows) {
      return {};
    }
    return fail(ErrorCode::NotFound,
                sentence("{} holds {} rows; there is no row {}.", folder_.string(), rows, row));
  }

  Result<std::shared_ptr<const std::string>> hashFiles() const {
    Hasher hasher;
    for (const SourceFiles& files : files_) {
      for (const fs::path& path : {files.images, files.labels}) {
        W2S_TRY(const std::string hash, hashOfFile(path));
        hasher.add(hash);
      }
    }
    return std::make_shared<const std::string>(hasher.hex());
  }

  Result<std::shared_ptr<const Labels>> labelsOf(std::string_view source) {
    W2S_TRY(const std::size_t i, indexOf(source));
    return labels_[i].get([&] { return loadLabels(files_[i].labels); });
  }

  Result<std::shared_ptr<const std::vector<std::uint8_t>>> imagesOf(std::string_view source) {
    W2S_TRY(const std::size_t i, indexOf(source));
    return images_[i].get([&] { return loadImages(source); });
  }

  Result<std::shared_ptr<const Labels>> loadLabels(const fs::path& path) const {
    W2S_TRY(const IdxArray array, readIdx(path, 1));
    const auto outside = std::find_if(array.values.begin(), array.values.end(),
                                      [&](std::uint8_t label) { return label >= card_.classes(); });
    if (outside != array.values.end()) {
      return fail(ErrorCode::BadFormat,
                  sentence("{}: row {} has the label {}, but {} has the classes 0 to {}.",
                           path.string(), std::distance(array.values.begin(), outside), *outside,
                           card_.title, card_.classes() - 1));
    }
    return std::make_shared<const Labels>(array.values.begin(), array.values.end());
  }

  Result<std::shared_ptr<const std::vector<std::uint8_t>>> loadImages(std::string_view source) {
    W2S_TRY(const std::size_t i, indexOf(source));
    const auto& [image_path, label_path] = files_[i];
    W2S_TRY(const auto row_labels, labelsOf(source));
    W2S_TRY(IdxArray array, readIdx(image_path, 3));
    if (array.shape[1] != pictures_.height || array.shape[2] != pictures_.width) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} holds images of {} x {} pixels, but those of {} have {} x {}.",
                           image_path.string(), array.shape[1], array.shape[2], card_.title,
                           pictures_.height, pictures_.width));
    }
    if (array.shape[0] != std::ssize(*row_labels)) {
      return fail(
          ErrorCode::BadFormat,
          sentence("{} holds {} images, but {} holds {} labels: the two files do not belong "
                   "together.",
                   image_path.string(), array.shape[0], label_path.string(), row_labels->size()));
    }
    return std::make_shared<const std::vector<std::uint8_t>>(std::move(array.values));
  }

  const DataSetCard card_;
  const Pictures pictures_;
  const fs::path folder_;
  const std::array<SourceFiles, 2> files_;  // train, test
  Once<std::shared_ptr<const std::string>> fingerprint_;
  std::array<Once<std::shared_ptr<const Labels>>, 2> labels_;
  std::array<Once<std::shared_ptr<const std::vector<std::uint8_t>>>, 2> images_;
};

Sentence nearMissesIn(const fs::path& folder, std::span<const NameParts> missing) {
  Sentence said;
  for (const NameParts& parts : missing) {
    if (const auto near = nearMiss(folder, parts)) {
      said = sentence("{} {} looks like {}: rename it if it is that file.", said,
                      (folder / *near).string(), usualName(parts));
    }
  }
  return said;
}

// The folder itself or its sub-folder of the data set's name, whichever has files of the data set.
std::optional<fs::path> locate(const DataSetCard& card, const fs::path& folder) {
  for (const fs::path& candidate : {folder / card.name, folder}) {
    if (std::ranges::any_of(
            kFiles, [&](const NameParts& parts) { return !findFile(candidate, parts).empty(); })) {
      return candidate;
    }
  }
  return std::nullopt;
}

Result<std::shared_ptr<Dataset>> openFolder(const DataSetCard& card, const fs::path& folder) {
  std::array<fs::path, kFiles.size()> paths;
  std::vector<NameParts> missing;
  std::vector<std::string> missing_names;
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    paths[i] = findFile(folder, kFiles[i]);
    if (paths[i].empty()) {
      missing.push_back(kFiles[i]);
      missing_names.push_back(fmt::format("{}[.gz]", usualName(kFiles[i])));
    }
  }
  if (!missing.empty()) {
    return fail(ErrorCode::NotFound,
                sentence("{} lacks {} of {}. Get them with `{}`.{}", folder.string(),
                         fmt::join(missing_names, " and "), card.title, card.how_to_get,
                         nearMissesIn(folder, missing)));
  }
  return std::make_shared<IdxDataset>(
      card, folder,
      std::array{SourceFiles{.images = std::move(paths[0]), .labels = std::move(paths[1])},
                 SourceFiles{.images = std::move(paths[2]), .labels = std::move(paths[3])}});
}

}  // namespace

Result<std::shared_ptr<Dataset>> openIdx(const DataSetCard& card,
                                         std::span<const fs::path> folders) {
  std::vector<std::string> searched;
  for (const fs::path& folder : folders) {
    if (const auto found = locate(card, folder)) {
      return openFolder(card, *found);
    }
    searched.push_back(folder.string());
  }
  Sentence near;
  for (const fs::path& folder : folders) {
    if (near.text.empty()) {
      near = nearMissesIn(folder, kFiles);
    }
  }
  return fail(
      ErrorCode::NotFound,
      sentence("{} is not in {}. Install it with `{}`, or name the folder that holds its files "
               "with --data or W2S_DATA.{}",
               card.title, fmt::join(searched, " or "), card.how_to_get, near));
}

}  // namespace w2s::data
