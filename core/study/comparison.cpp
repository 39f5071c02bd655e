#include "core/study/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/config/form.h"
#include "core/metrics/agreement.h"
#include "core/weights/stored_answers.h"

namespace w2s::study {
namespace {

constexpr const char* kAnswersFile = "predictions.safetensors";

using AnswersOfRuns = std::map<std::string, StoredAnswers>;  // by id; without those not readable

AnswersOfRuns readAnswers(Comparison& comparison) {
  AnswersOfRuns answers;
  for (const ComparedSet& set : comparison.sets) {
    for (const auto& [id, folder] : set.folders) {
      if (answers.contains(id)) {
        continue;
      }
      auto read = readStoredAnswers(folder / kAnswersFile);
      if (read) {
        answers.emplace(id, std::move(*read));
      } else {
        comparison.notes.push_back(
            sentence("The rows of {} are not compared: {}", id, saidBy(read.error())));
      }
    }
  }
  return answers;
}

// Of two runs' students; null where a record is missing or of other rows.
struct TwoRuns {
  const StoredAnswers* first = nullptr;
  const StoredAnswers* second = nullptr;
};
std::optional<TwoRuns> answersOf(const AnswersOfRuns& answers, const std::string& first,
                                 const std::string& second) {
  const auto one = answers.find(first);
  const auto other = answers.find(second);
  if (one == answers.end() || other == answers.end() || one->second.rows.empty() ||
      one->second.rows != other->second.rows || one->second.labels != other->second.labels) {
    return std::nullopt;
  }
  return TwoRuns{&one->second, &other->second};
}

void addRows(metrics::MatchedRows& sum, const TwoRuns& runs) {
  const std::vector<std::int64_t>& labels = runs.first->labels;
  for (std::size_t row = 0; row < labels.size(); ++row) {
    const bool first = runs.first->student[row] == labels[row];
    const bool second = runs.second->student[row] == labels[row];
    ++(first && second ? sum.both
       : first         ? sum.first_alone
       : second        ? sum.second_alone
                       : sum.neither);
  }
}

metrics::SeedAccuracies accuraciesOf(const record::RunSummary& summary) {
  return {.weak = summary.weak.accuracy,
          .student = summary.student.accuracy,
          .ceiling = summary.ceiling.accuracy,
          .status = summary.pgr.status};
}

// The runs of two sets that belong together, or why there are none.
Result<std::vector<std::pair<const CellRun*, const CellRun*>>> partners(const ComparedSet& first,
                                                                        const ComparedSet& second) {
  if (const Sentence why = whyNotComparable(first, second); !why.text.empty()) {
    return fail(ErrorCode::InvalidArgument, why);
  }
  std::vector<std::pair<const CellRun*, const CellRun*>> runs;
  for (const CellRun& run : first.state.runs) {
    if (const CellRun* partner = second.runOf(run.seed)) {
      runs.emplace_back(&run, partner);
    }
  }
  if (runs.empty() && first.state.runs.size() == 1 && second.state.runs.size() == 1) {
    runs.emplace_back(&first.state.runs[0], &second.state.runs[0]);
  }
  if (runs.empty()) {
    return fail(ErrorCode::InvalidArgument,
                sentence("They have no seed in common, and a difference between unequal seeds is "
                         "one of their luck as well"));
  }
  return runs;
}

PairedSets pairOf(const Comparison& comparison, std::size_t first, std::size_t second,
                  const AnswersOfRuns& answers) {
  PairedSets pair;
  pair.first = first;
  pair.second = second;
  const auto runs = partners(comparison.sets[first], comparison.sets[second]);
  if (!runs) {
    pair.refusal = saidBy(runs.error());
    return pair;
  }
  std::vector<double> differences;
  std::vector<metrics::SeedPair> seeds;
  double agreement = 0.0;
  std::size_t read = 0;
  for (const auto& [one, other] : *runs) {
    pair.runs.emplace_back(one->id, other->id);
    seeds.push_back({accuraciesOf(*one->summary), accuraciesOf(*other->summary)});
    differences.push_back(seeds.back().first.student - seeds.back().second.student);
    if (const auto both = answersOf(answers, one->id, other->id)) {
      addRows(pair.rows, *both);
      agreement += metrics::shareOfEqual(both->first->student, both->second->student);
      ++read;
    }
  }
  if (read == runs->size()) {
    pair.agreement = agreement / static_cast<double>(read);
  } else {
    pair.rows = {};  // of some seeds alone it would be another number than the difference's
  }
  pair.over = runs->size() == 1 ? PairedSets::Over::Rows : PairedSets::Over::Seeds;
  pair.accuracy = pair.over == PairedSets::Over::Rows && pair.rows.rows() > 0
                      ? metrics::differenceOverRows(pair.rows)
                      : metrics::differenceOverSeeds(differences);
  pair.pgr = metrics::pgrDifference(seeds);
  return pair;
}

double ownAgreement(const ComparedSet& set, const AnswersOfRuns& answers) {
  double sum = 0.0;
  int pairs = 0;
  for (std::size_t i = 0; i < set.state.runs.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const auto both = answersOf(answers, set.state.runs[i].id, set.state.runs[k].id);
      if (!both) {
        return metrics::kUndefined;
      }
      sum += metrics::shareOfEqual(both->first->student, both->second->student);
      ++pairs;
    }
  }
  return pairs > 0 ? sum / pairs : metrics::kUndefined;
}

void correct(Comparison& comparison) {
  std::vector<double> accuracy;
  std::vector<double> pgr;
  for (const PairedSets& pair : comparison.pairs) {
    accuracy.push_back(pair.accuracy.p);
    pgr.push_back(pair.pgr.difference.p);
  }
  accuracy = metrics::holm(accuracy);
  pgr = metrics::holm(pgr);
  for (std::size_t i = 0; i < comparison.pairs.size(); ++i) {
    comparison.pairs[i].accuracy_holm = accuracy[i];
    comparison.pairs[i].pgr_holm = pgr[i];
  }
}

// What the tests cannot tell, whatever was measured.
void sayLimits(Comparison& comparison) {
  std::int64_t tests = 0;
  std::set<std::int64_t> seeds;
  bool over_rows = false;
  for (const PairedSets& pair : comparison.pairs) {
    tests += std::isnan(pair.accuracy.p) ? 0 : 1;
    if (!pair.refusal.text.empty()) {
      comparison.notes.push_back(
          sentence("{} and {}: {}.", letterOf(pair.first), letterOf(pair.second), pair.refusal));
      continue;
    }
    if (pair.over == PairedSets::Over::Rows) {
      over_rows = true;
    } else {
      seeds.insert(pair.accuracy.n);
    }
    for (const std::size_t set : {pair.first, pair.second}) {
      if (comparison.sets[set].state.runs.size() > pair.runs.size()) {
        comparison.notes.push_back(
            sentence("{} and {} are paired over the {} of {}'s {} seeds that both have.",
                     letterOf(pair.first), letterOf(pair.second), pair.runs.size(), letterOf(set),
                     comparison.sets[set].state.runs.size()));
      }
    }
  }
  for (const std::int64_t n : seeds) {
    const double smallest = metrics::smallestSignFlipP(n);
    if (smallest * static_cast<double>(tests) > 0.05) {
      const std::int64_t needed = metrics::seedsForSignFlip(tests);
      comparison.notes.push_back(
          tests > 1
              ? sentence("With {} seeds a sign-flip test gives no p below {:.4g}, and in {} "
                         "comparisons none below {:.4g} after Holm's correction: no difference can "
                         "be called significant at .05, however large. With {} seeds one could.",
                         n, smallest, tests, std::min(1.0, smallest * static_cast<double>(tests)),
                         needed)
              : sentence("With {} seeds a sign-flip test gives no p below {:.4g}: no difference "
                         "can be called significant at .05, however large. With {} seeds one "
                         "could.",
                         n, smallest, needed));
    }
  }
  if (over_rows) {
    comparison.notes.push_back(
        sentence("With one seed each the interval and McNemar's test are about these two models on "
                 "these test rows; another seed may say the opposite."));
  }
}

}  // namespace

