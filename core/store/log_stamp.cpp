#include "core/store/log_stamp.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "core/base/byte_hasher.h"
#include "core/base/hash.h"
#include "core/store/json_fields.h"

namespace w2s::store {
namespace {

constexpr std::string_view kLineKey = R"(,"line":)";
constexpr std::string_view kHashKey = R"(,"hash":")";
constexpr std::size_t kHashDigits = 16;
constexpr std::string_view kSealedBegin = R"({"event":"sealed",)";
constexpr std::string_view kNoticedBegin = R"({"event":"noticed",)";

// Of a line without a stamp: whether it seems to have lost it.
bool hasTraceOfStamp(std::string_view line) {
  const auto end = line.substr(line.size() - std::min(line.size(), std::size_t{64}));
  return end.find(kLineKey) != std::string_view::npos ||
         end.find(kHashKey) != std::string_view::npos;
}

}  // namespace

std::string stampedLine(std::string_view json, std::size_t number) {
  json.remove_suffix(1);  // the brace
  const std::string body = fmt::format("{}{}{}", json, kLineKey, number);
  return fmt::format("{}{}{}\"}}", body, kHashKey, shortHashOf(body));
}

Result<UnstampedLine> unstamped(std::string_view line) {
  constexpr std::size_t kTail = kHashKey.size() + kHashDigits + 2;  // 2: quote and brace
  const std::size_t body_bytes = line.size() - std::min(line.size(), kTail);
  const std::string_view body = line.substr(0, body_bytes);
  const std::string_view tail = line.substr(body_bytes);
  const std::size_t at = body.rfind(kLineKey);
  UnstampedLine read;
  if (tail.starts_with(kHashKey) && tail.ends_with("\"}") && at != std::string_view::npos) {
    std::from_chars(body.data() + at + kLineKey.size(), body.data() + body.size(), read.number);
    read.text = std::string(body.substr(0, at)) + "}";
    if (tail.substr(kHashKey.size(), kHashDigits) == shortHashOf(body) && read.number > 0) {
      return read;
    }
  } else if (!hasTraceOfStamp(line)) {
    read.text = line;
    return read;
  }
  return fail(ErrorCode::BadFormat,
              sentence("The event is damaged: its line does not have the hash it was written "
                       "with. Take the file from a copy of the run, or repeat the run."));
}

std::string sealToJson(const std::string& file, const FileSeal& seal) {
  return jsonText(
      Json{{"event", "sealed"}, {"file", file}, {"bytes", seal.bytes}, {"hash", seal.hash}});
}

std::optional<std::pair<std::string, FileSeal>> sealFromJson(std::string_view line) {
  if (!line.starts_with(kSealedBegin)) {
    return std::nullopt;
  }
  const auto read = readJson(line, Sentence{}, [](const JsonFields& fields) {
    return std::pair(fields.text("file"),
                     FileSeal{.bytes = static_cast<std::uint64_t>(fields.integer("bytes")),
                              .hash = fields.text("hash")});
  });
  return read ? std::optional(*read) : std::nullopt;
}

bool isSealed(std::string_view bytes, const FileSeal& seal) {
  return bytes.size() >= seal.bytes && hashOfBytes(bytes.substr(0, seal.bytes)) == seal.hash;
}

void addSeal(FileSeals& seals, const FileSeal& seal) {
  std::erase_if(seals, [&](const FileSeal& known) { return known.bytes >= seal.bytes; });
  seals.push_back(seal);
}

SealedPart sealedPart(std::string_view bytes, const FileSeals& seals, bool is_over) {
  if (seals.empty() || isSealed(bytes, seals.back())) {
    const bool has_more = is_over && !seals.empty() && bytes.size() > seals.back().bytes;
    return {.bytes = has_more ? seals.back().bytes : bytes.size(), .is_whole = !has_more};
  }
  SealedPart part{.bytes = 0, .is_whole = false};
  bool is_cut_alone = bytes.size() < seals.back().bytes;
  ByteHasher hasher;
  std::size_t at = 0;
  for (const FileSeal& seal : seals) {
    if (seal.bytes > bytes.size()) {
      break;
    }
    hasher.add(bytes.substr(at, seal.bytes - at));
    at = seal.bytes;
    const bool is_same = hasher.hex() == seal.hash;
    part.bytes = is_same ? at : part.bytes;
    is_cut_alone = is_cut_alone && is_same;
  }
  part.bytes = is_cut_alone ? bytes.size() : part.bytes;
  return part;
}

std::string noteToJson(const std::string& text) {
  return jsonText(Json{{"event", "noticed"}, {"text", text}});
}

std::optional<std::string> noteFromJson(std::string_view line) {
  if (!line.starts_with(kNoticedBegin)) {
    return std::nullopt;
  }
  const auto read =
      readJson(line, Sentence{}, [](const JsonFields& fields) { return fields.text("text"); });
  return read ? std::optional(*read) : std::nullopt;
}

}  // namespace w2s::store
