#include "ui/bridge/run_names.h"

#include <utility>

#include "ui/bridge/name_words.h"
#include "ui/bridge/run_record.h"

namespace w2s::ui {

namespace {

study::NamedRun namedRun(const RunRecord& run, std::string_view title, std::string_view id) {
  return {.title = title,
          .id = id,
          .settings = run.settings.get(),
          .seed = run.seed,
          .live_changes = run.live_changes};
}

}  // namespace

RecordNames::RecordNames(std::span<const RunRecord* const> runs) {
  std::vector<std::string> texts;
  texts.reserve(2 * runs.size());
  std::vector<study::NamedRun> named;
  named.reserve(runs.size());
  for (const RunRecord* run : runs) {
    const std::string& title = texts.emplace_back(run->title().toStdString());
    const std::string& id = texts.emplace_back(run->id.toStdString());
    named.push_back(namedRun(*run, title, id));
  }
  names_ = study::RunNames(named);
}

QString RecordNames::of(std::size_t place, const RunRecord& run) const {
  const std::string title = run.title().toStdString();
  const std::string id = run.id.toStdString();
  const study::NamedRun named = namedRun(run, title, id);
  const auto [part, is_new] =
      parts_.emplace(std::pair(names_.groupOf(place), run.settings), std::string());
  if (is_new) {
    part->second = names_.settingsPartOf(place, named, nameWords());
  }
  return QString::fromStdString(names_.joined(place, named, part->second, nameWords()));
}

}  // namespace w2s::ui
