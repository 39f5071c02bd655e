#include "core/metrics/seed_means.h"

#include <algorithm>
#include <vector>

namespace w2s::metrics {

SeedMeans meansOf(std::span<const SeedAccuracies> seeds) {
  const auto over = [seeds](double SeedAccuracies::*model) {
    std::vector<double> values(seeds.size());
    std::ranges::transform(seeds, values.begin(), model);
    return meanAndSd(values);
  };
  SeedMeans means{.weak = over(&SeedAccuracies::weak),
                  .student = over(&SeedAccuracies::student),
                  .ceiling = over(&SeedAccuracies::ceiling),
                  .pgr = {}};
  if (!seeds.empty()) {
    means.pgr = pgrOfMeans(seeds);
  }
  return means;
}

}  // namespace w2s::metrics
