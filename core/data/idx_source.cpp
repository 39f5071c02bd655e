#include "core/data/idx_source.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <mutex>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/hash.h"
#include "core/data/idx.h"

namespace w2s::data {
namespace {

namespace fs = std::filesystem;

struct PartFiles {
  fs::path images;
  fs::path labels;
};

constexpr std::array<std::string_view, 4> kNames = {
    "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
    "t10k-labels-idx1-ubyte"};

// The plain file, else the packed one, else empty.
fs::path findFile(const fs::path& folder, std::string_view name) {
  std::error_code ignored;
  for (const std::string_view suffix : {"", ".gz"}) {
    auto path = folder / fmt::format("{}{}", name, suffix);
    if (fs::exists(path, ignored)) {
      return path;
    }
  }
  return {};
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
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return !findFile(folder, name).empty(); });
}

Result<std::shared_ptr<DataSource>> openIdxFolder(DataSetCard card, const fs::path& folder) {
  std::array<fs::path, 4> paths;
  std::vector<std::string> missing;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    paths[i] = findFile(folder, kNames[i]);
    if (paths[i].empty()) {
      missing.push_back(fmt::format("{}[.gz]", kNames[i]));
    }
  }
  if (!missing.empty()) {
    return fail(ErrorCode::NotFound,
                sentence("{} lacks {} of {}. Get them with `{}`.", folder.string(),
                         fmt::join(missing, " and "), card.title, card.how_to_get));
  }
  return std::make_shared<IdxSource>(
      std::move(card), folder,
      std::array{PartFiles{.images = std::move(paths[0]), .labels = std::move(paths[1])},
                 PartFiles{.images = std::move(paths[2]), .labels = std::move(paths[3])}});
}

}  // namespace w2s::data
