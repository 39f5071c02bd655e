#include "core/data/idx_source.h"

#include <algorithm>
#include <array>
#include <cctype>
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

struct PartFiles {
  fs::path images;
  fs::path labels;
};

// What a file's name says, in any of the usual spellings: train-images-idx3-ubyte,
// train-images.idx3-ubyte, train_images.idx3, each with .gz or without, in any case. "t10k" and
// "test" are the same.
struct NameParts {
  Part part = Part::Train;
  int dimensions = 0;  // 3 images, 1 labels
};

constexpr std::array<NameParts, 4> kFiles = {
    {{Part::Train, 3}, {Part::Train, 1}, {Part::Test, 3}, {Part::Test, 1}}};

std::string usualName(const NameParts& parts) {
  return fmt::format("{}-{}-ubyte", parts.part == Part::Train ? "train" : "t10k",
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
      parts.part == Part::Train ? words[0] == "train" : words[0] == "t10k" || words[0] == "test";
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

class IdxSource final : public DataSource {
 public:
  IdxSource(DataSetCard card, fs::path folder, std::array<PartFiles, 2> files)
      : card_(std::move(card)), folder_(std::move(folder)), files_(std::move(files)) {}

  const DataSetCard& card() const override {
    return card_;
  }

  fs::path folder() const override {
    return folder_;
  }

  Result<std::string> fingerprint() override {
    W2S_TRY(const auto text, fingerprint_.get([this] { return hashFiles(); }));
    return *text;
  }

  Result<std::shared_ptr<const Labels>> labels(Part part) override {
    return labels_[indexOf(part)].get([&] { return loadLabels(part); });
  }

  Result<std::shared_ptr<const Images>> images(Part part) override {
    return images_[indexOf(part)].get([&] { return loadImages(part); });
  }

 private:
  static std::size_t indexOf(Part part) {
    return part == Part::Train ? 0 : 1;
  }

  Result<std::shared_ptr<const std::string>> hashFiles() const {
    Hasher hasher;
    for (const PartFiles& part : files_) {
      for (const fs::path& path : {part.images, part.labels}) {
        W2S_TRY(const std::string hash, hashOfFile(path));
        hasher.add(hash);
      }
    }
    return std::make_shared<const std::string>(hasher.hex());
  }

  Result<std::shared_ptr<const Labels>> loadLabels(Part part) const {
    const fs::path& path = files_[indexOf(part)].labels;
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

  Result<std::shared_ptr<const Images>> loadImages(Part part) {
    const auto& [image_path, label_path] = files_[indexOf(part)];
    W2S_TRY(const auto row_labels, labels(part));
    W2S_TRY(IdxArray array, readIdx(image_path, 3));
    if (array.shape[1] != card_.height || array.shape[2] != card_.width) {
      return fail(ErrorCode::BadFormat,
                  sentence("{} holds images of {} x {} pixels, but those of {} have {} x {}.",
                           image_path.string(), array.shape[1], array.shape[2], card_.title,
                           card_.height, card_.width));
    }
    if (array.shape[0] != static_cast<std::int64_t>(row_labels->size())) {
      return fail(
          ErrorCode::BadFormat,
          sentence("{} holds {} images, but {} holds {} labels: the two files do not belong "
                   "together.",
                   image_path.string(), array.shape[0], label_path.string(), row_labels->size()));
    }
    return std::make_shared<const Images>(Images{.rows = array.shape[0],
                                                 .height = array.shape[1],
                                                 .width = array.shape[2],
                                                 .pixels = std::move(array.values)});
  }

  const DataSetCard card_;
  const fs::path folder_;
  const std::array<PartFiles, 2> files_;  // train, test
  Once<std::shared_ptr<const std::string>> fingerprint_;
  std::array<Once<std::shared_ptr<const Labels>>, 2> labels_;
  std::array<Once<std::shared_ptr<const Images>>, 2> images_;
};

}  // namespace

bool holdsIdxFiles(const fs::path& folder) {
  return std::ranges::any_of(
      kFiles, [&](const NameParts& parts) { return !findFile(folder, parts).empty(); });
}

Sentence nearMissesIn(const fs::path& folder) {
  Sentence said;
  for (const NameParts& parts : kFiles) {
    const auto near = findFile(folder, parts).empty() ? nearMiss(folder, parts) : std::nullopt;
    if (near) {
      said = sentence("{} {} looks like {}: rename it if it is that file.", said,
                      (folder / *near).string(), usualName(parts));
    }
  }
  return said;
}

Result<std::shared_ptr<DataSource>> openIdxFolder(DataSetCard card, const fs::path& folder) {
  std::array<fs::path, 4> paths;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    paths[i] = findFile(folder, kFiles[i]);
    if (paths[i].empty()) {
      missing.push_back(fmt::format("{}[.gz]", usualName(kFiles[i])));
    }
  }
  if (!missing.empty()) {
    return fail(ErrorCode::NotFound, sentence("{} lacks {} of {}. Get them with `{}`.{}",
                                              folder.string(), fmt::join(missing, " and "),
                                              card.title, card.how_to_get, nearMissesIn(folder)));
  }
  return std::make_shared<IdxSource>(
      std::move(card), folder,
      std::array{PartFiles{.images = std::move(paths[0]), .labels = std::move(paths[1])},
                 PartFiles{.images = std::move(paths[2]), .labels = std::move(paths[3])}});
}

}  // namespace w2s::data
