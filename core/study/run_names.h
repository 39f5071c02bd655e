// What tells runs apart: the settings in which they differ, and a short name made of them, "T = 2,
// a = 0.75, seed 1". Table, legend, status bar, figures and command line call a run alike.
//
// A run among others of its title is called by what differs from them; one of another title has its
// title as well. Alone it is its title.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/sentence.h"
#include "core/study/run_settings.h"

namespace w2s::study {

// A run to be named. Borrows.
struct NamedRun {
  std::string_view title;  // what a person called it, else its preset or experiment
  std::string_view id;
  const RunSettings* settings = nullptr;  // null: unknown
  std::int64_t seed = 0;
  std::int64_t live_changes = 0;
};

// How the language of whoever reads writes it. As they stand: English.
struct NameWords {
  std::function<std::string(std::string_view)> label = [](std::string_view text) {
    return std::string(text);  // of a setting, or of what is chosen
  };
  std::function<std::string(std::string)> number = [](std::string text) { return text; };
  std::function<std::string(const Sentence&)> said = [](const Sentence& text) { return text.text; };
};

// "Temperature T"; "Strong model: Backbone" where there are several of that label.
[[nodiscard]] std::string titleOf(const Setting& setting, const NameWords& words = {});
// "2", "Forward KL", "on". Numbers have at most four digits where they are long.
[[nodiscard]] std::string valueWordsOf(const Setting& setting, const std::string& value,
                                       const NameWords& words = {});

// The settings in which any two of these differ, one of them absent from a run among them; in the
// order of the configuration. Null ones are left out.
[[nodiscard]] std::vector<Setting> differing(std::span<const RunSettings* const> runs);

// A table with a column of seeds has no need of them in its names.
enum class NameExtent { Whole, WithoutSeed };

class RunNames {
 public:
  RunNames() = default;
  explicit RunNames(std::span<const NamedRun> runs);

  // Of the runs that it was made from, at that place there.
  [[nodiscard]] std::string of(std::size_t place, const NamedRun& run, const NameWords& words = {},
                               NameExtent extent = NameExtent::Whole) const;
  // The part of it that settings make, the same for all runs of one title with these settings.
  [[nodiscard]] std::string settingsPartOf(std::size_t place, const NamedRun& run,
                                           const NameWords& words = {}) const;
  // of(), with that part.
  [[nodiscard]] std::string joined(std::size_t place, const NamedRun& run,
                                   const std::string& settings_part, const NameWords& words,
                                   NameExtent extent = NameExtent::Whole) const;
  [[nodiscard]] std::size_t groupOf(std::size_t place) const {
    return runs_[place].group;
  }
  // In which settings any of all these runs differ.
  [[nodiscard]] const std::vector<Setting>& settings() const {
    return settings_;
  }
  [[nodiscard]] std::size_t size() const {
    return runs_.size();
  }

 private:
  // Runs of one title.
  struct Group {
    std::vector<Setting> shown;
    bool says_title = false;
    bool says_seed = false;
    bool says_live_changes = false;
  };
  struct Place {
    std::uint32_t group = 0;
    bool says_id = false;
  };

  void addGroup(std::span<const NamedRun> runs, const std::vector<std::size_t>& members);

  std::vector<Setting> settings_;
  std::vector<Group> groups_;
  std::vector<Place> runs_;
};

// The names of these runs, in their order.
[[nodiscard]] std::vector<std::string> namesOf(std::span<const NamedRun> runs,
                                               const NameWords& words = {},
                                               NameExtent extent = NameExtent::Whole);

}  // namespace w2s::study
