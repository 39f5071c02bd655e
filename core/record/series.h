// Series: what a stage measures at every training step, as named columns. The columns are a list
// that comes with the data (the header of series/<stage>.csv), so that a new term or a new measure
// is one column more: readers take columns by name, keep those they do not know, and fill what is
// missing with NaN.
//
// Values; not thread-safe. A schema is immutable once it is shared.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace w2s::record {

// What a column tells; charts and tables choose their columns by it.
enum class Quantity {
  Total,       // the loss that is trained: sum of weight * value, added in the order of the columns
  TermValue,   // of one term of the loss, unweighted; the column's name is the term's
  TermWeight,  // effective weight of that term at this step: "<term>_weight"
  GradientNorm,  // norm of the term's gradient with respect to the logits: "<term>_gradient_norm"
  LearningRate,
  Other,
};

// "total", "term_value", "term_weight", "gradient_norm", "learning_rate", "other"
[[nodiscard]] std::string_view nameOf(Quantity quantity);
// Other for a name that this version does not know.
[[nodiscard]] Quantity quantityOfName(std::string_view name);

struct SeriesColumn {
  std::string name;
  std::string unit;  // "nats"; empty for a number without unit
  Quantity quantity = Quantity::Other;
  friend bool operator==(const SeriesColumn&, const SeriesColumn&) = default;
};

inline constexpr std::string_view kWeightSuffix = "_weight";
inline constexpr std::string_view kGradientNormSuffix = "_gradient_norm";

// A column's heading in files, "kd [nats]" or "kd_weight", and back. The quantity follows from name
// and unit, so that a file's header is the whole schema.
[[nodiscard]] std::string headingOf(const SeriesColumn& column);
[[nodiscard]] SeriesColumn columnOfHeading(std::string_view heading);

struct SeriesSchema {
  std::vector<SeriesColumn> columns;  // those after the step

  [[nodiscard]] std::optional<std::size_t> find(std::string_view name) const;
  friend bool operator==(const SeriesSchema&, const SeriesSchema&) = default;
};
// Up to here doubles hold every whole number. Steps, rows and counts beyond it are damage.
inline constexpr std::int64_t kMostSteps = std::int64_t{1} << 53U;

using SharedSchema = std::shared_ptr<const SeriesSchema>;

// The columns of `header`, those that `recorded` has with unit and quantity as they stand there: a
// later version may know better than what follows from a heading.
[[nodiscard]] SharedSchema describedBy(const SeriesSchema& recorded, const SharedSchema& header);

// total, the values of the first four terms, their weights, learning_rate, temperature; then value
// and weight of each further term; then the gradient norms of all. The first four are those that
// every objective has, so that their columns stand where they always stood.
[[nodiscard]] SharedSchema trainingSchema(std::span<const std::string> terms);

// Rows of training steps, column after column. Doubles in the engine and in files, floats in the
// window.
template <class Value>
struct StepTable {
  SharedSchema schema;                      // null only without rows
  std::vector<double> steps;                // completed steps, 1-based, ascending; exact up to 2^53
  std::vector<std::vector<Value>> columns;  // in the order of the schema, as long as `steps`

  StepTable() = default;
  explicit StepTable(SharedSchema of)
      : schema(std::move(of)), columns(schema ? schema->columns.size() : 0) {}

  [[nodiscard]] std::size_t size() const {
    return steps.size();
  }
  [[nodiscard]] bool empty() const {
    return steps.empty();
  }
  // Completed steps of the last row; 0 when empty.
  [[nodiscard]] std::int64_t lastStep() const {
    return empty() ? 0 : static_cast<std::int64_t>(steps.back());
  }
  // Empty when there is no such column.
  [[nodiscard]] const std::vector<Value>& column(std::string_view name) const {
    static const std::vector<Value> none;
    const auto index = schema ? schema->find(name) : std::nullopt;
    return index ? columns[*index] : none;
  }

