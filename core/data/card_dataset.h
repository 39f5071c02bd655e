// A data set of one's own, as a card describes it (card_file.h).
#pragma once

#include <filesystem>
#include <memory>
#include <string_view>

#include "core/data/dataset.h"

namespace w2s::data {

// Reads the card and every file that it names, and checks all of it; features stay in their files,
// mapped. Errors: BadFormat with all problems at once, each with its file and rows.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openCard(const std::filesystem::path& card);
// The same of a card that is no file: `place` is where it would lie.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openCard(std::string_view text,
                                                        const std::filesystem::path& place);

}  // namespace w2s::data
