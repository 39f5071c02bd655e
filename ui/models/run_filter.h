// One line that narrows the table of runs:
//
//   pgr > .4 dataset:fashion confidence_weight=.5 state:finished "note words"
//
// All of it must hold. Words, in any case, must occur in a run's name, method, state, note, seed or id;
// what stands in quotation marks must occur as it is. The words `starred`, `archived` and `leftovers`
// (run_state_text.h) ask for runs that are; archived ones and leftovers are left out otherwise, unless
// `archived:all` or `leftovers:all` asks for all; tag:paper wants a tag with that in it, tag=paper that tag. A measure (RunColumn::key), a setting (dotted key,
// its last part, or its symbol: T) or a text of the run is compared with > >= < <= = !=; with a colon
// the value is a part of it. Numbers are as people type them; 40 % is 0.4. A run that does not have what
// is asked for is left out.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include <QCoreApplication>
#include <QString>
#include <QStringList>

#include "ui/bridge/run_record.h"

namespace w2s::ui {

class RunFilter {
  Q_DECLARE_TR_FUNCTIONS(w2s::ui::RunFilter)

 public:
  // Accepts every run.
  RunFilter() = default;

  // `settings`: those that any run has. The error is one sentence for a person, which names the word.
  [[nodiscard]] static tl::expected<RunFilter, QString> parse(
      const QString& text, const std::vector<study::Setting>& settings);

  // `search_text`: of its words, in small letters.
  [[nodiscard]] bool accepts(const RunRecord& run, const QString& search_text) const;

  // Whether it says something about archived runs.
  [[nodiscard]] bool asksForArchived() const {
    return archived_.has_value();
  }
  [[nodiscard]] bool asksForLeftovers() const {
    return leftovers_.has_value();
  }

  enum class Comparison { Less, AtMost, More, AtLeast, Equal, Unequal, Contains };
  struct Condition;

 private:
  enum class Wanted { Only, None, All };

  [[nodiscard]] std::optional<QString> takeMark(const QString& name, Comparison comparison,
                                                const QString& value);

  QStringList words_;
  std::optional<bool> starred_;
  std::optional<Wanted> archived_;
  std::optional<Wanted> leftovers_;
  std::vector<std::shared_ptr<const Condition>> conditions_;
};

// The settings that a filter may name: those of the default configuration and of these runs.
[[nodiscard]] std::vector<study::Setting> filterSettings(
    std::span<const study::RunSettings* const> runs);

}  // namespace w2s::ui
