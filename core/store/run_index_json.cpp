#include "core/store/run_index_json.h"

#include <utility>

#include "core/store/described_json.h"
#include "core/store/event_json.h"
#include "core/store/labels_json.h"
#include "core/store/record_fields.h"

namespace w2s::store {
namespace {

constexpr std::size_t kMostEventBytes = 64 * 1024;

}  // namespace

std::optional<std::string> overviewToJson(const RunOverview& overview) {
  const RunListing& listing = overview.listing;
  if (!listing.summary || !listing.problem.empty()) {
    return std::nullopt;
  }
  Json events = Json::array();
  std::size_t bytes = 0;
  for (const record::Event& event : overview.events) {
    std::string line = eventToJson(event);
    bytes += line.size();
    if (bytes > kMostEventBytes) {
      return std::nullopt;
    }
    events.push_back(std::move(line));
  }
  Json json{{"name", listing.name},
            {"seed", listing.seed},
            {"created", listing.created},
            {"data", overview.data},
            {"experiment", overview.experiment},
            {"study", overview.study},
            {"seconds", jsonNumber(listing.seconds)},
            {"summary", jsonOf(*listing.summary)}};
  if (overview.labels != RunLabels{}) {
    json["labels"] = labelsJson(overview.labels);
  }
  if (overview.live_changes != 0 || !events.empty()) {
    json["live_changes"] = overview.live_changes;
    json["events"] = std::move(events);
  }
  return jsonText(json);
}

std::optional<RunOverview> overviewFromJson(std::string_view text, const std::string& id) {
  auto read = readJson(text, Sentence{.text = id}, [&](const JsonFields& fields) {
    RunOverview overview;
    RunListing& listing = overview.listing;
    listing.id = id;
    listing.name = fields.text("name");
    listing.seed = fields.integer("seed");
    listing.created = fields.text("created");
    listing.seconds = fields.number("seconds");
    listing.state = RunState::Finished;
    listing.summary = valueOf<record::RunSummary>(fields.child("summary"));
    overview.data = fields.text("data");
    overview.experiment = fields.text("experiment");
    overview.study = fields.text("study");
    if (fields.has("labels")) {
      overview.labels = labelsOf(fields.child("labels"));
    }
    if (fields.has("live_changes")) {
      overview.live_changes = fields.integer("live_changes");
      for (const Json& line : fields.list("events")) {
        auto event = eventFromJson(line.get<std::string>());
        if (!event) {
          throw BadField{saidBy(event.error())};
        }
        overview.events.push_back(*std::move(event));
      }
    }
    return overview;
  });
  return read ? std::optional(*std::move(read)) : std::nullopt;
}

}  // namespace w2s::store
