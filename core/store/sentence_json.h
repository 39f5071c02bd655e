// A sentence with its parts as JSON, so that a window can translate what a run recorded. Readers
// throw BadField. Private to the .cpp files of this folder.
#pragma once

#include "core/base/sentence.h"
#include "core/store/json_fields.h"

namespace w2s::store {

// A plain text is a string; one with a pattern is an object with the pattern and its arguments.
[[nodiscard]] Json toJson(const Sentence& said);
[[nodiscard]] Sentence sentenceOf(const Json& json);

}  // namespace w2s::store
