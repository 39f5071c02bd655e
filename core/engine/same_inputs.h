// A recorded run is repeated, continued or forked with the data, rows and stages that it was made with,
// or not at all. Private to the .cpp files of this folder.
#pragma once

#include "core/base/result.h"
#include "core/engine/prepare_run.h"
#include "core/store/manifest.h"

namespace w2s::engine {

// Whether the data that are here are those of the run, and its weak labels where another program made
// them; asked before anything is made of them. A folder
// of another name will do. Errors: InvalidArgument, which says both fingerprints and where the data
// were; those of the data set.
[[nodiscard]] Status checkSameData(const store::Manifest& recorded, const SharedParts& shared);

// Whether a repetition, planned as `now`, has the same rows in its splits and no stage less.
[[nodiscard]] Status checkSameInputs(const store::Manifest& recorded, const store::Manifest& now);

}  // namespace w2s::engine
