// What the programs print. None of these throws where the output cannot be written, as fmt::print
// does: on standard output the failure is kept for finishOutput(); messages on standard error are
// of less worth than the work they tell of. Any thread.
#pragma once

#include <string_view>
#include <utility>

#include <fmt/core.h>

namespace w2s::app {

// Data for machines on standard output, byte for byte.
void putData(std::string_view bytes);
// Text for people, made harmless for a terminal (plain_text.h): names, paths and messages come from files.
void putText(std::string_view text);
void sayText(std::string_view text);  // on standard error
// To standard error, byte for byte: what steers the terminal itself.
void steerTerminal(std::string_view bytes);

template <class... Values>
void put(fmt::format_string<Values...> format, Values&&... values) {
  putText(fmt::format(format, std::forward<Values>(values)...));
}

template <class... Values>
void say(fmt::format_string<Values...> format, Values&&... values) {
  sayText(fmt::format(format, std::forward<Values>(values)...));
}

// Bytes that are no UTF-8, in the name of a folder say, become U+FFFD.
template <class Json>
void putJson(const Json& json) {
  putData(json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n');
}

// Hands what was printed to the system. Returns `exit_code`, or 1 with a sentence on standard error
// when standard output could not be written (a full disk). Last thing in main.
[[nodiscard]] int finishOutput(int exit_code);

}  // namespace w2s::app