  // Appends the rows [first, first + count) of `more`. Columns meet by name: one that this table
  // does not have joins it, NaN in the earlier rows; one that `more` lacks is NaN in the new rows.
  template <class Other>
  void append(const StepTable<Other>& more, std::size_t first = 0,
              std::size_t count = std::numeric_limits<std::size_t>::max()) {
    count = std::min(count, more.size() - first);
    if (count == 0) {
      return;
    }
    adopt(more.schema);
    const auto begin = static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    const bool same = schema == more.schema;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const auto found = same ? i : more.schema->find(schema->columns[i].name);
      if (!found) {
        columns[i].resize(size() + count, std::numeric_limits<Value>::quiet_NaN());
        continue;
      }
      const auto& from = more.columns[*found];
      std::transform(from.begin() + begin, from.begin() + end, std::back_inserter(columns[i]),
                     [](Other value) { return static_cast<Value>(value); });
    }
    steps.insert(steps.end(), more.steps.begin() + begin, more.steps.begin() + end);
  }
  // The rows [first, first + count), fewer where the table ends.
  [[nodiscard]] StepTable part(std::size_t first, std::size_t count) const {
    StepTable made(schema);
    made.append(*this, std::min(first, size()), count);
    return made;
  }

  void resize(std::size_t rows) {
    steps.resize(rows);
    for (auto& column : columns) {
      column.resize(rows);
    }
  }
  // Drops the rows with a step beyond `step` (after a Rewound event).
  void cutAfter(std::int64_t step) {
    const auto limit = static_cast<double>(step);
    resize(static_cast<std::size_t>(std::upper_bound(steps.begin(), steps.end(), limit) -
                                    steps.begin()));
  }
  void reserve(std::size_t rows) {
    steps.reserve(rows);
    for (auto& column : columns) {
      column.reserve(rows);
    }
  }
  // Keeps the first, the last and every second row between them. How many went.
  std::size_t thin() {
    const std::size_t before = size();
    const std::size_t kept = before < 3 ? before : before / 2 + 1;
    const auto thinned = [&](auto& values) {
      for (std::size_t i = 0; i < kept; ++i) {
        values[i] = values[std::min(2 * i, before - 1)];
      }
    };
    if (kept < before) {
      thinned(steps);
      std::ranges::for_each(columns, thinned);
      resize(kept);
    }
    return before - kept;
  }

  // Bitwise: NaN equals NaN, -0.0 does not equal 0.0.
  friend bool operator==(const StepTable& a, const StepTable& b) {
    const auto same = [](Value x, Value y) {
      return (std::isnan(x) && std::isnan(y)) || (x == y && std::signbit(x) == std::signbit(y));
    };
    const bool same_columns = a.schema == b.schema ||
                              (a.schema && b.schema && *a.schema == *b.schema) ||
                              (a.empty() && b.empty());
    return same_columns && a.steps == b.steps &&
           (a.empty() ||
            std::ranges::equal(a.columns, b.columns, [&](const auto& x, const auto& y) {
              return std::ranges::equal(x, y, same);
            }));
  }

 private:
  // Makes sure that every column of `other` is one of this table.
  void adopt(const SharedSchema& other) {
    if (schema == other) {
      return;
    }
    if (!schema || (empty() && schema->columns.empty())) {
      schema = other;
      columns.assign(schema->columns.size(), {});
      return;
    }
    std::shared_ptr<SeriesSchema> wider;
    for (const SeriesColumn& column : other->columns) {
      if (!schema->find(column.name)) {
        if (!wider) {
          wider = std::make_shared<SeriesSchema>(*schema);
        }
        wider->columns.push_back(column);
      }
    }
    if (wider) {
      schema = std::move(wider);
      columns.resize(schema->columns.size(),
                     std::vector<Value>(size(), std::numeric_limits<Value>::quiet_NaN()));
    } else if (*schema == *other) {
      schema = other;  // shared from now on: the next append need not compare names
    }
  }
};

using StepBlock = StepTable<double>;

}  // namespace w2s::record
