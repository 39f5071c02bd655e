// The stages of a run. Names are those of files (series/<name>.csv), events and messages.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace w2s::record {

enum class StageKind { WeakSupervisor, WeakLabels, Features, Ceiling, CommonCeiling, Student };

inline constexpr std::array<StageKind, 6> kAllStages{
    StageKind::WeakSupervisor, StageKind::WeakLabels,    StageKind::Features,
    StageKind::Ceiling,        StageKind::CommonCeiling, StageKind::Student};

// "weak_supervisor", "weak_labels", "features", "ceiling", "common_ceiling", "student"
[[nodiscard]] constexpr std::string_view nameOf(StageKind stage) {
  switch (stage) {
    case StageKind::WeakSupervisor:
      return "weak_supervisor";
    case StageKind::WeakLabels:
      return "weak_labels";
    case StageKind::Features:
      return "features";
    case StageKind::Ceiling:
      return "ceiling";
    case StageKind::CommonCeiling:
      return "common_ceiling";
    case StageKind::Student:
      return "student";
  }
  return {};
}

[[nodiscard]] constexpr std::optional<StageKind> stageOfName(std::string_view name) {
  for (const StageKind stage : kAllStages) {
    if (nameOf(stage) == name) {
      return stage;
    }
  }
  return std::nullopt;
}

}  // namespace w2s::record
