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
  if (!tail.starts_with(kHashKey) || !tail.ends_with("\"}") || at == std::string_view::npos) {
    return UnstampedLine{.text = std::string(line)};
  }
  UnstampedLine read{.text = std::string(body.substr(0, at)) + "}"};
  std::from_chars(body.data() + at + kLineKey.size(), body.data() + body.size(), read.number);
  if (tail.substr(kHashKey.size(), kHashDigits) != shortHashOf(body) || read.number == 0) {
    return fail(ErrorCode::BadFormat,
                sentence("The event is damaged: its line does not have the hash it was written "
                         "with. Take the file from a copy of the run, or repeat the run."));
  }
  return read;
}

bool hasTraceOfStamp(std::string_view line) {
  const auto end = line.substr(line.size() - std::min(line.size(), std::size_t{64}));
  return end.find(kLineKey) != std::string_view::npos ||
         end.find(kHashKey) != std::string_view::npos;
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
