#include "core/store/bundle_archive.h"

#include <algorithm>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <utility>

#include "core/base/file_read.h"
#include "core/base/utf8.h"
#include "core/store/json_fields.h"
#include "core/store/ownership.h"
#include "core/store/run_files.h"
#include "core/store/saved_figures.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kMostEntries = 200'000;
constexpr std::uint64_t kMostBundleBytes = std::uint64_t{1} << 38U;
// Far above what series, logs and predictions of a run give (2 to 20).
constexpr std::uint64_t kMostRatio = 200;
constexpr std::uint64_t kSmall = std::uint64_t{1} << 20U;  // whose ratio does no harm

std::vector<std::string> partsOfName(std::string_view name) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t slash = name.find('/');
    parts.emplace_back(name.substr(0, slash));
    if (slash == std::string_view::npos) {
      return parts;
    }
    name.remove_prefix(slash + 1);
  }
}

// A visible name of a file or folder that leads nowhere else.
bool isPlainPart(std::string_view part) {
  constexpr std::size_t kLongestPart = 255;
  return isRunId(part) && part.size() <= kLongestPart && soundUtf8(part) == part.size() &&
         std::ranges::none_of(
             part, [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\' || c == ':'; });
}

bool isPlace(const std::vector<std::string>& parts) {
  constexpr std::size_t kDeepest = 6;
  if (!std::ranges::all_of(parts, isPlainPart) || parts.size() > kDeepest) {
    return false;
  }
  const bool is_of_study =
      parts.size() == 3 && parts[0] == "studies" &&
      (parts[2] == "study.toml" || parts[2] == "base.toml" || parts[2] == kFiguresFile);
  return (parts.size() >= 3 && parts[0] == "runs" && parts.back() != kOwnerFile) || is_of_study;
}

// Of the system that made the archive, where that is Unix: links and devices are no files.
bool isRegular(zip_t* archive, zip_uint64_t index) {
  zip_uint8_t system = 0;
  zip_uint32_t attributes = 0;
  if (zip_file_get_external_attributes(archive, index, 0, &system, &attributes) != 0) {
    return false;
  }
  const zip_uint32_t kind = (attributes >> 16U) & static_cast<zip_uint32_t>(S_IFMT);
  return system != ZIP_OPSYS_UNIX || kind == 0 || kind == S_IFREG || kind == S_IFDIR;
}

std::optional<Sentence> faultOf(const zip_stat_t& facts, const std::vector<std::string>& parts,
                                bool is_regular) {
  constexpr zip_uint64_t kNeeded = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE |
                                   ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
  const std::string name = std::string(facts.name).substr(0, 200);
  if ((facts.valid & kNeeded) != kNeeded) {
    return sentence("it is damaged");
  }
  if (facts.encryption_method != ZIP_EM_NONE) {
    return sentence("\"{}\" is encrypted", name);
  }
  if (!is_regular) {
    return sentence("\"{}\" is a link or no file", name);
  }
  if (!isPlace(parts)) {
    return sentence("\"{}\" is no name of a file in a bundle", name);
  }
  if (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE) {
    return sentence("\"{}\" is packed in a way that is not used here", name);
  }
  if (facts.size > kMostEntryBytes ||
      (facts.size > kSmall && facts.size / kMostRatio > facts.comp_size)) {
    return sentence("\"{}\" would have {} bytes, more than can be in it", name, facts.size);
  }
  return std::nullopt;
}

Result<std::string> readEntry(zip_t* archive, zip_uint64_t index, std::size_t most) {
  const OpenEntry entry(zip_fopen_index(archive, index, 0));
  std::string text(most + 1, '\0');
  const zip_int64_t got = entry ? zip_fread(entry.get(), text.data(), text.size()) : -1;
  if (got < 0 || static_cast<std::size_t>(got) > most) {
    return fail(ErrorCode::BadFormat, sentence("it is damaged"));
  }
  text.resize(static_cast<std::size_t>(got));
  return text;
}

Status checkHeader(zip_t* archive, const fs::path& file) {
  constexpr std::size_t kMostHeader = 4096;
  const zip_int64_t index = zip_name_locate(archive, kBundleHeaderFile, ZIP_FL_ENC_RAW);
  if (index < 0) {
    return notABundle(file, sentence("it has no {}", kBundleHeaderFile));
  }
  const auto text = readEntry(archive, static_cast<zip_uint64_t>(index), kMostHeader);
  if (!text) {
    return notABundle(file, saidBy(text.error()));
  }
  const auto schema =
      readJson(*text, Sentence{.text = kBundleHeaderFile}, [](const JsonFields& fields) {
        return fields.text("format") == "w2s-bundle" ? fields.integer("schema") : 0;
      });
  if (!schema || *schema != 1) {
    return notABundle(file, sentence("a later version of W2S Lab made it, or another program"));
  }
  return {};
}

}  // namespace

tl::unexpected<Error> notABundle(const fs::path& file, const Sentence& why) {
  return fail(ErrorCode::BadFormat,
              sentence("{} is no bundle that can be opened: {}.", file.string(), why));
}

tl::unexpected<Error> zipError(const fs::path& file, const zip_error_t& error) {
  switch (zip_error_code_zip(&error)) {
    case ZIP_ER_NOZIP:
      return notABundle(file, sentence("it is no zip archive, or the first part of one"));
    case ZIP_ER_EXISTS:
      return notABundle(file, sentence("a name is in it twice"));
    case ZIP_ER_INCONS:
    case ZIP_ER_CRC:
    case ZIP_ER_ZLIB:
    case ZIP_ER_EOF:
      return notABundle(file, sentence("its content is damaged"));
    case ZIP_ER_MEMORY:
      return fail(ErrorCode::OutOfMemory, sentence("{} does not fit into memory.", file.string()));
    default:
      break;
  }
  const int system = zip_error_code_system(&error);
  if (zip_error_system_type(&error) == ZIP_ET_SYS && system != 0) {
    return fail(ErrorCode::Io,
                saidBy(systemError(sentence("read or write"), file, system).value()));
  }
  return notABundle(
      file, sentence("the zip library gives up, with its error {}", zip_error_code_zip(&error)));
}

tl::unexpected<Error> zipError(const fs::path& file, int code) {
  zip_error_t error;
  zip_error_init_with_code(&error, code);
  auto said = zipError(file, error);
  zip_error_fini(&error);
  return said;
}

bool isPlaceInBundle(std::string_view name) {
  return isPlace(partsOfName(name));
}

// Every entry is looked at before any is unpacked.
Result<OpenBundle> openBundle(const fs::path& file) {
  W2S_TRY(const RegularFile regular, RegularFile::open(file));  // a pipe would be waited for
  int problem = 0;
  OpenBundle bundle;
  bundle.archive.reset(zip_open(file.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &problem));
  if (bundle.archive == nullptr) {
    return zipError(file, problem);
  }
  zip_t* const archive = bundle.archive.get();
  const auto count =
      static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive, 0), 0));
  if (count > kMostEntries) {
    return notABundle(file, sentence("it has {} entries, more than {}", count, kMostEntries));
  }
  std::set<std::string> names;  // of files and of the folders that they lie in
  std::set<std::string> folders;
  std::set<std::string> runs;
  std::set<std::string> studies;
  std::uint64_t packed = 0;
  for (zip_uint64_t i = 0; i < count; ++i) {
    zip_stat_t facts;
    if (zip_stat_index(archive, i, ZIP_FL_ENC_RAW, &facts) != 0) {
      return notABundle(file, sentence("it is damaged"));
    }
    std::string name = facts.name;
    if (!names.insert(name).second) {
      return notABundle(file, sentence("\"{}\" is in it twice", name.substr(0, 200)));
    }
    if (name == kBundleHeaderFile) {
      continue;
    }
    const bool is_folder = name.ends_with('/') && facts.size == 0;  // zip programs add them
    const std::vector<std::string> parts = partsOfName(name);
    if (is_folder && std::ranges::all_of(parts.begin(), parts.end() - 1, isPlainPart)) {
      continue;
    }
    if (const auto fault = faultOf(facts, parts, isRegular(archive, i))) {
      return notABundle(file, *fault);
    }
    for (std::size_t slash = name.find('/'); slash != std::string::npos;
         slash = name.find('/', slash + 1)) {
      folders.insert(name.substr(0, slash));
    }
    (parts[0] == "runs" ? runs : studies).insert(parts[1]);
    packed += facts.comp_size;
    bundle.contents.bytes += facts.size;
    if (packed > regular.size() || bundle.contents.bytes > kMostBundleBytes) {
      return notABundle(file, sentence("its entries are larger than the file can hold"));
    }
    bundle.entries.push_back({.index = i, .name = std::move(name), .size = facts.size});
  }
  for (const std::string& folder : folders) {
    if (names.contains(folder)) {
      return notABundle(file, sentence("\"{}\" is in it twice", folder.substr(0, 200)));
    }
  }
  W2S_CHECK(checkHeader(archive, file));
  if (runs.empty()) {
    return notABundle(file, sentence("there is no run in it"));
  }
  bundle.contents.runs.assign(runs.begin(), runs.end());
  bundle.contents.studies.assign(studies.begin(), studies.end());
  return bundle;
}

}  // namespace w2s::store
