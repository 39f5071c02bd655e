#include "core/store/stage_cache.h"

#include <algorithm>
#include <cctype>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "core/base/file_io.h"
#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/store/described_json.h"
#include "core/store/event_json.h"
#include "core/store/event_log.h"
#include "core/store/folder.h"
#include "core/store/json_seal.h"
#include "core/store/leftovers.h"
#include "core/store/record_fields.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kSchema = 1;
constexpr std::string_view kResultFile = "result.json";
constexpr std::string_view kSeriesName = "series.csv";
constexpr std::string_view kEvaluationsName = "evaluations.jsonl";

struct FileFacts {
  std::uint64_t size = 0;
  std::string checksum;  // empty in entries of version 0.1.0
};
// Every recorded file below the entry, by its path relative to the folder.
using Files = std::map<std::string, FileFacts>;

Result<Files> filesIn(const fs::path& folder) {
  Files files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    if (!entry->is_regular_file(error)) {
      continue;
    }
    const std::string name = entry->path().lexically_relative(folder).string();
    if (name != kResultFile && name != kOwnerFile) {
      W2S_TRY(std::string checksum, hashOfFile(entry->path()));
      files[name] = {.size = entry->file_size(error), .checksum = std::move(checksum)};
    }
  }
  if (error) {
    return systemError(sentence("read the folder"), folder, error.value());
  }
  return files;
}

std::string resultToJson(const StageResult& result, const Files& files) {
  Json numbers = Json::object();
  for (const auto& [name, value] : result.numbers) {
    numbers[name] = jsonNumber(value);
  }
  Json sizes = Json::object();
  Json checksums = Json::object();
  for (const auto& [name, facts] : files) {
    sizes[name] = facts.size;
    checksums[name] = facts.checksum;
  }
  return sealedJson({{"schema", kSchema},
                     {"stage", result.stage},
                     {"seconds", jsonNumber(result.seconds)},
                     {"test", jsonOf(result.test)},
                     {"numbers", std::move(numbers)},
                     {"files", std::move(sizes)},
                     {"checksums", std::move(checksums)}},
                    kResultFile);
}

struct ReadResult {
  StageResult result;
  Files files;
};

Result<ReadResult> resultFromJson(std::string_view text, const fs::path& file) {
  return readJson(text, Sentence{.text = file.string()}, [](const JsonFields& fields) {
    if (fields.integer("schema") != kSchema) {
      throw BadField{sentence("another version of the program wrote it")};
    }
    checkJsonSeal(fields);
    ReadResult read;
    read.result.stage = stageIn(fields, "stage");
    read.result.seconds = fields.number("seconds");
    read.result.test = valueOf<metrics::Performance>(fields.child("test"));
    const JsonFields numbers = fields.child("numbers");
    for (const auto& [name, unused] : fields.at("numbers").items()) {
      read.result.numbers[name] = numbers.number(name.c_str());
    }
    const JsonFields files = fields.child("files");
    for (const auto& [name, unused] : fields.at("files").items()) {
      read.files[name].size = static_cast<std::uint64_t>(files.integer(name.c_str()));
    }
    if (fields.has("checksums")) {
      const JsonFields checksums = fields.child("checksums");
      for (const auto& [name, unused] : fields.at("checksums").items()) {
        read.files[name].checksum = checksums.text(name.c_str());
      }
    }
    return read;
  });
}

std::optional<std::int64_t> schemaOf(std::string_view text) {
  const auto schema =
      readJson(text, {}, [](const JsonFields& fields) { return fields.integer("schema"); });
  return schema ? std::optional(*schema) : std::nullopt;
}

std::optional<StageEntry> soundEntry(const fs::path& folder) {
  const auto text = readFile(folder / kResultFile, kMostRecordBytes);
  if (!text) {
    return std::nullopt;
  }
  auto read = resultFromJson(*text, folder / kResultFile);
  if (!read) {
    return std::nullopt;
  }
  StageEntry entry{.folder = folder, .result = std::move(read->result)};
  for (const auto& [name, facts] : read->files) {
    std::error_code error;
    if (fs::file_size(folder / name, error) != facts.size || error) {
      return std::nullopt;
    }
    entry.checksums[name] = facts.checksum;
  }
  return entry;
}

