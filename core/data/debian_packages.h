// Descriptions of Debian packages, with their sections as classes: texts that every Debian machine has.
//
// A row is a source package: the first of its binary packages in the list, the one-line description as
// text, of ten sections the one it stands in. Left out: descriptions of up to two words, and those that
// speak of documentation, debugging, dummies or transitions. Debian 12: 6,511 rows.
//
// Read from `Packages` in the folder that is named, else from what apt knows on this machine (`apt-cache
// dumpavail`, some seconds); that list is kept, so that a later update of apt changes no experiment.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"

namespace w2s::data {

[[nodiscard]] DataSetCard debianPackages();

// Errors: NotFound, neither a list in the folders nor apt; BadFormat, a list without such packages.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openDebianPackages(
    const DataSetCard& card, std::span<const std::filesystem::path> folders);

struct PackageText {
  std::string source;
  std::string section;
  std::string description;
};

// Of a list in the format of apt's files; what is no such list gives none.
[[nodiscard]] std::vector<PackageText> packageTexts(std::string_view list);

}  // namespace w2s::data
