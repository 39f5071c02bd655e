#include "core/store/index_file.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <system_error>
#include <utility>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "core/base/hash.h"
#include "core/base/log.h"
#include "core/store/index_schema.h"
#include "core/store/run_index.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// SQLITE_CORRUPT, SQLITE_NOTADB
bool saysUnsound(const SQLite::Exception& failure) {
  const int code = failure.getErrorCode() & 0xff;
  return code == 11 || code == 26;
}

// SQLITE_READONLY
bool saysReadOnly(const SQLite::Exception& failure) {
  return (failure.getErrorCode() & 0xff) == 8;
}

std::string checksumOf(int place, const IndexRow& row) {
  return Hasher()
      .add(std::int64_t{place})
      .add(row.id)
      .add(row.stamp)
      .add(row.config)
      .add(row.overview)
      .hex();
}

std::optional<IndexRow> rowOf(int place, SQLite::Statement& found) {
  IndexRow row{.id = found.getColumn(0).getString(),
               .stamp = found.getColumn(1).getString(),
               .config = found.getColumn(2).getString(),
               .overview = found.getColumn(3).getString()};
  return found.getColumn(4).getString() == checksumOf(place, row) ? std::optional(std::move(row))
                                                                  : std::nullopt;
}

// A workspace is listed again and again.
bool isSaidFirst(const std::string& text) {
  static std::mutex mutex;
  static std::set<std::string> said;
  const std::scoped_lock lock(mutex);
  return said.insert(text).second;
}

std::uint64_t inodeOf(const fs::path& file) {
  struct stat found {};
  return ::lstat(file.c_str(), &found) == 0 ? found.st_ino : 0;
}

std::atomic<bool> all_stay = false;  // leaveIndexesAsTheyAre()

constexpr const char* kSelectRow =
    "SELECT id, stamp, config, overview, checksum FROM runs WHERE place = ? AND id = ?";

}  // namespace

void leaveIndexesAsTheyAre() {
  all_stay = true;
}

struct IndexFile::Connection {
  SQLite::Database database;
  std::uint64_t inode = 0;
  bool reads = false;  // a transaction of reads is open
  std::optional<SQLite::Statement> select_row = {};
  std::optional<SQLite::Statement> select_config = {};

  void beginToRead() {
    if (!std::exchange(reads, true)) {
      database.exec("BEGIN");
    }
  }
  void endOfReading() {
    if (std::exchange(reads, false)) {
      database.exec("COMMIT");
    }
  }
  SQLite::Statement& prepared(std::optional<SQLite::Statement>& statement, const char* sql) {
    if (statement) {
      statement->reset();
    } else {
      statement.emplace(database, sql);
    }
    return *statement;
  }
};

struct IndexFile::Opened {
  enum class Fate { Ready, Missing, Unsound, Left } fate = Fate::Missing;
  std::unique_ptr<Connection> connection = {};
  std::string why = {};
};

IndexFile::IndexFile(fs::path workspace) : file_(std::move(workspace) / kIndexFile) {}

IndexFile::~IndexFile() {
  try {
    rest();
  } catch (...) {  // closing the file ends the transaction too
  }
}

