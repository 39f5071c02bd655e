#include "core/models/pretrain.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <system_error>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <ATen/Parallel.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/from_blob.h>

#include "core/base/hash.h"
#include "core/base/version.h"
#include "core/config/pretrain_recipe.h"
#include "core/models/encoder_backbone.h"
#include "core/models/encoder_file.h"
#include "core/models/probe.h"
#include "core/models/simclr.h"
#include "core/weights/safetensors.h"

namespace w2s::models {
namespace {

constexpr std::int64_t kReportEvery = 10;
constexpr std::int64_t kCheckpointEvery = 250;
constexpr std::int64_t kFinalLossSteps = 50;
constexpr std::int64_t kProbeLabels[] = {5000, 500};

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Whole texts alone, whatever the locale is. False: `number` is not a number to rely on.
bool readNumber(const std::string& text, auto& number) {
  const char* const end = text.data() + text.size();
  const auto [stop, problem] = std::from_chars(text.data(), end, number);
  return problem == std::errc() && stop == end;
}

// Restores the caller's number of intra-op threads.
class IntraOpThreads {
 public:
  explicit IntraOpThreads(std::int64_t count) : before_(at::get_num_threads()) {
    at::set_num_threads(static_cast<int>(count));
  }
  ~IntraOpThreads() {
    at::set_num_threads(before_);
  }
  IntraOpThreads(const IntraOpThreads&) = delete;
  IntraOpThreads& operator=(const IntraOpThreads&) = delete;

 private:
  int before_;
};

at::Tensor imageTensor(const LabelledImages& images) {
  // from_blob wants a mutable pointer; nothing writes through it.
  return at::from_blob(const_cast<std::uint8_t*>(images.pixels.data()),
                       {images.rows(), 1, images.shape.height, images.shape.width}, at::kByte);
}

Status checkData(const PretrainData& data, const config::PretrainConfig& config) {
  for (const LabelledImages* images : {&data.training, &data.judged}) {
    if (static_cast<std::int64_t>(images->pixels.size()) !=
        images->rows() * images->shape.height * images->shape.width) {
      return fail(ErrorCode::Internal, "Pretraining got images and labels of different numbers.");
    }
  }
  if (data.training.rows() < config.batch_images) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("Pretraining has {} images, fewer than one batch of {}: lower "
                            "batch_images or give more images.",
                            data.training.rows(), config.batch_images));
  }
  return {};
}

// The training with what must survive a stop: completed steps, time spent, the sum of the last
// losses.
class Session {
 public:
  Session(const PretrainData& data, const PretrainOptions& options)
      : options_(options),
        identity_(hashOf(config::toJson(options.config) + data.fingerprint)),
        training_(imageTensor(data.training), options.config) {
    checkpoint_ = options.output;
    checkpoint_ += ".checkpoint";
  }

  [[nodiscard]] Status restore() {
    W2S_TRY(const SafetensorsFile file, readSafetensors(checkpoint_));
    const auto text = [&file](const char* key) {
      const auto found = file.metadata.find(key);
      return found == file.metadata.end() ? std::string() : found->second;
    };
    if (text("identity") != identity_) {
      return fail(ErrorCode::InvalidArgument,
                  fmt::format("{} is the checkpoint of a training with another recipe or other "
                              "images: leave out --resume, or give that recipe.",
                              checkpoint_.string()));
    }
    if (const Status restored = training_.restore(file.tensors); !restored) {
      return fail(ErrorCode::BadFormat, fmt::format("{} is damaged: {}.", checkpoint_.string(),
                                                    restored.error().message));
    }
    if (!readNumber(text("step"), step_) || !readNumber(text("seconds"), seconds_before_) ||
        !readNumber(text("final_sum"), final_sum_) || step_ < 0) {
      return fail(
          ErrorCode::BadFormat,
          fmt::format("{} is damaged: its step (\"{}\"), its time (\"{}\") or its sum of losses "
                      "(\"{}\") is no number. Leave out --resume to start anew.",
                      checkpoint_.string(), text("step"), text("seconds"), text("final_sum")));
    }
    first_step_ = step_;
    return {};
  }

  [[nodiscard]] Status run() {
    const config::PretrainConfig& config = options_.config;
    double reported_sum = 0.0;
    std::int64_t reported_steps = 0;
    start_ = Clock::now();
    while (step_ < config.steps) {
      const double loss = training_.step(step_);
      if (!std::isfinite(loss)) {
        return fail(ErrorCode::NonFinite,
                    fmt::format("The contrastive loss became {} at step {}: lower learning_rate.",
                                loss, step_ + 1));
      }
      final_sum_ += step_ >= config.steps - finalSteps() ? loss : 0.0;
      reported_sum += loss;
      ++reported_steps;
      ++step_;
      if (step_ % kCheckpointEvery == 0 && step_ < config.steps) {
        W2S_CHECK(writeCheckpoint());
      }
      if (step_ % kReportEvery == 0 || step_ == config.steps) {
        W2S_CHECK(report(reported_sum / static_cast<double>(reported_steps)));
        reported_sum = 0.0;
        reported_steps = 0;
      }
    }
    return {};
  }

  void removeCheckpoint() const {
    std::error_code ignored;
    std::filesystem::remove(checkpoint_, ignored);
  }
  [[nodiscard]] const Encoder& encoder() const {
    return training_.encoder();
  }
  [[nodiscard]] double seconds() const {
    return seconds_before_ + secondsSince(start_);
  }
  [[nodiscard]] double finalLoss() const {
    return final_sum_ / static_cast<double>(finalSteps());
  }