std::vector<DifferingSetting> differingSettings(const std::vector<ComparedSet>& sets) {
  std::vector<DifferingSetting> all;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (const config::FormField& field : config::describe(sets[i].config)) {
      if (!field.affects_result || field.kind == config::FieldKind::Seeds) {
        continue;
      }
      auto found = std::ranges::find(all, field.key, &DifferingSetting::key);
      if (found == all.end()) {
        found =
            all.insert(all.end(), {field.key, field.label, std::vector<std::string>(sets.size())});
      }
      found->values[i] = config::valueText(field);
    }
  }
  std::erase_if(all, [](const DifferingSetting& setting) {
    return std::ranges::all_of(setting.values, [&setting](const std::string& value) {
      return value == setting.values.front();
    });
  });
  return all;
}

const PairedSets& Comparison::pair(std::size_t first, std::size_t second) const {
  return *std::ranges::find_if(pairs, [&](const PairedSets& pair) {
    return pair.first == std::min(first, second) && pair.second == std::max(first, second);
  });
}

double Comparison::agreement(std::size_t first, std::size_t second) const {
  return first == second ? own_agreement[first] : pair(first, second).agreement;
}

std::string letterOf(std::size_t set) {
  return {static_cast<char>('A' + static_cast<char>(set))};
}

