// What a plan says about the stages of a run. A stage is one unit of work: a supervisor, its
// labels, features, a ceiling, a student. What each kind of stage does stands in
// core/pipeline/stage_type.h; readers of recorded runs need only this header, and keep stages that
// they do not know.
//
// Threads: values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"
#include "core/record/series.h"

namespace w2s::record {

// Name of a stage within its run: the name of its files (series/<id>.csv), events and cache label.
// Lower-case letters, digits, '_', '-' and '.', beginning with a letter; at most 64 characters.
using StageId = std::string;

// The stages of the default pipeline. Characters, not text objects, so that they are constants of every kind.
namespace stage {
inline constexpr char kWeak[] = "weak_supervisor";
inline constexpr char kWeakLabels[] = "weak_labels";
inline constexpr char kFeatures[] = "features";
inline constexpr char kCeiling[] = "ceiling";
inline constexpr char kCommonCeiling[] = "common_ceiling";
inline constexpr char kReference[] = "weak_rows_reference";
inline constexpr char kStudent[] = "student";
}  // namespace stage

[[nodiscard]] bool isStageId(std::string_view text);

// What a stage is to a person: decides colours and words, never what runs.
enum class Role { Supervisor, Labels, Features, Selection, Student, Ceiling, Reference, Other };

// "supervisor", "labels", "features", "selection", "student", "ceiling", "reference", "other"
[[nodiscard]] std::string_view nameOf(Role role);
// Other for a name that this version does not know.
[[nodiscard]] Role roleOfName(std::string_view name);

// One typed input of a stage: what stands at `port` is made by the stage `from`.
struct StageInput {
  std::string port;
  StageId from;
  friend bool operator==(const StageInput&, const StageInput&) = default;
};

// One stage of the plan.
struct PlannedStage {
  StageId id = stage::kStudent;
  std::string kind =
      {};  // of core/pipeline/stage_type.h; several stages of a run may have one kind
  Role role = Role::Other;
  Sentence title = {};  // "weak supervisor": in messages and logs
  Sentence label = {};  // "Weak": where there is little room
  std::vector<StageInput> inputs = {};
  std::vector<StageId> after = {};  // order alone: starts when these are over
  std::string fingerprint = {};     // hash of everything that can change its result
  std::int64_t steps = 0;           // training steps; 0: it does not train in steps
  bool cached = false;              // a finished result lies in the cache
  SharedSchema series = {};  // the columns that it measures at each step; null: it takes none

  // Every stage that this one waits for, inputs first.
  [[nodiscard]] std::vector<StageId> needs() const;
};

// Role, kind, title and label of a stage of the default pipeline; of any other id: Other, the id
// itself. For the plan, and for runs of earlier versions, which recorded the id alone.
[[nodiscard]] PlannedStage describedStage(const StageId& id);

}  // namespace w2s::record
