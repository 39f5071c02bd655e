// What a run's log says of the run's other files (core/store/log_stamp.h).
#include <system_error>

#include "core/base/log.h"
#include "core/store/run_files.h"
#include "core/store/run_writer_state.h"

namespace w2s::store {

namespace fs = std::filesystem;
using namespace record;

Status RunWriter::State::appendLines(const std::vector<std::string>& lines) {
  std::string text;
  std::size_t number = log_lines;
  for (const std::string& line : lines) {
    text += stampedLine(line, ++number);
    text += '\n';
  }
  W2S_CHECK(events->append(text));
  log_lines = number;
  return {};
}

Status RunWriter::State::appendSeal(const fs::path& file, const FileSeal& seal) {
  const std::string name = nameInRun(file, folder);
  if (const auto known = seals.find(name); known != seals.end() && known->second == seal) {
    return {};
  }
  W2S_CHECK(appendLines({sealToJson(name, seal)}));
  seals[name] = seal;
  return {};
}

Status RunWriter::State::sealOpenSeries() {
  for (const auto& [stage, open] : series) {
    if (open.file) {
      W2S_CHECK(appendSeal(seriesFile(folder, stage), open.seal()));
    }
  }
  return {};
}

Status RunWriter::State::sealAllFiles() {
  W2S_CHECK(sealOpenSeries());
  for (const fs::path& file : sealedFiles(folder)) {
    const std::string name = nameInRun(file, folder);
    if (file.extension() == ".csv" && seals.contains(name)) {
      continue;  // as it was when its rows were written
    }
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    const auto hash = hashOfFile(file);
    if (error || !hash) {
      logger("w2s.store")->warn("{} cannot be read and is recorded without a hash.", file.string());
      continue;
    }
    W2S_CHECK(appendSeal(file, {.bytes = bytes, .hash = *hash}));
  }
  return {};
}

}  // namespace w2s::store
