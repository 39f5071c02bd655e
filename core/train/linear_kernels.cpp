#include "core/train/linear_kernels.h"

#include <algorithm>

#if defined(__x86_64__)
#include <immintrin.h>
// GCC 12 takes the unused operand of some AVX-512 intrinsics for uninitialised (GCC bug 105593).
#pragma GCC diagnostic ignored "-Wuninitialized"
#define W2S_HAS_AVX2_KERNELS 1
#define W2S_AVX2 __attribute__((target("avx2,fma")))
#define W2S_AVX512 __attribute__((target("avx2,fma,avx512f,avx512dq")))
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

// --- AVX-512: a register holds eight lanes of two rows, so that sums are added up as above ---

constexpr int kPairs = 2;  // of rows a tile
constexpr int kRowsOf512 = 2 * kPairs;

W2S_AVX512 inline __m512 twice(const float* eight) {
  return _mm512_broadcast_f32x8(_mm256_loadu_ps(eight));
}

W2S_AVX512 inline __m512 together(const float* first, const float* second) {
  return _mm512_insertf32x8(_mm512_castps256_ps512(_mm256_loadu_ps(first)), _mm256_loadu_ps(second),
                            1);
}

W2S_AVX512 inline __m512 halved(__m512 a, __m512 b) {
  return _mm512_add_ps(_mm512_shuffle_f32x4(a, b, 0x88), _mm512_shuffle_f32x4(a, b, 0xDD));
}

W2S_AVX512 inline __m512 quartered(__m512 a, __m512 b) {
  return _mm512_add_ps(_mm512_shuffle_ps(a, b, 0x44), _mm512_shuffle_ps(a, b, 0xEE));
}

W2S_AVX512 inline __m512 paired(__m512 a, __m512 b) {
  return _mm512_add_ps(_mm512_shuffle_ps(a, b, 0x88), _mm512_shuffle_ps(a, b, 0xDD));
}

// sumOf() of both rows of eight registers at once: the first row's eight sums, then the second's.
W2S_AVX512 inline __m512 sumsOf(const __m512* of) {
  const __m512 sums = paired(quartered(halved(of[0], of[1]), halved(of[2], of[3])),
                             quartered(halved(of[4], of[5]), halved(of[6], of[7])));
  const __m512i places = _mm512_setr_epi32(0, 8, 1, 9, 2, 10, 3, 11, 4, 12, 5, 13, 6, 14, 7, 15);
  return _mm512_permutexvar_ps(places, sums);
}

// The same of four registers; the other sums are 0.
W2S_AVX512 inline __m512 sumsOfFour(const __m512* of) {
  const __m512 four[8] = {of[0], of[1], of[2], of[3]};
  return sumsOf(four);
}

// `ahead`: the rows of a later tile, asked for while these are computed, since reading a whole split
// from memory would take longer than its products.
template <int kClasses>
W2S_AVX512 inline void multiply(const float* const* x, const float* const* ahead,
                                const float* weight, std::int64_t features,
                                __m512 (*sums)[std::size_t{kClasses}]) {
  for (int p = 0; p < kPairs; ++p) {
    for (int k = 0; k < kClasses; ++k) {
      sums[p][k] = _mm512_setzero_ps();
    }
  }
  for (std::int64_t d = 0; d < features; d += kLanes) {
    __m512 rows[kPairs];
    for (int p = 0; p < kPairs; ++p) {
      rows[p] = together(x[2 * p] + d, x[2 * p + 1] + d);
      // A line holds 16 floats: half of the rows at a time.
      _mm_prefetch(ahead[2 * p + (d / kLanes) % 2] + d, _MM_HINT_T0);
    }
    for (int k = 0; k < kClasses; ++k) {
      const __m512 w = twice(weight + k * features + d);
      for (int p = 0; p < kPairs; ++p) {
        sums[p][k] = _mm512_fmadd_ps(rows[p], w, sums[p][k]);
      }
    }
  }
}

// Four rows against ten weight rows: 20 sums in registers.
W2S_AVX512 inline void forwardTen(const float* const* x, const float* const* ahead,
                                  const float* weight, const float* bias, std::int64_t features,
                                  float* const* z) {
  __m512 sums[kPairs][10];
  multiply<10>(x, ahead, weight, features, sums);
  const __m512 eight_biases = twice(bias);
  for (int p = 0; p < kPairs; ++p) {
    const __m512 eight = _mm512_add_ps(eight_biases, sumsOf(sums[p]));
    _mm256_storeu_ps(z[2 * p], _mm512_castps512_ps256(eight));
    _mm256_storeu_ps(z[2 * p + 1], _mm512_extractf32x8_ps(eight, 1));
  }
  const __m512 last[4] = {sums[0][8], sums[0][9], sums[1][8], sums[1][9]};
  alignas(64) float two[16];
  _mm512_store_ps(two, sumsOfFour(last));
  for (int r = 0; r < kRowsOf512; ++r) {
    const float* of_row = two + 8 * (r % 2) + 2 * (r / 2);
    z[r][8] = bias[8] + of_row[0];
    z[r][9] = bias[9] + of_row[1];
  }
}

