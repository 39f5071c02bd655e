// The two products of a linear head's training step on a CPU, for few outputs (classes) and many
// inputs (features).
//
// General matrix libraries are made for large matrices and lose half their time on a product whose
// one side is 10 wide; here each weight row stays in registers or in the first-level cache. Rows
// are read where they lie, so that no batch is gathered. AVX-512 or AVX2 where the processor has it,
// with equal bits; plain loops elsewhere. The order of additions is fixed, so equal input gives equal
// bits on one machine.
// No allocation. Thread-safe.
#pragma once

#include <cstdint>

namespace w2s::train {

// Row-major float32 matrices; `features` [*,D] is indexed by rows[i], or by i where `rows` is null.
struct LinearShape {
  std::int64_t rows = 0;      // B
  std::int64_t features = 0;  // D
  std::int64_t classes = 0;   // K
};

// logits [B,K]: z_ik = b_k + sum_d x_id W_kd, with weight [K,D] and bias [K].
void linearForward(const LinearShape& shape, const float* features, const std::int64_t* rows,
                   const float* weight, const float* bias, float* logits);

// weight_gradient [K,D]: sum_i g_ik x_id; bias_gradient [K]: sum_i g_ik. Earlier content is
// overwritten.
void linearBackward(const LinearShape& shape, const float* features, const std::int64_t* rows,
                    const float* gradient, float* weight_gradient, float* bias_gradient);

}  // namespace w2s::train
