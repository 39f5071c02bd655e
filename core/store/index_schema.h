// The tables of index.sqlite. Private to the .cpp files of this folder.
#pragma once

namespace SQLite {
class Database;
}

namespace w2s::store {

inline constexpr int kIndexApplication = 0x57325349;  // "W2SI", in the file's header

// In one step, unless another program was quicker. Throws SQLite::Exception.
void makeTables(SQLite::Database& database);

// Whether the tables, and nothing else, are what this version makes. An index may be laid in by
// somebody: no trigger or view of theirs is ever run. Throws SQLite::Exception.
[[nodiscard]] bool hasOurTables(SQLite::Database& database);

}  // namespace w2s::store