W2S_AVX512 inline void forwardOne(const float* const* x, const float* const* ahead,
                                  const float* weight, const float* bias, std::int64_t features,
                                  float* const* z) {
  __m512 sums[kPairs][1];
  multiply<1>(x, ahead, weight, features, sums);
  for (int p = 0; p < kPairs; ++p) {
    *z[2 * p] = *bias + sumOf(_mm512_castps512_ps256(sums[p][0]));
    *z[2 * p + 1] = *bias + sumOf(_mm512_extractf32x8_ps(sums[p][0], 1));
  }
}

// For whole registers of features: the rest is added up as the compiler arranges it above.
W2S_AVX512 void forwardAvx512(const LinearShape& shape, const float* features,
                              const std::int64_t* rows, const float* weight, const float* bias,
                              float* logits) {
  constexpr std::int64_t kTile = 10;
  constexpr std::int64_t kAhead = 2 * kRowsOf512;
  const float* x[kRowsOf512];
  const float* ahead[kRowsOf512];
  float* z[kRowsOf512];
  for (std::int64_t i = 0; i < shape.rows; i += kRowsOf512) {
    // Rows beyond the last one are computed as it is, into the same place.
    for (int r = 0; r < kRowsOf512; ++r) {
      const std::int64_t row = std::min(i + r, shape.rows - 1);
      x[r] = rowOf(shape, features, rows, row);
      ahead[r] = rowOf(shape, features, rows, std::min(i + r + kAhead, shape.rows - 1));
      z[r] = logits + row * shape.classes;
    }
    std::int64_t k = 0;
    while (k < shape.classes) {
      const std::int64_t tile = k + kTile <= shape.classes ? kTile : 1;
      if (tile == kTile) {
        forwardTen(x, ahead, weight + k * shape.features, bias + k, shape.features, z);
      } else {
        forwardOne(x, ahead, weight + k * shape.features, bias + k, shape.features, z);
      }
      k += tile;
      for (float*& place : z) {
        place += tile;
      }
    }
  }
}

// --- back ---

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

using BackwardTile = void(const LinearShape& shape, const float* const* x, const float* gradient,
                          float* weight_gradient);

constexpr int kBackwardRows = 8;

// Tiles of kBackwardRows rows, then the rest one by one.
void backwardInTiles(const LinearShape& shape, const float* features, const std::int64_t* rows,
                     const float* gradient, float* weight_gradient, BackwardTile* tile,
                     BackwardTile* single) {
  std::fill_n(weight_gradient, shape.classes * shape.features, 0.0F);
  const float* x[kBackwardRows];
  std::int64_t i = 0;
  for (; i + kBackwardRows <= shape.rows; i += kBackwardRows) {
    for (int r = 0; r < kBackwardRows; ++r) {
      x[r] = rowOf(shape, features, rows, i + r);
    }
    tile(shape, x, gradient + i * shape.classes, weight_gradient);
  }
  for (; i < shape.rows; ++i) {
    x[0] = rowOf(shape, features, rows, i);
    single(shape, x, gradient + i * shape.classes, weight_gradient);
  }
}

// The same to two weight rows at once, so that every feature that is loaded is used twice. In the
// order above for each sum. Whole registers of features, an even number of classes.
template <int kRows>
W2S_AVX512 inline void backwardTile512(const LinearShape& shape, const float* const* x,
                                       const float* gradient, float* weight_gradient) {
  for (std::int64_t k = 0; k < shape.classes; k += 2) {
    float* first = weight_gradient + k * shape.features;
    float* second = first + shape.features;
    __m512 g0[std::size_t{kRows}];
    __m512 g1[std::size_t{kRows}];
    for (int i = 0; i < kRows; ++i) {
      g0[i] = _mm512_set1_ps(gradient[i * shape.classes + k]);
      g1[i] = _mm512_set1_ps(gradient[i * shape.classes + k + 1]);
    }
    for (std::int64_t d = 0; d < shape.features; d += 2 * kLanes) {
      __m512 sum0 = _mm512_loadu_ps(first + d);
      __m512 sum1 = _mm512_loadu_ps(second + d);
      for (int i = 0; i < kRows; ++i) {
        const __m512 values = _mm512_loadu_ps(x[i] + d);
        sum0 = _mm512_fmadd_ps(g0[i], values, sum0);
        sum1 = _mm512_fmadd_ps(g1[i], values, sum1);
      }
      _mm512_storeu_ps(first + d, sum0);
      _mm512_storeu_ps(second + d, sum1);
    }
  }
}

bool hasAvx512() {
  static const bool kHas =
      __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512dq") != 0 &&
      __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return kHas;
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
  if (hasAvx512() && shape.features % kLanes == 0) {
    return forwardAvx512(shape, features, rows, weight, bias, logits);
  }
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
  if (hasAvx512() && shape.features % (2 * kLanes) == 0 && shape.classes % 2 == 0) {
    return backwardInTiles(shape, features, rows, gradient, weight_gradient,
                           backwardTile512<kBackwardRows>, backwardTile512<1>);
  }
  if (hasAvx2()) {
    return backwardInTiles(shape, features, rows, gradient, weight_gradient,
                           backwardTile<kBackwardRows>, backwardTile<1>);
  }
#endif
  backwardPlain(shape, features, rows, gradient, weight_gradient);
}

}  // namespace w2s::train
