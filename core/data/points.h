// Points of the plane, generated: data sets that need no file, small enough to see what every model does.
//
// Row i of a source is a pure function of the data set's name, the source and i: a class c, equally
// often each, a place on the shape of that class, and normal noise of standard deviation s in both
// coordinates.
//
//   blobs    4 classes, s .45   (cos a, sin a), a = 2 pi c / 4
//   moons    2 classes, s .20   (cos t, sin t) and (1 - cos t, 1/2 - sin t), t ~ U(0, pi)
//   rings    3 classes, s .10   2 (c + 1) / 3 (cos t, sin t), t ~ U(0, 2 pi)
//   spirals  3 classes, s .10   2 r (cos a, sin a), r^2 ~ U(.02, 1), a = 2 pi (c / 3 + r)
//
// Moons, rings and spirals are the usual toy problems (scikit-learn's make_moons and make_circles;
// Lang and Witbrock 1988 for spirals).
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "core/data/dataset.h"

namespace w2s::data {

// One card a shape.
[[nodiscard]] std::vector<DataSetCard> pointCards();

// Of one of these cards; the folders are not looked at. Never fails.
[[nodiscard]] Result<std::shared_ptr<Dataset>> openPoints(
    const DataSetCard& card, std::span<const std::filesystem::path> folders);

}  // namespace w2s::data
