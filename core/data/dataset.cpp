#include "core/data/dataset.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <numeric>

#include "core/base/hash.h"

namespace w2s::data {
namespace {

struct View {
  std::vector<std::byte> bytes;

  ExampleView operator()(const Pictures& pictures) const {
    PictureView view{.height = pictures.height, .width = pictures.width, .pixels = {}};
    const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
    view.pixels.assign(first, first + pictures.height * pictures.width);
    return view;
  }

  ExampleView operator()(const Points&) const {
    PointView view;
    std::memcpy(&view.x, bytes.data(), sizeof(float));
    std::memcpy(&view.y, bytes.data() + sizeof(float), sizeof(float));
    return view;
  }
};

}  // namespace

std::size_t RowLayout::bytes() const {
  const auto values =
      std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
  return static_cast<std::size_t>(values) * (type == ValueType::Byte ? 1 : sizeof(float));
}

RowLayout layoutOf(const Modality& modality) {
  return std::visit([](const auto& kind) { return kind.layout(); }, modality);
}

std::string_view nameOf(const Modality& modality) {
  return std::visit([](const auto& kind) { return std::string_view(kind.kName); }, modality);
}

Rows allRows(const Source& source) {
  Rows rows{.source = source.name,
            .index = std::vector<std::int64_t>(static_cast<std::size_t>(source.rows))};
  std::iota(rows.index.begin(), rows.index.end(), std::int64_t{0});
  return rows;
}

std::int64_t DataSetCard::rows(std::string_view source) const {
  const auto found = std::ranges::find(sources, source, &Source::name);
  return found == sources.end() ? 0 : found->rows;
}

Result<std::vector<std::int64_t>> Dataset::groups(const Rows&) {
  return std::vector<std::int64_t>();
}

Result<ExampleView> Dataset::view(std::string_view source, std::int64_t row) {
  View view{.bytes = std::vector<std::byte>(layoutOf(card().modality).bytes())};
  W2S_CHECK(read({.source = std::string(source), .index = {row}}, {view.bytes}));
  return std::visit(view, card().modality);
}

Result<Source> findSource(Dataset& dataset, std::string_view name) {
  W2S_TRY(const auto sources, dataset.sources());
  const auto found = std::ranges::find(sources, name, &Source::name);
  if (found == sources.end()) {
    return fail(ErrorCode::NotFound,
                sentence("{} has no rows named \"{}\".", dataset.card().title, name));
  }
  return *found;
}

std::string contentHash(std::span<const std::int64_t> labels) {
  return Hasher().add(std::as_bytes(labels)).hex();
}

bool hasPublishedLabels(const DataSetCard& card, std::span<const std::int64_t> train) {
  return !card.official_labels.empty() && contentHash(train) == card.official_labels;
}

}  // namespace w2s::data
