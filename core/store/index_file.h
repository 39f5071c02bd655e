// index.sqlite: the table behind core/store/run_index.h. Private to the .cpp files of this folder.
//
// The file is a cache: no failure of it is a failure of the program. What is no sound index of this
// version is removed and made anew, but for what may be somebody's: a folder or a link of that name, a
// database of another program, the index of a later version. Those, and an index that SQLite cannot
// lock, read or write, are not used; the log says so, once. Every row and every configuration holds a
// hash; one that does not fit counts as absent.
//
// SQLite keeps a journal beside the file while it writes (index.sqlite-journal), so that a killed
// process leaves the old content. Nothing is synced: after a power cut the index may be damaged, and is
// made anew. Programs share it by SQLite's locks; one that has to wait longer than kPatience reads and
// writes nothing.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace w2s::store {

inline constexpr const char* kIndexFile = "index.sqlite";

// Network file systems grant SQLite's locks to everybody or to nobody. `kind` as statfs() says it.
[[nodiscard]] bool isSharedFileSystem(std::uint32_t kind);

// With its journal. False: some of it is still there.
bool removeIndex(const std::filesystem::path& file);

struct IndexRow {
  std::string id;
  std::string stamp;     // RunStamp::text()
  std::string config;    // the hash of its configuration's text
  std::string overview;  // JSON
  friend bool operator==(const IndexRow&, const IndexRow&) = default;
};

class IndexFile {
 public:
  static constexpr std::chrono::milliseconds kPatience{500};
  static constexpr int kVersion = 3;  // 2: labels with tags, star and archive; 3: data

  explicit IndexFile(std::filesystem::path workspace);
  ~IndexFile();
  IndexFile(const IndexFile&) = delete;
  IndexFile& operator=(const IndexFile&) = delete;

  // Empty: there is no such row, or the index is not used. `place` tells runs from deleted ones.
  [[nodiscard]] std::optional<IndexRow> row(int place, const std::string& id);
  // The configuration of that hash.
  [[nodiscard]] std::optional<std::string> config(const std::string& hash);
  // Others may write: call it before something that takes longer than a few reads.
  void rest();

  struct Changes {
    std::vector<IndexRow> rows;
    std::map<std::string, std::string> configs;  // by hash
    std::optional<std::set<std::string>>
        present;  // only these runs are there still; empty: unknown
  };
  // In one step. Makes the file where it is missing.
  void write(int place, const Changes& changes);

  // For w2s check. Whether there is an index that can be read; `why` not, if there is a file.
  struct Finding {
    bool is_there = false;
    bool is_unsound = false;  // it will be made anew
    std::string why;          // it is unsound, or not used
  };
  [[nodiscard]] Finding look();
  [[nodiscard]] std::vector<IndexRow> rows(int place);

 private:
  struct Connection;
  struct Opened;
  enum class Making { IfMissing, Never };

  [[nodiscard]] Opened tryToOpen(Making making) const;
  [[nodiscard]] bool open(Making making);
  template <class Work>
  bool guarded(Work work);
  void leave(const std::string& why);
  bool removeUnsound(const std::string& why);

  std::filesystem::path file_;
  std::unique_ptr<Connection> connection_;
  bool is_left_ = false;  // not used any more
  bool is_read_only_ = false;
  bool was_removed_ = false;  // once; an index that is unsound again at once is left
};

}  // namespace w2s::store
