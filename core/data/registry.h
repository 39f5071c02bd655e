// The data sets the lab knows by name, and where to find each on this machine.
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"

namespace w2s::data {

// All cards, by name.
[[nodiscard]] const std::vector<DataSetCard>& knownDataSets();

// Whether a data set is named by the path of its card (card_file.h): a slash, or the ending .toml.
[[nodiscard]] bool isCardPath(std::string_view name);

// Of a registered data set, or of a card that was opened in this process before. Reads no file.
// Errors: NotFound, listing the known names and the one that looks most like `name`; Unavailable for
// a card that was not opened yet.
[[nodiscard]] Result<std::shared_ptr<const DataSetCard>> findCard(std::string_view name);

// Opens a data set; its files are read when first asked for. That of a card is read and checked at
// once, and `data_folder` is not looked at.
//
// `data_folder` (--data, or the window's setting; empty = none) is the only place searched when it
// is given: silently using other files than those named would be worse than an error. Without it:
// the folder in the environment variable W2S_DATA, then the card's usual folders. In each, the
// files lie directly or in a sub-folder of the data set's name. Errors: NotFound for an unknown
// name, and for missing files with the card's how_to_get.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openDataSet(
    std::string_view name, const std::filesystem::path& data_folder = {});

}  // namespace w2s::data
