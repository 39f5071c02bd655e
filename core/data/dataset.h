// A data set as the engine sees it: a card for people, and a source that loads its parts when they
// are needed.
//
// Labels load without pixels: with cached features nobody needs the images, and unpacking them is
// the slow part. Splits, label noise and every metric take labels alone, so they serve any kind of
// data.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace w2s::data {

// The two official files. Test rows never come from anywhere but the test file.
enum class Part { Train, Test };

// What a person wants to know before using a data set.
struct DataSetCard {
  std::string name;   // the registered name, e.g. "fashion-mnist"
  std::string title;  // "Fashion-MNIST"
  std::string description;
  std::string source;   // who made it, where it is described
  std::string licence;  // as the source states it
  std::int64_t train_rows = 0;
  std::int64_t test_rows = 0;
  std::int64_t height = 0;  // pixels
  std::int64_t width = 0;
  std::vector<std::string> class_names;        // the label is the index
  std::string how_to_get;                      // a command or an instruction, fit for a copy button
  std::vector<std::filesystem::path> folders;  // where it usually lies
  std::string official_labels;  // contentHash of the official training labels; empty = unknown

  [[nodiscard]] std::int64_t classes() const {
    return static_cast<std::int64_t>(class_names.size());
  }
};

// [rows, height, width] row-major, one byte a pixel, 0 = background.
struct Images {
  std::int64_t rows = 0;
  std::int64_t height = 0;
  std::int64_t width = 0;
  std::vector<std::uint8_t> pixels;

  [[nodiscard]] std::size_t bytesPerRow() const {
    return static_cast<std::size_t>(height * width);
  }
  [[nodiscard]] std::span<const std::uint8_t> row(std::int64_t index) const {
    return std::span(pixels).subspan(static_cast<std::size_t>(index) * bytesPerRow(),
                                     bytesPerRow());
  }
};

using Labels = std::vector<std::int64_t>;  // [rows], each in [0, classes)

// Loads each part at most once and shares it; any thread may ask at any time. A failed load is
// tried again on the next call, so that a person can mend the files and repeat. Keep the source for
// as long as its data are wanted.
class DataSource {
 public:
  virtual ~DataSource() = default;

  [[nodiscard]] virtual const DataSetCard& card() const = 0;
  // The folder the data come from, for messages and the run's manifest.
  [[nodiscard]] virtual std::filesystem::path folder() const = 0;
  // Identifies the content of every file; part of the fingerprint of each stage that reads the
  // data.
  [[nodiscard]] virtual Result<std::string> fingerprint() = 0;
  [[nodiscard]] virtual Result<std::shared_ptr<const Labels>> labels(Part part) = 0;
  // As many rows as labels(part) has, in the same order.
  [[nodiscard]] virtual Result<std::shared_ptr<const Images>> images(Part part) = 0;
};

// Hash of labels, the same for every file format they may come from.
[[nodiscard]] std::string contentHash(std::span<const std::int64_t> labels);
// Whether these are the training labels that were published, in their order.
[[nodiscard]] bool hasPublishedLabels(const DataSetCard& card, std::span<const std::int64_t> train);

}  // namespace w2s::data
