// What is said of a setting that does not fit: what it takes, and what is wrong with a key or a
// number. Parts of sentences and sentences; problem.h collects them.
#pragma once

#include <string>
#include <vector>

#include "core/base/sentence.h"
#include "core/config/slot.h"

namespace w2s::config {

// "a number from 0.05 to 100", "one of soft, hard": what a slot takes, as part of a sentence.
[[nodiscard]] Sentence allowedText(const Slot& slot);

// The sentence for a key that no setting has. `is_table`: its value is a table. `context` holds the
// slots beside which it was looked for.
[[nodiscard]] Sentence unknownKeyMessage(const std::string& key, bool is_table,
                                         const std::vector<Slot>& context,
                                         const std::vector<std::string>& known_keys);

// The sentence for a number outside its field's range, or nothing. NaN and infinity are outside
// every range.
[[nodiscard]] Sentence rangeMessage(const Slot& slot, const std::string& key, double number);

}  // namespace w2s::config
