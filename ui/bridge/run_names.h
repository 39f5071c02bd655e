// What runs are called beside others (core/study/run_names.h), in the language of the window.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <QString>

#include "core/study/run_names.h"

namespace w2s::ui {

struct RunRecord;

// The names of records beside each other. What it was made from may change afterwards; a name is that
// of the record as it is when it is asked for.
class RecordNames {
 public:
  RecordNames() = default;
  explicit RecordNames(std::span<const RunRecord* const> runs);

  // Of the one at that place among them.
  [[nodiscard]] QString of(std::size_t place, const RunRecord& run) const;
  // In which settings any of them differ.
  [[nodiscard]] const std::vector<study::Setting>& settings() const {
    return names_.settings();
  }

 private:
  study::RunNames names_;
  // The settings' part of names: few settings, thousands of runs. By group and settings; these are
  // kept, so that no others come to stand in their place.
  using Parts =
      std::map<std::pair<std::size_t, std::shared_ptr<const study::RunSettings>>, std::string>;
  mutable Parts parts_;
};

}  // namespace w2s::ui