std::vector<std::string> namesInCommand(const Comparison& comparison) {
  std::vector<std::string> names;
  for (const ComparedSet& set : comparison.sets) {
    names.push_back(set.asked);
  }
  return names;
}

Sentence testOf(const PairedSets& pair) {
  return pair.over == PairedSets::Over::Seeds ? sentence("sign-flip over seeds")
                                              : sentence("McNemar over test rows");
}

Result<Comparison> compare(std::vector<ComparedSet> sets, std::size_t fewest) {
  if (sets.size() < fewest || sets.size() > kMostCompared) {
    return fail(ErrorCode::InvalidArgument,
                sentence("A comparison is one of 2 to {} runs or experiments; these are {}.",
                         kMostCompared, sets.size()));
  }
  Comparison comparison;
  comparison.sets = std::move(sets);
  comparison.settings = differingSettings(comparison.sets);
  for (const ComparedSet& set : comparison.sets) {
    comparison.notes.insert(comparison.notes.end(), set.notes.begin(), set.notes.end());
  }
  const AnswersOfRuns answers = readAnswers(comparison);
  for (std::size_t first = 0; first < comparison.sets.size(); ++first) {
    comparison.own_agreement.push_back(ownAgreement(comparison.sets[first], answers));
    for (std::size_t second = first + 1; second < comparison.sets.size(); ++second) {
      comparison.pairs.push_back(pairOf(comparison, first, second, answers));
    }
  }
  correct(comparison);
  sayLimits(comparison);
  return comparison;
}

Result<std::vector<std::int64_t>> rowsRightAlone(const std::filesystem::path& first,
                                                 const std::filesystem::path& second) {
  W2S_TRY(const StoredAnswers one, readStoredAnswers(first / kAnswersFile));
  W2S_TRY(const StoredAnswers other, readStoredAnswers(second / kAnswersFile));
  if (one.rows != other.rows || one.labels != other.labels) {
    return fail(ErrorCode::InvalidArgument,
                "The two runs were judged on different test rows, so that no row of the one has a "
                "partner.");
  }
  std::vector<std::int64_t> rows;
  for (std::size_t row = 0; row < one.rows.size(); ++row) {
    if (one.student[row] == one.labels[row] && other.student[row] != one.labels[row]) {
      rows.push_back(one.rows[row]);
    }
  }
  return rows;
}

}  // namespace w2s::study
