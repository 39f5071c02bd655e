#include "core/store/metrics_json.h"

#include "core/store/described_json.h"
#include "core/store/record_fields.h"

namespace w2s::store {

Json optionalNumber(const std::optional<double>& value) {
  return jsonOf(value);
}

Json toJson(const metrics::Performance& performance) {
  return jsonOf(performance);
}

Json toJson(const metrics::Pgr& pgr) {
  return jsonOf(pgr);
}

}  // namespace w2s::store
