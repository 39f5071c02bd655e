#include "core/store/log_stamp.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_read.h"
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

void addSeal(FileSeals& seals, const FileSeal& seal) {
  std::erase_if(seals, [&](const FileSeal& known) { return known.bytes >= seal.bytes; });
  seals.push_back(seal);
}

SealCheck::SealCheck(FileSeals seals) : seals_(std::move(seals)) {
  add({});  // a seal of nothing fits at once
}

void SealCheck::add(std::string_view bytes) {
  size_ += bytes.size();
  for (; next_ < seals_.size() && seals_[next_].bytes - hashed_ <= bytes.size(); ++next_) {
    const auto taken = static_cast<std::size_t>(seals_[next_].bytes - hashed_);
    hasher_.add(bytes.substr(0, taken));
    bytes.remove_prefix(taken);
    hashed_ += taken;
    last_fits_ = hasher_.hex() == seals_[next_].hash;
    all_fit_ = all_fit_ && last_fits_;
    sound_ = last_fits_ ? hashed_ : sound_;
  }
  if (next_ < seals_.size()) {
    hasher_.add(bytes);
    hashed_ += bytes.size();
  }
}

SealedPart SealCheck::part(bool is_over) const {
  const bool is_long_enough = next_ == seals_.size();
  if (seals_.empty() || (is_long_enough && last_fits_)) {
    const bool has_more = is_over && !seals_.empty() && size_ > seals_.back().bytes;
    return {.bytes = has_more ? seals_.back().bytes : size_,
            .is_all = !has_more,
            .is_whole = !has_more};
  }
  const std::uint64_t bytes = !is_long_enough && all_fit_ ? size_ : sound_;
  return {.bytes = bytes, .is_all = bytes == size_, .is_whole = false};
}

Result<BeginningHash> hashOfBeginning(const std::filesystem::path& file, std::uint64_t bytes) {
  BeginningHash hash;
  ByteHasher whole;
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored)) {
    W2S_CHECK(readFileInPieces(file, [&](std::string_view piece) {
      whole.add(piece);
      const auto kept = std::min<std::uint64_t>(piece.size(), bytes);
      hash.kept.add(piece.substr(0, static_cast<std::size_t>(kept)));
      bytes -= kept;
    }));
  }
  hash.whole = whole.hex();
  return hash;
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
