// The checksum that a JSON file of the store holds of itself: the hash of the object without that
// key. Private to the .cpp files of this folder.
#pragma once

#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/store/json_fields.h"

namespace w2s::store {

inline constexpr const char* kChecksumKey = "checksum";
// What the checksum is of: the id of the run in a manifest, else the name of the file. It tells a file
// that has lost its checksum from one that never had one, and a manifest that an earlier version
// copied, with what it does not know, from the run's own.
inline constexpr const char* kChecksumOfKey = "checksum_of";

[[nodiscard]] inline std::string sealedJson(Json json, std::string_view of) {
  json[kChecksumOfKey] = of;
  json.erase(kChecksumKey);
  json[kChecksumKey] = hashOf(jsonText(json));
  return jsonText(json, 2) + "\n";
}

// Throws BadField where the object is not the one that was written. Files of earlier versions have
// no checksum.
inline void checkJsonSeal(const JsonFields& fields) {
  if (!fields.has(kChecksumKey) && !fields.has(kChecksumOfKey)) {
    return;
  }
  Json rest = fields.json();
  rest.erase(kChecksumKey);
  if (hashOf(jsonText(rest)) != fields.text(kChecksumKey)) {
    throw BadField{sentence("its content does not have the checksum it was written with")};
  }
}

// Whether a text that was read without error is, byte for byte, what sealedJson() makes of its object;
// true for files of earlier versions, which have no checksum or that alone.
[[nodiscard]] inline bool isWrittenAsSealed(std::string_view text) {
  const auto json = parseJson(text);
  if (!json || !json->is_object()) {
    return false;
  }
  if (!json->contains(kChecksumOfKey)) {
    Json rest = *json;
    return rest.erase(kChecksumKey) == 0 || hashOf(jsonText(rest)) == json->at(kChecksumKey);
  }
  const Json& of = json->at(kChecksumOfKey);
  return of.is_string() && sealedJson(*json, of.get_ref<const std::string&>()) == text;
}

}  // namespace w2s::store
