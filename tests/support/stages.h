// The stages that most runs of the tests have, in the order of the plan.
#pragma once

#include <array>

#include "core/record/stage.h"

namespace w2s::test {

inline constexpr std::array<const char*, 6> kUsualStages{
    record::stage::kWeak,    record::stage::kWeakLabels,    record::stage::kFeatures,
    record::stage::kCeiling, record::stage::kCommonCeiling, record::stage::kStudent};

}  // namespace w2s::test
