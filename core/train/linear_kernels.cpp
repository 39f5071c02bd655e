#include "core/train/linear_kernels.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
#define W2S_HAS_AVX2_KERNELS 1
#define W2S_AVX2 __attribute__((target("avx2,fma")))
#endif

namespace w2s::train {
namespace {

const float* rowOf(const LinearShape& shape, const float* features, const std::int64_t* rows,
                   std::int64_t i) {
  return features + (rows != nullptr ? rows[i] : i) * shape.features;
}

// --- any processor ---

float dot(const float* a, const float* b, std::int64_t count) {
  float sum = 0.0F;
  for (std::int64_t d = 0; d < count; ++d) {
    sum += a[d] * b[d];
  }
  return sum;
}

void forwardPlain(const LinearShape& shape, const float* features, const std::int64_t* rows,
                  const float* weight, const float* bias, float* logits) {
  for (std::int64_t i = 0; i < shape.rows; ++i) {
    const float* x = rowOf(shape, features, rows, i);
    for (std::int64_t k = 0; k < shape.classes; ++k) {
      logits[i * shape.classes + k] = bias[k] + dot(x, weight + k * shape.features, shape.features);
    }
  }
}

void backwardPlain(const LinearShape& shape, const float* features, const std::int64_t* rows,
                   const float* gradient, float* weight_gradient) {
  std::fill_n(weight_gradient, shape.classes * shape.features, 0.0F);
  for (std::int64_t i = 0; i < shape.rows; ++i) {
    const float* x = rowOf(shape, features, rows, i);
    for (std::int64_t k = 0; k < shape.classes; ++k) {
      const float g = gradient[i * shape.classes + k];
      float* target = weight_gradient + k * shape.features;
      for (std::int64_t d = 0; d < shape.features; ++d) {
        target[d] += g * x[d];
      }
    }
  }
}

#ifdef W2S_HAS_AVX2_KERNELS

// --- AVX2: 8 floats a register ---

constexpr std::int64_t kLanes = 8;

W2S_AVX2 inline float sumOf(__m256 values) {
  const __m128 half = _mm_add_ps(_mm256_castps256_ps128(values), _mm256_extractf128_ps(values, 1));
  const __m128 quarter = _mm_add_ps(half, _mm_movehl_ps(half, half));
  return _mm_cvtss_f32(_mm_add_ss(quarter, _mm_movehdup_ps(quarter)));
}

// Two rows against kClasses weight rows: 10 sums in registers at kClasses = 5, which hides the
// multiply-add's latency.
template <int kClasses>
W2S_AVX2 inline void forwardTile(const LinearShape& shape, const float* x0, const float* x1,
                                 const float* weight, const float* bias, float* z0, float* z1) {
  __m256 sums0[std::size_t{kClasses}];
  __m256 sums1[std::size_t{kClasses}];
  for (int k = 0; k < kClasses; ++k) {
    sums0[k] = _mm256_setzero_ps();
    sums1[k] = _mm256_setzero_ps();
  }
  const std::int64_t whole = shape.features - shape.features % kLanes;
  for (std::int64_t d = 0; d < whole; d += kLanes) {
    const __m256 a = _mm256_loadu_ps(x0 + d);
    const __m256 b = _mm256_loadu_ps(x1 + d);
    for (int k = 0; k < kClasses; ++k) {
      const __m256 w = _mm256_loadu_ps(weight + k * shape.features + d);
      sums0[k] = _mm256_fmadd_ps(a, w, sums0[k]);
      sums1[k] = _mm256_fmadd_ps(b, w, sums1[k]);
    }
  }
  for (int k = 0; k < kClasses; ++k) {
    const float* rest = weight + k * shape.features;
    float r0 = bias[k];
    float r1 = bias[k];
    for (std::int64_t d = whole; d < shape.features; ++d) {
      r0 += x0[d] * rest[d];
      r1 += x1[d] * rest[d];
    }
    z0[k] = r0 + sumOf(sums0[k]);
    z1[k] = r1 + sumOf(sums1[k]);
  }
}

W2S_AVX2 void forwardAvx2(const LinearShape& shape, const float* features, const std::int64_t* rows,
                          const float* weight, const float* bias, float* logits) {
  constexpr int kTile = 5;
  for (std::int64_t i = 0; i < shape.rows; i += 2) {
    // An odd last row is computed twice, into the same place.
    const std::int64_t j = std::min(i + 1, shape.rows - 1);
    const float* x0 = rowOf(shape, features, rows, i);
    const float* x1 = rowOf(shape, features, rows, j);
    float* z0 = logits + i * shape.classes;
    float* z1 = logits + j * shape.classes;
    std::int64_t k = 0;
    for (; k + kTile <= shape.classes; k += kTile) {
      forwardTile<kTile>(shape, x0, x1, weight + k * shape.features, bias + k, z0 + k, z1 + k);
    }
    for (; k < shape.classes; ++k) {
      forwardTile<1>(shape, x0, x1, weight + k * shape.features, bias + k, z0 + k, z1 + k);
    }
  }
}

// Adds kRows rows to every weight row: the gradient is loaded and stored once for all of them.
template <int kRows>
W2S_AVX2 inline void backwardTile(const LinearShape& shape, const float* const* x,
                                  const float* gradient, float* weight_gradient) {
  const std::int64_t whole = shape.features - shape.features % kLanes;
  for (std::int64_t k = 0; k < shape.classes; ++k) {
    float* target = weight_gradient + k * shape.features;
    __m256 g[std::size_t{kRows}];
    for (int i = 0; i < kRows; ++i) {
      g[i] = _mm256_set1_ps(gradient[i * shape.classes + k]);
    }
    for (std::int64_t d = 0; d < whole; d += kLanes) {
      __m256 sum = _mm256_loadu_ps(target + d);
      for (int i = 0; i < kRows; ++i) {
        sum = _mm256_fmadd_ps(g[i], _mm256_loadu_ps(x[i] + d), sum);
      }
      _mm256_storeu_ps(target + d, sum);
    }
    for (std::int64_t d = whole; d < shape.features; ++d) {
      for (int i = 0; i < kRows; ++i) {
        target[d] += gradient[i * shape.classes + k] * x[i][d];
      }
    }
  }
}

W2S_AVX2 void backwardAvx2(const LinearShape& shape, const float* features,
                           const std::int64_t* rows, const float* gradient,
                           float* weight_gradient) {
  constexpr int kTile = 8;
  std::fill_n(weight_gradient, shape.classes * shape.features, 0.0F);
  const float* x[kTile];
  std::int64_t i = 0;
  for (; i + kTile <= shape.rows; i += kTile) {
    for (int r = 0; r < kTile; ++r) {
      x[r] = rowOf(shape, features, rows, i + r);
    }
    backwardTile<kTile>(shape, x, gradient + i * shape.classes, weight_gradient);
  }
  for (; i < shape.rows; ++i) {
    x[0] = rowOf(shape, features, rows, i);
    backwardTile<1>(shape, x, gradient + i * shape.classes, weight_gradient);
  }
}

bool hasAvx2() {
  static const bool kHas =
      __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return kHas;
}

#endif

}  // namespace

void linearForward(const LinearShape& shape, const float* features, const std::int64_t* rows,
                   const float* weight, const float* bias, float* logits) {
#ifdef W2S_HAS_AVX2_KERNELS
  if (hasAvx2()) {
    return forwardAvx2(shape, features, rows, weight, bias, logits);
  }
#endif
  forwardPlain(shape, features, rows, weight, bias, logits);
}

void linearBackward(const LinearShape& shape, const float* features, const std::int64_t* rows,
                    const float* gradient, float* weight_gradient, float* bias_gradient) {
  std::fill_n(bias_gradient, shape.classes, 0.0F);
  for (std::int64_t i = 0; i < shape.rows; ++i) {
    for (std::int64_t k = 0; k < shape.classes; ++k) {
      bias_gradient[k] += gradient[i * shape.classes + k];
    }
  }
#ifdef W2S_HAS_AVX2_KERNELS
  if (hasAvx2()) {
    return backwardAvx2(shape, features, rows, gradient, weight_gradient);
  }
#endif
  backwardPlain(shape, features, rows, gradient, weight_gradient);
}

}  // namespace w2s::train