IndexFile::Opened IndexFile::tryToOpen(Making making) const {
  using enum Opened::Fate;
  struct stat found {};
  if (::lstat(file_.c_str(), &found) != 0) {
    if (errno != ENOENT) {
      return {.fate = Left, .why = std::generic_category().message(errno)};
    }
    if (making == Making::Never) {
      return {};
    }
  } else if (!S_ISREG(found.st_mode)) {
    return {.fate = Left, .why = "it is no regular file"};
  }
  struct statfs system {};
  if (::statfs(file_.parent_path().c_str(), &system) == 0 &&
      isSharedFileSystem(static_cast<std::uint32_t>(system.f_type))) {
    return {.fate = Left, .why = "locks are not to be trusted on its file system"};
  }
  try {
    const int flags =
        SQLite::OPEN_READWRITE | (making == Making::IfMissing ? SQLite::OPEN_CREATE : 0);
    auto connection = std::make_unique<Connection>(
        Connection{SQLite::Database(file_.string(), flags, static_cast<int>(kPatience.count()))});
    SQLite::Database& database = connection->database;
    database.exec(
        "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA "
        "temp_store=MEMORY; PRAGMA synchronous=OFF");
    database.exec("BEGIN");  // another program may be making the tables
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const bool is_empty = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    const bool is_whole = ::stat(file_.c_str(), &found) == 0 &&
                          database.execAndGet("PRAGMA page_count").getInt64() *
                                  database.execAndGet("PRAGMA page_size").getInt64() ==
                              found.st_size;
    database.exec("COMMIT");
    if (is_empty && application == 0 && version == 0) {
      if (making == Making::Never) {
        return {};
      }
      makeTables(database);
    } else if (application != kIndexApplication) {
      return {.fate = Left, .why = "it is the database of another program"};
    } else if (version > kVersion) {
      return {.fate = Left, .why = "a later version of W2S Lab made it"};
    }
    if (!is_whole && !is_empty) {
      return {.fate = Unsound, .why = "it is cut off"};
    }
    if (database.execAndGet("PRAGMA user_version").getInt() != kVersion) {
      return {.fate = Unsound, .why = "an earlier version made it"};
    }
    if (!hasOurTables(database)) {
      return {.fate = Unsound, .why = "its tables are not those of an index"};
    }
    connection->inode = inodeOf(file_);
    return {.fate = Ready, .connection = std::move(connection)};
  } catch (const SQLite::Exception& failure) {
    return {.fate = saysUnsound(failure) ? Unsound : Left, .why = failure.what()};
  }
}

bool IndexFile::open(Making making) {
  // Somebody may have removed or replaced the file, whose journal is found by its name.
  if (connection_ && connection_->inode != inodeOf(file_)) {
    connection_.reset();
  }
  while (!connection_ && !is_left_) {
    Opened opened = tryToOpen(making);
    switch (opened.fate) {
      case Opened::Fate::Ready:
        connection_ = std::move(opened.connection);
        break;
      case Opened::Fate::Missing:
        return false;
      case Opened::Fate::Unsound:
        if (!removeUnsound(opened.why)) {
          return false;
        }
        break;
      case Opened::Fate::Left:
        leave(opened.why);
        break;
    }
  }
  return connection_ != nullptr;
}

void IndexFile::leave(const std::string& why) {
  connection_.reset();
  is_left_ = true;
  const std::string text = fmt::format(
      "The index {} is not used: {}. Runs are read from their folders, which takes longer.",
      file_.string(), why);
  if (isSaidFirst(text)) {
    logger("w2s.store")->info("{}", text);
  }
}

bool IndexFile::removeUnsound(const std::string& why) {
  connection_.reset();
  if (std::exchange(was_removed_, true) || all_stay) {
    leave(why);
    return false;
  }
  if (!removeIndex(file_)) {
    leave(fmt::format("{}, and it cannot be removed", why));
    return false;
  }
  logger("w2s.store")->info("The index {} is made anew from the runs: {}.", file_.string(), why);
  return true;
}

template <class Work>
bool IndexFile::guarded(Work work) {
  try {
    work();
    return true;
  } catch (const SQLite::Exception& failure) {
    if (saysUnsound(failure)) {
      static_cast<void>(removeUnsound(failure.what()));
    } else if (saysReadOnly(failure)) {
      is_read_only_ = true;  // what is in it may be read
    } else {
      leave(failure.what());
    }
    return false;
  }
}

std::optional<IndexRow> IndexFile::row(int place, const std::string& id) {
  std::optional<IndexRow> row;
  if (!connection_ && !open(Making::Never)) {
    return row;
  }
  bool is_damaged = false;
  guarded([&] {
    connection_->beginToRead();
    SQLite::Statement& found = connection_->prepared(connection_->select_row, kSelectRow);
    found.bind(1, place);
    found.bind(2, id);
    if (found.executeStep()) {
      row = rowOf(place, found);
      is_damaged = !row;
    }
    found.reset();
  });
  if (is_damaged) {
    static_cast<void>(removeUnsound("a row of it is not what was written"));
  }
  return row;
}

