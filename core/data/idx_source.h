// A data source on four IDX files with the usual names, plain or gzip:
// train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte
// (each also with .gz).
#pragma once

#include <filesystem>
#include <memory>

#include "core/data/dataset.h"

namespace w2s::data {

// Whether at least one of the four files lies in `folder`.
[[nodiscard]] bool holdsIdxFiles(const std::filesystem::path& folder);

// Finds the four files (a plain file is preferred to its packed twin) and reads nothing yet.
// Errors: NotFound, naming each file that is missing.
// Loading then checks what only the content can tell: labels below card.classes(), images of
// card.height x card.width, as many images as labels. Row counts are the files' own: a smaller data
// set of the same shape may stand in.
[[nodiscard]] Result<std::shared_ptr<DataSource>> openIdxFolder(
    DataSetCard card, const std::filesystem::path& folder);

}  // namespace w2s::data
