#include "core/store/index_schema.h"

#include <algorithm>
#include <array>
#include <string>
#include <system_error>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "core/store/index_file.h"

namespace w2s::store {
namespace {

namespace fs = std::filesystem;

// As SQLite gives them back, in the order of their names.
constexpr std::array<const char*, 2> kTables{
    "CREATE TABLE configs(hash TEXT PRIMARY KEY, text TEXT NOT NULL)",
    "CREATE TABLE runs(place INTEGER NOT NULL, id TEXT NOT NULL, stamp TEXT NOT NULL, config TEXT "
    "NOT NULL, overview TEXT NOT NULL, checksum TEXT NOT NULL, UNIQUE(place, id))"};

}  // namespace

bool hasOurTables(SQLite::Database& database) {
  SQLite::Statement statement(database,
                              "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name");
  std::vector<std::string> tables;
  while (statement.executeStep()) {
    tables.push_back(statement.getColumn(0).getString());
  }
  return std::ranges::equal(tables, kTables);
}

void makeTables(SQLite::Database& database) {
  SQLite::Transaction change(database, SQLite::TransactionBehavior::IMMEDIATE);
  if (database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0) {
    for (const char* table : kTables) {
      database.exec(table);
    }
    database.exec("PRAGMA application_id=" + std::to_string(kIndexApplication));
    database.exec("PRAGMA user_version=" + std::to_string(IndexFile::kVersion));
  }
  change.commit();
}

bool isSharedFileSystem(std::uint32_t kind) {
  // NFS, SMB (three kinds), Coda, AFS, FUSE, 9p, Ceph, Lustre, GPFS, BeeGFS, OCFS2, GFS2
  constexpr std::array<std::uint32_t, 14> kShared{
      0x6969,     0x517b,     0xff534d42, 0xfe534d42, 0x73757245, 0x5346414f, 0x65735546,
      0x01021997, 0x00c36400, 0x0bd00bd0, 0x47504653, 0x19830326, 0x7461636f, 0x01161970};
  return std::ranges::find(kShared, kind) != kShared.end();
}

bool removeIndex(const fs::path& file) {
  std::error_code error;
  // The journal first: it would be taken for that of the next one.
  for (const char* ending : {"-journal", "-wal", "-shm", ""}) {
    if (!error) {
      fs::remove(fs::path(file) += ending, error);
    }
  }
  return !error;
}

}  // namespace w2s::store
