#include "core/pipeline/feature_bank.h"

#include <algorithm>

namespace w2s::pipeline {
namespace {

std::size_t bytesOfSplits(const train::SplitTensors& features) {
  std::size_t bytes = 0;
  for (const auto& [name, values] : features.splits) {
    bytes += values.nbytes();
  }
  return bytes;
}

}  // namespace

FeatureJob::FeatureJob(std::int64_t row_count, std::int64_t rows_a_chunk)
    : rows(row_count),
      chunk_rows(rows_a_chunk),
      work((row_count + rows_a_chunk - 1) / rows_a_chunk),
      chunks(static_cast<std::size_t>(work.parts())) {}

std::shared_ptr<FeatureJob> FeatureBank::find(const std::string& fingerprint) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(fingerprint);
  return found == jobs_.end() ? nullptr : found->second;
}

std::shared_ptr<FeatureJob> FeatureBank::findOrBegin(const std::string& fingerprint,
                                                     std::int64_t rows, std::int64_t chunk_rows,
                                                     std::uint64_t finished) {
  const std::lock_guard lock(mutex_);
  if (const auto found = jobs_.find(fingerprint); found != jobs_.end()) {
    return found->second;
  }
  if (finished != finished_) {
    return nullptr;
  }
  return jobs_[fingerprint] = std::make_shared<FeatureJob>(rows, chunk_rows);
}

void FeatureBank::remove(const std::string& fingerprint) {
  const std::lock_guard lock(mutex_);
  jobs_.erase(fingerprint);
  ++finished_;
}

std::uint64_t FeatureBank::finished() const {
  const std::lock_guard lock(mutex_);
  return finished_;
}

std::size_t FeatureBank::jobs() const {
  const std::lock_guard lock(mutex_);
  return jobs_.size();
}

Result<std::string> FeatureBank::fingerprintOf(const std::string& made_from,
                                               const std::function<Result<std::string>()>& load) {
  std::shared_ptr<Known> known;
  {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<Known>& entry = backbones_[made_from];
    if (entry == nullptr) {
      entry = std::make_shared<Known>();
    }
    known = entry;
  }
  const std::lock_guard lock(known->mutex);
  if (!known->fingerprint) {
    W2S_TRY(known->fingerprint, load());
  }
  return *known->fingerprint;
}

void FeatureBank::dropAbandoned() {
  const std::lock_guard lock(mutex_);
  std::erase_if(jobs_, [](const auto& entry) { return entry.second.use_count() == 1; });
}

std::optional<train::SplitTensors> FeatureBank::scaled(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  const auto found =
      std::ranges::find(scaled_, key, &std::pair<std::string, train::SplitTensors>::first);
  return found == scaled_.end() ? std::nullopt : std::optional(found->second);
}

void FeatureBank::keepScaled(const std::string& key, const train::SplitTensors& features) {
  const std::lock_guard lock(mutex_);
  std::erase_if(scaled_, [&](const auto& entry) { return entry.first == key; });
  std::size_t bytes = bytesOfSplits(features);
  if (bytes > kMostScaledBytes) {
    return;
  }
  for (const auto& [unused, kept] : scaled_) {
    bytes += bytesOfSplits(kept);
  }
  while (bytes > kMostScaledBytes) {
    bytes -= bytesOfSplits(scaled_.front().second);
    scaled_.erase(scaled_.begin());
  }
  scaled_.emplace_back(key, features);
}

void FeatureBank::dropScaled() {
  const std::lock_guard lock(mutex_);
  scaled_.clear();
}

}  // namespace w2s::pipeline
