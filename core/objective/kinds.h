// The kinds of terms there are. A new one is a header here, a struct and its place in a variant in
// core/config/objective_config.h; its tests, help and translations: core/README.md.
#pragma once

// Row by row: evaluate() and evaluateRow().
#include "core/objective/entropy.h"
#include "core/objective/forward_kl.h"
#include "core/objective/ground_truth_ce.h"
#include "core/objective/hard_ce.h"
#include "core/objective/jensen_shannon.h"
#include "core/objective/reverse_kl.h"
#include "core/objective/soft_ce.h"

// A class for each row: harden() and hardenRows(), then cross-entropy.
#include "core/objective/argmax_confidence.h"
#include "core/objective/openai_reference_confidence.h"
#include "core/objective/threshold_confidence.h"
