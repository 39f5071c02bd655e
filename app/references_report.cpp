#include "app/references_report.h"

#include <optional>

#include <fmt/format.h>

#include "app/number_text.h"
#include "core/store/json_fields.h"

namespace w2s::app {
namespace {

std::string shareText(const std::optional<double>& value) {
  return value ? percentText(*value) : "-";
}

}  // namespace

std::vector<std::vector<std::string>> referencesTable(
    std::span<const study::ReferenceResult> references, bool by_name) {
  std::vector<std::vector<std::string>> table{
      {by_name ? "name" : "reference", "n", "weak %", "student %", "ceiling %", "PGR", "source"}};
  for (const study::ReferenceResult& one : references) {
    const auto pgr = one.pgr();
    table.push_back({by_name ? one.name : fmt::format("{} ({})", one.title, one.by),
                     one.seeds > 0 ? std::to_string(one.seeds) : "-", shareText(one.weak),
                     shareText(one.student), shareText(one.ceiling),
                     pgr ? fmt::format("{:.2f}", *pgr) : "-", one.source});
  }
  return table;
}

std::string referencesJson(std::span<const study::ReferenceResult> references) {
  Json list = Json::array();
  const auto number = [](const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
  };
  for (const study::ReferenceResult& one : references) {
    list.push_back({{"name", one.name},
                    {"title", one.title},
                    {"by", one.by},
                    {"task", one.task},
                    {"method", one.method},
                    {"weak", number(one.weak)},
                    {"student", number(one.student)},
                    {"ceiling", number(one.ceiling)},
                    {"pgr", number(one.pgr())},
                    {"seeds", one.seeds > 0 ? Json(one.seeds) : Json(nullptr)},
                    {"note", one.note},
                    {"source", one.source}});
  }
  return store::jsonText(list, 2);
}

}  // namespace w2s::app