 private:
  [[nodiscard]] std::int64_t finalSteps() const {
    return std::min(kFinalLossSteps, options_.config.steps);
  }

  [[nodiscard]] Status writeCheckpoint() const {
    return writeSafetensors(checkpoint_, training_.state(),
                            {{"identity", identity_},
                             {"step", fmt::format("{}", step_)},
                             {"seconds", fmt::format("{}", seconds())},
                             {"final_sum", fmt::format("{}", final_sum_)}});
  }

  [[nodiscard]] Status report(double loss) const {
    if (!options_.observer) {
      return {};
    }
    const bool goes_on = options_.observer(
        {.step = step_,
         .steps = options_.config.steps,
         .loss = loss,
         .learning_rate = pretrainLearningRate(options_.config, step_ - 1),
         .seconds_a_step = secondsSince(start_) / static_cast<double>(step_ - first_step_)});
    if (goes_on || step_ == options_.config.steps) {
      return {};
    }
    W2S_CHECK(writeCheckpoint());
    return fail(ErrorCode::Interrupted,
                fmt::format("Pretraining stopped after step {}; --resume goes on from {}.", step_,
                            checkpoint_.string()));
  }

  const PretrainOptions& options_;
  std::string identity_;  // of recipe and images
  std::filesystem::path checkpoint_;
  SimclrTraining training_;
  std::int64_t first_step_ = 0;
  std::int64_t step_ = 0;  // completed
  double final_sum_ = 0.0;
  double seconds_before_ = 0.0;
  Clock::time_point start_ = Clock::now();
};

at::Tensor unitPixels(const at::Tensor& images) {
  return images.to(at::kFloat).div_(255.0);
}

// Judges the weights as they are stored, not as they were in memory.
std::vector<ProbeResult> probe(const PretrainData& data, const Encoder& stored, Seed seed) {
  const at::NoGradGuard no_grad;
  const FrozenEncoder encoder(stored);
  const std::vector<std::int64_t> order = permutation(data.training.rows(), seed.child("rows"));
  const auto features = [&](const LabelledImages& images, std::int64_t most) {
    const std::int64_t count = std::min(most, images.rows());
    const bool all = count == images.rows();
    const at::Tensor labels =
        at::from_blob(const_cast<std::int64_t*>(images.labels.data()), {images.rows()}, at::kLong);
    const at::Tensor rows =
        at::from_blob(const_cast<std::int64_t*>(order.data()), {all ? 0 : count}, at::kLong);
    const at::Tensor chosen = all ? imageTensor(images) : imageTensor(images).index_select(0, rows);
    return LabelledFeatures{.features = encoder.features({unitPixels(chosen)}, Mode::Inference),
                            .labels = all ? labels : labels.index_select(0, rows)};
  };
  const LabelledFeatures training = features(data.training, kProbeLabels[0]);
  const LabelledFeatures judged = features(data.judged, data.judged.rows());
  std::vector<ProbeResult> results;
  for (const std::int64_t labels : kProbeLabels) {
    const std::int64_t count = std::min(labels, training.features.size(0));
    const LabelledFeatures subset{.features = training.features.narrow(0, 0, count),
                                  .labels = training.labels.narrow(0, 0, count)};
    results.push_back(
        {.labels = count,
         .accuracy = probeAccuracy(subset, judged, {.classes = data.classes, .seed = seed}),
         .judged_rows = data.judged.rows()});
  }
  return results;
}

}  // namespace

Result<EncoderCard> pretrain(const PretrainData& data, const PretrainOptions& options) {
  W2S_CHECK(checkData(data, options.config));
  const IntraOpThreads threads(options.config.threads);
  Session session(data, options);
  if (options.resume) {
    W2S_CHECK(session.restore());
  }
  W2S_CHECK(session.run());

  EncoderCard card{.architecture = std::string(kEncoderArchitecture),
                   .input = data.training.shape,
                   .width = session.encoder().width(),
                   .features = session.encoder().featureCount(),
                   .parameters = 0,
                   .file_hash = {},
                   .method = "SimCLR: no label was used",
                   .data = data.description,
                   .data_fingerprint = data.fingerprint,
                   .images = data.training.rows(),
                   .recipe = config::toJson(options.config),
                   .final_loss = session.finalLoss(),
                   .seconds = session.seconds(),
                   .libtorch = kLibTorchVersion,
                   .probes = {}};
  for (const NamedTensor& entry : session.encoder().parameters()) {
    card.parameters += entry.tensor.numel();
  }
  W2S_CHECK(writeEncoder(options.output, session.encoder()));
  W2S_TRY(card.file_hash, hashOfFile(options.output));
  W2S_TRY(const SafetensorsFile stored, readSafetensors(options.output));
  W2S_TRY(const Encoder encoder, Encoder::fromTensors(stored.tensors, options.output.string()));
  if (data.judged.rows() > 0) {
    card.probes =
        probe(data, encoder, Seed(static_cast<std::uint64_t>(options.config.seed)).child("probe"));
  }
  W2S_CHECK(writeEncoderCard(cardPath(options.output), card));
  session.removeCheckpoint();
  return card;
}

}  // namespace w2s::models
