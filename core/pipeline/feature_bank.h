// Features in the making, by content, so that threads, stages and runs that want the same ones make
// them together and once. What is finished goes to the stage cache and leaves the bank. Beside them
// what runs read last from there, for the next run on the same rows, and which backbones there
// were: to look into that cache needs a backbone's fingerprint, not its weights.
// Engine-internal (holds tensors). Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <ATen/core/Tensor.h>

#include "core/base/result.h"
#include "core/pipeline/shared_work.h"
#include "core/train/split_tensors.h"

namespace w2s::pipeline {

// The features of a list of rows, cut into chunks.
struct FeatureJob {
  FeatureJob(std::int64_t row_count, std::int64_t rows_a_chunk);

  const std::int64_t rows;
  const std::int64_t chunk_rows;
  SharedWork work;
  std::vector<at::Tensor>
      chunks;  // [chunk_rows,D], written by whoever did the chunk; read when the work is done
  // Whoever needs the features first writes them to the cache; the others wait for it and learn how
  // it went.
  std::once_flag record_once;
  Status recorded;
};

class FeatureBank {
 public:
  // The job in the making, or nothing.
  [[nodiscard]] std::shared_ptr<FeatureJob> find(const std::string& fingerprint) const;
  // How many jobs were finished so far. Taken before a look into the cache, it tells findOrBegin()
  // whether the features may have come into the cache since.
  [[nodiscard]] std::uint64_t finished() const;
  // The job, begun if there is none. Of a job that everybody left half-way, what is done is kept.
  // Nothing where there is none and one was finished since `finished`: look into the cache again.
  [[nodiscard]] std::shared_ptr<FeatureJob> findOrBegin(const std::string& fingerprint,
                                                        std::int64_t rows, std::int64_t chunk_rows,
                                                        std::uint64_t finished);
  // The features are in the cache.
  void remove(const std::string& fingerprint);
  // Drops jobs that nobody works on, and with them what was done.
  void dropAbandoned();
  [[nodiscard]] std::size_t jobs() const;

  // Scaled features as a model is trained on them, shared by all runs: nobody writes to them. The
  // latest ones are kept, up to kMostScaledBytes.
  static constexpr std::size_t kMostScaledBytes = std::size_t{128} << 20;
  [[nodiscard]] std::optional<train::SplitTensors> scaled(const std::string& key) const;
  void keepScaled(const std::string& key, const train::SplitTensors& features);
  // Runs that hold some keep them.
  void dropScaled();

  // The fingerprint of the backbone that is made from this. `load` makes it and says it, unless
  // that was done before; a thread that asks meanwhile waits for it (some 10 ms). After a failure
  // the next one tries again.
  [[nodiscard]] Result<std::string> fingerprintOf(const std::string& made_from,
                                                  const std::function<Result<std::string>()>& load);

 private:
  struct Known {
    std::mutex mutex;  // of whoever loads it
    std::optional<std::string> fingerprint;
  };

  mutable std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Known>> backbones_;
  std::map<std::string, std::shared_ptr<FeatureJob>> jobs_;
  std::uint64_t finished_ = 0;
  std::vector<std::pair<std::string, train::SplitTensors>> scaled_;  // the oldest first
};

}  // namespace w2s::pipeline
