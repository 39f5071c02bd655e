#include "ui/figures/csv_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "core/base/csv_text.h"
#include "core/base/plain_text.h"

namespace w2s::ui::figures {
namespace {

using charts::ChartData;
using charts::Curve;

std::string cell(std::string_view text) {
  return csvCell(text);
}

// A float in the shortest text that reads back to the same float.
template <class Number>
std::string cell(Number value) requires std::is_floating_point_v<Number> {
  return std::isfinite(value) ? fmt::format("{}", value) : std::string();
}

// One line, whatever the text.
std::string comment(const std::string& text) {
  return withoutFormulas("# " + plainText(text)) + '\n';
}

std::string header(const Provenance& provenance) {
  std::string out;
  for (const auto& [key, value] : provenance.entries()) {
    out += comment(fmt::format("{}: {}", key, value));
  }
  return out;
}

std::string seriesName(const ChartData& chart, std::size_t index) {
  const Curve& curve = chart.curves[index];
  if (curve.style != Curve::Style::Ghost || !curve.fullName().empty()) {
    return curve.fullName();
  }
  // A ghost has no label of its own: it is the raw form of the line in its ink.
  for (const Curve& other : chart.curves) {
    if (other.style == Curve::Style::Line && other.ink == curve.ink) {
      return other.fullName() + " raw";
    }
  }
  return "raw";
}

// Names of a chart's curves, each once.
std::vector<std::string> seriesNames(const ChartData& chart) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < chart.curves.size(); ++i) {
    const std::string name = seriesName(chart, i);
    std::string unique = name;
    for (int n = 2; std::find(names.begin(), names.end(), unique) != names.end(); ++n) {
      unique = fmt::format("{} ({})", name, n);
    }
    names.push_back(unique);
  }
  return names;
}

// What a curve gives a column to, and what its name has behind it; the edges of a band come last.
struct Part {
  std::string_view ending;
  std::span<const float> Curve::*values;
};
constexpr std::array<Part, 3> kParts{
    {{"", &Curve::y}, {"_low", &Curve::low}, {"_high", &Curve::high}}};

Result<std::string> writeWide(std::span<const ChartData> all) {
  std::string out;
  std::string columns;
  std::map<double, std::vector<float>> rows;
  std::size_t width = 0;
  for (const ChartData& chart : all) {
    if (chart.x_title != all.front().x_title) {
      return fail(ErrorCode::InvalidArgument,
                  sentence("{} is over {} and {} over {}: they have no rows in common. Export "
                           "them one by one, or with the tidy layout.",
                           all.front().id, all.front().x_title, chart.id, chart.x_title));
    }
    for (const charts::ReferenceLine& reference : chart.references) {
      out += comment(fmt::format("reference: {} {} = {}", chart.id, reference.label, reference.y));
    }
    for (const charts::Tile& tile : chart.tiles) {
      out += comment(
          fmt::format("tile: {} {} = {} {}", chart.id, tile.name, cell(tile.value), tile.note));
    }
    for (const charts::Marker& marker : chart.markers) {
      out += comment(
          fmt::format("marker: {} {} {} {}", chart.id, chart.x_title, marker.x, marker.text));
    }
    const std::vector<std::string> names = seriesNames(chart);
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
      if (const Curve& curve = chart.curves[i]; curve.hasBand()) {
        out += comment(fmt::format("band: {} {} = {}", chart.id, names[i], curve.band));
      }
    }
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
      const std::string prefix = all.size() > 1 ? fmt::format("{}.", chart.id) : std::string();
      const std::string unit = chart.y_title.empty() ? "" : fmt::format(" [{}]", chart.y_title);
      const Curve& curve = chart.curves[i];
      const std::size_t parts = curve.hasBand() ? 3 : 1;
      for (std::size_t part = 0; part < parts; ++part) {
        columns += fmt::format(
            ",{}", cell(fmt::format("{}{}{}{}", prefix, names[i], kParts[part].ending, unit)));
        for (std::size_t k = 0; k < curve.size(); ++k) {
          std::vector<float>& row = rows[curve.x[k]];
          row.resize(width, std::nanf(""));
          row.push_back((curve.*kParts[part].values)[k]);
        }
        ++width;
      }
    }
    for (const charts::Bars& bars : chart.bars) {
      const std::string prefix = all.size() > 1 ? fmt::format("{}.", chart.id) : std::string();
      columns += fmt::format(",{}", cell(fmt::format("{}{}", prefix, bars.label)));
      for (const charts::Bar& bar : bars.bars) {
        std::vector<float>& row = rows[(bar.x_low + bar.x_high) / 2.0];
        row.resize(width, std::nanf(""));
        row.push_back(static_cast<float>(bar.y));
      }
      ++width;
    }
  }
  out += cell(all.empty() ? "x" : all.front().x_title) + columns + "\n";
  const auto placeText = [&all](double x) {
    const auto& places = all.empty() ? std::vector<charts::Place>() : all.front().x_places;
    const auto place = std::ranges::find(places, x, &charts::Place::at);
    return place != places.end() ? cell(place->text) : cell(x);
  };
  for (auto& [x, row] : rows) {
    row.resize(width, std::nanf(""));
    out += placeText(x);
    for (const float value : row) {
      out += ',';
      out += cell(value);
    }
    out += '\n';
  }
  return out;
}

