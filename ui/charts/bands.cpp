#include "ui/charts/bands.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace w2s::ui::charts {
namespace {

// The points that matter to a window: those inside and one neighbour on either side.
std::pair<std::size_t, std::size_t> seenPoints(const Curve& curve, double low, double high) {
  const auto x = curve.x.first(curve.size());
  const auto first = static_cast<std::size_t>(std::ranges::lower_bound(x, low) - x.begin());
  const auto last = static_cast<std::size_t>(std::ranges::upper_bound(x, high) - x.begin());
  return {first - (first > 0 ? 1 : 0), last + (last < x.size() ? 1 : 0)};
}

// At a point or between two.
bool hasBandIn(const Curve& curve, const Range& seen) {
  const auto [first, last] = seenPoints(curve, seen.low, seen.high);
  for (std::size_t i = first; i < last; ++i) {
    const double until = curve.x[bandAt(curve, i + 1) ? i + 1 : i];
    if (bandAt(curve, i) && curve.x[i] <= seen.high && until >= seen.low) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Range> bandAt(const Curve& curve, std::size_t i) {
  if (!curve.hasBand() || i >= curve.size() || !std::isfinite(curve.low[i]) ||
      !std::isfinite(curve.high[i])) {
    return std::nullopt;
  }
  return Range{curve.low[i], curve.high[i]};
}

std::vector<BandPiece> decimatedBand(const Curve& curve, const Window& window) {
  std::vector<BandPiece> pieces;
  if (!curve.hasBand() || !(window.x_high > window.x_low) || window.columns < 1) {
    return pieces;
  }
  const double scale = window.columns / (window.x_high - window.x_low);
  BandPiece piece;
  double column = 0.0;
  double last_x = 0.0;
  const auto close = [&] {
    if (!piece.empty()) {
      if (last_x > piece.back().x) {
        piece.push_back({last_x, piece.back().y});
      }
      pieces.push_back(std::exchange(piece, {}));
    }
  };
  const auto [first, last] = seenPoints(curve, window.x_low, window.x_high);
  for (std::size_t i = first; i < last; ++i) {
    const std::optional<Range> band = bandAt(curve, i);
    if (!band) {
      close();
      continue;
    }
    const double at = std::floor((curve.x[i] - window.x_low) * scale);
    if (piece.empty() || at != column) {
      piece.push_back({curve.x[i], *band});
      column = at;
    } else {
      Range& y = piece.back().y;
      y = {std::min(y.low, band->low), std::max(y.high, band->high)};
    }
    last_x = curve.x[i];
  }
  close();
  return pieces;
}

std::vector<BandNote> bandNotes(const ChartData& data, const Range& seen) {
  struct Kind {
    BandNote note;
    std::string labels;
  };
  std::vector<Kind> kinds;
  for (const Curve& curve : data.curves) {
    if (curve.band.empty() || curve.error_bars || !hasBandIn(curve, seen)) {
      continue;
    }
    auto kind = std::ranges::find(kinds, curve.band, [](const Kind& k) { return k.note.text; });
    if (kind == kinds.end()) {
      kinds.push_back({.note = {.curve = &curve, .text = curve.band}, .labels = {}});
      kind = std::prev(kinds.end());
    } else {
      kind->note.curve = nullptr;
    }
    const std::string& label = curve.label.empty() ? curve.fullName() : curve.label;
    kind->labels += (kind->labels.empty() || label.empty() ? "" : ", ") + label;
  }
  std::vector<BandNote> notes;
  for (Kind& kind : kinds) {
    if (kinds.size() > 1) {
      kind.note.text = fmt::format("{}: {}", kind.labels, kind.note.text);
    }
    notes.push_back(std::move(kind.note));
  }
  return notes;
}

}  // namespace w2s::ui::charts
