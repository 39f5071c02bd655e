#include "ui/charts/mark_tips.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

namespace w2s::ui::charts {

std::vector<std::string> tipsOf(const ChartData& data, double reach) {
  std::vector<std::string> tips(data.markers.size());
  std::map<Marker::Kind, std::vector<std::size_t>> on_the_edge;
  for (std::size_t i = 0; i < tips.size(); ++i) {
    const Marker& marker = data.markers[i];
    if (marker.y) {
      tips[i] = marker.text;
    } else {
      on_the_edge[marker.kind].push_back(i);
    }
  }
  const auto x = [&data](std::size_t i) { return data.markers[i].x; };
  for (auto& [kind, order] : on_the_edge) {
    std::ranges::stable_sort(order, {}, x);
    std::size_t first = 0;  // of those within reach
    std::size_t end = 0;
    std::string text;
    for (const std::size_t i : order) {
      const auto before = std::pair(first, end);
      while (x(i) - x(order[first]) >= reach && order[first] != i) {
        ++first;
      }
      while (end < order.size() && (x(order[end]) - x(i) < reach || order[end] == i)) {
        ++end;
      }
      if (std::pair(first, end) != before) {  // of many at one place all say the same
        text.clear();
        for (std::size_t j = first; j < end; ++j) {
          text.append(text.empty() ? "" : "\n").append(data.markers[order[j]].text);
        }
      }
      tips[i] = text;
    }
  }
  return tips;
}

}  // namespace w2s::ui::charts
