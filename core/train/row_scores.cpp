#include "core/train/row_scores.h"

#include <algorithm>
#include <array>

#if defined(__x86_64__)
#include <immintrin.h>
#define W2S_HAS_AVX2_SCORES 1
#define W2S_AVX2 __attribute__((target("avx2,fma")))
#endif

namespace w2s::train {

#ifdef W2S_HAS_AVX2_SCORES
namespace {

// Eight rows at once, one a lane. This file is compiled without contraction of products and sums
// (CMakeLists.txt): each rounding below is meant.
constexpr std::int64_t kRows = 8;
constexpr std::int64_t kMostClasses = 15;  // more fill a whole vector of ATen's

W2S_AVX2 inline __m256 all(float value) {
  return _mm256_set1_ps(value);
}

W2S_AVX2 inline __m256 powerOfTwo(__m256i exponent) {
  const __m256i biased = _mm256_add_epi32(exponent, _mm256_set1_epi32(127));
  return _mm256_castsi256_ps(_mm256_slli_epi32(biased, 23));
}

// exp(x) for x <= 0, the steps of SLEEF's expf_u10 (Shibata and Petrogalli 2020, "SLEEF: a portable
// vectorized library of C standard mathematical functions").
W2S_AVX2 inline __m256 expOf(__m256 x) {
  constexpr int kNearest = _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC;
  const __m256 q = _mm256_round_ps(_mm256_mul_ps(x, all(1.44269504088896340736F)), kNearest);
  __m256 s = _mm256_fmadd_ps(q, all(-0.693145751953125F), x);
  s = _mm256_fmadd_ps(q, all(-1.428606765330187045e-06F), s);
  __m256 u = all(0.000198527617612853646278381F);
  u = _mm256_fmadd_ps(u, s, all(0.00139304355252534151077271F));
  u = _mm256_fmadd_ps(u, s, all(0.00833336077630519866943359F));
  u = _mm256_fmadd_ps(u, s, all(0.0416664853692054748535156F));
  u = _mm256_fmadd_ps(u, s, all(0.166666671633720397949219F));
  u = _mm256_fmadd_ps(u, s, all(0.5F));
  u = _mm256_add_ps(all(1.0F), _mm256_fmadd_ps(_mm256_mul_ps(s, s), u, s));
  const __m256i power = _mm256_cvtps_epi32(q);
  const __m256i half = _mm256_srai_epi32(power, 1);
  u = _mm256_mul_ps(_mm256_mul_ps(u, powerOfTwo(half)), powerOfTwo(_mm256_sub_epi32(power, half)));
  return _mm256_andnot_ps(_mm256_cmp_ps(x, all(-104.0F), _CMP_LT_OQ), u);
}

// A number as the sum of two floats.
struct Pair {
  __m256 high;
  __m256 low;
};

W2S_AVX2 inline Pair sumOfTwo(__m256 a, __m256 b) {
  const __m256 high = _mm256_add_ps(a, b);
  const __m256 v = _mm256_sub_ps(high, a);
  return {high, _mm256_add_ps(_mm256_sub_ps(a, _mm256_sub_ps(high, v)), _mm256_sub_ps(b, v))};
}

W2S_AVX2 inline Pair ratioOf(const Pair& a, const Pair& b) {
  const __m256 inverse = _mm256_div_ps(all(1.0F), b.high);
  const __m256 high = _mm256_mul_ps(a.high, inverse);
  const __m256 rest = _mm256_fmsub_ps(inverse, a.high, high);
  const __m256 error =
      _mm256_fnmadd_ps(b.low, inverse, _mm256_fnmadd_ps(b.high, inverse, all(1.0F)));
  return {high, _mm256_fmadd_ps(high, error, _mm256_fmadd_ps(a.low, inverse, rest))};
}

// log(x) for normal x > 0, the steps of SLEEF's logf_u10: with x = 2^e m and m in [0.75, 1.5),
// e log 2 + 2 artanh((m - 1) / (m + 1)).
W2S_AVX2 inline __m256 logOf(__m256 x) {
  constexpr float kLog2 = 0.69314718246459960938F;
  const __m256i scaled = _mm256_castps_si256(_mm256_mul_ps(x, all(1.0F / 0.75F)));
  const __m256i exponent = _mm256_sub_epi32(_mm256_srli_epi32(scaled, 23), _mm256_set1_epi32(127));
  const __m256 m = _mm256_castsi256_ps(
      _mm256_sub_epi32(_mm256_castps_si256(x), _mm256_slli_epi32(exponent, 23)));
  const __m256 e = _mm256_cvtepi32_ps(exponent);
  const __m256 base = _mm256_mul_ps(all(kLog2), e);
  const __m256 base_low =
      _mm256_fmadd_ps(all(-1.904654323148236017e-09F), e, _mm256_fmsub_ps(all(kLog2), e, base));
  const Pair ratio = ratioOf(sumOfTwo(all(-1.0F), m), sumOfTwo(all(1.0F), m));
  const __m256 square = _mm256_mul_ps(ratio.high, ratio.high);
  __m256 t = all(0.3027294874F);
  t = _mm256_fmadd_ps(t, square, all(0.3996108174F));
  t = _mm256_fmadd_ps(t, square, all(0.6666694880F));
  const __m256 twice = _mm256_mul_ps(ratio.high, all(2.0F));
  const __m256 twice_low = _mm256_mul_ps(ratio.low, all(2.0F));
  const __m256 first = _mm256_add_ps(base, twice);
  const __m256 first_low = _mm256_add_ps(
      _mm256_add_ps(_mm256_add_ps(_mm256_sub_ps(base, first), twice), base_low), twice_low);
  const __m256 last = _mm256_mul_ps(_mm256_mul_ps(square, ratio.high), t);
  const __m256 sum = _mm256_add_ps(first, last);
  const __m256 sum_low = _mm256_add_ps(_mm256_add_ps(_mm256_sub_ps(first, sum), last), first_low);
  return _mm256_add_ps(sum, sum_low);
}

// The eight rows from `first` on; lanes beyond the last row repeat it.
struct EightRows {
  const float* data;
  __m256i offsets;
};

W2S_AVX2 inline EightRows eightRows(const LogitRows& logits, std::int64_t first) {
  const __m256i lane = _mm256_min_epi32(
      _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7),
      _mm256_set1_epi32(static_cast<int>(std::min(kRows, logits.rows - first) - 1)));
  return {logits.data + first * logits.classes,
          _mm256_mullo_epi32(lane, _mm256_set1_epi32(static_cast<int>(logits.classes)))};
}

W2S_AVX2 inline __m256 scoresOf(const EightRows& rows, std::int64_t of_class) {
  return _mm256_i32gather_ps(rows.data + of_class, rows.offsets, sizeof(float));
}

struct Best {
  __m256 score;
  __m256i index;
  __m256 is_nan;
};

W2S_AVX2 inline void meet(Best& best, __m256 score, std::int64_t of_class) {
  const __m256 higher = _mm256_cmp_ps(score, best.score, _CMP_GT_OQ);
  best.score = _mm256_blendv_ps(best.score, score, higher);
  best.index = _mm256_blendv_epi8(best.index, _mm256_set1_epi32(static_cast<int>(of_class)),
                                  _mm256_castps_si256(higher));
  best.is_nan = _mm256_or_ps(best.is_nan, _mm256_cmp_ps(score, score, _CMP_UNORD_Q));
}

W2S_AVX2 inline Best firstOf(__m256 score) {
  return {score, _mm256_setzero_si256(), _mm256_cmp_ps(score, score, _CMP_UNORD_Q)};
}

W2S_AVX2 inline void storeClasses(__m256i classes, std::int64_t rows, std::int64_t* to) {
  alignas(32) std::array<std::int32_t, kRows> lanes{};
  _mm256_store_si256(reinterpret_cast<__m256i*>(lanes.data()), classes);
  std::copy_n(lanes.begin(), std::min(rows, kRows), to);
}

W2S_AVX2 inline void storeFloats(__m256 values, std::int64_t rows, float* to) {
  if (rows >= kRows) {
    _mm256_storeu_ps(to, values);
    return;
  }
  alignas(32) std::array<float, kRows> lanes{};
  _mm256_store_ps(lanes.data(), values);
  std::copy_n(lanes.begin(), rows, to);
}

W2S_AVX2 inline __m256 sumOf(const __m256* values, std::int64_t count, ScoreOrder order) {
  if (order == ScoreOrder::InTurn) {
    __m256 sum = values[0];
    for (std::int64_t c = 1; c < count; ++c) {
      sum = _mm256_add_ps(sum, values[c]);
    }
    return sum;
  }
  __m256 lanes[8];
  for (std::int64_t c = 0; c < 8; ++c) {
    lanes[c] = c + 8 < count ? _mm256_add_ps(values[c], values[c + 8]) : values[c];
  }
  const __m256 even =
      _mm256_add_ps(_mm256_add_ps(lanes[0], lanes[4]), _mm256_add_ps(lanes[2], lanes[6]));
  const __m256 odd =
      _mm256_add_ps(_mm256_add_ps(lanes[1], lanes[5]), _mm256_add_ps(lanes[3], lanes[7]));
  return _mm256_add_ps(even, odd);
}

W2S_AVX2 inline __m256 scoresOfLabels(const EightRows& rows, const std::int64_t* labels,
                                      std::int64_t count) {
  alignas(32) std::array<std::int32_t, kRows> classes{};
  std::transform(labels, labels + std::min(count, kRows), classes.begin(),
                 [](std::int64_t label) { return static_cast<std::int32_t>(label); });
  const __m256i offsets = _mm256_add_epi32(
      rows.offsets, _mm256_load_si256(reinterpret_cast<const __m256i*>(classes.data())));
  return _mm256_i32gather_ps(rows.data, offsets, sizeof(float));
}

W2S_AVX2 bool scoreAvx2(const LogitRows& logits, ScoreOrder order, const std::int64_t* labels,
                        const RowScores& scores) {
  __m256 values[kMostClasses];
  __m256 all_finite = _mm256_castsi256_ps(_mm256_set1_epi32(-1));
  for (std::int64_t first = 0; first < logits.rows; first += kRows) {
    const std::int64_t left = logits.rows - first;
    const EightRows rows = eightRows(logits, first);
    values[0] = scoresOf(rows, 0);
    Best best = firstOf(values[0]);
    for (std::int64_t c = 1; c < logits.classes; ++c) {
      values[c] = scoresOf(rows, c);
      meet(best, values[c], c);
    }
    for (std::int64_t c = 0; c < logits.classes; ++c) {
      values[c] = expOf(_mm256_sub_ps(values[c], best.score));
    }
    // The highest score adds 1, unless it is infinite or one is NaN: then the sum is NaN.
    const __m256 sum = sumOf(values, logits.classes, order);
    all_finite = _mm256_and_ps(all_finite, _mm256_cmp_ps(sum, all(1.0F), _CMP_GE_OQ));
    const __m256 log_sum = logOf(sum);
    const __m256 of_best = _mm256_sub_ps(best.score, best.score);
    const __m256 of_label = _mm256_sub_ps(scoresOfLabels(rows, labels + first, left), best.score);
    storeClasses(best.index, left, scores.best + first);
    storeFloats(_mm256_sub_ps(of_best, log_sum), left, scores.best_log_p + first);
    storeFloats(_mm256_sub_ps(of_label, log_sum), left, scores.label_log_p + first);
  }
  return _mm256_movemask_ps(all_finite) == 0xFF;
}

W2S_AVX2 bool bestAvx2(const LogitRows& logits, std::int64_t* to) {
  __m256 is_nan = _mm256_setzero_ps();
  for (std::int64_t first = 0; first < logits.rows; first += kRows) {
    const EightRows rows = eightRows(logits, first);
    Best best = firstOf(scoresOf(rows, 0));
    for (std::int64_t c = 1; c < logits.classes; ++c) {
      meet(best, scoresOf(rows, c), c);
    }
    is_nan = _mm256_or_ps(is_nan, best.is_nan);
    storeClasses(best.index, logits.rows - first, to + first);
  }
  return _mm256_movemask_ps(is_nan) == 0;
}

bool hasKernels() {
  static const bool kHas =
      __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0;
  return kHas;
}

}  // namespace
#endif

bool scoreRows([[maybe_unused]] const LogitRows& logits, [[maybe_unused]] ScoreOrder order,
               [[maybe_unused]] const std::int64_t* labels,
               [[maybe_unused]] const RowScores& scores) {
#ifdef W2S_HAS_AVX2_SCORES
  const std::int64_t fewest = order == ScoreOrder::InTurn ? 2 : 8;
  if (hasKernels() && logits.classes >= fewest && logits.classes <= kMostClasses) {
    return scoreAvx2(logits, order, labels, scores);
  }
#endif
  return false;
}

bool bestOfRows([[maybe_unused]] const LogitRows& logits, [[maybe_unused]] std::int64_t* best) {
#ifdef W2S_HAS_AVX2_SCORES
  if (hasKernels()) {
    return bestAvx2(logits, best);
  }
#endif
  return false;
}

}  // namespace w2s::train
