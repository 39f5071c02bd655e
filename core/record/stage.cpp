#include "core/record/stage.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace w2s::record {
namespace {

constexpr std::size_t kLongestId = 64;

constexpr std::array<std::pair<Role, std::string_view>, 8> kRoles{{{Role::Supervisor, "supervisor"},
                                                                   {Role::Labels, "labels"},
                                                                   {Role::Features, "features"},
                                                                   {Role::Selection, "selection"},
                                                                   {Role::Student, "student"},
                                                                   {Role::Ceiling, "ceiling"},
                                                                   {Role::Reference, "reference"},
                                                                   {Role::Other, "other"}}};

struct Description {
  std::string_view id;
  Role role;
  const char* title;
  const char* label;
};

constexpr std::array<Description, 7> kDescriptions{{
    {stage::kWeak, Role::Supervisor, sentenceNoop("weak supervisor"), sentenceNoop("Weak")},
    {stage::kWeakLabels, Role::Labels, sentenceNoop("weak labels"), sentenceNoop("Labels")},
    {stage::kFeatures, Role::Features, sentenceNoop("features"), sentenceNoop("Features")},
    {stage::kCeiling, Role::Ceiling, sentenceNoop("ceiling"), sentenceNoop("Ceiling")},
    {stage::kCommonCeiling, Role::Reference, sentenceNoop("common ceiling"),
     sentenceNoop("Common")},
    {stage::kReference, Role::Reference, sentenceNoop("strong model on the weak rows"),
     sentenceNoop("Reference")},
    {stage::kStudent, Role::Student, sentenceNoop("student"), sentenceNoop("Student")},
}};

bool isLetter(char c) {
  return c >= 'a' && c <= 'z';
}

}  // namespace

bool isStageId(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId && isLetter(text.front()) &&
         std::ranges::all_of(text, [](char c) {
           return isLetter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
         });
}

std::string_view nameOf(Role role) {
  return std::ranges::find(kRoles, role, &std::pair<Role, std::string_view>::first)->second;
}

Role roleOfName(std::string_view name) {
  const auto found = std::ranges::find(kRoles, name, &std::pair<Role, std::string_view>::second);
  return found == kRoles.end() ? Role::Other : found->first;
}

std::vector<StageId> PlannedStage::needs() const {
  std::vector<StageId> all;
  std::ranges::transform(inputs, std::back_inserter(all), &StageInput::from);
  all.insert(all.end(), after.begin(), after.end());
  return all;
}

PlannedStage describedStage(const StageId& id) {
  const auto found = std::ranges::find(kDescriptions, id, &Description::id);
  if (found == kDescriptions.end()) {
    return {.id = id, .kind = id, .title = {.text = id}, .label = {.text = id}};
  }
  return {.id = id,
          .kind = id,
          .role = found->role,
          .title = {.text = found->title, .pattern = found->title},
          .label = {.text = found->label, .pattern = found->label}};
}

}  // namespace w2s::record