std::optional<std::string> IndexFile::config(const std::string& hash) {
  std::optional<std::string> text;
  if (!connection_ && !open(Making::Never)) {
    return text;
  }
  guarded([&] {
    connection_->beginToRead();
    SQLite::Statement& found = connection_->prepared(connection_->select_config,
                                                     "SELECT text FROM configs WHERE hash = ?");
    found.bind(1, hash);
    if (found.executeStep()) {
      text = found.getColumn(0).getString();
    }
    found.reset();
  });
  return text && hashOf(*text) == hash ? text : std::nullopt;
}

void IndexFile::rest() {
  if (connection_) {
    guarded([&] { connection_->endOfReading(); });
  }
}

void IndexFile::write(int place, const Changes& changes) {
  rest();
  if (all_stay || is_read_only_ || (changes.rows.empty() && !connection_) ||
      !open(Making::IfMissing)) {
    return;
  }
  guarded([&] {
    SQLite::Database& database = connection_->database;
    std::vector<std::string> gone;
    if (changes.present) {
      SQLite::Statement ids(database, "SELECT id FROM runs WHERE place = ?");
      ids.bind(1, place);
      while (ids.executeStep()) {
        std::string id = ids.getColumn(0).getString();
        if (!changes.present->contains(id)) {
          gone.push_back(std::move(id));
        }
      }
    }
    if (changes.rows.empty() && gone.empty()) {
      return;
    }
    SQLite::Transaction change(database, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement forget(database, "DELETE FROM runs WHERE place = ? AND id = ?");
    for (const std::string& id : gone) {
      forget.bind(1, place);
      forget.bind(2, id);
      forget.exec();
      forget.reset();
    }
    SQLite::Statement put_config(database, "INSERT OR REPLACE INTO configs VALUES(?, ?)");
    for (const auto& [hash, text] : changes.configs) {
      put_config.bind(1, hash);
      put_config.bind(2, text);
      put_config.exec();
      put_config.reset();
    }
    SQLite::Statement put_row(database, "INSERT OR REPLACE INTO runs VALUES(?, ?, ?, ?, ?, ?)");
    for (const IndexRow& row : changes.rows) {
      put_row.bind(1, place);
      put_row.bind(2, row.id);
      put_row.bind(3, row.stamp);
      put_row.bind(4, row.config);
      put_row.bind(5, row.overview);
      put_row.bind(6, checksumOf(place, row));
      put_row.exec();
      put_row.reset();
    }
    if (!gone.empty()) {
      database.exec("DELETE FROM configs WHERE hash NOT IN (SELECT config FROM runs)");
    }
    change.commit();
  });
}

IndexFile::Finding IndexFile::look() {
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(file_, ignored))) {
    return {};
  }
  Opened opened = tryToOpen(Making::Never);
  Finding finding{.is_there = true,
                  .is_unsound = opened.fate == Opened::Fate::Unsound,
                  .why = std::move(opened.why)};
  if (opened.connection) {
    try {
      SQLite::Database& database = opened.connection->database;
      const std::string told = database.execAndGet("PRAGMA quick_check(1)").getString();
      finding.is_unsound = told != "ok";
      finding.why = finding.is_unsound ? told : std::string();
    } catch (const SQLite::Exception& failure) {
      finding.is_unsound = saysUnsound(failure);
      finding.why = failure.what();
    }
  }
  return finding;
}

std::vector<IndexRow> IndexFile::rows(int place) {
  std::vector<IndexRow> rows;
  if (open(Making::Never)) {
    guarded([&] {
      SQLite::Statement found(
          connection_->database,
          "SELECT id, stamp, config, overview, checksum FROM runs WHERE place = ?");
      found.bind(1, place);
      while (found.executeStep()) {
        if (auto row = rowOf(place, found)) {
          rows.push_back(std::move(*row));
        }
      }
    });
  }
  return rows;
}

}  // namespace w2s::store