std::string_view kindOf(charts::Marker::Kind kind) {
  switch (kind) {
    case charts::Marker::Kind::Intervention:
      return "intervention";
    case charts::Marker::Kind::Divergence:
      return "divergence";
    case charts::Marker::Kind::BestAgreement:
      return "best_agreement";
    case charts::Marker::Kind::Oracle:
      return "oracle";
    case charts::Marker::Kind::Initial:
      return "initial";
  }
  return {};
}

std::string writeTidy(std::span<const ChartData> all) {
  std::string out = "chart,series,kind,x,y,note\n";
  for (const ChartData& chart : all) {
    const std::string id = cell(chart.id);
    const std::vector<std::string> names = seriesNames(chart);
    for (std::size_t i = 0; i < chart.curves.size(); ++i) {
      const Curve& curve = chart.curves[i];
      const std::string begin = fmt::format("{},{},{},", id, cell(names[i]),
                                            curve.style == Curve::Style::Ghost ? "raw" : "curve");
      for (std::size_t k = 0; k < curve.size(); ++k) {
        out += begin + cell(curve.x[k]) + ',' + cell(curve.y[k]) + ",\n";
      }
      for (std::size_t part = 1; part < kParts.size() && curve.hasBand(); ++part) {
        for (std::size_t k = 0; k < curve.size(); ++k) {
          out += fmt::format("{},{},band{},{},{},{}\n", id, cell(names[i]), kParts[part].ending,
                             cell(curve.x[k]), cell((curve.*kParts[part].values)[k]),
                             cell(curve.band));
        }
      }
    }
    for (const charts::Bars& bars : chart.bars) {
      for (const charts::Bar& bar : bars.bars) {
        out += fmt::format("{},{},bar,{},{},{}\n", id, cell(bars.label),
                           cell((bar.x_low + bar.x_high) / 2.0), cell(bar.y),
                           cell(fmt::format("{} to {}", bar.x_low, bar.x_high)));
      }
    }
    for (const charts::Tile& tile : chart.tiles) {
      out += fmt::format("{},{},tile,{},{},{}\n", id, cell(tile.name),
                         cell((tile.x_low + tile.x_high) / 2.0), cell(tile.value), cell(tile.note));
    }
    for (const charts::ReferenceLine& reference : chart.references) {
      out += fmt::format("{},{},reference,,{},\n", id, cell(reference.label), cell(reference.y));
    }
    for (const charts::Marker& marker : chart.markers) {
      out += fmt::format("{},,{},{},{},{}\n", id, kindOf(marker.kind), cell(marker.x),
                         marker.y ? cell(*marker.y) : std::string(), cell(marker.text));
    }
  }
  return out;
}

}  // namespace

Result<std::string> writeCsv(std::span<const ChartData> charts, CsvLayout layout,
                             const Provenance& provenance) {
  std::string out = header(provenance);
  for (const ChartData& chart : charts) {
    out += comment(
        fmt::format("{}: {}, {} over {}", chart.id, chart.title, chart.y_title, chart.x_title));
  }
  if (layout == CsvLayout::Tidy) {
    return out + writeTidy(charts);
  }
  W2S_TRY(const std::string rows, writeWide(charts));
  return out + rows;
}

std::string writeCsv(const RunsTable& table, CsvLayout layout, const Provenance& provenance) {
  std::string out = header(provenance);
  const auto join = [&out](const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      out += i > 0 ? "," : "";
      out += cell(cells[i]);
    }
    out += '\n';
  };
  if (layout == CsvLayout::Wide || table.is_complete) {
    join(table.columns);
    for (const std::vector<std::string>& row : table.rows) {
      join(row);
    }
    return out;
  }
  join({"run", "quantity", "value"});
  for (const std::vector<std::string>& row : table.rows) {
    for (std::size_t i = 1; i < row.size(); ++i) {
      if (!row[i].empty()) {
        join({row.front(), table.columns[i], row[i]});
      }
    }
  }
  return out;
}

}  // namespace w2s::ui::figures
