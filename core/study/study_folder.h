// The studies of a workspace: studies/<name>/study.toml with base.toml beside it, the whole base
// configuration. Whoever runs a study keeps it here, so that window and command line see the same
// ones.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/study/study.h"

namespace w2s::study {

// Where a study of this name is kept. Two names never share a folder.
[[nodiscard]] std::filesystem::path studyFile(const std::filesystem::path& workspace,
                                              const std::string& name);

// Writes the study's plan and base. A study of its name around the same base is replaced, unless it
// has all of these cells and seeds already; around another base it stays, and the call fails. Answers
// with its file.
[[nodiscard]] Result<std::filesystem::path> keepStudy(const std::filesystem::path& workspace,
                                                      const Study& study);

// What a person names: the file of a study, or one that the workspace keeps under that name. Errors:
// neither (says which ones are kept), or as loadStudy().
[[nodiscard]] Result<Study> findStudy(const std::filesystem::path& workspace,
                                      const std::string& file_or_name);

// Whether the text is meant as a study: it has a key that only studies have.
[[nodiscard]] bool looksLikeStudy(std::string_view text);

// The files of all studies that are kept, by name of folder. A missing folder has none.
[[nodiscard]] std::vector<std::filesystem::path> keptStudies(
    const std::filesystem::path& workspace);

}  // namespace w2s::study
