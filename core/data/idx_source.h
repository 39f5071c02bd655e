// A data source on four IDX files, plain or gzip: images and labels of train and of t10k (test).
//
// Names: train-images-idx3-ubyte and its relatives, in the usual spellings
// (train-images.idx3-ubyte, train_images.idx3, test- for t10k-), each with .gz or without. Where a
// file lies there in several spellings, the usual name is taken first, and one with content before
// an empty one.
#pragma once

#include <filesystem>
#include <memory>

#include "core/data/dataset.h"

namespace w2s::data {

// Whether at least one of the four files lies in `folder`.
[[nodiscard]] bool holdsIdxFiles(const std::filesystem::path& folder);

// For an error about missing files: those in `folder` whose names are a slip away from a missing
// one; empty where there are none.
[[nodiscard]] Sentence nearMissesIn(const std::filesystem::path& folder);

// Finds the four files (a plain file is preferred to its packed twin) and reads nothing yet.
// Errors: NotFound, naming each file that is missing, and its near misses.
// Loading then checks what only the content can tell: labels below card.classes(), images of
// card.height x card.width, as many images as labels. Row counts are the files' own: a smaller data
// set of the same shape may stand in.
[[nodiscard]] Result<std::shared_ptr<DataSource>> openIdxFolder(
    DataSetCard card, const std::filesystem::path& folder);

}  // namespace w2s::data
