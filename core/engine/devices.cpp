#include "core/engine/devices.h"

#include <charconv>
#include <thread>

#include <fmt/format.h>

#include <ATen/Context.h>
#include <ATen/detail/CUDAHooksInterface.h>

#include "core/engine/runner.h"
#include "core/pipeline/plan.h"

namespace w2s::engine {
namespace {

int gpuCount() {
  return at::hasCUDA() ? static_cast<int>(at::detail::getCUDAHooks().deviceCount()) : 0;
}

Sentence whyNoGpu() {
  if (!at::Context::hasCUDA() && !at::detail::getCUDAHooks().hasCUDA()) {
    return sentence(
        "LibTorch is a CPU build or sees no NVIDIA driver; for a GPU start with "
        "W2S_TORCH_SPEC=torch and a CUDA wheel");
  }
  return sentence("no GPU answers; check the driver with nvidia-smi");
}

}  // namespace

std::vector<DeviceInfo> listDevices() {
  std::vector<DeviceInfo> devices;
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  devices.push_back(
      {.name = "cpu",
       .title = cores == 1 ? sentence("CPU, 1 core") : sentence("CPU, {} cores", cores),
       .why_not = {}});
  const int gpus = gpuCount();
  for (int i = 0; i < gpus; ++i) {
    devices.push_back(
        {.name = fmt::format("cuda:{}", i), .title = sentence("NVIDIA GPU {}", i), .why_not = {}});
  }
  if (gpus == 0) {
    devices.push_back({.name = "cuda:0", .title = {.text = "NVIDIA GPU"}, .why_not = whyNoGpu()});
  }
  return devices;
}

Result<at::Device> resolveDevice(const config::ExperimentConfig& config) {
  const std::string& name = config.device;
  if (name == "cpu") {
    return at::Device(at::kCPU);
  }
  const int gpus = gpuCount();
  if (name == "auto") {
    return gpus > 0 && !pipeline::usesFrozenFeatures(config.strong) ? at::Device(at::kCUDA, 0)
                                                                    : at::Device(at::kCPU);
  }
  int index = -1;
  if (name == "cuda") {
    index = 0;
  } else if (name.starts_with("cuda:")) {
    const auto* end = name.data() + name.size();
    const auto parsed = std::from_chars(name.data() + 5, end, index);
    if (parsed.ptr != end || parsed.ec != std::errc{}) {
      index = -1;
    }
  }
  if (index < 0) {
    return fail(ErrorCode::InvalidArgument,
                sentence("device is \"{}\". Allowed: auto, cpu, cuda:0, cuda:1, ...", name));
  }
  if (index >= gpus) {
    return fail(ErrorCode::Unavailable,
                sentence("device is \"{}\", but {}. Set device = \"cpu\" or \"auto\".", name,
                         gpus == 0 ? whyNoGpu() : sentence("there are only {} GPUs", gpus)));
  }
  return at::Device(at::kCUDA, static_cast<at::DeviceIndex>(index));
}

int defaultWorkers() {
  return at::hasCUDA() ? 1 : static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

}  // namespace w2s::engine