bool isFingerprint(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) {
    return std::isalnum(c) != 0 || c == '-' || c == '_';
  });
}

bool isTemporary(const fs::path& folder) {
  return folder.filename().string().starts_with(kTemporaryPrefix);
}

void removeAbandoned(const fs::path& parent) {
  std::error_code error;
  for (fs::directory_iterator entry(parent, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    if (isTemporary(entry->path()) && isAbandoned(entry->path())) {
      std::error_code ignored;
      fs::remove_all(entry->path(), ignored);
    }
  }
}

}  // namespace

// Moves it out of the way first. Of two that find it damaged, one moves it and the other finds the
// place free or taken by a sound entry.
Status removeEntry(const fs::path& folder) {
  W2S_TRY(const fs::path aside, makeTemporaryFolder(folder.parent_path(), "damaged"));
  std::error_code ignored;
  fs::rename(folder, aside / "entry", ignored);
  fs::remove_all(aside, ignored);
  return {};
}

std::optional<EntryFault> faultOfEntry(const fs::path& folder) {
  using Kind = EntryFault::Kind;
  const auto refused = [](const Error& error) {
    const bool is_damage = error.code == ErrorCode::NotFound || error.code == ErrorCode::BadFormat;
    return EntryFault{is_damage ? Kind::Damaged : Kind::Unreadable, saidBy(error)};
  };
  const auto damaged = [](const fs::path& file) {
    return EntryFault{Kind::Damaged, sentence("{} is damaged: it is not what was written into it.",
                                              file.string())};
  };
  const fs::path file = folder / kResultFile;
  const auto text = readFile(file, kMostRecordBytes);
  if (!text) {
    return refused(text.error());
  }
  if (const auto schema = schemaOf(*text); schema && *schema != kSchema) {
    const Sentence what =
        sentence("{} was written by another version of the program.", file.string());
    if (text->find(kChecksumOfKey) == std::string::npos) {
      return EntryFault{Kind::Unreadable, what};
    }
    return isWrittenAsSealed(*text) ? EntryFault{Kind::Newer, what} : damaged(file);
  }
  const auto read = resultFromJson(*text, file);
  if (!read) {
    return refused(read.error());
  }
  if (!isWrittenAsSealed(*text)) {
    return damaged(file);
  }
  for (const auto& [name, facts] : read->files) {
    std::error_code error;  // of what is missing or no file, the hash tells
    if (const auto size = fs::file_size(folder / name, error); !error && size != facts.size) {
      return damaged(folder / name);
    }
    const auto hash = hashOfFile(folder / name);
    if (!hash) {
      return refused(hash.error());
    }
    if (!facts.checksum.empty() && *hash != facts.checksum) {
      return damaged(folder / name);
    }
  }
  return std::nullopt;
}

bool StageEntry::has(const std::string& file) const {
  std::error_code ignored;
  return fs::exists(folder / file, ignored);
}

Result<std::string> StageEntry::read(const std::string& file) const {
  W2S_TRY(std::string bytes, readFile(folder / file, kMostArrayBytes));
  W2S_CHECK(compare(file, hashOfBytes(bytes)));
  return bytes;
}

Status StageEntry::check() const {
  for (const auto& [file, unused] : checksums) {
    W2S_CHECK(check(file));
  }
  return {};
}

Status StageEntry::check(const std::string& file) const {
  W2S_TRY(const std::string hash, hashOfFile(folder / file));
  return compare(file, hash);
}

Status StageEntry::compare(const std::string& file, const std::string& hash) const {
  const auto known = checksums.find(file);
  if (known == checksums.end() || known->second.empty() || known->second == hash) {
    return {};
  }
  auto failure =
      fail(ErrorCode::BadFormat,
           sentence("The cached file {} is damaged: its content does not have the checksum it was "
                    "written with. The entry is removed and its stage {} made anew.",
                    (folder / file).string(), result.stage));
  logger("w2s.cache")->warn("{}", failure.value().message);
  W2S_CHECK(removeEntry(folder));
  return failure;
}

