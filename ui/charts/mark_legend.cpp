#include "ui/charts/mark_legend.h"

#include <algorithm>
#include <utility>

#include "ui/bridge/words.h"
#include "ui/charts/bands.h"

namespace w2s::ui::charts {
namespace {

using Kind = Marker::Kind;

constexpr Kind kAllKinds[] = {Kind::Initial, Kind::BestAgreement, Kind::Oracle, Kind::Intervention,
                              Kind::Divergence};

std::string nameOf(Kind kind, bool in_full) {
  switch (kind) {
    case Kind::Intervention:
      return words("charts", "live change");
    case Kind::Divergence:
      return words("charts", "diverged");
    case Kind::BestAgreement:
      return in_full ? words("charts", "honest stop, chosen on validation")
                     : words("charts", "honest stop");
    case Kind::Oracle:
      return in_full ? words("charts", "oracle stop, best on test")
                     : words("charts", "oracle stop");
    case Kind::Initial:
      return in_full ? words("charts", "initial student, before its first step")
                     : words("charts", "initial student");
  }
  return {};
}

MarkRows rowsOf(std::vector<MarkEntry> entries, bool in_full, const MarkSpace& space) {
  MarkRows rows;
  double used = 0.0;
  for (MarkEntry& entry : entries) {
    if (!entry.band) {
      entry.text = nameOf(entry.kind, in_full);
    }
    const double width = space.symbol + space.width_of(entry.text);
    if (rows.empty() || used + space.gap + width > space.room) {
      rows.emplace_back();
      used = 0.0;
    } else {
      used += space.gap;
    }
    entry.left = used;
    used += width;
    rows.back().push_back(std::move(entry));
  }
  return rows;
}

}  // namespace

MarkRows markRowsOf(const ChartData& data, const Range& seen_x, const Range& seen_y,
                    const MarkSpace& space) {
  const auto holds = [](const Range& range, double value) {
    return value >= range.low && value <= range.high;
  };
  std::vector<MarkEntry> entries;
  for (BandNote& note : bandNotes(data, seen_x)) {
    entries.push_back({.text = std::move(note.text), .band = note.curve});
  }
  for (const Kind kind : kAllKinds) {
    if (std::ranges::any_of(data.markers, [&](const Marker& marker) {
          return marker.kind == kind && holds(seen_x, marker.x) &&
                 (!marker.y || holds(seen_y, *marker.y));
        })) {
      entries.push_back({.kind = kind});
    }
  }
  MarkRows rows = rowsOf(entries, true, space);
  return rows.size() > 1 ? rowsOf(std::move(entries), false, space) : rows;
}

}  // namespace w2s::ui::charts
