// The card of a stored encoder: what it is, how it was trained, what it is worth. JSON beside the
// weights. Torch-free.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/config/model_config.h"
#include "core/data/dataset.h"

namespace w2s::models {

// Accuracy of a linear head trained on so many labelled features, on rows that neither it nor the
// encoder saw.
struct ProbeResult {
  std::int64_t labels = 0;
  double accuracy = 0.0;
  std::int64_t judged_rows = 0;
  friend bool operator==(const ProbeResult&, const ProbeResult&) = default;
};

struct EncoderCard {
  std::string architecture = {};
  data::Pictures input = {};
  std::int64_t width = 0;
  std::int64_t features = 0;
  std::int64_t parameters = 0;
  std::string file_hash = {};         // of the weights' file
  std::string method = {};            // a sentence
  std::string data = {};              // which rows of which data set trained it
  std::string data_fingerprint = {};  // of that data set's files
  std::int64_t images = 0;
  std::string recipe = {};  // settings as JSON (config::toJson)
  double final_loss = 0.0;  // mean contrastive loss of the last 50 steps
  double seconds = 0.0;
  std::string libtorch = {};  // version
  std::vector<ProbeResult> probes = {};
};

// The card's place: the weights' file with the ending .json.
[[nodiscard]] std::filesystem::path cardPath(const std::filesystem::path& weights);
// Parsed once a process (base/file_memo.h). Errors: missing, no JSON, a missing or misplaced key, a
// number beyond its range.
[[nodiscard]] Result<EncoderCard> readEncoderCard(const std::filesystem::path& path);
[[nodiscard]] Status writeEncoderCard(const std::filesystem::path& path, const EncoderCard& card);

// What the file holds.
[[nodiscard]] std::string toJson(const EncoderCard& card);

// Where the shipped fashion-ssl encoder lies. Errors: NotFound.
[[nodiscard]] Result<std::filesystem::path> shippedEncoderPath();

// The file that holds a backbone's stored weights; empty where it has none. Errors: those of
// shippedEncoderPath.
[[nodiscard]] Result<std::filesystem::path> storedWeightsOf(const config::Backbone& backbone);
// Hash of that file, read once a process; empty where there is none. Errors: it cannot be read.
[[nodiscard]] Result<std::string> storedWeightsHash(const config::Backbone& backbone);

}  // namespace w2s::models