Result<record::StepBlock> StageEntry::readSeries() const {
  if (!has(std::string(kSeriesName))) {
    return record::StepBlock();
  }
  W2S_CHECK(check(std::string(kSeriesName)));
  return store::readSeries(folder / kSeriesName);
}

Result<std::vector<metrics::Evaluation>> StageEntry::readEvaluations() const {
  if (!has(std::string(kEvaluationsName))) {
    return std::vector<metrics::Evaluation>();
  }
  W2S_CHECK(check(std::string(kEvaluationsName)));
  W2S_TRY(const EventLog log, readEventLog(folder / kEvaluationsName));
  std::vector<metrics::Evaluation> evaluations;
  for (const auto& event : log.events) {
    if (const auto* evaluated = std::get_if<record::Evaluated>(&event)) {
      evaluations.push_back(evaluated->evaluation);
    }
  }
  return evaluations;
}

StageWriter::StageWriter(StageWriter&& other) noexcept
    : folder_(std::exchange(other.folder_, {})),
      target_(std::move(other.target_)),
      owner_(std::move(other.owner_)) {}

StageWriter& StageWriter::operator=(StageWriter&& other) noexcept {
  std::swap(folder_, other.folder_);
  std::swap(target_, other.target_);
  std::swap(owner_, other.owner_);
  return *this;
}

StageWriter::~StageWriter() {
  removeFolder();
}

void StageWriter::removeFolder() {
  if (!folder_.empty()) {
    std::error_code ignored;
    fs::remove_all(std::exchange(folder_, {}), ignored);
  }
  owner_.release();
}

Status StageWriter::copySeries(const fs::path& from) {
  return copyFile(from, folder_ / kSeriesName);
}

Status StageWriter::writeEvaluations(const record::StageId& stage,
                                     const std::vector<metrics::Evaluation>& evaluations) {
  std::string text;
  for (const auto& evaluation : evaluations) {
    text += eventToJson(record::Evaluated{.stage = stage, .evaluation = evaluation});
    text += '\n';
  }
  return writeFileAtomically(folder_ / kEvaluationsName, text);
}

Result<StageEntry> StageWriter::commit(const StageResult& result) {
  const auto move = [&]() -> Result<StageEntry> {
    W2S_TRY(const Files files, filesIn(folder_));
    W2S_CHECK(writeFileAtomically(folder_ / kResultFile, resultToJson(result, files)));
    owner_.release();
    W2S_CHECK(syncTree(folder_));
    while (true) {
      W2S_TRY(const bool moved, moveIfFree(folder_, target_));
      if (moved) {
        folder_.clear();
        StageEntry entry{.folder = target_, .result = result};
        for (const auto& [name, facts] : files) {
          entry.checksums[name] = facts.checksum;
        }
        return entry;
      }
      if (auto entry = soundEntry(target_)) {
        return *entry;
      }
      W2S_CHECK(removeEntry(target_));
    }
  };
  auto entry = move();
  removeFolder();
  return entry;
}

StageCache::StageCache(fs::path folder) : folder_(std::move(folder)) {}

std::optional<StageEntry> StageCache::find(const std::string& fingerprint) const {
  return isFingerprint(fingerprint) ? soundEntry(folder_ / fingerprint) : std::nullopt;
}

std::optional<Sentence> StageCache::damageOf(const std::string& fingerprint) const {
  std::error_code error;
  const fs::path folder = folder_ / fingerprint;
  return isFingerprint(fingerprint) && fs::is_directory(folder, error) && !soundEntry(folder)
             ? std::optional(saidOfUnsoundFile(folder / kResultFile))
             : std::nullopt;
}

Result<StageWriter> StageCache::begin(const std::string& fingerprint) const {
  if (!isFingerprint(fingerprint)) {
    return fail(ErrorCode::InvalidArgument,
                sentence("\"{}\" is no fingerprint of a stage.", fingerprint));
  }
  removeAbandoned(folder_);
  StageWriter writer;
  W2S_TRY(writer.folder_, makeTemporaryFolder(folder_, fingerprint));
  writer.target_ = folder_ / fingerprint;
  W2S_TRY(auto owner, Ownership::claim(writer.folder_));
  if (owner) {
    writer.owner_ = std::move(*owner);
  }
  return writer;
}

}  // namespace w2s::store
