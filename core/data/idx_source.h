// A data set of pictures in four IDX files, plain or gzip: images and labels of train and of t10k (test).
//
// Names: train-images-idx3-ubyte and its relatives, in the usual spellings
// (train-images.idx3-ubyte, train_images.idx3, test- for t10k-), each with .gz or without. Where a
// file lies there in several spellings, the usual name is taken first, and one with content before
// an empty one.
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "core/data/dataset.h"

namespace w2s::data {

// Opens the first folder that has files of the data set, directly or in a sub-folder of its name;
// reads nothing yet. Errors: NotFound, naming each missing file, a file whose name is a slip away
// from it, and the card's how_to_get. Loading then checks what only the content can tell: labels
// below card.classes(), images of the card's size, as many images as labels. Row counts are the
// files' own: a smaller data set of the same shape may stand in.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openIdx(
    const DataSetCard& card, std::span<const std::filesystem::path> folders);

}  // namespace w2s::data
